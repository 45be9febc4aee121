#include "analyzers/bytecode/SignatureReader.h"

#include <algorithm>

namespace naru::analyzers::bytecode {

using java::Op;

namespace {

constexpr int kDeepest = 64;

std::string_view primitiveName(char tag)
{
    switch (tag) {
    case 'B':
        return "byte";
    case 'C':
        return "char";
    case 'D':
        return "double";
    case 'F':
        return "float";
    case 'I':
        return "int";
    case 'J':
        return "long";
    case 'S':
        return "short";
    case 'Z':
        return "boolean";
    case 'V':
        return "void";
    default:
        return {};
    }
}

} // namespace

Node* SignatureReader::type(std::string_view text)
{
    m_rest = text;
    return next(0);
}

Node* SignatureReader::classNamed(std::string_view binaryName)
{
    if (binaryName.starts_with('['))
        return type(binaryName);
    return m_nodes.named(Op::Type, m_line, m_file.sourceName(binaryName));
}

Node* SignatureReader::next(int depth)
{
    if (depth > kDeepest || m_rest.empty()) {
        m_rest = {};
        return m_nodes.make(Op::NoType, m_line);
    }
    const char tag = get();
    if (const std::string_view primitive = primitiveName(tag); !primitive.empty())
        return m_nodes.named(Op::Type, m_line, primitive);
    switch (tag) {
    case '[': {
        unsigned dimensions = 1;
        while (peek() == '[' && dimensions < 255) {
            get();
            ++dimensions;
        }
        Node* element = next(depth + 1);
        element->flags = static_cast<std::uint8_t>(dimensions);
        return element;
    }
    case 'T': {
        const std::size_t end = std::min(m_rest.find(';'), m_rest.size());
        Node* variable = m_nodes.named(Op::Type, m_line, m_rest.substr(0, end));
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        return variable;
    }
    case 'L':
        return classType(depth);
    default:
        m_rest = {};
        return m_nodes.make(Op::NoType, m_line);
    }
}

Node* SignatureReader::classType(int depth)
{
    const std::size_t end = std::min(m_rest.find_first_of(";<."), m_rest.size());
    std::string binary(m_rest.substr(0, end));
    m_rest.remove_prefix(end);
    Node* type = m_nodes.make(Op::Type, m_line);
    while (!m_rest.empty()) {
        const char c = get();
        if (c == ';')
            break;
        if (c == '<') {
            type->children.clear();
            arguments(*type, depth);
        } else if (c == '.') {
            const std::size_t stop = std::min(m_rest.find_first_of(";<."), m_rest.size());
            binary.append("$").append(m_rest.substr(0, stop));
            m_rest.remove_prefix(stop);
            type->children.clear();
        }
    }
    type->text = m_nodes.intern()(m_file.sourceName(binary)).value;
    return type;
}

void SignatureReader::arguments(Node& type, int depth)
{
    while (!m_rest.empty() && peek() != '>') {
        const char c = peek();
        if (c == '*' || c == '+' || c == '-') {
            get();
            Node* wildcard = m_nodes.make(Op::Wildcard, m_line);
            wildcard->flags = c == '*' ? 0 : c == '+' ? 1 : 2;
            if (c != '*')
                NodePool::add(*wildcard, next(depth + 1));
            NodePool::add(type, wildcard);
        } else {
            NodePool::add(type, next(depth + 1));
        }
    }
    get();
}

std::vector<TypeParameter> SignatureReader::typeParameters()
{
    std::vector<TypeParameter> found;
    if (peek() != '<')
        return found;
    get();
    while (!m_rest.empty() && peek() != '>') {
        const std::size_t colon = std::min(m_rest.find(':'), m_rest.size());
        TypeParameter parameter{m_rest.substr(0, colon), nullptr};
        m_rest.remove_prefix(colon);
        while (peek() == ':') {
            get();
            if (peek() == ':' || peek() == '>')
                continue; // no class bound
            Node* bound = next(1);
            const bool plainObject = m_nodes.intern()("Object").value == bound->text;
            if (parameter.bound == nullptr && !plainObject)
                parameter.bound = bound;
        }
        found.push_back(parameter);
    }
    get();
    return found;
}

MethodSignature SignatureReader::method(std::string_view text)
{
    m_rest = text;
    MethodSignature signature;
    signature.typeParameters = typeParameters();
    if (get() != '(')
        return signature;
    while (!m_rest.empty() && peek() != ')')
        signature.parameters.push_back(next(0));
    get();
    signature.result = next(0);
    return signature;
}

ClassSignature SignatureReader::classSignature(std::string_view text)
{
    m_rest = text;
    ClassSignature signature;
    signature.typeParameters = typeParameters();
    while (!m_rest.empty())
        signature.supers.push_back(next(0));
    return signature;
}

std::vector<std::string_view> SignatureReader::parameters(std::string_view descriptor, std::string_view* result)
{
    std::vector<std::string_view> found;
    std::size_t at = descriptor.starts_with('(') ? 1 : descriptor.size();
    while (at < descriptor.size() && descriptor[at] != ')') {
        const std::size_t start = at;
        while (at < descriptor.size() && descriptor[at] == '[')
            ++at;
        if (at < descriptor.size() && descriptor[at] == 'L')
            at = std::min(descriptor.find(';', at), descriptor.size() - 1);
        ++at;
        found.push_back(descriptor.substr(start, std::min(at, descriptor.size()) - start));
    }
    if (result != nullptr)
        *result = at < descriptor.size() ? descriptor.substr(at + 1) : std::string_view();
    return found;
}

} // namespace naru::analyzers::bytecode
