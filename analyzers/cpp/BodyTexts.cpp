// The part of BodyVisitor that follows string constants: concatenation, formats, texts put together step by step.

#include "analyzers/cpp/BodyVisitor.h"
#include "analyzers/cpp/KnownCalls.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::cpp {

namespace {

constexpr std::size_t kLongest = 65536;
constexpr int kDeepestText = 400;

/// The characters of a literal as clang writes it: "a\n\303\251".
std::string unescaped(std::string_view spelled)
{
    const std::size_t open = spelled.find('"');
    if (open == std::string_view::npos || spelled.size() < open + 2)
        return std::string(spelled);
    spelled = spelled.substr(open + 1, spelled.size() - open - 2);
    std::string out;
    out.reserve(spelled.size());
    for (std::size_t i = 0; i < spelled.size(); ++i) {
        if (spelled[i] != '\\' || i + 1 == spelled.size()) {
            out += spelled[i];
            continue;
        }
        const char c = spelled[++i];
        if (c >= '0' && c <= '7') {
            unsigned value = 0;
            std::size_t digits = 0;
            for (; digits < 3 && i + digits < spelled.size() && spelled[i + digits] >= '0' && spelled[i + digits] <= '7'; ++digits)
                value = value * 8 + static_cast<unsigned>(spelled[i + digits] - '0');
            out += static_cast<char>(value);
            i += digits - 1;
        } else {
            out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
    }
    return out;
}

/// "... WHERE A = %d AND B = %1" with marks for what is put in at run time.
bool fillFormat(std::string& text)
{
    std::string out;
    bool changed = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t end = i + 1;
        if (text[i] == '%' && end < text.size() && text[end] != '%' && text[end] != '\'' && text[end] != ' ') {
            while (end < text.size() && (std::string_view("-+#.*0123456789lhzqjL").find(text[end]) != std::string_view::npos))
                ++end;
            const bool numbered = end > i + 1 && text[end - 1] >= '0' && text[end - 1] <= '9';
            const bool letter = end < text.size() && std::string_view("sdiufxXcpgeE").find(text[end]) != std::string_view::npos;
            if (letter || numbered) {
                out += '?';
                changed = true;
                i = letter ? end : end - 1;
                continue;
            }
        }
        out += text[i];
    }
    text = std::move(out);
    return changed;
}

/// Functions that hand on the text they are given, or called on.
bool passesText(std::string_view name)
{
    constexpr std::array kNames = {
        "c_str", "data",   "arg",        "fromLatin1", "fromUtf8", "fromAscii",       "fromLocal8Bit", "toLatin1",    "toUtf8",
        "utf8",  "latin1", "ascii",      "tr",         "trimmed",  "stripWhiteSpace", "simplified",    "QString",     "QLatin1String",
        "str",   "string", "std_string", "QByteArray", "_",        "local8Bit",       "toStdString",   "basic_string"};
    return std::ranges::find(kNames, name) != kNames.end();
}

} // namespace

std::optional<BodyVisitor::Folded> BodyVisitor::fold(CXCursor expression, int depth)
{
    if (depth > kDeepestText)
        return std::nullopt;
    switch (expression.kind) {
    case CXCursor_StringLiteral:
        return Folded{unescaped(take(clang_getCursorSpelling(expression))), false};
    case CXCursor_ParenExpr:
    case CXCursor_UnexposedExpr:
    case CXCursor_CStyleCastExpr:
    case CXCursor_CXXStaticCastExpr:
    case CXCursor_CXXFunctionalCastExpr:
    case CXCursor_InitListExpr: {
        const CursorStack::Range range = m_stack.push(expression);
        CXCursor only = clang_getNullCursor();
        std::size_t expressions = 0;
        for (std::size_t i = 0; i < range.size(); ++i)
            if (clang_isExpression(m_stack.at(range, i).kind) != 0 && ++expressions == 1)
                only = m_stack.at(range, i);
        m_stack.pop(range);
        return expressions == 1 ? fold(only, depth + 1) : std::nullopt;
    }
    case CXCursor_BinaryOperator: {
        if (clang_getCursorBinaryOperatorKind(expression) != CXBinaryOperator_Add)
            return std::nullopt;
        const CursorStack::Range range = m_stack.push(expression);
        std::optional<Folded> left = range.size() == 2 ? fold(m_stack.at(range, 0), depth + 1) : std::nullopt;
        std::optional<Folded> right = range.size() == 2 ? fold(m_stack.at(range, 1), depth + 1) : std::nullopt;
        m_stack.pop(range);
        if (!left && !right)
            return std::nullopt;
        Folded whole{(left ? left->text : "?") + (right ? right->text : "?"), !left || !right || left->dynamic || right->dynamic};
        return whole.text.size() <= kLongest ? std::optional(std::move(whole)) : std::nullopt;
    }
    case CXCursor_CallExpr:
        return foldCall(expression, depth);
    default:
        return std::nullopt;
    }
}

std::optional<BodyVisitor::Folded> BodyVisitor::foldCall(CXCursor call, int depth)
{
    const std::string name = take(clang_getCursorSpelling(call));
    const CXCursor callee = clang_getCursorReferenced(call);
    // A copy that need not be made has no name: its operand is the text.
    const bool made = isNull(callee) ? name.empty() || clang_Cursor_getNumArguments(call) == 1 : callee.kind == CXCursor_Constructor;
    if (!made && !passesText(name) && name != "operator+")
        return std::nullopt;
    const CursorStack::Range range = m_stack.push(call);
    std::optional<Folded> result;
    if (name == "operator+") {
        bool any = false;
        Folded whole;
        std::size_t operands = 0;
        for (std::size_t i = 0; i < range.size(); ++i) {
            const CXCursor part = m_stack.at(range, i);
            const CXCursor named = clang_getCursorReferenced(part);
            if (clang_isExpression(part.kind) == 0 ||
                (!isNull(named) && take(clang_getCursorSpelling(named)) == "operator+" && part.kind != CXCursor_CallExpr))
                continue;
            ++operands;
            const auto value = fold(part, depth + 1);
            any = any || value.has_value();
            whole.text += value ? value->text : "?";
            whole.dynamic = whole.dynamic || !value || value->dynamic;
        }
        if (any && operands > 0 && whole.text.size() <= kLongest)
            result = std::move(whole);
    } else {
        for (std::size_t i = 0; i < range.size() && !result; ++i) {
            CXCursor part = m_stack.at(range, i);
            if (part.kind == CXCursor_MemberRefExpr) { // the object that the method is called on
                const CursorStack::Range inner = m_stack.push(part);
                part = inner.size() > 0 ? m_stack.at(inner, 0) : part;
                m_stack.pop(inner);
            }
            if (clang_isExpression(part.kind) != 0)
                result = fold(part, depth + 1);
            if (made)
                break; // only the first argument is the text
        }
        if (result && name == "arg")
            result->dynamic = fillFormat(result->text) || result->dynamic;
    }
    m_stack.pop(range);
    return result;
}

void BodyVisitor::tell(const Folded& value, StringContext context, const Spot& at, const CallFact* call, std::size_t argument)
{
    if (value.text.empty() || !at.own())
        return;
    StringFact fact;
    fact.in = m_owner.member;
    std::string text = value.text;
    fact.dynamic = value.dynamic ? 1 : 0;
    if (context != StringContext::Argument || (call != nullptr && call->args > argument + 1))
        fact.dynamic = fillFormat(text) || value.dynamic ? 1 : 0;
    fact.text = m_symbols.text(text);
    if (call != nullptr) {
        fact.callee = call->name;
        fact.receiver = call->receiverName;
        fact.calleeKey = call->outside != 0 ? 0 : call->to;
    }
    fact.context = static_cast<std::uint32_t>(context);
    fact.argument = static_cast<std::uint32_t>(argument);
    fact.at = at.place();
    m_out.strings.push_back(fact);
}

/// The variable that an expression names: a local, a parameter, a global or a field.
Text BodyVisitor::variableOf(CXCursor expression, int depth)
{
    if (depth > kDeepestText)
        return 0;
    if (expression.kind == CXCursor_DeclRefExpr || expression.kind == CXCursor_MemberRefExpr) {
        const CXCursor named = clang_getCursorReferenced(expression);
        const bool variable = named.kind == CXCursor_VarDecl || named.kind == CXCursor_ParmDecl || named.kind == CXCursor_FieldDecl;
        return variable ? m_symbols.symbol(named).key : 0;
    }
    if (expression.kind != CXCursor_UnexposedExpr && expression.kind != CXCursor_ParenExpr && expression.kind != CXCursor_UnaryOperator &&
        expression.kind != CXCursor_CStyleCastExpr && expression.kind != CXCursor_ArraySubscriptExpr)
        return 0;
    const CursorStack::Range range = m_stack.push(expression);
    Text found = 0;
    for (std::size_t i = 0; i < range.size() && found == 0; ++i)
        if (clang_isExpression(m_stack.at(range, i).kind) != 0)
            found = variableOf(m_stack.at(range, i), depth + 1);
    m_stack.pop(range);
    return found;
}

void BodyVisitor::assign(Text variable, Folded value, bool append, Text callee, const Spot& at)
{
    Pending& pending = m_pending[variable];
    if (append && !pending.value.text.empty() && pending.value.text.size() + value.text.size() < kLongest) {
        pending.value.text += value.text;
        pending.value.dynamic = pending.value.dynamic || value.dynamic;
        return;
    }
    if (!pending.value.text.empty()) {
        CallFact call;
        call.name = pending.callee;
        tell(pending.value, pending.callee != 0 ? StringContext::Argument : StringContext::Local, pending.at, &call, 1);
    }
    pending = {std::move(value), callee, at};
}

void BodyVisitor::flush()
{
    for (auto& [variable, pending] : m_pending)
        if (!pending.value.text.empty()) {
            CallFact call;
            call.name = pending.callee;
            call.args = 8; // a format: marks are filled
            tell(pending.value, pending.callee != 0 ? StringContext::Argument : StringContext::Local, pending.at, &call, 1);
        }
    m_pending.clear();
}

} // namespace naru::analyzers::cpp
