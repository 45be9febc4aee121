#pragma once

#include "analyzers/java/ReadingContext.h"

namespace naru::analyzers::java {

/// Writes types, expressions and statements of a syntax tree as FileFacts::code.
/// Nesting beyond a fixed depth is left out and noted, so that no input can exhaust the stack here or in the readers of the code.
class CodeWriter {
public:
    explicit CodeWriter(ReadingContext& context) : m_context(context), m_tree(context.tree), m_code(context.facts.code) {}

    /// Each returns the index of what it wrote.
    std::uint32_t type(std::uint32_t node, unsigned extraDimensions = 0);
    std::uint32_t expression(std::uint32_t node);
    std::uint32_t body(std::uint32_t block);
    /// The types below a node (a list of supertypes, a throws clause), as siblings.
    Range types(std::uint32_t parent);
    /// Arguments of an enum constant as a `new` of its type; `anonymous` is the index of its class body, or kNone.
    std::uint32_t enumConstant(core::StringId enumName, std::uint32_t node, std::uint32_t anonymous);
    /// A value of an annotation.
    std::uint32_t elementValue(std::uint32_t node) { return expression(node); }
    [[nodiscard]] unsigned dimensions(std::uint32_t node) const;
    /// Declares a local or anonymous class and queues its body.
    std::uint32_t declareLocal(std::uint32_t node, std::uint32_t superclass);

private:
    /// One element while its children are written.
    class Element;
    friend class Element;

    void any(std::uint32_t node);
    void children(std::uint32_t node);
    void statement(std::uint32_t node);
    void localVariables(std::uint32_t node);
    void forEach(std::uint32_t node);
    void resource(std::uint32_t node);
    void catchClause(std::uint32_t node);
    void switchBlock(std::uint32_t node);
    void caseLabels(std::uint32_t node);
    void pattern(std::uint32_t node);

    void value(std::uint32_t node);
    void fieldAccess(std::uint32_t node);
    void call(std::uint32_t node);
    void explicitConstructorCall(std::uint32_t node);
    void creation(std::uint32_t node);
    void arrayCreation(std::uint32_t node);
    void binary(std::uint32_t node);
    void assignment(std::uint32_t node);
    void instanceOf(std::uint32_t node);
    void cast(std::uint32_t node);
    void lambda(std::uint32_t node);
    void methodReference(std::uint32_t node);
    void stringLiteral(std::uint32_t node);
    void interpolated(std::uint32_t node);
    void literal(std::uint32_t node, LiteralKind kind);
    void anyType(std::uint32_t node);
    void arguments(std::uint32_t list);
    void parameter(core::StringId name, std::uint32_t typeNode, unsigned dims, std::uint32_t line);

    [[nodiscard]] Operator operatorOf(Syntax kind) const;
    [[nodiscard]] static bool isType(Syntax kind);
    std::uint32_t leaf(Op op, std::uint32_t node, core::StringId text = {}, std::uint16_t extra = 0);

    static constexpr int kDeepest = 1000;

    ReadingContext& m_context;
    const FlatTree& m_tree;
    std::vector<Code>& m_code;
    int m_depth = 0;
};

} // namespace naru::analyzers::java
