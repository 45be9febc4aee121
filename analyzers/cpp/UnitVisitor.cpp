#include "analyzers/cpp/UnitVisitor.h"

#include "analyzers/cpp/CursorKinds.h"

#include <functional>

namespace naru::analyzers::cpp {

using core::MemberFlag;
using core::MemberKind;
using core::TypeFlag;
using core::TypeKind;
using core::UseKind;

namespace {

constexpr std::uint32_t bit(MemberFlag flag)
{
    return static_cast<std::uint32_t>(flag);
}
constexpr std::uint32_t bit(TypeFlag flag)
{
    return static_cast<std::uint32_t>(flag);
}

/// Nesting of declarations beyond which nothing is read.
constexpr int kDeepestScope = 200;

bool isType(CXCursorKind kind)
{
    return kind == CXCursor_StructDecl || kind == CXCursor_ClassDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl ||
           kind == CXCursor_ClassTemplate || kind == CXCursor_ClassTemplatePartialSpecialization;
}

TypeKind typeKind(CXCursorKind kind)
{
    switch (kind) {
    case CXCursor_StructDecl:
        return TypeKind::Struct;
    case CXCursor_UnionDecl:
        return TypeKind::Union;
    case CXCursor_EnumDecl:
        return TypeKind::Enum;
    default:
        return TypeKind::Class;
    }
}

} // namespace

UnitVisitor::UnitVisitor(SymbolReader& symbols, SeenDeclarations& seen, const EsqlText* esql, UnitFacts& out)
    : m_symbols(symbols),
      m_seen(seen),
      m_out(out),
      m_bodies(symbols, esql, out)
{
}

void UnitVisitor::run(CXTranslationUnit unit)
{
    declarations(clang_getTranslationUnitCursor(unit));
}

void UnitVisitor::declarations(CXCursor scope)
{
    if (++m_depth < kDeepestScope) {
        const CursorStack::Range range = m_stack.push(scope);
        for (std::size_t i = 0; i < range.size(); ++i)
            declaration(m_stack.at(range, i));
        m_stack.pop(range);
    }
    --m_depth;
}

bool UnitVisitor::first(const Spot& at)
{
    FileFact& file = m_out.files[static_cast<std::size_t>(at.file)];
    file.seen = 1;
    if (at.file == m_main) {
        file.told = 1;
        return true;
    }
    const std::string_view path = m_symbols.view(file.path);
    const std::uint64_t hash = std::hash<std::string_view>()(path);
    const bool fresh = m_seen.insert(hash ^ (std::uint64_t{at.offset} * 0x9E3779B97F4A7C15ULL + at.line)).second;
    file.told |= fresh ? 1U : 0U;
    return fresh;
}

void UnitVisitor::declaration(CXCursor cursor)
{
    const Spot at = m_symbols.spot(cursor);
    if (!at.own())
        return;
    if (cursor.kind == CXCursor_Namespace || cursor.kind == CXCursor_LinkageSpec || cursor.kind == CXCursor_UnexposedDecl) {
        declarations(cursor);
        return;
    }
    if (!isType(cursor.kind) && !isFunction(cursor.kind) && cursor.kind != CXCursor_VarDecl)
        return;
    if (!first(at))
        return;
    if (isType(cursor.kind))
        type(cursor, cursor.kind, at);
    else if (isFunction(cursor.kind))
        function(cursor, cursor.kind, at);
    else
        global(cursor, at);
}

std::uint32_t UnitVisitor::endLine(CXCursor cursor)
{
    unsigned line = 0;
    clang_getFileLocation(clang_getRangeEnd(clang_getCursorExtent(cursor)), nullptr, &line, nullptr, nullptr);
    return line;
}

Text UnitVisitor::comment(CXCursor cursor)
{
    constexpr std::string_view kUnread = "\xEF\xBF\xBD"; // a letter of an unknown encoding
    const std::string text = take(clang_Cursor_getBriefCommentText(cursor));
    return text.contains(kUnread) ? 0 : m_symbols.text(text);
}

// --- types -----------------------------------------------------------------------------------------------------------

void UnitVisitor::type(CXCursor cursor, CXCursorKind kind, const Spot& at)
{
    if (clang_isCursorDefinition(cursor) == 0)
        return;
    if (SymbolReader::nameless(cursor)) { // its members belong to no name; an anonymous struct of a typedef has one
        return;
    }
    const Symbol symbol = m_symbols.symbol(cursor);
    const CXCursor parent = clang_getCursorSemanticParent(cursor);
    TypeFact fact;
    fact.key = symbol.key;
    fact.simple = symbol.name;
    const std::string name = m_symbols.qualified(cursor);
    fact.name = m_symbols.text(name);
    if (isType(parent.kind) && !SymbolReader::nameless(parent))
        fact.outer = m_symbols.symbol(parent).key;
    CXCursor space = parent;
    while (isType(space.kind))
        space = clang_getCursorSemanticParent(space);
    if (space.kind == CXCursor_Namespace)
        fact.space = m_symbols.text(m_symbols.qualified(space));
    const bool cplusplus = kind == CXCursor_ClassDecl || kind == CXCursor_ClassTemplate;
    fact.kind = static_cast<std::uint32_t>(typeKind(kind == CXCursor_ClassTemplate ? clang_getTemplateCursorKind(cursor) : kind));
    fact.flags = bit(TypeFlag::Public);
    if (cplusplus && clang_CXXRecord_isAbstract(cursor) != 0)
        fact.flags |= bit(TypeFlag::Abstract);
    fact.comment = comment(cursor);
    fact.at = at.place();
    fact.endLine = endLine(cursor);
    m_out.types.push_back(fact);
    if (++m_depth < kDeepestScope) {
        const CursorStack::Range range = m_stack.push(cursor);
        for (std::size_t i = 0; i < range.size(); ++i)
            typeMember(m_stack.at(range, i), symbol);
        m_stack.pop(range);
    }
    --m_depth;
}

void UnitVisitor::typeMember(CXCursor child, const Symbol& owner)
{
    if (child.kind == CXCursor_CXXBaseSpecifier) {
        super(child, owner);
        return;
    }
    const Spot at = m_symbols.spot(child);
    if (!at.own())
        return;
    if (isType(child.kind)) {
        if (SymbolReader::nameless(child) && clang_isCursorDefinition(child) != 0) { // struct { int a; } x: the fields of the outer type
            const CursorStack::Range range = m_stack.push(child);
            for (std::size_t i = 0; i < range.size(); ++i)
                typeMember(m_stack.at(range, i), owner);
            m_stack.pop(range);
        } else {
            type(child, child.kind, at);
        }
    } else if (isFunction(child.kind)) {
        function(child, child.kind, at);
    } else if (child.kind == CXCursor_FieldDecl || child.kind == CXCursor_VarDecl || child.kind == CXCursor_EnumConstantDecl) {
        field(child, owner, at);
    }
}

void UnitVisitor::super(CXCursor base, const Symbol& type)
{
    CXCursor declaration = SymbolReader::declarationOf(clang_getCursorType(base));
    if (isNull(declaration))
        declaration = clang_getCursorReferenced(base);
    if (isNull(declaration)) {
        m_out.supers.push_back({type.key, 0, m_symbols.text(SymbolReader::simpleType(take(clang_getCursorSpelling(base))))});
        return;
    }
    const Symbol symbol = m_symbols.symbol(declaration);
    m_out.supers.push_back({type.key, symbol.own ? symbol.key : 0, m_symbols.text(m_symbols.qualified(declaration))});
}

// --- members ---------------------------------------------------------------------------------------------------------

std::uint32_t UnitVisitor::flags(CXCursor cursor) const
{
    std::uint32_t out = 0;
    if (clang_CXXMethod_isStatic(cursor) != 0 || clang_Cursor_getStorageClass(cursor) == CX_SC_Static)
        out |= bit(MemberFlag::Static);
    if (clang_CXXMethod_isPureVirtual(cursor) != 0)
        out |= bit(MemberFlag::Abstract);
    const auto access = clang_getCXXAccessSpecifier(cursor);
    if (access == CX_CXXPublic)
        out |= bit(MemberFlag::Public);
    if (access == CX_CXXPrivate)
        out |= bit(MemberFlag::Private);
    return out;
}

std::string UnitVisitor::signature(CXCursor cursor, std::string_view name)
{
    std::string out(name);
    out += "(";
    const CursorStack::Range range = m_stack.push(cursor);
    bool more = false;
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        if (child.kind != CXCursor_ParmDecl)
            continue;
        out += more ? "," : "";
        out += m_symbols.valueType(child, clang_getCursorType(child));
        more = true;
    }
    m_stack.pop(range);
    return out + ")";
}

void UnitVisitor::parameters(CXCursor cursor, Text key)
{
    const CursorStack::Range range = m_stack.push(cursor);
    std::size_t index = 0;
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        if (child.kind == CXCursor_TypeRef || child.kind == CXCursor_TemplateRef) {
            m_bodies.typeReference(child, key, UseKind::Return);
        } else if (clang_isAttribute(child.kind) != 0) {
            attribute(child, cursor, key);
        } else if (child.kind == CXCursor_ParmDecl) {
            m_bodies.declareParameter(child, m_bodies.parameterSlot(key, index++));
            const CursorStack::Range inner = m_stack.push(child);
            for (std::size_t k = 0; k < inner.size(); ++k)
                m_bodies.typeReference(m_stack.at(inner, k), key, UseKind::Parameter);
            m_stack.pop(inner);
        }
    }
    m_stack.pop(range);
}

void UnitVisitor::overrides(CXCursor method, Text key)
{
    CXCursor* overridden = nullptr;
    unsigned count = 0;
    clang_getOverriddenCursors(method, &overridden, &count);
    for (unsigned i = 0; i < count; ++i)
        if (const Symbol symbol = m_symbols.symbol(overridden[i]); symbol.own)
            m_out.overrides.push_back({key, symbol.key});
    clang_disposeOverriddenCursors(overridden);
}

void UnitVisitor::function(CXCursor cursor, CXCursorKind kind, const Spot& at)
{
    const bool defined = clang_isCursorDefinition(cursor) != 0;
    const CXCursor parent = clang_getCursorSemanticParent(cursor);
    const bool method = isType(parent.kind) && !SymbolReader::nameless(parent);
    if (!defined && !method)
        return; // a prototype says nothing that the definition does not
    const Symbol symbol = m_symbols.symbol(cursor);
    if (symbol.key == 0)
        return;
    const CXCursorKind real = kind == CXCursor_FunctionTemplate ? clang_getTemplateCursorKind(cursor) : kind;
    MemberFact fact;
    fact.key = symbol.key;
    std::string_view spelled = m_symbols.view(symbol.name);
    const std::string name(spelled.substr(0, spelled.find('<')));
    fact.name = m_symbols.text(name.empty() ? spelled : name);
    const std::string own = std::string(m_symbols.view(fact.name));
    const std::string space = method ? std::string() : m_symbols.qualified(parent);
    fact.signature =
        m_symbols.text(signature(cursor, space.empty() || clang_isTranslationUnit(parent.kind) != 0 ? own : space + "." + own));
    fact.valueType = m_symbols.text(m_symbols.valueType(cursor, clang_getCursorResultType(cursor)));
    fact.owner = method ? m_symbols.symbol(parent).key : 0;
    fact.comment = comment(cursor);
    fact.kind = static_cast<std::uint32_t>(real == CXCursor_Constructor ? MemberKind::Constructor
                                           : method                     ? MemberKind::Method
                                                                        : MemberKind::Function);
    fact.flags = flags(cursor);
    fact.defined = defined ? 1 : 0;
    fact.at = at.place();
    fact.endLine = endLine(cursor);
    parameters(cursor, symbol.key);
    overrides(cursor, symbol.key);
    if (defined) {
        const auto complexity = m_bodies.function(cursor, {symbol.key, fact.owner, fact.name});
        fact.cyclomatic = complexity.cyclomatic;
        fact.cognitive = complexity.cognitive;
    }
    m_out.members.push_back(fact);
    if (defined)
        entry(fact, method, at);
}

void UnitVisitor::field(CXCursor cursor, const Symbol& owner, const Spot& at)
{
    const Symbol symbol = m_symbols.symbol(cursor);
    if (symbol.key == 0 || symbol.name == 0)
        return;
    MemberFact fact;
    fact.key = symbol.key;
    fact.name = symbol.name;
    fact.signature = symbol.name;
    fact.valueType = m_symbols.text(m_symbols.valueType(cursor, clang_getCursorType(cursor)));
    fact.owner = owner.key;
    fact.comment = comment(cursor);
    fact.kind = static_cast<std::uint32_t>(MemberKind::Field);
    fact.flags = flags(cursor) | (cursor.kind == CXCursor_EnumConstantDecl ? bit(MemberFlag::Static) | bit(MemberFlag::Final) : 0);
    if (cursor.kind == CXCursor_VarDecl)
        fact.flags |= bit(MemberFlag::Static);
    if (clang_isConstQualifiedType(clang_getCursorType(cursor)) != 0)
        fact.flags |= bit(MemberFlag::Final);
    fact.defined = 1;
    fact.at = at.place();
    fact.endLine = endLine(cursor);
    m_out.members.push_back(fact);
    m_bodies.variable(cursor, {symbol.key, owner.key, symbol.name}, UseKind::Field);
}

void UnitVisitor::global(CXCursor cursor, const Spot& at)
{
    if (clang_Cursor_getStorageClass(cursor) == CX_SC_Extern && clang_isCursorDefinition(cursor) == 0)
        return; // a definition without a value is a tentative one
    const Symbol symbol = m_symbols.symbol(cursor);
    if (symbol.key == 0 || symbol.name == 0)
        return;
    const CXCursor parent = clang_getCursorSemanticParent(cursor);
    const bool member = isType(parent.kind); // the definition of a static member
    MemberFact fact;
    fact.key = symbol.key;
    fact.name = symbol.name;
    const std::string space = member || parent.kind != CXCursor_Namespace ? std::string() : m_symbols.qualified(parent);
    fact.signature = space.empty() ? symbol.name : m_symbols.text(space + "." + std::string(m_symbols.view(symbol.name)));
    fact.valueType = m_symbols.text(m_symbols.valueType(cursor, clang_getCursorType(cursor)));
    fact.owner = member ? m_symbols.symbol(parent).key : 0;
    fact.comment = comment(cursor);
    fact.kind = static_cast<std::uint32_t>(member ? MemberKind::Field : MemberKind::Global);
    fact.flags = flags(cursor) | (member ? bit(MemberFlag::Static) : 0);
    CXType type = clang_getCursorType(cursor);
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
        type = clang_getArrayElementType(type);
    if (clang_isConstQualifiedType(type) != 0)
        fact.flags |= bit(MemberFlag::Final);
    fact.defined = 1;
    fact.at = at.place();
    fact.endLine = endLine(cursor);
    m_out.members.push_back(fact);
    m_bodies.variable(cursor, {symbol.key, fact.owner, symbol.name}, UseKind::Field);
}

} // namespace naru::analyzers::cpp
