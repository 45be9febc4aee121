#include "analyzers/graph/BodyResolver.h"

#include <utility>

// Lambdas and method references, and what they are when they are arguments.

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

/// Lambdas are read when the method is known, because it says what their parameters are. Returns what the last one gives back.
TypeRef BodyResolver::functionArguments(Arguments& arguments, const MethodHit& hit, TypeRef receiver)
{
    TypeRef result = nullptr;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].function)
            continue;
        const TypeRef target = hit && i < hit.parameters.size() ? hit.parameters[i] : nullptr;
        result = arguments[i].methodReference ? methodReference(arguments[i].code) : lambda(arguments[i].code, target, receiver);
        arguments[i].result = result;
    }
    return result;
}

TypeRef BodyResolver::lambda(std::uint32_t at, TypeRef target, TypeRef receiver)
{
    const Code& element = m_facts->code[at];
    const auto& code = m_facts->code;
    const std::size_t scope = m_variables.size();
    const MethodHit function = m_lookup.function(target);
    std::uint32_t child = at + 1;
    for (std::uint16_t i = 0; i < element.extra && child < at + element.size; ++i, child += code[child].size) {
        TypeRef type = code[child].size > 1 ? typeAt(child + 1) : nullptr;
        use(type, UseKind::Parameter, code[child].line);
        if (type == nullptr && function && i < function.parameters.size())
            type = function.parameters[i];
        if (type == nullptr)
            type = m_libraryTypes.functionParameter(target, i);
        if (type == nullptr && receiver != nullptr)
            type = m_libraryTypes.lambdaParameter(receiver, i);
        if (type == nullptr && target == nullptr && receiver == nullptr)
            type = m_lambdaElement;
        declare(code[child].name(), type);
    }
    TypeRef result = nullptr;
    if (child < at + element.size) {
        ++m_lambdas;
        // What it gives back may be a lambda, too: Function<A, Predicate<B>> f = a -> b -> ...
        const TypeRef given = function ? function.result : m_libraryTypes.functionResult(target);
        const TypeRef returned = std::exchange(m_returned, given);
        const TypeRef outer = std::exchange(m_expected, code[child].op == Op::Block ? nullptr : given);
        if (code[child].op == Op::Block) {
            statement(child);
        } else {
            result = expression(child).type;
            strings(child, {.context = StringContext::Other});
        }
        m_expected = outer;
        m_returned = returned;
        --m_lambdas;
    }
    closeScope(scope);
    return result;
}

TypeRef BodyResolver::methodReference(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    if (element.size < 2)
        return nullptr;
    const Value object = expression(at + 1);
    if (object.type == nullptr || object.type->isArray()) {
        if (object.type == nullptr)
            addExternal(element.line, {}, element.name(), nullptr, true);
        return nullptr;
    }
    const TypeRef type = m_lookup.erased(object.type);
    if (type == nullptr || !type->is(TypeForm::Project)) {
        addExternal(element.line, typeName(type), element.name(), nullptr, true);
        return element.name() == m_library.constructor ? type : nullptr;
    }
    const bool throughType = object.kind == ValueKind::TypeName;
    if (element.name() == m_library.constructor) {
        useNamed(type->id, UseKind::New, element.line);
        const MethodHit hit = m_lookup.reference(type, element.name());
        if (hit && !hit.inherited)
            addCall(hit, element.line, Rule::TypedReceiver);
        return type;
    }
    const MethodHit hit = m_lookup.reference(type, element.name());
    if (!hit) {
        if (const TypeRef outside = m_lookup.externalSuper(type->id); outside != nullptr)
            addExternal(element.line, typeName(outside), element.name(), nullptr, true);
        else if (isObjectMethod(m_table.text(element.name())))
            addExternal(element.line, m_library.object->externalName(), element.name(), nullptr, true);
        else
            addUnresolved(UnresolvedReason::UnknownMember, element.line, m_table.text(typeName(type)), element.name());
        return nullptr;
    }
    const bool ofSuper = m_facts->code[at + 1].op == Op::Super;
    addCall(hit, element.line, throughType ? Rule::Static : Rule::TypedReceiver, ofSuper ? kNoIndex : type->id);
    return hit.result;
}

} // namespace naru::analyzers::graph
