#include "analyzers/sql/RoutineStrings.h"

#include "analyzers/sql/DdlColumns.h"

#include <map>
#include <optional>

namespace naru::analyzers::sql {

namespace {

constexpr std::size_t kLongest = 1U << 16U; ///< characters of one text
constexpr std::size_t kMostPieces = 4096;   ///< of one text: also of empty ones
constexpr int kDeepest = 16;                ///< parentheses

bool symbolAt(std::span<const Token> body, std::size_t at, char symbol)
{
    return at < body.size() && body[at].kind == TokenKind::Symbol && body[at].symbol == symbol;
}

/// Tokens of || or + at a place; 0 for none.
std::size_t joinAt(std::span<const Token> body, std::size_t at)
{
    if (symbolAt(body, at, '|') && symbolAt(body, at + 1, '|'))
        return 2;
    return symbolAt(body, at, '+') ? 1 : 0;
}

class StringReader {
public:
    StringReader(std::string_view text, std::span<const Token> body) : m_text(text), m_body(body) {}

    std::vector<RoutineString> run()
    {
        for (std::size_t at = 0; at < m_body.size();) {
            const std::size_t before = at;
            if (!assignment(at))
                plain(at);
            at = std::max(at, before + 1);
        }
        for (auto& [name, made] : m_variables)
            finish(std::move(made.text), made.parts);
        return std::move(m_out);
    }

private:
    struct Value {
        RoutineString text;
        int parts = 0;       ///< literals and names
        bool literal = false; ///< one of them is a literal
    };

    [[nodiscard]] std::string wordAt(std::size_t at) const
    {
        const bool word = at < m_body.size() && (m_body[at].kind == TokenKind::Name || m_body[at].kind == TokenKind::Placeholder);
        return word ? upper(spelling(m_text, m_body[at])) : std::string();
    }

    void finish(RoutineString text, int parts)
    {
        if (parts > 1 && !text.text.empty())
            m_out.push_back(std::move(text));
    }

    static void append(Value& to, std::string_view text, std::size_t source)
    {
        if (to.text.text.size() + text.size() > kLongest)
            return;
        to.text.pieces.emplace_back(to.text.text.size(), source);
        to.text.text += text;
    }

    static void append(Value& to, const Value& from)
    {
        if (to.text.text.size() + from.text.text.size() > kLongest || to.text.pieces.size() + from.text.pieces.size() > kMostPieces)
            return;
        for (const auto& [offset, source] : from.text.pieces)
            to.text.pieces.emplace_back(to.text.text.size() + offset, source);
        to.text.text += from.text.text;
        to.parts += from.parts;
        to.literal = to.literal || from.literal;
    }

    void skipParentheses(std::size_t& at) const
    {
        int depth = 0;
        for (; at < m_body.size(); ++at) {
            depth += symbolAt(m_body, at, '(') ? 1 : symbolAt(m_body, at, ')') ? -1 : 0;
            if (depth == 0 || symbolAt(m_body, at, ';'))
                break;
        }
        at += symbolAt(m_body, at, ')') ? 1 : 0;
    }

    /// A literal, a variable, a call or an expression in parentheses; false: nothing that can stand in a text.
    bool operand(std::size_t& at, Value& to, int depth)
    {
        if (at >= m_body.size() || depth > kDeepest)
            return false;
        const Token& token = m_body[at];
        if (token.kind == TokenKind::String) {
            const std::string_view written = spelling(m_text, token);
            append(to, unescaped(written), token.offset + 1);
            ++to.parts;
            to.literal = true;
            ++at;
            return true;
        }
        if (symbolAt(m_body, at, '(')) {
            ++at;
            const bool read = expression(at, to, depth + 1, ')');
            at += symbolAt(m_body, at, ')') ? 1 : 0;
            return read;
        }
        if (token.kind == TokenKind::Name && upper(spelling(m_text, token)) == "N" && at + 1 < m_body.size() && m_body[at + 1].kind == TokenKind::String)
            return operand(++at, to, depth);
        if (token.kind == TokenKind::Name && upper(spelling(m_text, token)) == "CONCAT" && symbolAt(m_body, at + 1, '(')) {
            at += 2;
            while (at < m_body.size() && expression(at, to, depth + 1, ')') && symbolAt(m_body, at, ','))
                ++at;
            at += symbolAt(m_body, at, ')') ? 1 : 0;
            return true;
        }
        if (token.kind != TokenKind::Name && token.kind != TokenKind::Placeholder && token.kind != TokenKind::Number && token.kind != TokenKind::Quoted)
            return false;
        const auto known = m_variables.find(upper(spelling(m_text, token)));
        ++at;
        while (symbolAt(m_body, at, '.') && at + 1 < m_body.size())
            at += 2;
        if (symbolAt(m_body, at, '('))
            skipParentheses(at);
        if (known != m_variables.end()) {
            append(to, known->second);
        } else {
            append(to, "?", token.offset);
            ++to.parts;
        }
        return true;
    }

    /// Operands joined by || or +.
    bool expression(std::size_t& at, Value& to, int depth, char end)
    {
        if (!operand(at, to, depth))
            return false;
        while (const std::size_t join = joinAt(m_body, at)) {
            at += join;
            if (!operand(at, to, depth))
                break;
        }
        if (end != 0) // what else stands before the end of an argument
            while (at < m_body.size() && !symbolAt(m_body, at, end) && !symbolAt(m_body, at, ',') && !symbolAt(m_body, at, ';'))
                ++at;
        return true;
    }

    /// v := .., SET @v = .., @v = .., v += ..
    bool assignment(std::size_t& at)
    {
        const std::string name = wordAt(at);
        if (name.empty())
            return false;
        std::size_t next = at + 1;
        const bool adds = symbolAt(m_body, next, '+') && symbolAt(m_body, next + 1, '=');
        const bool plSql = symbolAt(m_body, next, ':') && symbolAt(m_body, next + 1, '=');
        const bool set = symbolAt(m_body, next, '=') && (name.starts_with('@') || (at > 0 && wordAt(at - 1) == "SET"));
        if (!adds && !plSql && !set)
            return false;
        next += set ? 1 : 2;
        Value made;
        const auto known = m_variables.find(name);
        if (adds && known != m_variables.end())
            append(made, known->second);
        const bool continues = adds || wordAt(next) == name || (wordAt(next) == "CONCAT" && wordAt(next + 2) == name);
        if (!expression(next, made, 0, 0))
            return false;
        at = next;
        if (!made.literal && !continues)
            return true;
        if (known != m_variables.end() && !continues)
            finish(known->second.text, known->second.parts);
        m_variables[name] = std::move(made);
        return true;
    }

    /// EXECUTE IMMEDIATE 'a' || x, OPEN c FOR 'a' || x, EXEC('a' + @x)
    void plain(std::size_t& at)
    {
        const bool starts = m_body[at].kind == TokenKind::String || wordAt(at) == "CONCAT";
        if (!starts)
            return;
        Value made;
        std::size_t next = at;
        if (!expression(next, made, 0, 0))
            return;
        at = next;
        if (made.literal)
            finish(std::move(made.text), made.parts);
    }

    std::string_view m_text;
    std::span<const Token> m_body;
    std::map<std::string, Value> m_variables;
    std::vector<RoutineString> m_out;
};

} // namespace

std::size_t RoutineString::source(std::size_t offset) const
{
    std::size_t found = 0;
    for (const auto& [at, from] : pieces)
        if (at <= offset)
            found = from + (offset - at);
    return found;
}

std::vector<RoutineString> routineStrings(std::string_view text, std::span<const Token> body)
{
    return StringReader(text, body).run();
}

bool partOfString(std::span<const Token> body, std::size_t at)
{
    return joinAt(body, at + 1) != 0 || (at > 0 && (symbolAt(body, at - 1, '|') || symbolAt(body, at - 1, '+')));
}

} // namespace naru::analyzers::sql
