#include "analyzers/graph/BodyResolver.h"

#include <utility>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

void BodyResolver::children(std::uint32_t at, std::uint32_t skip)
{
    java::eachChild(m_facts->code, at, [&](std::uint32_t child) {
        if (skip > 0)
            --skip;
        else
            statement(child);
    });
}

void BodyResolver::statement(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    switch (element.op) {
    case Op::Block:
    case Op::Case: {
        const std::size_t scope = m_variables.size();
        children(at);
        closeScope(scope);
        return;
    }
    case Op::Group:
        children(at);
        return;
    case Op::Local:
        localVariable(at);
        return;
    case Op::ForEach:
        forEach(at);
        return;
    case Op::Catch:
        catchClause(at);
        return;
    case Op::Pattern:
    case Op::RecordPattern:
        pattern(at);
        return;
    case Op::LocalType:
        localType(element.text);
        return;
    case Op::Return:
        java::eachChild(m_facts->code, at, [&](std::uint32_t child) {
            const TypeRef own = m_context.member != kNoIndex ? m_table.members[m_context.member].type : nullptr;
            const TypeRef result = m_lambdas == 0 ? own : m_returned;
            const TypeRef outer = std::exchange(m_expected, result);
            const Value value = expression(child);
            m_expected = outer;
            takenAs(value, m_lambdas == 0 ? own : nullptr);
            strings(child, {.context = StringContext::Return});
        });
        return;
    default:
        expression(at);
        return;
    }
}

void BodyResolver::localVariable(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const std::uint32_t typeElement = at + 1;
    const std::uint32_t value = typeElement + m_facts->code[typeElement].size;
    TypeRef type = typeAt(typeElement);
    use(type, UseKind::Local, element.line);
    if (value < at + element.size) {
        const bool function = m_facts->code[value].op == Op::Lambda || m_facts->code[value].op == Op::MethodRef;
        const TypeRef outer = std::exchange(m_expected, type);
        const Value initial = m_facts->code[value].op == Op::Lambda ? Value{lambda(value, type, nullptr)} : expression(value);
        m_expected = outer;
        takenAs(initial, type);
        if (type == nullptr && !function)
            type = initial.type; // var
        declare(element.name(), type);
        trackLocal(value, m_variables.back(), value);
        return;
    }
    declare(element.name(), type);
}

void BodyResolver::forEach(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const std::size_t scope = m_variables.size();
    const std::uint32_t typeElement = at + 1;
    const std::uint32_t value = typeElement + m_facts->code[typeElement].size;
    TypeRef type = typeAt(typeElement);
    use(type, UseKind::Local, element.line);
    if (value < at + element.size) {
        const TypeRef iterated = expression(value).type;
        if (type == nullptr) {
            const TypeRef known = m_libraryTypes.element(iterated, m_arena);
            type = known != nullptr ? known : m_libraryTypes.element(m_lookup.asExternal(iterated), m_arena);
            // A type of a library that is not known here, but can be walked over: of its one argument.
            if (type == nullptr && iterated != nullptr && iterated->is(TypeForm::External) && iterated->argumentCount == 1)
                type = iterated->arguments[0];
        }
    }
    declare(element.name(), type);
    children(at, 2);
    closeScope(scope);
}

void BodyResolver::catchClause(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const std::size_t scope = m_variables.size();
    TypeRef type = nullptr;
    std::uint32_t typeElement = at + 1;
    for (std::uint16_t i = 0; i < element.extra; ++i) {
        const TypeRef caught = typeAt(typeElement);
        use(caught, UseKind::Throws, element.line);
        type = i == 0 ? caught : nullptr; // of several the common supertype is not known
        typeElement += m_facts->code[typeElement].size;
    }
    declare(element.name(), type);
    children(at, element.extra);
    closeScope(scope);
}

void BodyResolver::pattern(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    if (element.op == Op::Pattern) {
        const TypeRef type = element.size > 1 ? typeAt(at + 1) : nullptr;
        use(type, UseKind::Cast, element.line);
        declare(element.name(), type);
        return;
    }
    TypeRef record = nullptr;
    std::uint32_t index = 0;
    java::eachChild(m_facts->code, at, [&](std::uint32_t child) {
        const Code& part = m_facts->code[child];
        if (part.op == Op::Type && index == 0) {
            record = typeAt(child);
            use(record, UseKind::Cast, part.line);
        } else if (part.op == Op::Pattern) {
            TypeRef type = part.size > 1 ? typeAt(child + 1) : nullptr;
            use(type, UseKind::Cast, part.line);
            const bool known = record != nullptr && record->is(TypeForm::Project);
            if (type == nullptr && known && index - 1 < m_table.types[record->id].components.size())
                type = m_lookup.substitute(m_table.types[record->id].components[index - 1], record);
            declare(part.name(), type);
        } else {
            statement(child);
        }
        ++index;
    });
    if (record != nullptr && record->is(TypeForm::Project))
        deconstruct(record, element.line);
}

/// A record pattern asks the accessor of each component (JLS 14.30.2).
void BodyResolver::deconstruct(TypeRef record, std::uint32_t line)
{
    const TypeSymbol& symbol = m_table.types[record->id];
    const java::FileFacts& facts = m_table.factsOf(symbol);
    const java::Range components = m_table.factOf(symbol).components;
    for (std::uint32_t i = 0; i < components.count; ++i)
        if (const MethodHit accessor = m_lookup.method(record, facts.parameters[components.first + i].name, {}))
            addCall(accessor, line, Rule::TypedReceiver);
}

void BodyResolver::switchCases(std::uint32_t at)
{
    TypeRef subject = nullptr;
    bool first = true;
    const std::size_t scope = m_variables.size(); // what one group declares, the next ones may use
    java::eachChild(m_facts->code, at, [&](std::uint32_t child) {
        if (first) {
            subject = expression(child).type;
            first = false;
            return;
        }
        const Code& group = m_facts->code[child];
        if (group.op != Op::Case) {
            statement(child);
            return;
        }
        java::eachChild(m_facts->code, child, [&](std::uint32_t part) {
            const Code& label = m_facts->code[part];
            const bool enumLabel = label.op == Op::Name && subject != nullptr && subject->is(TypeForm::Project);
            if (const FieldHit hit = enumLabel ? m_lookup.field(subject, label.name()) : FieldHit())
                fieldHit(hit, label.line, true);
            else
                statement(part);
        });
    });
    closeScope(scope);
}

} // namespace naru::analyzers::graph
