#include "costing/Counter.h"

#include "costing/ApiLinks.h"
#include "costing/Decisions.h"
#include "costing/FunctionNames.h"
#include "costing/LogicalFiles.h"
#include "costing/Processes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace naru::costing {

using core::CodeModel;
using core::CountedFunction;
using core::Decimal;
using core::DroppedFunction;
using core::Evidence;
using core::FunctionPointCount;
using core::FunctionType;
using core::Location;
using core::TableId;

namespace {

constexpr std::size_t kShownStatements = 4;

/// Writes flows, files and processes down as counted functions with their evidence.
class CountWriter {
public:
    CountWriter(const CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files, const Conventions& conventions)
        : m_model(model),
          m_flows(flows),
          m_files(files),
          m_conventions(conventions),
          m_names(model, flows, conventions)
    {
    }

    [[nodiscard]] CountedFunction dataFunction(const LogicalFile& file) const
    {
        CountedFunction out;
        out.id = "file:" + std::string(m_model.text(m_model[file.main].name));
        out.name = m_names.ofTable(file.main);
        out.type = file.maintained ? FunctionType::ILF : FunctionType::EIF;
        out.ret = static_cast<int>(file.tables.size());
        std::set<std::string> fields;
        for (const TableId table : file.tables) {
            out.tables.emplace_back(m_model.text(m_model[table].name));
            fields.merge(fieldsOf(table));
            out.evidence.push_back(evidence("code", m_model[table].at, m_model.text(m_model[table].name)));
        }
        out.det = static_cast<int>(fields.size());
        out.reasonKeys.emplace_back(file.maintained  ? "costing.reason.maintained"
                                    : file.reference ? "costing.reason.reference"
                                                     : "costing.reason.read-only");
        if (!file.groupedKey.empty())
            out.reasonKeys.push_back(file.groupedKey);
        addWriter(file, out);
        return finished(std::move(out));
    }

    [[nodiscard]] CountedFunction transactionFunction(const Process& process) const
    {
        const Flow& lead = m_flows[process.flows.front()];
        CountedFunction out;
        out.type = process.type;
        for (const std::size_t flow : process.flows)
            for (const core::EntryPointId entry : m_flows[flow].entries)
                out.entryPoints.emplace_back(m_model.text(m_model[entry].id));
        out.id = "process:" + placeOf(lead) + (process.variant.empty() ? "" : "#" + process.variant);
        out.name = m_names.ofFlow(lead, subjectOf(process, lead), process.type == FunctionType::EI, process.variant);
        const bool everyJoin = m_conventions.is("fileReferences", "everyJoin");
        out.ftr = static_cast<int>(everyJoin ? process.tables.size() : process.files.size());
        out.det = static_cast<int>(fieldsOf(process).size());
        for (const TableId table : process.tables)
            out.tables.emplace_back(m_model.text(m_model[table].name));
        for (const std::size_t flow : process.flows) {
            const core::EntryPoint& entry = m_model[m_flows[flow].entries.front()];
            out.evidence.push_back(
                evidence("code", m_flows[flow].at, placeOf(m_flows[flow]) + " " + std::string(m_model.text(entry.handlerName))));
        }
        for (std::size_t i = 0; i < std::min(kShownStatements, process.statements.size()); ++i) {
            const core::Statement& statement = m_model[process.statements[i]];
            out.evidence.push_back(evidence("code", statement.at, m_model.text(statement.id)));
        }
        out.reasonKeys = process.reasonKeys;
        return finished(std::move(out));
    }

    [[nodiscard]] DroppedFunction dropped(const DroppedTable& one) const
    {
        const core::Table& table = m_model[one.table];
        return {.name = std::string(m_model.text(table.name)),
                .whyKey = one.whyKey,
                .evidence = evidence("code", table.at, m_model.text(table.comment)),
                .kind = "table"};
    }

    [[nodiscard]] DroppedFunction dropped(const DroppedFlow& one) const
    {
        const core::EntryPoint& entry = m_model[m_flows[one.flow].entries.front()];
        return {.name = placeOf(m_flows[one.flow]),
                .whyKey = one.whyKey,
                .evidence = evidence("code", m_flows[one.flow].at, m_model.text(entry.handlerName)),
                .kind = "entryPoint"};
    }

private:
    /// "GET /app?action=login": the entry point, and the action behind it.
    [[nodiscard]] std::string placeOf(const Flow& flow) const
    {
        const std::string entry(m_model.text(m_model[flow.entries.front()].id));
        if (flow.action.empty())
            return entry;
        return entry + (entry.find('?') == std::string::npos ? "?" : "&") + flow.action;
    }

    [[nodiscard]] Evidence evidence(const char* kind, const Location& at, std::string_view text) const
    {
        return {.kind = kind, .file = std::string(m_model.path(at)), .line = static_cast<int>(at.line), .text = std::string(text)};
    }

    static CountedFunction finished(CountedFunction function)
    {
        function.proposedType = function.type;
        if (function.det == 0)
            function.reasonKeys.emplace_back("costing.reason.fields-unknown");
        return function;
    }

    [[nodiscard]] std::set<std::string> fieldsOf(TableId table) const
    {
        const auto columns = countedColumns(m_model, table, m_conventions);
        return {columns.begin(), columns.end()};
    }

    /// Unique fields that cross the boundary: those the statements name, else those of their tables.
    [[nodiscard]] std::set<std::string> fieldsOf(const Process& process) const
    {
        const bool audit = m_conventions.is("auditColumns", "counted");
        std::set<std::string> fields;
        for (const core::StatementId id : process.statements) {
            const core::Statement& statement = m_model[id];
            const bool writes = statement.kind != core::StatementKind::Select;
            if (process.type == FunctionType::EI && !writes && process.statements.size() > 1)
                continue; // what an input checks on the way does not cross the boundary
            std::set<std::string> named;
            bool everything = statement.columns.empty();
            for (const core::StringId column : statement.columns) {
                const std::string_view name = m_model.text(column);
                everything = everything || name.ends_with('*');
                if (!name.ends_with('*') && (audit || !m_conventions.auditColumns.matches(name)))
                    named.emplace(name);
            }
            if (everything && statement.kind == core::StatementKind::Delete)
                named.merge(keysOf(statement));
            else if (everything)
                for (const core::TableAccess& access : statement.accesses)
                    if (access.table.valid() && m_files.fileOf[access.table.value] != FileGrouping::kNone)
                        named.merge(fieldsOf(access.table));
            fields.merge(named);
        }
        return fields;
    }

    [[nodiscard]] std::set<std::string> keysOf(const core::Statement& statement) const
    {
        std::set<std::string> keys;
        for (const core::TableAccess& access : statement.accesses)
            if (access.table.valid())
                for (const core::Column& column : m_model[access.table].columns)
                    if (column.primaryKey)
                        keys.emplace(m_model.text(column.name));
        return keys;
    }

    /// The table a transaction is about: what it writes first, else what it reads first, among those that count.
    [[nodiscard]] TableId subjectOf(const Process& process, const Flow& flow) const
    {
        for (const bool writing : {true, false})
            for (const core::StatementId id : process.statements)
                for (const core::TableAccess& access : m_model[id].accesses)
                    if (access.table.valid() && m_files.fileOf[access.table.value] != FileGrouping::kNone &&
                        (access.mode == core::AccessMode::Write) == writing && (!writing || process.type == FunctionType::EI))
                        return access.table;
        const auto& tables = flow.writes.empty() ? flow.reads : flow.writes;
        return tables.empty() ? TableId() : tables.front();
    }

    /// One statement that maintains the file, as the proof of ILF.
    void addWriter(const LogicalFile& file, CountedFunction& out) const
    {
        for (const Flow& flow : m_flows)
            for (const core::StatementId id : flow.statements)
                for (const core::TableAccess& access : m_model[id].accesses)
                    if (access.mode == core::AccessMode::Write && std::ranges::find(file.tables, access.table) != file.tables.end()) {
                        out.evidence.push_back(evidence("code", m_model[id].at, m_model.text(m_model[id].id)));
                        return;
                    }
    }

    const CodeModel& m_model;
    const std::vector<Flow>& m_flows;
    const FileGrouping& m_files;
    const Conventions& m_conventions;
    FunctionNames m_names;
};

/// Several functions of one name are told apart by the words of their handlers.
void addTransactions(const CountWriter& writer, const ProcessList& processes, const std::vector<Flow>& flows, FunctionPointCount& out)
{
    std::map<std::string, int> known;
    const std::size_t first = out.functions.size();
    for (const Process& process : processes.processes) {
        out.functions.push_back(writer.transactionFunction(process));
        ++known[out.functions.back().name];
    }
    for (std::size_t i = 0; i < processes.processes.size(); ++i) {
        CountedFunction& function = out.functions[first + i];
        if (known.at(function.name) < 2)
            continue;
        const Flow& lead = flows[processes.processes[i].flows.front()];
        const std::string place = lead.pathName();
        function.name += " (" + (place.empty() || !lead.action.empty() ? lead.method : place) + ")";
    }
}

void orderFunctions(FunctionPointCount& count)
{
    std::ranges::stable_sort(count.functions, {}, [](const CountedFunction& function) {
        const Evidence at = function.evidence.empty() ? Evidence() : function.evidence.front();
        return std::tuple(function.manual, isData(function.proposedType) ? 0 : 1, at.file, at.line, function.id);
    });
    std::ranges::stable_sort(count.dropped, {},
                             [](const DroppedFunction& one) { return std::tuple(one.kind == "table" ? 0 : 1, one.whyKey, one.name); });
}

} // namespace

void recompute(FunctionPointCount& count, const Tariff& tariff)
{
    count.weightsEdition = tariff.edition;
    std::array<Decimal, 5> sums;
    Decimal total;
    bool unknownFields = false;
    for (CountedFunction& function : count.functions) {
        const int groups = isData(function.type) ? function.ret : function.ftr;
        if (function.det > 0)
            function.complexity = tariff.complexity(function.type, groups, function.det);
        else if (!function.manual)
            unknownFields = true;
        const Decimal& points = tariff.weight(function.type, count.method, function.complexity);
        function.fp = points.text();
        if (function.state == core::FunctionState::Rejected)
            continue;
        sums.at(static_cast<std::size_t>(function.type)) += points;
        total += points;
    }
    count.total = total.text();
    count.byType.clear();
    for (std::size_t i = 0; i < sums.size(); ++i)
        count.byType.emplace_back(nameOf(static_cast<FunctionType>(i)), sums.at(i).text());
    Decimal links;
    for (CountedFunction& link : count.apiLinks) {
        link.fp = tariff.weight(link.type, count.method, link.complexity).text();
        const auto points = Decimal::parse(link.fp);
        links += points.value_or(Decimal());
    }
    count.apiLinksTotal = links.text();
    std::erase(count.notes, "costing.note.fields-unknown");
    if (unknownFields && count.method == core::CountMethod::Standard)
        count.notes.emplace_back("costing.note.fields-unknown");
}

core::Result<FunctionPointCount> count(const CodeModel& model, const CountOptions& options, const Conventions& conventions,
                                       const Tariff& tariff, core::Job& job)
{
    const auto cancelled = [] { return core::failure(core::ErrorCode::Cancelled, "costing.count.cancelled"); };
    job.progress("costing.progress.count", 0);
    const std::vector<Flow> flows = flowsOf(model);
    if (job.cancelled())
        return cancelled();
    const FileGrouping files = groupFiles(model, flows, conventions);
    job.progress("costing.progress.count", 0.4);
    if (job.cancelled())
        return cancelled();
    const ProcessList processes = findProcesses(model, flows, files, conventions);
    job.progress("costing.progress.count", 0.8);
    if (job.cancelled())
        return cancelled();

    FunctionPointCount out{.method = options.method, .convention = conventions.id};
    out.conventionName = conventions.name;
    out.conventions = conventions.shown();
    const CountWriter writer(model, flows, files, conventions);
    for (const LogicalFile& file : files.files)
        out.functions.push_back(writer.dataFunction(file));
    addTransactions(writer, processes, flows, out);
    for (const DroppedTable& one : files.dropped)
        out.dropped.push_back(writer.dropped(one));
    for (const DroppedFlow& one : processes.dropped)
        out.dropped.push_back(writer.dropped(one));
    if (const auto applied = applyDecisions(out, options.decisions); !applied)
        return std::unexpected(applied.error());
    if (options.split != nullptr) {
        assignContexts(out, *options.split);
        out.apiLinks = apiLinkFunctions(*options.split, options.method, tariff, operationsOf(model));
        out.splitKnown = true;
    }
    if (model.entryPoints.empty())
        out.notes.emplace_back("costing.note.no-entry-points");
    if (!model.unresolved.empty())
        out.notes.emplace_back("costing.note.unresolved");
    recompute(out, tariff);
    orderFunctions(out);
    job.progress("costing.progress.count", 1);
    return out;
}

} // namespace naru::costing
