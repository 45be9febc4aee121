#include "costing/MergeList.h"

#include <algorithm>

namespace naru::costing {

using core::StatementId;

Statements sorted(Statements statements)
{
    sortUnique(statements);
    return statements;
}

bool within(const Statements& inner, const Statements& outer)
{
    return std::ranges::includes(outer, inner);
}

MergeList::MergeList(const core::CodeModel& model, const std::vector<Flow>& flows, std::vector<Process>& processes)
    : m_model(model),
      m_flows(flows),
      m_all(processes)
{
    index();
}

void MergeList::index()
{
    m_statements.clear();
    m_gone.assign(m_all.size(), false);
    m_byOwner.clear();
    m_byStatement.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        m_statements.push_back(sorted(m_all[i].statements));
        m_byOwner[lead(i).owner].push_back(i);
        for (const StatementId id : m_statements.back())
            m_byStatement[id].push_back(i);
    }
}

void MergeList::absorb(std::size_t into, std::size_t gone, const char* reasonKey)
{
    Process& stays = m_all[into];
    const Process& other = m_all[gone];
    stays.flows.insert(stays.flows.end(), other.flows.begin(), other.flows.end());
    stays.files.insert(stays.files.end(), other.files.begin(), other.files.end());
    stays.tables.insert(stays.tables.end(), other.tables.begin(), other.tables.end());
    sortUnique(stays.files);
    sortUnique(stays.tables);
    if (std::ranges::find(stays.reasonKeys, reasonKey) == stays.reasonKeys.end())
        stays.reasonKeys.emplace_back(reasonKey);
    m_gone[gone] = true;
}

void MergeList::compact()
{
    if (std::ranges::find(m_gone, true) == m_gone.end())
        return;
    std::vector<Process> left;
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (!m_gone[i])
            left.push_back(std::move(m_all[i]));
    m_all = std::move(left);
    index();
}

Statements MergeList::reachedBy(std::size_t process) const
{
    Statements all;
    for (const std::size_t flow : m_all[process].flows)
        all.insert(all.end(), m_flows[flow].statements.begin(), m_flows[flow].statements.end());
    return sorted(std::move(all));
}

bool MergeList::reads(StatementId statement, std::size_t process) const
{
    return std::ranges::any_of(m_model[statement].accesses, [&](const core::TableAccess& access) {
        return access.table.valid() && std::ranges::any_of(m_all[process].flows, [&](std::size_t flow) {
                   return std::ranges::binary_search(m_flows[flow].writes, access.table);
               });
    });
}

std::set<std::pair<core::TableId, core::StatementKind>> MergeList::changesOf(std::size_t process) const
{
    std::set<std::pair<core::TableId, core::StatementKind>> out;
    for (const StatementId id : m_statements[process])
        for (const core::TableAccess& access : m_model[id].accesses)
            if (access.mode == core::AccessMode::Write && access.table.valid())
                out.emplace(access.table, m_model[id].kind);
    return out;
}

} // namespace naru::costing
