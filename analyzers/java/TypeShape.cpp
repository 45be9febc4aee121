#include "analyzers/java/TypeShape.h"

namespace naru::analyzers::java {

using core::TypeFlag;
using core::TypeKind;

bool isTypeDeclaration(Syntax kind)
{
    return kind == Syntax::ClassDeclaration || kind == Syntax::InterfaceDeclaration || kind == Syntax::EnumDeclaration ||
           kind == Syntax::RecordDeclaration || kind == Syntax::AnnotationTypeDeclaration;
}

TypeKind typeKindOf(Syntax kind)
{
    switch (kind) {
    case Syntax::InterfaceDeclaration:
        return TypeKind::Interface;
    case Syntax::EnumDeclaration:
        return TypeKind::Enum;
    case Syntax::RecordDeclaration:
        return TypeKind::Record;
    case Syntax::AnnotationTypeDeclaration:
        return TypeKind::Annotation;
    default:
        return TypeKind::Class;
    }
}

bool containsWord(std::string_view text, std::string_view word)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end])))
            return true;
    }
    return false;
}

std::uint32_t typeFlags(std::string_view modifiers, TypeKind kind)
{
    std::uint32_t flags = 0;
    const auto set = [&](TypeFlag flag, bool on) { flags |= on ? static_cast<std::uint32_t>(flag) : 0U; };
    set(TypeFlag::Abstract, containsWord(modifiers, "abstract") || kind == TypeKind::Interface || kind == TypeKind::Annotation);
    set(TypeFlag::Static, containsWord(modifiers, "static"));
    set(TypeFlag::Final, containsWord(modifiers, "final") || kind == TypeKind::Record);
    set(TypeFlag::Public, containsWord(modifiers, "public"));
    set(TypeFlag::Generated, modifiers.contains("@Generated") || modifiers.contains("annotation.Generated"));
    return flags;
}

} // namespace naru::analyzers::java
