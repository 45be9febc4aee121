#pragma once

#include "analyzers/graph/Doclets.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// The first text that is not empty.
[[nodiscard]] std::string firstOf(std::initializer_list<std::string> texts);

using TagList = std::vector<const AnnotationUse*>;

struct TaggedMember {
    core::MemberId member;
    TagList tags; ///< in the order of the comment
};

struct TaggedClass {
    core::TypeId type;
    core::FileId file;
    TagList tags;
    std::vector<TaggedMember> members;
};

/// The tags of XDoclet in the documentation comments of a system, class by class.
class DocletTags {
public:
    /// Takes them out of the annotations of the index; those of tests are dropped.
    explicit DocletTags(CodeIndex& index);

    [[nodiscard]] const std::vector<TaggedClass>& classes() const { return m_classes; }
    [[nodiscard]] const core::CodeModel& model() const { return m_model; }
    /// The class that a class extends in the system.
    [[nodiscard]] core::TypeId super(core::TypeId type) const;
    /// The tags of a class; null when it has none.
    [[nodiscard]] const TaggedClass* of(core::TypeId type) const;
    /// The class and those above it that have tags, the nearest first.
    [[nodiscard]] std::vector<const TaggedClass*> lineage(const TaggedClass& of) const;

    /// The first tag of one of the names, in their order: "ejb.bean".
    [[nodiscard]] const AnnotationUse* find(const TagList& tags, std::span<const std::string_view> names) const;
    [[nodiscard]] const AnnotationUse* find(const TagList& tags, std::initializer_list<std::string_view> names) const
    {
        return find(tags, std::span(names.begin(), names.size()));
    }
    [[nodiscard]] bool is(const AnnotationUse& tag, std::string_view name) const { return m_model.text(tag.name).substr(1) == name; }
    /// Text of an attribute, empty when there is none (or no tag).
    [[nodiscard]] std::string value(const AnnotationUse* tag, std::string_view key) const;
    /// What the accessor reads or writes; a field itself.
    [[nodiscard]] std::string property(core::MemberId member) const;
    [[nodiscard]] std::string name(core::TypeId type) const { return std::string(m_model.text(m_model[type].name)); }
    /// True when the class has an annotation of one of the simple names.
    [[nodiscard]] bool annotated(core::TypeId type, std::initializer_list<std::string_view> names) const;

private:
    const core::CodeModel& m_model;
    std::vector<AnnotationUse> m_tags;
    std::vector<TaggedClass> m_classes;
    std::unordered_map<std::uint32_t, std::size_t> m_of;         ///< type -> place in the classes
    std::unordered_map<std::uint32_t, core::TypeId> m_supers;
};

// Each adds what its kind of descriptor would say.
void docletStruts(const DocletTags& tags, ProjectFacts& facts);
void docletServlets(const DocletTags& tags, ProjectFacts& facts);
void docletSprings(const DocletTags& tags, ProjectFacts& facts);
void docletMappings(const DocletTags& tags, ProjectFacts& facts);
std::vector<OfferedMethods> docletBeans(const DocletTags& tags, ProjectFacts& facts);

} // namespace naru::analyzers::graph
