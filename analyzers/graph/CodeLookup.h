#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "core/base/PathNames.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Ways to find types, members and annotations of a model in the state in which the linkers see it.
/// Names in the maps are views into the model's string pool.
class CodeLookup {
public:
    explicit CodeLookup(const CodeIndex& index);

    [[nodiscard]] const CodeIndex& index() const { return m_index; }
    [[nodiscard]] core::TypeId type(std::string_view qualified) const;
    /// The type of a qualified or simple name; a simple name only when it is unique.
    [[nodiscard]] core::TypeId anyType(std::string_view name) const;
    [[nodiscard]] std::span<const core::TypeId> typesNamed(std::string_view simple) const;
    [[nodiscard]] std::span<const core::MemberId> members(core::TypeId type) const;
    /// Methods of that name declared in the type itself.
    [[nodiscard]] std::vector<core::MemberId> methods(core::TypeId type, std::string_view name) const;
    /// The same, or of the nearest supertype that has one.
    [[nodiscard]] std::vector<core::MemberId> methodsInherited(core::TypeId type, std::string_view name) const;
    [[nodiscard]] core::MemberId field(core::TypeId type, std::string_view name) const;
    [[nodiscard]] std::span<const core::TypeId> supers(core::TypeId type) const { return of(m_supers, type); }
    [[nodiscard]] std::span<const core::TypeId> subs(core::TypeId type) const { return of(m_subs, type); }
    /// The type, its supertypes in the system, theirs ...; cycles safe.
    [[nodiscard]] std::vector<core::TypeId> ancestry(core::TypeId type) const;
    /// The type and everything below it.
    [[nodiscard]] std::vector<core::TypeId> descendants(core::TypeId type) const;
    /// The classes among them of which there are objects: not abstract, and no tests.
    [[nodiscard]] std::vector<core::TypeId> objectsBelow(core::TypeId type) const;
    /// True when the type or a supertype in the system names an external supertype with this simple name.
    [[nodiscard]] bool extendsExternal(core::TypeId type, std::string_view simple) const;

    [[nodiscard]] std::span<const AnnotationUse* const> annotations(core::TypeId type) const { return of(m_typeAnnotations, type); }
    [[nodiscard]] std::span<const AnnotationUse* const> annotations(core::MemberId member) const { return of(m_memberAnnotations, member); }
    /// The annotation of that simple name on the type or member itself, or nullptr.
    [[nodiscard]] const AnnotationUse* annotation(core::TypeId type, std::string_view simple) const;
    [[nodiscard]] const AnnotationUse* annotation(core::MemberId member, std::string_view simple) const;
    [[nodiscard]] const MethodDetail* detail(core::MemberId member) const;

    [[nodiscard]] std::string_view text(core::StringId id) const { return m_index.model.text(id); }
    [[nodiscard]] bool test(core::Location at) const { return at.file.valid() && m_index.model[at.file].test; }

private:
    template <typename T, typename Id> static std::span<const T> of(const std::vector<std::vector<T>>& table, Id id)
    {
        return id.valid() && id.value < table.size() ? std::span<const T>(table[id.value]) : std::span<const T>();
    }

    const CodeIndex& m_index;
    std::unordered_map<std::string_view, core::TypeId> m_types;
    std::unordered_map<std::string_view, std::vector<core::TypeId>> m_simple;
    std::vector<std::vector<core::MemberId>> m_members;
    std::vector<std::vector<core::TypeId>> m_supers;
    std::vector<std::vector<core::TypeId>> m_subs;
    std::vector<std::vector<const AnnotationUse*>> m_typeAnnotations;
    std::vector<std::vector<const AnnotationUse*>> m_memberAnnotations;
    std::vector<const MethodDetail*> m_details;
};

/// A name with a small first letter: a class as a bean, the end of a getter as a property.
std::string decapitalized(std::string_view name);
/// The same with a large one: the end of a setter, a method of a fluent client.
std::string capitalized(std::string_view name);

/// What a method is called with, as its id has it: name(types). It is the same for the methods that override each other.
std::string_view signatureOf(const core::CodeModel& model, core::MemberId member);
/// The same without the name: (types).
std::string_view parameterTypesOf(const core::CodeModel& model, core::MemberId member);

/// Value of an annotation argument: the first text of `key`, or empty.
std::string_view argument(const CodeLookup& lookup, const AnnotationUse& use, std::string_view key);
/// All texts of `key`.
std::vector<std::string_view> arguments(const CodeLookup& lookup, const AnnotationUse& use, std::string_view key);

} // namespace naru::analyzers::graph
