#include "analyzers/web/ScriptCalls.h"

#include "analyzers/web/Letters.h"
#include "analyzers/web/ScriptScanner.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::web {

namespace {

constexpr char kParameter = '\x01'; ///< before the letter of a parameter
constexpr std::size_t kLongestTemplate = 300; ///< characters of a template
constexpr int kDeepestParentheses = 8;        ///< parentheses in an expression

bool hasParameter(std::string_view text)
{
    return text.find(kParameter) != std::string_view::npos;
}

/// A constant that may be a part of an address: a name, a number, a path.
bool isPart(std::string_view text)
{
    return !text.empty() && text.size() < 100 && text != kHole && std::ranges::any_of(text, isScriptLetter) &&
           std::ranges::all_of(text, [](char c) { return isScriptWordChar(c) || std::string_view("./:-{}?=&").find(c) != std::string_view::npos; });
}

class CallReader {
public:
    CallReader(std::string_view code, const std::function<std::uint32_t(std::size_t)>& lineOf) : m_script(scanScript(code)), m_lineOf(lineOf)
    {
        m_functions.emplace_back();
    }

    ScriptCalls run()
    {
        for (std::uint32_t i = 0; i < m_script.tokens.size(); ++i) {
            while (m_functions.size() > 1 && i > m_functions.back().end)
                close();
            if (m_script.symbol(i, "{"))
                open(i);
            else if (m_script.name(i))
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
        const std::uint32_t close = m_script.tokens[brace].partner;
        if (close == kNowhere || brace == 0 || !m_script.symbol(brace - 1, ")") || m_script.tokens[brace - 1].partner == kNowhere)
            return;
        const std::uint32_t first = m_script.tokens[brace - 1].partner; // (
        if (first == 0)
            return;
        std::uint32_t named = kNowhere;
        if (m_script.name(first - 1, "function")) { // name = function(, name: function(
            if (first >= 3 && (m_script.symbol(first - 2, "=") || m_script.symbol(first - 2, ":")) && m_script.name(first - 3))
                named = first - 3;
        } else if (first >= 2 && m_script.name(first - 1) && m_script.name(first - 2, "function")) {
            named = first - 1;
        } else {
            return; // if (..) {
        }
        Function made;
        made.end = close;
        made.made.name = named == kNowhere ? std::string() : std::string(m_script.text(named));
        std::size_t count = 0;
        for (std::uint32_t i = first + 1; i + 1 < brace && count < kMostParameters; ++i)
            if (m_script.name(i) && (m_script.symbol(i - 1, "(") || m_script.symbol(i - 1, ",")))
                made.variables[m_script.text(i)] = std::string{kParameter, static_cast<char>('A' + static_cast<int>(count++))};
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
        if (at + 1 >= m_script.tokens.size())
            return;
        const bool member = at >= 2 && m_script.symbol(at - 1, ".");
        const bool assigned = m_script.symbol(at + 1, "=") || m_script.symbol(at + 1, "+=");
        if (assigned && !member) {
            assign(m_functions.back().variables, at);
        } else if (assigned && m_script.name(at - 2, "this")) {
            assign(m_fields, at);
        } else if (m_script.symbol(at + 1, "(") && m_script.tokens[at + 1].partner != kNowhere) {
            call(at, at + 1);
        } else if (m_script.symbol(at + 1, ":") && m_script.text(at) == "url") {
            address(value(at + 2)); // options of an ajax call
        }
    }

    void assign(std::map<std::string_view, std::string>& variables, std::uint32_t at)
    {
        std::string given = value(at + 2);
        std::string& known = variables[m_script.text(at)];
        known = m_script.symbol(at + 1, "=") ? std::move(given) : known + given;
        if (known.size() > kLongestTemplate)
            known = kHole;
    }

    void call(std::uint32_t named, std::uint32_t open)
    {
        const std::string_view name = m_script.text(named);
        if (core::isOneOf(name, {"if", "for", "while", "switch", "catch", "function", "return", "alert", "trace"}) || (named > 0 && m_script.name(named - 1, "function")))
            return;
        std::vector<ScriptTemplate> args;
        const std::uint32_t end = m_script.tokens[open].partner;
        for (std::uint32_t i = open + 1; i < end;) {
            args.push_back(value(i));
            while (i < end && !m_script.symbol(i, ","))
                i = m_script.behind(i);
            ++i;
        }
        if (core::isOneOf(name, {"transaction", "Transaction", "open"}) && args.size() > 1)
            address(args[1]);
        else if (core::isOneOf(name, {"ajax", "post", "get", "getJSON", "load", "fetch"}) && !args.empty())
            address(args[0]);
        const bool own = named < 2 || !m_script.symbol(named - 1, ".") || named < 3 || !m_script.symbol(named - 3, "."); // f(..), this.f(..), but no this.ds.f(..)
        if (!own || args.size() < 2)
            return;
        ScriptCall made{std::string(name), std::move(args), m_lineOf(m_script.tokens[named].offset)};
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
        for (bool first = true; at < m_script.tokens.size(); first = false) {
            if (!first) {
                if (!m_script.symbol(at, "+"))
                    break;
                ++at;
            }
            if (at >= m_script.tokens.size() || made.size() > kLongestTemplate)
                break;
            made += term(at, depth);
        }
        const bool ends = at >= m_script.tokens.size() || m_script.tokens[at].kind != ScriptToken::Kind::Symbol || core::isOneOf(m_script.text(at), {",", ";", ")", "]", "}"});
        return ends && made.size() <= kLongestTemplate ? made : std::string(kHole);
    }

    /// One part of a sum; `at` then stands behind it.
    std::string term(std::uint32_t& at, int depth)
    {
        using Kind = ScriptToken::Kind;
        if (m_script.is(at, Kind::String) || m_script.is(at, Kind::Number) || m_script.is(at, Kind::Template)) {
            std::string made = m_script.is(at, Kind::Template) ? pieces(at, depth) : std::string(m_script.text(at));
            at += m_script.is(at, Kind::Template) ? 0 : 1;
            const bool plain = !m_script.symbol(at, ".") && !m_script.symbol(at, "[");
            if (!plain)
                skipChain(at);
            return plain ? made : std::string(kHole);
        }
        if (m_script.symbol(at, "(") && m_script.tokens[at].partner != kNowhere && depth < kDeepestParentheses) {
            std::string made = value(at + 1, depth + 1);
            at = m_script.tokens[at].partner + 1;
            return made;
        }
        if (!m_script.name(at)) {
            at = m_script.behind(at);
            return std::string(kHole);
        }
        const std::uint32_t first = at;
        skipChain(at);
        const std::map<std::string_view, std::string>* where = nullptr;
        if (at == first + 1)
            where = &m_functions.back().variables;
        else if (at == first + 3 && m_script.name(first, "this"))
            where = &m_fields;
        if (where == nullptr)
            return std::string(kHole);
        for (std::size_t i = m_functions.size(); at == first + 1 && i-- > 0;) // also of the functions around
            if (const auto known = m_functions[i].variables.find(m_script.text(first)); known != m_functions[i].variables.end())
                return known->second;
        const auto known = where->find(m_script.text(at - 1));
        return known == where->end() ? std::string(kHole) : known->second;
    }

    /// A template literal with the values of its holes; `at` then stands behind it.
    std::string pieces(std::uint32_t& at, int depth)
    {
        std::string made;
        while (m_script.is(at, ScriptToken::Kind::Template) && made.size() <= kLongestTemplate) {
            made += m_script.text(at);
            const std::uint32_t hole = at + 1;
            if (m_script.tokens[at].last || hole >= m_script.tokens.size() || m_script.tokens[hole].partner == kNowhere) {
                at = hole;
                break;
            }
            at = m_script.behind(hole);
            made += depth < kDeepestParentheses ? value(hole + 1, depth + 1) : std::string(kHole);
        }
        return made;
    }

    /// Behind a.b(..).c[..]
    void skipChain(std::uint32_t& at) const
    {
        if (m_script.name(at))
            ++at;
        while (at < m_script.tokens.size()) {
            if (m_script.symbol(at, ".") && m_script.name(at + 1))
                at += 2;
            else if ((m_script.symbol(at, "(") || m_script.symbol(at, "[")) && m_script.tokens[at].partner != kNowhere)
                at = m_script.tokens[at].partner + 1;
            else
                return;
        }
    }

    ScannedScript m_script;
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
    for (std::size_t i = 0; i < text.size() && made.size() <= kLongestTemplate; ++i) {
        if (text[i] != kParameter || i + 1 >= text.size()) {
            made += text[i];
            continue;
        }
        const auto parameter = static_cast<std::size_t>(text[++i] - 'A');
        made += parameter < args.size() ? args[parameter] : std::string(kHole);
    }
    return made.size() <= kLongestTemplate ? made : std::string(kHole);
}

void eachScriptInclude(std::string_view code, const std::function<void(std::string_view)>& f)
{
    constexpr std::string_view kWord = "include";
    for (std::size_t at = code.find(kWord); at != std::string_view::npos; at = code.find(kWord, at + 1)) {
        std::size_t quote = at + kWord.size();
        while (quote < code.size() && (code[quote] == ' ' || code[quote] == '\t'))
            ++quote;
        const bool begins = at == 0 || !isScriptWordChar(code[at - 1]);
        if (!begins || quote == at + kWord.size() || quote >= code.size() || (code[quote] != '"' && code[quote] != '\''))
            continue;
        const std::size_t end = code.find(code[quote], quote + 1);
        const std::string_view name = code.substr(quote + 1, std::min(end, code.size()) - quote - 1);
        if (name.size() < kLongestTemplate && name.find('\n') == std::string_view::npos)
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
        if ((at > 0 && isScriptWordChar(code[at - 1])) || behind >= code.size() || isScriptWordChar(code[behind]) || code[behind] == '(')
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
