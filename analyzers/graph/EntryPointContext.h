#pragma once

#include "analyzers/spi/CodeIndex.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace naru::analyzers::graph {

/// What the readers of entry points share: annotations by type and member, members by type, supertypes, and a way to add.
class EntryPointContext {
public:
    explicit EntryPointContext(CodeIndex& index);

    [[nodiscard]] core::CodeModel& model() { return m_model; }
    [[nodiscard]] const core::CodeModel& model() const { return m_model; }
    [[nodiscard]] std::string_view text(core::StringId id) const { return m_model.text(id); }

    /// The annotation of a type or member by simple name, or null.
    [[nodiscard]] const AnnotationUse* onType(core::TypeId type, std::string_view simple) const;
    [[nodiscard]] const AnnotationUse* onMember(core::MemberId member, std::string_view simple) const;
    /// An annotation that the system declares itself, though it is called like that of a framework.
    [[nodiscard]] bool isOwn(const AnnotationUse& use) const { return m_ownAnnotations.contains(use.name); }
    [[nodiscard]] const std::vector<const AnnotationUse*>& ofMember(core::MemberId member) const { return m_ofMember[member.value]; }
    [[nodiscard]] const std::vector<const AnnotationUse*>& ofType(core::TypeId type) const { return m_ofType[type.value]; }
    [[nodiscard]] const std::vector<core::MemberId>& members(core::TypeId type) const { return m_members[type.value]; }
    [[nodiscard]] const std::vector<core::TypeId>& supers(core::TypeId type) const { return m_supers[type.value]; }
    [[nodiscard]] const std::vector<core::TypeId>& subs(core::TypeId type) const { return m_subs[type.value]; }
    /// The type and all its supertypes of the system, nearest first.
    [[nodiscard]] std::vector<core::TypeId> hierarchy(core::TypeId type) const;
    /// The type and all its sub-types.
    [[nodiscard]] std::vector<core::TypeId> family(core::TypeId type) const;
    /// The method of the same name and number of parameters that a type has, its own or inherited; invalid when none.
    [[nodiscard]] core::MemberId implementation(core::TypeId type, core::MemberId declared) const;
    /// The first method with a body and one of these names that a type has, its own or inherited; invalid when none.
    [[nodiscard]] core::MemberId method(core::TypeId type, std::initializer_list<std::string_view> names) const;
    /// The type of the system that a method gives back, if any.
    [[nodiscard]] core::TypeId returned(core::MemberId method) const;
    [[nodiscard]] bool hasExternalSuper(core::TypeId type, std::string_view simple) const;
    [[nodiscard]] bool isTest(core::TypeId type) const { return has(m_model[type].flags, core::TypeFlag::Test); }

    /// The values of one of the keys of an annotation.
    [[nodiscard]] std::vector<std::string> values(const AnnotationUse& use, std::initializer_list<std::string_view> keys) const;

    /// `condition`: what a request must have besides, as it stands in the id where another handler answers the same path: ?cmd=save.
    void addHttp(core::EntryPointKind kind, std::string_view method, std::string_view path, core::TypeId type, core::MemberId handler,
                 std::string_view condition = {});
    void add(core::EntryPointKind kind, std::string_view prefix, std::string_view path, core::TypeId type, core::MemberId handler);

    /// Puts the conditions into the ids of entry points that would be called alike. Comes last.
    void tellApart();

    /// /a + b/c -> /a/b/c
    [[nodiscard]] static std::string joined(std::string_view base, std::string_view path);
    [[nodiscard]] static std::string_view lastPart(std::string_view dotted);
    /// {"cmd=save", "!draft"} -> ?cmd=save; nothing where no parameter must be there. Those of the type come first.
    [[nodiscard]] static std::string condition(const std::vector<std::string>& params, const std::vector<std::string>& ofType = {});

private:
    void addEntry(core::EntryPoint entry, core::TypeId type, core::MemberId handler);

    CodeIndex& m_index;
    core::CodeModel& m_model;
    std::vector<std::vector<const AnnotationUse*>> m_ofType;
    std::vector<std::vector<const AnnotationUse*>> m_ofMember;
    std::set<core::StringId> m_ownAnnotations; ///< their names
    std::vector<std::vector<core::MemberId>> m_members;
    std::vector<std::vector<core::TypeId>> m_supers;
    std::vector<std::vector<core::TypeId>> m_subs;
    std::set<std::tuple<core::StringId, core::StringId, core::Location>> m_added;
    std::map<std::size_t, std::string> m_conditions; ///< by place among the entry points
};

} // namespace naru::analyzers::graph
