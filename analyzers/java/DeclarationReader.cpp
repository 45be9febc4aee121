#include "analyzers/java/DeclarationReader.h"

#include "analyzers/java/DocComment.h"
#include "analyzers/java/DocTags.h"
#include "analyzers/java/TypeShape.h"

#include <algorithm>

namespace naru::analyzers::java {

using core::MemberFlag;
using core::MemberKind;
using core::TypeKind;

void DeclarationReader::run()
{
    m_tree.eachChild(0, [&](std::uint32_t node) { topLevel(node); });
    readPending();
    constexpr std::size_t kMostErrors = 20;
    std::size_t left = m_tree.faults; // most files have none, and need not be walked for them
    for (std::uint32_t i = 0; left > 0 && i < m_tree.nodes.size() && m_facts.errorLines.size() < kMostErrors; ++i)
        if (m_tree.kind(i) == Syntax::Error || m_tree.nodes[i].missing != 0) {
            m_facts.errorLines.push_back(m_context.lineOf(i));
            --left;
        }
    std::ranges::sort(m_facts.errorLines);
    m_facts.errorLines.erase(std::ranges::unique(m_facts.errorLines).begin(), m_facts.errorLines.end());
}

void DeclarationReader::topLevel(std::uint32_t node)
{
    switch (m_tree.kind(node)) {
    case Syntax::PackageDeclaration:
        m_tree.eachChild(node, [&](std::uint32_t child) {
            if (m_tree.kind(child) == Syntax::Identifier || m_tree.kind(child) == Syntax::ScopedIdentifier)
                m_facts.package = m_context.dottedName(child);
        });
        return;
    case Syntax::ImportDeclaration:
        importDeclaration(node);
        return;
    case Syntax::Error:
        m_tree.eachChild(node, [&](std::uint32_t child) { topLevel(child); });
        return;
    default:
        if (isTypeDeclaration(m_tree.kind(node)))
            typeDeclaration(node, kNone);
    }
}

void DeclarationReader::importDeclaration(std::uint32_t node)
{
    ImportFact fact;
    fact.line = m_context.lineOf(node);
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (m_tree.kind(child) == Syntax::Asterisk)
            fact.wildcard = true;
        else if (!fact.name.valid())
            fact.name = m_context.dottedName(child);
    });
    std::string_view rest = m_context.textOf(node).substr(std::string_view("import").size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    constexpr std::string_view kStatic = "static";
    fact.isStatic =
        rest.starts_with(kStatic) && rest.size() > kStatic.size() && (rest[kStatic.size()] == ' ' || rest[kStatic.size()] == '\t');
    if (fact.name.valid())
        m_facts.imports.push_back(fact);
}

void DeclarationReader::typeDeclaration(std::uint32_t node, std::uint32_t outer)
{
    const auto index = static_cast<std::uint32_t>(m_facts.types.size());
    TypeFact fact;
    fact.outer = outer;
    m_facts.types.push_back(fact);
    readType(node, index);
}

void DeclarationReader::readPending()
{
    for (std::size_t i = 0; i < m_context.pending.size(); ++i) { // reading one may add more
        const PendingType pending = m_context.pending[i];
        if (m_tree.kind(pending.node) == Syntax::ClassBody)
            readBody(pending.node, pending.type);
        else
            readType(pending.node, pending.type);
    }
    m_context.pending.clear();
}

void DeclarationReader::readType(std::uint32_t node, std::uint32_t type)
{
    TypeFact fact = m_facts.types[type];
    const Syntax syntax = m_tree.kind(node);
    fact.kind = typeKindOf(syntax);
    fact.line = m_context.lineOf(node);
    fact.endLine = m_context.endLineOf(node);
    fact.comment = comment(node, type, kNone);
    std::uint32_t body = 0;
    std::uint32_t modifiers = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        switch (m_tree.kind(child)) {
        case Syntax::Modifiers:
            modifiers = child;
            break;
        case Syntax::Identifier:
            if (!fact.name.valid()) {
                fact.name = m_context.nameOf(child);
                fact.line = m_context.lineOf(child);
            }
            break;
        case Syntax::TypeParameters:
            fact.typeParameters = typeParameters(child);
            break;
        case Syntax::Superclass:
            if (const Range range = m_code.types(child); range.count > 0)
                fact.superclass = range.first;
            break;
        case Syntax::SuperInterfaces:
        case Syntax::ExtendsInterfaces:
            if (const std::uint32_t list = m_tree.child(child, Syntax::TypeList); list != 0)
                fact.interfaces = m_code.types(list);
            break;
        case Syntax::FormalParameters:
            fact.components = parameters(child, type, kNone);
            break;
        case Syntax::ClassBody:
        case Syntax::InterfaceBody:
        case Syntax::EnumBody:
        case Syntax::AnnotationTypeBody:
            body = child;
            break;
        default:
            break;
        }
    });
    if (!fact.name.valid())
        fact.name = core::StringId(0U);
    fact.flags = typeFlags(modifiers != 0 ? m_context.textOf(modifiers) : std::string_view(), fact.kind);
    m_facts.types[type] = fact;
    annotations(modifiers, type, kNone, kNone);
    if (body != 0)
        readBody(body, type);
}

void DeclarationReader::readBody(std::uint32_t body, std::uint32_t type)
{
    m_tree.eachChild(body, [&](std::uint32_t node) { bodyElement(node, type); });
}

void DeclarationReader::bodyElement(std::uint32_t node, std::uint32_t type)
{
    m_context.currentType = type;
    m_context.currentMember = kNone;
    switch (m_tree.kind(node)) {
    case Syntax::FieldDeclaration:
    case Syntax::ConstantDeclaration:
    case Syntax::LocalVariable:
        fields(node, type);
        return; // a local variable only after a syntax error
    case Syntax::EnumConstant:
        enumConstant(node, type);
        return;
    case Syntax::EnumBodyDeclarations:
    case Syntax::Error:
        readBody(node, type);
        return;
    case Syntax::MethodDeclaration:
    case Syntax::ConstructorDeclaration:
    case Syntax::CompactConstructor:
        method(node, type);
        return;
    case Syntax::Block:
    case Syntax::StaticInitializer:
        initializer(node, type);
        return;
    case Syntax::AnnotationElement:
        annotationElement(node, type);
        return;
    default:
        if (isTypeDeclaration(m_tree.kind(node)))
            typeDeclaration(node, type);
    }
}

core::StringId DeclarationReader::comment(std::uint32_t node, std::uint32_t type, std::uint32_t member)
{
    const std::uint32_t start = m_tree.nodes[node].start;
    const auto& comments = m_tree.docComments;
    const auto behind = std::ranges::upper_bound(comments, start, {}, &ByteRange::end);
    if (behind == comments.begin())
        return {};
    const ByteRange found = *std::prev(behind);
    const std::string_view between = m_context.text.substr(found.end, start - found.end);
    if (between.find_first_not_of(" \t\r\n") != std::string_view::npos && !onlyComments(between))
        return {};
    const std::string_view text = m_context.text.substr(found.start, found.end - found.start);
    for (const DocTag& tag : descriptorTags(text))
        docTag(tag, found.start, type, member);
    std::string sentence = firstSentence(text);
    if (!sentence.empty() && isOneName(sentence) && std::prev(behind) != comments.begin()) { // "/** list of orders */ /** kim */"
        const ByteRange above = *std::prev(behind, 2);
        if (const std::string_view gap = m_context.text.substr(above.end, found.start - above.end); onlyComments(gap) && above.end <= found.start)
            if (std::string other = firstSentence(m_context.text.substr(above.start, above.end - above.start)); !isOneName(other))
                sentence = std::move(other);
    }
    return sentence.empty() ? core::StringId() : m_context.intern(sentence);
}

/// A tag becomes an annotation whose name begins with its sign, which no annotation of the language has.
void DeclarationReader::docTag(const DocTag& tag, std::uint32_t comment, std::uint32_t type, std::uint32_t member)
{
    AnnotationFact fact{m_context.intern("@" + tag.name), type, member, kNone, m_context.lineAt(comment + static_cast<std::uint32_t>(tag.at)), {}};
    fact.args = {static_cast<std::uint32_t>(m_facts.annotationArgs.size()), static_cast<std::uint32_t>(tag.attributes.size())};
    for (const auto& [key, value] : tag.attributes) {
        m_facts.annotationArgs.push_back({m_context.intern(key), static_cast<std::uint32_t>(m_facts.code.size())});
        m_facts.code.push_back({.op = Op::Literal,
                                .extra = static_cast<std::uint16_t>(LiteralKind::String),
                                .text = m_context.intern(value).value,
                                .line = fact.line});
    }
    m_facts.annotations.push_back(fact);
}

void DeclarationReader::annotations(std::uint32_t modifiers, std::uint32_t type, std::uint32_t member, std::uint32_t parameter)
{
    if (modifiers == 0)
        return;
    m_tree.eachChild(modifiers, [&](std::uint32_t node) { annotation(node, type, member, parameter); });
}

void DeclarationReader::annotation(std::uint32_t node, std::uint32_t type, std::uint32_t member, std::uint32_t parameter)
{
    const Syntax kind = m_tree.kind(node);
    const std::uint32_t name = m_tree.firstChild(node);
    if ((kind != Syntax::Annotation && kind != Syntax::MarkerAnnotation) || name == 0)
        return;
    AnnotationFact fact{m_context.dottedName(name), type, member, parameter, m_context.lineOf(node), {}};
    fact.args.first = static_cast<std::uint32_t>(m_facts.annotationArgs.size());
    const std::uint32_t list = m_tree.child(node, Syntax::AnnotationArguments);
    if (list != 0)
        m_tree.eachChild(list, [&](std::uint32_t value) { annotationArgument(value); });
    fact.args.count = static_cast<std::uint32_t>(m_facts.annotationArgs.size()) - fact.args.first;
    m_facts.annotations.push_back(fact);
    if (list == 0)
        return;
    // Annotations within annotations (named queries, columns of a key) count as uses of their own at the same target.
    const std::uint32_t end = m_tree.nodes[list].next;
    for (std::uint32_t i = list + 1; i < end; ++i) {
        const Syntax inner = m_tree.kind(i);
        if (inner != Syntax::Annotation && inner != Syntax::MarkerAnnotation)
            continue;
        annotation(i, type, member, parameter);
        i = m_tree.nodes[i].next - 1;
    }
}

void DeclarationReader::annotationArgument(std::uint32_t value)
{
    core::StringId key = m_context.intern("value");
    if (m_tree.kind(value) == Syntax::ElementValuePair) {
        const std::uint32_t named = m_tree.firstChild(value);
        if (named == 0 || m_tree.nodes[named].next >= m_tree.nodes[value].next)
            return;
        key = m_context.nameOf(named);
        value = m_tree.nodes[named].next;
    }
    m_facts.annotationArgs.push_back({key, m_code.elementValue(value)});
}

} // namespace naru::analyzers::java
