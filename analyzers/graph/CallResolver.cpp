#include "analyzers/graph/BodyResolver.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

namespace {

/// CONFLICT, NOT_FOUND
bool isConstantName(std::string_view name)
{
    return std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

void BodyResolver::readArguments(std::uint32_t at, std::uint32_t first, Arguments& arguments, bool overFirst)
{
    const auto& code = m_facts->code;
    const std::uint32_t end = at + code[at].size;
    for (std::uint32_t child = first; child < end; child += code[child].size) {
        if (code[child].op == Op::LocalType)
            continue;
        Argument argument;
        argument.code = child;
        if (code[child].op == Op::Lambda || code[child].op == Op::MethodRef) {
            argument.function = true;
            argument.methodReference = code[child].op == Op::MethodRef;
            argument.functionParameters = code[child].extra;
        } else {
            argument.type = expression(child).type;
            if (argument.type == nullptr && code[child].op == Op::Field && (code[child + 1].op == Op::Name || code[child + 1].op == Op::Field) &&
                isConstantName(m_table.text(code[child].name())))
                argument.constantOf = code[child + 1].name();
        }
        arguments.push_back(argument);
        if (overFirst && arguments.size() == 1)
            m_lambdaElement = m_libraryTypes.element(argument.type, m_arena);
    }
}

void BodyResolver::argumentStrings(const Arguments& arguments, StringId callee, StringId receiverType, MemberId member)
{
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (!arguments[i].function)
            strings(arguments[i].code, {StringContext::Argument, callee, receiverType, member, static_cast<std::uint16_t>(i)});
}

StringId BodyResolver::typeName(TypeRef type) const
{
    if (type == nullptr)
        return {};
    switch (type->form) {
    case TypeForm::Project: {
        const TypeSymbol& symbol = m_table.types[type->id];
        const std::uint32_t named = symbol.hidden ? symbol.named : type->id;
        return named != kNoIndex ? m_table.types[named].qualified : StringId();
    }
    case TypeForm::External:
        return type->externalName();
    default:
        return {};
    }
}

void BodyResolver::addCall(const MethodHit& hit, std::uint32_t line, Rule rule, std::uint32_t receiver, std::span<const Argument> arguments)
{
    const MemberSymbol& member = m_table.members[hit.member];
    if (member.fact == kNoIndex)
        rule = Rule::Synthetic;
    if (member.model.valid() && m_from.valid() && !m_table.types[member.owner].hidden) {
        m_out.calls.push_back({m_from, member.model, at(line), rule});
        m_out.receivers.push_back(receiver);
        if (receiver != kNoIndex && m_table.types[member.owner].variableCount > 0)
            noteTypes(hit, arguments);
    }
    if (has(member.flags, MemberFlag::Static))
        useNamed(member.owner, UseKind::Static, line);
}

std::uint32_t BodyResolver::addExternal(std::uint32_t line, StringId receiver, StringId method, const Arguments* arguments, bool reference)
{
    ExternalCall call;
    call.from = m_from;
    call.fromType = m_fromType;
    call.receiverType = receiver.valid() ? receiver : StringId(0U);
    call.name = method;
    call.at = at(line);
    call.methodRef = reference;
    const std::size_t count = arguments != nullptr ? arguments->size() : 0;
    call.args.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Argument& argument = (*arguments)[i];
        Folded folded;
        if (!argument.function && mayBeString(argument.code) && fold(argument.code, folded) && folded.constant && !folded.dynamic)
            call.args[i] = m_table.strings->intern(folded.text);
        if (const TypeId type = projectType(argument.type); type.valid()) {
            call.argTypes.resize(count);
            call.argTypes[i] = type;
        }
    }
    m_out.externalCalls.push_back(std::move(call));
    return static_cast<std::uint32_t>(m_out.externalCalls.size() - 1);
}

void BodyResolver::takenAs(const Value& value, TypeRef type)
{
    if (value.external < m_out.externalCalls.size())
        if (const TypeId result = projectType(type); result.valid())
            m_out.externalCalls[value.external].resultType = result;
}

void BodyResolver::addUnresolved(UnresolvedReason reason, std::uint32_t line, std::string_view receiver, StringId method)
{
    std::string text(receiver);
    if (!text.empty())
        text += '.';
    text += m_table.text(method);
    m_out.unresolved.push_back({reason, m_from, m_fromType, m_table.strings->intern(text), at(line)});
}

BodyResolver::Value BodyResolver::call(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    Arguments arguments;
    const TypeRef outerElement = m_lambdaElement;
    if (m_lambdaElement == nullptr && m_expected != nullptr && makesComparator(element.name()))
        m_lambdaElement = m_libraryTypes.functionParameter(m_expected, 0); // Comparator<X> c = Comparator.comparing(x -> ...)
    if (element.flags == 0) {
        readArguments(at, at + 1, arguments);
        const Value result = unqualifiedCall(at, arguments);
        m_lambdaElement = outerElement;
        return result;
    }
    const std::uint32_t object = at + 1;
    const Value receiver = expression(object);
    if (m_facts->code[object].op == Op::Literal || m_facts->code[object].op == Op::Binary)
        strings(object, {.context = StringContext::Other}); // "x".equals(y)
    // Collectors and comparators among the arguments work on the elements of the receiver.
    const bool overFirst = receiver.kind == ValueKind::TypeName && m_libraryTypes.worksOnFirst(receiver.type);
    if (const TypeRef inner = m_libraryTypes.element(receiver.type, m_arena); inner != nullptr)
        m_lambdaElement = inner;
    else if (m_lambdaElement != nullptr && receiver.kind != ValueKind::TypeName && !m_table.text(element.name()).starts_with("thenComparing"))
        m_lambdaElement = nullptr; // lambdas work on elements of something else
    readArguments(at, object + m_facts->code[object].size, arguments, overFirst);
    const Value result = callOn(at, receiver, arguments);
    m_lambdaElement = outerElement;
    return result;
}

BodyResolver::Value BodyResolver::callOn(std::uint32_t at, const Value& receiver, Arguments& arguments)
{
    const Code& element = m_facts->code[at];
    const std::uint32_t object = at + 1;
    if (element.name() == m_append && appendCall(at, receiver.type)) // the text of a builder that is followed
        return receiver;
    if (m_libraryTypes.isStringBuilder(receiver.type) && resetCall(at))
        return receiver;
    if (receiver.type == nullptr)
        return callOnUnknown(at, receiver, arguments);
    const TypeRef type = m_lookup.erased(receiver.type);
    if (type != nullptr && type->is(TypeForm::Project)) {
        const bool chained = m_facts->code[object].op == Op::Call;
        const Rule rule = receiver.kind == ValueKind::TypeName ? Rule::Static : chained ? Rule::Chain : Rule::TypedReceiver;
        // erased() loses nothing for a type of the system, and keeps the arguments of a bound
        return callOnProject(at, type, rule, arguments);
    }
    return callOnExternal(at, type, arguments);
}

BodyResolver::Value BodyResolver::callOnProject(std::uint32_t at, TypeRef receiver, Rule rule, Arguments& arguments)
{
    const Code& element = m_facts->code[at];
    if (rule == Rule::Static)
        useNamed(receiver->id, UseKind::Static, element.line);
    const MethodHit hit = m_lookup.method(receiver, element.name(), given(arguments));
    if (!hit) {
        if (m_table.types[receiver->id].externalSuper) {
            const TypeRef outside = m_lookup.externalSuper(receiver->id);
            const TypeRef generic = m_lookup.asExternal(receiver); // JpaRepository<Foo, Long>: what findById() gives
            return callOnExternal(at, generic != nullptr ? generic : outside, arguments, typeName(receiver));
        }
        functionArguments(arguments, hit, nullptr);
        argumentStrings(arguments, element.name(), typeName(receiver), {});
        if (isObjectMethod(m_table.text(element.name()))) {
            addExternal(element.line, m_library.object->externalName(), element.name(), &arguments);
            return {objectResult(receiver, element.name())};
        }
        addUnresolved(UnresolvedReason::UnknownMember, element.line, m_table.text(typeName(receiver)), element.name());
        return {};
    }
    if (hit.inherited && rule == Rule::TypedReceiver)
        rule = Rule::Inherited;
    const Op object = element.flags != 0 ? m_facts->code[at + 1].op : Op::Name;
    addCall(hit, element.line, rule, object == Op::Super || object == Op::New ? kNoIndex : receiver->id, given(arguments));
    handOver(hit, receiver, element.line, arguments);
    functionArguments(arguments, hit, nullptr);
    argumentStrings(arguments, element.name(), typeName(receiver), m_table.members[hit.member].model);
    return {hit.result};
}

BodyResolver::Value BodyResolver::callOnExternal(std::uint32_t at, TypeRef receiver, Arguments& arguments, StringId receiverName)
{
    const Code& element = m_facts->code[at];
    const bool knowsElement = m_libraryTypes.lambdaParameter(receiver, 0) != nullptr;
    const TypeRef lambdaResult = functionArguments(arguments, {}, knowsElement ? receiver : nullptr);
    const StringId name = receiverName.valid() ? receiverName : typeName(receiver);
    Value result;
    const bool builderAppend = element.name() == m_append && m_libraryTypes.isStringBuilder(receiver);
    if (!builderAppend)
        result.external = addExternal(element.line, name, element.name(), &arguments);
    argumentStrings(arguments, element.name(), name, {});
    if (const TypeRef context = m_libraryTypes.context(receiver, element.name(), m_arena); context != nullptr) {
        result.type = context;
        return result;
    }
    if (receiver == nullptr)
        return result;
    if (receiver->isArray())
        result.type = element.name() == m_table.strings->find("clone") ? receiver : nullptr;
    else if (element.name() == m_toString && arguments.empty())
        result.type = m_library.string;
    else
        result.type = m_libraryTypes.result(receiver, element.name(), given(arguments), lambdaResult, m_arena);
    if (result.type == nullptr && arguments.empty()) {
        const std::string_view of = receiver->is(TypeForm::External) ? m_table.text(receiver->externalName()) : std::string_view();
        result.type = m_libraryTypes.usual(element.name(), of.ends_with("Exception") || of.ends_with("Throwable") || of.ends_with("Error"));
    }
    return result;
}

BodyResolver::Value BodyResolver::callOnUnknown(std::uint32_t at, const Value& receiver, Arguments& arguments)
{
    const Code& element = m_facts->code[at];
    functionArguments(arguments, {}, nullptr);
    // A bare name that means nothing here may be a field of a supertype outside of the system; else something is missing.
    if (receiver.kind == ValueKind::Package && !anyExternalSuper()) {
        argumentStrings(arguments, element.name(), {}, {});
        addUnresolved(UnresolvedReason::UnknownType, element.line, m_table.text(receiver.text), element.name());
        return {};
    }
    Value result;
    result.external = addExternal(element.line, {}, element.name(), &arguments);
    argumentStrings(arguments, element.name(), {}, {});
    if (arguments.empty())
        result.type = m_libraryTypes.usual(element.name(), false);
    if (result.type == nullptr)
        result.type = m_libraryTypes.context(nullptr, element.name(), m_arena);
    return result;
}

bool BodyResolver::staticImportCall(std::uint32_t at, Arguments& arguments, Value& result)
{
    const Code& element = m_facts->code[at];
    for (const bool wildcard : {false, true}) {
        for (const StaticImport& import : m_names.staticImports(m_context.file)) {
            if (import.member.valid() == wildcard || (!wildcard && import.member != element.name()))
                continue;
            if (import.type.isProject()) {
                if (wildcard && !m_lookup.hasMethod(import.type.project, element.name()))
                    continue;
                result = callOnProject(at, m_lookup.self(import.type.project), Rule::Static, arguments);
            } else {
                result = callOnExternal(at, m_arena.make(TypeForm::External, import.type.external.value), arguments);
            }
            return true;
        }
    }
    return false;
}

BodyResolver::Value BodyResolver::unqualifiedCall(std::uint32_t at, Arguments& arguments)
{
    const Code& element = m_facts->code[at];
    for (auto type = m_types.rbegin(); type != m_types.rend(); ++type) {
        if (!m_lookup.hasMethod(type->type, element.name()))
            continue;
        const MethodHit hit = m_lookup.method(type->self, element.name(), given(arguments));
        if (!hit)
            continue;
        addCall(hit, element.line, hit.inherited ? Rule::Inherited : Rule::SameType, type->type, given(arguments));
        handOver(hit, type->self, element.line, arguments);
        functionArguments(arguments, hit, nullptr);
        argumentStrings(arguments, element.name(), typeName(type->self), m_table.members[hit.member].model);
        return {hit.result};
    }
    Value result;
    if (staticImportCall(at, arguments, result))
        return result;
    for (auto type = m_types.rbegin(); type != m_types.rend(); ++type)
        if (m_table.types[type->type].externalSuper) {
            const TypeRef generic = m_lookup.asExternal(type->self);
            return callOnExternal(at, generic != nullptr ? generic : m_lookup.externalSuper(type->type), arguments, typeName(type->self));
        }
    functionArguments(arguments, {}, nullptr);
    argumentStrings(arguments, element.name(), {}, {});
    if (!isObjectMethod(m_table.text(element.name()))) {
        addUnresolved(UnresolvedReason::UnknownMember, element.line, {}, element.name());
        return {};
    }
    addExternal(element.line, m_library.object->externalName(), element.name(), &arguments);
    for (auto type = m_types.rbegin(); type != m_types.rend(); ++type)
        if (m_table.types[type->type].kind == TypeKind::Enum)
            return {objectResult(type->self, element.name())};
    return {arguments.empty() ? m_libraryTypes.usual(element.name(), false) : nullptr};
}

/// What the methods give back that every object or enum has.
TypeRef BodyResolver::objectResult(TypeRef receiver, StringId method)
{
    if (method == m_toString)
        return m_library.string;
    const std::string_view name = m_table.text(method);
    if (m_table.types[receiver->id].kind != TypeKind::Enum)
        return m_libraryTypes.usual(method, false);
    return name == "values" ? m_arena.withDimensions(receiver, 1) : name == "valueOf" ? receiver : name == "name" ? m_library.string : nullptr;
}

BodyResolver::Value BodyResolver::creation(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const auto& code = m_facts->code;
    const std::uint32_t typeElement = at + 1;
    std::uint32_t next = typeElement + code[typeElement].size;
    const std::uint32_t end = at + element.size;
    TypeRef type = typeAt(typeElement);
    if (element.flags != 0 && next < end) { // outer.new Inner()
        const Value outer = expression(next);
        next += code[next].size;
        const bool known = outer.type != nullptr && outer.type->is(TypeForm::Project) && code[typeElement].op == Op::Type;
        if (known)
            if (const std::uint32_t nested = m_table.nested(outer.type->id, code[typeElement].name()); nested != kNoIndex)
                type = m_lookup.self(nested);
    }
    Arguments arguments;
    readArguments(at, next, arguments);
    use(type, UseKind::New, element.line);
    std::uint32_t anonymous = java::kNone;
    java::eachChild(code, at, [&](std::uint32_t child) {
        if (code[child].op == Op::LocalType)
            anonymous = code[child].text;
    });
    if (type != nullptr && type->is(TypeForm::Project)) {
        const MethodHit hit = m_lookup.constructor(type, given(arguments));
        functionArguments(arguments, hit, nullptr);
        if (hit)
            addCall(hit, element.line, Rule::TypedReceiver);
        else if (!arguments.empty() && !m_table.types[type->id].hidden)
            addUnresolved(UnresolvedReason::UnknownMember, element.line, m_table.text(typeName(type)), m_library.constructor);
        argumentStrings(arguments, m_table.types[type->id].simple, typeName(type), hit ? m_table.members[hit.member].model : MemberId());
    } else {
        functionArguments(arguments, {}, nullptr);
        addExternal(element.line, typeName(type), m_library.constructor, &arguments);
        if (!m_libraryTypes.isStringBuilder(type)) // the text of a builder is noted where it is used
            argumentStrings(arguments, m_library.constructor, typeName(type), {});
        type = m_libraryTypes.copied(type, given(arguments), m_arena);
    }
    if (anonymous != java::kNone)
        localType(anonymous);
    return {type};
}

BodyResolver::Value BodyResolver::constructorCall(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    std::uint32_t first = at + 1;
    if (element.flags != 0 && element.size > 1) {
        expression(first);
        first += m_facts->code[first].size;
    }
    Arguments arguments;
    readArguments(at, first, arguments);
    if (m_types.empty())
        return {};
    const EnclosingType& own = m_types.back();
    const TypeRef superclass = m_table.types[own.type].superclass;
    const TypeRef target = element.op == Op::ThisCall ? own.self : m_lookup.substitute(superclass, own.self);
    const MethodHit hit = m_lookup.constructor(target, given(arguments));
    functionArguments(arguments, hit, nullptr);
    if (hit)
        addCall(hit, element.line, Rule::SameType);
    else if (target != nullptr && target->form == TypeForm::External)
        addExternal(element.line, typeName(target), m_library.constructor, &arguments);
    else if (target != nullptr && !arguments.empty())
        addUnresolved(UnresolvedReason::UnknownMember, element.line, m_table.text(typeName(target)), m_library.constructor);
    argumentStrings(arguments, m_library.constructor, typeName(target), hit ? m_table.members[hit.member].model : MemberId());
    return {};
}

} // namespace naru::analyzers::graph
