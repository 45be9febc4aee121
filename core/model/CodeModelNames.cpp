#include "core/model/CodeModelJson.h"

#include <array>
#include <cstddef>

namespace naru::core {

namespace {

template <typename Enum, std::size_t Size> std::string_view pick(Enum value, const std::array<std::string_view, Size>& names)
{
    const auto index = static_cast<std::size_t>(value);
    return index < Size ? names[index] : std::string_view("other");
}

template <typename... Names> constexpr auto words(Names... names)
{
    return std::array<std::string_view, sizeof...(names)>{names...};
}

} // namespace

std::string_view nameOf(Language language)
{
    static constexpr auto kNames =
        words("java", "jsp", "html", "javascript", "xml", "sql", "properties", "yaml", "c", "cpp", "proc", "other");
    return pick(language, kNames);
}

std::string_view nameOf(TypeKind kind)
{
    static constexpr auto kNames = words("class", "interface", "enum", "record", "annotation", "struct", "union", "module");
    return pick(kind, kNames);
}

std::string_view nameOf(StatementKind kind)
{
    static constexpr auto kNames = words("select", "insert", "update", "delete", "merge", "call", "other");
    return pick(kind, kNames);
}

std::string_view nameOf(StatementOrigin origin)
{
    static constexpr auto kNames = words("mapper", "annotation", "string", "entity", "derived", "embedded", "routine");
    return pick(origin, kNames);
}

std::string_view nameOf(ViewKind kind)
{
    static constexpr auto kNames = words("jsp", "html", "thymeleaf", "xhtml", "tiles", "nexacro", "other");
    return pick(kind, kNames);
}

std::string_view nameOf(EntryPointKind kind)
{
    static constexpr auto kNames =
        words("http", "servlet", "rest", "soap", "action", "message", "scheduled", "batch", "websocket", "remote", "main", "service");
    return pick(kind, kNames);
}

std::string_view nameOf(Rule rule)
{
    static constexpr auto kNames =
        words("declared", "typedReceiver", "inherited", "dispatch", "sameType", "static", "chain", "synthetic", "injected", "statementId",
              "mapperMethod", "sqlText", "entityMapping", "viewName", "url", "elExpression", "storedRoutine", "dirtyChecking", "cascade",
              "propertyKey", "collection", "lookup", "reflection", "written", "nameOnly", "implicit", "signal", "message", "event",
              "tagFunction", "include", "convention");
    return pick(rule, kNames);
}

std::string_view nameOf(UseKind kind)
{
    static constexpr auto kNames = words("field", "parameter", "return", "local", "new", "cast", "annotation", "generic", "static",
                                         "throws", "fieldAccess", "include");
    return pick(kind, kNames);
}

std::string_view nameOf(UnresolvedReason reason)
{
    static constexpr auto kNames =
        words("unknownType", "unknownMember", "dynamicString", "missingStatement", "missingView", "missingHandler", "reflection");
    return pick(reason, kNames);
}

std::string_view nameOf(RemoteKind kind)
{
    static constexpr auto kNames = words("http", "feign", "soap", "messaging");
    return pick(kind, kNames);
}

std::string_view nameOf(TableOrigin origin)
{
    static constexpr auto kNames = words("ddl", "entity", "sql", "document");
    return pick(origin, kNames);
}

std::string_view nameOf(AssociationKind kind)
{
    static constexpr auto kNames = words("oneToOne", "oneToMany", "manyToOne", "manyToMany", "embedded");
    return pick(kind, kNames);
}

std::string_view nameOf(Severity severity)
{
    static constexpr auto kNames = words("info", "warning", "error");
    return pick(severity, kNames);
}

} // namespace naru::core
