#include "analyzers/bytecode/ClassFacts.h"

#include <algorithm>

namespace naru::analyzers::bytecode {

using core::MemberFlag;
using core::MemberKind;
using core::TypeFlag;
using core::TypeKind;
using java::kNone;
using java::Op;

namespace {

TypeKind kindOf(std::uint16_t access, std::string_view superclass)
{
    if ((access & kAnnotation) != 0)
        return TypeKind::Annotation;
    if ((access & kInterface) != 0)
        return TypeKind::Interface;
    if ((access & kEnum) != 0)
        return TypeKind::Enum;
    return superclass == "java/lang/Record" ? TypeKind::Record : TypeKind::Class;
}

std::uint32_t typeFlags(std::uint16_t access)
{
    std::uint32_t flags = 0;
    const auto set = [&](TypeFlag flag, std::uint16_t bit) { flags |= (access & bit) != 0 ? static_cast<std::uint32_t>(flag) : 0U; };
    set(TypeFlag::Abstract, kAbstract);
    set(TypeFlag::Static, kStatic);
    set(TypeFlag::Final, kFinal);
    set(TypeFlag::Public, kPublic);
    return flags;
}

} // namespace

std::uint32_t ClassFacts::memberFlags(std::uint16_t access)
{
    std::uint32_t flags = 0;
    const auto set = [&](MemberFlag flag, std::uint16_t bit) { flags |= (access & bit) != 0 ? static_cast<std::uint32_t>(flag) : 0U; };
    set(MemberFlag::Static, kStatic);
    set(MemberFlag::Abstract, kAbstract);
    set(MemberFlag::Public, kPublic);
    set(MemberFlag::Private, kPrivate);
    set(MemberFlag::Final, kFinal);
    set(MemberFlag::Synchronized, kSynchronized);
    return flags;
}

void ClassFacts::run()
{
    GroupedClass& top = m_group.classes.front();
    const std::string_view name = top.file.name;
    if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos) {
        std::string package(name.substr(0, slash));
        std::ranges::replace(package, '/', '.');
        m_facts.package = m_intern(package);
    }
    declareNamed(top, kNone, 0);
    for (bool progress = true; progress;) {
        progress = false;
        for (GroupedClass& entry : m_group.classes)
            if (entry.type == kNone && declareLocal(entry))
                progress = true;
    }
    for (GroupedClass& entry : m_group.classes)
        if (entry.type != kNone)
            bodies(entry);
    m_facts.code.shrink_to_fit();
}

void ClassFacts::declareNamed(GroupedClass& entry, std::uint32_t outer, int depth)
{
    constexpr int kDeepest = 64;
    if (depth > kDeepest || entry.type != kNone)
        return;
    type(entry, outer);
    for (GroupedClass& other : m_group.classes) {
        const InnerClass* inner = other.file.inner(other.file.name);
        if (inner != nullptr && inner->outer == entry.file.name && !inner->simple.empty())
            declareNamed(other, entry.type, depth + 1);
    }
}

/// Local and anonymous classes follow the class in whose code they stand.
bool ClassFacts::declareLocal(GroupedClass& entry)
{
    const ClassFile& file = entry.file;
    const InnerClass* inner = file.inner(file.name);
    if (inner != nullptr && !inner->outer.empty()) { // a member of a local class
        const GroupedClass* outer = m_group.find(inner->outer);
        if (outer == nullptr || outer->type == kNone || outer == &entry)
            return false;
        entry.local = outer->local;
        entry.inMember = kNone;
        declareNamed(entry, outer->type, 0);
        return true;
    }
    std::string_view enclosing = file.enclosingClass;
    if (enclosing.empty() && inner != nullptr)
        enclosing = file.name.substr(0, file.name.rfind('$'));
    GroupedClass* outer = enclosing.empty() ? nullptr : m_group.find(enclosing);
    if (outer == nullptr || outer->type == kNone || outer == &entry || (file.access & kSynthetic) != 0)
        return false;
    entry.local = true;
    entry.anonymous = inner == nullptr || inner->simple.empty();
    const auto member = [&](std::string_view name, std::string_view descriptor) {
        const auto found = outer->members.find({name, descriptor});
        return found != outer->members.end() ? found->second : kNone;
    };
    entry.inMember = member(file.enclosingMethod, file.enclosingDescriptor);
    if (entry.inMember == kNone) // in an initializer, or in a lambda of another compiler
        for (const std::string_view initializer : {"<init>", "<clinit>"})
            for (const auto& [key, number] : outer->members)
                if (entry.inMember == kNone && key.first == initializer)
                    entry.inMember = number;
    if (entry.inMember == kNone && !outer->members.empty())
        entry.inMember = outer->members.begin()->second;
    declareNamed(entry, outer->type, 0);
    return true;
}

void ClassFacts::type(GroupedClass& entry, std::uint32_t outer)
{
    const ClassFile& file = entry.file;
    const InnerClass* inner = file.inner(file.name);
    const std::uint16_t access = inner != nullptr ? static_cast<std::uint16_t>(inner->access | (file.access & kSynthetic)) : file.access;
    entry.type = static_cast<std::uint32_t>(m_facts.types.size());
    java::TypeFact fact;
    fact.kind = kindOf(access, file.superclass);
    fact.flags = typeFlags(access);
    fact.local = entry.local;
    fact.outer = outer;
    fact.inMember = entry.inMember;
    std::string_view simple = file.name.substr(file.name.rfind('/') + 1);
    if (inner != nullptr && !inner->simple.empty())
        simple = inner->simple;
    fact.name = entry.anonymous ? core::StringId(0U) : m_intern(fromModifiedUtf8(simple));
    std::uint32_t first = 0;
    for (const ClassMember& method : file.methods) {
        const BodyDecoder body(m_group, entry, method, m_nodes);
        if (const std::uint32_t line = body.firstLine(); line != 0)
            first = first == 0 ? line : std::min(first, line);
        fact.endLine = std::max(fact.endLine, body.lastLine());
    }
    fact.line = std::max(first, 1U);
    fact.endLine = std::max(fact.endLine, fact.line);
    supertypes(file, fact);
    m_facts.types.push_back(fact);
    annotations(entry, file.attributes, kNone, kNone, fact.line);
    members(entry);
}

void ClassFacts::supertypes(const ClassFile& file, java::TypeFact& fact)
{
    SignatureReader reader(file, m_nodes, fact.line);
    std::vector<Node*> supers;
    if (const std::string_view signature = ClassFile::attribute(file.attributes, "Signature"); signature.size() == 2) {
        ClassSignature read = reader.classSignature(file.utf8(ByteReader(signature).u2()));
        fact.typeParameters = typeParameters(read.typeParameters);
        supers = std::move(read.supers);
    }
    if (supers.size() != file.interfaces.size() + 1) {
        supers.clear();
        supers.push_back(reader.classNamed(file.superclass));
        for (const std::string_view interface : file.interfaces)
            supers.push_back(reader.classNamed(interface));
    }
    const bool anonymousOfInterface = fact.local && fact.name.value == 0 && !file.interfaces.empty();
    if (anonymousOfInterface) {
        fact.superclass = write(supers[1]);
        return;
    }
    const bool plain = file.superclass.empty() || file.superclass == "java/lang/Object" || file.superclass == "java/lang/Enum" ||
                       file.superclass == "java/lang/Record" || fact.kind == TypeKind::Enum || fact.kind == TypeKind::Interface ||
                       fact.kind == TypeKind::Annotation;
    if (!plain)
        fact.superclass = write(supers.front());
    for (std::size_t i = 1; i < supers.size() && fact.kind != TypeKind::Annotation; ++i) {
        const std::uint32_t at = write(supers[i]);
        if (fact.interfaces.count++ == 0)
            fact.interfaces.first = at;
    }
}

java::Range ClassFacts::typeParameters(const std::vector<TypeParameter>& parameters)
{
    java::Range range{static_cast<std::uint32_t>(m_facts.typeParameters.size()), 0};
    for (const TypeParameter& parameter : parameters) {
        m_facts.typeParameters.push_back({m_intern(parameter.name), parameter.bound != nullptr ? write(parameter.bound) : kNone});
        ++range.count;
    }
    return range;
}

/// What compilers add: bridges, accessors, bodies of lambdas, members of enums and records.
bool ClassFacts::leftOut(const ClassFile& file, const ClassMember& method)
{
    if ((method.access & (kSynthetic | kBridge)) != 0)
        return true;
    const bool isEnum = (file.access & kEnum) != 0;
    if (isEnum && ((method.name == "values" && method.descriptor.starts_with("()")) ||
                   (method.name == "valueOf" && method.descriptor.starts_with("(Ljava/lang/String;)"))))
        return true;
    if (file.superclass == "java/lang/Record" && (method.name == "toString" || method.name == "hashCode" || method.name == "equals"))
        return !file.bootstraps.empty() && ClassFile::attribute(method.attributes, "Code").size() < 64;
    if (method.name == "<init>") { // a constructor that only calls that of Object or the superclass was hardly written
        ByteReader in(ClassFile::attribute(method.attributes, "Code"));
        in.u4();
        const std::uint32_t length = in.u4();
        constexpr std::uint32_t kEmpty = 5;
        constexpr std::uint32_t kKeepsOuter = 5; // more, for the outer object
        const InnerClass* inner = file.inner(file.name);
        const bool inEnum = isEnum && method.descriptor.starts_with("(Ljava/lang/String;I)");
        const bool isInner = inner != nullptr && (inner->access & kStatic) == 0 && !inner->outer.empty() &&
                             method.descriptor == "(L" + std::string(inner->outer) + ";)V";
        return (method.descriptor == "()V" && length == kEmpty) || (inEnum && length <= kEmpty + 2) ||
               (isInner && length <= kEmpty + kKeepsOuter);
    }
    return false;
}

void ClassFacts::members(GroupedClass& entry)
{
    const ClassFile& file = entry.file;
    for (const ClassMember& member : file.fields)
        if ((member.access & kSynthetic) == 0)
            field(entry, member);
    for (const ClassMember& member : file.methods)
        if (!leftOut(file, member))
            method(entry, member);
}

void ClassFacts::field(GroupedClass& entry, const ClassMember& field)
{
    const std::uint32_t line = m_facts.types[entry.type].line;
    SignatureReader reader(entry.file, m_nodes, line);
    std::string_view type = field.descriptor;
    if (const std::string_view signature = ClassFile::attribute(field.attributes, "Signature"); signature.size() == 2)
        type = entry.file.utf8(ByteReader(signature).u2());
    java::MemberFact fact;
    fact.kind = MemberKind::Field;
    fact.name = m_intern(fromModifiedUtf8(field.name));
    fact.owner = entry.type;
    fact.flags = memberFlags(field.access);
    fact.enumConstant = (field.access & kEnum) != 0;
    fact.line = line;
    fact.endLine = line;
    fact.type = write(reader.type(type));
    if (const std::string_view value = ClassFile::attribute(field.attributes, "ConstantValue"); value.size() == 2)
        fact.body = write(constantNode(entry.file, ByteReader(value).u2(), m_nodes, line));
    const auto index = static_cast<std::uint32_t>(m_facts.members.size());
    m_facts.members.push_back(fact);
    entry.members.emplace(std::pair(field.name, field.descriptor), index);
    annotations(entry, field.attributes, index, kNone, line);
}

} // namespace naru::analyzers::bytecode
