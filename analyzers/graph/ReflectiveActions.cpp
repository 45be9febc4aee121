#include "analyzers/graph/ReflectiveActions.h"

#include "analyzers/graph/EntryCollector.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Members that look a method up by a name that is not constant, with the place; only those that also invoke.
std::map<MemberId, Location> callersByName(const CodeIndex& index, const CodeLookup& lookup)
{
    std::map<MemberId, Location> looking;
    std::set<MemberId> invoking;
    for (const ExternalCall& call : index.externalCalls) {
        if (!call.from.valid() || lookup.test(call.at)) {
            continue;
        }
        const std::string_view name = lookup.text(call.name);
        if ((name == "getMethod" || name == "getDeclaredMethod") && !call.args.empty() && !call.args.front().valid()) {
            looking.try_emplace(call.from, call.at);
        } else if (name == "invoke") {
            invoking.insert(call.from);
        }
    }
    std::erase_if(looking, [&](const auto& entry) { return !invoking.contains(entry.first); });
    return looking;
}

/// The suffix of the only servlet mapping of the form *.x; empty when there is none or several.
std::string onlySuffix(const ProjectFacts& facts)
{
    std::set<std::string> suffixes;
    for (const auto& file : facts.webXmls) {
        for (const config::ServletMapping& mapping : file.facts.mappings) {
            if (mapping.pattern.starts_with("*.")) {
                suffixes.insert(mapping.pattern.substr(1));
            }
        }
    }
    return suffixes.size() == 1 ? *suffixes.begin() : std::string();
}

} // namespace

void linkReflectiveActions(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    CodeModel& model = index.model;
    const auto callers = callersByName(index, lookup);
    if (callers.empty()) {
        return;
    }
    std::map<TypeId, std::pair<std::string, Location>> named; // classes that property files name: key and place
    for (const auto& file : facts.settings) {
        for (const config::Setting& setting : file.facts) {
            if (const TypeId type = setting.value.find('.') == std::string::npos ? TypeId() : lookup.type(setting.value); type.valid()) {
                named.try_emplace(type, setting.key, Location{file.file, setting.line});
            }
        }
    }
    const std::string suffix = onlySuffix(facts);
    EntryCollector entries(model, lookup);
    for (const auto& [caller, at] : callers) {
        bool any = false;
        for (const TypeId type : lookup.descendants(model[caller].owner)) {
            const auto module = named.find(type);
            if (module == named.end() || has(model[type].flags, TypeFlag::Abstract)) {
                continue;
            }
            for (const MemberId member : lookup.members(type)) {
                const MethodDetail* detail = lookup.detail(member);
                const std::uint32_t flags = model[member].flags;
                const bool action = model[member].kind == MemberKind::Method && has(flags, MemberFlag::Public) && member != caller &&
                                    !has(flags, MemberFlag::Static) && lookup.text(model[member].valueType) == "void" &&
                                    (detail == nullptr || detail->parameters.empty());
                if (action) {
                    any = true;
                    entries.add(EntryPointKind::Action, "*", "/" + module->second.first + "/" + std::string(lookup.text(model[member].name)) + suffix,
                                member, {}, model[member].at);
                }
            }
        }
        if (!any) {
            model.unresolved.push_back({UnresolvedReason::Reflection, model[caller].id, model[caller].name, at});
        }
    }
}

} // namespace naru::analyzers::graph
