#include "analyzers/java/JavaFrontEnd.h"

#include "analyzers/java/DeclarationReader.h"

#include <algorithm>
#include <string>

namespace naru::analyzers::java {

namespace {

/// The index behind a literal or comment that starts at `at`, or `at` itself.
std::size_t skipLiteral(std::string_view text, std::size_t at)
{
    const auto behind = [&](std::string_view end, std::size_t from) {
        const std::size_t found = text.find(end, from);
        return found == std::string_view::npos ? text.size() : found + end.size();
    };
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("//"))
        return std::min(text.find('\n', at), text.size());
    if (rest.starts_with("/*"))
        return behind("*/", at + 2);
    if (rest.starts_with("\"\"\""))
        return behind("\"\"\"", at + 3);
    if (text[at] != '"' && text[at] != '\'')
        return at;
    for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == text[at])
            return i + 1;
    }
    return at + 1;
}

/// Calls f(character, index behind it) for what stands outside of literals and comments.
template <typename F> void eachCharacter(std::string_view text, F&& f)
{
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t next = skipLiteral(text, at); next != at) {
            at = next;
            continue;
        }
        const char c = text[at++];
        f(c, at);
    }
}

/// What closes the brackets that a text leaves open: a file that was cut off becomes one with a small fault at its end.
std::string missingEnd(std::string_view text)
{
    constexpr std::size_t kMost = 200;
    std::string open;
    eachCharacter(text, [&](char c, std::size_t) {
        if (c == '(' || c == '[' || c == '{')
            open += c;
        else if ((c == ')' && open.ends_with('(')) || (c == ']' && open.ends_with('[')) || (c == '}' && open.ends_with('{')))
            open.pop_back();
    });
    std::string end;
    if (open.size() <= kMost)
        for (; !open.empty(); open.pop_back())
            end += open.back() == '(' ? ")" : open.back() == '[' ? "]" : ";}";
    return end.empty() ? end : "\n" + end;
}

/// A block that ends while a parenthesis is open in it: from the statement with the parenthesis to the end of the block nothing can be
/// told, but what follows can. Nothing when there are very many.
std::vector<ByteRange> unclosedStatements(std::string_view text)
{
    constexpr std::size_t kMost = 200;
    struct Open {
        char bracket;
        std::size_t statement; ///< of a block: where the last of its statements starts
    };
    std::vector<Open> open{{'{', 0}};
    std::vector<ByteRange> found;
    eachCharacter(text, [&](char c, std::size_t at) {
        if (c == '(' || c == '[' || c == '{')
            open.push_back({c, at});
        else if (c == ';' && open.back().bracket == '{')
            open.back().statement = at;
        else if (c == ')' || c == ']') {
            if (open.back().bracket == (c == ')' ? '(' : '['))
                open.pop_back();
        } else if (c == '}') {
            const auto block = std::find_if(open.rbegin(), open.rend() - 1, [](const Open& one) { return one.bracket == '{'; });
            if (block != open.rbegin() && block != open.rend() - 1)
                found.push_back({static_cast<std::uint32_t>(block->statement), static_cast<std::uint32_t>(at - 1)});
            if (block != open.rend() - 1)
                open.erase(block.base() - 1, open.end());
            if (open.back().bracket == '{')
                open.back().statement = at;
        }
    });
    if (found.size() > kMost)
        found.clear();
    return found;
}

/// The text with other names in place of `this` and `super` where they call a constructor after other statements; empty when none does.
std::string withLateConstructorCalls(std::string_view text)
{
    std::string out;
    char before = ' ';
    eachCharacter(text, [&](char c, std::size_t behind) {
        const std::string_view rest = text.substr(behind - 1);
        if ((before == ';' || before == '}') && (rest.starts_with("this") || rest.starts_with("super"))) {
            const std::string_view name = rest.front() == 't' ? kLateThis : kLateSuper;
            const std::size_t next = rest.find_first_not_of(" \t\r\n", name.size());
            if (next != std::string_view::npos && rest[next] == '(') {
                if (out.empty())
                    out = text;
                out.replace(behind - 1, name.size(), name);
            }
        }
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            before = c;
    });
    return out;
}

/// Bytes of a character without width that a name may hold (ZERO WIDTH SPACE, SOFT HYPHEN ...): such names are copied from web pages.
std::size_t ignorable(std::string_view rest)
{
    const auto byte = [&](std::size_t at) { return at < rest.size() ? static_cast<unsigned char>(rest[at]) : 0U; };
    if (byte(0) == 0xC2U)
        return byte(1) == 0xADU ? 2 : 0;
    if (byte(0) == 0xEFU)
        return byte(1) == 0xBBU && byte(2) == 0xBFU ? 3 : 0;
    const bool marks = byte(0) == 0xE2U && byte(1) == 0x80U && byte(2) >= 0x8BU && byte(2) <= 0x8FU;
    const bool joiners = byte(0) == 0xE2U && byte(1) == 0x81U && byte(2) >= 0xA0U && byte(2) <= 0xA4U;
    return marks || joiners ? 3 : 0;
}

/// The text with letters, which the grammar knows, in place of such characters; empty when it has none.
std::string withoutIgnorable(std::string_view text)
{
    std::string out;
    char before = ' ';
    eachCharacter(text, [&](char c, std::size_t behind) {
        const std::size_t at = behind - 1;
        if (const std::size_t size = (c & 0x80) != 0 ? ignorable(text.substr(at)) : 0; size > 0) {
            if (out.empty())
                out = text;
            const bool inName = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || (before >= '0' && before <= '9') ||
                                before == '_' || before == '$' || (before & 0x80) != 0;
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), size, inName ? '_' : ' ');
        }
        before = c;
    });
    return out;
}

bool breaksAtTopLevel(const FlatTree& tree)
{
    bool broken = tree.nodes.empty() || tree.kind(0) == Syntax::Error;
    if (!broken)
        tree.eachChild(0, [&](std::uint32_t node) { broken = broken || tree.kind(node) == Syntax::Error; });
    return broken;
}

} // namespace

FileFacts JavaFrontEnd::read(std::string_view text)
{
    FileFacts facts;
    facts.package = core::StringId(0U);
    const FlatTree* tree = m_parser.parse(text);
    const std::string_view given = text;
    std::string visible;
    if (tree != nullptr && tree->faults > 0)
        if (visible = withoutIgnorable(text); !visible.empty()) {
            text = visible;
            tree = m_parser.parse(text);
        }
    std::string late;
    if (const std::size_t first = tree != nullptr ? tree->faults : 0; first > 0)
        if (late = withLateConstructorCalls(text); !late.empty()) {
            tree = m_parser.parse(late);
            if (tree != nullptr && tree->faults < first)
                text = late;
            else
                tree = m_parser.parse(text);
        }
    std::string whole;
    const std::string_view original = text;
    if (tree != nullptr && breaksAtTopLevel(*tree))
        if (const std::vector<ByteRange> unclosed = unclosedStatements(text); !unclosed.empty()) {
            whole = text;
            for (const ByteRange& range : unclosed)
                std::replace_if(whole.begin() + range.start, whole.begin() + range.end, [](char c) { return c != '\n'; }, ' ');
            text = whole;
            tree = m_parser.parse(text);
            if (tree != nullptr && !breaksAtTopLevel(*tree)) {
                for (const ByteRange& range : unclosed)
                    facts.errorLines.push_back(static_cast<std::uint32_t>(std::count(whole.begin(), whole.begin() + range.start, '\n')) + 1);
            } else {
                text = original;
                tree = m_parser.parse(text);
            }
        }
    if (tree != nullptr && breaksAtTopLevel(*tree))
        if (const std::string end = missingEnd(text); !end.empty()) {
            whole = std::string(text) + end;
            facts.errorLines.push_back(static_cast<std::uint32_t>(std::ranges::count(text, '\n')) + 1);
            text = whole;
            tree = m_parser.parse(text);
        }
    if (tree == nullptr) {
        facts.failed = true;
        return facts;
    }
    if (!visible.empty() && text.data() == visible.data())
        text = given; // names as they are written
    ReadingContext context(text, *tree, m_intern, facts);
    DeclarationReader(context).run();
    facts.code.shrink_to_fit(); // facts of all files are kept until the graph stands
    facts.members.shrink_to_fit();
    facts.parameters.shrink_to_fit();
    facts.types.shrink_to_fit();
    facts.imports.shrink_to_fit();
    facts.annotations.shrink_to_fit();
    facts.annotationArgs.shrink_to_fit();
    return facts;
}

} // namespace naru::analyzers::java
