// The part of BodyVisitor that tells of calls nobody writes: destructors of what goes out of scope, constructors and destructors of
// bases and fields.

#include "analyzers/cpp/BodyVisitor.h"

#include <algorithm>

namespace naru::analyzers::cpp {

namespace {

/// Nesting of fields and bases that is followed.
constexpr int kDeepestChain = 12;

/// The class of a value: not of pointers and references, but of the elements of an array.
CXCursor recordOf(CXType type)
{
    type = clang_getCanonicalType(type);
    while (type.kind == CXType_ConstantArray)
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    return type.kind == CXType_Record ? clang_getTypeDeclaration(type) : clang_getNullCursor();
}

CXCursor definitionOf(CXCursor record)
{
    const CXCursor general = SymbolReader::pattern(record);
    const CXCursor defined = clang_getCursorDefinition(general);
    return isNull(defined) ? general : defined;
}

} // namespace

/// The written functions that making or ending a value of a class calls: those of the class itself, else those of its parts.
const std::vector<Text>& BodyVisitor::lifeOf(CXCursor record, Life life, int depth)
{
    static const std::vector<Text> kNone;
    if (isNull(record) || depth > kDeepestChain)
        return kNone;
    const CXCursor type = definitionOf(record);
    auto& table = m_lives[static_cast<std::size_t>(life)];
    if (const auto known = table.find(type.data[0]); known != table.end())
        return known->second;
    if (!m_symbols.symbol(type).own)
        return table[type.data[0]];
    table[type.data[0]]; // a class that holds itself by way of a template ends here
    std::vector<Text> own;
    std::vector<Text> parts;
    bool written = false; // some constructor
    const CursorStack::Range range = m_stack.push(type);
    for (std::size_t i = 0; i < range.size(); ++i) {
        const CXCursor child = m_stack.at(range, i);
        const bool makes = child.kind == CXCursor_Constructor;
        written = written || makes;
        const bool wanted = life == Life::End    ? child.kind == CXCursor_Destructor
                            : life == Life::Copy ? makes && clang_CXXConstructor_isCopyConstructor(child) != 0
                                                 : makes && clang_CXXConstructor_isDefaultConstructor(child) != 0;
        if (wanted)
            own.push_back(m_symbols.symbol(child).key);
        else if (child.kind == CXCursor_FieldDecl || child.kind == CXCursor_CXXBaseSpecifier)
            for (const Text part : lifeOf(recordOf(clang_getCursorType(child)), life, depth + 1))
                parts.push_back(part);
    }
    m_stack.pop(range);
    std::vector<Text>& out = table[type.data[0]];
    out = !own.empty() ? std::move(own) : life == Life::Make && written ? std::vector<Text>() : std::move(parts);
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

void BodyVisitor::implicitCalls(const std::vector<Text>& functions, const Spot& at)
{
    if (!at.own())
        return;
    for (const Text function : functions)
        if (function != 0 && function != m_owner.member && m_told.insert({m_owner.member, function, kImplicit}).second) {
            CallFact fact;
            fact.to = function;
            fact.form = static_cast<std::uint32_t>(CallForm::Implicit);
            fact.at = at.place();
            addCall(fact);
        }
}

/// A value of this type goes out of scope in the function at hand.
void BodyVisitor::ends(CXType type, const Spot& at)
{
    if (m_owner.member == 0 || clang_getCanonicalType(type).kind == CXType_Void)
        return;
    if (const CXCursor record = recordOf(type); !isNull(record))
        implicitCalls(lifeOf(record, Life::End, 0), at);
}

/// A constructor that nobody writes makes the parts of its class.
void BodyVisitor::unwritten(CXCursor constructor, const Spot& at)
{
    const CXCursor type = clang_getCursorSemanticParent(constructor);
    if (isNull(type) || !m_symbols.symbol(type).own)
        return;
    const CXCursor general = SymbolReader::pattern(constructor);
    bool written = false;
    const CursorStack::Range range = m_stack.push(definitionOf(type));
    for (std::size_t i = 0; i < range.size() && !written; ++i) {
        const CXCursor child = m_stack.at(range, i);
        written = (child.kind == CXCursor_Constructor || child.kind == CXCursor_FunctionTemplate) &&
                  clang_equalCursors(clang_getCanonicalCursor(child), clang_getCanonicalCursor(general)) != 0;
    }
    m_stack.pop(range);
    if (!written)
        implicitCalls(lifeOf(type, clang_Cursor_getNumArguments(constructor) == 0 ? Life::Make : Life::Copy, 0), at);
}

/// What a constructor or destructor does with bases and fields beside what it says.
void BodyVisitor::partsOf(CXCursor function)
{
    const bool makes = function.kind == CXCursor_Constructor;
    if (!makes && function.kind != CXCursor_Destructor)
        return;
    const Spot at = m_symbols.spot(function);
    const CXCursor type = definitionOf(clang_getCursorSemanticParent(function));
    std::vector<CXCursor> said; // by an initialiser
    const CursorStack::Range own = m_stack.push(function);
    for (std::size_t i = 0; i < own.size() && makes; ++i) {
        const CXCursor child = m_stack.at(own, i);
        const bool behind = m_symbols.spot(child).offset > at.offset; // before it stands the class of A::A
        if (behind && (child.kind == CXCursor_MemberRef || child.kind == CXCursor_TypeRef))
            said.push_back(clang_getCanonicalCursor(clang_getCursorReferenced(child)));
    }
    m_stack.pop(own);
    const auto mentioned = [&](CXCursor what) {
        return std::ranges::any_of(said, [&](const CXCursor& each) { return clang_equalCursors(each, clang_getCanonicalCursor(what)) != 0; });
    };
    if (mentioned(type))
        return; // another constructor does it
    const CursorStack::Range parts = m_stack.push(type);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const CXCursor child = m_stack.at(parts, i);
        const bool base = child.kind == CXCursor_CXXBaseSpecifier;
        if (!base && child.kind != CXCursor_FieldDecl)
            continue;
        const CXCursor record = recordOf(clang_getCursorType(child));
        if (!makes)
            implicitCalls(lifeOf(record, Life::End, 0), at);
        else if (!mentioned(base ? record : child))
            implicitCalls(lifeOf(record, Life::Make, 0), at);
    }
    m_stack.pop(parts);
}

} // namespace naru::analyzers::cpp
