#include "costing/ApiLinks.h"

#include "core/model/MemberNames.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace naru::costing {

using core::CountedFunction;
using core::FunctionType;

namespace {

std::string shortName(const std::string& member)
{
    if (member.contains('#'))
        return core::shortMember(member);
    const std::string name = member.substr(0, member.find('('));
    const std::size_t mark = name.find_last_of(':');
    if (mark == std::string::npos)
        return name;
    const std::size_t dot = name.rfind('.', mark);
    return name.substr(dot == std::string::npos ? 0 : dot + 1);
}

/// "b.PetService#find" of a.b.PetServiceImpl#find(int): overloads, and an interface with its implementation, are one operation.
std::string operationKey(const std::string& member)
{
    std::string name = member.substr(0, member.find('('));
    const std::size_t mark = name.find('#');
    if (mark != std::string::npos && name.substr(0, mark).ends_with("Impl"))
        name.erase(mark - 4, 4);
    const std::size_t dot = mark == std::string::npos ? std::string::npos : name.rfind('.', mark);
    return dot == std::string::npos ? name : name.substr(dot + 1);
}

bool accessorByName(const std::string& member)
{
    const std::size_t mark = member.find('#');
    if (mark == std::string::npos)
        return false;
    const std::string type = member.substr(0, mark);
    const std::string simple = type.substr(type.find_last_of(".$") + 1);
    const std::string name = member.substr(mark + 1, member.find('(') - mark - 1);
    static const std::set<std::string> kOfAnyObject = {"<init>",  "equals", "hashCode", "toString", "compareTo",
                                                       "valueOf", "values", "builder",  "build"};
    if (kOfAnyObject.contains(name) || name == simple)
        return true;
    static const std::vector<std::string> kValueTypes = {"VO",     "DTO",  "Dto",  "Vo",    "Exception", "Error", "Constants", "Form",
                                                         "Entity", "Enum", "Util", "Utils", "Helper",    "Id",    "Code"};
    if (std::ranges::any_of(kValueTypes, [&](const std::string& end) { return simple.ends_with(end); }))
        return true;
    static const std::vector<std::string> kServices = {"Service", "ServiceImpl", "Dao",    "DAO",  "Repository", "Mapper",
                                                       "Facade",  "Manager",     "Client", "Bean", "Resource",   "Controller"};
    const bool service = std::ranges::any_of(kServices, [&](const std::string& end) { return simple.ends_with(end); });
    return !service && (name.starts_with("get") || name.starts_with("set") || name.starts_with("is") || name.starts_with("same"));
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

IsOperation operationsOf(const core::CodeModel& model)
{
    if (model.executes.empty())
        return [](const std::string& member) { return !accessorByName(member); };
    std::vector<std::vector<core::MemberId>> callers(model.members.size());
    for (const core::CallEdge& edge : model.calls)
        callers[edge.to.value].push_back(edge.from);
    std::vector<bool> reaches(model.members.size(), false);
    std::vector<core::MemberId> open;
    const auto mark = [&](core::MemberId member) {
        if (!reaches[member.value]) {
            reaches[member.value] = true;
            open.push_back(member);
        }
    };
    for (const core::ExecuteEdge& edge : model.executes)
        mark(edge.from);
    while (!open.empty()) {
        const core::MemberId member = open.back();
        open.pop_back();
        for (const core::MemberId caller : callers[member.value])
            mark(caller);
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < reaches.size(); ++i)
        if (reaches[i] && model.members[i].kind == core::MemberKind::Method)
            ids.emplace(model.text(model.members[i].id));
    return [ids = std::move(ids)](const std::string& member) { return ids.contains(member); };
}

std::vector<CountedFunction> apiLinkFunctions(const core::Alternative& split, core::CountMethod method, const Tariff& tariff,
                                              const IsOperation& isOperation)
{
    std::map<std::string, std::string> nameOfContext;
    for (const core::Context& context : split.contexts)
        nameOfContext[context.id] = context.name;
    std::map<std::string, CountedFunction> links;
    for (const core::ContextInterface& one : split.interfaces) {
        if (one.kind == core::InterfaceKind::Call)
            for (const core::InterfaceFunction& function : one.functions) {
                if (!isOperation(function.to))
                    continue;
                const std::string id = "api:" + one.to + ":" + operationKey(function.to);
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
