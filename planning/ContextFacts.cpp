#include "planning/ContextFacts.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

namespace naru::planning {

using core::Alternative;
using core::Decimal;

namespace {

using ById = std::map<std::string, std::size_t>;

void addInterfaces(const Alternative& split, const ById& index, std::vector<ContextFacts>& facts)
{
    for (const core::ContextInterface& one : split.interfaces) {
        if (one.kind != core::InterfaceKind::Call)
            continue;
        std::set<std::string> called;
        for (const core::InterfaceFunction& function : one.functions)
            called.insert(function.to);
        if (const auto from = index.find(one.from); from != index.end())
            facts[from->second].interfacesOut += static_cast<int>(called.size());
        if (const auto to = index.find(one.to); to != index.end())
            facts[to->second].interfacesIn += static_cast<int>(called.size());
    }
    const auto owners = tableOwners(split);
    for (const core::SharedTable& table : split.sharedTables) {
        std::set<std::string> users(table.readers.begin(), table.readers.end());
        users.insert(table.writers.begin(), table.writers.end());
        users.insert(owners.at(table.table));
        for (const std::string& user : users)
            if (const auto found = index.find(user); found != index.end())
                ++facts[found->second].sharedTables;
    }
    for (const core::DistributedTransaction& transaction : split.distributedTransactions)
        for (const std::string& context : transaction.contexts)
            if (const auto found = index.find(context); found != index.end())
                ++facts[found->second].distributedTransactions;
}

void addPoints(const core::FunctionPointCount& count, const ById& index, std::vector<ContextFacts>& facts)
{
    for (const core::CountedFunction& function : count.functions) {
        const auto found = index.find(function.context);
        const auto points = Decimal::parse(function.fp);
        if (found == index.end() || !points || function.state == core::FunctionState::Rejected)
            continue;
        facts[found->second].functionPoints += *points;
        facts[found->second].counted = true;
    }
}

double riskWeight(core::Risk risk)
{
    switch (risk) {
    case core::Risk::Critical:
        return 8;
    case core::Risk::High:
        return 4;
    case core::Risk::Medium:
        return 2;
    case core::Risk::Low:
        return 1;
    case core::Risk::Info:
        break;
    }
    return 0;
}

/// Files of the types and views of each context.
std::map<std::string, std::size_t> filesOf(const core::CodeModel& code, const Alternative& split)
{
    std::map<std::string, std::string> fileOfType;
    for (const core::Type& type : code.types)
        fileOfType.emplace(code.text(type.name), code.path(type.at));
    std::map<std::string, std::size_t> out;
    for (std::size_t i = 0; i < split.contexts.size(); ++i)
        for (const core::PartitionMember& member : split.contexts[i].members) {
            if (member.role == core::MemberRole::View)
                out.emplace(member.name, i);
            else if (const auto found = fileOfType.find(member.name); member.role == core::MemberRole::Class && found != fileOfType.end())
                out.emplace(found->second, i);
        }
    return out;
}

/// The rate of changes of each context against the one that changes most.
void addChanges(const PlanInput& input, const ById& index, std::vector<ContextFacts>& facts)
{
    if (input.history != nullptr && input.history->found) {
        const auto contextOfFile = filesOf(*input.code, *input.split);
        for (const core::FileHistory& file : input.history->files)
            if (const auto found = contextOfFile.find(file.path); found != contextOfFile.end())
                facts[found->second].changes += static_cast<int>(file.commits);
    } else {
        for (const auto& [context, changes] : input.changes)
            if (const auto found = index.find(context); found != index.end())
                facts[found->second].changes = changes;
    }
    int most = 0;
    for (const ContextFacts& one : facts)
        most = std::max(most, one.changes);
    for (ContextFacts& one : facts)
        one.changeRate = most > 0 ? static_cast<double>(one.changes) / most : 0;
}

void addDoubt(const Alternative& split, std::vector<ContextFacts>& facts)
{
    for (ContextFacts& one : facts) {
        double sum = 0;
        int known = 0;
        for (const core::PartitionMember& member : one.context->members)
            if (const auto why = split.why.find(member.id); why != split.why.end()) {
                sum += std::clamp(2 * (1 - why->second.confidence), 0.0, 1.0); // confidence lies in 0.5 to 1
                ++known;
            }
        one.doubt = known > 0 ? sum / known : 0;
    }
}

void addDecided(const std::vector<core::Decision>& decisions, const ById& index, std::vector<ContextFacts>& facts)
{
    constexpr std::string_view kPrefix = "fact/";
    for (const core::Decision& decision : decisions) {
        if (decision.area != "plan" || !decision.key.starts_with(kPrefix) || !decision.value.is_object())
            continue;
        const auto found = index.find(decision.key.substr(kPrefix.size()));
        if (found == index.end())
            continue;
        const auto set = [&](const char* key, double& target) {
            if (decision.value.contains(key) && decision.value.at(key).is_number())
                target = std::clamp(decision.value.at(key).get<double>(), 0.0, 1.0);
        };
        set("changeRate", facts[found->second].changeRate);
        set("load", facts[found->second].load);
    }
}

double kindValue(core::SubdomainKind kind)
{
    return kind == core::SubdomainKind::Core ? 1.0 : kind == core::SubdomainKind::Supporting ? 0.6 : 0.3;
}

/// Brings what was counted into 0 to 1, against the context with the most.
void measure(std::vector<ContextFacts>& facts)
{
    const auto relative = [&](const char* id, const std::function<double(const ContextFacts&)>& value) {
        double most = 0;
        for (const ContextFacts& one : facts)
            most = std::max(most, value(one));
        for (ContextFacts& one : facts)
            one.measures[id] = most > 0 ? value(one) / most : 0;
    };
    const bool counted = std::ranges::any_of(facts, &ContextFacts::counted);
    relative("use", [](const ContextFacts& one) { return one.entryPoints; });
    relative("findings", [](const ContextFacts& one) { return one.findings; });
    relative("interfacesIn", [](const ContextFacts& one) { return one.interfacesIn; });
    relative("interfacesOut", [](const ContextFacts& one) { return one.interfacesOut; });
    relative("sharedTables", [](const ContextFacts& one) { return one.sharedTables; });
    relative("distributedTransactions", [](const ContextFacts& one) { return one.distributedTransactions; });
    relative("size", [counted](const ContextFacts& one) {
        return counted ? one.functionPoints.approximate() : static_cast<double>(one.context->members.size());
    });
    for (ContextFacts& one : facts) {
        one.measures["value"] = kindValue(one.context->kind);
        one.measures["doubt"] = one.doubt;
        one.measures["changeRate"] = one.changeRate;
        one.measures["load"] = one.load;
    }
}

} // namespace

std::map<std::string, std::string> tableOwners(const Alternative& split)
{
    std::map<std::string, std::string> owners;
    for (const core::SharedTable& table : split.sharedTables)
        owners[table.table] = table.proposedOwner;
    for (const core::Context& context : split.contexts)
        for (const std::string& table : context.owns)
            if (const auto found = owners.find(table); found != owners.end())
                found->second = context.id;
    return owners;
}

std::vector<ContextFacts> contextFacts(const PlanInput& input)
{
    const Alternative& split = *input.split;
    std::vector<ContextFacts> facts(split.contexts.size());
    ById index;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        facts[i].context = &split.contexts[i];
        facts[i].entryPoints = static_cast<int>(split.contexts[i].entryPoints.size());
        index.emplace(split.contexts[i].id, i);
    }
    addInterfaces(split, index, facts);
    if (input.count != nullptr)
        addPoints(*input.count, index, facts);
    if (input.audit != nullptr) {
        const auto contextOfFile = filesOf(*input.code, split);
        for (const core::Finding& finding : input.audit->findings)
            if (const auto found = contextOfFile.find(finding.file); found != contextOfFile.end() && !finding.suppressed)
                facts[found->second].findings += riskWeight(finding.risk);
    }
    addDoubt(split, facts);
    addChanges(input, index, facts);
    for (ContextFacts& one : facts)
        if (const auto load = input.loads.find(one.context->id); load != input.loads.end())
            one.load = std::clamp(load->second, 0.0, 1.0);
    addDecided(input.decisions, index, facts);
    measure(facts);
    return facts;
}

} // namespace naru::planning
