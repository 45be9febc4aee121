#include "costing/RunningCost.h"

#include "costing/Fields.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;
using core::ErrorCode;
using core::failure;
using core::JsonCursor;
using core::Result;

namespace {

RunningLine lineAt(const JsonCursor& at, const std::vector<RunningParameter>& parameters)
{
    RunningLine out{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name")), .product = at.at("product").strings()};
    for (const std::string& id : out.product)
        if (std::ranges::find(parameters, id, &RunningParameter::id) == parameters.end())
            at.at("product").expected("ids of parameters");
    return out;
}

} // namespace

Result<RunningCost> RunningCost::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "running-cost.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.running-cost/1"};
        (void)root.at("schema").choice(kSchema);
        RunningCost out{.edition = nonEmptyAt(root.at("edition")), .source = localTextAt(root.at("source"))};
        for (const JsonCursor& at : root.at("parameters").items()) {
            RunningParameter parameter{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name"))};
            if (at.has("highest"))
                parameter.highest = decimalAt(at.at("highest"), "0");
            out.parameters.push_back(std::move(parameter));
        }
        for (const JsonCursor& at : root.at("sides").items()) {
            RunningSide side{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name"))};
            for (const JsonCursor& line : at.at("lines").items())
                side.lines.push_back(lineAt(line, out.parameters));
            out.sides.push_back(std::move(side));
        }
        return out;
    });
}

Result<void> RunningCost::compute(const std::map<std::string, Decimal>& values)
{
    for (const RunningParameter& parameter : parameters) {
        const auto given = values.find(parameter.id);
        if (given == values.end())
            return failure(ErrorCode::InvalidArgument, "costing.running.missing", {{"field", parameter.id}});
        if (given->second.negative() || (parameter.highest && given->second > *parameter.highest))
            return failure(ErrorCode::InvalidArgument, "costing.running.range",
                           {{"field", parameter.id},
                            {"value", given->second.text()},
                            {"highest", parameter.highest ? parameter.highest->text() : std::string("-")}});
    }
    months = values.at("months");
    for (RunningSide& side : sides) {
        side.monthly = Decimal();
        for (RunningLine& line : side.lines) {
            line.monthly = Decimal(1);
            line.formula.clear();
            for (const std::string& id : line.product) {
                line.monthly *= values.at(id);
                line.formula += (line.formula.empty() ? "" : " x ") + values.at(id).text();
            }
            side.monthly += line.monthly;
        }
        side.total = (side.monthly * months).rounded(0, core::Rounding::HalfEven);
    }
    difference = sides.size() < 2 ? Decimal() : sides[1].total - sides[0].total;
    return {};
}

Result<std::map<std::string, Decimal>> parseRunningValues(std::string_view text, const std::string& origin, const RunningCost& model)
{
    const auto document = core::JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, [&](const JsonCursor& root) {
        if (!root.value().is_object())
            root.fail(ErrorCode::InvalidArgument, "costing.field.object", {{"field", "/"}});
        std::vector<std::string_view> known = {"schema", "note"};
        for (const RunningParameter& parameter : model.parameters)
            known.emplace_back(parameter.id);
        refuseUnknownKeys(root, known);
        std::map<std::string, Decimal> out;
        for (const RunningParameter& parameter : model.parameters)
            if (root.has(parameter.id))
                out.emplace(parameter.id,
                            decimalAt(root.at(parameter.id), "0", parameter.highest ? parameter.highest->text() : std::string()));
        return out;
    });
}

} // namespace naru::costing
