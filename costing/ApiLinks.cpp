#include "costing/ApiLinks.h"

#include <map>
#include <set>
#include <utility>

namespace naru::costing {

using core::CountedFunction;
using core::FunctionType;

namespace {

std::string shortName(const std::string& member)
{
    const std::string name = member.substr(0, member.find('('));
    const std::size_t mark = name.find_last_of("#:");
    if (mark == std::string::npos)
        return name;
    const std::size_t dot = name.rfind('.', mark);
    return name.substr(dot == std::string::npos ? 0 : dot + 1);
}

CountedFunction link(std::string id, std::string name, FunctionType type, std::string context)
{
    CountedFunction out{.id = std::move(id), .name = std::move(name), .type = type, .ret = 1, .complexity = core::Complexity::Low};
    out.proposedType = type;
    out.context = std::move(context);
    out.reasonKeys = {type == FunctionType::ILF ? "costing.reason.api-link-own" : "costing.reason.api-link-reads"};
    return out;
}

} // namespace

std::vector<CountedFunction> apiLinkFunctions(const core::Alternative& split, core::CountMethod method, const Tariff& tariff)
{
    std::map<std::string, std::string> nameOfContext;
    for (const core::Context& context : split.contexts)
        nameOfContext[context.id] = context.name;
    std::map<std::string, CountedFunction> links;
    for (const core::ContextInterface& one : split.interfaces) {
        if (one.kind == core::InterfaceKind::Call)
            for (const core::InterfaceFunction& function : one.functions) {
                const std::string id = "api:" + one.to + ":" + function.to;
                auto& entry =
                    links.emplace(id, link(id, nameOfContext[one.to] + " API: " + shortName(function.to), FunctionType::ILF, one.to))
                        .first->second;
                entry.evidence.push_back(
                    {.kind = "split", .file = function.file, .line = function.line, .text = function.from + " -> " + function.to});
            }
        if (one.kind == core::InterfaceKind::SharedTable)
            for (const std::string& table : one.tables) {
                const std::string id = "api:" + one.from + ":" + table;
                auto& entry =
                    links.emplace(id, link(id, nameOfContext[one.to] + " API: " + table, FunctionType::EIF, one.from)).first->second;
                entry.tables = {table};
                entry.evidence.push_back({.kind = "split", .text = nameOfContext[one.from] + " -> " + table});
            }
    }
    std::vector<CountedFunction> out;
    for (auto& [id, function] : links) {
        function.fp = tariff.weight(function.type, method, function.complexity).text();
        out.push_back(std::move(function));
    }
    return out;
}

void assignContexts(core::FunctionPointCount& count, const core::Alternative& split)
{
    std::map<std::string, std::string> ofEntry;
    std::map<std::string, std::string> ofTable;
    for (const core::Context& context : split.contexts) {
        for (const std::string& entry : context.entryPoints)
            ofEntry.emplace(entry, context.id);
        for (const std::string& table : context.owns)
            ofTable.emplace(table, context.id);
    }
    for (CountedFunction& function : count.functions) {
        const bool data = isData(function.type);
        const auto& keys = data ? function.tables : function.entryPoints;
        const auto& lookup = data ? ofTable : ofEntry;
        for (const std::string& key : keys)
            if (const auto found = lookup.find(key); found != lookup.end()) {
                function.context = found->second;
                break;
            }
    }
}

} // namespace naru::costing
