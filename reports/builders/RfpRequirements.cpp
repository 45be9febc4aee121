#include "reports/builders/RfpRequirements.h"

#include "reports/builders/Sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kMostLines = 40; ///< of one requirement; the rest is counted
constexpr std::size_t kMostParts = 15; ///< named in one line; the rest is counted
constexpr std::size_t kMostPaths = 6;  ///< of one title; the rest is counted

/// "ApvService.draft" of "a.b.ApvServiceImpl#draft(X)"; empty for what no service offers to others: constructors, and
/// what objects that only carry values have.
std::string operationOf(const std::string& member)
{
    const std::size_t hash = member.find('#');
    if (hash == std::string::npos)
        return member.substr(member.find(':') == std::string::npos ? 0 : member.find(':') + 1);
    std::string type = member.substr(0, hash);
    type = type.substr(type.find_last_of(".:") == std::string::npos ? 0 : type.find_last_of(".:") + 1);
    const std::string method = member.substr(hash + 1, member.find('(', hash) - hash - 1);
    if (method.starts_with('<'))
        return {};
    for (const char* values : {"VO", "Vo", "DTO", "Dto", "Exception", "Constants"})
        if (type.ends_with(values))
            return {};
    if (type.ends_with("Impl") && type.size() > 4)
        type.resize(type.size() - 4);
    return type + "." + method;
}

/// A title names what is done; a comment that explains is none.
bool isTitle(std::string_view text)
{
    constexpr std::size_t kLongest = 40; // letters
    const auto letters = std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return !text.empty() && static_cast<std::size_t>(letters) <= kLongest;
}

class RequirementList {
public:
    RequirementList(const Composer& composer, const RfpTemplate& rfp, const RfpFacts& facts)
        : m_composer(composer),
          m_rfp(rfp),
          m_facts(facts),
          m_split(splitOf(composer.input()))
    {
        if (m_split != nullptr)
            for (const Context& context : m_split->contexts)
                m_names[context.id] = context.name;
        if (const auto& code = composer.input().code)
            for (const EntryPoint& entry : code->entryPoints)
                if (const std::string_view title = code->text(entry.title); isTitle(title))
                    m_titles[std::string(code->text(entry.id))] = std::string(title);
        if (const auto& code = composer.input().code)
            for (const Member& member : code->members)
                if (has(member.flags, MemberFlag::Static))
                    m_static.insert(std::string(code->text(member.id)));
    }

    std::vector<Requirement> make()
    {
        for (const RequirementClass& known : m_rfp.classes)
            for (const TemplateRequirement& requirement : m_rfp.requirements)
                if (requirement.code == known.code && m_facts.hold(requirement.when))
                    expand(requirement, say(known.name));
        relate();
        for (Requirement& requirement : m_made)
            edit(requirement);
        return std::move(m_made);
    }

private:
    std::string say(const LocalText& text, const TextArgs& more = {}) const
    {
        TextArgs args = m_facts.values;
        args.insert(args.begin(), more.begin(), more.end());
        return fillPlaceholders(m_composer.say(text), args);
    }

    Requirement& add(const TemplateRequirement& from, const std::string& className, const TextArgs& args = {})
    {
        m_made.push_back({.key = from.id,
                          .code = from.code,
                          .className = className,
                          .id = fmt::format("{}-{:03}", classCode(m_composer, from.code), ++m_counters[from.code]),
                          .name = say(from.name, args),
                          .definition = say(from.definition, args),
                          .outputs = m_composer.say(from.outputs),
                          .source = m_composer.say(from.source),
                          .official = from.official});
        return m_made.back();
    }

    void expand(const TemplateRequirement& from, const std::string& className)
    {
        if (from.generate == "contexts" && m_split != nullptr) {
            for (const Context& context : m_split->contexts)
                contextRequirement(from, className, context);
        } else if (from.generate == "interfaces" && m_split != nullptr) {
            for (const Context& context : m_split->contexts)
                interfaceRequirement(from, className, context);
        } else if (from.generate.empty()) {
            Requirement& made = add(from, className);
            for (const LocalText& detail : from.details)
                addDetail(made, detail);
        }
    }

    void addDetail(Requirement& made, const LocalText& detail) const
    {
        std::vector<std::string> lines;
        if (detail.ko == "[[factors]]")
            lines = factorLines();
        else if (detail.ko == "[[shared-tables]]")
            lines = sharedTableLines();
        else if (detail.ko == "[[security]]")
            lines = securityLines();
        else if (detail.ko == "[[distributed]]")
            lines = distributedLines();
        else
            lines = {say(detail)};
        const std::size_t more = lines.size() > kMostLines ? lines.size() - kMostLines : 0;
        lines.resize(lines.size() - more);
        if (more > 0)
            lines.push_back(m_composer.say("report.rfp.and-more", {{"count", std::to_string(more)}}));
        made.details.insert(made.details.end(), lines.begin(), lines.end());
    }

    std::vector<std::string> factorLines() const
    {
        std::vector<std::string> lines;
        for (const FactorResult& factor : m_composer.input().audit->factors)
            if (lacking(factor))
                lines.push_back(m_composer.say("report.rfp.factor", {{"number", std::to_string(factor.id)},
                                                                     {"name", m_composer.say(factor.name)},
                                                                     {"places", std::to_string(factor.violations)}}));
        return lines;
    }

    /// Findings that name a known weakness of security, by weakness; what only hurts quality is no matter of security.
    std::vector<std::string> securityLines() const
    {
        std::vector<std::string> lines;
        if (!m_composer.input().audit)
            return lines;
        std::map<int, std::pair<std::size_t, std::string>> places; // by weakness: how many, an example
        for (const Finding& finding : m_composer.input().audit->findings) {
            if (finding.suppressed || finding.cwe.empty() || finding.iso5055 != "Security")
                continue;
            auto& [count, example] = places[finding.cwe.front()];
            if (++count == 1)
                example = where(m_composer, finding);
        }
        for (const auto& [weakness, found] : places)
            lines.push_back(
                m_composer.say("report.rfp.weakness",
                               {{"cwe", std::to_string(weakness)}, {"count", std::to_string(found.first)}, {"example", found.second}}));
        return lines;
    }

    std::vector<std::string> sharedTableLines() const
    {
        std::vector<std::string> lines;
        for (const SharedTable& shared : m_split->sharedTables) {
            std::vector<std::string> users;
            for (const auto* list : {&shared.writers, &shared.readers})
                for (const std::string& context : *list)
                    if (context != shared.proposedOwner && std::ranges::find(users, name(context)) == users.end())
                        users.push_back(name(context));
            const Context* home = homeOf(*m_split, shared.table);
            const bool elsewhere = home != nullptr && home->id != shared.proposedOwner;
            if (elsewhere)
                users.insert(users.begin(), name(shared.proposedOwner));
            lines.push_back(m_composer.say(elsewhere ? "report.rfp.shared-table-elsewhere" : "report.rfp.shared-table",
                                           {{"table", shared.table},
                                            {"owner", name(shared.proposedOwner)},
                                            {"home", home == nullptr ? std::string() : home->name},
                                            {"users", joined(users)}}));
        }
        return lines;
    }

    std::vector<std::string> distributedLines() const
    {
        std::vector<std::string> lines;
        for (const DistributedTransaction& transaction : m_split->distributedTransactions) {
            std::vector<std::string> contexts;
            for (const std::string& context : transaction.contexts)
                contexts.push_back(name(context));
            std::string line = titled(transaction.entryPoint) + ": " + joined(contexts);
            if (lines.empty() || lines.back() != line) // of several transactions of one entry point
                lines.push_back(std::move(line));
        }
        return lines;
    }

    std::string name(const std::string& context) const
    {
        const auto found = m_names.find(context);
        return found == m_names.end() ? context : found->second;
    }

    std::string titled(const std::string& entry) const
    {
        const auto found = m_titles.find(entry);
        return found == m_titles.end() || found->second.empty() ? shortEntry(entry) : shortEntry(entry) + " (" + found->second + ")";
    }

    void contextRequirement(const TemplateRequirement& from, const std::string& className, const Context& context)
    {
        Requirement& made = add(from, className, {{"name", context.name}});
        made.key += "." + context.id;
        m_byContext[context.id] = made.id;
        const auto line = [&](const char* key, const std::vector<std::string>& parts) {
            if (!parts.empty())
                made.details.push_back(m_composer.say(key, {{"count", std::to_string(parts.size())}, {"list", joined(limited(parts))}}));
        };
        const std::vector<std::string> entries = titledGroups(context.entryPoints);
        if (!entries.empty())
            made.details.push_back(m_composer.say(
                "report.rfp.entries", {{"count", std::to_string(context.entryPoints.size())}, {"list", joined(limited(entries))}}));
        line("report.rfp.owns", context.owns);
        line("report.rfp.reads", context.reads);
        line("report.rfp.events", eventNames(context));
    }

    /// Entry points by their title: "title(/a.do, /b.do)"; those without one stand alone.
    std::vector<std::string> titledGroups(const std::vector<std::string>& entries) const
    {
        std::vector<std::pair<std::string, std::vector<std::string>>> groups;
        for (const std::string& entry : entries) {
            const auto title = m_titles.find(entry);
            const std::string name = title == m_titles.end() ? std::string() : title->second;
            const std::string path = shortEntry(entry);
            auto group = name.empty() ? groups.end() : std::ranges::find(groups, name, &decltype(groups)::value_type::first);
            if (group == groups.end())
                group = groups.insert(groups.end(), {name, {}});
            group->second.push_back(path);
        }
        std::vector<std::string> out;
        for (const auto& [name, paths] : groups)
            out.push_back(name.empty() ? paths.front() : name + "(" + joined(limited(paths, kMostPaths)) + ")");
        return eachOnce(out);
    }

    std::vector<std::string> limited(std::vector<std::string> parts, std::size_t most = kMostParts) const
    {
        const std::size_t more = parts.size() > most ? parts.size() - most : 0;
        parts.resize(parts.size() - more);
        if (more > 0)
            parts.back() += m_composer.say("report.and-more", {{"count", std::to_string(more)}});
        return parts;
    }

    /// What a service offers to others: one requirement for each service that is called.
    void interfaceRequirement(const TemplateRequirement& from, const std::string& className, const Context& provider)
    {
        std::vector<std::string> callers;
        std::vector<std::string> operations;
        std::vector<std::string> callerIds;
        for (const ContextInterface& interface : m_split->interfaces) {
            if (interface.kind != InterfaceKind::Call || interface.to != provider.id)
                continue;
            callerIds.push_back(interface.from);
            callers.push_back(name(interface.from));
            for (const InterfaceFunction& function : interface.functions)
                if (const std::string operation = operationOf(function.to);
                    !operation.empty() && !m_static.contains(function.to) && std::ranges::find(operations, operation) == operations.end())
                    operations.push_back(operation);
        }
        if (callers.empty())
            return;
        Requirement& made = add(from, className, {{"to", provider.name}});
        made.key += "." + provider.id;
        callerIds.insert(callerIds.begin(), provider.id);
        m_interfaces.push_back({m_made.size() - 1, std::move(callerIds)});
        made.details.push_back(
            m_composer.say("report.rfp.callers", {{"count", std::to_string(callers.size())}, {"list", joined(limited(callers))}}));
        if (operations.empty())
            made.details.push_back(m_composer.say("report.rfp.no-operations"));
        else
            made.details.push_back(m_composer.say("report.rfp.functions",
                                                  {{"count", std::to_string(operations.size())}, {"list", joined(limited(operations))}}));
        for (const LocalText& detail : from.details)
            addDetail(made, detail);
    }

    void relate()
    {
        const auto append = [](std::string& text, const std::string& id) { text += (text.empty() ? "" : ", ") + id; };
        std::map<std::string, std::size_t> index;
        for (std::size_t i = 0; i < m_made.size(); ++i)
            index[m_made[i].id] = i;
        for (const auto& [at, contexts] : m_interfaces)
            for (const std::string& context : contexts)
                if (const auto found = m_byContext.find(context); found != m_byContext.end()) {
                    append(m_made[at].related, found->second);
                    append(m_made[index.at(found->second)].related, m_made[at].id);
                }
    }

    void edit(Requirement& requirement) const
    {
        const std::string key = "rfp.req." + requirement.key;
        requirement.madeName = requirement.name;
        requirement.madeDefinition = requirement.definition;
        requirement.madeDetails = joined(requirement.details, "\n");
        requirement.name = m_composer.worded(key + ".name", requirement.madeName);
        requirement.definition = m_composer.worded(key + ".definition", requirement.madeDefinition);
        const auto& clauses = m_composer.input().clauses;
        const auto details = clauses.find(key + ".details");
        if (details == clauses.end())
            return;
        requirement.details.clear();
        for (std::size_t from = 0; from <= details->second.size();) {
            const std::size_t end = std::min(details->second.find('\n', from), details->second.size());
            if (end > from)
                requirement.details.push_back(details->second.substr(from, end - from));
            from = end + 1;
        }
    }

    struct Link {
        std::size_t requirement;
        std::vector<std::string> contexts;
    };

    const Composer& m_composer;
    const RfpTemplate& m_rfp;
    const RfpFacts& m_facts;
    const Alternative* m_split;
    std::map<std::string, std::string> m_names;
    std::map<std::string, std::string> m_titles; ///< entry point id -> its title
    std::set<std::string> m_static;              ///< functions of a library rather than of a service
    std::map<std::string, int> m_counters;
    std::map<std::string, std::string> m_byContext; ///< context id -> requirement id
    std::vector<Link> m_interfaces;
    std::vector<Requirement> m_made;
};

} // namespace

std::string classCode(const Composer& composer, const std::string& code)
{
    const auto given = composer.input().clauses.find("rfp.code." + code);
    return given == composer.input().clauses.end() || given->second.empty() ? code : given->second;
}

std::vector<Requirement> requirementsOf(const Composer& composer, const RfpTemplate& rfp, const RfpFacts& facts)
{
    return RequirementList(composer, rfp, facts).make();
}

} // namespace naru::reports
