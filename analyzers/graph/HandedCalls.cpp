#include "analyzers/graph/HandedCalls.h"

#include "analyzers/graph/BodyResolver.h"

#include <string>

namespace naru::analyzers::graph {

using namespace core;

HandedCall handedCall(std::string_view receiver)
{
    const std::size_t mark = receiver.find('#');
    return mark == std::string_view::npos ? HandedCall{receiver, {}} : HandedCall{receiver.substr(0, mark), receiver.substr(mark + 1)};
}

TypeId BodyResolver::projectType(TypeRef type) const
{
    if (type == nullptr)
        return {};
    if (type->form == TypeForm::Project)
        return m_table.types[type->id].model;
    for (const TypeRef argument : type->args())
        if (const TypeId found = projectType(argument); found.valid())
            return found;
    return {};
}

void BodyResolver::handOver(const MethodHit& hit, TypeRef receiver, std::uint32_t line, const Arguments& arguments)
{
    const MemberSymbol& method = m_table.members[hit.member];
    if (method.kind != MemberKind::Method || !m_from.valid() || method.fact == kNoIndex)
        return;
    const TypeSymbol& owner = m_table.types[method.owner];
    const bool ofGeneral = receiver->id != method.owner && (owner.variableCount > 0 || m_table.types[receiver->id].kind == TypeKind::Interface);
    bool tells = ofGeneral;
    for (std::size_t i = 0; !tells && i < arguments.size() && i < method.parameters.size(); ++i) {
        const TypeRef parameter = method.parameters[i];
        const TypeId given = projectType(arguments[i].type);
        tells = given.valid() && parameter != nullptr && parameter->form != TypeForm::Primitive && projectType(parameter) != given;
    }
    const StringId name = tells ? typeName(receiver) : StringId();
    if (!name.valid() || m_table.text(name).empty())
        return;
    ExternalCall call;
    call.from = m_from;
    call.fromType = m_fromType;
    call.receiverType = m_table.strings->intern(std::string(m_table.text(name)) + "#" + std::string(m_table.text(method.name)));
    call.name = m_handed;
    call.at = at(line);
    call.args.resize(arguments.size());
    call.argTypes.resize(arguments.size());
    for (std::size_t i = 0; i < arguments.size(); ++i)
        call.argTypes[i] = projectType(arguments[i].type);
    m_out.externalCalls.push_back(std::move(call));
}

} // namespace naru::analyzers::graph
