#include "analyzers/graph/QueryRuns.h"

#include "analyzers/graph/CodeLookup.h"
#include "core/base/Words.h"

#include <algorithm>
#include <string_view>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Of JPA, Hibernate, JDO and JDBC; templates of Spring run what they are given.
bool runs(std::string_view receiver, std::string_view name)
{
    if (isOneOf(name, {"getResultList", "getSingleResult", "getResultStream", "getSingleResultOrNull", "uniqueResult", "uniqueResultOptional",
                       "executeUpdate", "executeQuery", "executeBatch"}))
        return true;
    if (isOneOf(name, {"list", "iterate", "scroll", "stream", "execute"}))
        return receiver.ends_with("Query") || receiver.ends_with("Statement");
    return isOneOf(name, {"query", "queryForInt", "queryForList", "queryForLong", "queryForMap", "queryForObject", "queryForRowSet",
                          "queryForStream", "update", "batchUpdate"}) &&
           (receiver.ends_with("JdbcTemplate") || receiver.ends_with("JdbcOperations") || receiver.ends_with("JdbcDaoSupport"));
}

bool makesQuery(std::string_view name)
{
    return name == "getNamedQuery" || name == "getNamedNativeQuery" || (name.starts_with("create") && name.ends_with("Query"));
}

} // namespace

std::vector<QueryRun> queryRuns(const CodeIndex& index)
{
    std::vector<QueryRun> found;
    const CodeModel& model = index.model;
    for (const ExternalCall& call : index.externalCalls) {
        const std::string_view name = model.text(call.name);
        if (!call.from.valid())
            continue;
        if (const bool makes = makesQuery(name); makes || runs(simpleName(model.text(call.receiverType)), name))
            found.push_back({call.from, call.at.line, makes});
    }
    std::ranges::sort(found);
    return found;
}

std::uint32_t runLine(const ExecuteEdge& edge, const std::vector<QueryRun>& runs)
{
    const auto at = std::ranges::lower_bound(runs, QueryRun{edge.from, edge.at.line, false});
    const auto inMember = [&](auto run) { return run != runs.end() && run->member == edge.from; };
    if (edge.rule != Rule::SqlText) { // an entity by its class is read or stored at once
        const auto made = std::ranges::find_if(
            at, runs.end(), [&](const QueryRun& run) { return run.makes || run.member != edge.from || run.line != edge.at.line; });
        if (edge.rule != Rule::EntityMapping || !inMember(made) || !made->makes || made->line != edge.at.line)
            return edge.at.line;
    }
    const auto run = std::ranges::find_if(at, runs.end(), [&](const QueryRun& one) { return !one.makes || one.member != edge.from; });
    return inMember(run) ? run->line : edge.at.line;
}

} // namespace naru::analyzers::graph
