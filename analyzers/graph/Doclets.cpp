#include "analyzers/graph/Doclets.h"

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/DocletTags.h"

#include <algorithm>
#include <iterator>

namespace naru::analyzers::graph {

using namespace core;

std::string firstOf(std::initializer_list<std::string> texts)
{
    for (const std::string& text : texts)
        if (!text.empty())
            return text;
    return {};
}

DocletTags::DocletTags(CodeIndex& index) : m_model(index.model)
{
    const auto isTag = [&](const AnnotationUse& use) { return m_model.text(use.name).starts_with('@'); };
    if (std::ranges::none_of(index.annotations, isTag))
        return;
    std::ranges::copy_if(index.annotations, std::back_inserter(m_tags),
                         [&](const AnnotationUse& use) { return isTag(use) && use.type.valid() && !m_model[use.at.file].test; });
    std::erase_if(index.annotations, isTag);
    for (const AnnotationUse& tag : m_tags) {
        const auto [at, added] = m_of.try_emplace(tag.type.value, m_classes.size());
        if (added)
            m_classes.push_back({.type = tag.type, .file = tag.at.file, .tags = {}, .members = {}});
        TaggedClass& of = m_classes[at->second];
        if (!tag.member.valid()) {
            of.tags.push_back(&tag);
            continue;
        }
        auto member = std::ranges::find(of.members, tag.member, &TaggedMember::member);
        if (member == of.members.end())
            member = of.members.insert(of.members.end(), {.member = tag.member, .tags = {}});
        member->tags.push_back(&tag);
    }
    for (const InheritEdge& edge : m_model.inherits)
        if (!edge.implements)
            m_supers.try_emplace(edge.from.value, edge.to);
}

TypeId DocletTags::super(TypeId type) const
{
    const auto found = m_supers.find(type.value);
    return found == m_supers.end() ? TypeId() : found->second;
}

const TaggedClass* DocletTags::of(TypeId type) const
{
    const auto found = type.valid() ? m_of.find(type.value) : m_of.end();
    return found == m_of.end() ? nullptr : &m_classes[found->second];
}

std::vector<const TaggedClass*> DocletTags::lineage(const TaggedClass& of) const
{
    constexpr std::size_t kDeepest = 32; // sources may be wrong
    std::vector<const TaggedClass*> found;
    TypeId type = of.type;
    for (std::size_t i = 0; i < kDeepest && type.valid(); ++i, type = super(type))
        if (const TaggedClass* tagged = this->of(type); tagged != nullptr)
            found.push_back(tagged);
    return found;
}

const AnnotationUse* DocletTags::find(const TagList& tags, std::span<const std::string_view> names) const
{
    for (const std::string_view name : names)
        for (const AnnotationUse* tag : tags)
            if (is(*tag, name))
                return tag;
    return nullptr;
}

std::string DocletTags::value(const AnnotationUse* tag, std::string_view key) const
{
    if (tag != nullptr)
        for (const AnnotationArg& arg : tag->args)
            if (m_model.text(arg.key) == key && !arg.values.empty())
                return std::string(m_model.text(arg.values.front()));
    return {};
}

std::string DocletTags::property(MemberId member) const
{
    const std::string_view name = m_model.text(m_model[member].name);
    if (m_model[member].kind == MemberKind::Method)
        for (const std::string_view before : {"get", "set", "is"})
            if (name.starts_with(before) && name.size() > before.size())
                return decapitalized(name.substr(before.size()));
    return std::string(name);
}

bool DocletTags::annotated(TypeId type, std::initializer_list<std::string_view> names) const
{
    return std::ranges::any_of(m_model[type].annotations, [&](StringId annotation) {
        return std::ranges::find(names, simpleName(m_model.text(annotation))) != names.end();
    });
}

std::vector<OfferedMethods> addDoclets(CodeIndex& index, ProjectFacts& facts)
{
    const DocletTags tags(index);
    if (tags.classes().empty())
        return {};
    docletStruts(tags, facts);
    docletServlets(tags, facts);
    docletSprings(tags, facts);
    docletMappings(tags, facts);
    return docletBeans(tags, facts);
}

} // namespace naru::analyzers::graph
