#pragma once

#include "analyzers/bytecode/ByteReader.h"
#include "analyzers/bytecode/ClassGroup.h"
#include "analyzers/bytecode/NodePool.h"
#include "analyzers/bytecode/SignatureReader.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::bytecode {

/// A constant of the pool as a literal; wide for a long or double.
Node* constantNode(const ClassFile& file, std::uint32_t index, NodePool& nodes, std::uint32_t line);

/// A long or double takes two places.
[[nodiscard]] inline bool isWide(std::string_view descriptor)
{
    return descriptor == "J" || descriptor == "D";
}

/// Turns the instructions of one method back into the calls, accesses, strings and locals they were made from, so that what reads
/// source code reads them too. Follows the operand stack in the order of the instructions; jumps matter only where they carry values.
class BodyDecoder {
public:
    BodyDecoder(ClassGroup& group, GroupedClass& owner, const ClassMember& method, NodePool& nodes, int depth = 0);

    /// The body as a Block; null when there is none.
    Node* block();
    /// Values given to fields of the class itself in its static initializer; these are left out of the block.
    [[nodiscard]] std::map<std::string_view, Node*>& initialValues() { return m_initialValues; }
    [[nodiscard]] bool empty() const { return m_statements.empty(); }
    [[nodiscard]] std::uint16_t complexity() const { return m_complexity; }
    [[nodiscard]] std::uint32_t firstLine() const { return m_lines.empty() ? 0 : m_lines.front().second; }
    [[nodiscard]] std::uint32_t lastLine() const;
    /// The name of a parameter by its slot, or one made up.
    [[nodiscard]] std::string parameterName(unsigned slot) const;
    [[nodiscard]] bool hasCode() const { return !m_code.empty(); }

private:
    struct LocalName {
        std::uint32_t start = 0;
        std::uint32_t length = 0;
        std::string_view name;
        std::string_view type; ///< signature or descriptor
        std::uint16_t slot = 0;
    };
    using Stack = std::vector<Node*>;

    void readAttributes();
    void run();
    void instruction(std::uint8_t op);
    void wideInstruction();
    void constantInstruction(std::uint32_t index);
    void stackInstruction(std::uint8_t op);
    void arithmetic(std::uint8_t op);
    void switchInstruction(bool table);
    void enterHandler(std::string_view type);
    void jump(std::int64_t target, bool conditional);
    void join(Stack& kept, const Stack& others);
    void arrive(std::uint32_t pc);
    void condition(unsigned operands);

    void load(unsigned slot, bool wide);
    void store(unsigned slot);
    void increment(unsigned slot);
    [[nodiscard]] const LocalName* localAt(unsigned slot, std::uint32_t pc) const;
    void fieldInstruction(std::uint8_t op);
    void arrayStore();
    void newArray(Node* element, unsigned sizes);

    // calls
    void invoke(std::uint8_t op);
    void invokeConstructor(const MemberReference& callee, std::vector<Node*> arguments, const std::vector<std::string_view>& types,
                           Node* receiver);
    bool invokeAccessor(const MemberReference& callee, const std::vector<Node*>& arguments);
    bool boxing(const MemberReference& callee, const std::vector<Node*>& arguments, Node* receiver);
    void constructorArguments(std::string_view owner, std::vector<Node*>& arguments, std::vector<std::string_view>& types);
    void invokeDynamic();
    Node* lambda(const BootstrapMethod& bootstrap, const std::vector<Node*>& captured);
    Node* lambdaBody(const MemberReference& target, unsigned kind, const std::vector<Node*>& captured);
    Node* concatenation(std::string_view recipe, const BootstrapMethod& bootstrap, const std::vector<Node*>& arguments);
    Node* ownerExpression(std::string_view owner);
    Node* fitted(Node* argument, std::string_view type);
    Node* receiverOf(Node* object, std::string_view owner);
    Node* typeOf(std::string_view descriptor);

    // the stack
    Node* pop();
    void push(Node* node) { m_stack.push_back(node); }
    void drop(Node* node);
    Node* shared(std::size_t fromTop);
    void emit(Node* node);
    Node* bounded(Node* node);
    Node* make(java::Op op, std::initializer_list<Node*> children = {}) { return m_nodes.make(op, m_line, children); }

    static constexpr int kDeepestInlining = 12;
    static constexpr std::uint16_t kDeepestNode = 400;

    ClassGroup& m_group;
    GroupedClass& m_owner;
    const ClassFile& m_file;
    const ClassMember& m_method;
    NodePool& m_nodes;
    SignatureReader m_types;
    int m_depth;
    bool m_static;
    bool m_constructor;
    bool m_staticInitializer;

    std::string_view m_code;
    ByteReader m_in{std::string_view()};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_lines; ///< pc -> line, by pc
    std::vector<LocalName> m_locals;
    std::multimap<std::uint32_t, std::string_view> m_handlers; ///< pc -> caught type, empty for any
    std::map<std::uint32_t, Stack> m_arriving;                 ///< stacks that jumps bring
    Stack m_stack;
    bool m_reachable = true;
    std::uint32_t m_pc = 0;
    std::uint32_t m_line = 0;
    std::size_t m_nextLine = 0;
    std::uint16_t m_complexity = 1;
    unsigned m_temporaries = 0;

    std::vector<Node*> m_statements;
    std::map<std::string_view, Node*> m_initialValues;
    std::set<std::string> m_declared;
    std::map<unsigned, Node*> m_bound; ///< slots whose value is given from outside (inlined accessors)
    bool m_inlined = false;
    Node* m_result = nullptr;              ///< of an inlined accessor
    std::map<unsigned, Node*> m_slotTypes; ///< static type of what a slot holds
};

} // namespace naru::analyzers::bytecode
