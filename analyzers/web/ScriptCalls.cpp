#include "analyzers/web/ScriptCalls.h"

#include "core/base/Words.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::web {

namespace {

constexpr char kParameter = '\x01'; ///< before the letter of a parameter
constexpr std::size_t kMostParameters = 26;
constexpr std::size_t kLongest = 300; ///< characters of a template
constexpr int kDeepest = 8;           ///< parentheses in an expression
constexpr std::uint32_t kNowhere = 0xffffffff;
constexpr std::string_view kHole = "{}";

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool isWordChar(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9');
}

struct Token {
    enum class Kind : std::uint8_t { Word, Text, Number, Symbol } kind = Kind::Symbol;
    std::string_view text; ///< of a text without its quotes
    std::size_t offset = 0;
    std::uint32_t partner = kNowhere; ///< of a bracket
    [[nodiscard]] bool is(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    [[nodiscard]] bool word(std::string_view name) const { return kind == Kind::Word && text == name; }
};

class Tokens {
public:
    explicit Tokens(std::string_view code) : m_code(code) {}

    std::vector<Token> run()
    {
        while (m_at < m_code.size()) {
            const char c = m_code[m_at];
            if (isLetter(c) || (c >= '0' && c <= '9')) {
                const std::size_t start = m_at;
                while (m_at < m_code.size() && isWordChar(m_code[m_at]))
                    ++m_at;
                add(isLetter(c) ? Token::Kind::Word : Token::Kind::Number, start, m_at);
            } else if (c == '"' || c == '\'' || c == '`') {
                literal(c);
            } else if (c == '/' && m_at + 1 < m_code.size() && (m_code[m_at + 1] == '/' || m_code[m_at + 1] == '*')) {
                const auto end = m_code[m_at + 1] == '/' ? m_code.find('\n', m_at) : m_code.find("*/", m_at + 2);
                m_at = end == std::string_view::npos ? m_code.size() : end + 2 - (m_code[m_at + 1] == '/' ? 1 : 0);
            } else {
                symbol(c);
            }
        }
        return std::move(m_tokens);
    }

private:
    void add(Token::Kind kind, std::size_t start, std::size_t end) { m_tokens.push_back({kind, m_code.substr(start, end - start), start}); }

    void literal(char quote)
    {
        const std::size_t start = ++m_at;
        while (m_at < m_code.size() && m_code[m_at] != quote && (quote == '`' || m_code[m_at] != '\n'))
            m_at += m_code[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_code.size());
        add(Token::Kind::Text, start, m_at);
        ++m_at;
    }

    void symbol(char c)
    {
        static constexpr std::string_view kSpaces = " \t\r\n\f\v";
        if (kSpaces.find(c) != std::string_view::npos) {
            ++m_at;
            return;
        }
        const bool pair = m_at + 1 < m_code.size() && m_code[m_at + 1] == '=' && std::string_view("=!<>+").find(c) != std::string_view::npos;
        const auto index = static_cast<std::uint32_t>(m_tokens.size());
        add(Token::Kind::Symbol, m_at, m_at + (pair ? 2 : 1));
        m_at += pair ? 2 : 1;
        if (c == '(' || c == '{' || c == '[') {
            m_open.push_back(index);
        } else if (c == ')' || c == '}' || c == ']') {
            const char wanted = c == ')' ? '(' : (c == '}' ? '{' : '[');
            if (!m_open.empty() && m_tokens[m_open.back()].text[0] == wanted) {
                m_tokens[index].partner = m_open.back();
                m_tokens[m_open.back()].partner = index;
                m_open.pop_back();
            }
        }
    }

    std::string_view m_code;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
    std::vector<std::uint32_t> m_open;
};

bool hasParameter(std::string_view text)
{
    return text.find(kParameter) != std::string_view::npos;
}

/// A constant that may be a part of an address: a name, a number, a path.
bool isPart(std::string_view text)
{
    return !text.empty() && text.size() < 100 && text != kHole && std::ranges::any_of(text, isLetter) &&
           std::ranges::all_of(text, [](char c) { return isWordChar(c) || std::string_view("./:-{}?=&").find(c) != std::string_view::npos; });
}

class CallReader {
public:
    CallReader(std::string_view code, const std::function<std::uint32_t(std::size_t)>& lineOf) : m_tokens(Tokens(code).run()), m_lineOf(lineOf)
    {
        m_functions.emplace_back();
    }

    ScriptCalls run()
    {
        for (std::uint32_t i = 0; i < m_tokens.size(); ++i) {
            while (m_functions.size() > 1 && i > m_functions.back().end)
                close();
            const Token& token = m_tokens[i];
            if (token.is("{"))
                open(i);
            else if (token.kind == Token::Kind::Word)
                word(i);
        }
        while (m_functions.size() > 1)
            close();
        return std::move(m_out);
    }

private:
    struct Function {
        ScriptWrapper made;
        std::uint32_t end = 0;
        std::map<std::string_view, std::string> variables; ///< parameters and locals
    };

    /// A function begins with this brace: its name and parameters.
    void open(std::uint32_t brace)
    {
        const std::uint32_t close = m_tokens[brace].partner;
        if (close == kNowhere || brace == 0 || !m_tokens[brace - 1].is(")") || m_tokens[brace - 1].partner == kNowhere)
            return;
        const std::uint32_t first = m_tokens[brace - 1].partner; // (
        if (first == 0)
            return;
        std::uint32_t named = kNowhere;
        if (m_tokens[first - 1].word("function")) { // name = function(, name: function(
            if (first >= 3 && (m_tokens[first - 2].is("=") || m_tokens[first - 2].is(":")) && m_tokens[first - 3].kind == Token::Kind::Word)
                named = first - 3;
        } else if (first >= 2 && m_tokens[first - 1].kind == Token::Kind::Word && m_tokens[first - 2].word("function")) {
            named = first - 1;
        } else {
            return; // if (..) {
        }
        Function made;
        made.end = close;
        made.made.name = named == kNowhere ? std::string() : std::string(m_tokens[named].text);
        std::size_t count = 0;
        for (std::uint32_t i = first + 1; i + 1 < brace && count < kMostParameters; ++i)
            if (m_tokens[i].kind == Token::Kind::Word && (m_tokens[i - 1].is("(") || m_tokens[i - 1].is(",")))
                made.variables[m_tokens[i].text] = std::string{kParameter, static_cast<char>('A' + static_cast<int>(count++))};
        m_functions.push_back(std::move(made));
    }

    void close()
    {
        ScriptWrapper& made = m_functions.back().made;
        if (!made.name.empty() && (!made.urls.empty() || !made.calls.empty()))
            m_out.wrappers.push_back(std::move(made));
        m_functions.pop_back();
    }

    void word(std::uint32_t at)
    {
        if (at + 1 >= m_tokens.size())
            return;
        const bool member = at >= 2 && m_tokens[at - 1].is(".");
        const Token& next = m_tokens[at + 1];
        if ((next.is("=") || next.is("+=")) && !member) {
            assign(m_functions.back().variables, m_tokens[at].text, next, at);
        } else if ((next.is("=") || next.is("+=")) && m_tokens[at - 2].word("this")) {
            assign(m_fields, m_tokens[at].text, next, at);
        } else if (next.is("(") && next.partner != kNowhere) {
            call(at, at + 1);
        } else if (next.is(":") && m_tokens[at].text == "url") {
            address(value(at + 2)); // options of an ajax call
        }
    }

    void assign(std::map<std::string_view, std::string>& variables, std::string_view name, const Token& sign, std::uint32_t at)
    {
        std::string given = value(at + 2);
        std::string& known = variables[name];
        known = sign.text == "=" ? std::move(given) : known + given;
        if (known.size() > kLongest)
            known = kHole;
    }

    void call(std::uint32_t named, std::uint32_t open)
    {
        const std::string_view name = m_tokens[named].text;
        if (core::isOneOf(name, {"if", "for", "while", "switch", "catch", "function", "return", "alert", "trace"}) || (named > 0 && m_tokens[named - 1].word("function")))
            return;
        std::vector<ScriptTemplate> args;
        const std::uint32_t end = m_tokens[open].partner;
        for (std::uint32_t i = open + 1; i < end;) {
            args.push_back(value(i));
            while (i < end && !m_tokens[i].is(","))
                i = m_tokens[i].partner != kNowhere && m_tokens[i].partner > i ? m_tokens[i].partner + 1 : i + 1;
            ++i;
        }
        if (core::isOneOf(name, {"transaction", "Transaction", "open"}) && args.size() > 1)
            address(args[1]);
        else if (core::isOneOf(name, {"ajax", "post", "get", "getJSON", "load", "fetch"}) && !args.empty())
            address(args[0]);
        const bool own = named < 2 || !m_tokens[named - 1].is(".") || named < 3 || !m_tokens[named - 3].is("."); // f(..), this.f(..), but no this.ds.f(..)
        if (!own || args.size() < 2)
            return;
        ScriptCall made{std::string(name), std::move(args), m_lineOf(m_tokens[named].offset)};
        if (std::ranges::any_of(made.args, hasParameter))
            m_functions.back().made.calls.push_back(made);
        if (std::ranges::any_of(made.args, isPart))
            m_out.calls.push_back(std::move(made));
    }

    /// What is handed to something that takes a URL.
    void address(const std::string& made)
    {
        if (hasParameter(made) && made.find_first_of("/:.") != std::string::npos)
            m_functions.back().made.urls.push_back(made);
    }

    /// The text that an expression gives, as far as its parts are known.
    std::string value(std::uint32_t at, int depth = 0)
    {
        std::string made;
        for (bool first = true; at < m_tokens.size(); first = false) {
            if (!first) {
                if (!m_tokens[at].is("+"))
                    break;
                ++at;
            }
            if (at >= m_tokens.size() || made.size() > kLongest)
                break;
            made += term(at, depth);
        }
        const bool ends = at >= m_tokens.size() || m_tokens[at].kind != Token::Kind::Symbol || core::isOneOf(m_tokens[at].text, {",", ";", ")", "]", "}"});
        return ends && made.size() <= kLongest ? made : std::string(kHole);
    }

    /// One part of a sum; `at` then stands behind it.
    std::string term(std::uint32_t& at, int depth)
    {
        const Token& token = m_tokens[at];
        if (token.kind == Token::Kind::Text || token.kind == Token::Kind::Number) {
            ++at;
            const bool plain = at >= m_tokens.size() || !(m_tokens[at].is(".") || m_tokens[at].is("["));
            if (!plain)
                skipChain(at);
            return plain ? std::string(token.text) : std::string(kHole);
        }
        if (token.is("(") && token.partner != kNowhere && depth < kDeepest) {
            std::string made = value(at + 1, depth + 1);
            at = token.partner + 1;
            return made;
        }
        if (token.kind != Token::Kind::Word) {
            at = token.partner != kNowhere && token.partner > at ? token.partner + 1 : at + 1;
            return std::string(kHole);
        }
        const std::uint32_t first = at;
        skipChain(at);
        const std::map<std::string_view, std::string>* where = nullptr;
        if (at == first + 1)
            where = &m_functions.back().variables;
        else if (at == first + 3 && token.word("this"))
            where = &m_fields;
        if (where == nullptr)
            return std::string(kHole);
        for (std::size_t i = m_functions.size(); at == first + 1 && i-- > 0;) // also of the functions around
            if (const auto known = m_functions[i].variables.find(token.text); known != m_functions[i].variables.end())
                return known->second;
        const auto known = where->find(m_tokens[at - 1].text);
        return known == where->end() ? std::string(kHole) : known->second;
    }

    /// Behind a.b(..).c[..]
    void skipChain(std::uint32_t& at) const
    {
        if (at < m_tokens.size() && m_tokens[at].kind == Token::Kind::Word)
            ++at;
        while (at < m_tokens.size()) {
            const Token& token = m_tokens[at];
            if (token.is(".") && at + 1 < m_tokens.size() && m_tokens[at + 1].kind == Token::Kind::Word)
                at += 2;
            else if ((token.is("(") || token.is("[")) && token.partner != kNowhere)
                at = token.partner + 1;
            else
                return;
        }
    }

    std::vector<Token> m_tokens;
    const std::function<std::uint32_t(std::size_t)>& m_lineOf;
    std::vector<Function> m_functions; ///< those around the token, the code outside of them first
    std::map<std::string_view, std::string> m_fields; ///< of `this`
    ScriptCalls m_out;
};

} // namespace

ScriptCalls readScriptCalls(std::string_view code, const std::function<std::uint32_t(std::size_t)>& lineOf)
{
    return CallReader(code, lineOf).run();
}

std::string filledIn(const ScriptTemplate& text, const std::vector<ScriptTemplate>& args)
{
    std::string made;
    for (std::size_t i = 0; i < text.size() && made.size() <= kLongest; ++i) {
        if (text[i] != kParameter || i + 1 >= text.size()) {
            made += text[i];
            continue;
        }
        const auto parameter = static_cast<std::size_t>(text[++i] - 'A');
        made += parameter < args.size() ? args[parameter] : std::string(kHole);
    }
    return made.size() <= kLongest ? made : std::string(kHole);
}

void eachScriptInclude(std::string_view code, const std::function<void(std::string_view)>& f)
{
    constexpr std::string_view kWord = "include";
    for (std::size_t at = code.find(kWord); at != std::string_view::npos; at = code.find(kWord, at + 1)) {
        std::size_t quote = at + kWord.size();
        while (quote < code.size() && (code[quote] == ' ' || code[quote] == '\t'))
            ++quote;
        const bool begins = at == 0 || !isWordChar(code[at - 1]);
        if (!begins || quote == at + kWord.size() || quote >= code.size() || (code[quote] != '"' && code[quote] != '\''))
            continue;
        const std::size_t end = code.find(code[quote], quote + 1);
        const std::string_view name = code.substr(quote + 1, std::min(end, code.size()) - quote - 1);
        if (name.size() < kLongest && name.find('\n') == std::string_view::npos)
            f(name);
    }
}

void eachScriptImport(std::string_view code, const std::function<void(std::string_view)>& f)
{
    constexpr std::string_view kImport = "import";
    constexpr std::string_view kFrom = "from";
    constexpr std::size_t kLongestList = 2000; // of the names between the words
    for (std::size_t at = code.find(kImport); at != std::string_view::npos; at = code.find(kImport, at + 1)) {
        const std::size_t behind = at + kImport.size();
        if ((at > 0 && isWordChar(code[at - 1])) || behind >= code.size() || isWordChar(code[behind]) || code[behind] == '(')
            continue;
        const std::string_view statement = code.substr(behind, kLongestList);
        const std::size_t quote = statement.find_first_of("'\";");
        if (quote == std::string_view::npos || statement[quote] == ';' || statement.substr(0, quote).find(kFrom) == std::string_view::npos)
            continue;
        const std::size_t end = statement.find(statement[quote], quote + 1);
        const std::string_view module = end == std::string_view::npos ? std::string_view() : statement.substr(quote + 1, end - quote - 1);
        if (module.starts_with("./") || module.starts_with("../") || module.starts_with("@/") || module.starts_with("~/"))
            f(module);
    }
}

} // namespace naru::analyzers::web
