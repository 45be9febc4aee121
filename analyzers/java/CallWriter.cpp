#include "analyzers/java/CodeElement.h"

namespace naru::analyzers::java {

void CodeWriter::arguments(std::uint32_t list)
{
    if (list != 0)
        children(list);
}

void CodeWriter::call(std::uint32_t node)
{
    std::uint32_t receiver = 0;
    std::uint32_t name = 0;
    std::uint32_t list = 0;
    bool throughSuper = false;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::ArgumentList) {
            list = child;
        } else if (kind != Syntax::TypeArguments) {
            throughSuper = throughSuper || (receiver != 0 && kind == Syntax::Super);
            if (name != 0 && receiver == 0)
                receiver = name;
            name = child;
        }
    });
    if (name == 0) {
        leaf(Op::Group, node);
        return;
    }
    if (const std::string_view called = m_context.textOf(name); receiver == 0 && (called == kLateThis || called == kLateSuper)) {
        const Element element(*this, called == kLateThis ? Op::ThisCall : Op::SuperCall, m_context.lineOf(name), {}, 0, 0);
        arguments(list);
        return;
    }
    const Element element(*this, Op::Call, m_context.lineOf(name), m_context.nameOf(name), 0, receiver != 0 ? 1 : 0);
    if (throughSuper)
        leaf(Op::Super, receiver, m_context.dottedName(receiver));
    else if (receiver != 0)
        expression(receiver);
    arguments(list);
}

void CodeWriter::explicitConstructorCall(std::uint32_t node)
{
    std::uint32_t outer = 0;
    std::uint32_t list = 0;
    bool self = false;
    std::uint32_t target = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::ArgumentList) {
            list = child;
        } else if (kind == Syntax::This || kind == Syntax::Super) {
            if (target != 0)
                outer = target; // this.super(...)
            self = kind == Syntax::This;
            target = child;
        } else if (kind != Syntax::TypeArguments) {
            outer = child;
        }
    });
    const Element element(*this, self ? Op::ThisCall : Op::SuperCall, m_context.lineOf(node), {}, 0, outer != 0 ? 1 : 0);
    if (outer != 0)
        expression(outer);
    arguments(list);
}

void CodeWriter::creation(std::uint32_t node)
{
    std::uint32_t outer = 0;
    std::uint32_t named = 0;
    std::uint32_t list = 0;
    std::uint32_t classBody = 0;
    bool afterNew = false;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::KeywordNew)
            afterNew = true;
        else if (!afterNew)
            outer = child;
        else if (kind == Syntax::ArgumentList)
            list = child;
        else if (kind == Syntax::ClassBody)
            classBody = child;
        else if (isType(kind))
            named = child;
    });
    const Element element(*this, Op::New, m_context.lineOf(named != 0 ? named : node), {}, 0, outer != 0 ? 1 : 0);
    const std::uint32_t superclass = named != 0 ? type(named) : leaf(Op::NoType, node);
    if (outer != 0)
        expression(outer);
    arguments(list);
    if (classBody != 0)
        leaf(Op::LocalType, classBody, core::StringId(declareLocal(classBody, superclass)));
}

std::uint32_t CodeWriter::enumConstant(core::StringId enumName, std::uint32_t node, std::uint32_t anonymous)
{
    const Element element(*this, Op::New, m_context.lineOf(node));
    leaf(Op::Type, node, enumName);
    arguments(m_tree.child(node, Syntax::ArgumentList));
    if (anonymous != kNone)
        leaf(Op::LocalType, node, core::StringId(anonymous));
    return element.index();
}

void CodeWriter::arrayCreation(std::uint32_t node)
{
    const Element element(*this, Op::NewArray, m_context.lineOf(node));
    unsigned dims = 0;
    std::uint32_t named = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (isType(kind))
            named = child;
        else if (kind == Syntax::DimensionsExpr)
            ++dims;
    });
    dims += dimensions(node);
    if (named != 0)
        type(named, dims);
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::DimensionsExpr)
            children(child);
        else if (kind == Syntax::ArrayInitializer)
            expression(child);
    });
}

void CodeWriter::parameter(core::StringId name, std::uint32_t typeNode, unsigned dims, std::uint32_t line)
{
    const Element element(*this, Op::Param, line, name);
    if (typeNode != 0)
        type(typeNode, dims);
    else
        const Element none(*this, Op::NoType, line);
}

void CodeWriter::lambda(std::uint32_t node)
{
    std::uint32_t header = 0;
    std::uint32_t code = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) { (header == 0 ? header : code) = child; });
    const Element element(*this, Op::Lambda, m_context.lineOf(node));
    if (header == 0)
        return;
    std::uint16_t count = 0;
    const auto inferred = [&](std::uint32_t name) {
        parameter(m_context.nameOf(name), 0, 0, m_context.lineOf(name));
        ++count;
    };
    if (m_tree.kind(header) == Syntax::Identifier) {
        inferred(header);
    } else if (m_tree.kind(header) == Syntax::InferredParameters) {
        m_tree.eachChild(header, inferred);
    } else {
        m_tree.eachChild(header, [&](std::uint32_t child) {
            std::uint32_t typeNode = 0;
            m_tree.eachChild(child, [&](std::uint32_t part) { typeNode = isType(m_tree.kind(part)) ? part : typeNode; });
            std::uint32_t name = m_tree.child(child, Syntax::Identifier);
            if (const std::uint32_t declarator = m_tree.child(child, Syntax::VariableDeclarator); declarator != 0)
                name = m_tree.child(declarator, Syntax::Identifier);
            const bool inferredVar = typeNode != 0 && m_context.textOf(typeNode) == "var";
            parameter(name != 0 ? m_context.nameOf(name) : core::StringId(0U), inferredVar ? 0 : typeNode,
                      dimensions(child) + (m_tree.kind(child) == Syntax::SpreadParameter ? 1U : 0U), m_context.lineOf(child));
            ++count;
        });
    }
    (*element).extra = count;
    if (code != 0)
        any(code);
}

void CodeWriter::methodReference(std::uint32_t node)
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        first = first == 0 ? child : first;
        last = child;
    });
    const bool constructor = last != 0 && m_tree.kind(last) == Syntax::KeywordNew;
    const Element element(*this, Op::MethodRef, m_context.lineOf(node),
                          constructor ? m_context.intern("<init>") : (last != 0 ? m_context.nameOf(last) : core::StringId(0U)));
    if (first != 0 && first != last)
        expression(first);
}

} // namespace naru::analyzers::java
