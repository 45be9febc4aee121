// The part of BodyVisitor that follows functions kept in variables, fields and tables.

#include "analyzers/cpp/BodyVisitor.h"
#include "analyzers/cpp/CursorKinds.h"

#include <algorithm>

namespace naru::analyzers::cpp {

namespace {

constexpr int kDeepestSlot = 60;

} // namespace

Text BodyVisitor::functionOf(CXCursor expression)
{
    Callee named;
    dig(expression, named, 0);
    if (!isNull(named.cursor) && isFunction(named.cursor.kind) && expression.kind != CXCursor_CallExpr) {
        const Symbol symbol = m_symbols.symbol(named.cursor);
        return symbol.own ? symbol.key : 0;
    }
    return 0;
}

Text BodyVisitor::slotOf(CXCursor expression)
{
    Callee named;
    dig(expression, named, 0);
    if (isNull(named.cursor) || !isVariable(named.cursor.kind))
        return 0;
    const auto parameter = m_parameters.find(named.cursor.data[0]);
    return parameter != m_parameters.end() ? parameter->second : m_symbols.symbol(named.cursor).key;
}

/// A function, or what another slot holds, goes into a slot.
bool BodyVisitor::keep(Text slot, CXCursor value, Text label, const Spot& at)
{
    if (slot == 0 || !at.own())
        return false;
    if (const Text function = functionOf(value)) {
        m_out.slots.push_back({slot, function, label, at.place()});
        return true;
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(value));
    if (type.kind != CXType_Pointer || clang_getCanonicalType(clang_getPointeeType(type)).kind != CXType_FunctionProto)
        return false;
    if (const Text other = slotOf(value); other != 0 && other != slot)
        m_out.slots.push_back({slot, other, label, at.place()});
    return true;
}

const std::vector<BodyVisitor::Field>& BodyVisitor::fieldsOf(CXType record)
{
    const CXCursor declaration = clang_getTypeDeclaration(record);
    const auto [known, fresh] = m_fields.try_emplace(declaration.data[0]);
    if (fresh) {
        std::vector<CXCursor> fields;
        clang_Type_visitFields(
            record,
            [](CXCursor field, CXClientData list) {
                static_cast<std::vector<CXCursor>*>(list)->push_back(field);
                return CXVisit_Continue;
            },
            &fields);
        for (const CXCursor& field : fields)
            known->second.push_back({m_symbols.symbol(field).key, clang_getCursorType(field)});
    }
    return m_fields[declaration.data[0]];
}

/// Follows an initialiser into arrays and records, to the fields that get functions.
void BodyVisitor::initialise(CXCursor value, CXType expected, Text slot, Text label, int depth)
{
    if (depth > kDeepestSlot)
        return;
    if (value.kind != CXCursor_InitListExpr) {
        const Spot at = m_symbols.spot(value);
        if (value.kind == CXCursor_UnexposedExpr) { // { .field = { ... } } and wrapped lists
            const CursorStack::Range range = m_stack.push(value);
            if (range.size() == 1 && m_stack.at(range, 0).kind == CXCursor_InitListExpr)
                initialise(m_stack.at(range, 0), expected, slot, label, depth + 1);
            m_stack.pop(range);
        }
        keep(slot, value, label, at);
        return;
    }
    const CXType type = clang_getCanonicalType(expected);
    const bool array = type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray;
    const CXType element = array ? clang_getCanonicalType(clang_getArrayElementType(type)) : type;
    const CursorStack::Range range = m_stack.push(value);
    if (type.kind == CXType_Record)
        for (std::size_t i = 0; i < range.size() && label == 0; ++i)
            if (const auto text = fold(m_stack.at(range, i)))
                label = m_symbols.text(text->text);
    std::size_t position = 0;
    for (std::size_t i = 0; i < range.size(); ++i) {
        CXCursor item = m_stack.at(range, i);
        if (array && item.kind == CXCursor_InitListExpr) {
            initialise(item, element, slot, label, depth + 1);
            continue;
        }
        if (element.kind != CXType_Record) {
            initialise(item, element, slot, label, depth + 1);
            continue;
        }
        const std::vector<Field> fields = fieldsOf(element); // a copy: the recursion may add to the table
        Text field = fields.empty() ? 0 : fields[position % fields.size()].key;
        CXType inner = fields.empty() ? expected : fields[position % fields.size()].type;
        const CursorStack::Range parts = m_stack.push(item);
        if (parts.size() >= 2 && m_stack.at(parts, 0).kind == CXCursor_MemberRef) { // .field = value
            const CXCursor named = clang_getCursorReferenced(m_stack.at(parts, 0));
            field = m_symbols.symbol(named).key;
            inner = clang_getCursorType(named);
            position = static_cast<std::size_t>(std::ranges::find(fields, field, &Field::key) - fields.begin());
            item = m_stack.at(parts, parts.size() - 1);
        }
        m_stack.pop(parts);
        ++position;
        initialise(item, inner, field, label, depth + 1);
    }
    m_stack.pop(range);
}

} // namespace naru::analyzers::cpp
