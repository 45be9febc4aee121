#pragma once

#include "analyzers/java/CodeWriter.h"

namespace naru::analyzers::java {

struct DocTag;

/// Reads packages, imports, types, members and annotations of one file.
class DeclarationReader {
public:
    explicit DeclarationReader(ReadingContext& context) : m_context(context), m_tree(context.tree), m_facts(context.facts), m_code(context)
    {
    }

    void run();

private:
    void topLevel(std::uint32_t node);
    void importDeclaration(std::uint32_t node);
    void typeDeclaration(std::uint32_t node, std::uint32_t outer);
    void readType(std::uint32_t node, std::uint32_t type);
    void readBody(std::uint32_t body, std::uint32_t type);
    void bodyElement(std::uint32_t node, std::uint32_t type);
    void readPending();

    void fields(std::uint32_t node, std::uint32_t type);
    void enumConstant(std::uint32_t node, std::uint32_t type);
    void method(std::uint32_t node, std::uint32_t type);
    void initializer(std::uint32_t node, std::uint32_t type);
    void annotationElement(std::uint32_t node, std::uint32_t type);

    std::uint32_t addMember(MemberFact member, std::uint32_t node);
    void readMethodBody(std::uint32_t member, std::uint32_t block);
    Range parameters(std::uint32_t list, std::uint32_t type, std::uint32_t member);
    Range typeParameters(std::uint32_t node);
    void annotations(std::uint32_t modifiers, std::uint32_t type, std::uint32_t member, std::uint32_t parameter);
    void annotation(std::uint32_t node, std::uint32_t type, std::uint32_t member, std::uint32_t parameter);
    void annotationArgument(std::uint32_t value);
    [[nodiscard]] std::uint32_t memberFlags(std::uint32_t modifiers) const;
    [[nodiscard]] bool hasModifier(std::uint32_t modifiers, std::string_view word) const;
    /// The first sentence before a type or member; tags of XDoclet are kept with its annotations.
    core::StringId comment(std::uint32_t node, std::uint32_t type, std::uint32_t member);
    void docTag(const DocTag& tag, std::uint32_t comment, std::uint32_t type, std::uint32_t member);

    ReadingContext& m_context;
    const FlatTree& m_tree;
    FileFacts& m_facts;
    CodeWriter m_code;
};

} // namespace naru::analyzers::java
