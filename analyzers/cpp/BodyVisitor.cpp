#include "analyzers/cpp/BodyVisitor.h"

#include "analyzers/cpp/CursorKinds.h"

namespace naru::analyzers::cpp {

using core::AccessMode;
using core::UseKind;

namespace {

/// Nesting of statements and expressions beyond which nothing is read: bounded stack.
constexpr int kDeepestBody = 1500;

bool isAssignment(CXBinaryOperatorKind kind)
{
    return kind >= CXBinaryOperator_Assign;
}

} // namespace

BodyVisitor::BodyVisitor(SymbolReader& symbols, const EsqlText* esql, UnitFacts& out) : m_symbols(symbols), m_esql(esql), m_out(out) {}

BodyVisitor::Complexity BodyVisitor::function(CXCursor cursor, const Owner& owner)
{
    m_owner = owner;
    m_complexity = {};
    m_told.clear();
    m_where = StringContext::Other;
    const CursorStack::Range range = m_stack.push(cursor);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        if (child.kind == CXCursor_ParmDecl || child.kind == CXCursor_TypeRef || child.kind == CXCursor_NamespaceRef ||
            child.kind == CXCursor_TemplateTypeParameter)
            continue;
        Context context;
        context.ends = clang_isStatement(child.kind) != 0; // what initialises a field lives on
        node(child, context);
    }
    m_stack.pop(range);
    partsOf(cursor);
    flush();
    return m_complexity;
}

void BodyVisitor::variable(CXCursor cursor, const Owner& owner, UseKind use)
{
    m_owner = owner;
    m_told.clear();
    m_where = StringContext::Field;
    const Spot at = m_symbols.spot(cursor);
    const CursorStack::Range range = m_stack.push(cursor);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        if (child.kind == CXCursor_TypeRef || child.kind == CXCursor_TemplateRef) {
            typeReference(child, owner.type != 0 ? owner.type : owner.member, i == 0 ? use : UseKind::Generic);
            continue;
        }
        if (isTypeDeclaration(child.kind) || child.kind == CXCursor_ParmDecl)
            continue;
        initialise(child, clang_getCursorType(cursor), owner.member, 0, 0);
        if (const auto value = fold(child)) {
            tell(*value, StringContext::Field, at, nullptr, 0);
            node(child, {.use = use, .strings = false});
        } else {
            node(child, {.use = use});
        }
    }
    m_stack.pop(range);
    flush();
    m_where = StringContext::Other;
}

void BodyVisitor::typeReference(CXCursor cursor, Text from, UseKind use)
{
    if (cursor.kind != CXCursor_TypeRef && cursor.kind != CXCursor_TemplateRef)
        return;
    CXCursor named = clang_getCursorReferenced(cursor);
    if (named.kind == CXCursor_TypedefDecl || named.kind == CXCursor_TypeAliasDecl)
        named = SymbolReader::declarationOf(clang_getTypedefDeclUnderlyingType(named));
    if (isNull(named) || !(isTypeDeclaration(SymbolReader::pattern(named).kind)))
        return;
    const Symbol symbol = m_symbols.symbol(named);
    if (!symbol.own || symbol.key == 0 || !m_told.insert({from, symbol.key, static_cast<std::uint32_t>(use)}).second)
        return;
    if (const Spot at = m_symbols.spot(cursor); at.own())
        m_out.uses.push_back({from, symbol.key, static_cast<std::uint32_t>(use), at.place()});
}

Text BodyVisitor::parameterSlot(Text function, std::size_t index)
{
    return m_symbols.text(std::string(m_symbols.view(function)) + "/p" + std::to_string(index));
}

void BodyVisitor::access(const Symbol& to, AccessMode mode, const Spot& at)
{
    if (!to.own || to.key == 0 || !at.own())
        return;
    constexpr std::uint32_t kAccess = 1000; // apart from the kinds of use
    if (m_told.insert({m_owner.member, to.key, kAccess + static_cast<std::uint32_t>(mode)}).second)
        m_out.accesses.push_back({m_owner.member, to.key, static_cast<std::uint32_t>(mode), at.place()});
}

void BodyVisitor::children(CXCursor cursor, const Context& context)
{
    const CursorStack::Range range = m_stack.push(cursor);
    for (std::size_t i = 0; i < range.size(); ++i)
        node(m_stack.at(range, i), context);
    m_stack.pop(range);
}

void BodyVisitor::node(CXCursor cursor, const Context& given)
{
    if (++m_depth > kDeepestBody) {
        --m_depth;
        return;
    }
    Context context = given;
    switch (cursor.kind) {
    case CXCursor_CallExpr:
        context.write = false;
        call(cursor, context);
        break;
    case CXCursor_MemberRefExpr:
    case CXCursor_DeclRefExpr:
    case CXCursor_MemberRef:
        reference(cursor, context);
        break;
    case CXCursor_TypeRef:
    case CXCursor_TemplateRef:
        typeReference(cursor, m_owner.member, context.use);
        break;
    case CXCursor_BinaryOperator:
    case CXCursor_CompoundAssignOperator:
        binary(cursor, context);
        break;
    case CXCursor_UnaryOperator:
        unary(cursor, context);
        break;
    case CXCursor_VarDecl:
        local(cursor, context);
        break;
    case CXCursor_StringLiteral:
        literal(cursor, context);
        break;
    case CXCursor_CXXDeleteExpr:
        deletion(cursor, context);
        break;
    case CXCursor_CXXNewExpr:
        context.use = UseKind::New;
        context.ends = false;
        children(cursor, context);
        break;
    default:
        statement(cursor, context);
    }
    --m_depth;
}

void BodyVisitor::statement(CXCursor cursor, const Context& given)
{
    Context context = given;
    const auto branch = [&](bool nests) {
        ++m_complexity.cyclomatic;
        m_complexity.cognitive += 1 + static_cast<std::uint32_t>(context.nesting);
        context.nesting += nests ? 1 : 0;
    };
    switch (cursor.kind) {
    case CXCursor_IfStmt:
        conditional(cursor, context);
        return;
    case CXCursor_WhileStmt:
    case CXCursor_DoStmt:
    case CXCursor_ForStmt:
    case CXCursor_CXXForRangeStmt:
    case CXCursor_CXXCatchStmt:
    case CXCursor_ConditionalOperator:
        branch(true);
        break;
    case CXCursor_SwitchStmt:
        cases(cursor);
        m_complexity.cognitive += 1 + static_cast<std::uint32_t>(context.nesting);
        ++context.nesting;
        break;
    case CXCursor_CaseStmt:
        ++m_complexity.cyclomatic;
        break;
    case CXCursor_GotoStmt:
        ++m_complexity.cognitive;
        break;
    case CXCursor_LambdaExpr:
        ++context.nesting;
        break;
    case CXCursor_ReturnStmt:
        if (const CursorStack::Range range = m_stack.push(cursor); range.size() == 1) {
            const CXCursor value = m_stack.at(range, 0);
            m_stack.pop(range);
            if (const auto text = context.strings ? fold(value) : std::nullopt) {
                tell(*text, StringContext::Return, m_symbols.spot(value), nullptr, 0);
                context.strings = false;
            }
        } else {
            m_stack.pop(range);
        }
        break;
    case CXCursor_ArraySubscriptExpr: { // a[i] = x writes a, and reads i
        const CursorStack::Range range = m_stack.push(cursor);
        for (std::size_t i = 0; i < range.size(); ++i) {
            Context part = context;
            part.write = context.write && i == 0;
            node(m_stack.at(range, i), part);
        }
        m_stack.pop(range);
        return;
    }
    default:
        if (isCast(cursor.kind))
            context.use = UseKind::Cast;
        else if (cursor.kind != CXCursor_ParenExpr && cursor.kind != CXCursor_UnexposedExpr)
            context.write = false;
        if (clang_isStatement(cursor.kind) != 0) {
            context.use = UseKind::Static;
            context.ends = true;
        }
    }
    if (cursor.kind == CXCursor_ReturnStmt)
        context.ends = false;
    children(cursor, context);
}

void BodyVisitor::conditional(CXCursor cursor, const Context& given)
{
    ++m_complexity.cyclomatic;
    m_complexity.cognitive += given.elseIf ? 1 : 1 + static_cast<std::uint32_t>(given.nesting);
    const CursorStack::Range range = m_stack.push(cursor);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        Context part;
        part.nesting = given.nesting + (i > 0 ? 1 : 0);
        if (i >= 2 && i + 1 == range.size()) {
            part.elseIf = child.kind == CXCursor_IfStmt;
            part.nesting = part.elseIf ? given.nesting : part.nesting;
            m_complexity.cognitive += part.elseIf ? 0 : 1;
        }
        if (i == 0 && range.size() > 1)
            m_compared = comparedIn(child, m_stack.at(range, 1));
        node(child, part);
        m_compared.active = false;
    }
    m_stack.pop(range);
}

void BodyVisitor::binary(CXCursor cursor, const Context& given)
{
    const CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(cursor);
    const bool logical = kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr;
    if (logical) {
        ++m_complexity.cyclomatic;
        m_complexity.cognitive += given.logical == static_cast<int>(kind) ? 0 : 1;
    }
    const bool assigns = isAssignment(kind) && cursor.kind != CXCursor_UnexposedExpr;
    const CursorStack::Range range = m_stack.push(cursor);
    bool told = false;
    if (assigns && range.size() == 2) {
        const CXCursor left = m_stack.at(range, 0);
        const CXCursor right = m_stack.at(range, 1);
        const Spot at = m_symbols.spot(cursor);
        keep(slotOf(left), right, 0, at);
        if (given.strings)
            if (auto value = fold(right)) {
                told = true;
                if (const Text variable = variableOf(left))
                    assign(variable, std::move(*value), cursor.kind == CXCursor_CompoundAssignOperator, 0, at);
                else
                    tell(*value, StringContext::Other, at, nullptr, 0);
            }
    } else if (kind == CXBinaryOperator_Add && given.strings) {
        if (const auto value = fold(cursor)) {
            tell(*value, StringContext::Other, m_symbols.spot(cursor), nullptr, 0);
            told = true;
        }
    }
    for (std::size_t i = 0; i < range.size(); ++i) {
        Context part = given;
        part.write = assigns && i == 0;
        part.logical = logical ? static_cast<int>(kind) : 0;
        part.strings = given.strings && !told;
        node(m_stack.at(range, i), part);
        if (part.write && cursor.kind == CXCursor_CompoundAssignOperator) { // a += b reads a as well
            part.write = false;
            part.strings = false;
            const CXCursor left = m_stack.at(range, i);
            if (left.kind == CXCursor_MemberRefExpr || left.kind == CXCursor_DeclRefExpr)
                reference(left, part);
        }
    }
    m_stack.pop(range);
}

void BodyVisitor::unary(CXCursor cursor, const Context& given)
{
    const CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(cursor);
    Context context = given;
    context.write = kind == CXUnaryOperator_PostInc || kind == CXUnaryOperator_PreInc || kind == CXUnaryOperator_PostDec ||
                    kind == CXUnaryOperator_PreDec;
    children(cursor, context);
}

void BodyVisitor::reference(CXCursor cursor, const Context& context)
{
    const CXCursor to = clang_getCursorReferenced(cursor);
    if (!isNull(to)) {
        const bool field = to.kind == CXCursor_FieldDecl || to.kind == CXCursor_EnumConstantDecl;
        const bool global = to.kind == CXCursor_VarDecl && clang_getCursorLinkage(to) > CXLinkage_NoLinkage;
        const bool write = context.write || cursor.kind == CXCursor_MemberRef;
        if (field || global)
            access(m_symbols.symbol(to), write ? AccessMode::Write : AccessMode::Read, m_symbols.spot(cursor));
    }
    Context inner = context;
    inner.write = false;
    children(cursor, inner);
}

void BodyVisitor::local(CXCursor cursor, const Context& given)
{
    const CXType type = clang_getCursorType(cursor);
    const Text variable = m_symbols.symbol(cursor).key;
    const Spot at = m_symbols.spot(cursor);
    if (clang_Cursor_getStorageClass(cursor) != CX_SC_Static)
        ends(type, at);
    const CursorStack::Range range = m_stack.push(cursor);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        Context part = given;
        part.write = false;
        part.ends = false;
        part.use = UseKind::Local;
        if (clang_isExpression(child.kind) != 0 && variable != 0) {
            initialise(child, type, variable, 0, 0);
            if (auto value = given.strings ? fold(child) : std::nullopt) {
                assign(variable, std::move(*value), false, 0, at);
                part.strings = false;
            }
            part.use = UseKind::Static;
        }
        node(child, part);
    }
    m_stack.pop(range);
}

void BodyVisitor::literal(CXCursor cursor, const Context& context)
{
    if (!context.strings)
        return;
    if (const auto value = fold(cursor))
        tell(*value, m_where, m_symbols.spot(cursor), nullptr, 0);
}

/// `delete p` runs the destructor of the type.
void BodyVisitor::deletion(CXCursor cursor, const Context& context)
{
    const CursorStack::Range range = m_stack.push(cursor);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor operand = m_stack.at(range, i);
        const CXCursor type = SymbolReader::declarationOf(clang_getCursorType(operand));
        const Symbol owner = isNull(type) ? Symbol{} : m_symbols.symbol(type);
        if (owner.own) {
            const CursorStack::Range members = m_stack.push(type);
            for (std::size_t k = 0; k < members.size(); ++k) {
                const CXCursor member = m_stack.at(members, k);
                if (member.kind != CXCursor_Destructor)
                    continue;
                const Symbol destructor = m_symbols.symbol(member);
                CallFact fact;
                fact.from = m_owner.member;
                fact.to = destructor.key;
                fact.name = destructor.name;
                fact.receiver = owner.key;
                fact.form = static_cast<std::uint32_t>(clang_CXXMethod_isVirtual(member) != 0 ? CallForm::Virtual : CallForm::Direct);
                if (const Spot at = m_symbols.spot(cursor); at.own() && destructor.own) {
                    fact.at = at.place();
                    addCall(fact);
                }
            }
            m_stack.pop(members);
        }
        node(operand, context);
    }
    m_stack.pop(range);
}

} // namespace naru::analyzers::cpp
