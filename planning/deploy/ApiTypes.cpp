#include "planning/deploy/ApiTypes.h"

#include "core/base/PathNames.h"

#include <re2/re2.h>

#include <algorithm>

namespace naru::planning {

using core::CodeModel;

Signature signatureOf(const std::string& id)
{
    Signature out;
    const auto hash = id.find('#');
    const auto open = id.find('(', hash == std::string::npos ? 0 : hash);
    out.type = id.substr(0, hash);
    if (hash != std::string::npos)
        out.method = id.substr(hash + 1, open == std::string::npos ? std::string::npos : open - hash - 1);
    if (open == std::string::npos)
        return out;
    std::string one;
    int depth = 0;
    for (const char c : std::string_view(id).substr(open + 1)) {
        depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        if ((c == ',' || c == ')') && depth == 0) {
            if (!one.empty())
                out.parameters.push_back(one);
            one.clear();
            if (c == ')')
                break;
        } else if (c != ' ') {
            one += c;
        }
    }
    return out;
}

TypeIndex::TypeIndex(const CodeModel& code) : m_code(code), m_members(code.types.size())
{
    for (std::uint32_t i = 0; i < code.types.size(); ++i) {
        m_bySimple.emplace(code.text(code.types[i].simple), i);
        m_byName.emplace(code.text(code.types[i].name), i);
    }
    for (std::uint32_t i = 0; i < code.members.size(); ++i)
        if (code.members[i].owner.valid())
            m_members[code.members[i].owner.value].push_back(i);
    for (const core::InheritEdge& edge : code.inherits)
        m_supers[edge.from.value].push_back(edge.to.value);
}

int TypeIndex::simple(std::string_view name) const
{
    const auto found = m_bySimple.find(name);
    return found == m_bySimple.end() ? -1 : static_cast<int>(found->second);
}

int TypeIndex::named(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? -1 : static_cast<int>(found->second);
}

bool TypeIndex::inherits(int type, int super) const
{
    const auto found = m_supers.find(static_cast<std::uint32_t>(type));
    return found != m_supers.end() && std::ranges::find(found->second, static_cast<std::uint32_t>(super)) != found->second.end();
}

bool TypeIndex::holdsData(int type) const
{
    bool fields = false;
    for (const std::uint32_t i : members(type)) {
        const core::Member& member = m_code.members[i];
        if (member.kind == core::MemberKind::Field) {
            fields = fields || !core::has(member.flags, core::MemberFlag::Static);
            continue;
        }
        const std::string_view name = m_code.text(member.name);
        static const RE2 accessor(R"(^(get|set|is)[A-Z].*|toString|equals|hashCode|compareTo|clone|<init>|builder|build)");
        if (member.kind == core::MemberKind::Method && !RE2::FullMatch(re2::StringPiece(name.data(), name.size()), accessor))
            return false;
    }
    return fields;
}

Yaml Schemas::of(std::string name)
{
    static const std::map<std::string, Yaml, std::less<>> kKnown = {{"String", {{"type", "string"}}},
                                                                    {"CharSequence", {{"type", "string"}}},
                                                                    {"char", {{"type", "string"}, {"maxLength", 1}}},
                                                                    {"Character", {{"type", "string"}, {"maxLength", 1}}},
                                                                    {"int", {{"type", "integer"}, {"format", "int32"}}},
                                                                    {"Integer", {{"type", "integer"}, {"format", "int32"}}},
                                                                    {"short", {{"type", "integer"}}},
                                                                    {"Short", {{"type", "integer"}}},
                                                                    {"byte", {{"type", "integer"}}},
                                                                    {"Byte", {{"type", "integer"}}},
                                                                    {"long", {{"type", "integer"}, {"format", "int64"}}},
                                                                    {"Long", {{"type", "integer"}, {"format", "int64"}}},
                                                                    {"BigInteger", {{"type", "integer"}}},
                                                                    {"float", {{"type", "number"}, {"format", "float"}}},
                                                                    {"Float", {{"type", "number"}, {"format", "float"}}},
                                                                    {"double", {{"type", "number"}, {"format", "double"}}},
                                                                    {"Double", {{"type", "number"}, {"format", "double"}}},
                                                                    {"BigDecimal", {{"type", "string"}, {"format", "decimal"}}},
                                                                    {"boolean", {{"type", "boolean"}}},
                                                                    {"Boolean", {{"type", "boolean"}}},
                                                                    {"Date", {{"type", "string"}, {"format", "date-time"}}},
                                                                    {"Timestamp", {{"type", "string"}, {"format", "date-time"}}},
                                                                    {"Calendar", {{"type", "string"}, {"format", "date-time"}}},
                                                                    {"LocalDate", {{"type", "string"}, {"format", "date"}}},
                                                                    {"LocalDateTime", {{"type", "string"}, {"format", "date-time"}}},
                                                                    {"UUID", {{"type", "string"}, {"format", "uuid"}}}};
    if (const auto generic = name.find('<'); generic != std::string::npos)
        name.resize(generic);
    if (name.ends_with("[]")) {
        if (name == "byte[]")
            return {{"type", "string"}, {"contentEncoding", "base64"}};
        return {{"type", "array"}, {"items", of(name.substr(0, name.size() - 2))}};
    }
    if (name.ends_with("..."))
        return {{"type", "array"}, {"items", of(name.substr(0, name.size() - 3))}};
    name = std::string(core::simpleName(name));
    if (const auto known = kKnown.find(name); known != kKnown.end())
        return known->second;
    static const RE2 list("(List|ArrayList|LinkedList|Collection|Set|HashSet|Iterable|Vector)");
    if (RE2::FullMatch(name, list))
        return {{"type", "array"}, {"items", fillIn(Yaml::object(), "schema-unknown")}};
    const int type = m_index.simple(name);
    if (type < 0 || m_code.types[static_cast<std::size_t>(type)].kind == core::TypeKind::Interface)
        return {{"type", fillIn("object", "schema-unknown")}, {"title", name}};
    component(name, type);
    return {{"$ref", "#/components/schemas/" + name}};
}

bool Schemas::simpleType(const Yaml& schema)
{
    return schema.contains("type") && schema["type"].is_string() && schema["type"] != "array" && schema["type"] != "object";
}

void Schemas::component(const std::string& name, int type)
{
    if (m_components.contains(name))
        return;
    m_components[name] = Yaml::object(); // a type may hold itself
    Yaml properties = Yaml::object();
    Yaml constants = Yaml::array();
    const core::Type& typeOf = m_code.types[static_cast<std::size_t>(type)];
    for (const std::uint32_t i : m_index.members(type)) {
        const core::Member& member = m_code.members[i];
        if (member.kind != core::MemberKind::Field)
            continue;
        const std::string field(m_code.text(member.name));
        if (typeOf.kind == core::TypeKind::Enum && m_code.text(member.valueType) == m_code.text(typeOf.simple))
            constants.push_back(field);
        else if (!core::has(member.flags, core::MemberFlag::Static))
            properties[field] = of(std::string(m_code.text(member.valueType)));
    }
    Yaml& out = m_components[name];
    if (!constants.empty()) {
        out = {{"type", "string"}, {"enum", constants}};
        return;
    }
    out = {{"type", "object"}};
    if (typeOf.comment.valid() && !m_code.text(typeOf.comment).empty())
        out["description"] = std::string(m_code.text(typeOf.comment));
    out["properties"] = properties;
}

} // namespace naru::planning
