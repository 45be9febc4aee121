#include "analyzers/java/Complexity.h"
#include "analyzers/java/DeclarationReader.h"
#include "analyzers/java/DocComment.h"
#include "analyzers/java/TypeShape.h"

namespace naru::analyzers::java {

using core::MemberFlag;
using core::MemberKind;
using core::TypeKind;

std::uint32_t CodeWriter::declareLocal(std::uint32_t node, std::uint32_t superclass)
{
    const auto index = static_cast<std::uint32_t>(m_context.facts.types.size());
    TypeFact fact;
    fact.local = true;
    fact.outer = m_context.currentType;
    fact.inMember = m_context.currentMember;
    fact.line = m_context.lineOf(node);
    fact.endLine = m_context.endLineOf(node);
    fact.superclass = superclass;
    if (m_tree.kind(node) == Syntax::ClassBody)
        fact.name = core::StringId(0U);
    else
        fact.kind = typeKindOf(m_tree.kind(node));
    if (const std::uint32_t name = m_tree.child(node, Syntax::Identifier); name != 0 && m_tree.kind(node) != Syntax::ClassBody)
        fact.name = m_context.nameOf(name); // known at once: the rest of the body may use it
    m_context.facts.types.push_back(fact);
    m_context.pending.push_back({node, index});
    return index;
}

std::uint32_t DeclarationReader::addMember(MemberFact member, std::uint32_t node)
{
    member.endLine = m_context.endLineOf(node);
    m_facts.members.push_back(member);
    const auto index = static_cast<std::uint32_t>(m_facts.members.size() - 1);
    core::StringId comment = this->comment(node, member.owner, index);
    if (!comment.valid() && member.kind == MemberKind::Method)
        if (const std::string label = labelAbove(m_context.text, m_tree.nodes[node].start); !label.empty())
            comment = m_context.intern(label);
    m_facts.members[index].comment = comment;
    m_context.currentMember = index;
    return index;
}

void DeclarationReader::fields(std::uint32_t node, std::uint32_t type)
{
    std::uint32_t typeNode = 0;
    std::uint32_t modifiers = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::Modifiers) {
            modifiers = child;
        } else if (kind == Syntax::VariableDeclarator) {
            const std::uint32_t name = m_tree.firstChild(child);
            if (name == 0 || typeNode == 0)
                return;
            MemberFact fact;
            fact.kind = MemberKind::Field;
            fact.name = m_context.nameOf(name);
            fact.owner = type;
            fact.line = m_context.lineOf(name);
            fact.flags = modifiers != 0 ? memberFlags(modifiers) : 0;
            if (m_tree.kind(node) == Syntax::ConstantDeclaration)
                fact.flags |= static_cast<std::uint32_t>(MemberFlag::Static) | static_cast<std::uint32_t>(MemberFlag::Public) |
                              static_cast<std::uint32_t>(MemberFlag::Final);
            fact.type = m_code.type(typeNode, m_code.dimensions(child));
            const std::uint32_t member = addMember(fact, node);
            m_facts.members[member].endLine = m_context.endLineOf(child);
            annotations(modifiers, type, member, kNone);
            m_tree.eachChild(child, [&](std::uint32_t value) {
                if (value != name && m_tree.kind(value) != Syntax::Dimensions)
                    m_facts.members[member].body = m_code.expression(value);
            });
        } else if (typeNode == 0) {
            typeNode = child;
        }
    });
}

void DeclarationReader::enumConstant(std::uint32_t node, std::uint32_t type)
{
    const std::uint32_t name = m_tree.child(node, Syntax::Identifier);
    if (name == 0)
        return;
    MemberFact fact;
    fact.kind = MemberKind::Field;
    fact.enumConstant = true;
    fact.name = m_context.nameOf(name);
    fact.owner = type;
    fact.line = m_context.lineOf(name);
    fact.flags = static_cast<std::uint32_t>(MemberFlag::Static) | static_cast<std::uint32_t>(MemberFlag::Public) |
                 static_cast<std::uint32_t>(MemberFlag::Final);
    const std::uint32_t member = addMember(fact, node);
    annotations(m_tree.child(node, Syntax::Modifiers), type, member, kNone);
    std::uint32_t anonymous = kNone;
    const core::StringId enumName = m_facts.types[type].name;
    if (const std::uint32_t body = m_tree.child(node, Syntax::ClassBody); body != 0)
        anonymous = m_code.declareLocal(body, kNone);
    const std::uint32_t value = m_code.enumConstant(enumName, node, anonymous);
    m_facts.members[member].body = value;
    m_facts.members[member].type = value + 1; // the type of the `new`
    if (anonymous != kNone)
        m_facts.types[anonymous].superclass = value + 1;
}

void DeclarationReader::method(std::uint32_t node, std::uint32_t type)
{
    MemberFact fact;
    fact.owner = type;
    fact.kind = m_tree.kind(node) == Syntax::MethodDeclaration ? MemberKind::Method : MemberKind::Constructor;
    const TypeKind ownerKind = m_facts.types[type].kind;
    std::uint32_t modifiers = 0;
    std::uint32_t typeNode = 0;
    std::uint32_t list = 0;
    std::uint32_t block = 0;
    const unsigned dims = m_code.dimensions(node);
    m_tree.eachChild(node, [&](std::uint32_t child) {
        switch (m_tree.kind(child)) {
        case Syntax::Modifiers:
            modifiers = child;
            break;
        case Syntax::TypeParameters:
            fact.typeParameters = typeParameters(child);
            break;
        case Syntax::Identifier:
            fact.name = fact.kind == MemberKind::Constructor ? m_context.intern("<init>") : m_context.nameOf(child);
            fact.line = m_context.lineOf(child);
            break;
        case Syntax::FormalParameters:
            list = child;
            break;
        case Syntax::Throws:
            fact.throws = m_code.types(child);
            break;
        case Syntax::Block:
        case Syntax::ConstructorBody:
            block = child;
            break;
        case Syntax::Dimensions:
        case Syntax::Annotation:
        case Syntax::MarkerAnnotation:
        case Syntax::Error:
            break;
        default:
            typeNode = child;
            break;
        }
    });
    if (!fact.name.valid())
        return;
    fact.flags = modifiers != 0 ? memberFlags(modifiers) : 0;
    fact.isDefault = modifiers != 0 && hasModifier(modifiers, "default");
    if (ownerKind == TypeKind::Interface || ownerKind == TypeKind::Annotation) {
        if (!has(fact.flags, MemberFlag::Private))
            fact.flags |= static_cast<std::uint32_t>(MemberFlag::Public);
        if (block == 0)
            fact.flags |= static_cast<std::uint32_t>(MemberFlag::Abstract);
    }
    if (typeNode != 0)
        fact.type = m_code.type(typeNode, dims);
    const std::uint32_t member = addMember(fact, node);
    annotations(modifiers, type, member, kNone);
    if (list != 0) {
        const Range range = parameters(list, type, member);
        m_facts.members[member].parameters = range;
    } else {
        m_facts.members[member].parameters = m_facts.types[type].components; // compact constructor
    }
    if (block != 0)
        readMethodBody(member, block);
}

void DeclarationReader::readMethodBody(std::uint32_t member, std::uint32_t block)
{
    const std::uint32_t body = m_code.body(block);
    const Complexity complexity = complexityOf(m_tree, m_context.text, block, m_facts.members[member].name, m_context.intern);
    MemberFact& fact = m_facts.members[member];
    fact.body = body;
    fact.cyclomatic = complexity.cyclomatic;
    fact.cognitive = complexity.cognitive;
}

void DeclarationReader::initializer(std::uint32_t node, std::uint32_t type)
{
    const bool isStatic = m_tree.kind(node) == Syntax::StaticInitializer;
    const std::uint32_t block = isStatic ? m_tree.child(node, Syntax::Block) : node;
    if (block == 0)
        return;
    MemberFact fact;
    fact.kind = MemberKind::Initializer;
    fact.name = m_context.intern(isStatic ? "<clinit>" : "<initializer>");
    fact.owner = type;
    fact.line = m_context.lineOf(node);
    fact.flags = isStatic ? static_cast<std::uint32_t>(MemberFlag::Static) : 0;
    readMethodBody(addMember(fact, node), block);
}

void DeclarationReader::annotationElement(std::uint32_t node, std::uint32_t type)
{
    MemberFact fact;
    fact.owner = type;
    fact.flags = static_cast<std::uint32_t>(MemberFlag::Abstract) | static_cast<std::uint32_t>(MemberFlag::Public);
    std::uint32_t typeNode = 0;
    std::uint32_t value = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::Modifiers || kind == Syntax::Dimensions)
            return;
        if (typeNode == 0) {
            typeNode = child;
        } else if (!fact.name.valid()) {
            fact.name = m_context.nameOf(child);
            fact.line = m_context.lineOf(child);
        } else {
            value = child;
        }
    });
    if (!fact.name.valid())
        return;
    fact.type = m_code.type(typeNode, m_code.dimensions(node));
    const std::uint32_t member = addMember(fact, node);
    if (value != 0)
        m_facts.members[member].body = m_code.elementValue(value);
}

Range DeclarationReader::parameters(std::uint32_t list, std::uint32_t type, std::uint32_t member)
{
    Range range{static_cast<std::uint32_t>(m_facts.parameters.size()), 0};
    m_tree.eachChild(list, [&](std::uint32_t node) {
        const bool variadic = m_tree.kind(node) == Syntax::SpreadParameter;
        if (!variadic && m_tree.kind(node) != Syntax::FormalParameter)
            return;
        ParameterFact fact;
        fact.variadic = variadic;
        fact.line = m_context.lineOf(node);
        fact.name = core::StringId(0U);
        std::uint32_t modifiers = 0;
        std::uint32_t typeNode = 0;
        unsigned dims = m_code.dimensions(node) + (variadic ? 1U : 0U);
        m_tree.eachChild(node, [&](std::uint32_t child) {
            switch (m_tree.kind(child)) {
            case Syntax::Modifiers:
                modifiers = child;
                break;
            case Syntax::Identifier:
                fact.name = m_context.nameOf(child);
                break;
            case Syntax::VariableDeclarator:
                if (const std::uint32_t name = m_tree.firstChild(child); name != 0)
                    fact.name = m_context.nameOf(name);
                dims += m_code.dimensions(child);
                break;
            case Syntax::Dimensions:
            case Syntax::Annotation:
            case Syntax::MarkerAnnotation:
                break;
            default:
                typeNode = child;
                break;
            }
        });
        if (typeNode != 0)
            fact.type = m_code.type(typeNode, dims);
        annotations(modifiers, type, member, range.count);
        m_facts.parameters.push_back(fact);
        ++range.count;
    });
    return range;
}

Range DeclarationReader::typeParameters(std::uint32_t node)
{
    Range range{static_cast<std::uint32_t>(m_facts.typeParameters.size()), 0};
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const std::uint32_t name = m_tree.child(child, Syntax::TypeIdentifier);
        if (m_tree.kind(child) != Syntax::TypeParameter || name == 0)
            return;
        TypeParameterFact fact{m_context.nameOf(name), kNone};
        if (const std::uint32_t bound = m_tree.child(child, Syntax::TypeBound); bound != 0)
            if (const Range bounds = m_code.types(bound); bounds.count > 0)
                fact.bound = bounds.first;
        m_facts.typeParameters.push_back(fact);
        ++range.count;
    });
    return range;
}

bool DeclarationReader::hasModifier(std::uint32_t modifiers, std::string_view word) const
{
    bool found = false;
    std::uint32_t from = m_tree.nodes[modifiers].start;
    const auto look = [&](std::uint32_t to) { found = found || containsWord(m_context.text.substr(from, to - from), word); };
    m_tree.eachChild(modifiers, [&](std::uint32_t child) {
        look(m_tree.nodes[child].start);
        from = m_tree.nodes[child].end;
    });
    look(m_tree.nodes[modifiers].end);
    return found;
}

std::uint32_t DeclarationReader::memberFlags(std::uint32_t modifiers) const
{
    constexpr std::pair<std::string_view, MemberFlag> kFlags[] = {
        {"static", MemberFlag::Static},   {"abstract", MemberFlag::Abstract}, {"public", MemberFlag::Public},
        {"private", MemberFlag::Private}, {"final", MemberFlag::Final},       {"synchronized", MemberFlag::Synchronized},
    };
    std::uint32_t flags = 0;
    for (const auto& [word, flag] : kFlags)
        if (hasModifier(modifiers, word))
            flags |= static_cast<std::uint32_t>(flag);
    return flags;
}

} // namespace naru::analyzers::java
