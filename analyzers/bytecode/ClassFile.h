#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::bytecode {

/// Access flags of the class file format.
enum Access : std::uint16_t {
    kPublic = 0x0001,
    kPrivate = 0x0002,
    kStatic = 0x0008,
    kFinal = 0x0010,
    kSynchronized = 0x0020,
    kBridge = 0x0040,
    kVarargs = 0x0080,
    kInterface = 0x0200,
    kAbstract = 0x0400,
    kSynthetic = 0x1000,
    kAnnotation = 0x2000,
    kEnum = 0x4000,
    kModule = 0x8000,
};

enum class ConstantTag : std::uint8_t {
    None = 0,
    Utf8 = 1,
    Integer = 3,
    Float = 4,
    Long = 5,
    Double = 6,
    Class = 7,
    String = 8,
    Field = 9,
    Method = 10,
    InterfaceMethod = 11,
    NameAndType = 12,
    MethodHandle = 15,
    MethodType = 16,
    Dynamic = 17,
    InvokeDynamic = 18,
    Module = 19,
    Package = 20,
};

struct Constant {
    ConstantTag tag = ConstantTag::None;
    std::uint16_t a = 0; ///< first index, or the kind of a method handle
    std::uint16_t b = 0;
    std::uint64_t number = 0;
    std::string_view bytes; ///< of Utf8: modified UTF-8
};

struct Attribute {
    std::string_view name;
    std::string_view bytes;
};

struct ClassMember {
    std::uint16_t access = 0;
    std::string_view name;
    std::string_view descriptor;
    std::vector<Attribute> attributes;
};

/// One line of the InnerClasses attribute; names are binary (a/b/Outer$Inner).
struct InnerClass {
    std::string_view name;
    std::string_view outer;  ///< empty for local and anonymous classes
    std::string_view simple; ///< empty for anonymous classes
    std::uint16_t access = 0;
};

/// A field or method named by an instruction.
struct MemberReference {
    std::string_view owner; ///< binary name, or an array descriptor
    std::string_view name;
    std::string_view descriptor;
};

struct BootstrapMethod {
    std::uint16_t handle = 0;
    std::vector<std::uint16_t> arguments;
};

/// A class file of any version, read as far as its structure goes. Views point into the bytes it was read from.
class ClassFile {
public:
    /// Nothing when the bytes are no class file or break its structure.
    [[nodiscard]] static std::optional<ClassFile> read(std::string_view bytes);

    std::uint16_t major = 0;
    std::uint16_t access = 0;
    std::string_view name; ///< binary: a/b/Outer$Inner
    std::string_view superclass;
    std::vector<std::string_view> interfaces;
    std::vector<ClassMember> fields;
    std::vector<ClassMember> methods;
    std::vector<Attribute> attributes;
    std::vector<InnerClass> innerClasses;
    std::vector<BootstrapMethod> bootstraps;
    std::string_view enclosingClass;      ///< of local and anonymous classes
    std::string_view enclosingMethod;     ///< of the same; empty when in an initializer
    std::string_view enclosingDescriptor; ///< of the same

    [[nodiscard]] const Constant& constant(std::uint32_t index) const;
    [[nodiscard]] std::string_view utf8(std::uint32_t index) const;
    /// The name of a Class, String, Module or Package constant, or the descriptor of a MethodType.
    [[nodiscard]] std::string_view named(std::uint32_t index) const;
    [[nodiscard]] MemberReference reference(std::uint32_t index) const;
    /// The descriptor of the constructor of a class that this one calls; empty when it calls none.
    [[nodiscard]] std::string_view constructorOf(std::string_view binaryName) const;
    [[nodiscard]] static std::string_view attribute(const std::vector<Attribute>& attributes, std::string_view name);
    [[nodiscard]] const InnerClass* inner(std::string_view binaryName) const;
    /// `a.b.Outer.Inner` of a binary name, by the InnerClasses attribute; `java.lang.` is left out, as in source.
    [[nodiscard]] std::string sourceName(std::string_view binaryName) const;

    friend class ClassFileReader;

private:
    std::vector<Constant> m_constants;
};

/// Modified UTF-8 as UTF-8: encoded NUL and surrogate pairs are put right; anything broken becomes U+FFFD.
[[nodiscard]] std::string fromModifiedUtf8(std::string_view bytes);

} // namespace naru::analyzers::bytecode
