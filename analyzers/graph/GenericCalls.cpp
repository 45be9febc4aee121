#include "analyzers/graph/GenericCalls.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

bool GenericFit::mayAnswer(const GenericCall& call, std::uint32_t type, std::uint32_t method)
{
    const MemberSymbol& declared = m_table.members[call.method];
    const TypeSymbols& arguments = argumentsOf(type, declared.owner);
    for (std::size_t i = 0; i < call.arguments.size() && i < arguments.size(); ++i)
        if (!mayBeOne(call.arguments[i], arguments[i]))
            return false;
    const MemberSymbol& answering = m_table.members[method];
    for (std::size_t i = 0; i < call.given.size() && i < declared.parameters.size() && i < answering.parameters.size(); ++i) {
        const std::uint32_t taken = symbolOf(answering.parameters[i]);
        const TypeRef asDeclared = declared.parameters[i];
        if (taken == kNoIndex || call.given[i] == kNoIndex || asDeclared == nullptr || !asDeclared->is(TypeForm::Variable))
            continue;
        // What is given may be of a class below its type, and that may implement any interface.
        const bool classes = m_table.types[taken].kind == TypeKind::Class && m_table.types[call.given[i]].kind == TypeKind::Class;
        if (classes && !mayBeOne(taken, call.given[i]))
            return false;
    }
    return true;
}

bool GenericFit::mayBeOne(std::uint32_t a, std::uint32_t b) const
{
    return a == kNoIndex || b == kNoIndex || m_table.inherits(a, b) || m_table.inherits(b, a);
}

const TypeSymbols& GenericFit::argumentsOf(std::uint32_t type, std::uint32_t owner)
{
    const auto [known, added] = m_arguments.try_emplace({type, owner});
    if (added)
        known->second = seenFrom(type, owner, TypeSymbols(m_table.types[type].variableCount, kNoIndex), 0);
    return known->second;
}

/// `own`: the arguments of `type` itself. Empty when it is not below the owner, or below it without arguments.
TypeSymbols GenericFit::seenFrom(std::uint32_t type, std::uint32_t owner, const TypeSymbols& own, int depth) const
{
    constexpr int kDeepest = 32; // code that does not compile may have cycles
    if (type == owner)
        return own;
    if (depth == kDeepest)
        return {};
    const std::uint32_t first = m_table.types[type].firstVariable;
    TypeSymbols found;
    m_table.eachSuper(type, [&](TypeRef super) {
        if (super->form != TypeForm::Project)
            return false;
        TypeSymbols arguments;
        for (const TypeRef argument : super->args()) {
            const bool passedOn = argument != nullptr && argument->is(TypeForm::Variable) && argument->id - first < own.size();
            arguments.push_back(passedOn ? own[argument->id - first] : symbolOf(argument));
        }
        found = seenFrom(super->id, owner, arguments, depth + 1);
        return !found.empty();
    });
    return found;
}

} // namespace naru::analyzers::graph
