#include "analyzers/graph/ComponentUnits.h"

#include "analyzers/graph/MessageConsumers.h"
#include "core/base/Ascii.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::string_view kData = "IDataSet";
constexpr std::string_view kContext = "IOnlineContext";
constexpr std::string_view kFramework = "nexcore."; // its packages
constexpr std::string_view kBatchBase = "AbsBatchComponent";

class ComponentUnits {
public:
    explicit ComponentUnits(const CodeLookup& lookup) : m_lookup(lookup), m_model(lookup.index().model) {}

    /// A class below a base class of the framework, whether its library is here or not.
    [[nodiscard]] bool below(TypeId type, std::string_view base) const
    {
        if (m_model[type].kind != TypeKind::Class || has(m_model[type].flags, TypeFlag::Abstract) || m_lookup.test(m_model[type].at) ||
            m_lookup.text(m_model[type].name).starts_with(kFramework)) // its own jobs and samples
            return false;
        return m_lookup.extendsExternal(type, base) || std::ranges::any_of(m_lookup.ancestry(type), [&](TypeId above) {
                   const std::string_view name = m_lookup.text(m_model[above].name);
                   return name.starts_with(kFramework) && simpleName(name) == base;
               });
    }

    [[nodiscard]] bool processUnit(TypeId type) const { return below(type, "ProcessUnit"); }

    /// A public method that is given the data of a request and its context.
    [[nodiscard]] bool answers(MemberId member) const
    {
        const Member& method = m_model[member];
        const MethodDetail* detail =
            method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) ? m_lookup.detail(member) : nullptr;
        return detail != nullptr && !has(method.flags, MemberFlag::Static) && !has(method.flags, MemberFlag::Abstract) &&
               detail->parameters.size() == 2 && simpleName(m_lookup.text(detail->parameters[0].type)) == kData &&
               simpleName(m_lookup.text(detail->parameters[1].type)) == kContext;
    }

private:
    const CodeLookup& m_lookup;
    const CodeModel& m_model;
};

/// Methods that other components may call, by their names.
using Callable = std::map<std::string_view, std::vector<MemberId>>;

Callable callable(const CodeLookup& lookup)
{
    const CodeModel& model = lookup.index().model;
    const ComponentUnits units(lookup);
    Callable found;
    for (std::size_t i = 0; i < model.members.size(); ++i)
        if (const MemberId member(i); units.answers(member) && model[member].owner.valid() && !lookup.test(model[member].at))
            found[lookup.text(model[member].name)].push_back(member);
    return found;
}

/// The method of a component of a batch job that the batch runtime calls by that name; invalid when there is none.
MemberId batchMethod(TypeId type, std::string_view name, const CodeLookup& lookup)
{
    for (const MemberId member : lookup.methods(type, name))
        if (const MethodDetail* detail = lookup.detail(member); detail != nullptr && detail->parameters.size() == 1)
            return member;
    return {};
}

/// The runtime calls what stands before and after the work of a component of a batch job, which is one entry point.
void linkBatchComponents(CodeModel& model, const CodeLookup& lookup)
{
    const ComponentUnits units(lookup);
    for (std::size_t i = 0; i < model.types.size(); ++i) {
        const TypeId type(i);
        const MemberId work = units.below(type, kBatchBase) ? batchMethod(type, "execute", lookup) : MemberId();
        for (const std::string_view name : {"beforeExecute", "afterExecute"})
            if (const MemberId around = work.valid() ? batchMethod(type, name, lookup) : MemberId(); around.valid())
                model.calls.push_back({work, around, model[work].at, Rule::Convention});
    }
}

} // namespace

void addComponentEntries(const CodeLookup& lookup, EntryCollector& entries)
{
    const CodeModel& model = lookup.index().model;
    const ComponentUnits units(lookup);
    for (std::size_t i = 0; i < model.types.size(); ++i) {
        const TypeId type(i);
        if (const MemberId work = units.below(type, kBatchBase) ? batchMethod(type, "execute", lookup) : MemberId(); work.valid())
            entries.add(EntryPointKind::Scheduled, {}, {}, work, {}, model[work].at,
                        "scheduled " + std::string(lookup.text(model[type].name)) + ".execute");
        if (!units.processUnit(type))
            continue;
        const bool alone = std::ranges::count_if(lookup.typesNamed(lookup.text(model[type].simple)),
                                                 [&](TypeId other) { return units.processUnit(other); }) == 1;
        for (const MemberId member : lookup.members(type)) {
            if (!units.answers(member))
                continue;
            const std::string path =
                "/" + std::string(lookup.text(model[type].simple)) + "_" + std::string(lookup.text(model[member].name));
            const std::string id = alone ? std::string() : "POST " + path + " [" + std::string(lookup.text(model[type].name)) + "]";
            entries.add(EntryPointKind::Http, "POST", path, member, {}, model[member].at, id);
        }
    }
}

bool inComponent(std::string_view type, std::string_view component)
{
    const std::string known = smallLetters(type);
    const std::string end = smallLetters(component);
    std::string_view package = known;
    for (int up = 0; up < 2; ++up) { // of the class, and the one above it
        package = package.substr(0, std::min(package.rfind('.'), package.size()));
        if (package == end || (package.ends_with(end) && package[package.size() - end.size() - 1] == '.'))
            return !end.empty();
    }
    return false;
}

void linkComponentCalls(CodeIndex& index, const CodeLookup& lookup)
{
    linkBatchComponents(index.model, lookup);
    const KnownWords calling(*index.model.strings, {"callSharedBizComponentByDirect", "callSharedBizComponentByRequiresNew",
                                                    "callOnlineBizComponent", "callSharedBizComponent", "callBizComponent"});
    Callable methods;
    std::set<std::tuple<MemberId, MemberId, Location>> done;
    const StringUse* component = nullptr;
    for (const StringUse& use : index.strings) {
        if (use.context != StringContext::Argument || use.dynamic || !use.in.valid() || !calling.contains(use.callee))
            continue;
        if (use.argument == 0)
            component = &use;
        if (use.argument != 1 || component == nullptr || component->in != use.in || component->callee != use.callee)
            continue;
        if (methods.empty())
            methods = callable(lookup);
        const std::string_view wanted = lookup.text(component->text);
        const Location at = component->at;
        component = nullptr;
        const auto named = methods.find(lookup.text(use.text));
        for (std::size_t i = 0; named != methods.end() && i < named->second.size(); ++i) {
            const MemberId target = named->second[i];
            if (inComponent(lookup.text(index.model[index.model[target].owner].name), wanted) && done.emplace(use.in, target, at).second)
                index.model.calls.push_back({use.in, target, at, Rule::Reflection});
        }
    }
}

void linkBatchStarts(CodeIndex& index, const CodeLookup& lookup)
{
    CodeModel& model = index.model;
    const KnownWords starting(*model.strings, {"callBatchJob"});
    std::map<std::string_view, EntryPointId> jobs; // by the simple name of the class
    const ComponentUnits units(lookup);
    bool collected = false;
    for (const StringUse& use : index.strings) {
        if (use.context != StringContext::Argument || use.argument != 0 || use.dynamic || !use.in.valid() || !starting.contains(use.callee))
            continue;
        for (std::size_t i = 0; !collected && i < model.entryPoints.size(); ++i)
            if (const MemberId handler = model.entryPoints[i].handler; model.entryPoints[i].kind == EntryPointKind::Scheduled &&
                                                                       handler.valid() && lookup.text(model[handler].name) == "execute" &&
                                                                       units.below(model[handler].owner, kBatchBase))
                jobs.try_emplace(lookup.text(model[model[handler].owner].simple), i);
        collected = true;
        const auto job = jobs.find(lookup.text(use.text));
        addMessage(model, use.in, use.at, lookup.text(use.text), job == jobs.end() ? EntryPointId() : job->second, Rule::Message);
    }
}

} // namespace naru::analyzers::graph
