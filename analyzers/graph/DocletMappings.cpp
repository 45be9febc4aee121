#include "analyzers/graph/DocletTags.h"

#include <algorithm>
#include <array>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::array<std::string_view, 4> kPersistent{"hibernate.class", "hibernate.subclass", "hibernate.joined-subclass", "hibernate.union-subclass"};
constexpr std::array<std::string_view, 5> kColumns{"hibernate.id", "hibernate.property", "hibernate.version", "hibernate.timestamp",
                                                   "hibernate.key-property"};
constexpr std::array<std::string_view, 2> kComponents{"hibernate.component", "hibernate.composite-id"};
constexpr std::array<std::string_view, 2> kReferences{"hibernate.many-to-one", "hibernate.one-to-one"};
constexpr std::array<std::string_view, 6> kCollections{"hibernate.set", "hibernate.bag",   "hibernate.list",
                                                       "hibernate.map", "hibernate.array", "hibernate.idbag"};

class MappingTags {
public:
    explicit MappingTags(const DocletTags& tags) : m_tags(tags), m_model(tags.model()) {}

    config::MappingFile read(const TaggedClass& of, const AnnotationUse& tag)
    {
        config::MappingFile file;
        m_made = {};
        m_made.className = m_tags.name(of.type);
        m_made.table = m_tags.value(&tag, "table");
        m_made.line = tag.at.line;
        if (!m_tags.is(tag, "hibernate.class")) {
            m_made.extends = extended(of.type);
            m_made.singleTable = m_tags.is(tag, "hibernate.subclass");
        }
        m_said.clear();
        for (const TaggedClass* from : m_tags.lineage(of)) {
            if (from != &of && m_tags.find(from->tags, kPersistent) != nullptr)
                break; // has a mapping of its own
            for (const TaggedMember& member : from->members)
                read(member);
        }
        for (const AnnotationUse* query : of.tags)
            if (m_tags.is(*query, "hibernate.query") || m_tags.is(*query, "hibernate.sql-query"))
                file.queries.push_back({m_tags.value(query, "name"), m_tags.value(query, "query"), m_tags.is(*query, "hibernate.sql-query"),
                                        query->at.line});
        file.classes.push_back(std::move(m_made));
        return file;
    }

private:
    /// The nearest superclass with a mapping.
    [[nodiscard]] std::string extended(TypeId type) const
    {
        const TaggedClass* of = m_tags.of(m_tags.super(type));
        const TypeId above = m_tags.super(type);
        if (!above.valid())
            return {};
        return of != nullptr && m_tags.find(of->tags, kPersistent) != nullptr ? m_tags.name(above) : extended(above);
    }

    [[nodiscard]] std::string column(const AnnotationUse& tag, const TagList& tags) const
    {
        std::string given = m_tags.value(&tag, "column");
        return given.empty() ? m_tags.value(m_tags.find(tags, {"hibernate.column"}), "name") : given;
    }

    void read(const TaggedMember& member)
    {
        const std::string property = m_tags.property(member.member);
        if (!m_said.insert(property).second)
            return; // the class says it anew
        if (const AnnotationUse* single = m_tags.find(member.tags, kColumns); single != nullptr)
            columnOf(*single, member.tags, property);
        else if (const AnnotationUse* embedded = m_tags.find(member.tags, kComponents); embedded != nullptr)
            component(*embedded, member.member);
        else if (const AnnotationUse* other = m_tags.find(member.tags, kReferences); other != nullptr)
            reference(*other, member, property);
        else if (const AnnotationUse* many = m_tags.find(member.tags, kCollections); many != nullptr)
            collection(*many, member, property);
    }

    void columnOf(const AnnotationUse& tag, const TagList& tags, const std::string& property)
    {
        if (std::string formula = m_tags.value(&tag, "formula"); !formula.empty()) {
            m_made.sqls.push_back({"formula", property, std::move(formula), tag.at.line});
            return; // no column
        }
        const bool needed = m_tags.value(&tag, "not-null") == "true" ||
                            m_tags.value(m_tags.find(tags, {"hibernate.column"}), "not-null") == "true";
        m_made.columns.push_back({property, column(tag, tags), m_tags.is(tag, "hibernate.id"), !needed});
    }

    /// The columns of an embedded class, with the prefix that its owner gives them.
    void component(const AnnotationUse& tag, MemberId member)
    {
        std::string_view named = m_model.text(m_model[member].valueType);
        const std::string given = m_tags.value(&tag, "class");
        named = given.empty() ? named : given;
        for (const TaggedClass& of : m_tags.classes()) {
            if (m_tags.name(of.type) != named && m_model.text(m_model[of.type].simple) != named)
                continue;
            for (const TaggedMember& part : of.members)
                if (const AnnotationUse* said = m_tags.find(part.tags, kColumns); said != nullptr) {
                    const std::string property = m_tags.property(part.member);
                    const std::string own = column(*said, part.tags);
                    m_made.columns.push_back({property, m_tags.value(&tag, "prefix") + (own.empty() ? property : own),
                                              m_tags.is(tag, "hibernate.composite-id"), true});
                }
            return;
        }
    }

    void reference(const AnnotationUse& tag, const TaggedMember& member, const std::string& property)
    {
        std::string target = m_tags.value(&tag, "class");
        if (target.empty())
            target = m_model.text(m_model[member.member].valueType);
        const bool many = m_tags.is(tag, "hibernate.many-to-one");
        m_made.relations.push_back({property, std::move(target), {}, column(tag, member.tags), many ? "many-to-one" : "one-to-one",
                                    m_tags.value(&tag, "cascade")});
    }

    void collection(const AnnotationUse& tag, const TaggedMember& member, const std::string& property)
    {
        config::MappedRelation relation{.property = property,
                                        .target = {},
                                        .joinTable = {},
                                        .joinColumn = column(*keyOf(tag, member.tags), {}),
                                        .kind = "element",
                                        .cascade = m_tags.value(&tag, "cascade")};
        for (const auto& [kind, names] : {std::pair("one-to-many", std::pair("hibernate.one-to-many", "hibernate.collection-one-to-many")),
                                          std::pair("many-to-many", std::pair("hibernate.many-to-many", "hibernate.collection-many-to-many"))})
            if (const AnnotationUse* held = m_tags.find(member.tags, {names.first, names.second}); held != nullptr) {
                relation.kind = kind;
                relation.target = m_tags.value(held, "class");
            }
        if (relation.kind != "one-to-many")
            relation.joinTable = m_tags.value(&tag, "table");
        m_made.relations.push_back(std::move(relation));
    }

    /// The tag of the foreign key, else that of the collection.
    [[nodiscard]] const AnnotationUse* keyOf(const AnnotationUse& collection, const TagList& tags) const
    {
        const AnnotationUse* key = m_tags.find(tags, {"hibernate.key", "hibernate.collection-key"});
        return key == nullptr ? &collection : key;
    }

    const DocletTags& m_tags;
    const CodeModel& m_model;
    config::MappedClass m_made;
    std::set<std::string> m_said; ///< properties of the class at hand
};

} // namespace

/// @hibernate.class and its like, with the members of the class and of superclasses that have no mapping of their own.
void docletMappings(const DocletTags& tags, ProjectFacts& facts)
{
    std::set<std::string, std::less<>> known;
    for (const auto& file : facts.mappings)
        for (const config::MappedClass& mapped : file.facts.classes)
            known.insert(mapped.className);
    MappingTags reader(tags);
    for (const TaggedClass& of : tags.classes())
        if (const AnnotationUse* tag = tags.find(of.tags, kPersistent);
            tag != nullptr && !known.contains(tags.name(of.type)) && !tags.annotated(of.type, {"Entity", "MappedSuperclass", "Embeddable"}))
            facts.mappings.push_back({of.file, reader.read(of, *tag)});
}

} // namespace naru::analyzers::graph
