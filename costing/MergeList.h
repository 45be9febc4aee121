#pragma once

#include "costing/FlowMeaning.h"
#include "costing/Processes.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace naru::costing {

using Statements = std::vector<core::StatementId>;

Statements sorted(Statements statements);
[[nodiscard]] bool within(const Statements& inner, const Statements& outer);

/// The processes while they are merged, with what is compared again and again. Absorbed ones stay in place, marked, until compact().
class MergeList {
public:
    MergeList(const core::CodeModel& model, const std::vector<Flow>& flows, std::vector<Process>& processes);

    [[nodiscard]] std::size_t size() const { return m_all.size(); }
    [[nodiscard]] Process& operator[](std::size_t process) { return m_all[process]; }
    [[nodiscard]] const Process& operator[](std::size_t process) const { return m_all[process]; }
    [[nodiscard]] bool gone(std::size_t process) const { return m_gone[process]; }
    [[nodiscard]] bool input(std::size_t process) const { return m_all[process].type == core::FunctionType::EI; }
    [[nodiscard]] const Flow& lead(std::size_t process) const { return m_flows[m_all[process].flows.front()]; }
    [[nodiscard]] const Statements& statements(std::size_t process) const { return m_statements[process]; } ///< sorted
    [[nodiscard]] const std::vector<std::size_t>& ofOwner(const std::string& owner) const { return m_byOwner.at(owner); }
    /// Those that execute a statement.
    [[nodiscard]] const std::vector<std::size_t>& executing(core::StatementId statement) const { return m_byStatement.at(statement); }
    /// Everything that the flows of a process execute.
    [[nodiscard]] Statements reachedBy(std::size_t process) const;
    /// The statement reads a table that a flow of the process writes.
    [[nodiscard]] bool reads(core::StatementId statement, std::size_t process) const;
    /// What is done to which tables.
    [[nodiscard]] std::set<std::pair<core::TableId, core::StatementKind>> changesOf(std::size_t process) const;

    void absorb(std::size_t into, std::size_t gone, const char* reasonKey);
    /// Removes the processes that were absorbed.
    void compact();

private:
    void index();

    const core::CodeModel& m_model;
    const std::vector<Flow>& m_flows;
    std::vector<Process>& m_all;
    std::vector<Statements> m_statements;
    std::vector<bool> m_gone;
    std::map<std::string, std::vector<std::size_t>> m_byOwner;
    std::map<core::StatementId, std::vector<std::size_t>> m_byStatement;
};

/// Merges what belongs to an input form or only frames other functions: displays, checks, choices, view counters, pages.
void mergeForms(const core::CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions, const FlowMeaning& meaning,
                MergeList& list);

} // namespace naru::costing
