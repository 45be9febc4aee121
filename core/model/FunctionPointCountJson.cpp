#include "core/model/FunctionPointCountJson.h"

#include "core/model/ModelJson.h"
#include "core/model/Numbers.h"

namespace naru::core {

using nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(
    FunctionType,
    {{FunctionType::EI, "EI"}, {FunctionType::ILF, "ILF"}, {FunctionType::EIF, "EIF"}, {FunctionType::EO, "EO"}, {FunctionType::EQ, "EQ"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Complexity, {{Complexity::Average, "average"}, {Complexity::Low, "low"}, {Complexity::High, "high"}})
NLOHMANN_JSON_SERIALIZE_ENUM(FunctionState, {{FunctionState::Proposed, "proposed"},
                                             {FunctionState::Confirmed, "confirmed"},
                                             {FunctionState::Rejected, "rejected"}})
NLOHMANN_JSON_SERIALIZE_ENUM(CountMethod, {{CountMethod::Simplified, "simplified"}, {CountMethod::Standard, "standard"}})

namespace {

json functionJson(const CountedFunction& function)
{
    return {{"id", function.id},
            {"name", function.name},
            {"type", function.type},
            {"det", function.det},
            {"ret", function.ret},
            {"ftr", function.ftr},
            {"complexity", function.complexity},
            {"fp", numberFromText(function.fp)},
            {"state", function.state},
            {"manual", function.manual},
            {"context", function.context},
            {"evidence", function.evidence},
            {"tables", function.tables},
            {"entryPoints", function.entryPoints},
            {"reasons", function.reasonKeys},
            {"proposedType", function.proposedType},
            {"note", function.note}};
}

CountedFunction functionFrom(const json& value)
{
    CountedFunction out;
    out.id = value.at("id");
    out.name = value.at("name");
    out.type = value.at("type");
    out.det = value.value("det", 0);
    out.ret = value.value("ret", 0);
    out.ftr = value.value("ftr", 0);
    out.complexity = value.value("complexity", Complexity::Average);
    out.fp = textFromNumber(value, "fp");
    out.state = value.value("state", FunctionState::Proposed);
    out.manual = value.value("manual", false);
    out.context = value.value("context", "");
    out.evidence = value.value("evidence", std::vector<Evidence>());
    out.tables = value.value("tables", std::vector<std::string>());
    out.entryPoints = value.value("entryPoints", std::vector<std::string>());
    out.reasonKeys = value.value("reasons", std::vector<std::string>());
    out.proposedType = value.value("proposedType", out.type);
    out.note = value.value("note", "");
    return out;
}

json functionsJson(const std::vector<CountedFunction>& functions)
{
    json out = json::array();
    for (const CountedFunction& function : functions)
        out.push_back(functionJson(function));
    return out;
}

std::vector<CountedFunction> functionsFrom(const json& object, const char* key)
{
    std::vector<CountedFunction> out;
    for (const json& one : listIn(object, key))
        out.push_back(functionFrom(one));
    return out;
}

} // namespace

json toJson(const FunctionPointCount& count)
{
    json dropped = json::array();
    for (const DroppedFunction& one : count.dropped)
        dropped.push_back({{"name", one.name}, {"why", one.whyKey}, {"kind", one.kind}, {"evidence", one.evidence}});
    json conventions = json::array();
    for (const ConventionSetting& one : count.conventions)
        conventions.push_back(
            {{"id", one.id}, {"value", one.value}, {"default", one.isDefault}, {"name", one.name}, {"meaning", one.meaning}});
    json byType = json::object();
    for (const auto& [type, points] : count.byType)
        byType[type] = numberFromText(points);
    return {{"schema", "naru.count/1"},
            {"method", count.method},
            {"convention", count.convention},
            {"conventionName", count.conventionName},
            {"weightsEdition", count.weightsEdition},
            {"functions", functionsJson(count.functions)},
            {"dropped", dropped},
            {"total", numberFromText(count.total)},
            {"byType", byType},
            {"conventions", conventions},
            {"apiLinks", functionsJson(count.apiLinks)},
            {"apiLinksTotal", numberFromText(count.apiLinksTotal)},
            {"splitKnown", count.splitKnown},
            {"unmatched", count.unmatched},
            {"notes", count.notes}};
}

Result<FunctionPointCount> functionPointCountFromJson(const json& value)
{
    try {
        FunctionPointCount out;
        out.method = value.at("method");
        out.convention = value.value("convention", "");
        out.conventionName = value.value("conventionName", LocalText());
        out.weightsEdition = value.value("weightsEdition", "");
        out.functions = functionsFrom(value, "functions");
        for (const json& one : listIn(value, "dropped"))
            out.dropped.push_back({.name = one.at("name"),
                                   .whyKey = one.at("why"),
                                   .evidence = one.value("evidence", Evidence()),
                                   .kind = one.value("kind", "")});
        out.total = textFromNumber(value, "total");
        for (const char* type : {"ILF", "EIF", "EI", "EO", "EQ"})
            if (value.value("byType", json::object()).contains(type))
                out.byType.emplace_back(type, textFromNumber(value.at("byType"), type));
        for (const json& one : listIn(value, "conventions"))
            out.conventions.push_back({.id = one.at("id"),
                                       .value = one.at("value"),
                                       .isDefault = one.value("default", true),
                                       .name = one.value("name", LocalText()),
                                       .meaning = one.value("meaning", LocalText())});
        out.apiLinks = functionsFrom(value, "apiLinks");
        out.apiLinksTotal = textFromNumber(value, "apiLinksTotal");
        out.splitKnown = value.value("splitKnown", false);
        out.unmatched = value.value("unmatched", std::vector<std::string>());
        out.notes = value.value("notes", std::vector<std::string>());
        return out;
    } catch (const json::exception& problem) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", problem.what()}});
    }
}

} // namespace naru::core
