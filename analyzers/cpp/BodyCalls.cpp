// The part of BodyVisitor that reads calls, and functions kept in slots.

#include "analyzers/cpp/BodyVisitor.h"
#include "analyzers/cpp/CursorKinds.h"
#include "analyzers/cpp/KnownCalls.h"

#include <algorithm>

namespace naru::analyzers::cpp {

namespace {

constexpr int kDeepestCall = 60;
constexpr std::size_t kMostCandidates = 4;

/// The function whose calls stand for embedded SQL.
constexpr std::string_view kEmbeddedCall = "naru_sql";

} // namespace

void BodyVisitor::addCall(CallFact fact)
{
    fact.from = m_owner.member;
    m_out.calls.push_back(fact);
}

/// The function, variable or overload set that an expression names.
void BodyVisitor::dig(CXCursor expression, Callee& out, int depth)
{
    if (depth > kDeepestCall || !isNull(out.cursor))
        return;
    if (expression.kind == CXCursor_OverloadedDeclRef) {
        out.name = take(clang_getCursorSpelling(expression));
        const unsigned count = clang_getNumOverloadedDecls(expression);
        for (unsigned i = 0; i < count && out.candidates.size() < kMostCandidates * 4; ++i)
            out.candidates.push_back(clang_getOverloadedDecl(expression, i));
        return;
    }
    if (expression.kind == CXCursor_DeclRefExpr || expression.kind == CXCursor_MemberRefExpr) {
        out.expression = expression;
        out.name = take(clang_getCursorSpelling(expression));
        const CXCursor named = clang_getCursorReferenced(expression);
        if (named.kind == CXCursor_OverloadedDeclRef)
            dig(named, out, depth + 1);
        else if (!isNull(named))
            out.cursor = named;
        if (!isNull(out.cursor) || !out.candidates.empty())
            return;
    }
    const bool open = isWrapper(expression.kind) || expression.kind == CXCursor_MemberRefExpr || expression.kind == CXCursor_DeclRefExpr;
    if (!open)
        return;
    const CursorStack::Range range = m_stack.push(expression);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        const bool unknownMember = expression.kind == CXCursor_MemberRefExpr; // x->f of a dependent x: only an overload set says more
        if (unknownMember ? child.kind == CXCursor_OverloadedDeclRef
                          : clang_isExpression(child.kind) != 0 || child.kind == CXCursor_OverloadedDeclRef) {
            dig(child, out, depth + 1);
            break;
        }
    }
    m_stack.pop(range);
}

BodyVisitor::Callee BodyVisitor::calleeOf(CXCursor call, const CursorStack::Range& parts)
{
    Callee out;
    const CXCursor named = clang_getCursorReferenced(call);
    if (!isNull(named) && named.kind != CXCursor_OverloadedDeclRef) {
        out.cursor = named;
        out.name = take(clang_getCursorSpelling(named));
        if (parts.size() > 0)
            out.expression = m_stack.at(parts, 0);
    } else if (parts.size() > 0) {
        dig(m_stack.at(parts, 0), out, 0);
    }
    return out;
}

void BodyVisitor::call(CXCursor cursor, const Context& context)
{
    const CursorStack::Range parts = m_stack.push(cursor);
    const Spot at = m_symbols.spot(cursor);
    Callee callee = calleeOf(cursor, parts);
    if (callee.name == kEmbeddedCall && m_esql != nullptr) {
        embedded(cursor, parts, at);
        m_stack.pop(parts);
        return;
    }
    callee.target = targetOf(cursor, callee);
    if (context.ends)
        ends(clang_getCursorType(cursor), at);
    if (!isNull(callee.cursor) && callee.cursor.kind == CXCursor_Constructor)
        unwritten(callee.cursor, at);
    CallFact fact;
    fact.at = at.own() ? at.place() : Place{};
    fact.name = m_symbols.text(callee.name);
    fact.form = static_cast<std::uint32_t>(CallForm::Direct);
    if (!isNull(callee.cursor) && isVariable(callee.cursor.kind)) {
        fact.form = static_cast<std::uint32_t>(CallForm::Pointer);
        const auto parameter = m_parameters.find(callee.cursor.data[0]);
        fact.to = parameter != m_parameters.end() ? parameter->second : m_symbols.symbol(callee.cursor).key;
    } else if (!isNull(callee.cursor) && isFunction(callee.cursor.kind)) {
        usesOwner(cursor, callee);
        const Symbol to = m_symbols.symbol(callee.cursor);
        fact.to = to.key;
        fact.outside = to.own ? 0 : 1;
        fact.receiverName = receiverName(callee);
        if (clang_Cursor_isDynamicCall(cursor) != 0 && to.own) {
            fact.form = static_cast<std::uint32_t>(CallForm::Virtual);
            fact.receiver = staticReceiver(callee);
        }
    } else if (callee.candidates.empty()) {
        fact.outside = 1;
        fact.receiverName = receiverName(callee);
    }
    arguments(cursor, callee, fact, context);
    if (at.own()) {
        candidates(cursor, callee, fact);
        if (callee.candidates.empty() && (fact.to != 0 || fact.name != 0))
            addCall(fact);
        known(fact, cursor, callee);
    }
    m_stack.pop(parts);
}

/// Parameters that have no default.
int BodyVisitor::required(CXCursor function)
{
    const int all = clang_Cursor_getNumArguments(function);
    for (int i = 0; i < all; ++i) {
        const CursorStack::Range range = m_stack.push(clang_Cursor_getArgument(function, static_cast<unsigned>(i)));
        bool given = false;
        for (std::size_t k = 0; k < range.size(); ++k)
            given = given || clang_isExpression(m_stack.at(range, k).kind) != 0;
        m_stack.pop(range);
        if (given)
            return i;
    }
    return all;
}

/// The overloads that the call may mean, when clang could not choose.
void BodyVisitor::candidates(CXCursor call, const Callee& callee, const CallFact& fact)
{
    const int given = clang_Cursor_getNumArguments(call);
    std::size_t fitting = 0;
    for (const CXCursor& candidate : callee.candidates) {
        const CXCursor pattern = SymbolReader::pattern(candidate);
        const int wanted = clang_Cursor_getNumArguments(pattern);
        const Symbol to = m_symbols.symbol(pattern);
        if (!to.own || (wanted >= 0 && (given > wanted || given < required(pattern))) || fitting == kMostCandidates)
            continue;
        ++fitting;
        CallFact possible = fact;
        possible.to = to.key;
        possible.form = static_cast<std::uint32_t>(CallForm::Candidate);
        addCall(possible);
    }
}

/// Type of the object that a method is called on.
Text BodyVisitor::staticReceiver(const Callee& callee)
{
    if (callee.expression.kind != CXCursor_MemberRefExpr)
        return 0;
    Text found = 0;
    const CursorStack::Range base = m_stack.push(callee.expression);
    if (base.size() > 0 && clang_isExpression(m_stack.at(base, 0).kind) != 0)
        if (const CXCursor type = SymbolReader::declarationOf(clang_getCursorType(m_stack.at(base, 0))); !isNull(type))
            found = m_symbols.symbol(type).key;
    m_stack.pop(base);
    return found;
}

/// The variable that a call puts a text into.
Text BodyVisitor::targetOf(CXCursor call, const Callee& callee)
{
    const KnownCall what = knownCall(callee.name);
    if (what == KnownCall::Copy || what == KnownCall::Append || callee.name == "operator+=" || callee.name == "operator=")
        return clang_Cursor_getNumArguments(call) > 1 ? variableOf(clang_Cursor_getArgument(call, 0)) : 0;
    if (callee.name != "append" || callee.expression.kind != CXCursor_MemberRefExpr)
        return 0;
    const CursorStack::Range base = m_stack.push(callee.expression);
    const Text found = base.size() > 0 ? variableOf(m_stack.at(base, 0)) : 0;
    m_stack.pop(base);
    return found;
}

/// Uses of the class that owns the function.
void BodyVisitor::usesOwner(CXCursor call, const Callee& callee)
{
    const CXCursor owner = clang_getCursorSemanticParent(SymbolReader::pattern(callee.cursor));
    if (!isTypeScope(owner.kind))
        return;
    const bool made = callee.cursor.kind == CXCursor_Constructor;
    const bool fixed = clang_CXXMethod_isStatic(callee.cursor) != 0;
    const Symbol type = m_symbols.symbol(owner);
    const auto use = static_cast<std::uint32_t>(made ? core::UseKind::New : core::UseKind::Static);
    if ((made || fixed) && type.own && m_told.insert({m_owner.member, type.key, use}).second)
        if (const Spot at = m_symbols.spot(call); at.own())
            m_out.uses.push_back({m_owner.member, type.key, use, at.place()});
}

/// "std.ofstream" for a call on such an object, "c.function" for a function of no class and no namespace.
Text BodyVisitor::receiverName(const Callee& callee)
{
    if (!isNull(callee.cursor) && isFunction(callee.cursor.kind)) {
        const CXCursor owner = clang_getCursorSemanticParent(SymbolReader::pattern(callee.cursor));
        if (isTypeScope(owner.kind) || owner.kind == CXCursor_Namespace)
            return m_symbols.text(m_symbols.qualified(owner));
        return m_symbols.text("c.function");
    }
    return callee.name.empty() || callee.expression.kind == CXCursor_MemberRefExpr ? 0 : m_symbols.text("c.function");
}

void BodyVisitor::arguments(CXCursor call, const Callee& callee, CallFact& fact, const Context& context)
{
    const int count = std::max(0, clang_Cursor_getNumArguments(call));
    fact.firstArg = static_cast<std::uint32_t>(m_out.args.size());
    fact.args = static_cast<std::uint32_t>(count);
    m_out.args.resize(m_out.args.size() + static_cast<std::size_t>(count), 0);
    std::vector<CXCursor> given;
    for (int i = 0; i < count; ++i)
        given.push_back(clang_Cursor_getArgument(call, static_cast<unsigned>(i)));
    const CursorStack::Range parts = m_stack.push(call);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const CXCursor part = m_stack.at(parts, i);
        const auto place = std::ranges::find_if(given, [&](const CXCursor& one) { return clang_equalCursors(one, part) != 0; });
        if (place != given.end()) {
            argument(part, static_cast<std::size_t>(place - given.begin()), callee, fact, context);
        } else if (i == 0 && !isNull(callee.expression) && clang_equalCursors(part, callee.expression) != 0 && !isNull(callee.cursor) &&
                   isFunction(callee.cursor.kind)) {
            Context inner = context; // what stands before the name of the function
            inner.use = core::UseKind::Static;
            children(part, inner);
        } else {
            node(part, context);
        }
    }
    m_stack.pop(parts);
}

void BodyVisitor::argument(CXCursor value, std::size_t index, const Callee& callee, CallFact& fact, const Context& context)
{
    Context inner = context;
    inner.logical = 0;
    inner.use = core::UseKind::Static;
    const bool moved = isNull(callee.cursor) || callee.cursor.kind == CXCursor_Constructor; // one that is left out is the value itself
    inner.ends = context.ends || !moved;
    const Spot at = m_symbols.spot(value);
    const std::string_view name = callee.name;
    if (auto text = context.strings ? fold(value) : std::nullopt) {
        inner.strings = false;
        m_out.args[fact.firstArg + index] = m_symbols.text(text->text);
        const KnownCall call = knownCall(name);
        const bool copies = call == KnownCall::Copy || call == KnownCall::Append;
        const std::size_t place = copies ? static_cast<std::size_t>(textArgument(name)) : name == "append" ? 0 : 1;
        if (callee.target != 0 && index == place)
            assign(callee.target, std::move(*text), call == KnownCall::Append || name == "operator+=" || name == "append",
                   copies ? fact.name : 0, at);
        else
            tell(*text, StringContext::Argument, at, &fact, index);
    }
    inner.write = callee.target != 0 && index == 0 && name != "append";
    if (const Text function = functionOf(value); function != 0 && at.own()) {
        if (fact.to != 0 && fact.outside == 0) {
            m_out.slots.push_back({parameterSlot(fact.to, index), function, 0, at.place()});
        } else if (knownCall(name) != KnownCall::Connect) {
            CallFact handed; // the library calls it on behalf of this one
            handed.to = function;
            handed.at = at.place();
            addCall(handed);
        }
    } else if (fact.to != 0 && fact.outside == 0) {
        keep(parameterSlot(fact.to, index), value, 0, at);
    }
    node(value, inner);
}

} // namespace naru::analyzers::cpp
