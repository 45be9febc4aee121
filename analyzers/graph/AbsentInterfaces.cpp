#include "analyzers/graph/AbsentInterfaces.h"

#include <vector>

namespace naru::analyzers::graph {

using namespace core;

AbsentInterfaces::AbsentInterfaces(const CodeLookup& lookup, const ProjectFacts& facts) : m_lookup(lookup)
{
    for (const auto& file : facts.ejbs)
        for (const config::EjbDeclaration& bean : file.facts.beans) {
            const TypeId type = lookup.anyType(bean.className);
            if (!type.valid())
                continue;
            for (const std::string* name : {&bean.remote, &bean.local, &bean.home, &bean.localHome}) {
                const TypeId known = name->empty() ? TypeId() : lookup.anyType(*name);
                if (name->empty() || (known.valid() && lookup.index().model[known].kind == TypeKind::Interface))
                    continue;
                const bool home = name == &bean.home || name == &bean.localHome;
                const auto [at, added] = m_behind.try_emplace(simpleName(*name), Behind{.bean = type, .home = home});
                if (!added && at->second.bean != type)
                    at->second.bean = {};
            }
        }
}

const AbsentInterfaces::Behind* AbsentInterfaces::of(std::string_view type) const
{
    const auto found = m_behind.find(simpleName(type));
    return found == m_behind.end() || !found->second.bean.valid() || m_lookup.type(type).valid() ? nullptr : &found->second;
}

void linkAbsentInterfaces(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    const AbsentInterfaces absent(lookup, facts);
    if (absent.empty())
        return;
    std::unordered_map<std::uint32_t, const AbsentInterfaces::Behind*> known; // by the name of the type
    for (const ExternalCall& call : index.externalCalls) {
        if (!call.from.valid() || !call.receiverType.valid())
            continue;
        const auto [at, added] = known.try_emplace(call.receiverType.value, nullptr);
        if (added)
            at->second = absent.of(lookup.text(call.receiverType));
        if (at->second == nullptr)
            continue;
        const std::string name(lookup.text(call.name));
        std::vector<std::string> wanted{name};
        if (at->second->home)
            wanted.insert(wanted.end(), {"ejb" + capitalized(name), "ejbHome" + capitalized(name)});
        if (at->second->home && name.starts_with("create"))
            wanted.push_back("ejbPost" + capitalized(name));
        if (name == "remove")
            wanted = {"ejbRemove"};
        for (const std::string& one : wanted)
            for (const MemberId target : lookup.methodsInherited(at->second->bean, one)) {
                const MethodDetail* detail = lookup.detail(target);
                const std::size_t parameters = detail == nullptr ? 0 : detail->parameters.size();
                if (parameters == call.args.size() || name == "remove")
                    index.model.calls.push_back({call.from, target, call.at, Rule::Injected});
            }
    }
}

} // namespace naru::analyzers::graph
