#include "analyzers/web/ModuleRegions.h"

#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

constexpr std::uint32_t kLongestType = 60;         ///< tokens
constexpr std::uint32_t kLongestExpression = 1000; ///< tokens outside of brackets

bool isStatement(std::string_view name)
{
    return core::isOneOf(name, {"if", "for", "while", "switch", "catch", "with", "return", "function", "await", "new", "typeof", "super", "import", "else", "do", "of", "in"});
}

/// `|`, `<`, Name ... of a type.
bool isType(const ScannedScript& script, std::uint32_t at)
{
    using Kind = ScriptToken::Kind;
    return script.is(at, Kind::Name) || script.is(at, Kind::String) || script.is(at, Kind::Number) ||
           (script.is(at, Kind::Symbol) && core::isOneOf(script.text(at), {".", "<", ">", "[", "]", "|", "&", ",", "?"}));
}

class RegionFinder {
public:
    explicit RegionFinder(const ScannedScript& script) : m_script(script) { m_out.push_back({{}, 0, size(), 0, {}, false}); }

    std::vector<RegionSpan> run()
    {
        for (std::uint32_t i = 0; i < size(); ++i) {
            while (m_stack.size() > 1 && i >= m_out[m_stack.back()].last)
                m_stack.pop_back();
            if (m_script.name(i))
                name(i);
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_script.tokens.size()); }
    [[nodiscard]] std::uint32_t partner(std::uint32_t at) const { return at < size() ? m_script.tokens[at].partner : kNowhere; }

    void add(std::string_view name, std::uint32_t first, std::uint32_t last, std::uint32_t parameters = kNowhere, bool ofClass = false)
    {
        if (last <= first)
            return;
        const auto index = static_cast<std::uint32_t>(m_out.size());
        m_out.push_back({std::string(name), first, last, m_stack.back(), {}, ofClass});
        if (parameters != kNowhere)
            takeParameters(m_out.back(), parameters);
        m_stack.push_back(index);
    }

    void takeParameters(RegionSpan& region, std::uint32_t open) const
    {
        if (m_script.name(open)) { // x => ...
            region.parameters.push_back(m_script.text(open));
            return;
        }
        const std::uint32_t end = partner(open);
        for (std::uint32_t i = open + 1; end != kNowhere && i < end;) {
            while (m_script.name(i) && core::isOneOf(m_script.text(i), {"private", "public", "protected", "readonly"}) && m_script.name(i + 1))
                ++i;
            region.parameters.push_back(m_script.name(i) ? m_script.text(i) : std::string_view());
            int types = 0; // depth of < >
            for (; i < end && !(types <= 0 && m_script.symbol(i, ",")); i = m_script.behind(i))
                types += m_script.symbol(i, "<") ? 1 : (m_script.symbol(i, ">") ? -1 : 0);
            ++i;
        }
    }

    void name(std::uint32_t at)
    {
        const std::string_view word = m_script.text(at);
        const bool member = at > 0 && (m_script.symbol(at - 1, ".") || m_script.symbol(at - 1, "?."));
        if (!member && (word == "const" || word == "let" || word == "var")) {
            declared(at + 1);
        } else if (!member && word == "class" && at + 1 < size() && !m_script.symbol(at + 1, ":") && !m_script.symbol(at + 1, "=")) {
            ofClass(at);
        } else if (!member && word == "function") {
            function(at);
        } else if (!member && word == "default" && at > 0 && m_script.name(at - 1, "export")) {
            exported(at + 1);
        } else if (m_script.symbol(at + 1, "(") || m_script.symbol(at + 1, "<")) {
            if (!member && !isStatement(word))
                method(at);
        } else if (m_script.symbol(at + 1, ":")) {
            if (at > 0 && (m_script.symbol(at - 1, "{") || m_script.symbol(at - 1, ",")))
                property(at);
            else if (m_out[m_stack.back()].ofClass)
                field(at);
        } else if (m_script.symbol(at + 1, "=") && (member || m_out[m_stack.back()].ofClass)) {
            field(at);
        } else if (word == "exports" && member && m_script.symbol(at + 1, "=")) {
            exported(at + 2);
        }
    }

    /// const NAME: Type = value
    void declared(std::uint32_t at)
    {
        if (!m_script.name(at))
            return;
        const std::uint32_t sign = valueSign(m_script, at + 1);
        if (sign == kNowhere)
            return;
        const std::uint32_t end = expressionEnd(m_script, sign + 1);
        if (m_stack.size() == 1 || holdsFunction(sign + 1, end))
            add(m_script.text(at), sign + 1, end, parametersOf(sign + 1));
    }

    /// The parameters of a function that an expression is, or kNowhere.
    [[nodiscard]] std::uint32_t parametersOf(std::uint32_t at) const
    {
        at += m_script.name(at, "async") ? 1 : 0;
        at = behindTypes(m_script, at);
        if (m_script.name(at, "function"))
            at += m_script.symbol(at + 1, "*") || m_script.name(at + 1) ? 2 : 1;
        else if (m_script.name(at) && m_script.symbol(at + 1, "=>"))
            return at;
        return m_script.symbol(at, "(") && partner(at) != kNowhere ? at : kNowhere;
    }

    [[nodiscard]] bool holdsFunction(std::uint32_t at, std::uint32_t end) const
    {
        constexpr std::uint32_t kFar = 40; // a function begins near the beginning: useCallback(async (id: number) => ...
        for (const std::uint32_t stop = std::min(end, at + kFar); at < stop; ++at)
            if (m_script.symbol(at, "=>") || m_script.name(at, "function"))
                return true;
        return false;
    }

    void ofClass(std::uint32_t at)
    {
        const bool named = m_script.name(at + 1) && !core::isOneOf(m_script.text(at + 1), {"extends", "implements"});
        std::uint32_t open = at + 1;
        for (const std::uint32_t stop = at + kLongestType; open < std::min(stop, size()) && !m_script.symbol(open, "{");)
            ++open;
        if (m_script.symbol(open, "{") && partner(open) != kNowhere)
            add(named ? m_script.text(at + 1) : std::string_view("default"), at + 1, partner(open), kNowhere, true);
    }

    /// function NAME(..) {
    void function(std::uint32_t at)
    {
        at += m_script.symbol(at + 1, "*") ? 2 : 1;
        const bool named = m_script.name(at);
        if (named)
            body(m_script.text(at), behindTypes(m_script, at + 1));
        else if (at > 1 && m_script.name(at - 2, "default"))
            body("default", at);
    }

    void method(std::uint32_t at)
    {
        const bool known = at > 0 && (m_script.name(at - 1, "function") || (m_script.symbol(at - 1, "*") && at > 1 && m_script.name(at - 2, "function")));
        if (!known)
            body(m_script.text(at), behindTypes(m_script, at + 1));
    }

    /// Adds a function whose parameters open at a token, when a body follows them.
    void body(std::string_view name, std::uint32_t open)
    {
        if (!m_script.symbol(open, "(") || partner(open) == kNowhere)
            return;
        std::uint32_t at = partner(open) + 1;
        if (m_script.symbol(at, ":")) {
            ++at;
            int depth = 0;
            for (const std::uint32_t stop = at + kLongestType; at < stop && (isType(m_script, at) || (depth > 0 && at < size())); at = m_script.behind(at))
                depth += m_script.symbol(at, "<") ? 1 : (m_script.symbol(at, ">") ? -1 : 0);
        }
        if (m_script.symbol(at, "{") && partner(at) != kNowhere)
            add(name, open, partner(at), open);
    }

    /// export default value
    void exported(std::uint32_t at)
    {
        if (m_script.name(at) && core::isOneOf(m_script.text(at), {"class", "function", "abstract"}))
            return;
        if (m_script.name(at, "async") && m_script.name(at + 1, "function"))
            return;
        const std::uint32_t end = expressionEnd(m_script, at);
        if (end > at + 1)
            add("default", at, end, parametersOf(at));
    }

    /// NAME: value
    void property(std::uint32_t at)
    {
        const std::uint32_t end = expressionEnd(m_script, at + 2);
        if (m_script.symbol(at + 2, "{") || holdsFunction(at + 2, end))
            add(m_script.text(at), at + 2, end, parametersOf(at + 2));
    }

    /// NAME = function of a class or object
    void field(std::uint32_t at)
    {
        const std::uint32_t sign = valueSign(m_script, at + 1);
        const std::uint32_t end = sign == kNowhere ? 0 : expressionEnd(m_script, sign + 1);
        if (holdsFunction(sign + 1, end))
            add(m_script.text(at), sign + 1, end, parametersOf(sign + 1));
    }

    const ScannedScript& m_script;
    std::vector<RegionSpan> m_out;
    std::vector<std::uint32_t> m_stack{0};
};

} // namespace

std::uint32_t behindTypes(const ScannedScript& script, std::uint32_t at)
{
    if (!script.symbol(at, "<"))
        return at;
    int depth = 0;
    for (std::uint32_t i = at; i < std::min<std::size_t>(script.tokens.size(), at + kLongestType); i = script.behind(i)) {
        depth += script.symbol(i, "<") ? 1 : (script.symbol(i, ">") ? -1 : 0);
        if (depth == 0)
            return script.symbol(i + 1, "(") ? i + 1 : at;
        if (script.symbol(i, ";") || script.symbol(i, ")") || script.symbol(i, "}"))
            break;
    }
    return at;
}

std::uint32_t valueSign(const ScannedScript& script, std::uint32_t at)
{
    if (script.symbol(at, "!") || script.symbol(at, "?"))
        ++at;
    if (script.symbol(at, ":"))
        for (const std::uint32_t stop = at + kLongestType; at < stop && at < script.tokens.size() && !script.symbol(at, "=") && !script.symbol(at, ";");)
            at = script.behind(at);
    return script.symbol(at, "=") ? at : kNowhere;
}

std::uint32_t expressionEnd(const ScannedScript& script, std::uint32_t at)
{
    using Kind = ScriptToken::Kind;
    const std::uint32_t first = at;
    for (std::uint32_t steps = 0; at < script.tokens.size() && steps < kLongestExpression; ++steps) {
        if (script.is(at, Kind::Symbol)) {
            const std::string_view text = script.text(at);
            if (text == "," || text == ";" || text == ")" || text == "]" || text == "}")
                return at;
        } else if (at > first && !script.symbol(at - 1, "=>") && !script.is(at, Kind::Template)) { // on a new line begins a statement
            const ScriptToken& before = script.tokens[at - 1];
            const bool value = before.kind != Kind::Symbol || before.partner != kNowhere;
            const std::size_t end = before.offset + before.length;
            if (script.name(at) && core::isOneOf(script.text(at), {"const", "let", "var", "export"}))
                return at;
            if (value && script.name(at) && !core::isOneOf(script.text(at), {"as", "in", "instanceof"}) &&
                script.code.substr(end, script.tokens[at].offset - end).find('\n') != std::string_view::npos)
                return at;
        }
        const std::uint32_t types = behindTypes(script, at);
        at = types > at ? types : script.behind(at);
    }
    return at;
}

std::vector<RegionSpan> moduleRegions(const ScannedScript& script)
{
    return RegionFinder(script).run();
}

} // namespace naru::analyzers::web
