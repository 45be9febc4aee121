#include "analyzers/graph/FluentQueries.h"

#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// What a method of a fluent query does with the tables it is given.
struct Verb {
    std::string_view name;
    StatementKind kind = StatementKind::Select;
    bool begins = true; ///< a statement; else it adds to the one before
};

constexpr auto kQueryVerbs = std::to_array<Verb>({{"addFrom"},
                                                  {"addJoin", StatementKind::Select, false},
                                                  {"crossJoin", StatementKind::Select, false},
                                                  {"delete", StatementKind::Delete},
                                                  {"deleteFrom", StatementKind::Delete},
                                                  {"deleteQuery", StatementKind::Delete},
                                                  {"fetchAny"},
                                                  {"fetchCount"},
                                                  {"fetchExists"},
                                                  {"fetchOne"},
                                                  {"fetchOptional"},
                                                  {"from"},
                                                  {"fullJoin", StatementKind::Select, false},
                                                  {"fullOuterJoin", StatementKind::Select, false},
                                                  {"innerJoin", StatementKind::Select, false},
                                                  {"insert", StatementKind::Insert},
                                                  {"insertInto", StatementKind::Insert},
                                                  {"insertQuery", StatementKind::Insert},
                                                  {"into", StatementKind::Insert},
                                                  {"join", StatementKind::Select, false},
                                                  {"leftJoin", StatementKind::Select, false},
                                                  {"leftOuterJoin", StatementKind::Select, false},
                                                  {"merge", StatementKind::Merge},
                                                  {"mergeInto", StatementKind::Merge},
                                                  {"naturalJoin", StatementKind::Select, false},
                                                  {"replaceInto", StatementKind::Insert},
                                                  {"rightJoin", StatementKind::Select, false},
                                                  {"rightOuterJoin", StatementKind::Select, false},
                                                  {"selectFrom"},
                                                  {"straightJoin", StatementKind::Select, false},
                                                  {"truncate", StatementKind::Delete},
                                                  {"truncateTable", StatementKind::Delete},
                                                  {"update", StatementKind::Update},
                                                  {"updateQuery", StatementKind::Update},
                                                  {"using", StatementKind::Select, false}});

const Verb* verbOf(std::string_view method)
{
    const auto* const found = std::ranges::lower_bound(kQueryVerbs, method, {}, &Verb::name);
    return found != kQueryVerbs.end() && found->name == method ? found : nullptr;
}

/// new JPAUpdateClause(em, member): the class says what the query does.
const Verb* clauseOf(std::string_view receiver)
{
    const std::string_view type = simpleName(receiver);
    return type.ends_with("UpdateClause")                                                     ? verbOf("update")
           : type.ends_with("DeleteClause")                                                   ? verbOf("delete")
           : (type.ends_with("InsertClause") && receiver.find("batch") == std::string::npos) ? verbOf("insert")
                                                                                              : nullptr;
}

/// MyBatis3Utils.selectList(this::selectMany, columns, orders, completer): each method of it is a whole statement.
const Verb* wholeOf(std::string_view receiver, std::string_view method)
{
    if (simpleName(receiver) != "MyBatis3Utils")
        return nullptr;
    return method.starts_with("insert")   ? verbOf("insert")
           : method.starts_with("update") ? verbOf("update")
           : method.starts_with("delete") ? verbOf("delete")
                                          : verbOf("from");
}

bool ofLibrary(std::string_view type)
{
    return type.starts_with("com.querydsl.") || type.starts_with("org.jooq.") || type.starts_with("com.mysema.query.") ||
           type.starts_with("org.mybatis.dynamic.sql.") ||
           isOneOf(simpleName(type), {"DSLContext", "JPAExpressions", "JPAQuery", "JPAQueryFactory", "JPQLQuery", "JPQLQueryFactory",
                                      "QuerydslRepositorySupport", "SQLQueryFactory"});
}

class FluentQueries {
    struct Open {
        const Verb* verb = nullptr;
        std::uint32_t line = 0;
    };

public:
    FluentQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_entities(entities),
          m_statements(statements)
    {
    }

    void run()
    {
        collectUsers();
        if (m_users.empty())
            return;
        collectClasses();
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || m_lookup.test(call.at))
                continue;
            if (writtenTable(call))
                written(call);
            else if (!call.argTypes.empty() || m_users.contains(call.fromType.value))
                use(call);
        }
        constants();
    }

private:
    /// A type of QueryDSL or jOOQ, or one of the system that extends the base class for repositories.
    bool fluent(StringId receiver)
    {
        const auto [known, added] = m_fluent.try_emplace(receiver.value, false);
        if (added) {
            const std::string_view name = m_lookup.text(receiver);
            const TypeId own = m_lookup.type(name);
            known->second = ofLibrary(name) || (own.valid() && m_lookup.extendsExternal(own, "QuerydslRepositorySupport"));
        }
        return known->second;
    }

    /// Classes that work with a type of these libraries: there, and below them, calls on what such a call gave back count.
    void collectUsers()
    {
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.fromType.valid() && call.receiverType.valid() && fluent(call.receiverType))
                m_users.insert(call.fromType.value);
        for (const std::uint32_t type : std::vector<std::uint32_t>(m_users.begin(), m_users.end()))
            for (const TypeId below : m_lookup.descendants(TypeId(type)))
                m_users.insert(below.value);
    }

    /// Generated classes that stand in the source: what QMember and the tables of jOOQ are made of.
    void collectClasses()
    {
        for (const TypeUseEdge& edge : m_model.typeUses)
            if (edge.kind == UseKind::Generic && m_entities.of(edge.to) != nullptr && m_lookup.extendsExternal(edge.from, "EntityPathBase"))
                m_entityOf.try_emplace(edge.from.value, edge.to);
        // super(DSL.name("orders"), ...) in the constructor without parameters comes first of all names in the class
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || call.args.empty() || !call.args.front().valid())
                continue;
            if (m_lookup.text(call.name) == "<init>" &&
                isOneOf(simpleName(m_lookup.text(call.receiverType)), {"AliasableSqlTable", "SqlTable"}) &&
                m_model[call.from].kind == MemberKind::Constructor)
                m_tableOf.try_emplace(call.fromType.value, call.args.front()); // super("orders")
            if (m_lookup.text(call.name) != "name")
                continue;
            if (m_model[call.from].kind == MemberKind::Field)
                continue; // a column
            if (m_lookup.extendsExternal(call.fromType, "TableImpl") || m_lookup.extendsExternal(call.fromType, "CustomTable"))
                m_tableOf.try_emplace(call.fromType.value, call.args.front());
        }
    }

    std::vector<TableId> tablesOf(TypeId type, Location at)
    {
        if (!type.valid())
            return {};
        if (const auto table = m_tableOf.find(type.value); table != m_tableOf.end())
            return {m_statements.tables().table(simpleName(m_lookup.text(table->second)), TableOrigin::Sql, at)};
        const auto made = m_entityOf.find(type.value);
        const Entity* entity = m_entities.of(made != m_entityOf.end() ? made->second : type);
        return entity != nullptr ? entity->tables : std::vector<TableId>();
    }

    /// DSL.table("orders"): the name of a table without a generated class.
    [[nodiscard]] bool writtenTable(const ExternalCall& call) const
    {
        if (call.args.empty() || !call.args.front().valid() || m_lookup.text(call.name) != "table")
            return false;
        const std::string_view receiver = m_lookup.text(call.receiverType);
        return receiver.empty() ? m_users.contains(call.fromType.value) : simpleName(receiver) == "DSL";
    }

    /// The method that is given the table stands around it: before it where the lines are told, else behind it.
    void written(const ExternalCall& call)
    {
        const std::string_view text = m_lookup.text(call.args.front());
        const std::string_view name = text.substr(0, text.find_first_of(" \t(")); // "orders as o"
        if (name.empty())
            return;
        const TableId table = m_statements.tables().table(name.substr(name.rfind('.') + 1), TableOrigin::Sql, call.at);
        if (m_model[call.from].kind == MemberKind::Field) {
            m_constants[call.from.value].push_back(table);
            return;
        }
        constexpr std::uint32_t kNear = 2; // lines
        std::vector<Open>& open = m_open[call.from];
        if (open.empty() || call.at.line > open.back().line + kNear) {
            m_pending[call.from].push_back(table);
            return;
        }
        add(call.from, *open.back().verb, {table}, call.at);
        open.pop_back();
    }

    /// Methods that read a constant with such a table: what they do with it is the verb that nobody else gave a table.
    void constants()
    {
        if (!m_constants.empty())
            for (const FieldAccessEdge& edge : m_model.fieldAccesses) {
                const auto found = m_constants.find(edge.to.value);
                if (found == m_constants.end() || edge.mode != AccessMode::Read || m_model[edge.from].kind == MemberKind::Field)
                    continue;
                const std::vector<Open>& open = m_open[edge.from];
                add(edge.from, open.empty() ? *verbOf("from") : *open.front().verb, found->second, edge.at);
            }
        for (const auto& [member, tables] : m_pending) // given to somebody else
            add(member, *verbOf("from"), tables, m_model[member].at);
    }

    void add(MemberId member, const Verb& verb, const std::vector<TableId>& tables, Location at)
    {
        StatementId& current = m_current[member];
        if (!current.valid() || verb.begins) {
            current = m_statements.held(member, StatementOrigin::EntityUse, verb.kind, at);
            m_statements.execute(member, current, at, Rule::EntityMapping);
        }
        for (const TableId table : tables)
            m_statements.access(current, table, verb.kind == StatementKind::Select ? AccessMode::Read : AccessMode::Write, at);
    }

    void use(const ExternalCall& call)
    {
        const std::string_view receiver = m_lookup.text(call.receiverType);
        const std::string_view name = m_lookup.text(call.name);
        const Verb* whole = wholeOf(receiver, name);
        const Verb* verb = whole != nullptr ? whole : name == "<init>" ? clauseOf(receiver) : verbOf(name);
        if (verb == nullptr)
            return;
        const bool counts = receiver.empty() ? m_users.contains(call.fromType.value) : fluent(call.receiverType);
        if (!counts)
            return;
        std::vector<TableId> tables;
        for (const TypeId type : call.argTypes)
            for (const TableId table : tablesOf(type, call.at))
                tables.push_back(table);
        if (const auto pending = m_pending.find(call.from); tables.empty() && pending != m_pending.end()) {
            tables = std::move(pending->second);
            m_pending.erase(pending);
        }
        if (!tables.empty())
            add(call.from, *verb, tables, call.at);
        else if (!receiver.empty() || verb->kind == StatementKind::Select)
            m_open[call.from].push_back({verb, call.at.line});
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    StatementTable& m_statements;
    std::unordered_map<std::uint32_t, bool> m_fluent;            ///< by receiver
    std::unordered_set<std::uint32_t> m_users;                   ///< types
    std::unordered_map<std::uint32_t, TypeId> m_entityOf;        ///< by generated class of QueryDSL
    std::unordered_map<std::uint32_t, StringId> m_tableOf;       ///< by generated class of jOOQ
    std::map<MemberId, StatementId> m_current;
    std::map<MemberId, std::vector<TableId>> m_pending;                     ///< written tables that no verb took yet
    std::map<MemberId, std::vector<Open>> m_open;                           ///< verbs without a table
    std::unordered_map<std::uint32_t, std::vector<TableId>> m_constants;    ///< written tables by the field that holds them
};

} // namespace

void linkFluentQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements)
{
    FluentQueries(index, lookup, entities, statements).run();
}

} // namespace naru::analyzers::graph
