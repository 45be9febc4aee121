#include "analyzers/graph/Conversions.h"

#include <string>
#include <string_view>
#include <utility>

namespace naru::analyzers::graph {

using core::StringId;

namespace {

constexpr std::pair<std::string_view, Primitive> kBoxes[] = {
    {"Boolean", Primitive::Boolean}, {"Byte", Primitive::Byte}, {"Short", Primitive::Short}, {"Character", Primitive::Char},
    {"Integer", Primitive::Int},     {"Long", Primitive::Long}, {"Float", Primitive::Float}, {"Double", Primitive::Double},
};

constexpr std::string_view kFinals[] = {"String", "Boolean", "Byte", "Short", "Character", "Integer", "Long", "Float", "Double", "Class"};

/// Sub-types and their supertypes among the library types that occur as parameters.
constexpr std::pair<std::string_view, std::string_view> kSupers[] = {
    {"String", "CharSequence"},
    {"String", "Comparable"},
    {"String", "Serializable"},
    {"StringBuilder", "CharSequence"},
    {"StringBuffer", "CharSequence"},
    {"Integer", "Number"},
    {"Long", "Number"},
    {"Double", "Number"},
    {"Float", "Number"},
    {"Short", "Number"},
    {"Byte", "Number"},
    {"BigDecimal", "Number"},
    {"BigInteger", "Number"},
    {"Integer", "Comparable"},
    {"Long", "Comparable"},
    {"ArrayList", "List"},
    {"LinkedList", "List"},
    {"Vector", "List"},
    {"ArrayList", "Collection"},
    {"List", "Collection"},
    {"Set", "Collection"},
    {"HashSet", "Set"},
    {"LinkedHashSet", "Set"},
    {"TreeSet", "Set"},
    {"HashSet", "Collection"},
    {"ArrayList", "Iterable"},
    {"List", "Iterable"},
    {"Set", "Iterable"},
    {"Collection", "Iterable"},
    {"HashMap", "Map"},
    {"LinkedHashMap", "Map"},
    {"TreeMap", "Map"},
    {"Hashtable", "Map"},
    {"ConcurrentHashMap", "Map"},
    {"Properties", "Map"},
    {"LinkedHashMap", "HashMap"},
    {"HttpServletRequest", "ServletRequest"},
    {"HttpServletResponse", "ServletResponse"},
    {"FileInputStream", "InputStream"},
    {"ByteArrayInputStream", "InputStream"},
    {"BufferedInputStream", "InputStream"},
    {"FileOutputStream", "OutputStream"},
    {"ByteArrayOutputStream", "OutputStream"},
    {"Exception", "Throwable"},
    {"RuntimeException", "Exception"},
    {"RuntimeException", "Throwable"},
    {"SQLException", "Exception"},
    {"SQLException", "Throwable"},
    {"IOException", "Exception"},
    {"IOException", "Throwable"},
    {"PreparedStatement", "Statement"},
    {"CallableStatement", "Statement"},
    {"CallableStatement", "PreparedStatement"},
    {"Timestamp", "Date"},
    {"ModelMap", "Map"},
    {"MultipartHttpServletRequest", "HttpServletRequest"},
};

} // namespace

Conversions::Conversions(const SymbolTable& table, const LibraryNames& library)
    : m_table(table),
      m_object(table.strings->intern("Object")),
      m_qualifiedObject(table.strings->intern("java.lang.Object")),
      m_library(library)
{
    core::StringPool& pool = *table.strings;
    for (const auto& [name, primitive] : kBoxes) {
        m_boxes.insert(pool.intern(name).value, static_cast<std::uint32_t>(primitive));
        m_boxes.insert(pool.intern("java.lang." + std::string(name)).value, static_cast<std::uint32_t>(primitive));
    }
    for (const std::string_view name : kFinals)
        m_finals.insert(pool.intern(name).value, 0);
    for (const auto& [sub, super] : kSupers)
        m_superOf.insert(FlatMap::key(pool.intern(sub).value, pool.intern(super).value), 0);
}

StringId Conversions::simpleName(TypeRef external) const
{
    const std::string_view name = m_table.text(external->externalName());
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? external->externalName() : m_table.strings->intern(name.substr(dot + 1));
}

std::uint32_t Conversions::unboxed(TypeRef type) const
{
    return type != nullptr && type->is(TypeForm::External) ? m_boxes.find(type->id) : kNoIndex;
}

bool Conversions::isObject(TypeRef type) const
{
    return type->is(TypeForm::External) && (type->externalName() == m_qualifiedObject || type->externalName() == m_object);
}

/// What is thrown, by its name.
bool Conversions::isFailure(TypeRef type) const
{
    if (!type->is(TypeForm::External))
        return false;
    const std::string_view name = m_table.text(type->externalName());
    return name.ends_with("Throwable") || name.ends_with("Exception");
}

int Conversions::fit(const Argument& argument, TypeRef parameter) const
{
    if (parameter == nullptr)
        return kUnknown;
    if (argument.function)
        return fitFunction(argument, parameter);
    if (argument.type == nullptr && argument.constantOf.valid() && parameter->form == TypeForm::External && !parameter->isArray() &&
        simpleName(parameter) == argument.constantOf)
        return kSubtype; // a constant of an enum that is not here
    if (argument.type == nullptr && argument.constantOf.valid() && isFailure(parameter))
        return kMisfit; // nobody keeps failures in constants
    if (argument.type == nullptr) // of several overloads the most general is the safest guess
        return isObject(parameter) ? kLoose : kUnknown;
    return fitTypes(argument.type, parameter);
}

int Conversions::fitTypes(TypeRef argument, TypeRef parameter) const
{
    if (parameter->form == TypeForm::Variable) {
        if (argument->dimensions < parameter->dimensions)
            return kMisfit;
        const TypeRef bound = parameter->id < m_table.variables.size() ? m_table.variables[parameter->id].bound : nullptr;
        if (bound != nullptr && bound->form == TypeForm::Project && argument->is(TypeForm::Project))
            return m_table.inherits(argument->id, bound->id) ? kLoose : kMisfit;
        return kLoose;
    }
    if (argument->form == TypeForm::Variable) {
        const TypeRef bound = argument->id < m_table.variables.size() ? m_table.variables[argument->id].bound : nullptr;
        if (isObject(parameter))
            return kLoose;
        if (argument->isArray()) { // T[] is an array of objects
            if (argument->dimensions != parameter->dimensions || parameter->form == TypeForm::Primitive)
                return kMisfit;
            const bool objects = parameter->form == TypeForm::External && simpleName(parameter) == m_object;
            return objects ? kLoose : kUnknown;
        }
        if (parameter->isArray())
            return kMisfit;
        return bound != nullptr && bound->form != TypeForm::Variable ? fitTypes(bound, parameter) : kUnknown;
    }
    if (argument->form == TypeForm::Null)
        return parameter->is(TypeForm::Primitive) ? kMisfit : kUnknown;
    if (isObject(parameter))
        return argument->is(TypeForm::Primitive) ? kUnknown : kLoose;
    if (argument->dimensions != parameter->dimensions)
        return kMisfit;
    if (argument->isArray() && argument->form != TypeForm::Primitive && parameter->form == TypeForm::External && simpleName(parameter) == m_object)
        return kSubtype; // an array of anything but numbers is one of objects
    if (argument->form == TypeForm::Primitive || parameter->form == TypeForm::Primitive)
        return fitPrimitive(argument, parameter);
    if (argument->form == TypeForm::Project)
        return fitProject(argument, parameter);
    return fitExternal(argument, parameter);
}

int Conversions::fitPrimitive(TypeRef argument, TypeRef parameter) const
{
    if (argument->form == parameter->form) {
        if (argument->id == parameter->id)
            return kExact;
        const auto from = static_cast<Primitive>(argument->id);
        const auto to = static_cast<Primitive>(parameter->id);
        const bool numbers = from > Primitive::Boolean && to > Primitive::Boolean;
        const bool widens = numbers && to != Primitive::Char && from < to && !(from == Primitive::Char && to == Primitive::Short);
        if (!widens || argument->isArray())
            return kMisfit;
        const int distance = static_cast<int>(to) - static_cast<int>(from);
        return distance <= 1 ? kWidened : kWidened - 1;
    }
    if (argument->isArray())
        return kMisfit;
    if (argument->form == TypeForm::Primitive) {
        if (parameter->form != TypeForm::External)
            return kMisfit;
        const std::uint32_t box = unboxed(parameter);
        if (box == argument->id)
            return kBoxed;
        const std::string_view name = m_table.text(simpleName(parameter));
        return name == "Number" || name == "Comparable" || name == "Serializable" ? kLoose : kMisfit;
    }
    const std::uint32_t box = unboxed(argument);
    if (box == kNoIndex)
        return kMisfit;
    if (box == parameter->id)
        return kBoxed;
    const JavaType primitive{TypeForm::Primitive, 0, 0, box, nullptr};
    return fitPrimitive(&primitive, parameter) == kMisfit ? kMisfit : kLoose;
}

int Conversions::fitProject(TypeRef argument, TypeRef parameter) const
{
    if (parameter->form == TypeForm::Project) {
        if (argument->id == parameter->id)
            return kExact;
        return m_table.inherits(argument->id, parameter->id) ? kSubtype : kMisfit;
    }
    if (!m_table.types[argument->id].externalSuper)
        return kMisfit;
    const StringId simple = simpleName(parameter);
    if (inheritsExternal(argument->id, simple))
        return kSubtype;
    return m_finals.find(simple.value) != kNoIndex ? kMisfit : kUnknown;
}

bool Conversions::inheritsExternal(std::uint32_t type, StringId simple) const
{
    std::vector<std::uint32_t> open{type};
    for (std::size_t i = 0; i < open.size() && i < 64; ++i) {
        const bool found = m_table.eachSuper(open[i], [&](TypeRef super) {
            if (super->form == TypeForm::External)
                return simpleName(super) == simple;
            if (super->form == TypeForm::Project)
                open.push_back(super->id);
            return false;
        });
        if (found)
            return true;
    }
    return false;
}

/// Two types of one simple name whose packages are known: a.ObjectNotFound and b.ObjectNotFound.
bool Conversions::elsewhere(TypeRef one, TypeRef other) const
{
    return m_table.text(one->externalName()).find('.') != std::string_view::npos && m_table.text(other->externalName()).find('.') != std::string_view::npos;
}

int Conversions::fitExternal(TypeRef argument, TypeRef parameter) const
{
    if (parameter->form == TypeForm::Project)
        return kMisfit; // no type outside of the system inherits from one inside
    if (argument->id == parameter->id)
        return kExact;
    const StringId from = simpleName(argument);
    const StringId to = simpleName(parameter);
    if (from == to && m_table.text(argument->externalName()).starts_with("java.sql."))
        return kSubtype; // java.sql.Date is a java.util.Date
    if (from == to)
        return elsewhere(argument, parameter) ? kUnknown : kExact;
    if (m_superOf.find(FlatMap::key(from.value, to.value)) != kNoIndex)
        return kSubtype;
    if (m_finals.find(to.value) != kNoIndex)
        return kMisfit; // a final type has no sub-types
    return m_finals.find(from.value) != kNoIndex ? kMisfit : kUnknown;
}

int Conversions::fitFunction(const Argument& argument, TypeRef parameter) const
{
    if (parameter->dimensions > 0 || parameter->form == TypeForm::Primitive)
        return kMisfit;
    if (parameter->form == TypeForm::Variable)
        return kUnknown;
    if (parameter->form == TypeForm::External)
        return isObject(parameter) || m_finals.find(simpleName(parameter).value) != kNoIndex ? kMisfit : kLoose;
    const TypeSymbol& type = m_table.types[parameter->id];
    if (type.kind != core::TypeKind::Interface)
        return kMisfit;
    if (argument.methodReference)
        return kLoose;
    for (std::uint32_t at = type.firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
        const MemberSymbol& member = m_table.members[at];
        if (member.isCallable() && has(member.flags, core::MemberFlag::Abstract))
            return member.parameters.size() == argument.functionParameters ? kSubtype : kMisfit;
    }
    return kLoose;
}

} // namespace naru::analyzers::graph
