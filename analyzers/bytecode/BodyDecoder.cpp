#include "analyzers/bytecode/BodyDecoder.h"

#include <algorithm>

namespace naru::analyzers::bytecode {

using java::LiteralKind;
using java::Op;
using java::Operator;

BodyDecoder::BodyDecoder(ClassGroup& group, GroupedClass& owner, const ClassMember& method, NodePool& nodes, int depth)
    : m_group(group),
      m_owner(owner),
      m_file(owner.file),
      m_method(method),
      m_nodes(nodes),
      m_types(owner.file, nodes),
      m_depth(depth),
      m_static((method.access & kStatic) != 0),
      m_constructor(method.name == "<init>"),
      m_staticInitializer(method.name == "<clinit>")
{
    readAttributes();
}

void BodyDecoder::readAttributes()
{
    ByteReader in(ClassFile::attribute(m_method.attributes, "Code"));
    in.u4(); // stack and locals
    m_code = in.take(in.u4());
    const std::uint16_t handlers = in.u2();
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (std::uint16_t i = 0; i < handlers && in.ok(); ++i) {
        in.u4();
        const std::uint16_t pc = in.u2();
        const std::uint16_t type = in.u2();
        if (seen.emplace(pc, type).second)
            m_handlers.emplace(pc, m_file.named(type));
    }
    const std::uint16_t attributes = in.u2();
    for (std::uint16_t i = 0; i < attributes && in.ok(); ++i) {
        const std::string_view name = m_file.utf8(in.u2());
        ByteReader body(in.take(in.u4()));
        const bool types = name == "LocalVariableTypeTable";
        if (name == "LineNumberTable") {
            for (std::uint16_t n = body.u2(); n > 0 && body.ok(); --n) {
                const std::uint32_t pc = body.u2();
                m_lines.emplace_back(pc, body.u2());
            }
        } else if (types || name == "LocalVariableTable") {
            for (std::uint16_t n = body.u2(); n > 0 && body.ok(); --n) {
                LocalName local{body.u2(), body.u2(), m_file.utf8(body.u2()), m_file.utf8(body.u2()), body.u2()};
                if (types)
                    m_locals.insert(m_locals.begin(), local); // generic types first: they are found first
                else
                    m_locals.push_back(local);
            }
        }
    }
    std::ranges::stable_sort(m_lines, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
}

std::uint32_t BodyDecoder::lastLine() const
{
    std::uint32_t last = 0;
    for (const auto& [pc, line] : m_lines)
        last = std::max(last, line);
    return last;
}

const BodyDecoder::LocalName* BodyDecoder::localAt(unsigned slot, std::uint32_t pc) const
{
    for (const LocalName& local : m_locals)
        if (local.slot == slot && pc >= local.start && pc < local.start + local.length)
            return &local;
    return nullptr;
}

std::string BodyDecoder::parameterName(unsigned slot) const
{
    const LocalName* local = localAt(slot, 0);
    return local != nullptr && !local->name.empty() ? fromModifiedUtf8(local->name) : "arg" + std::to_string(slot);
}

Node* BodyDecoder::block()
{
    if (m_code.empty())
        return nullptr;
    unsigned slot = 0;
    const auto parameters = SignatureReader::parameters(m_method.descriptor);
    if (!m_static)
        ++slot;
    for (const std::string_view type : parameters) {
        m_slotTypes[slot] = typeOf(type);
        m_declared.insert(parameterName(slot));
        if (m_constructor && m_owner.anonymous && m_slotTypes[slot] != nullptr) { // read as an initializer, which has no parameters
            Node* captured = make(Op::Local, {const_cast<Node*>(m_slotTypes[slot])});
            captured->text = m_nodes.intern()(parameterName(slot)).value;
            m_statements.push_back(captured);
        }
        slot += type == "J" || type == "D" ? 2 : 1;
    }
    run();
    Node* all = m_nodes.make(Op::Block, firstLine());
    for (Node* statement : m_statements)
        NodePool::add(*all, statement);
    return all;
}

void BodyDecoder::run()
{
    m_in = ByteReader(m_code);
    while (!m_in.atEnd() && m_in.ok()) {
        m_pc = static_cast<std::uint32_t>(m_in.at());
        while (m_nextLine < m_lines.size() && m_lines[m_nextLine].first <= m_pc)
            m_line = m_lines[m_nextLine++].second;
        arrive(m_pc);
        instruction(m_in.u1());
    }
    for (Node* left : m_stack)
        drop(left);
}

/// What the stack holds when an instruction is reached: by falling through, by jumps, or as a handler.
void BodyDecoder::arrive(std::uint32_t pc)
{
    if (const auto [first, last] = m_handlers.equal_range(pc); first != last) {
        for (Node* left : m_stack)
            drop(left);
        m_stack.clear();
        for (auto at = first; at != last; ++at)
            enterHandler(at->second);
        m_reachable = true;
        return;
    }
    const auto found = m_arriving.find(pc);
    if (found == m_arriving.end()) {
        if (!m_reachable) { // only reached from behind: nothing is on the stack there
            m_stack.clear();
            m_reachable = true;
        }
        return;
    }
    Stack brought = std::move(found->second);
    m_arriving.erase(found);
    if (!m_reachable) {
        m_stack = std::move(brought);
    } else {
        join(m_stack, brought);
    }
    m_reachable = true;
}

void BodyDecoder::enterHandler(std::string_view type)
{
    Node* caught = m_types.classNamed(type.empty() ? "java/lang/Throwable" : type);
    if (!type.empty()) {
        ++m_complexity;
        Node* clause = m_nodes.named(Op::Catch, m_line, "$caught", {caught});
        clause->extra = 1;
        m_statements.push_back(clause);
    }
    Node* value = make(Op::Cast, {caught, m_nodes.literal(LiteralKind::Null, m_line, "null")});
    value->flags = 1;
    value->type = caught;
    value->pure = true;
    m_stack.assign(1, value);
}

void BodyDecoder::jump(std::int64_t target, bool conditional)
{
    if (conditional)
        ++m_complexity;
    else
        m_reachable = false;
    if (target > m_pc && target < static_cast<std::int64_t>(m_code.size()) && !m_stack.empty()) {
        const auto [known, added] = m_arriving.try_emplace(static_cast<std::uint32_t>(target), m_stack);
        if (!added)
            join(known->second, m_stack);
    }
    if (!conditional)
        m_stack.clear();
}

void BodyDecoder::condition(unsigned operands)
{
    Node* all = make(Op::Binary);
    all->extra = static_cast<std::uint16_t>(Operator::Compare);
    std::vector<Node*> parts;
    for (unsigned i = 0; i < operands; ++i)
        parts.insert(parts.begin(), pop());
    bool pure = true;
    for (Node* part : parts) {
        pure = pure && part->pure;
        NodePool::add(*all, part);
    }
    if (!pure)
        emit(all);
}

Node* BodyDecoder::pop()
{
    if (m_stack.empty()) {
        Node* unknown = m_nodes.literal(LiteralKind::Null, m_line, "null");
        return unknown;
    }
    Node* top = m_stack.back();
    m_stack.pop_back();
    return top;
}

void BodyDecoder::drop(Node* node)
{
    if (!node->pure && !node->unfinished)
        emit(node);
}

void BodyDecoder::emit(Node* node)
{
    m_statements.push_back(node);
}

/// Keeps trees shallow: what is deep already becomes a statement of its own.
Node* BodyDecoder::bounded(Node* node)
{
    if (node->depth < kDeepestNode)
        return node;
    Node* name = m_nodes.named(Op::Name, node->line, "$" + std::to_string(++m_temporaries) + "_" + std::to_string(m_depth));
    Node* local = m_nodes.make(Op::Local, node->line, {m_nodes.named(Op::Type, node->line, "var"), node});
    local->text = name->text;
    name->type = node->type;
    name->wide = node->wide;
    name->pure = true;
    emit(local);
    return name;
}

/// The value `fromTop` places below the top, such that it may be used twice.
Node* BodyDecoder::shared(std::size_t fromTop)
{
    if (fromTop >= m_stack.size())
        return m_nodes.literal(LiteralKind::Null, m_line, "null");
    Node*& place = m_stack[m_stack.size() - 1 - fromTop];
    const bool filledLater = place->unfinished || place->op == Op::NewArray;
    if (place->pure || filledLater)
        return place;
    Node* name = m_nodes.named(Op::Name, place->line, "$" + std::to_string(++m_temporaries) + "_" + std::to_string(m_depth));
    Node* local = m_nodes.make(Op::Local, place->line, {m_nodes.named(Op::Type, place->line, "var"), place});
    local->text = name->text;
    name->type = place->type;
    name->wide = place->wide;
    name->pure = true;
    emit(local);
    place = name;
    return name;
}

void BodyDecoder::load(unsigned slot, bool wide)
{
    if (const auto bound = m_bound.find(slot); bound != m_bound.end()) {
        push(bound->second);
        return;
    }
    if (slot == 0 && !m_static) {
        Node* self = make(Op::This);
        self->pure = true;
        push(self);
        return;
    }
    const LocalName* local = localAt(slot, m_pc);
    Node* name = m_nodes.named(Op::Name, m_line, local != nullptr ? fromModifiedUtf8(local->name) : "arg" + std::to_string(slot));
    name->wide = wide;
    name->pure = true;
    if (local != nullptr)
        name->type = m_types.type(local->type);
    else if (const auto known = m_slotTypes.find(slot); known != m_slotTypes.end())
        name->type = known->second;
    push(name);
}

void BodyDecoder::store(unsigned slot)
{
    Node* value = pop();
    const LocalName* local = localAt(slot, static_cast<std::uint32_t>(m_in.at()));
    const std::string name = local != nullptr ? fromModifiedUtf8(local->name) : "arg" + std::to_string(slot);
    const Node* type = local != nullptr ? m_types.type(local->type) : value->type;
    std::string key = name;
    if (local != nullptr)
        key += "@" + std::to_string(local->start);
    const bool parameter = m_declared.contains(name) && (local == nullptr || local->start == 0);
    const bool sameType = local != nullptr || type == nullptr || (m_slotTypes[slot] != nullptr && m_slotTypes[slot]->text == type->text);
    if ((parameter || m_declared.contains(key)) && sameType) {
        emit(make(Op::Assign, {m_nodes.named(Op::Name, m_line, name), value}));
        return;
    }
    m_declared.insert(key);
    m_slotTypes[slot] = const_cast<Node*>(type);
    const bool silent = value->op == Op::Cast && value->flags == 1 && value->pure; // a caught exception
    Node* declared = type != nullptr && !silent ? const_cast<Node*>(type) : m_nodes.named(Op::Type, m_line, "var");
    Node* statement = make(Op::Local, {declared, value});
    statement->text = m_nodes.intern()(name).value;
    emit(statement);
}

void BodyDecoder::increment(unsigned slot)
{
    load(slot, false);
    emit(make(Op::Update, {pop()}));
}

void BodyDecoder::fieldInstruction(std::uint8_t op)
{
    constexpr std::uint8_t kGetStatic = 178;
    constexpr std::uint8_t kPutStatic = 179;
    constexpr std::uint8_t kGetField = 180;
    const MemberReference field = m_file.reference(m_in.u2());
    const bool isStatic = op == kGetStatic || op == kPutStatic;
    const bool reads = op == kGetStatic || op == kGetField;
    Node* value = reads ? nullptr : pop();
    Node* object = isStatic ? nullptr : pop();
    const bool reference = field.descriptor.starts_with('L') || field.descriptor.starts_with('[');
    const std::string name = fromModifiedUtf8(field.name);
    Node* result = nullptr;
    if (field.name.starts_with("this$")) {
        result = make(Op::This);
        const std::string outer = m_file.sourceName(field.descriptor.substr(1, field.descriptor.size() - 2));
        result->text = m_nodes.intern()(outer).value;
    } else if (field.name.starts_with("val$")) {
        result = m_nodes.named(Op::Name, m_line, name.substr(4));
        const std::string_view type = field.descriptor;
        if (reads && type.starts_with('L') && !type.starts_with("Ljava/lang/")) { // without names of locals the type tells what it is
            result = make(Op::Cast, {typeOf(type), result});
            result->flags = 1;
        }
    } else if (field.name.find('$') != std::string_view::npos && isStatic && field.name.starts_with("$")) {
        result = m_nodes.literal(LiteralKind::Null, m_line, "null");
    } else {
        result = m_nodes.named(Op::Field, m_line, name, {isStatic ? ownerExpression(field.owner) : receiverOf(object, field.owner)});
    }
    if (reads) {
        result->pure = object == nullptr || object->pure;
        result->wide = field.descriptor == "J" || field.descriptor == "D";
        result->type = reference ? typeOf(field.descriptor) : nullptr;
        push(bounded(result));
        return;
    }
    if (result->op != Op::Field) {
        if (result->op != Op::Literal) // what the compiler keeps for itself
            drop(value);
        return;
    }
    const bool initial = m_staticInitializer && isStatic && field.owner == m_file.name && !m_initialValues.contains(field.name);
    if (initial)
        m_initialValues.emplace(field.name, value);
    else
        emit(make(Op::Assign, {result, value}));
}

void BodyDecoder::newArray(Node* element, unsigned sizes)
{
    Node* array = make(Op::NewArray, {element});
    std::vector<Node*> lengths;
    for (unsigned i = 0; i < sizes; ++i)
        lengths.insert(lengths.begin(), pop());
    for (Node* length : lengths)
        if (!length->pure)
            NodePool::add(*array, length);
    array->type = element;
    push(array);
}

void BodyDecoder::arrayStore()
{
    Node* value = pop();
    Node* index = pop();
    Node* array = pop();
    if (array->op != Op::NewArray) {
        emit(make(Op::Assign, {make(Op::Index, {array, index}), value}));
        return;
    }
    if (array->children.back()->op != Op::ArrayInit)
        NodePool::add(*array, make(Op::ArrayInit));
    value = bounded(value);
    NodePool::add(*array->children.back(), value);
    array->depth = std::max<std::uint16_t>(array->depth, static_cast<std::uint16_t>(value->depth + 2));
}

} // namespace naru::analyzers::bytecode
