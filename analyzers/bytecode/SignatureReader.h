#pragma once

#include "analyzers/bytecode/ClassFile.h"
#include "analyzers/bytecode/NodePool.h"

#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::bytecode {

struct TypeParameter {
    std::string_view name;
    Node* bound = nullptr;
};

struct MethodSignature {
    std::vector<TypeParameter> typeParameters;
    std::vector<Node*> parameters;
    Node* result = nullptr;
};

struct ClassSignature {
    std::vector<TypeParameter> typeParameters;
    std::vector<Node*> supers; ///< superclass, then interfaces
};

/// Reads descriptors and generic signatures as types. Broken text gives NoType nodes.
class SignatureReader {
public:
    SignatureReader(const ClassFile& file, NodePool& nodes, std::uint32_t line = 0) : m_file(file), m_nodes(nodes), m_line(line) {}

    Node* type(std::string_view text);
    MethodSignature method(std::string_view text);
    ClassSignature classSignature(std::string_view text);
    /// A class by its binary name, or an array by its descriptor.
    Node* classNamed(std::string_view binaryName);

    /// The parameter descriptors of a method descriptor; `result` receives the rest.
    static std::vector<std::string_view> parameters(std::string_view descriptor, std::string_view* result = nullptr);

private:
    Node* next(int depth);
    Node* classType(int depth);
    void arguments(Node& type, int depth);
    std::vector<TypeParameter> typeParameters();
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    char get()
    {
        const char c = peek();
        if (!m_rest.empty())
            m_rest.remove_prefix(1);
        return c;
    }

    const ClassFile& m_file;
    NodePool& m_nodes;
    std::uint32_t m_line;
    std::string_view m_rest;
};

} // namespace naru::analyzers::bytecode
