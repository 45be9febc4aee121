// The part of BodyVisitor that knows what the names of library functions say: entry points, transactions, connected slots.

#include "analyzers/cpp/BodyVisitor.h"
#include "analyzers/cpp/CursorKinds.h"
#include "analyzers/cpp/KnownCalls.h"

#include <algorithm>

namespace naru::analyzers::cpp {

using core::EntryPointKind;

void BodyVisitor::entry(EntryPointKind kind, Text member, std::string_view name, std::string_view method, const Spot& at)
{
    m_out.entries.push_back({member, m_symbols.text(name), m_symbols.text(method), static_cast<std::uint32_t>(kind), at.place()});
}

void BodyVisitor::known(const CallFact& fact, CXCursor call, const Callee& callee)
{
    const KnownCall what = knownCall(callee.name);
    if (what == KnownCall::None)
        return;
    const Spot at = m_symbols.spot(call);
    const auto constant = [&](std::uint32_t i) {
        return i < fact.args ? m_symbols.view(m_out.args[fact.firstArg + i]) : std::string_view();
    };
    const auto handler = [&]() -> Text {
        for (int i = 0; i < clang_Cursor_getNumArguments(call); ++i)
            if (const Text function = handlerIn(clang_Cursor_getArgument(call, static_cast<unsigned>(i)), 0))
                return function;
        return 0;
    };
    switch (what) {
    case KnownCall::ServiceCall:
        if (const std::string service(constant(0)); !service.empty()) {
            CallFact made = fact;
            made.form = static_cast<std::uint32_t>(CallForm::Service);
            made.to = m_symbols.text(service);
            addCall(made);
        }
        break;
    case KnownCall::Advertise:
        if (const Text function = handler(); function != 0 && !constant(0).empty())
            entry(EntryPointKind::Service, function, std::string(constant(0)), {}, at);
        break;
    case KnownCall::Boundary:
        m_out.boundaries.push_back(m_owner.member);
        break;
    case KnownCall::BoundaryText:
        for (std::uint32_t i = 0; i < fact.args; ++i)
            if (isBoundaryText(constant(i)))
                m_out.boundaries.push_back(m_owner.member);
        break;
    case KnownCall::Listen:
        if (fact.outside != 0)
            entry(EntryPointKind::Service, m_owner.member, "socket " + std::string(m_symbols.view(m_owner.name)), {}, at);
        break;
    case KnownCall::Thread:
        if (const Text function = handler())
            entry(EntryPointKind::Service, function, "thread", {}, at);
        break;
    case KnownCall::Compare:
        compared(call, callee.name);
        break;
    case KnownCall::RpcRegister:
        if (const Text function = handler())
            entry(EntryPointKind::Remote, function, {}, {}, at);
        break;
    case KnownCall::Route:
    case KnownCall::RouteHandler:
        route(fact, handler(), callee.name, what == KnownCall::Route, at);
        break;
    case KnownCall::Connect:
        connect(call, at);
        break;
    case KnownCall::CgiVariable:
        if (constant(0) == "QUERY_STRING" || constant(0) == "REQUEST_METHOD" || constant(0) == "CONTENT_LENGTH")
            entry(EntryPointKind::Http, m_owner.member, "cgi", "*", at);
        break;
    case KnownCall::CgiLoop:
        entry(EntryPointKind::Http, m_owner.member, "cgi", "*", at);
        break;
    default:
        break;
    }
}

/// The function that an argument hands over, also through bind(&Class::function, ...).
Text BodyVisitor::handlerIn(CXCursor expression, int depth)
{
    constexpr int kMostWraps = 6;
    if (depth > kMostWraps)
        return 0;
    if (const Text function = functionOf(expression))
        return function;
    Text found = 0;
    if (expression.kind == CXCursor_CallExpr || isWrapper(expression.kind)) {
        const CursorStack::Range range = m_stack.push(expression);
        const std::size_t first = expression.kind == CXCursor_CallExpr && range.size() > 1 ? 1 : 0; // behind the name of the function
        for (std::size_t i = first; i < range.size() && found == 0; ++i)
            found = handlerIn(m_stack.at(range, i), depth + 1);
        m_stack.pop(range);
    }
    return found;
}

/// A path that a web framework is told, with its handler: a function, or the code that stands here.
void BodyVisitor::route(const CallFact& fact, Text handler, std::string_view name, bool fixedMethod, const Spot& at)
{
    constexpr std::string_view kMethods[] = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"};
    std::string path;
    std::string method(fixedMethod ? routeMethod(name) : "*");
    for (std::uint32_t i = 0; i < fact.args; ++i) {
        const std::string_view text = m_symbols.view(m_out.args[fact.firstArg + i]);
        if (path.empty() && text.starts_with('/'))
            path = text;
        else if (std::ranges::find(kMethods, text) != std::end(kMethods))
            method = text;
    }
    if (!path.empty())
        entry(EntryPointKind::Rest, handler != 0 ? handler : m_owner.member, path, method, at);
}

/// connect(sender, &Sender::signal, receiver, &Receiver::slot): the signal leads to the slot; a signal of Qt itself makes it one that
/// the function at hand calls.
void BodyVisitor::connect(CXCursor call, const Spot& at)
{
    std::vector<std::pair<Text, bool>> functions; // with whether they are of the system
    for (int i = 0; i < clang_Cursor_getNumArguments(call); ++i) {
        Callee named;
        dig(clang_Cursor_getArgument(call, static_cast<unsigned>(i)), named, 0);
        if (isNull(named.cursor) || !isFunction(named.cursor.kind))
            continue;
        const Symbol symbol = m_symbols.symbol(named.cursor);
        functions.emplace_back(symbol.key, symbol.own);
    }
    if (functions.empty() || !functions.back().second)
        return;
    CallFact fact;
    fact.to = functions.back().first;
    fact.form = static_cast<std::uint32_t>(CallForm::Signal);
    fact.at = at.place();
    addCall(fact);
    if (functions.size() > 1 && functions.front().second)
        m_out.calls.back().from = functions.front().first;
}

void BodyVisitor::embedded(CXCursor call, const CursorStack::Range& parts, const Spot& at)
{
    std::size_t number = m_esql->blocks.size();
    if (clang_Cursor_getNumArguments(call) > 0)
        if (CXEvalResult value = clang_Cursor_Evaluate(clang_Cursor_getArgument(call, 0)); value != nullptr) {
            number = static_cast<std::size_t>(clang_EvalResult_getAsInt(value));
            clang_EvalResult_dispose(value);
        }
    if (number >= m_esql->blocks.size() || !at.own())
        return;
    const EsqlBlock& block = m_esql->blocks[number];
    m_out.sql.push_back({m_owner.member, m_symbols.text(block.sql), {static_cast<std::uint32_t>(at.file), block.line}});
    if (block.boundary)
        m_out.boundaries.push_back(m_owner.member);
    for (std::size_t i = 2; i < parts.size(); ++i) { // the name, the number, then the host variables
        Context context;
        context.write = i - 2 < block.writes.size() && block.writes[i - 2];
        node(m_stack.at(parts, i), context);
    }
}

} // namespace naru::analyzers::cpp
