#include "analyzers/graph/Pointcut.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr int kDeepestPointcut = 40;

bool patternFits(std::string_view pattern, std::string_view text, int& budget)
{
    if (--budget < 0) {
        return false;
    }
    if (pattern.empty()) {
        return text.empty();
    }
    if (pattern.starts_with("..")) {
        const std::string_view rest = pattern.substr(2);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '.' && (rest.empty() || patternFits(rest, text.substr(i + 1), budget))) {
                return true;
            }
        }
        return rest.empty();
    }
    if (pattern.front() == '*') {
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if (patternFits(pattern.substr(1), text.substr(i), budget)) {
                return true;
            }
            if (i < text.size() && text[i] == '.') {
                return false;
            }
        }
        return false;
    }
    return !text.empty() && pattern.front() == text.front() && patternFits(pattern.substr(1), text.substr(1), budget);
}

void skipBlanks(std::string_view& rest)
{
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
}

/// Takes a sign, or a word that ends at a blank or parenthesis.
bool take(std::string_view& rest, std::string_view sign, std::string_view word)
{
    skipBlanks(rest);
    if (rest.starts_with(sign)) {
        rest.remove_prefix(sign.size());
        return true;
    }
    const bool named = rest.starts_with(word) && (rest.size() == word.size() || std::string_view(" \t\r\n(").find(rest[word.size()]) != std::string_view::npos);
    if (named) {
        rest.remove_prefix(word.size());
    }
    return named;
}

} // namespace

bool fitsPattern(std::string_view pattern, std::string_view text)
{
    int budget = 20'000;
    return pattern == ".." || patternFits(pattern, text, budget);
}

Pointcut::Pointcut(std::string_view expression, const CodeLookup& lookup, const Named& named) : m_lookup(lookup), m_named(named)
{
    m_root = either(expression, 0);
}

Pointcut::Node Pointcut::either(std::string_view& rest, int depth) const
{
    Node node{.kind = Kind::Or, .type = {}, .method = {}, .children = {}, .types = {}};
    do {
        node.children.push_back(both(rest, depth));
    } while (depth < kDeepestPointcut && take(rest, "||", "or"));
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

Pointcut::Node Pointcut::both(std::string_view& rest, int depth) const
{
    Node node{.kind = Kind::And, .type = {}, .method = {}, .children = {}, .types = {}};
    do {
        node.children.push_back(one(rest, depth));
    } while (depth < kDeepestPointcut && take(rest, "&&", "and"));
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

Pointcut::Node Pointcut::one(std::string_view& rest, int depth) const
{
    if (depth > kDeepestPointcut) {
        rest = {};
        return {};
    }
    if (take(rest, "!", "not")) {
        Node node{.kind = Kind::Not, .type = {}, .method = {}, .children = {}, .types = {}};
        node.children.push_back(one(rest, depth + 1));
        return node;
    }
    if (rest.starts_with('(')) {
        rest.remove_prefix(1);
        Node node = either(rest, depth + 1);
        take(rest, ")", ")");
        return node;
    }
    const auto open = std::min(rest.find('('), rest.size());
    const std::string_view name = rest.substr(0, open);
    std::size_t end = open;
    for (int level = 0; end < rest.size(); ++end) {
        level += rest[end] == '(' ? 1 : (rest[end] == ')' ? -1 : 0);
        if (level == 0) {
            break;
        }
    }
    const std::string_view inside = rest.substr(std::min(open + 1, rest.size()), end > open ? end - open - 1 : 0);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return primitive(name.substr(0, name.find_last_not_of(" \t\r\n") + 1), inside, depth);
}

Pointcut::Node Pointcut::primitive(std::string_view name, std::string_view inside, int depth) const
{
    Node node;
    skipBlanks(inside);
    inside = inside.substr(0, inside.find_last_not_of(" \t\r\n") + 1);
    node.type = inside;
    if (name == "execution") {
        return execution(inside);
    }
    if (name == "target" || name == "this") { // the type and what is below it
        return execution("* " + std::string(inside) + ".*(..)");
    }
    if (name == "within") {
        node.kind = Kind::Within;
    } else if (name == "bean") {
        node.kind = Kind::Bean;
    } else if (name == "@annotation") {
        node.kind = Kind::Annotation;
        node.type = simpleName(inside);
    } else if (name == "@within" || name == "@target") {
        node.kind = Kind::TypeAnnotation;
        node.type = simpleName(inside);
    } else if (const auto known = m_named.find(simpleName(name)); known != m_named.end() && depth < kDeepestPointcut) {
        std::string_view expression = known->second;
        return either(expression, depth + 1);
    }
    return node;
}

/// The parts of `[public] * a.b..*Impl.insert*(..)` that matter here.
Pointcut::Node Pointcut::execution(std::string_view inside) const
{
    Node node{.kind = Kind::Execution, .type = {}, .method = {}, .children = {}, .types = {}};
    inside = inside.substr(0, inside.find('('));
    inside = inside.substr(0, inside.find_last_not_of(" \t\r\n") + 1);
    const std::string_view target = inside.substr(inside.find_last_of(" \t\r\n") + 1); // npos + 1 is 0
    const auto dot = target.rfind('.');
    node.method = target.substr(dot + 1);
    if (dot == std::string_view::npos) {
        node.type = "..";
    } else if (dot > 0 && target[dot - 1] == '.') { // a.b..*
        node.type = std::string(target.substr(0, dot + 1)) + "*";
    } else {
        node.type = target.substr(0, dot);
        if (node.type.ends_with('+')) { // and what is below: so it is read anyway
            node.type.pop_back();
        }
    }
    const CodeModel& model = m_lookup.index().model;
    node.types.resize(model.types.size(), false);
    for (std::size_t i = 0; i < model.types.size(); ++i) {
        if (fitsPattern(node.type, m_lookup.text(model.types[i].name))) {
            for (const TypeId below : m_lookup.descendants(TypeId(i))) {
                node.types[below.value] = true;
            }
        }
    }
    return node;
}

bool Pointcut::matches(TypeId type, MemberId method) const
{
    return m_root.kind != Kind::Unknown && m_root.kind != Kind::Not && holds(m_root, type, method);
}

bool Pointcut::holds(const Node& node, TypeId type, MemberId method) const
{
    const CodeModel& model = m_lookup.index().model;
    const auto each = [&](const Node& child) { return holds(child, type, method); };
    switch (node.kind) {
    case Kind::And:
        return std::ranges::all_of(node.children, [&](const Node& child) { return child.kind == Kind::Unknown || each(child); });
    case Kind::Or:
        return std::ranges::any_of(node.children, [&](const Node& child) { return child.kind != Kind::Unknown && each(child); });
    case Kind::Not:
        return node.children.front().kind == Kind::Unknown || !each(node.children.front());
    case Kind::Execution:
        return node.types[type.value] && fitsPattern(node.method, m_lookup.text(model[method].name));
    case Kind::Within:
        return fitsPattern(node.type, m_lookup.text(model[type].name));
    case Kind::Bean: {
        for (const std::string_view stereotype : {"Service", "Component", "Repository", "Controller"})
            if (const AnnotationUse* use = m_lookup.annotation(type, stereotype); use != nullptr && !argument(m_lookup, *use, "value").empty())
                return fitsPattern(node.type, argument(m_lookup, *use, "value"));
        return fitsPattern(node.type, decapitalized(m_lookup.text(model[type].simple)));
    }
    case Kind::Annotation:
        return m_lookup.annotation(method, node.type) != nullptr;
    case Kind::TypeAnnotation:
        return m_lookup.annotation(type, node.type) != nullptr;
    case Kind::Unknown:
        return false;
    }
    return false;
}

} // namespace naru::analyzers::graph
