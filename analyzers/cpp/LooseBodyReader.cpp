#include "analyzers/cpp/LooseBodyReader.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::cpp {

namespace {

/// Words before a parenthesis that is no call.
bool isKeyword(std::string_view word)
{
    constexpr std::array kWords = {"if",      "while",  "for",      "switch",   "return",  "sizeof",   "catch",    "throw",    "new",
                                   "delete",  "else",   "do",       "case",     "goto",    "typeof",   "decltype", "alignof",  "__typeof__",
                                   "defined", "typeid", "noexcept", "co_await", "co_yield", "co_return", "and",     "or",       "not",
                                   "emit",    "in",     "void",     "int",      "char",    "long",     "short",    "unsigned", "signed",
                                   "bool",    "float",  "double",   "const",    "static",  "struct",   "class",    "operator", "foreach",
                                   "forever", "default", "asm",     "__asm__"};
    return std::ranges::find(kWords, word) != kWords.end();
}

bool isCast(std::string_view word)
{
    return word.ends_with("_cast") || word.ends_with("_pointer_cast");
}

/// Reads what stands in one body.
class BodyReader {
public:
    BodyReader(const std::vector<LooseToken>& tokens, LooseBody& body) : m_tokens(tokens), m_body(body) {}

    std::size_t run(std::size_t brace)
    {
        const std::size_t end = closingOf(m_tokens, brace);
        for (std::size_t i = brace + 1; i < end; ++i) {
            if (startsStatement(i))
                variable(i, end);
            const bool named = m_tokens[i].is("(") && (is(i - 1, "SLOT") || is(i - 1, "SIGNAL"));
            if (named)
                i = std::min(closingOf(m_tokens, i), end); // a function is named, not called
            else if (m_tokens[i].is("("))
                call(i, brace, end);
            else if (m_tokens[i].kind == LooseKind::String && !m_argument.contains(i))
                text(i);
        }
        return end;
    }

private:
    [[nodiscard]] bool is(std::size_t i, std::string_view mark) const { return i < m_tokens.size() && m_tokens[i].is(mark); }
    [[nodiscard]] bool name(std::size_t i) const { return i < m_tokens.size() && m_tokens[i].name(); }

    [[nodiscard]] bool startsStatement(std::size_t i) const
    {
        const LooseToken& before = m_tokens[i - 1];
        if (before.is(";") || before.is("{") || before.is("}"))
            return true;
        return before.is("(") && i >= 2 &&
               (is(i - 2, "for") || is(i - 2, "if") || is(i - 2, "while") || is(i - 2, "catch") || is(i - 2, "foreach") ||
                is(i - 2, "switch"));
    }

    /// `const ns::List<T>::Iterator *a = ..., b;`
    void variable(std::size_t at, std::size_t end)
    {
        while (at < end && isQualifier(m_tokens[at]))
            ++at;
        if (!name(at) || isKeyword(m_tokens[at].text))
            return;
        std::string type;
        std::size_t last = at;
        for (std::size_t i = at; i < end; ++i) {
            if (name(i) && (i == at || is(i - 1, "::"))) {
                type += m_tokens[i].text;
                last = i;
            } else if (is(i, "::")) {
                type += "::";
            } else if (is(i, "<") && i == last + 1) {
                const std::size_t close = template_(i, end);
                if (close == i)
                    return;
                for (std::size_t k = i; k <= close; ++k)
                    type += m_tokens[k].text;
                i = last = close;
            } else {
                at = i;
                break;
            }
        }
        while (at < end && (is(at, "*") || is(at, "&") || is(at, "&&") || is(at, "const")))
            ++at;
        while (name(at) && at < end) {
            const std::size_t next = at + 1;
            const bool ends = is(next, ";") || is(next, "=") || is(next, "(") || is(next, ",") || is(next, "[") || is(next, ":") ||
                              is(next, ")") || is(next, "{");
            if (!ends || isKeyword(m_tokens[at].text))
                return;
            m_body.variables[std::string(m_tokens[at].text)] = type;
            std::size_t comma = next;
            while (comma < end && !is(comma, ",") && !is(comma, ";") && !is(comma, ")"))
                comma = is(comma, "(") || is(comma, "[") || is(comma, "{") ? closingOf(m_tokens, comma) + 1 : comma + 1;
            if (!is(comma, ","))
                return;
            at = comma + 1;
            while (is(at, "*") || is(at, "&"))
                ++at;
        }
    }

    /// The end of template arguments, or `open` itself when it is less-than.
    [[nodiscard]] std::size_t template_(std::size_t open, std::size_t end) const
    {
        int depth = 0;
        for (std::size_t i = open; i < end && i < open + 60; ++i) {
            depth += is(i, "<") ? 1 : is(i, ">") ? -1 : 0;
            if (depth == 0)
                return i;
            const LooseToken& token = m_tokens[i];
            if (!token.name() && token.kind != LooseKind::Number && !token.is("<") && !token.is(">") && !token.is(",") && !token.is("::") &&
                !token.is("*") && !token.is("&") && !token.is("(") && !token.is(")"))
                return open;
        }
        return open;
    }

    /// Back from a closing mark to the one that opens.
    [[nodiscard]] std::size_t opening(std::size_t close, std::size_t first) const
    {
        int depth = 0;
        for (std::size_t i = close + 1; i-- > first;) {
            const LooseToken& token = m_tokens[i];
            depth += token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
            depth -= token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            if (depth == 0)
                return i;
        }
        return first;
    }

    [[nodiscard]] std::size_t openingAngle(std::size_t close, std::size_t first) const
    {
        int depth = 0;
        for (std::size_t i = close + 1; i-- > first && close - i < 40;) {
            depth += is(i, ">") ? 1 : is(i, "<") ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return close;
    }

    void call(std::size_t paren, std::size_t first, std::size_t end)
    {
        std::size_t at = paren - 1;
        if (is(at, ">")) { // f<T>(...)
            const std::size_t angle = openingAngle(at, first);
            if (angle == at || angle == first)
                return;
            at = angle - 1;
        }
        if (!name(at) || isKeyword(m_tokens[at].text) || isCast(m_tokens[at].text) || at <= first)
            return;
        LooseCall made;
        made.name = m_tokens[at].text;
        made.line = m_tokens[at].line;
        const LooseToken& before = m_tokens[at - 1];
        if (before.is(".") || before.is("->")) {
            receiver(at - 2, first, before.is("->"), made);
        } else if (before.is("::")) {
            if (!scope(at, first, made))
                return;
        } else if (before.name() && !isKeyword(before.text)) {
            const auto declared = m_body.variables.find(made.name); // T name(...): a variable that is constructed
            if (declared == m_body.variables.end())
                return;
            made.name = lastName(declared->second);
        } else if ((before.is("*") || before.is("&") || before.is(">")) && m_body.variables.contains(made.name)) {
            return;
        }
        arguments(paren, end, made);
        m_callAt.emplace(paren, m_body.calls.size());
        m_body.calls.push_back(std::move(made));
    }

    static std::string lastName(const std::string& type)
    {
        const std::string plain = type.substr(0, type.find('<'));
        const std::size_t colon = plain.rfind(':');
        return colon == std::string::npos ? plain : plain.substr(colon + 1);
    }

    /// A::B::f(): the type; ::f() is a plain call.
    bool scope(std::size_t at, std::size_t first, LooseCall& made) const
    {
        std::string type;
        while (at > first + 1 && is(at - 1, "::")) {
            std::size_t part = at - 2;
            if (is(part, ">")) {
                const std::size_t angle = openingAngle(part, first);
                part = angle > first ? angle - 1 : part;
            }
            if (!name(part) || isKeyword(m_tokens[part].text))
                break;
            type = std::string(m_tokens[part].text) + (type.empty() ? "" : "::") + type;
            at = part;
        }
        if (type == "std")
            return false;
        made.root = type.empty() ? LooseRoot::None : LooseRoot::Type;
        made.rootText = type;
        return true;
    }

    /// What the call is made on, from its last token backwards.
    void receiver(std::size_t at, std::size_t first, bool arrow, LooseCall& made) const
    {
        for (int depth = 0; depth < 16 && at > first; ++depth) {
            if (is(at, "]")) {
                at = opening(at, first);
                made.element = true;
                if (at <= first)
                    return unknown(made);
                --at;
                continue;
            }
            if (is(at, ")"))
                return parenthesis(at, first, arrow, made);
            if (!name(at))
                return unknown(made);
            const std::string word(m_tokens[at].text);
            if (is(at - 1, ".") || is(at - 1, "->")) {
                made.fields.insert(made.fields.begin(), word);
                at -= 2;
                continue;
            }
            if (word == "this") {
                made.root = LooseRoot::This;
                return;
            }
            rooted(word, arrow && made.fields.empty(), made);
            return;
        }
        unknown(made);
    }

    static void unknown(LooseCall& made) { made.root = LooseRoot::Unknown; }

    void rooted(const std::string& word, bool arrow, LooseCall& made) const
    {
        const auto declared = m_body.variables.find(word);
        made.root = declared != m_body.variables.end() ? LooseRoot::Type : LooseRoot::Name;
        made.rootText = declared != m_body.variables.end() ? declared->second : word;
        made.element = made.element || arrow;
    }

    void parenthesis(std::size_t close, std::size_t first, bool arrow, LooseCall& made) const
    {
        const std::size_t open = opening(close, first);
        if (open <= first)
            return unknown(made);
        if (const auto prior = m_callAt.find(open); prior != m_callAt.end()) {
            made.root = LooseRoot::Call;
            made.rootCall = prior->second;
            return;
        }
        if (is(open - 1, ">")) { // static_cast<T*>(x)->f()
            const std::size_t angle = openingAngle(open - 1, first);
            if (angle < open - 1 && angle > first && isCast(m_tokens[angle - 1].text)) {
                made.root = LooseRoot::Type;
                for (std::size_t i = angle + 1; i < open - 1; ++i)
                    if (name(i) && !isQualifier(m_tokens[i]))
                        made.rootText = m_tokens[i].text;
                return;
            }
            return unknown(made);
        }
        std::size_t inner = open + 1;
        const bool pointed = is(inner, "*");
        inner += pointed ? 1 : 0;
        if (is(inner, "(") && !pointed) { // ((T*)x)->f()
            const std::size_t castEnd = closingOf(m_tokens, inner);
            if (castEnd + 1 < close && name(inner + 1)) {
                made.root = LooseRoot::Type;
                for (std::size_t i = inner + 1; i < castEnd; ++i)
                    if (name(i) && !isQualifier(m_tokens[i]))
                        made.rootText = m_tokens[i].text;
                return;
            }
        }
        if (name(inner) && inner + 1 == close) {
            if (m_tokens[inner].is("this")) {
                made.root = LooseRoot::This;
                return;
            }
            rooted(std::string(m_tokens[inner].text), pointed || arrow, made);
            return;
        }
        unknown(made);
    }

    void arguments(std::size_t paren, std::size_t end, LooseCall& made)
    {
        const std::size_t close = std::min(closingOf(m_tokens, paren), end);
        std::size_t from = paren + 1;
        if (from >= close)
            return;
        for (std::size_t i = from; i <= close; ++i) {
            if (i < close && (is(i, "(") || is(i, "[") || is(i, "{"))) {
                i = std::min(closingOf(m_tokens, i), close - 1);
                continue;
            }
            if (i == close || is(i, ",")) {
                argument(from, i, made);
                from = i + 1;
            }
        }
    }

    void argument(std::size_t from, std::size_t to, LooseCall& made)
    {
        std::string literal;
        std::string named;
        bool strings = from < to;
        for (std::size_t i = from; i < to; ++i)
            strings = strings && m_tokens[i].kind == LooseKind::String;
        if (strings) {
            for (std::size_t i = from; i < to; ++i) {
                literal += unescapedText(m_tokens[i].text);
                m_argument.insert(i);
            }
        } else if (to == from + 4 && (is(from, "i18n") || is(from, "tr") || is(from, "_")) && m_tokens[from + 2].kind == LooseKind::String) {
            literal = unescapedText(m_tokens[from + 2].text); // a text that is translated
        } else if (to > from + 3 && (is(from, "SLOT") || is(from, "SIGNAL")) && is(from + 1, "(") && name(from + 2)) {
            literal = (is(from, "SLOT") ? "1" : "2") + std::string(m_tokens[from + 2].text);
        } else {
            std::size_t at = from + (is(from, "&") ? 1 : 0);
            bool lone = name(at);
            for (std::size_t i = at; i < to; ++i)
                lone = lone && (name(i) || is(i, "::"));
            for (; lone && at < to; ++at)
                named += m_tokens[at].text;
        }
        made.literals.push_back(std::move(literal));
        made.names.push_back(std::move(named));
    }

    static std::string unescapedText(std::string_view raw)
    {
        std::string out;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] != '\\' || i + 1 == raw.size()) {
                out += raw[i];
                continue;
            }
            const char c = raw[++i];
            if (c == '\n' || c == '\r')
                continue;
            out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        return out;
    }

    /// Adjacent strings are one text.
    void text(std::size_t& at)
    {
        const std::uint32_t line = m_tokens[at].line;
        std::string whole;
        while (at < m_tokens.size() && m_tokens[at].kind == LooseKind::String)
            whole += unescapedText(m_tokens[at++].text);
        --at;
        m_body.strings.emplace_back(std::move(whole), line);
    }

    const std::vector<LooseToken>& m_tokens;
    LooseBody& m_body;
    std::unordered_map<std::size_t, std::size_t> m_callAt; ///< by its parenthesis
    std::unordered_set<std::size_t> m_argument;           ///< strings that are told as arguments
};

} // namespace

std::size_t readBody(const std::vector<LooseToken>& tokens, std::size_t brace, LooseBody& body)
{
    return BodyReader(tokens, body).run(brace);
}

} // namespace naru::analyzers::cpp
