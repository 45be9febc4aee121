#include "analyzers/cpp/LooseCode.h"

#include "analyzers/cpp/LooseBodyReader.h"

#include <algorithm>

namespace naru::analyzers::cpp {

namespace {

/// Nesting of scopes beyond which nothing is read.
constexpr std::size_t kMostScopes = 200;

class FileReader {
public:
    explicit FileReader(const std::vector<LooseToken>& tokens) : m_tokens(tokens) {}

    std::vector<LooseBody> run()
    {
        while (m_at < m_tokens.size())
            step();
        return std::move(m_out);
    }

private:
    void step()
    {
        const LooseToken& token = m_tokens[m_at];
        if (token.is("{")) {
            open();
        } else if (token.is("}")) {
            if (!m_scopes.empty())
                m_scopes.pop_back();
            m_head = ++m_at;
        } else if (token.is(";")) {
            ++m_at;
            if (!oldParameters())
                m_head = m_at;
        } else if (token.is(":") && m_at > m_head && isAccess(m_tokens[m_at - 1])) {
            m_head = ++m_at;
        } else {
            ++m_at;
        }
    }

    static bool isAccess(const LooseToken& token)
    {
        return token.is("public") || token.is("private") || token.is("protected") || token.is("slots") || token.is("signals");
    }

    /// `int f(a, b) int a;` of the C of Kernighan and Ritchie: the head goes on behind the semicolon.
    [[nodiscard]] bool oldParameters() const
    {
        std::size_t open = m_head;
        while (open < m_at && !m_tokens[open].is("("))
            ++open;
        if (open == m_head || open >= m_at || !m_tokens[open - 1].name())
            return false;
        std::size_t close = open + 1;
        while (close < m_at && (m_tokens[close].name() || m_tokens[close].is(",")))
            ++close;
        if (close == open + 1 || close >= m_at || !m_tokens[close].is(")"))
            return false;
        for (std::size_t i = open + 1; i < close; ++i) // each has a declaration behind the list, if only of one of them so far
            if (m_tokens[i].name() && std::any_of(m_tokens.begin() + static_cast<std::ptrdiff_t>(close + 1),
                                                  m_tokens.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                  [&](const LooseToken& t) { return t.name() && t.text == m_tokens[i].text; }))
                return true;
        return false;
    }

    [[nodiscard]] std::size_t closing(std::size_t open) const { return closingOf(m_tokens, open); }

    void open()
    {
        const std::size_t brace = m_at;
        std::size_t paren = brace;
        bool type = false;
        bool space = false;
        bool assigned = false;
        bool enumeration = false;
        for (std::size_t i = m_head; i < brace; ++i) {
            const LooseToken& token = m_tokens[i];
            if (token.is("(")) {
                if (paren == brace && i > m_head && callable(i))
                    paren = i;
                i = std::min(closing(i), brace);
                continue;
            }
            if (token.is("operator")) { // its marks are a name
                while (i + 1 < brace && !m_tokens[i + 1].is("("))
                    ++i;
                continue;
            }
            type = type || token.is("class") || token.is("struct") || token.is("union");
            space = space || token.is("namespace");
            enumeration = enumeration || token.is("enum");
            assigned = assigned || (token.is("=") && paren == brace);
        }
        if (assigned || (enumeration && paren == brace)) {
            m_at = closing(brace) + 1; // an initialiser, up to the semicolon
        } else if (paren != brace && !space) {
            function(paren, brace);
        } else {
            std::string name;
            if (space || type)
                for (std::size_t i = m_head; i < brace && !m_tokens[i].is(":"); ++i)
                    if (m_tokens[i].name() && !m_tokens[i].is("final"))
                        name = m_tokens[i].text;
            if (m_scopes.size() >= kMostScopes) {
                m_at = closing(brace) + 1;
                return;
            }
            m_scopes.push_back(type ? name : std::string());
            m_head = ++m_at;
        }
    }

    /// The word before an opening parenthesis may be the name of a function.
    [[nodiscard]] bool callable(std::size_t paren) const
    {
        const LooseToken& before = m_tokens[paren - 1];
        if (before.name())
            return !before.is("__attribute__") && !before.is("__declspec") && !before.is("alignas") && !before.is("decltype") &&
                   !before.is("throw") && !before.is("noexcept");
        for (std::size_t i = paren; i > m_head && paren - i < 4; --i)
            if (m_tokens[i - 1].is("operator"))
                return true;
        return false;
    }

    void function(std::size_t paren, std::size_t brace)
    {
        LooseBody body;
        std::size_t name = paren - 1;
        if (!m_tokens[name].name() || m_tokens[name].is("operator")) {
            while (name > m_head && !m_tokens[name].is("operator"))
                --name;
            for (std::size_t i = name; i < paren; ++i)
                body.name += m_tokens[i].text;
            if (paren == name + 1 && closing(paren) == paren + 1) { // operator()(...)
                body.name += "()";
                paren += 2;
            }
        } else {
            body.name = m_tokens[name].text;
            if (name > m_head && m_tokens[name - 1].is("~")) {
                body.name = "~" + body.name;
                --name;
            }
        }
        body.line = m_tokens[name].line;
        body.headLine = m_tokens[m_head].line;
        std::string scope;
        for (std::size_t i = name; i > m_head + 1 && m_tokens[i - 1].is("::");) {
            std::size_t part = i - 2;
            if (m_tokens[part].is(">"))
                while (part > m_head && !m_tokens[part].is("<"))
                    --part;
            part -= m_tokens[part].is("<") && part > m_head ? 1 : 0;
            if (!m_tokens[part].name())
                break;
            scope = std::string(m_tokens[part].text) + (scope.empty() ? "" : "::") + scope;
            i = part;
        }
        for (auto outer = m_scopes.rbegin(); outer != m_scopes.rend() && scope.empty(); ++outer)
            scope = *outer;
        body.scope = scope;
        if (paren < brace)
            readParameters(m_tokens, paren, body);
        const std::size_t end = readBody(m_tokens, bodyBrace(paren, brace), body);
        body.endLine = end < m_tokens.size() ? m_tokens[end].line : (m_tokens.empty() ? 0 : m_tokens.back().line);
        m_out.push_back(std::move(body));
        m_at = m_head = std::min(end + 1, m_tokens.size());
    }

    /// Behind members that are initialised in braces: A::A() : m_a{1} { ... }.
    [[nodiscard]] std::size_t bodyBrace(std::size_t paren, std::size_t brace) const
    {
        const std::size_t close = closing(paren);
        bool initialises = false;
        for (std::size_t i = close; i < brace; ++i)
            initialises = initialises || m_tokens[i].is(":");
        while (initialises && brace + 1 < m_tokens.size() && m_tokens[brace - 1].name()) {
            const std::size_t after = closing(brace) + 1;
            if (after >= m_tokens.size() || (!m_tokens[after].is(",") && !m_tokens[after].is("{")))
                break;
            brace = after;
            while (brace < m_tokens.size() && !m_tokens[brace].is("{"))
                ++brace;
        }
        return brace;
    }

    const std::vector<LooseToken>& m_tokens;
    std::size_t m_at = 0;
    std::size_t m_head = 0; ///< first token of the declaration at hand
    std::vector<std::string> m_scopes;
    std::vector<LooseBody> m_out;
};

} // namespace

std::vector<LooseBody> readLoose(std::string_view text)
{
    const std::vector<LooseToken> tokens = looseTokens(text);
    return FileReader(tokens).run();
}

} // namespace naru::analyzers::cpp
