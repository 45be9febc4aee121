#include "analyzers/graph/QueryLinker.h"

#include "analyzers/graph/EntityPaths.h"
#include "analyzers/graph/EntityStatements.h"
#include "analyzers/graph/EntityUses.h"
#include "analyzers/graph/GenericMappers.h"
#include "analyzers/graph/HandedEntities.h"
#include "analyzers/graph/PersistenceCalls.h"
#include "analyzers/sql/FragmentReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Of @Query; `#{#entityName}` is the entity of the repository.
std::string queryText(const CodeLookup& lookup, const AnnotationUse& query, const Entity* entity)
{
    constexpr std::string_view kName = "#{#entityName}";
    std::string text(argument(lookup, query, "value"));
    for (std::size_t at = entity != nullptr ? text.find(kName) : std::string::npos; at != std::string::npos; at = text.find(kName, at))
        text.replace(at, kName.size(), entity->name);
    return text;
}

class QueryLinker {
public:
    QueryLinker(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements, const std::vector<bool>& used)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_entities(entities),
          m_statements(statements),
          m_used(used),
          m_ofEntities(index.model, statements),
          m_uses(entities, statements, m_ofEntities)
    {
    }

    void run()
    {
        repositories();
        repositoryBases();
        strings();
        entityUses();
        linkHandedEntities(m_index, m_lookup, m_entities, m_uses);
        linkEntityPaths(m_index, m_lookup, m_entities, m_uses);
        fieldReaders();
        m_ofEntities.link();
    }

private:
    // --- Spring Data ---------------------------------------------------------------------------------------------

    void repositories()
    {
        std::unordered_map<std::uint32_t, std::pair<Location, const Entity*>> domain;
        for (const TypeUseEdge& edge : m_model.typeUses) { // the first entity among the type arguments of the declaration
            const Entity* entity = edge.kind == UseKind::Generic ? m_entities.of(edge.to) : nullptr;
            if (!entity)
                continue;
            const auto [found, added] = domain.try_emplace(edge.from.value, std::pair(edge.at, entity));
            if (!added && edge.at < found->second.first)
                found->second = {edge.at, entity};
        }
        for (std::size_t i = 0; i < m_model.types.size(); ++i) {
            const TypeId type(i);
            const auto found = domain.find(type.value);
            const Entity* entity = found == domain.end() ? nullptr : found->second.second;
            if (entity != nullptr && m_entities.isGenericMapper(type)) {
                m_mappers[type.value] = entity;
                continue; // its own methods have statements
            }
            if (m_model.types[i].kind != TypeKind::Interface || !isRepository(m_lookup, type))
                continue;
            m_repositories[type.value] = entity;
            for (const MemberId method : m_lookup.members(type)) {
                if (m_model[method].kind == MemberKind::Method && !has(m_model[method].flags, MemberFlag::Static)) {
                    repositoryMethod(method, entity);
                }
            }
        }
    }

    void repositoryMethod(MemberId method, const Entity* entity)
    {
        const std::string_view name = m_lookup.text(m_model[method].name);
        if (const AnnotationUse* query = m_lookup.annotation(method, "Query")) {
            sqlStatement(method, method, queryText(m_lookup, *query, entity), {.jpql = !isNativeQuery(m_lookup, *query)},
                         StatementOrigin::Annotation, query->at, Rule::EntityMapping);
            return;
        }
        if (const AnnotationUse* called = m_lookup.annotation(method, "Procedure")) {
            const std::string_view written = argument(m_lookup, *called, "procedureName");
            const std::string_view value = written.empty() ? argument(m_lookup, *called, "value") : written;
            procedure(method, value.empty() ? name : value, called->at);
            return;
        }
        const std::string qualified = entity ? entity->name + "." + std::string(name) : std::string();
        if (const NamedQuery* named = m_entities.queries().find(qualified)) {
            sqlStatement(method, method, named->text, {.jpql = !named->native}, StatementOrigin::Annotation, m_model[method].at,
                         Rule::EntityMapping);
            return;
        }
        AccessMode mode = AccessMode::Read;
        StatementKind kind = StatementKind::Select;
        if (entity && modeOf(name, mode, kind)) {
            m_uses.add(method, *entity, mode, kind, StatementOrigin::DerivedQuery, m_model[method].at);
            readDerivedPaths(m_lookup, m_entities, method, *entity, name, m_uses);
        }
    }

    /// What repositories have from a base of the system (ReadOnlyRepository<T, I>) works with the entity of each: the caller executes.
    void repositoryBases()
    {
        for (const HandedCall& call : m_index.handedCalls) {
            const auto found = m_repositories.find(call.receiver.value);
            const Entity* entity = found == m_repositories.end() || m_lookup.test(call.at) ? nullptr : found->second;
            const std::string_view name = m_lookup.text(call.method);
            const auto methods = entity != nullptr ? m_lookup.methodsInherited(call.receiver, name) : std::vector<MemberId>();
            const auto base = methods.empty() ? m_repositories.end() : m_repositories.find(m_model[methods.front()].owner.value);
            if (base == m_repositories.end() || base->second != nullptr)
                continue; // a method of the repository itself, or of a fragment with code
            AccessMode mode = AccessMode::Read;
            StatementKind kind = StatementKind::Select;
            if (const AnnotationUse* query = m_lookup.annotation(methods.front(), "Query")) {
                if (argument(m_lookup, *query, "value").contains("#{#entityName}")) {
                    sqlStatement(call.from, call.from, queryText(m_lookup, *query, entity), {.jpql = !isNativeQuery(m_lookup, *query)},
                                 StatementOrigin::Annotation, call.at, Rule::EntityMapping);
                }
            } else if (modeOf(name, mode, kind)) {
                m_uses.add(call.from, *entity, mode, kind, StatementOrigin::EntityUse, call.at);
            }
        }
    }

    // --- entity uses ---------------------------------------------------------------------------------------------

    void entityUses()
    {
        if (m_entities.empty())
            return;
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || m_lookup.test(call.at))
                continue;
            const std::string_view receiver = m_lookup.text(call.receiverType);
            const std::string_view name = m_lookup.text(call.name);
            AccessMode mode = AccessMode::Read;
            StatementKind kind = StatementKind::Select;
            if (const auto repository = m_repositories.find(m_lookup.type(receiver).value); repository != m_repositories.end()) {
                const Entity* kept = repository->second;
                if (kept && kept->history.valid() && name.contains("Revision")) {
                    m_uses.readHistory(call.from, *kept, call.at);
                } else if (kept && modeOf(name, mode, kind)) {
                    m_uses.add(call.from, *kept, mode, kind, StatementOrigin::EntityUse, call.at);
                }
                continue;
            }
            if (mapperUse(call, receiver, name))
                continue;
            if (const Entity* kept = historyQuery(receiver, name) ? argumentEntity(call) : nullptr; kept && kept->history.valid()) {
                m_uses.readHistory(call.from, *kept, call.at);
                continue;
            }
            const bool criteria = criteriaRoot(receiver, name);
            if (!isPersistenceContext(receiver) && !criteria)
                continue;
            const Entity* entity = argumentEntity(call);
            const bool query = entity && entity->document && name == "createQuery"; // Morphia
            if (entity && (criteria || query || modeOf(name, mode, kind)))
                m_uses.add(call.from, *entity, mode, kind, StatementOrigin::EntityUse, call.at);
        }
    }

    /// Of MyBatis-Plus and tk.mybatis: orderMapper.selectById(1), save(order) in a ServiceImpl, baseMapper.selectList(..) there.
    bool mapperUse(const ExternalCall& call, std::string_view receiver, std::string_view name)
    {
        if (m_mappers.empty()) {
            return false;
        }
        const bool own = receiver.empty() && genericMapperOnly(name);
        const auto mapper = m_mappers.find(own ? call.fromType.value : m_lookup.type(receiver).value);
        AccessMode mode = AccessMode::Read;
        StatementKind kind = StatementKind::Select;
        if (mapper == m_mappers.end() || !genericMapperMode(name, mode, kind)) {
            return false;
        }
        m_uses.add(call.from, *mapper->second, mode, kind, StatementOrigin::EntityUse, call.at);
        return true;
    }

    const Entity* argumentEntity(const ExternalCall& call) const
    {
        const Entity* entity = m_entities.among(call.argTypes);
        return entity != nullptr ? entity : m_entities.of(call.resultType);
    }

    // --- strings -------------------------------------------------------------------------------------------------

    void strings()
    {
        // Constants of fields first: a method that hands one on executes the statement of the field.
        for (const bool fields : {true, false}) {
            for (std::size_t i = 0; i < m_index.strings.size(); ++i) {
                const StringUse& use = m_index.strings[i];
                const bool field = use.in.valid() && m_model[use.in].kind == MemberKind::Field;
                if (use.in.valid() && field == fields && !m_used[i] && !m_lookup.test(use.at))
                    string(use);
            }
        }
    }

    void string(const StringUse& use)
    {
        const std::string_view text = m_lookup.text(use.text);
        const std::string_view callee = use.context == StringContext::Argument ? m_lookup.text(use.callee) : std::string_view();
        constexpr std::size_t kDistinct = 12; // letters of a name that no other text is likely to be
        const NamedQuery* named = text.size() >= kDistinct || namedCallee(callee) ? m_entities.queries().find(text) : nullptr;
        if (namedCallee(callee) || (named != nullptr && use.calleeMember.valid())) {
            if (named != nullptr) {
                sqlStatement(use.in, use.in, named->text, {.jpql = !named->native}, StatementOrigin::StringSql, use.at,
                             Rule::EntityMapping);
            }
            return;
        }
        if (callee == "withCatalogName") {
            m_packages[use.in.value] = text;
            return;
        }
        if (storedProcedureCallee(callee) || (callee == "<init>" && simpleName(m_lookup.text(use.receiverType)) == "StoredProcedure")) {
            const auto package = callee.starts_with("with") ? m_packages.find(use.in.value) : m_packages.end();
            if (!use.dynamic)
                procedure(use.in, package == m_packages.end() ? std::string(text) : package->second + "." + std::string(text), use.at);
            return;
        }
        if (text.size() < 8 || !sql::startsLikeSql(text) || outputCallee(callee))
            return;
        const bool native = callee == "createNativeQuery" || callee == "createSQLQuery" || callee.starts_with("prepare");
        const bool jpql = !native && (jpqlCallee(callee, m_lookup.text(use.receiverType)) || namesEntities(text));
        sqlStatement(use.in, use.in, text, {.jpql = jpql, .run = runCallee(callee)}, StatementOrigin::StringSql, use.at, Rule::SqlText);
    }

    /// em.createStoredProcedureQuery("P"), new SimpleJdbcCall(ds).withProcedureName("P"), super(ds, "P"): what P does, where a script says it.
    void procedure(MemberId holder, std::string_view name, Location at)
    {
        if (!name.empty() && m_heldTexts.insert(std::to_string(holder.value) + "\n" + std::string(name)).second) {
            const StatementId statement = m_statements.held(holder, StatementOrigin::StringSql, StatementKind::Call, at);
            m_statements.addCall(statement, name);
            execute(holder, statement, at, Rule::SqlText);
        }
    }

    /// A text that nobody said is JPQL: it is when a table is written exactly like an entity and no table is called so, or when it joins
    /// an attribute of an entity.
    bool namesEntities(std::string_view text) const
    {
        if (m_entities.empty()) {
            return false;
        }
        const sql::SqlFacts facts = sql::readSql(text, {.jpql = true});
        // from Event e join e.type t: no SQL joins what belongs to an alias
        if (std::ranges::any_of(facts.paths, [&](const std::vector<std::string>& path) { return path.back().empty() && m_entities.named(path.front()); }))
            return true;
        return std::ranges::any_of(facts.tables, [&](const sql::TableUse& use) {
            const std::string name = sql::upper(use.name);
            const Entity* entity = m_entities.named(use.name);
            if (entity && sql::startsWithFrom(text) && use.name != name)
                return true; // no SQL starts so
            return entity && std::ranges::none_of(entity->tables, [&](TableId id) { return m_model.text(m_model[id].name) == name; }) &&
                   !m_statements.tables().stored(name).valid();
        });
    }

    void sqlStatement(MemberId executor, MemberId holder, std::string_view text, sql::SqlOptions how, StatementOrigin origin, Location at,
                      Rule rule)
    {
        const std::string key = std::string(text);
        if (const auto known = m_fieldTexts.find(key); known != m_fieldTexts.end() && m_model[holder].kind != MemberKind::Field) {
            const auto& holders = known->second;
            const auto own = std::ranges::find_if(holders, [&](StatementId id) {
                return m_model[m_model[m_statements[id].holder].owner].name == m_model[m_model[holder].owner].name;
            });
            execute(executor, own == holders.end() ? holders.front() : *own, at, rule);
            return;
        }
        if (!m_heldTexts.insert(std::to_string(holder.value) + "\n" + key).second) {
            return;
        }
        const sql::SqlFacts facts = sql::readSql(text, how);
        const bool believed = origin == StatementOrigin::Annotation ? facts.kind != StatementKind::Other : facts.plausible;
        if (!believed) {
            return;
        }
        const StatementId statement = m_statements.held(holder, origin, facts.kind, at);
        if (how.jpql) {
            addEntities(statement, facts, text, at);
        } else {
            m_statements.addSql(statement, facts, text, at, TextLines::OfString);
        }
        if (m_model[holder].kind == MemberKind::Field) {
            m_fieldTexts[key].push_back(statement);
            m_fieldStatements[holder.value].push_back(statement);
        } else {
            execute(executor, statement, at, rule);
        }
    }

    void execute(MemberId member, StatementId statement, Location at, Rule rule)
    {
        if (m_executed.insert((std::uint64_t{member.value} << 32) | statement.value).second) {
            m_statements.execute(member, statement, at, rule);
        }
    }

    void addEntities(StatementId statement, const sql::SqlFacts& facts, std::string_view text, Location at)
    {
        const TypeId owner = m_model[m_statements[statement].holder].owner;
        for (const sql::TableUse& use : facts.tables) {
            if (const Entity* entity = m_entities.named(use.name, owner, text)) {
                for (const TableId table : entity->tables) {
                    m_statements.access(statement, table, use.mode, at);
                }
                if (use.mode == AccessMode::Read) {
                    m_ofEntities.used(statement, *entity, StatementKind::Select);
                }
            } else if (const TableId table = m_statements.tables().stored(use.name); table.valid()) {
                m_statements.access(statement, table, use.mode, at); // SQL after all
            } else {
                m_model.unresolved.push_back({UnresolvedReason::UnknownType, m_statements[statement].id, m_model.intern(use.name), at});
            }
        }
        for (const std::vector<std::string>& path : facts.paths) {
            const Entity* entity = m_entities.named(path.front(), owner, text);
            for (std::size_t i = 1; entity && i + 1 < path.size(); ++i) {
                const auto relation = entity->relations.find(path[i]);
                if (relation == entity->relations.end()) {
                    break;
                }
                const Entity* target = m_entities.of(relation->second.target);
                if (target != nullptr && relation->second.owning && i + 2 == path.size() && path.back() == target->idProperty &&
                    !path.back().empty()) {
                    break; // i.loan.id is a column of the table of i
                }
                if (relation->second.joinTable.valid()) {
                    m_statements.access(statement, relation->second.joinTable, AccessMode::Read, at);
                }
                entity = m_entities.of(relation->second.target);
                if (entity) {
                    m_statements.access(statement, entity->tables.front(), AccessMode::Read, at);
                }
            }
        }
        Statement& made = m_statements[statement];
        made.aggregates = facts.aggregates;
    }

    /// Methods that read a constant with SQL execute it, also when the text went through a variable.
    void fieldReaders()
    {
        for (const FieldAccessEdge& edge : m_model.fieldAccesses) {
            const auto found = m_fieldStatements.find(edge.to.value);
            if (found == m_fieldStatements.end() || edge.mode != AccessMode::Read || m_model[edge.from].kind == MemberKind::Field)
                continue;
            for (const StatementId statement : found->second) {
                execute(edge.from, statement, edge.at, Rule::SqlText);
            }
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    StatementTable& m_statements;
    const std::vector<bool>& m_used;
    EntityStatements m_ofEntities;
    EntityUses m_uses;
    std::unordered_map<std::uint32_t, const Entity*> m_repositories;
    std::unordered_map<std::uint32_t, const Entity*> m_mappers; ///< of MyBatis-Plus and tk.mybatis
    std::unordered_map<std::string, std::vector<StatementId>> m_fieldTexts;
    std::unordered_map<std::uint32_t, std::vector<StatementId>> m_fieldStatements;
    std::unordered_map<std::uint32_t, std::string> m_packages; ///< of procedures, by the member that says so
    std::unordered_set<std::string> m_heldTexts;
    std::unordered_set<std::uint64_t> m_executed;
};

} // namespace

void linkQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                 const std::vector<bool>& usedStrings)
{
    QueryLinker(index, lookup, entities, statements, usedStrings).run();
}

} // namespace naru::analyzers::graph
