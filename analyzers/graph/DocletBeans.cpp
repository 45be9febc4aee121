#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/DocletTags.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// One side of a relation, as the getter of a bean says it.
struct RelationSide {
    std::string ejb;
    std::string field;
    std::string target;      ///< where only this side is said
    bool collection = false; ///< the getter gives several
    bool targetMultiple = false;
    FileId file;
    std::uint32_t line = 0;
};

class BeanTags {
public:
    explicit BeanTags(const DocletTags& tags) : m_tags(tags), m_model(tags.model()) {}

    /// What ejb-jar.xml and the server's descriptor would say of one class.
    void read(const TaggedClass& of, const AnnotationUse& tag, ProjectFacts& facts)
    {
        config::EjbJar jar;
        config::ServerNames server;
        config::EjbDeclaration bean;
        bean.name = nameOf(of, tag);
        bean.className = m_tags.name(of.type);
        bean.line = tag.at.line;
        bean.kind = kindOf(of, tag);
        bean.beanManaged = m_tags.value(&tag, "transaction-type") == "Bean" ||
                           m_tags.value(m_tags.find(of.tags, {"ejb.transaction-type"}), "type") == "Bean";
        if (bean.kind != "Message")
            interfaces(of, tag, bean);
        if (bean.kind == "Entity")
            entity(of, tag, bean, server);
        offers(of, bean, tag.at.line);
        transactions(of, bean.name, jar);
        names(of, tag, bean, server);
        jar.beans.push_back(std::move(bean));
        facts.ejbs.push_back({of.file, std::move(jar)});
        if (!server.empty())
            facts.servers.push_back({of.file, std::move(server)});
    }

    /// The relations: of two beans that name the same one, or of one that names the other.
    void relations(ProjectFacts& facts) const
    {
        for (const auto& [name, sides] : m_sides) {
            const RelationSide& one = sides.front();
            RelationSide other{.ejb = one.target, .collection = one.targetMultiple, .file = one.file, .line = one.line};
            if (sides.size() > 1)
                other = sides[1];
            const auto jar = std::ranges::find(facts.ejbs, one.file, &FromFile<config::EjbJar>::file);
            if (other.ejb.empty() || jar == facts.ejbs.end())
                continue;
            jar->facts.relations.push_back({one.ejb, one.field, other.ejb, other.collection, one.collection, one.line});
            jar->facts.relations.push_back({other.ejb, other.field, one.ejb, one.collection, other.collection, one.line});
        }
    }

    [[nodiscard]] std::string nameOf(const TaggedClass& of, const AnnotationUse& tag) const
    {
        const std::string given = m_tags.value(&tag, "name");
        return given.empty() ? shortName(m_model.text(m_model[of.type].simple)) : given;
    }

    [[nodiscard]] std::vector<OfferedMethods> offered() { return std::move(m_offered); }

private:
    /// OrderBean, OrderEJB -> Order
    static std::string shortName(std::string_view name)
    {
        for (const std::string_view end : {"Bean", "EJB", "Ejb"})
            if (name.size() > end.size() && name.ends_with(end))
                return std::string(name.substr(0, name.size() - end.size()));
        return std::string(name);
    }

    [[nodiscard]] bool implementsExternal(TypeId type, std::string_view simple) const
    {
        constexpr int kDeepest = 32;
        for (int i = 0; i < kDeepest && type.valid(); ++i, type = m_tags.super(type))
            if (std::ranges::any_of(m_model[type].externalSupers, [&](StringId super) { return simpleName(m_model.text(super)) == simple; }))
                return true;
        return false;
    }

    [[nodiscard]] std::string kindOf(const TaggedClass& of, const AnnotationUse& tag) const
    {
        const std::string type = m_tags.value(&tag, "type");
        if (type == "CMP" || type == "BMP" || implementsExternal(of.type, "EntityBean"))
            return "Entity";
        if (type == "MDB" || type == "Message" || !m_tags.value(&tag, "destination-type").empty() ||
            implementsExternal(of.type, "MessageDrivenBean"))
            return "Message";
        return "Session";
    }

    /// The interfaces that the build makes: named by tags, else after the bean. Their package is a matter of the build.
    void interfaces(const TaggedClass& of, const AnnotationUse& tag, config::EjbDeclaration& bean) const
    {
        const std::string view = m_tags.value(&tag, "view-type");
        const bool remote = view.empty() || view == "remote" || view == "both";
        const bool local = view.empty() || view == "local" || view == "both";
        const std::string name = bean.name.substr(bean.name.rfind('/') + 1); // npos + 1 is 0
        const AnnotationUse* interface = m_tags.find(of.tags, {"ejb.interface"});
        const AnnotationUse* home = m_tags.find(of.tags, {"ejb.home"});
        if (remote) {
            bean.remote = firstOf({m_tags.value(interface, "remote-class"), name});
            bean.home = firstOf({m_tags.value(home, "remote-class"), name + "Home"});
        }
        if (local) {
            bean.local = firstOf({m_tags.value(interface, "local-class"), name + "Local"});
            bean.localHome = firstOf({m_tags.value(home, "local-class"), name + "LocalHome"});
        }
    }

    /// The methods of the remote interface.
    void offers(const TaggedClass& of, const config::EjbDeclaration& bean, std::uint32_t line)
    {
        OfferedMethods made{.bean = of.type, .methods = {}, .at = {of.file, line}};
        for (const TaggedClass* from : m_tags.lineage(of))
            for (const TaggedMember& member : from->members)
                if (const AnnotationUse* offered = m_tags.find(member.tags, {"ejb.interface-method"}); offered != nullptr) {
                    std::string method(m_model.text(m_model[member.member].name));
                    if (m_tags.value(offered, "view-type") != "local" && std::ranges::find(made.methods, method) == made.methods.end())
                        made.methods.push_back(std::move(method));
                }
        if (bean.kind == "Session" && !bean.remote.empty() && !made.methods.empty())
            m_offered.push_back(std::move(made));
    }

    // --- entity beans ----------------------------------------------------------------------------------------------------

    void entity(const TaggedClass& of, const AnnotationUse& tag, config::EjbDeclaration& bean, config::ServerNames& server)
    {
        bean.containerManaged = m_tags.value(&tag, "type") != "BMP";
        bean.schema = firstOf({m_tags.value(&tag, "schema"), bean.name});
        bean.key = m_tags.value(&tag, "primkey-field");
        config::BeanTable table{.ejb = bean.name, .table = {}, .columns = {}, .line = bean.line};
        table.table = firstOf({m_tags.value(m_tags.find(of.tags, {"ejb.persistence"}), "table-name"),
                               m_tags.value(m_tags.find(of.tags, {"jboss.persistence"}), "table-name"),
                               m_tags.value(m_tags.find(of.tags, {"jboss.table-name", "weblogic.table-name"}), "value"),
                               m_tags.value(m_tags.find(of.tags, {"jboss.table-name", "weblogic.table-name"}), "table-name")});
        for (const TaggedClass* from : m_tags.lineage(of))
            for (const TaggedMember& member : from->members)
                stored(of, member, bean, table);
        for (const AnnotationUse* finder : of.tags)
            if (m_tags.is(*finder, "ejb.finder") || m_tags.is(*finder, "jboss.query"))
                query(*finder, methodOf(m_tags.value(finder, "signature")), bean);
        if (!table.table.empty() || !table.columns.empty()) {
            table.table = firstOf({table.table, bean.schema});
            server.tables.push_back(std::move(table));
        }
    }

    void stored(const TaggedClass& of, const TaggedMember& member, config::EjbDeclaration& bean, config::BeanTable& table)
    {
        const std::string property = m_tags.property(member.member);
        if (const AnnotationUse* relation = m_tags.find(member.tags, {"ejb.relation"}); relation != nullptr)
            side(of, *relation, member.member, bean.name);
        if (const AnnotationUse* select = m_tags.find(member.tags, {"ejb.select", "jboss.query"}); select != nullptr)
            query(*select, std::string(m_model.text(m_model[member.member].name)), bean);
        const AnnotationUse* field = m_tags.find(member.tags, {"ejb.persistence", "ejb.persistent-field", "ejb.pk-field", "ejb.pk"});
        if (field == nullptr || std::ranges::find(bean.fields, property) != bean.fields.end() ||
            m_model.text(m_model[member.member].name).starts_with("ejb"))
            return;
        bean.fields.push_back(property);
        if (bean.key.empty() && m_tags.find(member.tags, {"ejb.pk-field", "ejb.pk"}) != nullptr)
            bean.key = property;
        std::string column = firstOf({m_tags.value(m_tags.find(member.tags, {"ejb.persistence"}), "column-name"),
                                      m_tags.value(m_tags.find(member.tags, {"jboss.persistence"}), "column-name"),
                                      m_tags.value(m_tags.find(member.tags, {"jboss.column-name", "weblogic.dbms-column"}), "value"),
                                      m_tags.value(m_tags.find(member.tags, {"jboss.column-name", "weblogic.dbms-column"}), "name")});
        if (!column.empty())
            table.columns.emplace_back(property, std::move(column));
    }

    /// Of several with one name the first that has a text: a server's own query stands where the standard one is empty.
    static void add(config::EjbDeclaration& bean, config::NamedSql made)
    {
        const auto known = std::ranges::find(bean.queries, made.name, &config::NamedSql::name);
        if (known == bean.queries.end())
            bean.queries.push_back(std::move(made));
        else if (known->text.empty())
            known->text = std::move(made.text);
    }

    void query(const AnnotationUse& tag, std::string method, config::EjbDeclaration& bean) const
    {
        if (!method.empty())
            add(bean, {std::move(method), m_tags.value(&tag, "query"), false, tag.at.line});
    }

    /// "java.util.Collection findAll(int n)" -> findAll
    static std::string methodOf(std::string_view signature)
    {
        std::string_view head = signature.substr(0, signature.find('('));
        while (head.ends_with(' '))
            head.remove_suffix(1);
        return std::string(head.substr(head.find_last_of(" >") + 1)); // npos + 1 is 0
    }

    void side(const TaggedClass& of, const AnnotationUse& tag, MemberId getter, const std::string& ejb)
    {
        const std::string_view given = simpleName(m_model.text(m_model[getter].valueType));
        RelationSide made{.ejb = ejb,
                          .field = m_tags.property(getter),
                          .target = m_tags.value(&tag, "target-ejb"),
                          .collection = given == "Collection" || given == "Set" || given == "List",
                          .targetMultiple = m_tags.value(&tag, "target-multiple") == "yes",
                          .file = of.file,
                          .line = tag.at.line};
        m_sides[m_tags.value(&tag, "name")].push_back(std::move(made));
    }

    // --- transactions and names --------------------------------------------------------------------------------------------

    void transactions(const TaggedClass& of, const std::string& ejb, config::EjbJar& jar) const
    {
        std::set<std::string_view> said;
        bool all = false;
        for (const TaggedClass* from : m_tags.lineage(of)) {
            for (const TaggedMember& member : from->members)
                if (const AnnotationUse* own = m_tags.find(member.tags, {"ejb.transaction"}); own != nullptr) {
                    const std::string_view name = m_model.text(m_model[member.member].name);
                    if (said.insert(name).second)
                        jar.transactions.push_back({ejb, std::string(name), m_tags.value(own, "type")});
                }
            if (const AnnotationUse* common = m_tags.find(from->tags, {"ejb.transaction"}); common != nullptr && !all) {
                jar.transactions.push_back({ejb, "*", m_tags.value(common, "type")});
                all = true;
            }
        }
    }

    void names(const TaggedClass& of, const AnnotationUse& tag, config::EjbDeclaration& bean, config::ServerNames& server) const
    {
        for (const char* key : {"jndi-name", "local-jndi-name"})
            if (std::string jndi = m_tags.value(&tag, key); !jndi.empty())
                server.beans.push_back({.ejb = bean.name, .jndi = std::move(jndi), .destination = {}, .line = tag.at.line});
        if (bean.kind == "Message")
            bean.destination = firstOf({m_tags.value(&tag, "destination-jndi-name"), m_tags.value(&tag, "destination-link"),
                                        m_tags.value(m_tags.find(of.tags, {"jboss.destination-jndi-name"}), "name")});
        for (const AnnotationUse* reference : of.tags)
            if (m_tags.is(*reference, "ejb.ejb-ref") || m_tags.is(*reference, "web.ejb-ref") || m_tags.is(*reference, "web.ejb-local-ref"))
                if (std::string used = m_tags.value(reference, "ref-name"); !used.empty())
                    server.aliases.emplace_back(std::move(used), m_tags.value(reference, "ejb-name"));
    }

    const DocletTags& m_tags;
    const CodeModel& m_model;
    std::vector<OfferedMethods> m_offered;
    std::map<std::string, std::vector<RelationSide>> m_sides; ///< by name of the relation
};

} // namespace

/// @ejb.bean. Where a descriptor of the tree names the bean, it tells; the class that the build makes of an entity bean and that the
/// sources lack is the one that has the tags.
std::vector<OfferedMethods> docletBeans(const DocletTags& tags, ProjectFacts& facts)
{
    std::set<std::string_view> types;
    for (const Type& type : tags.model().types)
        types.insert(tags.model().text(type.name));
    BeanTags reader(tags);
    const std::size_t written = facts.ejbs.size();
    for (const TaggedClass& of : tags.classes()) {
        const AnnotationUse* tag = tags.find(of.tags, {"ejb.bean"});
        if (tag == nullptr || tags.annotated(of.type, {"Stateless", "Stateful", "Singleton", "MessageDriven", "Entity"}))
            continue;
        const std::string name = reader.nameOf(of, *tag);
        bool known = false;
        for (std::size_t i = 0; i < written; ++i)
            for (config::EjbDeclaration& bean : facts.ejbs[i].facts.beans)
                if (bean.name == name || bean.className == tags.name(of.type)) {
                    known = true;
                    if (!types.contains(bean.className))
                        bean.className = tags.name(of.type);
                }
        if (!known)
            reader.read(of, *tag, facts);
    }
    reader.relations(facts);
    return reader.offered();
}

} // namespace naru::analyzers::graph
