#include "analyzers/graph/LibraryTypes.h"

namespace naru::analyzers::graph {

using core::StringId;

std::uint32_t LibraryTypes::family(TypeRef type) const
{
    return type != nullptr && type->is(TypeForm::External) ? m_families.find(type->id) : kNoIndex;
}

bool LibraryTypes::isStringBuilder(TypeRef type) const
{
    return family(type) == static_cast<std::uint32_t>(Family::Builder);
}

TypeRef LibraryTypes::made(StringId name, TypeRef argument, TypeArena& arena) const
{
    return arena.make(TypeForm::External, name.value, std::span(&argument, 1));
}

namespace {

TypeRef argumentOf(TypeRef type, std::size_t index)
{
    return index < type->argumentCount ? type->arguments[index] : nullptr;
}

/// What needs neither receiver nor arguments; null for other rules.
TypeRef plainType(const LibraryNames& names, char rule)
{
    switch (rule) {
    case 't':
        return names.string;
    case 'n':
        return names.primitive(Primitive::Int);
    case 'g':
        return names.primitive(Primitive::Long);
    case 'd':
        return names.primitive(Primitive::Double);
    case 'b':
        return names.primitive(Primitive::Boolean);
    case 'c':
        return names.primitive(Primitive::Char);
    default:
        return nullptr;
    }
}

/// X for an argument X.class, whose type is Class<X>.
TypeRef classArgument(std::span<const Argument> arguments, StringId classType)
{
    for (const Argument& argument : arguments)
        if (argument.type != nullptr && argument.type->is(TypeForm::External) && argument.type->externalName() == classType)
            return argumentOf(argument.type, 0);
    return nullptr;
}

} // namespace

TypeRef LibraryTypes::apply(char rule, TypeRef receiver, std::span<const Argument> arguments, TypeRef lambdaResult, TypeArena& arena) const
{
    const TypeRef first = argumentOf(receiver, 0);
    const TypeRef second = argumentOf(receiver, 1);
    const auto classArg = [&] { return classArgument(arguments, m_names.classType->externalName()); };
    switch (rule) {
    case '0':
        return first;
    case '1':
        return second;
    case 's':
        return made(m_stream, first, arena);
    case 'i':
        return made(m_iterator, first, arena);
    case 'l':
        return made(m_list, first, arena);
    case 'o':
        return made(m_optional, first, arena);
    case 'k':
        return made(m_set, first, arena);
    case 'v':
        return made(m_collection, second, arena);
    case 'e':
        return made(m_set, arena.make(TypeForm::External, m_entry.value, receiver->args()), arena);
    case 'S':
        return receiver;
    case 'L':
        return made(m_stream, lambdaResult, arena);
    case 'O':
        return made(m_optional, lambdaResult, arena);
    case 'F':
        return lambdaResult;
    case 'C':
        return classArg();
    case 'D':
        return made(m_list, classArg(), arena);
    case 'Q': {
        const TypeRef type = classArg();
        return type != nullptr ? made(m_query, type, arena) : nullptr;
    }
    case 'H':
        return made(m_optional, classArg(), arena);
    case 'A':
        return arguments.empty() ? nullptr : arguments[0].type;
    case 'x':
        return &m_stringArray;
    default:
        break;
    }
    if (const TypeRef type = plainType(m_names, rule); type != nullptr)
        return type;
    return factory(rule, receiver, arguments, lambdaResult, arena);
}

TypeRef LibraryTypes::factory(char rule, TypeRef receiver, std::span<const Argument> arguments, TypeRef lambdaResult, TypeArena& arena) const
{
    const TypeRef given = arguments.empty() ? nullptr : arguments[0].type;
    const bool spread = arguments.size() == 1 && given != nullptr && given->isArray(); // an array for T...
    const auto bare = [&](StringId name) { return arena.make(TypeForm::External, name.value); };
    const auto map = [&](TypeRef key, TypeRef value) {
        const TypeRef types[] = {key, value};
        return arena.make(TypeForm::External, m_map.value, types);
    };
    switch (rule) {
    case 'M':
        return made(m_optional, given, arena);
    case 'T':
        return made(m_stream, spread ? element(given, arena) : given, arena);
    case 'Y':
        return made(m_stream, element(given, arena), arena);
    case 'U':
        return made(m_list, spread ? element(given, arena) : given, arena);
    case 'P':
        return arguments.size() > 1 ? map(given, arguments[1].type) : nullptr;
    case 'J':
        return made(receiver->externalName(), lambdaResult, arena);
    case 'K':
        return made(receiver->externalName(), given, arena);
    case 'w':
        return bare(m_list);
    case 'y':
        return bare(m_set);
    case 'I':
        return bare(m_function);
    case 'G':
        return map(arguments.empty() || !arguments[0].function ? lambdaResult : arguments[0].result,
                   arguments.size() > 1 ? arguments.back().type : bare(m_list));
    case 'N':
        if (arguments.size() < 2)
            return nullptr;
        return map(arguments[0].result, arguments[1].function ? arguments[1].result : arguments[1].type);
    case 'X':
        return arguments.size() > 1 ? collected(arguments[1].type, lambdaResult, arena) : nullptr;
    case 'q':
        return given == nullptr ? made(m_list, argumentOf(receiver, 0), arena) : collected(given, argumentOf(receiver, 0), arena);
    default:
        return nullptr;
    }
}

/// What a collector makes of a stream of elements: containers without arguments get them.
TypeRef LibraryTypes::collected(TypeRef collector, TypeRef element, TypeArena& arena) const
{
    const std::uint32_t kind = family(collector);
    if (kind == static_cast<std::uint32_t>(Family::Function))
        return element;
    if (kind == static_cast<std::uint32_t>(Family::Collection) && collector->argumentCount == 0)
        return made(collector->externalName(), element, arena);
    if (kind != static_cast<std::uint32_t>(Family::Map) || collector->argumentCount != 2)
        return collector;
    const TypeRef types[] = {collector->arguments[0], collected(collector->arguments[1], element, arena)};
    return arena.make(TypeForm::External, collector->id, types);
}

bool LibraryTypes::worksOnFirst(TypeRef type) const
{
    const std::uint32_t kind = family(type);
    return kind == static_cast<std::uint32_t>(Family::Collections) || kind == static_cast<std::uint32_t>(Family::Arrays);
}

TypeRef LibraryTypes::copied(TypeRef type, std::span<const Argument> arguments, TypeArena& arena) const
{
    if (arguments.size() != 1 || type == nullptr || type->argumentCount != 0 || type->isArray() ||
        family(type) != static_cast<std::uint32_t>(Family::Collection))
        return type;
    const TypeRef of = element(arguments[0].type, arena);
    return of != nullptr ? made(type->externalName(), of, arena) : type;
}

TypeRef LibraryTypes::context(TypeRef receiver, StringId method, TypeArena& arena) const
{
    std::uint32_t found = m_contexts.find(FlatMap::key(static_cast<std::uint32_t>(Family::Any), method.value));
    if (const std::uint32_t kind = found == kNoIndex ? family(receiver) : kNoIndex; kind != kNoIndex)
        found = m_contexts.find(FlatMap::key(kind, method.value));
    return found == kNoIndex ? nullptr : arena.make(TypeForm::External, found);
}

TypeRef LibraryTypes::result(TypeRef receiver, StringId method, std::span<const Argument> arguments, TypeRef lambdaResult,
                             TypeArena& arena) const
{
    const std::uint32_t kind = family(receiver);
    if (kind == kNoIndex)
        return nullptr;
    const std::uint32_t rule = m_results.find(FlatMap::key(kind, method.value));
    return rule == kNoIndex ? nullptr : apply(static_cast<char>(rule), receiver, arguments, lambdaResult, arena);
}

TypeRef LibraryTypes::usual(StringId method, bool thrown) const
{
    const auto ruleOf = [&](Family family) { return m_results.find(FlatMap::key(static_cast<std::uint32_t>(family), method.value)); };
    std::uint32_t rule = ruleOf(Family::Anything);
    if (rule == kNoIndex && thrown)
        rule = ruleOf(Family::Failure);
    const char letter = rule == kNoIndex ? ' ' : static_cast<char>(rule);
    switch (letter) {
    case 'Z':
        return m_names.classType;
    case 'W':
        return &m_throwable;
    default:
        return plainType(m_names, letter);
    }
}

TypeRef LibraryTypes::lambdaParameter(TypeRef receiver, unsigned parameter) const
{
    const std::uint32_t kind = family(receiver);
    if (kind == static_cast<std::uint32_t>(Family::Map))
        return argumentOf(receiver, parameter > 0 ? 1 : 0);
    if (kind == static_cast<std::uint32_t>(Family::Collection) || kind == static_cast<std::uint32_t>(Family::Stream) ||
        kind == static_cast<std::uint32_t>(Family::Optional) || kind == static_cast<std::uint32_t>(Family::Iterator) ||
        kind == static_cast<std::uint32_t>(Family::Holder))
        return argumentOf(receiver, 0);
    return nullptr;
}

TypeRef LibraryTypes::functionParameter(TypeRef interface, unsigned parameter) const
{
    if (interface == nullptr || !interface->is(TypeForm::External) || parameter > 3)
        return nullptr;
    const std::uint32_t packed = m_functions.find(interface->id);
    if (packed == kNoIndex)
        return nullptr;
    const std::uint32_t index = (packed >> (4 * parameter)) & 15U;
    return index == 0 ? nullptr : argumentOf(interface, index - 1);
}

TypeRef LibraryTypes::functionResult(TypeRef interface) const
{
    if (interface == nullptr || !interface->is(TypeForm::External))
        return nullptr;
    const std::uint32_t packed = m_functions.find(interface->id);
    const std::uint32_t index = packed == kNoIndex ? 0 : packed >> kFunctionResult;
    return index == 0 ? nullptr : argumentOf(interface, index - 1);
}

TypeRef LibraryTypes::element(TypeRef type, TypeArena& arena) const
{
    if (type == nullptr)
        return nullptr;
    if (type->isArray())
        return arena.withDimensions(type, type->dimensions - 1U);
    const std::uint32_t kind = family(type);
    if (kind == static_cast<std::uint32_t>(Family::Collection) || kind == static_cast<std::uint32_t>(Family::Stream) ||
        kind == static_cast<std::uint32_t>(Family::Iterator))
        return argumentOf(type, 0);
    return nullptr;
}

} // namespace naru::analyzers::graph
