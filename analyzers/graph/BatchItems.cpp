#include "analyzers/graph/BatchItems.h"

#include "core/base/Words.h"

#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool writesEntities(std::string_view made)
{
    return isOneOf(simpleName(made), {"JpaItemWriter", "JpaItemWriterBuilder", "HibernateItemWriter", "HibernateItemWriterBuilder", "MongoItemWriter",
                                      "MongoItemWriterBuilder"});
}

class BatchItems {
public:
    BatchItems(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements, std::vector<bool>& used)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_entities(entities),
          m_statements(statements),
          m_used(used)
    {
    }

    void run()
    {
        std::map<MemberId, std::pair<TypeId, Location>> repositories; // that a reader or writer is given
        std::map<MemberId, std::string_view> methods;
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || m_lookup.test(call.at))
                continue;
            const std::string_view name = m_lookup.text(call.name);
            if (name == "<init>" && writesEntities(m_lookup.text(call.receiverType)))
                write(call);
            else if (isOneOf(name, {"repository", "setRepository"}) && !call.argTypes.empty() && call.argTypes.front().valid())
                repositories[call.from] = {call.argTypes.front(), call.at};
            else if (isOneOf(name, {"methodName", "setMethodName"}) && !call.args.empty() && call.args.front().valid())
                methods[call.from] = m_lookup.text(call.args.front());
        }
        for (const auto& [member, given] : repositories)
            if (const auto method = methods.find(member); method != methods.end())
                for (const MemberId called : m_lookup.methodsInherited(given.first, method->second))
                    m_model.calls.push_back({member, called, given.second, Rule::Injected});
        clauses();
    }

private:
    /// selectClause("ID, NAME").fromClause("from PAY").whereClause("X > 1"): what follows FROM names the tables.
    void clauses()
    {
        for (std::size_t i = 0; i < m_index.strings.size(); ++i) {
            const StringUse& use = m_index.strings[i];
            if (!use.in.valid() || use.context != StringContext::Argument || m_lookup.test(use.at))
                continue;
            const std::string_view callee = m_lookup.text(use.callee);
            if (!isOneOf(callee, {"fromClause", "setFromClause", "selectClause", "setSelectClause", "whereClause", "setWhereClause"}))
                continue;
            m_used[i] = true;
            if (!isOneOf(callee, {"fromClause", "setFromClause"}))
                continue;
            const std::string_view text = m_lookup.text(use.text);
            const std::string whole = (sql::startsLikeSql(text) ? "select * " : "select * from ") + std::string(text);
            const sql::SqlFacts facts = sql::readSql(whole);
            if (facts.tables.empty())
                continue;
            const StatementId statement = m_statements.held(use.in, StatementOrigin::StringSql, StatementKind::Select, use.at);
            m_statements.addSql(statement, facts, whole, use.at, TextLines::OfString);
            m_statements.execute(use.in, statement, use.at, Rule::SqlText);
        }
    }

    void write(const ExternalCall& call)
    {
        const MethodDetail* detail = m_lookup.detail(call.from);
        const Entity* entity = m_entities.of(call.resultType);
        if (entity == nullptr && detail != nullptr)
            entity = m_entities.of(detail->returnProjectType);
        if (entity == nullptr || !m_done.insert({call.from, entity->type}).second)
            return;
        const StatementId statement = m_statements.held(call.from, StatementOrigin::EntityUse, StatementKind::Merge, call.at);
        for (const TableId table : entity->tables)
            m_statements.access(statement, table, AccessMode::Write, call.at);
        for (const TableId table : m_entities.cascaded(*entity, StatementKind::Update))
            m_statements.access(statement, table, AccessMode::Write, call.at);
        m_statements.execute(call.from, statement, call.at, Rule::EntityMapping);
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    StatementTable& m_statements;
    std::vector<bool>& m_used;
    std::set<std::pair<MemberId, TypeId>> m_done;
};

} // namespace

void linkBatchItems(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                    std::vector<bool>& usedStrings)
{
    BatchItems(index, lookup, entities, statements, usedStrings).run();
}

} // namespace naru::analyzers::graph
