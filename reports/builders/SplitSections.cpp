#include "reports/builders/Sections.h"

#include "core/base/PathNames.h"
#include "core/model/CodeModelJson.h"
#include "core/model/MemberNames.h"
#include "reports/svg/ContextMap.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kMostMembers = 60; ///< listed per context; the rest is counted
constexpr std::size_t kListedTables = 8; ///< of one context, in the list of all
constexpr std::size_t kMostFunctions = 8;

class SplitChapter {
public:
    SplitChapter(Composer& composer, const Alternative& alternative) : m_composer(composer), m_split(alternative)
    {
        for (const Context& context : alternative.contexts)
            m_names[context.id] = context.name;
    }

    void write()
    {
        overview();
        for (const Context& context : m_split.contexts)
            oneContext(context);
        interfaces();
        sharedTables();
        addDistributedTransactions(m_composer, m_split);
        apart();
        metrics();
    }

private:
    std::string name(const std::string& context) const
    {
        const auto found = m_names.find(context);
        return found == m_names.end() ? context : found->second;
    }

    std::string names(const std::vector<std::string>& contexts, const std::string& separator = ", ") const
    {
        std::vector<std::string> all;
        for (const std::string& context : contexts)
            all.push_back(name(context));
        return joined(all, separator);
    }

    void overview()
    {
        m_composer.paragraph("report.split.lead", {{"count", std::to_string(m_split.contexts.size())}}, ParagraphStyle::Lead);
        if (!m_split.reasonKey.empty())
            m_composer.paragraphText(m_composer.say(m_split.reasonKey));
        addSplitMap(m_composer, m_split);
        TableBuilder table(
            m_composer, "report.split.table",
            {"report.column.context", "report.column.kind", "report.column.members", "report.column.entries", "report.column.owned"},
            {3, 2, 1.5, 1.4, 4.6});
        for (const Context& context : m_split.contexts)
            table.cell(context.name)
                .cell(m_composer.say(kindKey(context.kind)))
                .number(context.members.size())
                .number(context.entryPoints.size())
                .cell(limited(context.owns, kListedTables)) // all of them stand where the context has its own section
                .next();
        m_composer.add(table.take());
    }

    void oneContext(const Context& context)
    {
        m_composer.headingText(2, context.name, "context." + context.id);
        if (!context.kindReasonKey.empty())
            m_composer.paragraphText(m_composer.say(
                "report.split.kind", {{"kind", m_composer.say(kindKey(context.kind))}, {"reason", m_composer.say(context.kindReasonKey)}}));
        TableBuilder table(m_composer, "report.split.context-table", {"report.column.item", "report.column.value"}, {1.6, 8});
        const auto row = [&](const char* key, const std::string& value) {
            if (!value.empty())
                table.cell(m_composer.say(key)).cell(value).next();
        };
        std::map<MemberRole, std::vector<PartitionMember>> members;
        for (const PartitionMember& member : context.members)
            members[member.role].push_back(member);
        row("report.split.words", joined(context.words));
        row("report.split.classes", limitedByHome(members[MemberRole::Class]));
        row("report.split.views", limitedByHome(members[MemberRole::View]));
        row("report.split.owns", joined(context.owns));
        row("report.split.reads", joined(context.reads));
        std::vector<std::string> entries;
        for (const std::string& entry : context.entryPoints)
            entries.push_back(shortEntry(entry));
        row("report.split.entries", limited(eachOnce(entries)));
        row("report.split.events", limited(eventNames(context)));
        std::vector<std::string> aggregates;
        for (const Aggregate& aggregate : context.aggregates)
            aggregates.push_back(aggregate.root + " (" + joined(aggregate.tables) + ")");
        row("report.split.aggregates", joined(aggregates, "; "));
        core::ReportTable built = table.take();
        built.anchor += "." + context.id;
        m_composer.add(std::move(built));
    }

    std::string limited(std::vector<std::string> parts, std::size_t most = kMostMembers) const
    {
        const std::string more = cut(m_composer, parts, most);
        return joined(parts) + more;
    }

    std::string limitedByHome(std::vector<PartitionMember> members) const
    {
        const std::string more = cut(m_composer, members, kMostMembers);
        return byHome(members) + more;
    }

    void interfaces()
    {
        m_composer.heading(2, "report.split.interfaces");
        if (m_split.interfaces.empty())
            return m_composer.paragraph("report.split.no-interfaces");
        TableBuilder table(m_composer, "report.split.interfaces-table",
                           {"report.column.from", "report.column.to", "report.column.kind", "report.column.functions",
                            "report.column.crossing", "report.column.style"},
                           {1.9, 1.9, 1.8, 5, 3, 1.4});
        for (const ContextInterface& interface : m_split.interfaces)
            table.cell(name(interface.from))
                .cell(name(interface.to))
                .cell(m_composer.say(interfaceKey(interface.kind)))
                .cell(functionsOf(interface))
                .cell(crossing(interface))
                .cell(interface.style.empty() ? "" : m_composer.say("report.style." + interface.style))
                .next();
        m_composer.add(table.take());
    }

    std::string functionsOf(const ContextInterface& interface) const
    {
        std::vector<std::string> called; // by each caller, as often as it calls
        for (const bool data : {false, true}) // constructors and fields of what is handed over say least of an interface
            for (const InterfaceFunction& function : interface.functions)
                if ((function.style == "data") == data)
                    called.insert(called.end(), static_cast<std::size_t>(std::max(1, function.calls)), shortMember(function.to));
        std::vector<std::string> functions = eachOnce(called);
        const std::string more = cut(m_composer, functions, kMostFunctions);
        std::string text = joined(functions, "; ") + more;
        if (interface.accesses.empty() && !interface.tables.empty()) // of an older result
            text += (text.empty() ? "" : "; ") + joined(interface.tables);
        return text;
    }

    /// Types by their simple names with the number of their fields, tables with their statements.
    std::string crossing(const ContextInterface& interface) const
    {
        std::vector<std::string> parts;
        for (const CrossingType& type : interface.data)
            parts.push_back(std::string(core::simpleName(type.type)) +
                            (type.fields.empty() ? "" : fmt::format(" ({})", type.fields.size())));
        for (const CrossingAccess& access : interface.accesses)
            parts.push_back(m_composer.say(
                "report.split.crossing-access",
                {{"table", access.table}, {"reads", std::to_string(access.reads)}, {"writes", std::to_string(access.writes)}}));
        const std::string more = cut(m_composer, parts, kMostFunctions);
        return joined(parts, "; ") + more;
    }

    void sharedTables()
    {
        m_composer.heading(2, "report.split.shared-tables");
        if (m_split.sharedTables.empty())
            return m_composer.paragraph("report.split.no-shared-tables");
        TableBuilder table(m_composer, "report.split.shared-tables-table",
                           {"report.column.table", "report.column.home", "report.column.owner", "report.column.writers",
                            "report.column.readers", "report.column.reason"},
                           {3, 1.9, 1.9, 2.3, 2.9, 3});
        for (const SharedTable& shared : m_split.sharedTables) {
            const Context* home = homeOf(m_split, shared.table);
            table.cell(shared.table)
                .cell(home == nullptr ? "" : home->name)
                .cell(name(shared.proposedOwner))
                .cell(names(shared.writers))
                .cell(names(shared.readers))
                .cell(shared.reasonKey.empty() ? "" : m_composer.say(shared.reasonKey))
                .next();
        }
        m_composer.add(table.take());
    }

    void apart()
    {
        m_composer.heading(2, "report.split.apart");
        TableBuilder table(m_composer, "report.split.apart-table", {"report.column.group", "report.column.count", "report.column.members"},
                           {2, 1, 8});
        const auto row = [&](const char* key, const std::vector<PartitionMember>& members) {
            table.cell(m_composer.say(key)).number(members.size()).cell(limitedByHome(members)).next();
        };
        row("report.split.shared", m_split.shared);
        row("report.split.unused", m_split.unused);
        row("report.split.unassigned", m_split.unassigned);
        m_composer.add(table.take());
    }

    void metrics()
    {
        m_composer.heading(2, "report.split.metrics");
        m_composer.paragraph("report.split.metrics-note", {}, ParagraphStyle::Note);
        TableBuilder table(m_composer, "report.split.metrics-table", {"report.column.metric", "report.column.value"}, {3, 2});
        for (const auto& [metric, value] : m_split.metrics)
            table.cell(metric).number(fmt::format("{:.{}f}", value, value == std::floor(value) ? 0 : 4)).next();
        m_composer.add(table.take());
    }

    Composer& m_composer;
    const Alternative& m_split;
    std::map<std::string, std::string> m_names;
};

} // namespace

std::vector<std::string> eventNames(const Context& context)
{
    std::vector<std::string> names;
    for (const DomainEvent& event : context.events)
        if (std::ranges::find(names, event.name) == names.end())
            names.push_back(event.name);
    return names;
}

const Context* homeOf(const Alternative& split, std::string_view table)
{
    for (const Context& context : split.contexts)
        if (std::ranges::find(context.owns, table) != context.owns.end())
            return &context;
    return nullptr;
}

std::string shortEntry(std::string_view entry)
{
    if (entry.starts_with("* ")) // answers every method of HTTP
        entry.remove_prefix(2);
    const std::size_t space = entry.rfind(' ');
    const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
    if (entry.find('/', start) != std::string_view::npos)
        return std::string(entry); // an address
    std::size_t from = start;      // past the packages: parts that begin with a small letter, before a part that does not
    while (from < entry.size() && std::islower(static_cast<unsigned char>(entry[from])) != 0) {
        const std::size_t dot = entry.find('.', from);
        if (dot == std::string_view::npos)
            return std::string(entry);
        from = dot + 1;
    }
    return std::string(entry.substr(0, start)) + std::string(entry.substr(from));
}

std::vector<std::string> eachOnce(const std::vector<std::string>& names)
{
    std::vector<std::pair<std::string, int>> counted;
    for (const std::string& name : names) {
        const auto known = std::ranges::find(counted, name, &std::pair<std::string, int>::first);
        if (known == counted.end())
            counted.emplace_back(name, 1);
        else
            ++known->second;
    }
    std::vector<std::string> out;
    for (const auto& [name, count] : counted)
        out.push_back(count > 1 ? fmt::format("{} ×{}", name, count) : name);
    return out;
}

std::string byHome(const std::vector<PartitionMember>& members)
{
    std::map<std::string, std::vector<std::string>> homes;
    for (const PartitionMember& member : members) {
        const std::string& name = member.name;
        const std::size_t slash = name.rfind('/'); // modules of C are files, too
        const bool package = member.role == MemberRole::Class && slash == std::string::npos;
        const std::size_t end = package ? name.rfind('.') : slash;
        homes[end == std::string::npos ? "" : name.substr(0, end)].push_back(end == std::string::npos ? name : name.substr(end + 1));
    }
    std::vector<std::string> parts;
    for (const auto& [home, names] : homes)
        parts.push_back(home.empty() ? joined(names) : home + ": " + joined(names));
    return joined(parts, "; ");
}

void addSplitMap(Composer& composer, const Alternative& split)
{
    constexpr double kWidth = 170; // mm, as wide as the text
    constexpr double kMostHeight = 200;
    Picture map = contextMap(split, mapWords(composer.texts(), composer.input().systemName));
    const double scale = std::min(kWidth / map.width, kMostHeight / map.height);
    composer.figure(std::move(map.svg), "report.split.map",
                    composer.say("report.split.map-text", {{"count", std::to_string(split.contexts.size())},
                                                           {"interfaces", std::to_string(split.interfaces.size())}}),
                    map.width * scale, map.height * scale);
}

void addSystem(Composer& composer)
{
    composer.heading(1, "report.system");
    addSystemTable(composer);
}

void addSystemTable(Composer& composer)
{
    const auto& code = composer.input().code;
    if (!code)
        return composer.gap("report.system.none");
    const nlohmann::json totals = codeSummary(*code);
    TableBuilder table(composer, "report.system.table", {"report.column.item", "report.column.count"}, {4, 2});
    const auto row = [&](const char* key, std::size_t value) { table.cell(composer.say(key)).number(value).next(); };
    row("report.system.files", totals["files"]["parsed"].get<std::size_t>());
    row("report.system.failed", totals["files"]["failed"].get<std::size_t>());
    row("report.system.lines", totals["loc"].get<std::size_t>());
    row("report.system.types", totals["counts"]["types"].get<std::size_t>());
    row("report.system.members", totals["counts"]["members"].get<std::size_t>());
    row("report.system.tables", code->tables.size());
    row("report.system.statements", code->statements.size());
    row("report.system.views", code->views.size());
    row("report.system.entries", code->entryPoints.size());
    row("report.system.calls", code->calls.size());
    row("report.system.unresolved", code->unresolved.size());
    composer.add(table.take());
    composer.paragraph("report.system.note", {}, ParagraphStyle::Note);
}

void addSplit(Composer& composer)
{
    composer.heading(1, "report.split");
    const auto& partition = composer.input().partition;
    if (!partition || partition->alternatives.empty())
        return composer.gap("report.split.none");
    SplitChapter(composer, partition->alternatives.front()).write();
    for (const std::string& note : partition->notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

} // namespace naru::reports
