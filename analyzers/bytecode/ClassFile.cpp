#include "analyzers/bytecode/ClassFile.h"

#include "analyzers/bytecode/ByteReader.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace naru::analyzers::bytecode {

class ClassFileReader {
public:
    explicit ClassFileReader(std::string_view bytes) : m_in(bytes) {}

    std::optional<ClassFile> run()
    {
        constexpr std::uint32_t kMagic = 0xCAFEBABE;
        if (m_in.u4() != kMagic)
            return std::nullopt;
        m_in.u2();
        m_class.major = m_in.u2();
        if (!constants())
            return std::nullopt;
        m_class.access = m_in.u2();
        m_class.name = m_class.named(m_in.u2());
        m_class.superclass = m_class.named(m_in.u2());
        const std::uint16_t interfaces = m_in.u2();
        for (std::uint16_t i = 0; i < interfaces && m_in.ok(); ++i)
            m_class.interfaces.push_back(m_class.named(m_in.u2()));
        members(m_class.fields);
        members(m_class.methods);
        m_class.attributes = attributes();
        if (!m_in.ok() || m_class.name.empty())
            return std::nullopt;
        innerClasses();
        bootstraps();
        enclosing();
        return std::move(m_class);
    }

private:
    bool constants()
    {
        const std::uint16_t count = m_in.u2();
        auto& all = m_class.m_constants;
        all.resize(std::max<std::size_t>(count, 1));
        for (std::uint16_t i = 1; i < count && m_in.ok(); ++i) {
            Constant& constant = all[i];
            constant.tag = static_cast<ConstantTag>(m_in.u1());
            switch (constant.tag) {
            case ConstantTag::Utf8:
                constant.bytes = m_in.take(m_in.u2());
                break;
            case ConstantTag::Integer:
            case ConstantTag::Float:
                constant.number = m_in.u4();
                break;
            case ConstantTag::Long:
            case ConstantTag::Double:
                constant.number = m_in.u8();
                ++i; // takes two places
                break;
            case ConstantTag::Class:
            case ConstantTag::String:
            case ConstantTag::MethodType:
            case ConstantTag::Module:
            case ConstantTag::Package:
                constant.a = m_in.u2();
                break;
            case ConstantTag::MethodHandle:
                constant.a = m_in.u1();
                constant.b = m_in.u2();
                break;
            case ConstantTag::Field:
            case ConstantTag::Method:
            case ConstantTag::InterfaceMethod:
            case ConstantTag::NameAndType:
            case ConstantTag::Dynamic:
            case ConstantTag::InvokeDynamic:
                constant.a = m_in.u2();
                constant.b = m_in.u2();
                break;
            default:
                return false;
            }
        }
        return m_in.ok();
    }

    std::vector<Attribute> attributes()
    {
        std::vector<Attribute> found;
        const std::uint16_t count = m_in.u2();
        for (std::uint16_t i = 0; i < count && m_in.ok(); ++i) {
            const std::string_view name = m_class.utf8(m_in.u2());
            found.push_back({name, m_in.take(m_in.u4())});
        }
        return found;
    }

    void members(std::vector<ClassMember>& to)
    {
        const std::uint16_t count = m_in.u2();
        for (std::uint16_t i = 0; i < count && m_in.ok(); ++i) {
            ClassMember member;
            member.access = m_in.u2();
            member.name = m_class.utf8(m_in.u2());
            member.descriptor = m_class.utf8(m_in.u2());
            member.attributes = attributes();
            to.push_back(std::move(member));
        }
    }

    void innerClasses()
    {
        ByteReader in(ClassFile::attribute(m_class.attributes, "InnerClasses"));
        const std::uint16_t count = in.u2();
        for (std::uint16_t i = 0; i < count && in.ok(); ++i) {
            InnerClass inner;
            inner.name = m_class.named(in.u2());
            inner.outer = m_class.named(in.u2());
            inner.simple = m_class.utf8(in.u2());
            inner.access = in.u2();
            m_class.innerClasses.push_back(inner);
        }
    }

    void bootstraps()
    {
        ByteReader in(ClassFile::attribute(m_class.attributes, "BootstrapMethods"));
        const std::uint16_t count = in.u2();
        for (std::uint16_t i = 0; i < count && in.ok(); ++i) {
            BootstrapMethod method;
            method.handle = in.u2();
            const std::uint16_t arguments = in.u2();
            for (std::uint16_t j = 0; j < arguments && in.ok(); ++j)
                method.arguments.push_back(in.u2());
            m_class.bootstraps.push_back(std::move(method));
        }
    }

    void enclosing()
    {
        ByteReader in(ClassFile::attribute(m_class.attributes, "EnclosingMethod"));
        m_class.enclosingClass = m_class.named(in.u2());
        const Constant& method = m_class.constant(in.u2());
        if (method.tag != ConstantTag::NameAndType)
            return;
        m_class.enclosingMethod = m_class.utf8(method.a);
        m_class.enclosingDescriptor = m_class.utf8(method.b);
    }

    ByteReader m_in;
    ClassFile m_class;
};

std::optional<ClassFile> ClassFile::read(std::string_view bytes)
{
    return ClassFileReader(bytes).run();
}

const Constant& ClassFile::constant(std::uint32_t index) const
{
    static constexpr Constant kNothing;
    return index < m_constants.size() ? m_constants[index] : kNothing;
}

std::string_view ClassFile::utf8(std::uint32_t index) const
{
    const Constant& found = constant(index);
    return found.tag == ConstantTag::Utf8 ? found.bytes : std::string_view();
}

std::string_view ClassFile::named(std::uint32_t index) const
{
    const Constant& found = constant(index);
    switch (found.tag) {
    case ConstantTag::Class:
    case ConstantTag::String:
    case ConstantTag::MethodType:
    case ConstantTag::Module:
    case ConstantTag::Package:
        return utf8(found.a);
    default:
        return {};
    }
}

MemberReference ClassFile::reference(std::uint32_t index) const
{
    const Constant& found = constant(index);
    const bool member = found.tag == ConstantTag::Field || found.tag == ConstantTag::Method || found.tag == ConstantTag::InterfaceMethod;
    const bool dynamic = found.tag == ConstantTag::InvokeDynamic || found.tag == ConstantTag::Dynamic;
    if (!member && !dynamic)
        return {};
    const Constant& signature = constant(found.b);
    if (signature.tag != ConstantTag::NameAndType)
        return {};
    return {member ? named(found.a) : std::string_view(), utf8(signature.a), utf8(signature.b)};
}

std::string_view ClassFile::constructorOf(std::string_view binaryName) const
{
    for (std::uint32_t i = 1; i < m_constants.size(); ++i) {
        if (m_constants[i].tag != ConstantTag::Method)
            continue;
        const MemberReference callee = reference(i);
        if (callee.name == "<init>" && callee.owner == binaryName)
            return callee.descriptor;
    }
    return {};
}

std::string_view ClassFile::attribute(const std::vector<Attribute>& attributes, std::string_view name)
{
    const auto found = std::ranges::find(attributes, name, &Attribute::name);
    return found != attributes.end() ? found->bytes : std::string_view();
}

const InnerClass* ClassFile::inner(std::string_view binaryName) const
{
    const auto found = std::ranges::find(innerClasses, binaryName, &InnerClass::name);
    return found != innerClasses.end() ? &*found : nullptr;
}

std::string ClassFile::sourceName(std::string_view binaryName) const
{
    constexpr int kDeepest = 32;
    std::string tail;
    for (int depth = 0; depth < kDeepest; ++depth) {
        const InnerClass* found = inner(binaryName);
        if (found == nullptr || found->outer.empty() || found->simple.empty())
            break;
        tail.insert(0, "." + std::string(found->simple));
        binaryName = found->outer;
    }
    if (const InnerClass* found = inner(binaryName); found != nullptr && found->outer.empty() && !found->simple.empty())
        return std::string(found->simple) + tail; // a local class is known by its simple name
    std::string dotted(binaryName);
    std::ranges::replace(dotted, '/', '.');
    constexpr std::string_view kLang = "java.lang.";
    if (dotted.starts_with(kLang) && dotted.find('.', kLang.size()) == std::string::npos)
        dotted.erase(0, kLang.size());
    return dotted + tail;
}

std::string fromModifiedUtf8(std::string_view bytes)
{
    const bool plain = std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
    if (plain)
        return std::string(bytes);
    std::string text;
    text.reserve(bytes.size());
    std::uint32_t high = 0;
    const auto append = [&](std::uint32_t character) {
        char buffer[4];
        std::int32_t length = 0;
        UBool error = 0;
        U8_APPEND(reinterpret_cast<std::uint8_t*>(buffer), length, 4, character, error);
        text.append(error == 0 ? std::string_view(buffer, static_cast<std::size_t>(length)) : std::string_view("\xEF\xBF\xBD"));
    };
    for (std::size_t i = 0; i < bytes.size();) {
        const auto byte = [&](std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; };
        const std::uint32_t first = byte(i);
        std::uint32_t character = 0xFFFD;
        std::size_t length = 1;
        if (first < 0x80U) {
            character = first;
        } else if ((first & 0xE0U) == 0xC0U) {
            character = ((first & 0x1FU) << 6U) | (byte(i + 1) & 0x3FU);
            length = 2;
        } else if ((first & 0xF0U) == 0xE0U) {
            character = ((first & 0x0FU) << 12U) | ((byte(i + 1) & 0x3FU) << 6U) | (byte(i + 2) & 0x3FU);
            length = 3;
        }
        i += length;
        if (character >= 0xD800U && character < 0xDC00U) {
            high = character;
            continue;
        }
        if (high != 0 && character >= 0xDC00U && character < 0xE000U)
            character = 0x10000U + ((high - 0xD800U) << 10U) + (character - 0xDC00U);
        high = 0;
        append(character);
    }
    return text;
}

} // namespace naru::analyzers::bytecode
