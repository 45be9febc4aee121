// The part of BodyVisitor that tells by what a function decides what to do: a switch over a code, comparisons of a text.

#include "analyzers/cpp/BodyVisitor.h"
#include "analyzers/cpp/CursorKinds.h"

#include <algorithm>
#include <cctype>

namespace naru::analyzers::cpp {

namespace {

bool isLabel(CXCursorKind kind)
{
    return kind == CXCursor_CaseStmt || kind == CXCursor_DefaultStmt;
}

/// Nothing runs on into the next case.
bool closesCase(CXCursorKind end)
{
    return end == CXCursor_BreakStmt || end == CXCursor_ReturnStmt || end == CXCursor_ContinueStmt || end == CXCursor_GotoStmt;
}

std::uint32_t lastLine(CXCursor cursor)
{
    unsigned line = 0;
    clang_getFileLocation(clang_getRangeEnd(clang_getCursorExtent(cursor)), nullptr, &line, nullptr, nullptr);
    return line;
}

/// The words and literals as they are written: a macro keeps its name.
std::vector<std::string> tokensOf(CXCursor cursor)
{
    constexpr unsigned kMost = 24; // of a longer expression the end says enough
    std::vector<std::string> out;
    CXTranslationUnit unit = clang_Cursor_getTranslationUnit(cursor);
    CXToken* tokens = nullptr;
    unsigned count = 0;
    clang_tokenize(unit, clang_getCursorExtent(cursor), &tokens, &count);
    for (unsigned i = count > kMost ? count - kMost : 0; i < count; ++i)
        out.push_back(take(clang_getTokenSpelling(unit, tokens[i])));
    clang_disposeTokens(unit, tokens, count);
    return out;
}

bool isName(std::string_view token)
{
    return !token.empty() && (std::isalpha(static_cast<unsigned char>(token.front())) != 0 || token.front() == '_');
}

/// The name of the macro that an expression begins with as it stands in the file; empty when it is none.
std::string macroOf(CXCursor expression)
{
    const CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(expression));
    CXFile file = nullptr;
    CXFile spelled = nullptr;
    unsigned offset = 0;
    unsigned inside = 0;
    clang_getExpansionLocation(start, &file, nullptr, nullptr, &offset);
    clang_getSpellingLocation(start, &spelled, nullptr, nullptr, &inside);
    std::size_t size = 0;
    const char* text = file == nullptr || (clang_File_isEqual(file, spelled) != 0 && offset == inside)
                           ? nullptr
                           : clang_getFileContents(clang_Cursor_getTranslationUnit(expression), file, &size);
    std::string out;
    for (; text != nullptr && offset < size && (std::isalnum(static_cast<unsigned char>(text[offset])) != 0 || text[offset] == '_'); ++offset)
        out += text[offset];
    return out;
}

/// The last name of an expression: `type` of `ntohs(message->type)`.
std::string lastName(CXCursor expression)
{
    std::vector<std::string> tokens = tokensOf(expression);
    const auto found = std::find_if(tokens.rbegin(), tokens.rend(), isName);
    return found == tokens.rend() ? macroOf(expression) : *found;
}

/// A constant as it is written: its name, number, letter or text without quotes.
std::string constantOf(CXCursor expression)
{
    if (std::string macro = macroOf(expression); !macro.empty())
        return macro;
    const std::vector<std::string> tokens = tokensOf(expression);
    const auto named = std::find_if(tokens.rbegin(), tokens.rend(), isName);
    std::string out = named != tokens.rend() ? *named : tokens.empty() ? std::string() : tokens.back();
    std::erase_if(out, [](char c) { return c == '"' || c == '\''; });
    return out;
}

} // namespace

/// The kind of the statement that a statement ends with, through blocks.
CXCursorKind BodyVisitor::endOf(CXCursor statement)
{
    if (statement.kind != CXCursor_CompoundStmt)
        return statement.kind;
    const CursorStack::Range range = m_stack.push(statement);
    const CXCursorKind end = range.size() > 0 ? endOf(m_stack.at(range, range.size() - 1)) : CXCursor_NullStmt;
    m_stack.pop(range);
    return end;
}

/// The cases of a switch; one that runs into the next has the lines of both.
void BodyVisitor::cases(CXCursor cursor)
{
    const Spot at = m_symbols.spot(cursor);
    const CursorStack::Range parts = m_stack.push(cursor);
    const std::string parameter = at.own() && parts.size() >= 2 ? lastName(m_stack.at(parts, parts.size() - 2)) : std::string();
    const CXCursor body = parts.size() >= 2 ? m_stack.at(parts, parts.size() - 1) : clang_getNullCursor();
    m_stack.pop(parts);
    if (parameter.empty() || body.kind != CXCursor_CompoundStmt)
        return;
    std::vector<std::string> values; // of the group of labels at hand; empty: default
    std::uint32_t first = 0;
    bool closed = true;
    bool left = false;
    const auto tell = [&](std::uint32_t last) {
        for (const std::string& value : values)
            m_out.dispatches.push_back({m_owner.member, m_symbols.text(parameter), m_symbols.text(value), std::max(first, last), left ? 1U : 0U,
                                        {static_cast<std::uint32_t>(at.file), first}});
        values.clear();
    };
    const CursorStack::Range inner = m_stack.push(body);
    for (std::size_t i = 0; i < inner.size(); ++i) {
        CXCursor statement = m_stack.at(inner, i);
        if (isLabel(statement.kind)) {
            const std::uint32_t line = m_symbols.spot(statement).line;
            if (closed) {
                tell(line - 1);
                first = line;
            }
            while (isLabel(statement.kind)) { // case A: case B: default: ...
                const CursorStack::Range label = m_stack.push(statement);
                values.push_back(statement.kind == CXCursor_DefaultStmt || label.size() < 2 ? std::string() : constantOf(m_stack.at(label, 0)));
                const CXCursor next = label.size() > 0 ? m_stack.at(label, label.size() - 1) : clang_getNullCursor();
                m_stack.pop(label);
                statement = next;
            }
        }
        const CXCursorKind end = endOf(statement);
        closed = closesCase(end);
        left = end == CXCursor_ReturnStmt;
    }
    m_stack.pop(inner);
    tell(lastLine(body));
}

/// What stands behind a comparison with a text, while the condition is read.
BodyVisitor::Compared BodyVisitor::comparedIn(CXCursor condition, CXCursor then)
{
    Compared out;
    const bool equal = condition.kind == CXCursor_CallExpr ||
                       (condition.kind == CXCursor_UnaryOperator && clang_getCursorUnaryOperatorKind(condition) == CXUnaryOperator_LNot);
    const CXBinaryOperatorKind kind = condition.kind == CXCursor_BinaryOperator ? clang_getCursorBinaryOperatorKind(condition) : CXBinaryOperator_Invalid;
    if (!equal && kind != CXBinaryOperator_EQ && kind != CXBinaryOperator_LOr)
        return out;
    out.at = m_symbols.spot(then);
    out.last = lastLine(then);
    out.leaves = endOf(then) == CXCursor_ReturnStmt;
    out.active = out.at.own();
    out.plain = condition.kind == CXCursor_CallExpr;
    return out;
}

/// strcmp(command, "ORDER"), command == "ORDER".
void BodyVisitor::compared(CXCursor call, std::string_view name)
{
    const bool operators = name == "operator==";
    if (!m_compared.active || m_compared.plain != operators || clang_Cursor_getNumArguments(call) < 2)
        return;
    const CXCursor one = clang_Cursor_getArgument(call, 0);
    const CXCursor other = clang_Cursor_getArgument(call, 1);
    const auto isText = [](CXCursor expression) {
        const std::vector<std::string> tokens = tokensOf(expression);
        return tokens.size() == 1 && tokens.front().starts_with('"');
    };
    const bool swapped = isText(one);
    if (swapped == isText(other))
        return;
    const std::string parameter = lastName(swapped ? other : one);
    const std::string value = constantOf(swapped ? one : other);
    if (!parameter.empty() && !value.empty())
        m_out.dispatches.push_back({m_owner.member, m_symbols.text(parameter), m_symbols.text(value), m_compared.last, m_compared.leaves ? 1U : 0U,
                                    m_compared.at.place()});
}

} // namespace naru::analyzers::cpp
