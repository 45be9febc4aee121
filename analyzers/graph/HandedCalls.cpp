#include "analyzers/graph/BodyResolver.h"

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

} // namespace naru::analyzers::graph
