#include "analyzers/graph/BodyResolver.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

void BodyResolver::handOver(const MethodHit& hit, TypeRef receiver, std::uint32_t line, const Arguments& arguments)
{
    const MemberSymbol& method = m_table.members[hit.member];
    const TypeId type = m_table.types[receiver->id].model;
    if (method.kind != MemberKind::Method || method.fact == kNoIndex || !m_from.valid() || !type.valid())
        return;
    const TypeSymbol& owner = m_table.types[method.owner];
    const bool ofGeneral = receiver->id != method.owner && (owner.variableCount > 0 || m_table.types[receiver->id].kind == TypeKind::Interface);
    bool tells = ofGeneral;
    for (std::size_t i = 0; !tells && i < arguments.size() && i < method.parameters.size(); ++i) {
        const TypeRef parameter = method.parameters[i];
        const TypeId given = projectType(arguments[i].type);
        tells = given.valid() && parameter != nullptr && parameter->form != TypeForm::Primitive && projectType(parameter) != given;
    }
    if (!tells)
        return;
    HandedCall call{.from = m_from, .receiver = type, .method = method.name, .argTypes = {}, .at = at(line)};
    call.argTypes.resize(arguments.size());
    for (std::size_t i = 0; i < arguments.size(); ++i)
        call.argTypes[i] = projectType(arguments[i].type);
    m_out.handedCalls.push_back(std::move(call));
}

/// Of the call that was added last.
void BodyResolver::noteTypes(const MethodHit& hit, std::span<const Argument> arguments)
{
    GenericCall noted{.call = static_cast<std::uint32_t>(m_out.calls.size() - 1), .method = hit.member, .arguments = {}, .given = {}};
    if (hit.owner != nullptr)
        for (const TypeRef argument : hit.owner->args())
            noted.arguments.push_back(symbolOf(argument));
    for (const Argument& argument : arguments)
        noted.given.push_back(symbolOf(argument.type));
    const auto known = [](std::uint32_t type) { return type != kNoIndex; };
    if (std::ranges::any_of(noted.arguments, known) || std::ranges::any_of(noted.given, known))
        m_out.genericCalls.push_back(std::move(noted));
}

} // namespace naru::analyzers::graph
