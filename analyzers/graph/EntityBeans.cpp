#include "analyzers/graph/EntityBeans.h"

#include "analyzers/graph/AbsentInterfaces.h"
#include "analyzers/graph/EntityBeanTables.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// An entity bean, its table, and the statements that the container makes for it.
struct EntityBean {
    const config::EjbDeclaration* said = nullptr;
    FileId file;
    TypeId type;
    TableId table; ///< of container-managed ones
    std::map<std::string, std::string> columns; ///< field -> column
    std::map<std::string, EntityBean*, std::less<>> targets; ///< field of a relation -> the bean on its other side
    StatementId load;
    StatementId store;
    StatementId remove;
};

class EntityBeans {
public:
    EntityBeans(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_statements(statements)
    {
    }

    void run()
    {
        collect();
        if (m_beans.empty())
            return;
        for (EntityBean& bean : m_beans)
            if (bean.said->containerManaged)
                place(bean);
        relations();
        for (EntityBean& bean : m_beans) {
            if (!bean.table.valid())
                selfManaged(bean);
            else
                container(bean);
        }
        relationAccessors();
        storedFields();
        removals();
        onAbsent();
    }

private:
    void collect()
    {
        for (const auto& file : m_facts.ejbs)
            for (const config::EjbDeclaration& said : file.facts.beans) {
                const TypeId type = said.kind == "Entity" ? m_lookup.anyType(said.className) : TypeId();
                if (type.valid() && m_known.insert(type).second)
                    m_beans.push_back({.said = &said, .file = file.file, .type = type});
            }
    }

    void place(EntityBean& bean)
    {
        const config::BeanTable* named = describedTable(*bean.said, m_facts);
        bean.table = m_statements.tables().table(sql::upper(named != nullptr ? named->table : usualTable(*bean.said, m_statements.tables())),
                                                 TableOrigin::Entity, {bean.file, bean.said->line});
        m_model.entities.push_back({bean.type, bean.table});
        for (const std::string& field : bean.said->fields)
            bean.columns[field] = field;
        if (named != nullptr)
            for (const auto& [field, column] : named->columns)
                if (bean.columns.contains(field))
                    bean.columns[field] = column;
        for (const auto& [field, column] : bean.columns)
            if (m_model[bean.table].origin == TableOrigin::Entity)
                m_statements.tables().addColumn(
                    bean.table, {.name = m_model.intern(sql::upper(column)), .nullable = field != bean.said->key, .primaryKey = field == bean.said->key});
        if (!bean.said->schema.empty())
            m_schemas.emplace(bean.said->schema, &bean);
    }

    // --- what the container does -----------------------------------------------------------------------------------------

    /// The statement of a kind, made on first use and held by the method of the bean that stands for it, else by its first user.
    StatementId statement(EntityBean& bean, StatementId& made, StatementKind kind, std::string_view callback, MemberId user)
    {
        if (made.valid())
            return made;
        const std::vector<MemberId> own = m_lookup.methods(bean.type, callback);
        const MemberId holder = own.empty() ? user : own.front();
        return made = onTable(bean, holder, kind, m_model[holder].at);
    }

    StatementId onTable(const EntityBean& bean, MemberId holder, StatementKind kind, Location at)
    {
        const StatementId made = m_statements.held(holder, StatementOrigin::EntityUse, kind, at);
        m_statements.access(made, bean.table, kind == StatementKind::Select ? AccessMode::Read : AccessMode::Write, at);
        if (kind != StatementKind::Delete)
            for (const auto& [field, column] : bean.columns)
                m_statements[made].columns.push_back(m_model.intern(sql::upper(column)));
        return made;
    }

    void execute(MemberId member, StatementId statement, Location at)
    {
        if (m_executed.emplace(member, statement).second)
            m_statements.execute(member, statement, at, Rule::EntityMapping);
    }

    void loads(EntityBean& bean, MemberId member, Location at)
    {
        execute(member, statement(bean, bean.load, StatementKind::Select, "ejbLoad", member), at);
    }

    void stores(EntityBean& bean, MemberId member, Location at)
    {
        execute(member, statement(bean, bean.store, StatementKind::Update, "ejbStore", member), at);
    }

    void container(EntityBean& bean)
    {
        std::set<TypeId> interfaces;
        for (const std::string* name : {&bean.said->home, &bean.said->localHome})
            if (const TypeId home = m_lookup.anyType(*name); home.valid())
                interfaces.insert(home);
        for (const TypeId home : interfaces)
            for (const MemberId method : m_lookup.members(home)) {
                const std::string_view name = m_lookup.text(m_model[method].name);
                const Location at = m_model[method].at;
                if (name.starts_with("create"))
                    execute(method, onTable(bean, method, StatementKind::Insert, at), at);
                else if (name.starts_with("find"))
                    query(bean, method, name, at);
            }
        for (const MemberId method : m_lookup.members(bean.type)) {
            const std::string_view name = m_lookup.text(m_model[method].name);
            if (name.starts_with("ejbSelect"))
                query(bean, method, name, m_model[method].at);
            else if (name.starts_with("ejbCreate") && interfaces.empty()) // the build makes the homes
                execute(method, onTable(bean, method, StatementKind::Insert, m_model[method].at), m_model[method].at);
        }
        for (const std::string& field : bean.said->fields) {
            for (const MemberId getter : accessors(bean, "get", field))
                loads(bean, getter, m_model[getter].at);
            for (const MemberId setter : accessors(bean, "set", field))
                stores(bean, setter, m_model[setter].at);
        }
    }

    /// A finder or a select method, with the tables that its EJB QL names.
    void query(const EntityBean& bean, MemberId method, std::string_view name, Location at)
    {
        const StatementId made = m_statements.held(method, StatementOrigin::EntityUse, StatementKind::Select, at);
        const auto said = std::ranges::find(bean.said->queries, name, &config::NamedSql::name);
        const sql::SqlFacts facts = said == bean.said->queries.end() ? sql::SqlFacts() : sql::readSql(said->text, {.jpql = true});
        for (const sql::TableUse& use : facts.tables)
            if (const EntityBean* named = ofSchema(use.name, bean); named != nullptr)
                m_statements.access(made, named->table, AccessMode::Read, at);
        for (const std::vector<std::string>& path : facts.paths) {
            const EntityBean* step = ofSchema(path.front(), bean);
            for (std::size_t i = 1; step != nullptr && i < path.size(); ++i) {
                const auto target = step->targets.find(path[i]);
                step = target == step->targets.end() ? nullptr : target->second;
                if (step != nullptr)
                    m_statements.access(made, step->table, AccessMode::Read, at);
            }
        }
        m_statements[made].aggregates = facts.aggregates;
        if (m_statements[made].accesses.empty())
            m_statements.access(made, bean.table, AccessMode::Read, at);
        execute(method, made, at);
    }

    /// The bean of a schema name; of several that of the same descriptor.
    [[nodiscard]] const EntityBean* ofSchema(std::string_view name, const EntityBean& near) const
    {
        const auto [first, last] = m_schemas.equal_range(std::string(name));
        const auto same = std::find_if(first, last, [&](const auto& known) { return known.second->file == near.file; });
        return same != last ? same->second : (first != last ? first->second : nullptr);
    }

    [[nodiscard]] std::vector<MemberId> accessors(const EntityBean& bean, std::string_view prefix, std::string_view field) const
    {
        if (field.empty())
            return {};
        std::vector<MemberId> found = m_lookup.methodsInherited(bean.type, std::string(prefix) + capitalized(field));
        std::erase_if(found, [&](MemberId member) { return !has(m_model[member].flags, MemberFlag::Abstract); });
        return found;
    }

    // --- relations -------------------------------------------------------------------------------------------------------

    /// Of several beans of one name that of the same descriptor; tags of classes are one descriptor for each.
    EntityBean* named(std::string_view ejb, FileId file)
    {
        EntityBean* other = nullptr;
        for (EntityBean& bean : m_beans) {
            if (!bean.table.valid() || bean.said->name != ejb)
                continue;
            if (bean.file == file)
                return &bean;
            other = &bean;
        }
        return other;
    }

    /// Visits each side of a relation of two stored beans.
    template <typename Visit> void eachRelation(Visit visit)
    {
        for (const auto& file : m_facts.ejbs)
            for (const config::EjbRelation& said : file.facts.relations) {
                EntityBean* from = named(said.ejb, file.file);
                EntityBean* to = named(said.target, file.file);
                if (from != nullptr && to != nullptr && (from->file == file.file || to->file == file.file)) // else the copy of a descriptor
                    visit(said, *from, *to, Location{file.file, said.line});
            }
    }

    void relations()
    {
        eachRelation([&](const config::EjbRelation& said, EntityBean& from, EntityBean& to, Location at) {
            if (said.many && !said.targetMany)
                m_statements.tables().addForeignKey(from.table, {.targetName = m_model[to.table].name, .at = at});
            if (said.field.empty())
                return;
            from.targets.emplace(said.field, &to);
            m_model.associations.push_back({.from = from.type, .to = to.type, .kind = associationOf(said), .at = at});
        });
    }

    /// The getter of a relation loads the other bean, the setter changes the table in which the key of the other one lies.
    void relationAccessors()
    {
        eachRelation([&](const config::EjbRelation& said, EntityBean& from, EntityBean& to, Location) {
            const bool owning = said.many || !said.targetMany;
            for (const MemberId getter : accessors(from, "get", said.field))
                loads(to, getter, m_model[getter].at);
            for (const MemberId setter : accessors(from, "set", said.field))
                stores(owning ? from : to, setter, m_model[setter].at);
        });
    }

    // --- fields in place of accessors, and beans that store themselves ----------------------------------------------------

    /// EJB 1.1: the stored fields are fields of the class.
    void storedFields()
    {
        std::unordered_map<std::uint32_t, EntityBean*> fields;
        for (EntityBean& bean : m_beans)
            if (bean.table.valid())
                for (const std::string& name : bean.said->fields)
                    if (const MemberId field = fieldOf(bean, name); field.valid())
                        fields.emplace(field.value, &bean);
        if (fields.empty())
            return;
        for (const FieldAccessEdge& edge : m_model.fieldAccesses) {
            const auto found = fields.find(edge.to.value);
            if (found == fields.end() || m_model[edge.from].kind != MemberKind::Method || m_lookup.test(edge.at) ||
                m_lookup.text(m_model[edge.from].name).starts_with("ejb"))
                continue;
            edge.mode == AccessMode::Write ? stores(*found->second, edge.from, edge.at) : loads(*found->second, edge.from, edge.at);
        }
    }

    [[nodiscard]] MemberId fieldOf(const EntityBean& bean, std::string_view name) const
    {
        for (const TypeId type : m_lookup.ancestry(bean.type))
            if (const MemberId field = m_lookup.field(type, name); field.valid())
                return field;
        return {};
    }

    /// Methods of a bean and its supertypes that change a field of theirs, by themselves or through one another.
    [[nodiscard]] std::set<MemberId> changing(const EntityBean& bean)
    {
        if (m_writers.empty() && m_callers.empty()) {
            for (const FieldAccessEdge& edge : m_model.fieldAccesses)
                if (edge.mode == AccessMode::Write && m_model[edge.from].kind == MemberKind::Method)
                    m_writers.emplace(m_model[edge.to].owner, edge.from);
            for (const CallEdge& edge : m_model.calls)
                m_callers.emplace(edge.to, edge.from);
        }
        const std::vector<TypeId> ancestry = m_lookup.ancestry(bean.type);
        std::set<MemberId> found;
        std::vector<MemberId> open;
        const auto add = [&](MemberId member) {
            if (std::ranges::find(ancestry, m_model[member].owner) != ancestry.end() && found.insert(member).second)
                open.push_back(member);
        };
        for (const TypeId type : ancestry)
            for (auto [at, last] = m_writers.equal_range(type); at != last; ++at)
                add(at->second);
        while (!open.empty()) {
            const MemberId member = open.back();
            open.pop_back();
            for (auto [at, last] = m_callers.equal_range(member); at != last; ++at)
                add(at->second);
        }
        return found;
    }

    void selfManaged(const EntityBean& bean)
    {
        const std::vector<MemberId> load = m_lookup.methodsInherited(bean.type, "ejbLoad");
        const std::vector<MemberId> store = m_lookup.methodsInherited(bean.type, "ejbStore");
        const std::set<MemberId> changes = changing(bean);
        for (const std::string* name : {&bean.said->remote, &bean.said->local})
            for (const MemberId method : m_lookup.members(m_lookup.anyType(*name))) {
                if (m_model[method].kind != MemberKind::Method)
                    continue;
                const Location at = m_model[method].at;
                for (const MemberId called : load)
                    m_calls.push_back({method, called, at, Rule::Injected});
                const std::vector<MemberId> answers = m_lookup.methodsInherited(bean.type, m_lookup.text(m_model[method].name));
                if (std::ranges::any_of(answers, [&](MemberId answer) { return changes.contains(answer); }))
                    for (const MemberId called : store)
                        m_calls.push_back({method, called, at, Rule::Injected});
            }
    }

    // --- remove() ----------------------------------------------------------------------------------------------------------

    /// remove() of a home and of a component interface is one of the library: ejbRemove() answers it, and the row goes.
    void removals()
    {
        std::unordered_map<std::uint32_t, EntityBean*> interfaces;
        for (EntityBean& bean : m_beans)
            for (const std::string* name : {&bean.said->remote, &bean.said->local, &bean.said->home, &bean.said->localHome})
                if (const TypeId type = m_lookup.anyType(*name); type.valid())
                    interfaces.emplace(type.value, &bean);
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || m_lookup.text(call.name) != "remove" || m_lookup.test(call.at))
                continue;
            const auto found = interfaces.find(m_lookup.type(m_lookup.text(call.receiverType)).value);
            if (found == interfaces.end())
                continue;
            EntityBean& bean = *found->second;
            for (const MemberId answer : m_lookup.methodsInherited(bean.type, "ejbRemove"))
                m_calls.push_back({call.from, answer, call.at, Rule::Injected});
            if (bean.table.valid())
                execute(call.from, statement(bean, bean.remove, StatementKind::Delete, "ejbRemove", call.from), call.at);
        }
        m_model.calls.insert(m_model.calls.end(), m_calls.begin(), m_calls.end());
    }

    /// Finders of homes that only the build makes, and what removes: the caller runs them.
    void onAbsent()
    {
        const AbsentInterfaces absent(m_lookup, m_facts);
        for (const ExternalCall& call : m_index.externalCalls) {
            const std::string_view name = m_lookup.text(call.name);
            if (absent.empty() || !call.from.valid() || !call.receiverType.valid() || !(name.starts_with("find") || name == "remove"))
                continue;
            const AbsentInterfaces::Behind* behind = absent.of(m_lookup.text(call.receiverType));
            const auto bean = behind == nullptr || m_lookup.test(call.at) ? m_beans.end() : std::ranges::find(m_beans, behind->bean, &EntityBean::type);
            if (bean == m_beans.end() || !bean->table.valid())
                continue;
            if (name == "remove")
                execute(call.from, statement(*bean, bean->remove, StatementKind::Delete, "ejbRemove", call.from), call.at);
            else if (behind->home)
                query(*bean, call.from, name, call.at);
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    StatementTable& m_statements;
    std::vector<EntityBean> m_beans;
    std::set<TypeId> m_known;
    std::multimap<std::string, const EntityBean*> m_schemas; ///< by name in queries
    std::set<std::pair<MemberId, StatementId>> m_executed;
    std::multimap<TypeId, MemberId> m_writers; ///< by type whose field is changed
    std::multimap<MemberId, MemberId> m_callers;
    std::vector<CallEdge> m_calls; ///< added at the end
};

} // namespace

void linkEntityBeans(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements)
{
    EntityBeans(index, lookup, facts, statements).run();
}

} // namespace naru::analyzers::graph
