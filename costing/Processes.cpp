#include "costing/Processes.h"

#include "costing/FlowMeaning.h"
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

template <typename Value> void sortUnique(std::vector<Value>& values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Builds processes out of flows, one by one, then merges.
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
        mergeSamePath();
        mergeDisplays();
        mergeDuplicates();
        mergeSamePurpose();
        mergeMessages();
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
            return drop(index, flow.handler.valid() ? "costing.dropped.no-data" : "costing.dropped.no-handler");
        Process process{.flows = {index}};
        process.tables = flow.reads;
        process.tables.insert(process.tables.end(), flow.writes.begin(), flow.writes.end());
        sortUnique(process.tables);
        for (const TableId table : process.tables)
            if (m_meaning.kept(table))
                process.files.push_back(m_files.fileOf[table.value]);
        sortUnique(process.files);
        if (process.files.empty())
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

    void absorb(Process& into, const Process& other, const char* reasonKey)
    {
        into.flows.insert(into.flows.end(), other.flows.begin(), other.flows.end());
        into.files.insert(into.files.end(), other.files.begin(), other.files.end());
        into.tables.insert(into.tables.end(), other.tables.begin(), other.tables.end());
        sortUnique(into.files);
        sortUnique(into.tables);
        if (std::ranges::find(into.reasonKeys, reasonKey) == into.reasonKeys.end())
            into.reasonKeys.emplace_back(reasonKey);
    }

    /// Removes the processes that were absorbed.
    void compact(const std::vector<bool>& gone)
    {
        std::vector<Process> left;
        for (std::size_t i = 0; i < m_out.processes.size(); ++i)
            if (!gone[i])
                left.push_back(std::move(m_out.processes[i]));
        m_out.processes = std::move(left);
    }

    [[nodiscard]] static std::vector<StatementId> sorted(std::vector<StatementId> statements)
    {
        sortUnique(statements);
        return statements;
    }

    /// A path without the ending that only says in which form the answer comes: /vets.html, /vets.json, /vets.
    [[nodiscard]] static std::string stemOf(const std::string& path)
    {
        const std::size_t dot = path.rfind('.');
        return dot == std::string::npos || path.find('/', dot) != std::string::npos ? path : path.substr(0, dot);
    }

    /// doGet that hands on to doPost of the same class and path: one function with optional paths.
    void mergeSamePath()
    {
        auto& all = m_out.processes;
        std::vector<bool> gone(all.size(), false);
        std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> byPlace;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Flow& flow = m_flows[all[i].flows.front()];
            if (!flow.path.empty())
                byPlace[{flow.owner, stemOf(flow.path)}].push_back(i);
        }
        for (const auto& [place, members] : byPlace)
            for (const std::size_t later : members)
                for (const std::size_t earlier : members)
                    if (earlier < later && !gone[earlier] && !gone[later] && all[earlier].type == all[later].type &&
                        all[earlier].variant == all[later].variant && sorted(all[earlier].statements) == sorted(all[later].statements)) {
                        absorb(all[earlier], all[later], "costing.reason.optional-paths");
                        gone[later] = true;
                    }
        compact(gone);
    }

    /// "room" of roomSave, saveRoom and insertRoom alike.
    [[nodiscard]] std::string saveNoun(const Flow& flow) const
    {
        std::string noun = m_meaning.nounOf(flow);
        for (const std::string_view verb : {"save", "insert", "update", "regist", "proc"})
            if (noun.size() > verb.size() && noun.ends_with(verb))
                noun.resize(noun.size() - verb.size());
            else if (noun.size() > verb.size() && noun.starts_with(verb))
                noun.erase(0, verb.size());
        return noun;
    }

    /// The submit that belongs to a form: same class, and the same path or the same purpose.
    [[nodiscard]] std::size_t submitOf(std::size_t display) const
    {
        const auto& all = m_out.processes;
        const Flow& form = m_flows[all[display].flows.front()];
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Flow& flow = m_flows[all[i].flows.front()];
            if (all[i].type == FunctionType::EI && flow.owner == form.owner && flow.submits &&
                (flow.path == form.path || saveNoun(flow) == m_meaning.nounOf(form)))
                return i;
        }
        return FileGrouping::kNone;
    }

    /// The function that shows what a form shows: the same queries, or at least one of them for the same thing;
    /// everything else the form shows must be a choice list.
    [[nodiscard]] std::size_t shownBy(std::size_t display, const std::vector<bool>& gone) const
    {
        const auto& all = m_out.processes;
        const Flow& form = m_flows[all[display].flows.front()];
        const auto wanted = sorted(all[display].statements);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i == display || gone[i] || all[i].type == FunctionType::EI || (all[i].display && i > display))
                continue;
            const auto offered = sorted(all[i].statements);
            const bool same = m_meaning.nounOf(m_flows[all[i].flows.front()]) == m_meaning.nounOf(form);
            const bool whole = !all[i].display && !wanted.empty() && std::ranges::includes(offered, wanted);
            if (offered == wanted || (same && std::ranges::includes(offered, wanted)) || whole)
                return i;
        }
        return FileGrouping::kNone;
    }

    /// A form that shows only what other functions retrieve anyway is no function of its own.
    void mergeDisplays()
    {
        auto& all = m_out.processes;
        const bool always = m_conventions.is("formDisplay", "merged");
        std::vector<bool> gone(all.size(), false);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].display)
                continue;
            const Flow& form = m_flows[all[i].flows.front()];
            const bool choicesOnly =
                std::ranges::all_of(all[i].statements, [&](StatementId id) { return m_meaning.isChoiceList(id, form); });
            std::size_t into = choicesOnly ? submitOf(i) : shownBy(i, gone);
            if (into == FileGrouping::kNone && always)
                into = submitOf(i);
            if (into == FileGrouping::kNone)
                continue;
            absorb(all[into], all[i], "costing.reason.form-display");
            gone[i] = true;
        }
        compact(gone);
    }

    [[nodiscard]] std::string duplicateKey(const Process& process) const
    {
        std::string key(1, static_cast<char>('0' + static_cast<int>(process.type)));
        for (const StatementId id : sorted(process.statements))
            key += " " + std::to_string(id.value);
        const Flow& flow = m_flows[process.flows.front()];
        key += process.variant;
        const bool queriesMerged = m_conventions.is("viewsOnOneQuery", "merged") && process.type != FunctionType::EI;
        if (!queriesMerged)
            key += " " + m_meaning.purposeOf(flow);
        if (m_conventions.is("userAndAdministrator", "separate"))
            key += " " + flow.owner;
        return key;
    }

    /// The same function on several screens, for several groups of users.
    void mergeDuplicates()
    {
        auto& all = m_out.processes;
        std::vector<bool> gone(all.size(), false);
        std::map<std::string, std::size_t> known;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].statements.empty())
                continue;
            const auto [place, isNew] = known.emplace(duplicateKey(all[i]), i);
            if (isNew)
                continue;
            absorb(all[place->second], all[i], "costing.reason.duplicate");
            gone[i] = true;
        }
        compact(gone);
    }

    /// The same function through another technology (servlet and page bean, page and service): the same purpose by its name,
    /// and the statements of one among those of the other.
    void mergeSamePurpose()
    {
        auto& all = m_out.processes;
        std::vector<bool> gone(all.size(), false);
        std::map<std::string, std::vector<std::size_t>> byPurpose;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string purpose = lettersOf(m_meaning.purposeOf(m_flows[all[i].flows.front()]));
            if (!purpose.empty() && !all[i].statements.empty() && !m_flows[all[i].flows.front()].background)
                byPurpose[std::string(nameOf(all[i].type)) + all[i].variant + " " + purpose].push_back(i);
        }
        for (const auto& [key, members] : byPurpose)
            for (const std::size_t later : members)
                for (const std::size_t earlier : members) {
                    if (earlier >= later || gone[earlier] || gone[later] ||
                        m_flows[all[earlier].flows.front()].owner == m_flows[all[later].flows.front()].owner)
                        continue;
                    const auto one = sorted(all[earlier].statements);
                    const auto other = sorted(all[later].statements);
                    if (std::ranges::includes(one, other) || std::ranges::includes(other, one)) {
                        absorb(all[earlier], all[later], "costing.reason.duplicate");
                        gone[later] = true;
                    }
                }
        compact(gone);
    }

    /// What a message handler writes, a function of the users writes, too: the second half of that function, done later.
    void mergeMessages()
    {
        auto& all = m_out.processes;
        std::vector<bool> gone(all.size(), false);
        const auto written = [&](const Process& process) {
            std::vector<StatementId> out;
            for (const StatementId id : process.statements)
                if (m_model[id].kind != core::StatementKind::Select)
                    out.push_back(id);
            sortUnique(out);
            return out;
        };
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Flow& flow = m_flows[all[i].flows.front()];
            const auto own = written(all[i]);
            if (!flow.background || flow.timed || own.empty())
                continue;
            for (std::size_t into = 0; into < all.size() && !gone[i]; ++into)
                if (!m_flows[all[into].flows.front()].background && std::ranges::includes(written(all[into]), own)) {
                    absorb(all[into], all[i], "costing.reason.internal-message");
                    gone[i] = true;
                }
        }
        compact(gone);
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
