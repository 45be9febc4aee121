#include "analyzers/graph/RemoteCopies.h"

#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool isRemote(const CodeLookup& lookup, TypeId type)
{
    const Type& one = lookup.index().model[type];
    return one.kind == TypeKind::Interface &&
           (lookup.annotation(type, "Remote") != nullptr || lookup.extendsExternal(type, "Remote") || lookup.extendsExternal(type, "EJBObject"));
}

struct Answers {
    std::vector<TypeId> own;       ///< behind the copy itself
    std::vector<MemberId> members; ///< behind the others
};

using AnswersByMethod = std::map<MemberId, Answers>; // by method of a copy

/// The methods of an object that answer those of a copy of its interface.
void addAnswers(const CodeModel& model, const CodeLookup& lookup, TypeId copy, const std::vector<TypeId>& own, TypeId object,
                AnswersByMethod& out)
{
    for (const TypeId owner : lookup.ancestry(copy))
        for (const MemberId declared : lookup.members(owner))
            for (const MemberId answer : lookup.methodsInherited(object, lookup.text(model[declared].name)))
                if (signatureOf(model, answer) == signatureOf(model, declared)) {
                    out[declared].own = own;
                    out[declared].members.push_back(answer);
                }
}

} // namespace

void linkRemoteCopies(CodeIndex& index, const CodeLookup& lookup)
{
    CodeModel& model = index.model;
    std::map<StringId, std::vector<TypeId>> copies;
    for (std::size_t i = 0; i < model.types.size(); ++i)
        if (isRemote(lookup, TypeId(i)))
            copies[model.types[i].name].emplace_back(i);
    AnswersByMethod answers;
    for (const auto& [name, types] : copies) {
        if (types.size() < 2)
            continue;
        for (const TypeId copy : types) {
            const std::vector<TypeId> own = lookup.objectsBelow(copy);
            for (const TypeId other : types)
                for (const TypeId object : other == copy ? std::vector<TypeId>() : lookup.objectsBelow(other))
                    addAnswers(model, lookup, copy, own, object, answers);
        }
    }
    if (answers.empty())
        return;
    std::vector<CallEdge> all;
    all.reserve(model.calls.size());
    for (const CallEdge& edge : model.calls) {
        all.push_back(edge);
        const auto found = answers.find(edge.to);
        if (found == answers.end())
            continue;
        // Who stands behind its copy alone and calls it hands on to the other side.
        const bool leaves = std::ranges::all_of(found->second.own, [&](TypeId one) { return one == model[edge.from].owner; });
        for (const MemberId answer : leaves ? found->second.members : std::vector<MemberId>())
            all.push_back({edge.from, answer, edge.at, Rule::Lookup});
    }
    model.calls = std::move(all);
}

} // namespace naru::analyzers::graph
