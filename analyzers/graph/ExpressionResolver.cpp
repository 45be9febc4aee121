#include "analyzers/graph/BodyResolver.h"

#include "analyzers/graph/CodeLookup.h"

#include <algorithm>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::LiteralKind;
using java::Op;
using java::Operator;

BodyResolver::Value BodyResolver::expression(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const auto& code = m_facts->code;
    switch (element.op) {
    case Op::Name:
        return name(at);
    case Op::Field:
        return fieldOf(at);
    case Op::Call:
        return call(at);
    case Op::New:
        return creation(at);
    case Op::ThisCall:
    case Op::SuperCall:
        return constructorCall(at);
    case Op::This:
    case Op::Super:
        return thisOrSuper(at);
    case Op::Binary:
        return binary(at);
    case Op::Assign:
        return assignment(at);
    case Op::Cast:
        return castTo(at);
    case Op::Lambda:
        return {lambda(at, m_expected, nullptr)};
    case Op::MethodRef:
        methodReference(at);
        return {};
    case Op::Switch:
        switchCases(at);
        return {};
    case Op::Literal: {
        constexpr Primitive kTypes[] = {Primitive::Int,    Primitive::Long, Primitive::Float,
                                        Primitive::Double, Primitive::Char, Primitive::Boolean};
        const auto kind = static_cast<LiteralKind>(element.extra);
        if (kind == LiteralKind::String)
            return {m_library.string};
        if (kind == LiteralKind::Null)
            return {m_arena.make(TypeForm::Null, 0)};
        return {m_library.primitive(kTypes[element.extra])};
    }
    case Op::ClassLit: {
        const TypeRef type = element.size > 1 ? typeAt(at + 1) : nullptr;
        use(type, UseKind::Static, element.line);
        return {m_arena.make(TypeForm::External, m_library.classType->id, std::span(&type, 1))};
    }
    case Op::Unary: {
        const TypeRef type = element.size > 1 ? expression(at + 1).type : nullptr;
        return {static_cast<Operator>(element.extra) == Operator::Not ? m_library.primitive(Primitive::Boolean) : type};
    }
    case Op::Update:
        return element.size > 1 ? expression(at + 1) : Value{};
    case Op::InstanceOf: {
        bool first = true;
        java::eachChild(code, at, [&](std::uint32_t child) {
            if (first)
                expression(child);
            else if (code[child].op == Op::Type)
                use(typeAt(child), UseKind::Cast, code[child].line);
            else
                statement(child);
            first = false;
        });
        return {m_library.primitive(Primitive::Boolean)};
    }
    case Op::Ternary: {
        TypeRef type = nullptr;
        unsigned index = 0;
        java::eachChild(code, at, [&](std::uint32_t child) {
            const TypeRef part = expression(child).type;
            const bool better = type == nullptr || type->form == TypeForm::Null;
            if (index++ > 0 && better)
                type = part;
        });
        return {type};
    }
    case Op::Index: {
        TypeRef array = nullptr;
        bool first = true;
        java::eachChild(code, at, [&](std::uint32_t child) {
            const TypeRef part = expression(child).type;
            if (first)
                array = part;
            first = false;
        });
        return {array != nullptr && array->isArray() ? m_arena.withDimensions(array, array->dimensions - 1U) : nullptr};
    }
    case Op::NewArray: {
        TypeRef type = nullptr;
        java::eachChild(code, at, [&](std::uint32_t child) {
            if (code[child].op == Op::Type && type == nullptr) {
                type = typeAt(child);
                use(type, UseKind::New, code[child].line);
            } else {
                expression(child);
            }
        });
        return {type};
    }
    case Op::ArrayInit:
        java::eachChild(code, at, [&](std::uint32_t child) {
            expression(child);
            strings(child, {.context = StringContext::Other});
        });
        return {};
    case Op::Type:
        return {typeAt(at), ValueKind::TypeName};
    case Op::AnnotationValue:
    case Op::NoType:
    case Op::Wildcard:
    case Op::Param:
        return {};
    default:
        statement(at);
        return {};
    }
}

BodyResolver::Variable* BodyResolver::variable(StringId name)
{
    for (auto at = m_variables.rbegin(); at != m_variables.rend(); ++at)
        if (at->name == name)
            return &*at;
    return nullptr;
}

BodyResolver::Value BodyResolver::fieldHit(const FieldHit& hit, std::uint32_t line, bool throughType)
{
    const MemberSymbol& field = m_table.members[hit.member];
    if (field.model.valid() && m_from.valid() && field.model != m_from)
        m_out.fieldAccesses.push_back({m_from, field.model, AccessMode::Read, at(line)});
    useNamed(field.owner, throughType ? UseKind::Static : UseKind::FieldAccess, line);
    return {hit.type};
}

BodyResolver::Value BodyResolver::name(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    if (const Variable* local = variable(element.name()); local != nullptr)
        return {local->type};
    for (auto type = m_types.rbegin(); type != m_types.rend(); ++type)
        if (const FieldHit hit = m_lookup.field(type->self, element.name()))
            return fieldHit(hit, element.line, false);
    for (const StaticImport& import : m_names.staticImports(m_context.file)) {
        if (import.member.valid() && import.member != element.name())
            continue;
        if (import.type.isProject()) {
            if (const FieldHit hit = m_lookup.field(m_lookup.self(import.type.project), element.name()))
                return fieldHit(hit, element.line, true);
        } else if (const std::uint32_t of = m_names.queriedBy(import.type, m_context.file); of != kNoIndex) {
            // QMember.member, also through a wildcard
            if (import.member.valid() || m_table.text(element.name()) == decapitalized(m_table.text(m_table.types[of].simple)))
                return {m_names.external(import.type, m_context.file, m_arena)};
        } else if (import.member.valid()) {
            return {}; // a constant of a library
        }
    }
    return typeOrPackage(element.name());
}

BodyResolver::Value BodyResolver::typeOrPackage(StringId text)
{
    const NamedType named = m_names.resolve(text, m_context);
    if (named.isProject())
        return {m_lookup.self(named.project), ValueKind::TypeName};
    if (named.variable != kNoIndex)
        return {};
    const std::string_view written = m_table.text(text);
    const std::size_t dot = written.rfind('.');
    const char initial = written.empty() ? ' ' : written[dot == std::string_view::npos ? 0 : dot + 1];
    if (!named.guessed || (initial >= 'A' && initial <= 'Z'))
        if (dot == std::string_view::npos || (initial >= 'A' && initial <= 'Z'))
            return {m_names.external(named, m_context.file, m_arena), ValueKind::TypeName};
    return {nullptr, ValueKind::Package, text};
}

BodyResolver::Value BodyResolver::fieldOf(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    if (element.size < 2)
        return {};
    const Value object = expression(at + 1);
    if (object.kind == ValueKind::Package) {
        std::string text(m_table.text(object.text));
        text.append(".").append(m_table.text(element.name()));
        return typeOrPackage(m_table.strings->intern(text));
    }
    if (object.type == nullptr)
        return {};
    const bool throughType = object.kind == ValueKind::TypeName;
    if (object.type->isArray())
        return {m_library.primitive(Primitive::Int)}; // length
    if (const FieldHit hit = m_lookup.field(object.type, element.name()))
        return fieldHit(hit, element.line, throughType);
    if (const TypeRef path = queryPath(object, element.name()); path != nullptr)
        return {path};
    if (!throughType)
        return {};
    std::string text(object.type->form == TypeForm::Project ? m_table.text(m_table.types[object.type->id].qualified)
                                                            : m_table.text(object.type->externalName()));
    text.append(".").append(m_table.text(element.name()));
    const std::string_view simple = m_table.text(element.name());
    const bool looksLikeType = simple.size() > 1 && simple[0] >= 'A' && simple[0] <= 'Z' &&
                               std::ranges::any_of(simple, [](char c) { return c >= 'a' && c <= 'z'; });
    if (object.type->form == TypeForm::Project) {
        const NamedType nested = m_names.resolve(m_table.strings->intern(text), m_context);
        return nested.isProject() ? Value{m_lookup.self(nested.project), ValueKind::TypeName} : Value{};
    }
    return looksLikeType ? Value{m_arena.make(TypeForm::External, m_table.strings->intern(text).value), ValueKind::TypeName} : Value{};
}

/// QMember.member is a QMember; member.team stands for the attribute of Member.
TypeRef BodyResolver::queryPath(const Value& object, StringId name)
{
    const TypeRef type = object.type;
    if (!type->is(TypeForm::External) || type->argumentCount != 1 || type->arguments[0] == nullptr || type->arguments[0]->form != TypeForm::Project)
        return nullptr;
    const std::string_view made = m_table.text(type->externalName());
    const std::string_view simple = made.substr(made.rfind('.') + 1); // npos + 1 is 0
    if (!simple.starts_with('Q') || simple.substr(1) != m_table.text(m_table.types[type->arguments[0]->id].simple)) {
        if (type->externalName() != m_queryPath)
            return nullptr;
    } else if (object.kind == ValueKind::TypeName) {
        return type;
    }
    const FieldHit hit = m_lookup.field(type->arguments[0], name);
    if (!hit || hit.type == nullptr)
        return nullptr;
    const TypeRef element = m_libraryTypes.element(hit.type, m_arena);
    const TypeRef of = element != nullptr ? element : hit.type;
    return of->is(TypeForm::Project) ? m_arena.make(TypeForm::External, m_queryPath.value, std::span(&of, 1)) : nullptr;
}

BodyResolver::Value BodyResolver::thisOrSuper(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    if (m_types.empty())
        return {};
    TypeRef own = m_types.back().self;
    if (element.name().valid()) {
        const NamedType named = m_names.resolve(element.name(), m_context);
        own = named.isProject() ? m_lookup.self(named.project) : nullptr;
    }
    if (own == nullptr || element.op == Op::This)
        return {own};
    const TypeSymbol& symbol = m_table.types[own->id];
    if (symbol.kind == TypeKind::Interface) // Interface.super.method()
        return {own};
    if (symbol.superclass != nullptr)
        return {m_lookup.substitute(symbol.superclass, own)};
    return {symbol.interfaces.size() == 1 && symbol.hidden ? symbol.interfaces[0] : m_library.object};
}

BodyResolver::Value BodyResolver::binary(std::uint32_t at)
{
    const auto& code = m_facts->code;
    const auto op = static_cast<Operator>(code[at].extra);
    TypeRef widest = nullptr;
    bool text = false;
    java::eachChild(code, at, [&](std::uint32_t child) {
        const TypeRef type = expression(child).type;
        if (op != Operator::Add)
            strings(child, {.context = StringContext::Other});
        text = text || (type != nullptr && type->is(TypeForm::External) && type->id == m_library.string->id);
        const bool number = type != nullptr && type->is(TypeForm::Primitive);
        if (number && (widest == nullptr || widest->id < type->id))
            widest = type;
    });
    switch (op) {
    case Operator::Compare:
    case Operator::Logic:
        return {m_library.primitive(Primitive::Boolean)};
    case Operator::Add:
        if (text)
            return {m_library.string};
        break;
    default:
        break;
    }
    const bool promoted = widest != nullptr && widest->id < static_cast<std::uint32_t>(Primitive::Int) &&
                          widest->id > static_cast<std::uint32_t>(Primitive::Boolean);
    return {promoted ? m_library.primitive(Primitive::Int) : widest};
}

BodyResolver::Value BodyResolver::assignment(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const auto& code = m_facts->code;
    const std::uint32_t target = at + 1;
    if (element.size < 2)
        return {};
    const std::uint32_t value = target + code[target].size;
    const std::size_t accesses = m_out.fieldAccesses.size();
    const Value left = expression(target);
    // The access of the assigned field itself is the last one that the target made.
    const bool plainTarget = code[target].op == Op::Name || code[target].op == Op::Field;
    if (plainTarget && m_out.fieldAccesses.size() > accesses)
        m_out.fieldAccesses.back().mode = AccessMode::Write;
    if (value >= at + element.size)
        return left;
    if (code[value].op == Op::Lambda)
        lambda(value, left.type, nullptr);
    else
        takenAs(expression(value), left.type);
    if (code[target].op == Op::Name)
        if (Variable* local = variable(code[target].name()); local != nullptr) {
            trackLocal(at, *local, value);
            return left;
        }
    if (plainTarget && trackField(at, left.type, value))
        return left;
    strings(value, {.context = plainTarget ? StringContext::Field : StringContext::Other});
    return left;
}

BodyResolver::Value BodyResolver::castTo(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    if (element.size < 2)
        return {};
    const TypeRef type = typeAt(at + 1);
    const std::uint32_t value = at + 1 + m_facts->code[at + 1].size;
    if (element.flags != 0 &&
        value < at + element.size) { // not written, but known from the instructions: it counts where nothing else does
        Value known = expression(value);
        if (known.type == nullptr || known.type->form == TypeForm::Null || type == nullptr || type->form == TypeForm::Primitive)
            known.type = type;
        return known;
    }
    use(type, UseKind::Cast, element.line);
    if (value < at + element.size) {
        if (m_facts->code[value].op == Op::Lambda)
            lambda(value, type, nullptr);
        else
            takenAs(expression(value), type);
    }
    return {type};
}

} // namespace naru::analyzers::graph
