#include "costing/Fields.h"
#include "costing/Inventory.h"

#include <algorithm>

namespace naru::costing {

using core::ErrorCode;
using core::JsonCursor;
using core::JsonDocument;

namespace {

constexpr int kLargestCount = 1'000'000; // of elements of one function: more is a slip of the keyboard

core::FunctionType typeAt(const JsonCursor& place)
{
    const std::string name = nonEmptyAt(place);
    if (const auto type = functionTypeOf(name))
        return *type;
    place.fail(ErrorCode::InvalidArgument, "costing.field.type", {{"field", fieldName(place)}, {"value", name.substr(0, 40)}});
}

core::Complexity complexityAt(const JsonCursor& place)
{
    const std::string name = nonEmptyAt(place);
    if (const auto complexity = complexityOf(name))
        return *complexity;
    place.fail(ErrorCode::InvalidArgument, "costing.field.complexity", {{"field", fieldName(place)}, {"value", name.substr(0, 40)}});
}

ApiLink apiLinkAt(const JsonCursor& place)
{
    const std::string name = nonEmptyAt(place);
    if (name == "none")
        return ApiLink::None;
    if (name == "ILF" || name == "EIF")
        return name == "ILF" ? ApiLink::Internal : ApiLink::External;
    place.fail(ErrorCode::InvalidArgument, "costing.field.api-link", {{"field", fieldName(place)}, {"value", name.substr(0, 40)}});
}

/// In the standard method a function needs its complexity, or the counts that give it; both must agree.
void checkComplexity(const JsonCursor& at, const FunctionEntry& entry, core::CountMethod method, const Tariff& tariff)
{
    if (method == core::CountMethod::Simplified)
        return;
    const int files = isData(entry.type) ? entry.ret : entry.ftr;
    const bool counted = entry.det > 0 && (!isData(entry.type) || files > 0);
    if (!entry.complexity && !counted)
        at.fail(ErrorCode::InvalidArgument, "costing.field.no-complexity", {{"field", fieldName(at)}, {"name", entry.name}});
    if (!entry.complexity || !counted)
        return;
    const core::Complexity byBands = tariff.complexity(entry.type, files, entry.det);
    if (byBands != *entry.complexity)
        at.fail(ErrorCode::InvalidArgument, "costing.field.complexity-differs",
                {{"field", fieldName(at)},
                 {"name", entry.name},
                 {"stated", std::string(nameOf(*entry.complexity))},
                 {"counted", std::string(nameOf(byBands))}});
}

FunctionEntry entryAt(const JsonCursor& at, core::CountMethod method, const Tariff& tariff)
{
    if (!at.value().is_object())
        at.fail(ErrorCode::InvalidArgument, "costing.field.object", {{"field", fieldName(at)}});
    FunctionEntry entry{.name = nonEmptyAt(at.at("name")), .type = typeAt(at.at("type"))};
    if (at.has("complexity") && !at.at("complexity").value().is_null())
        entry.complexity = complexityAt(at.at("complexity"));
    if (at.has("det"))
        entry.det = wholeAt(at.at("det"), 0, kLargestCount);
    if (at.has("ret"))
        entry.ret = wholeAt(at.at("ret"), 0, kLargestCount);
    if (at.has("ftr"))
        entry.ftr = wholeAt(at.at("ftr"), 0, kLargestCount);
    if (at.has("apiLink"))
        entry.apiLink = apiLinkAt(at.at("apiLink"));
    entry.confirmed = at.stringOr("state", "") == "confirmed";
    checkComplexity(at, entry, method, tariff);
    return entry;
}

Redevelopment redevelopmentAt(const JsonCursor& at, const Tariff& tariff)
{
    refuseUnknownKeys(at, {"newFp", "changedFp", "unchangedFp", "structure", "documentation", "testPercent"});
    const auto score = [&](std::string_view key) {
        const JsonCursor place = at.at(key);
        const int value = wholeAt(place, 0, 100);
        if (std::ranges::find(tariff.redevelopment.scores, value) == tariff.redevelopment.scores.end()) {
            std::string scores;
            for (const int one : tariff.redevelopment.scores)
                scores += (scores.empty() ? "" : ", ") + std::to_string(one);
            place.fail(ErrorCode::InvalidArgument, "costing.field.score",
                       {{"field", fieldName(place)}, {"value", std::to_string(value)}, {"scores", scores}});
        }
        return value;
    };
    return {.newFp = decimalAt(at.at("newFp"), "0"),
            .changedFp = decimalAt(at.at("changedFp"), "0"),
            .unchangedFp = decimalAt(at.at("unchangedFp"), "0"),
            .structure = score("structure"),
            .documentation = score("documentation"),
            .testPercent = decimalAt(at.at("testPercent"), "0", tariff.redevelopment.highestTestPercent.text())};
}

core::CountMethod methodAt(const JsonCursor& place)
{
    const std::string name = nonEmptyAt(place);
    if (const auto method = countMethodOf(name))
        return *method;
    place.fail(ErrorCode::InvalidArgument, "costing.field.method", {{"field", fieldName(place)}, {"value", name.substr(0, 40)}});
}

Inventory inventoryAt(const JsonCursor& root, const Tariff& tariff)
{
    if (!root.value().is_object())
        root.fail(ErrorCode::InvalidArgument, "costing.functions.kinds", {});
    const int kinds = (root.has("functions") ? 1 : 0) + (root.has("totalFp") ? 1 : 0) + (root.has("redevelopment") ? 1 : 0);
    if (kinds != 1)
        root.fail(ErrorCode::InvalidArgument, "costing.functions.kinds", {});
    Inventory inventory;
    if (root.has("totalFp")) {
        const JsonCursor at = root.at("totalFp");
        inventory.totalFp = decimalAt(at, "0");
        if (inventory.totalFp->zero())
            at.fail(ErrorCode::InvalidArgument, "costing.functions.zero", {{"field", fieldName(at)}});
        return inventory;
    }
    if (root.has("redevelopment")) {
        inventory.redevelopment = redevelopmentAt(root.at("redevelopment"), tariff);
        if (sizeOf(inventory, false, tariff).functions.zero())
            root.at("redevelopment").fail(ErrorCode::InvalidArgument, "costing.functions.zero", {{"field", "redevelopment"}});
        return inventory;
    }
    if (root.has("method"))
        inventory.method = methodAt(root.at("method"));
    const JsonCursor functions = root.at("functions");
    if (!functions.value().is_array() || functions.value().empty())
        functions.fail(ErrorCode::InvalidArgument, "costing.functions.empty", {});
    for (const JsonCursor& at : functions.items())
        if (at.stringOr("state", "") != "rejected")
            inventory.functions.push_back(entryAt(at, inventory.method, tariff));
    if (inventory.functions.empty())
        functions.fail(ErrorCode::InvalidArgument, "costing.functions.empty", {});
    return inventory;
}

} // namespace

core::Result<Inventory> readFunctionsFile(const std::filesystem::path& path, const Tariff& tariff)
{
    return core::readData(path, [&](const JsonCursor& root) { return inventoryAt(root, tariff); });
}

core::Result<Inventory> parseFunctions(std::string_view text, const std::string& origin, const Tariff& tariff)
{
    const auto document = JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, [&](const JsonCursor& root) { return inventoryAt(root, tariff); });
}

} // namespace naru::costing
