#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// True when a text fits a pattern in which `*` matches any characters but dots and `..` any packages. Bounded: a hostile pattern costs
/// no more than a look.
[[nodiscard]] bool fitsPattern(std::string_view pattern, std::string_view text);

/// A pointcut of AspectJ as Spring reads it: execution, within, bean, @annotation, @within and @target, joined by and, or, not and
/// parentheses, and pointcuts that have a name. What else stands in it narrows nothing.
class Pointcut {
public:
    /// Expressions of @Pointcut methods, by the name of the method.
    using Named = std::map<std::string, std::string, std::less<>>;

    Pointcut(std::string_view expression, const CodeLookup& lookup, const Named& named);

    /// Whether a method of a type is meant; patterns for types also mean those below.
    [[nodiscard]] bool matches(core::TypeId type, core::MemberId method) const;

private:
    enum class Kind : std::uint8_t { And, Or, Not, Execution, Within, Bean, Annotation, TypeAnnotation, Unknown };
    struct Node {
        Kind kind = Kind::Unknown;
        std::string type;         ///< pattern, or name of an annotation
        std::string method;       ///< pattern
        std::vector<Node> children;
        std::vector<bool> types;  ///< of Execution: the types that the pattern means
    };

    [[nodiscard]] Node either(std::string_view& rest, int depth) const;
    [[nodiscard]] Node both(std::string_view& rest, int depth) const;
    [[nodiscard]] Node one(std::string_view& rest, int depth) const;
    [[nodiscard]] Node primitive(std::string_view name, std::string_view inside, int depth) const;
    [[nodiscard]] Node execution(std::string_view inside) const;
    [[nodiscard]] bool holds(const Node& node, core::TypeId type, core::MemberId method) const;

    const CodeLookup& m_lookup;
    const Named& m_named;
    Node m_root;
};

} // namespace naru::analyzers::graph
