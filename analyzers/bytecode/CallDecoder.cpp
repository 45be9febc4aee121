#include "analyzers/bytecode/BodyDecoder.h"

#include <algorithm>

namespace naru::analyzers::bytecode {

using java::LiteralKind;
using java::Op;

namespace {

constexpr std::uint8_t kSpecial = 183;
constexpr std::uint8_t kStaticCall = 184;
constexpr std::uint8_t kInterfaceCall = 185;

bool isBox(std::string_view owner)
{
    constexpr std::string_view kBoxes[] = {"java/lang/Integer", "java/lang/Long",  "java/lang/Boolean",   "java/lang/Double",
                                           "java/lang/Float",   "java/lang/Short", "java/lang/Character", "java/lang/Byte"};
    return std::ranges::find(kBoxes, owner) != std::end(kBoxes);
}

bool isReference(std::string_view descriptor)
{
    return descriptor.starts_with('L') || descriptor.starts_with('[');
}

} // namespace

Node* BodyDecoder::typeOf(std::string_view descriptor)
{
    return isReference(descriptor) ? m_types.type(descriptor) : nullptr;
}

/// The type through which a static member is named.
Node* BodyDecoder::ownerExpression(std::string_view owner)
{
    Node* type = m_types.classNamed(owner);
    if (type->op == Op::Type && type->flags == 0 &&
        m_nodes.intern().pool().view(core::StringId(type->text)).find('.') == std::string_view::npos)
        type->op = Op::Name;
    type->pure = true;
    return type;
}

/// An argument as the parameter takes it: 1 as true where a boolean is wanted; the parameter's type where nothing else is known.
Node* BodyDecoder::fitted(Node* argument, std::string_view type)
{
    const bool integer = argument->op == Op::Literal && argument->extra == static_cast<std::uint16_t>(LiteralKind::Int);
    const auto cast = [&](Node* to) {
        Node* hint = m_nodes.make(Op::Cast, argument->line, {to, argument});
        hint->flags = 1;
        hint->pure = argument->pure;
        hint->type = argument->type;
        return hint;
    };
    if (type == "Z" || type == "C" || type == "B" || type == "S") {
        if (type == "Z" && integer)
            return m_nodes.literal(LiteralKind::Boolean, argument->line,
                                   m_nodes.intern().pool().view(core::StringId(argument->text)) == "0" ? "false" : "true");
        const bool plain = integer || argument->op == Op::Ternary;
        return plain ? cast(m_types.type(type)) : argument;
    }
    const bool open = argument->op == Op::Call || argument->op == Op::Index || argument->op == Op::Field ||
                      (argument->op == Op::Literal && argument->extra == static_cast<std::uint16_t>(LiteralKind::Null));
    if (open && isReference(type) && type != "Ljava/lang/Object;")
        return cast(m_types.type(type));
    return argument;
}

Node* BodyDecoder::receiverOf(Node* object, std::string_view owner)
{
    const bool open = object->op == Op::Call || object->op == Op::Index || object->op == Op::Field || object->op == Op::Ternary ||
                      object->op == Op::Literal;
    const bool builder = owner == "java/lang/StringBuilder" || owner == "java/lang/StringBuffer" || owner == "java/lang/String";
    if (!open || builder || owner == "java/lang/Object")
        return object;
    Node* hint = m_nodes.make(Op::Cast, object->line, {m_types.classNamed(owner), object});
    hint->flags = 1;
    hint->pure = object->pure;
    return hint;
}

bool BodyDecoder::boxing(const MemberReference& callee, const std::vector<Node*>& arguments, Node* receiver)
{
    if (!isBox(callee.owner))
        return false;
    if (receiver == nullptr && callee.name == "valueOf" && !callee.descriptor.starts_with("(L")) {
        Node* boxed = arguments.empty() ? pop() : arguments.front();
        push(boxed);
        if (boxed->wide) { // the box takes one place only
            Node* cast = make(Op::Cast, {m_types.classNamed(callee.owner), boxed});
            cast->flags = 1;
            cast->pure = boxed->pure;
            m_stack.back() = cast;
        }
        return true;
    }
    if (receiver != nullptr && arguments.empty() && callee.name.ends_with("Value")) {
        const bool wide = callee.descriptor.ends_with("J") || callee.descriptor.ends_with("D");
        if (wide != receiver->wide) {
            std::string_view result;
            SignatureReader::parameters(callee.descriptor, &result);
            Node* cast = make(Op::Cast, {m_types.type(result), receiver});
            cast->flags = 1;
            cast->pure = receiver->pure;
            cast->wide = wide;
            receiver = cast;
        }
        push(receiver);
        return true;
    }
    return false;
}

void BodyDecoder::invoke(std::uint8_t op)
{
    const MemberReference callee = m_file.reference(m_in.u2());
    if (op == kInterfaceCall)
        m_in.skip(2);
    std::string_view result;
    const std::vector<std::string_view> types = SignatureReader::parameters(callee.descriptor, &result);
    std::vector<Node*> arguments(types.size());
    for (std::size_t i = types.size(); i-- > 0;)
        arguments[i] = pop();
    Node* receiver = op == kStaticCall ? nullptr : pop();
    if (op == kSpecial && callee.name == "<init>") {
        invokeConstructor(callee, std::move(arguments), types, receiver);
        return;
    }
    if (boxing(callee, arguments, receiver))
        return;
    if (op == kStaticCall && callee.name.starts_with("access$") && invokeAccessor(callee, arguments))
        return;
    Node* call = m_nodes.named(Op::Call, m_line, fromModifiedUtf8(callee.name));
    if (op == kStaticCall) {
        call->flags = callee.owner == m_file.name ? 0 : 1;
        if (call->flags != 0)
            NodePool::add(*call, ownerExpression(callee.owner));
    } else if (op == kSpecial && callee.owner != m_file.name) {
        call->flags = 1;
        Node* super = make(Op::Super);
        super->text = core::StringId::kNone;
        NodePool::add(*call, super);
    } else if (receiver->op == Op::This && receiver->text == core::StringId::kNone) {
        call->flags = 0; // a call on this
    } else {
        call->flags = 1;
        NodePool::add(*call, receiverOf(receiver, callee.owner));
    }
    for (std::size_t i = 0; i < arguments.size(); ++i)
        NodePool::add(*call, fitted(arguments[i], types[i]));
    if (result == "V") {
        emit(call);
        return;
    }
    call->wide = isWide(result);
    call->type = typeOf(result);
    push(bounded(call));
}

/// Removes what the compiler adds to constructors: the outer object, name and number of enum constants, marks of accessors.
void BodyDecoder::constructorArguments(std::string_view owner, std::vector<Node*>& arguments, std::vector<std::string_view>& types)
{
    const auto removeFirst = [&] {
        if (arguments.empty())
            return;
        drop(arguments.front());
        arguments.erase(arguments.begin());
        types.erase(types.begin());
    };
    const GroupedClass* own = m_group.find(owner);
    if (own != nullptr && (own->file.access & kEnum) != 0) {
        removeFirst();
        removeFirst();
    }
    const InnerClass* inner = m_file.inner(owner);
    const std::string_view outer = inner == nullptr        ? std::string_view()
                                   : !inner->outer.empty() ? inner->outer
                                   : own != nullptr        ? own->file.enclosingClass
                                                           : std::string_view();
    const bool carriesOuter = inner != nullptr && (inner->access & kStatic) == 0 && !types.empty() && !outer.empty() &&
                              types.front() == "L" + std::string(outer) + ";";
    if (carriesOuter)
        removeFirst();
    if (!types.empty() && types.back().starts_with('L')) {
        const InnerClass* mark = m_file.inner(types.back().substr(1, types.back().size() - 2));
        const bool null = arguments.back()->op == Op::Literal && arguments.back()->extra == static_cast<std::uint16_t>(LiteralKind::Null);
        if (mark != nullptr && mark->simple.empty() && null) {
            arguments.pop_back();
            types.pop_back();
        }
    }
}

void BodyDecoder::invokeConstructor(const MemberReference& callee, std::vector<Node*> arguments,
                                    const std::vector<std::string_view>& parameterTypes, Node* receiver)
{
    std::vector<std::string_view> types = parameterTypes;
    constructorArguments(callee.owner, arguments, types);
    if (receiver->op == Op::This) { // this(...) or super(...)
        const bool self = callee.owner == m_file.name;
        const bool implicit = !self && (arguments.empty() || callee.owner == "java/lang/Enum" || callee.owner == "java/lang/Record");
        Node* call = make(self ? Op::ThisCall : Op::SuperCall);
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (implicit)
                drop(arguments[i]);
            else
                NodePool::add(*call, fitted(arguments[i], types[i]));
        }
        if (!implicit)
            emit(call);
        return;
    }
    if (!receiver->unfinished)
        return;
    receiver->unfinished = false;
    receiver->line = m_line;
    GroupedClass* created = m_group.find(callee.owner);
    if (created != nullptr && created->anonymous) {
        const ClassFile& file = created->file;
        std::vector<std::string_view> superTypes = SignatureReader::parameters(file.constructorOf(file.superclass));
        std::vector<Node*> superArguments(superTypes.size(), m_nodes.literal(LiteralKind::Null, m_line, "null"));
        const bool isEnum = (file.access & kEnum) != 0; // name and number were removed above
        const std::size_t own = std::min(superTypes.size(), arguments.size() + (isEnum ? 2 : 0));
        for (std::size_t i = isEnum ? 2 : 0; i < own; ++i)
            superArguments[i] = arguments[i - (isEnum ? 2 : 0)];
        for (std::size_t i = isEnum ? own - std::min<std::size_t>(own, 2) : own; i < arguments.size(); ++i)
            drop(arguments[i]); // captured values
        constructorArguments(file.superclass, superArguments, superTypes);
        for (std::size_t i = 0; i < superArguments.size(); ++i)
            NodePool::add(*receiver, fitted(superArguments[i], superTypes[i]));
        const std::string_view super = file.interfaces.empty() ? file.superclass : file.interfaces.front();
        receiver->children.front() = SignatureReader(file, m_nodes, m_line).classNamed(super);
        receiver->type = receiver->children.front();
        if (!created->placed && created->type != java::kNone) {
            created->placed = true;
            Node* body = make(Op::LocalType);
            body->text = created->type;
            NodePool::add(*receiver, body);
        }
    } else {
        for (std::size_t i = 0; i < arguments.size(); ++i)
            NodePool::add(*receiver, fitted(arguments[i], types[i]));
    }
    if (std::ranges::find(m_stack, receiver) == m_stack.end())
        emit(receiver); // its value is not used
    else if (receiver->depth >= kDeepestNode) {
        Node* shallow = bounded(receiver);
        std::ranges::replace(m_stack, receiver, shallow);
    }
}

/// access$000(...) of older compilers: what it does is done here.
bool BodyDecoder::invokeAccessor(const MemberReference& callee, const std::vector<Node*>& arguments)
{
    GroupedClass* owner = m_group.find(callee.owner);
    if (owner == nullptr || m_depth >= kDeepestInlining)
        return false;
    const auto method = std::ranges::find_if(owner->file.methods, [&](const ClassMember& member) {
        return member.name == callee.name && member.descriptor == callee.descriptor && (member.access & kSynthetic) != 0;
    });
    if (method == owner->file.methods.end())
        return false;
    BodyDecoder inner(m_group, *owner, *method, m_nodes, m_depth + 1);
    inner.m_inlined = true;
    inner.m_lines.clear();
    inner.m_line = m_line;
    unsigned slot = 0;
    for (Node* argument : arguments) {
        if (slot == 0 && argument->op == Op::This) { // members of the outer object are named as on any object
            argument = m_nodes.make(Op::This, m_line);
            argument->text = m_nodes.intern()(m_file.sourceName(callee.owner)).value;
            argument->pure = true;
        }
        inner.m_bound[slot] = argument;
        slot += argument->wide ? 2 : 1;
    }
    inner.run();
    m_statements.insert(m_statements.end(), inner.m_statements.begin(), inner.m_statements.end());
    std::string_view result;
    SignatureReader::parameters(callee.descriptor, &result);
    if (result != "V")
        push(inner.m_result != nullptr ? inner.m_result : m_nodes.literal(LiteralKind::Null, m_line, "null"));
    return true;
}

} // namespace naru::analyzers::bytecode
