#include "costing/IspTable.h"

#include "costing/Fields.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;
using core::ErrorCode;
using core::failure;
using core::JsonCursor;
using core::Result;

namespace {

core::LocalText wordsAt(const JsonCursor& place)
{
    return {.ko = place.stringOr("ko", ""), .en = place.stringOr("en", "")};
}

std::string idsOf(const IspTable& table)
{
    std::string out;
    for (const IspRow& row : table.rows)
        if (!row.computed)
            out += (out.empty() ? "" : ", ") + row.id;
    return out;
}

} // namespace

Result<IspTable> IspTable::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "isp-table.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.isp-table/1"};
        (void)root.at("schema").choice(kSchema);
        IspTable out{.edition = nonEmptyAt(root.at("edition")), .source = localTextAt(root.at("source"))};
        for (const JsonCursor& at : root.at("rows").items())
            out.rows.push_back({.id = nonEmptyAt(at.at("id")),
                                .major = wordsAt(at.at("major")),
                                .middle = wordsAt(at.at("middle")),
                                .minor = wordsAt(at.at("minor")),
                                .basis = wordsAt(at.at("basis")),
                                .note = wordsAt(at.at("note")),
                                .computed = at.booleanOr("computed", false)});
        return out;
    });
}

Result<void> IspTable::set(std::string_view id, const Decimal& amount)
{
    const auto row = std::ranges::find(rows, id, &IspRow::id);
    if (row == rows.end() || row->computed)
        return failure(ErrorCode::InvalidArgument, "costing.isp.row", {{"row", std::string(id.substr(0, 40))}, {"known", idsOf(*this)}});
    if (amount.negative() || !amount.integral())
        return failure(ErrorCode::InvalidArgument, "costing.field.won", {{"field", row->id}, {"value", amount.text()}});
    row->amount = amount;
    row->given = true;
    return {};
}

void IspTable::complete(const Decimal& developmentCost)
{
    total = Decimal();
    open.clear();
    for (IspRow& row : rows) {
        if (row.computed) {
            row.amount = developmentCost;
            row.given = true;
        }
        if (row.given)
            total += row.amount;
        else
            open.push_back(row.id);
    }
}

Result<std::map<std::string, Decimal>> parseIspAmounts(std::string_view text, const std::string& origin, const IspTable& table)
{
    const auto document = core::JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, [&](const JsonCursor& root) {
        if (!root.value().is_object())
            root.fail(ErrorCode::InvalidArgument, "costing.field.object", {{"field", "/"}});
        std::map<std::string, Decimal> out;
        for (const auto& [id, at] : root.members()) {
            if (id == "schema" || id == "note")
                continue;
            IspTable probe = table;
            const Decimal amount = decimalAt(at, "0");
            if (const auto set = probe.set(id, amount); !set)
                at.fail(set.error().code, set.error().key, set.error().args);
            out.emplace(id, amount);
        }
        return out;
    });
}

} // namespace naru::costing
