#pragma once

#include "analyzers/bytecode/BodyDecoder.h"
#include "analyzers/bytecode/ClassGroup.h"
#include "analyzers/bytecode/NodePool.h"

namespace naru::analyzers::bytecode {

/// Writes the types, members and annotations of a group of classes as facts.
class ClassFacts {
public:
    ClassFacts(ClassGroup& group, java::Interner& intern, java::FileFacts& facts)
        : m_group(group),
          m_intern(intern),
          m_facts(facts),
          m_nodes(intern)
    {
    }

    void run();

private:
    void declareNamed(GroupedClass& entry, std::uint32_t outer, int depth);
    bool declareLocal(GroupedClass& entry);
    void type(GroupedClass& entry, std::uint32_t outer);
    void supertypes(const ClassFile& file, java::TypeFact& fact);
    void members(GroupedClass& entry);
    void field(GroupedClass& entry, const ClassMember& field);
    void method(GroupedClass& entry, const ClassMember& method);
    void parameters(GroupedClass& entry, const ClassMember& method, const BodyDecoder& body, java::MemberFact& fact);
    void bodies(GroupedClass& entry);
    void methodBody(GroupedClass& entry, const ClassMember& method);
    java::Range typeParameters(const std::vector<TypeParameter>& parameters);
    void annotations(const GroupedClass& entry, const std::vector<Attribute>& attributes, std::uint32_t member, std::uint32_t parameter,
                     std::uint32_t line);
    void annotation(ByteReader& in, const GroupedClass& entry, std::uint32_t member, std::uint32_t parameter, std::uint32_t line,
                    int depth);
    Node* elementValue(ByteReader& in, const GroupedClass& entry, std::uint32_t member, std::uint32_t parameter, std::uint32_t line,
                       int depth);
    [[nodiscard]] static bool leftOut(const ClassFile& file, const ClassMember& method);
    [[nodiscard]] static std::size_t addedParameters(const GroupedClass& entry, const ClassMember& method);
    std::uint32_t write(const Node* node) { return NodePool::write(*node, m_facts.code); }
    [[nodiscard]] static std::uint32_t memberFlags(std::uint16_t access);

    ClassGroup& m_group;
    java::Interner& m_intern;
    java::FileFacts& m_facts;
    NodePool m_nodes;
};

} // namespace naru::analyzers::bytecode
