#include "analyzers/bytecode/BodyDecoder.h"

#include <algorithm>

namespace naru::analyzers::bytecode {

using java::LiteralKind;
using java::Op;
using java::Operator;

void BodyDecoder::invokeDynamic()
{
    const std::uint32_t index = m_in.u2();
    m_in.skip(2);
    const Constant& site = m_file.constant(index);
    const MemberReference call = m_file.reference(index);
    std::string_view result;
    const auto types = SignatureReader::parameters(call.descriptor, &result);
    std::vector<Node*> arguments(types.size());
    for (std::size_t i = types.size(); i-- > 0;)
        arguments[i] = pop();
    if (site.a >= m_file.bootstraps.size()) {
        for (Node* argument : arguments)
            drop(argument);
        push(m_nodes.literal(LiteralKind::Null, m_line, "null"));
        return;
    }
    const BootstrapMethod& bootstrap = m_file.bootstraps[site.a];
    const MemberReference factory = m_file.reference(m_file.constant(bootstrap.handle).b);
    Node* value = nullptr;
    if (factory.owner == "java/lang/invoke/LambdaMetafactory") {
        value = lambda(bootstrap, arguments);
    } else if (factory.owner == "java/lang/invoke/StringConcatFactory") {
        std::string recipe;
        if (!bootstrap.arguments.empty() && factory.name == "makeConcatWithConstants")
            recipe = fromModifiedUtf8(m_file.named(bootstrap.arguments.front()));
        else
            recipe.assign(arguments.size(), '\1');
        value = concatenation(recipe, bootstrap, arguments);
    } else {
        value = make(Op::Group);
        for (Node* argument : arguments)
            NodePool::add(*value, argument);
    }
    value->type = typeOf(result);
    value->wide = isWide(result);
    push(bounded(value));
}

Node* BodyDecoder::concatenation(std::string_view recipe, const BootstrapMethod& bootstrap, const std::vector<Node*>& arguments)
{
    Node* sum = make(Op::Binary);
    sum->extra = static_cast<std::uint16_t>(Operator::Add);
    std::string constant;
    std::size_t argument = 0;
    std::size_t extra = 1;
    bool anyText = false;
    const auto flush = [&] {
        if (constant.empty() && anyText)
            return;
        NodePool::add(*sum, m_nodes.literal(LiteralKind::String, m_line, constant)); // an empty one says that it is a text
        anyText = true;
        constant.clear();
    };
    for (const char c : recipe) {
        if (c == '\1') {
            flush();
            if (argument < arguments.size())
                NodePool::add(*sum, arguments[argument++]);
        } else if (c == '\2') {
            flush();
            if (extra < bootstrap.arguments.size())
                NodePool::add(*sum, constantNode(m_file, bootstrap.arguments[extra++], m_nodes, m_line));
        } else {
            constant += c;
        }
    }
    if (!constant.empty() || sum->children.empty())
        flush();
    return sum;
}

Node* BodyDecoder::lambda(const BootstrapMethod& bootstrap, const std::vector<Node*>& captured)
{
    if (bootstrap.arguments.size() < 2)
        return make(Op::Group);
    const Constant& handle = m_file.constant(bootstrap.arguments[1]);
    const MemberReference target = m_file.reference(handle.b);
    if (Node* body = lambdaBody(target, handle.a, captured); body != nullptr)
        return body;
    constexpr unsigned kNewInvokeSpecial = 8;
    Node* object = captured.empty() ? ownerExpression(target.owner) : captured.front();
    for (std::size_t i = 1; i < captured.size(); ++i)
        drop(captured[i]);
    return m_nodes.named(Op::MethodRef, m_line, handle.a == kNewInvokeSpecial ? "<init>" : fromModifiedUtf8(target.name), {object});
}

/// The body of a lambda is a synthetic method of the class; it is put back where it was written.
Node* BodyDecoder::lambdaBody(const MemberReference& target, unsigned kind, const std::vector<Node*>& captured)
{
    constexpr unsigned kInvokeStatic = 6;
    if (target.owner != m_file.name || m_depth >= kDeepestInlining)
        return nullptr;
    const auto method = std::ranges::find_if(m_file.methods, [&](const ClassMember& member) {
        return member.name == target.name && member.descriptor == target.descriptor && (member.access & kSynthetic) != 0;
    });
    if (method == m_file.methods.end())
        return nullptr;
    BodyDecoder inner(m_group, m_owner, *method, m_nodes, m_depth + 1);
    Node* body = inner.block();
    if (body == nullptr)
        return nullptr;
    m_complexity = static_cast<std::uint16_t>(m_complexity + inner.complexity() - 1);
    const auto types = SignatureReader::parameters(target.descriptor);
    Node* lambda = make(Op::Lambda);
    std::vector<Node*> prologue;
    unsigned slot = kind == kInvokeStatic ? 0 : 1;
    std::size_t taken = kind == kInvokeStatic ? 0 : 1; // the first captured value is `this`
    for (const std::string_view type : types) {
        const std::string name = inner.parameterName(slot);
        slot += isWide(type) ? 2 : 1;
        Node* typeNode = m_types.type(type);
        if (taken < captured.size()) {
            Node* value = captured[taken++];
            const bool sameName = value->op == Op::Name && m_nodes.intern()(name).value == value->text;
            if (!sameName)
                prologue.push_back(m_nodes.named(Op::Local, m_line, name, {typeNode, value}));
            continue;
        }
        // Object stands for what the compiler has erased: what the call says of it is better
        Node* known = type == "Ljava/lang/Object;" ? make(Op::NoType) : typeNode;
        NodePool::add(*lambda, m_nodes.named(Op::Param, m_line, name, {known}));
        ++lambda->extra;
    }
    body->children.insert(body->children.begin(), prologue.begin(), prologue.end());
    for (const Node* statement : prologue)
        body->depth = std::max<std::uint16_t>(body->depth, static_cast<std::uint16_t>(statement->depth + 1));
    NodePool::add(*lambda, body);
    return lambda;
}

} // namespace naru::analyzers::bytecode
