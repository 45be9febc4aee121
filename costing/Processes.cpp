#include "costing/Processes.h"

#include "core/model/CallReach.h"
#include "costing/FlowMeaning.h"
#include "costing/ProcessMerges.h"
#include "costing/TableRoles.h"
#include "costing/Tariff.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::costing {

using core::CodeModel;
using core::FunctionType;
using core::StatementId;
using core::TableId;

namespace {

/// Builds processes out of flows, one by one.
class ProcessBuilder {
public:
    ProcessBuilder(const CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files, const Conventions& conventions)
        : m_model(model),
          m_flows(flows),
          m_files(files),
          m_conventions(conventions),
          m_meaning(model, flows, files, conventions)
    {
    }

    ProcessList run()
    {
        for (std::size_t i = 0; i < m_flows.size(); ++i)
            addFlow(i);
        dropInnerRemotes();
        mergeProcesses(m_model, m_flows, m_conventions, m_meaning, m_out);
        return std::move(m_out);
    }

private:
    /// The half of a save handler that adds or that changes.
    [[nodiscard]] Process variantOf(const Process& whole, TableId table, core::StatementKind leftOut, const char* variant) const
    {
        Process half = whole;
        half.variant = variant;
        half.reasonKeys.emplace_back("costing.reason.save-split");
        std::erase_if(half.statements, [&](StatementId id) { return m_model[id].kind == leftOut && writesTable(m_model[id], table); });
        return half;
    }

    void drop(std::size_t flow, std::string why) { m_out.dropped.push_back({.flow = flow, .whyKey = std::move(why)}); }

    void decideType(const Flow& flow, Hint hint, Process& process) const
    {
        const bool writes = std::ranges::any_of(flow.writes, [&](TableId table) { return m_meaning.kept(table); });
        const bool counter = writes && m_meaning.onlyCounts(flow);
        if (hint == Hint::Query) {
            process.type = FunctionType::EQ;
            process.reasonKeys.emplace_back("costing.reason.hint-eq");
        } else if (writes && !counter) {
            process.type = FunctionType::EI;
            process.reasonKeys.emplace_back("costing.reason.writes");
        } else if (hint == Hint::Output) {
            process.type = FunctionType::EO;
            process.reasonKeys.emplace_back("costing.reason.hint-eo");
        } else if (counter && m_conventions.is("viewCounter", "eo")) {
            process.type = FunctionType::EO;
            process.reasonKeys.emplace_back("costing.reason.view-counter");
        } else if (m_meaning.derives(flow, m_conventions.is("pagingCounts", "derived") ? flow.statements : process.statements)) {
            process.type = FunctionType::EO;
            process.reasonKeys.emplace_back("costing.reason.derived");
        } else if (m_conventions.is("calculations", "eo") && !m_meaning.displaysForm(flow) && m_meaning.calculates(flow)) {
            process.type = FunctionType::EO;
            process.reasonKeys.emplace_back("costing.reason.calculates");
        } else {
            process.type = FunctionType::EQ;
            process.reasonKeys.emplace_back("costing.reason.reads");
        }
    }

    /// A security framework asks for the user in place of the handler.
    void addSignIn(std::size_t index)
    {
        Process process{.flows = {index}, .tables = m_meaning.signInTables(), .statements = m_meaning.signInStatements()};
        for (const TableId table : process.tables)
            process.files.push_back(m_files.fileOf[table.value]);
        sortUnique(process.files);
        process.reasonKeys = {"costing.reason.sign-in"};
        m_out.processes.push_back(std::move(process));
    }

    void addFlow(std::size_t index)
    {
        const Flow& flow = m_flows[index];
        const Hint hint = m_meaning.hintOf(flow);
        if (hint == Hint::NotCounted)
            return drop(index, "costing.dropped.not-counted-kind");
        if (hint == Hint::Social && m_conventions.is("socialLogin", "notCounted"))
            return drop(index, "costing.dropped.social-login");
        if (technicalProgram(flow, m_conventions))
            return drop(index, "costing.dropped.technical-program");
        if (flow.background && m_conventions.is("batch", "notCounted"))
            return drop(index, "costing.dropped.batch");
        if (!flow.touchesData())
            return m_meaning.signsIn(flow) ? addSignIn(index)
                                           : drop(index, flow.handler.valid() ? "costing.dropped.no-data" : "costing.dropped.no-handler");
        Process process{.flows = {index}};
        process.tables = flow.reads;
        process.tables.insert(process.tables.end(), flow.writes.begin(), flow.writes.end());
        sortUnique(process.tables);
        for (const TableId table : process.tables)
            if (m_meaning.kept(table))
                process.files.push_back(m_files.fileOf[table.value]);
        sortUnique(process.files);
        // Statistics over logs are shown to people, although the logs themselves are not counted.
        if (process.files.empty() && !(hint == Hint::Output && m_meaning.readsLogs(flow)))
            return drop(index, "costing.dropped.only-dropped-tables");
        if (m_conventions.is("batch", "crossing") && m_meaning.housekeeping(flow))
            return drop(index, "costing.dropped.housekeeping");
        process.statements = m_meaning.ownStatements(flow);
        decideType(flow, hint, process);
        if (hint == Hint::Social) {
            process.type = FunctionType::EQ;
            process.reasonKeys = {"costing.reason.social-login"};
        }
        process.display = process.type != FunctionType::EI && m_meaning.displaysForm(flow);
        if (process.type != FunctionType::EI && m_conventions.is("missingPages", "notCounted") && m_meaning.pageMissing(flow))
            return drop(index, "costing.dropped.no-page");
        if (flow.background)
            process.reasonKeys.emplace_back("costing.reason.background");
        const TableId saved = process.type == FunctionType::EI ? m_meaning.savedTable(flow, process.statements) : TableId();
        if (saved.valid()) {
            m_out.processes.push_back(variantOf(process, saved, core::StatementKind::Update, "insert"));
            m_out.processes.push_back(variantOf(process, saved, core::StatementKind::Insert, "update"));
            return;
        }
        m_out.processes.push_back(std::move(process));
    }

    [[nodiscard]] bool onlyRemote(const Flow& flow) const
    {
        return std::ranges::all_of(flow.entries,
                                   [&](core::EntryPointId entry) { return m_model[entry].kind == core::EntryPointKind::Remote; });
    }

    /// Members that the counted functions of the users run, from their handlers down.
    [[nodiscard]] std::vector<bool> runByUsers() const
    {
        std::vector<core::MemberId> starts;
        for (const Process& process : m_out.processes) {
            const Flow& flow = m_flows[process.flows.front()];
            if (flow.background || onlyRemote(flow))
                continue;
            if (flow.members.empty())
                starts.push_back(flow.handler);
            starts.insert(starts.end(), flow.members.begin(), flow.members.end());
        }
        return core::reachedFrom(m_model, starts);
    }

    /// A remote method that a counted function of the users runs on its way is a part of that function, not one more: an elementary
    /// process is complete in itself and counted once, however it is called (IFPUG CPM 4.3, elementary process; ISO/IEC 20926).
    /// A bean at least half of whose remote methods are such parts is a seam between two tiers inside the boundary: what else it
    /// offers is offered to those functions, and none of them is it.
    void dropInnerRemotes()
    {
        std::set<std::size_t> remote;
        for (const Process& process : m_out.processes)
            if (onlyRemote(m_flows[process.flows.front()]))
                remote.insert(process.flows.front());
        if (remote.empty())
            return;
        const std::vector<bool> reached = runByUsers();
        const auto inner = [&](std::size_t flow) { return m_flows[flow].handler.valid() && reached[m_flows[flow].handler.value]; };
        std::map<std::string, std::ptrdiff_t> balance; // by bean: methods that are parts, less those that are not
        for (const std::size_t flow : remote)
            balance[m_flows[flow].owner] += inner(flow) ? 1 : -1;
        const auto seam = [&](std::size_t flow) { return balance.at(m_flows[flow].owner) >= 0; };
        std::erase_if(remote, [&](std::size_t flow) { return !inner(flow) && !seam(flow); });
        std::erase_if(m_out.processes, [&](const Process& process) { return remote.contains(process.flows.front()); });
        for (const std::size_t flow : remote)
            drop(flow, inner(flow) ? "costing.dropped.inner-remote" : "costing.dropped.inner-seam");
    }

    const CodeModel& m_model;
    const std::vector<Flow>& m_flows;
    const FileGrouping& m_files;
    const Conventions& m_conventions;
    FlowMeaning m_meaning;
    ProcessList m_out;
};

} // namespace

ProcessList findProcesses(const CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files, const Conventions& conventions)
{
    return ProcessBuilder(model, flows, files, conventions).run();
}

} // namespace naru::costing
