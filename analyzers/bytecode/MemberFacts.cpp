#include "analyzers/bytecode/ClassFacts.h"

#include "core/base/PathNames.h"

#include <algorithm>

namespace naru::analyzers::bytecode {

using core::MemberFlag;
using core::MemberKind;
using core::TypeKind;
using java::kNone;
using java::LiteralKind;
using java::Op;

/// How many parameters the compiler puts before those that were written: name and number of an enum constant, the outer object.
std::size_t ClassFacts::addedParameters(const GroupedClass& entry, const ClassMember& method)
{
    if (method.name != "<init>")
        return 0;
    const ClassFile& file = entry.file;
    if ((file.access & kEnum) != 0 && method.descriptor.starts_with("(Ljava/lang/String;I"))
        return 2;
    const InnerClass* inner = file.inner(file.name);
    if (inner == nullptr || (inner->access & kStatic) != 0)
        return 0;
    const std::string_view outer = inner->outer.empty() ? file.enclosingClass : inner->outer;
    return !outer.empty() && method.descriptor.starts_with("(L" + std::string(outer) + ";") ? 1 : 0;
}

void ClassFacts::method(GroupedClass& entry, const ClassMember& method)
{
    const BodyDecoder body(m_group, entry, method, m_nodes);
    java::MemberFact fact;
    const bool initializer = method.name == "<clinit>" || (method.name == "<init>" && entry.anonymous); // new X() {{ ... }}
    fact.kind = initializer ? MemberKind::Initializer : method.name == "<init>" ? MemberKind::Constructor : MemberKind::Method;
    fact.name = m_intern(fromModifiedUtf8(method.name));
    fact.owner = entry.type;
    fact.flags = memberFlags(method.access);
    const TypeKind owner = m_facts.types[entry.type].kind;
    fact.isDefault = owner == TypeKind::Interface && (method.access & (kAbstract | kStatic | kPrivate)) == 0;
    fact.line = body.firstLine() != 0 ? body.firstLine() : m_facts.types[entry.type].line;
    fact.endLine = std::max(fact.line, body.lastLine());
    if (fact.kind != MemberKind::Initializer)
        parameters(entry, method, body, fact);
    const auto index = static_cast<std::uint32_t>(m_facts.members.size());
    m_facts.members.push_back(fact);
    entry.members.emplace(std::pair(method.name, method.descriptor), index);
    annotations(entry, method.attributes, index, kNone, fact.line);
    for (const std::string_view name : {"RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations"}) {
        ByteReader in(ClassFile::attribute(method.attributes, name));
        const std::uint8_t count = in.u1();
        for (std::uint8_t i = 0; i < count && in.ok(); ++i)
            for (std::uint16_t n = in.u2(); n > 0 && in.ok(); --n)
                annotation(in, entry, index, i, fact.line, 0);
    }
}

void ClassFacts::parameters(GroupedClass& entry, const ClassMember& method, const BodyDecoder& body, java::MemberFact& fact)
{
    SignatureReader reader(entry.file, m_nodes, fact.line);
    const std::size_t added = addedParameters(entry, method);
    std::vector<std::string_view> types = SignatureReader::parameters(method.descriptor);
    MethodSignature signature = reader.method(method.descriptor);
    if (const std::string_view attribute = ClassFile::attribute(method.attributes, "Signature"); attribute.size() == 2) {
        MethodSignature generic = reader.method(entry.file.utf8(ByteReader(attribute).u2()));
        fact.typeParameters = typeParameters(generic.typeParameters);
        const std::size_t written = std::min(generic.parameters.size(), signature.parameters.size());
        // Generic signatures leave out what the compiler has added in front.
        const std::size_t shift = std::min(signature.parameters.size() - written, added);
        for (std::size_t i = 0; i < written; ++i)
            if (i + shift < signature.parameters.size())
                signature.parameters[i + shift] = generic.parameters[i];
        if (generic.result != nullptr)
            signature.result = generic.result;
    }
    if (fact.kind == MemberKind::Method && signature.result != nullptr)
        fact.type = write(signature.result);
    ByteReader names(ClassFile::attribute(method.attributes, "MethodParameters"));
    const std::uint8_t named = names.u1();
    fact.parameters.first = static_cast<std::uint32_t>(m_facts.parameters.size());
    unsigned slot = (method.access & kStatic) != 0 ? 0 : 1;
    for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
        std::string name = body.parameterName(slot);
        if (i < named) {
            const std::string_view given = entry.file.utf8(names.u2());
            names.u2();
            if (!given.empty())
                name = fromModifiedUtf8(given);
        }
        if (i < types.size())
            slot += types[i] == "J" || types[i] == "D" ? 2 : 1;
        if (i < added)
            continue;
        java::ParameterFact parameter;
        parameter.name = m_intern(name);
        parameter.type = write(signature.parameters[i]);
        parameter.line = fact.line;
        parameter.variadic = (method.access & kVarargs) != 0 && i + 1 == signature.parameters.size();
        m_facts.parameters.push_back(parameter);
        ++fact.parameters.count;
    }
}

void ClassFacts::bodies(GroupedClass& entry)
{
    for (const ClassMember& method : entry.file.methods)
        if (entry.members.contains({method.name, method.descriptor}))
            methodBody(entry, method);
    for (GroupedClass& other : m_group.classes) { // local classes that have a name stand at the start of their member
        if (other.type == kNone || !other.local || other.placed || other.inMember == kNone || m_facts.types[other.type].outer != entry.type)
            continue;
        java::MemberFact& holder = m_facts.members[other.inMember];
        other.placed = true;
        Node* block = m_nodes.make(Op::Block, holder.line);
        Node* local = m_nodes.make(Op::LocalType, holder.line);
        local->text = other.type;
        NodePool::add(*block, local);
        if (holder.body == kNone) {
            holder.body = write(block);
            continue;
        }
        const std::vector<java::Code> old(m_facts.code.begin() + holder.body,
                                          m_facts.code.begin() + holder.body + m_facts.code[holder.body].size);
        holder.body = write(block);
        m_facts.code[holder.body].size += static_cast<std::uint32_t>(old.size());
        m_facts.code.insert(m_facts.code.end(), old.begin(), old.end());
    }
}

void ClassFacts::methodBody(GroupedClass& entry, const ClassMember& method)
{
    const std::uint32_t index = entry.members.at({method.name, method.descriptor});
    BodyDecoder body(m_group, entry, method, m_nodes);
    Node* block = body.block();
    for (const auto& [name, value] : body.initialValues())
        for (const auto& [key, number] : entry.members)
            if (key.first == name && m_facts.members[number].kind == MemberKind::Field && m_facts.members[number].body == kNone) {
                m_facts.members[number].body = write(value);
                m_facts.members[number].line = value->line != 0 ? value->line : m_facts.members[number].line;
            }
    java::MemberFact& fact = m_facts.members[index];
    if (block != nullptr && !block->children.empty())
        fact.body = write(block);
    else if (block != nullptr)
        fact.body = write(m_nodes.make(Op::Block, fact.line));
    if (block != nullptr) {
        fact.cyclomatic = body.complexity();
        fact.cognitive = static_cast<std::uint16_t>(body.complexity() - 1);
    }
}

void ClassFacts::annotations(const GroupedClass& entry, const std::vector<Attribute>& attributes, std::uint32_t member,
                             std::uint32_t parameter, std::uint32_t line)
{
    for (const std::string_view name : {"RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations"}) {
        ByteReader in(ClassFile::attribute(attributes, name));
        for (std::uint16_t n = in.u2(); n > 0 && in.ok(); --n)
            annotation(in, entry, member, parameter, line, 0);
    }
}

void ClassFacts::annotation(ByteReader& in, const GroupedClass& entry, std::uint32_t member, std::uint32_t parameter, std::uint32_t line,
                            int depth)
{
    const std::string_view descriptor = entry.file.utf8(in.u2());
    const std::string_view binary = descriptor.size() > 2 ? descriptor.substr(1, descriptor.size() - 2) : descriptor;
    const std::size_t place = m_facts.annotations.size();
    m_facts.annotations.push_back({m_intern(entry.file.sourceName(binary)), entry.type, member, parameter, line, {}});
    std::vector<java::AnnotationArgFact> arguments;
    for (std::uint16_t n = in.u2(); n > 0 && in.ok(); --n) {
        const core::StringId key = m_intern(fromModifiedUtf8(entry.file.utf8(in.u2())));
        if (Node* value = elementValue(in, entry, member, parameter, line, depth + 1); value != nullptr)
            arguments.push_back({key, write(value)});
    }
    m_facts.annotations[place].args = {static_cast<std::uint32_t>(m_facts.annotationArgs.size()),
                                       static_cast<std::uint32_t>(arguments.size())};
    m_facts.annotationArgs.insert(m_facts.annotationArgs.end(), arguments.begin(), arguments.end());
}

Node* ClassFacts::elementValue(ByteReader& in, const GroupedClass& entry, std::uint32_t member, std::uint32_t parameter, std::uint32_t line,
                               int depth)
{
    constexpr int kDeepest = 16;
    const ClassFile& file = entry.file;
    SignatureReader types(file, m_nodes, line);
    if (depth > kDeepest) {
        in.seek(static_cast<std::size_t>(-1));
        return nullptr;
    }
    switch (const char tag = static_cast<char>(in.u1()); tag) {
    case 's':
        return m_nodes.literal(LiteralKind::String, line, fromModifiedUtf8(file.utf8(in.u2())));
    case 'Z':
        return m_nodes.literal(LiteralKind::Boolean, line, file.constant(in.u2()).number != 0 ? "true" : "false");
    case 'e': {
        const std::string_view type = file.utf8(in.u2());
        Node* owner = types.classNamed(type.size() > 2 ? type.substr(1, type.size() - 2) : type);
        owner->op = Op::Name;
        const std::string_view qualified = m_intern.pool().view(core::StringId(owner->text)); // `Type.CONSTANT` as it would be written
        owner->text = m_intern(core::simpleName(qualified)).value;
        return m_nodes.named(Op::Field, line, fromModifiedUtf8(file.utf8(in.u2())), {owner});
    }
    case 'c': {
        Node* type = types.type(file.utf8(in.u2()));
        return m_nodes.make(Op::ClassLit, line, {type});
    }
    case '@': {
        const std::size_t place = m_facts.annotations.size();
        annotation(in, entry, member, parameter, line, depth + 1);
        Node* value = m_nodes.make(Op::AnnotationValue, line);
        value->text = m_facts.annotations[place].name.value;
        return value;
    }
    case '[': {
        Node* all = m_nodes.make(Op::ArrayInit, line);
        for (std::uint16_t n = in.u2(); n > 0 && in.ok(); --n)
            if (Node* value = elementValue(in, entry, member, parameter, line, depth + 1); value != nullptr)
                NodePool::add(*all, value);
        return all;
    }
    default:
        return constantNode(file, in.u2(), m_nodes, line);
    }
}

} // namespace naru::analyzers::bytecode
