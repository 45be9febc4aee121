#include "reports/builders/RfpRequirements.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kMostLines = 40; ///< of one requirement; the rest is counted

const Alternative* splitOf(const ReportInput& input)
{
    return input.partition && !input.partition->alternatives.empty() ? &input.partition->alternatives.front() : nullptr;
}

bool lacking(const FactorResult& factor)
{
    return factor.state == FactorState::Violated || factor.state == FactorState::Partly;
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
                m_titles[std::string(code->text(entry.id))] = std::string(code->text(entry.title));
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
        m_made.push_back({.code = from.code,
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
            for (const ContextInterface& interface : m_split->interfaces)
                if (interface.kind == InterfaceKind::Call)
                    interfaceRequirement(from, className, interface);
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
                                                                     {"places", std::to_string(factor.evidence.size())}}));
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
            lines.push_back(m_composer.say("report.rfp.shared-table",
                                           {{"table", shared.table}, {"owner", name(shared.proposedOwner)}, {"users", joined(users)}}));
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
            lines.push_back(titled(transaction.entryPoint) + ": " + joined(contexts));
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
        return found == m_titles.end() || found->second.empty() ? entry : entry + " (" + found->second + ")";
    }

    void contextRequirement(const TemplateRequirement& from, const std::string& className, const Context& context)
    {
        Requirement& made = add(from, className, {{"name", context.name}});
        m_byContext[context.id] = made.id;
        const auto line = [&](const char* key, const std::vector<std::string>& parts) {
            if (!parts.empty())
                made.details.push_back(m_composer.say(key, {{"count", std::to_string(parts.size())}, {"list", joined(limited(parts))}}));
        };
        std::vector<std::string> entries;
        for (const std::string& entry : context.entryPoints)
            entries.push_back(titled(entry));
        std::vector<std::string> events;
        for (const DomainEvent& event : context.events)
            events.push_back(event.name);
        line("report.rfp.entries", entries);
        line("report.rfp.owns", context.owns);
        line("report.rfp.reads", context.reads);
        line("report.rfp.events", events);
    }

    std::vector<std::string> limited(std::vector<std::string> parts) const
    {
        const std::size_t more = parts.size() > kMostLines ? parts.size() - kMostLines : 0;
        parts.resize(parts.size() - more);
        if (more > 0)
            parts.back() += m_composer.say("report.and-more", {{"count", std::to_string(more)}});
        return parts;
    }

    void interfaceRequirement(const TemplateRequirement& from, const std::string& className, const ContextInterface& interface)
    {
        Requirement& made = add(from, className, {{"from", name(interface.from)}, {"to", name(interface.to)}});
        m_interfaces.push_back({m_made.size() - 1, interface.from, interface.to});
        std::vector<std::string> functions;
        for (const InterfaceFunction& function : interface.functions)
            if (std::ranges::find(functions, function.to) == functions.end())
                functions.push_back(function.to);
        made.details.push_back(
            m_composer.say("report.rfp.functions", {{"count", std::to_string(functions.size())}, {"list", joined(limited(functions))}}));
    }

    void relate()
    {
        const auto append = [](std::string& text, const std::string& id) { text += (text.empty() ? "" : ", ") + id; };
        std::map<std::string, std::size_t> index;
        for (std::size_t i = 0; i < m_made.size(); ++i)
            index[m_made[i].id] = i;
        for (const auto& [at, from, to] : m_interfaces)
            for (const std::string& context : {from, to})
                if (const auto found = m_byContext.find(context); found != m_byContext.end()) {
                    append(m_made[at].related, found->second);
                    append(m_made[index.at(found->second)].related, m_made[at].id);
                }
    }

    void edit(Requirement& requirement) const
    {
        const auto& clauses = m_composer.input().clauses;
        const auto given = [&](const char* part) { return clauses.find("rfp.req." + requirement.id + "." + part); };
        if (const auto found = given("name"); found != clauses.end())
            requirement.name = found->second;
        if (const auto found = given("definition"); found != clauses.end())
            requirement.definition = found->second;
        if (const auto found = given("details"); found != clauses.end())
            requirement.details = {found->second};
    }

    struct Link {
        std::size_t requirement;
        std::string from;
        std::string to;
    };

    const Composer& m_composer;
    const RfpTemplate& m_rfp;
    const RfpFacts& m_facts;
    const Alternative* m_split;
    std::map<std::string, std::string> m_names;
    std::map<std::string, std::string> m_titles; ///< entry point id -> its title
    std::map<std::string, int> m_counters;
    std::map<std::string, std::string> m_byContext; ///< context id -> requirement id
    std::vector<Link> m_interfaces;
    std::vector<Requirement> m_made;
};

} // namespace

bool RfpFacts::hold(const std::vector<std::string>& when) const
{
    return std::ranges::all_of(
        when, [this](const std::string& fact) { return fact.starts_with('!') ? !facts.contains(fact.substr(1)) : facts.contains(fact); });
}

RfpFacts factsOf(const Composer& composer)
{
    const ReportInput& input = composer.input();
    RfpFacts out;
    out.values.emplace_back("system", input.systemName);
    if (input.assessment) {
        static constexpr std::array kVerdicts = {"verdict.adopt", "verdict.review", "verdict.keep", "verdict.incomplete"};
        out.facts.insert(kVerdicts.at(static_cast<std::size_t>(input.assessment->verdict)));
        if (input.assessment->verdict != Verdict::Incomplete)
            out.facts.insert("diagnosed");
        out.values.emplace_back("yes", std::to_string(input.assessment->yes));
    }
    if (input.audit && std::ranges::any_of(input.audit->factors, lacking))
        out.facts.insert("factors");
    if (const Alternative* split = splitOf(input)) {
        out.facts.insert("split");
        out.values.emplace_back("contexts", std::to_string(split->contexts.size()));
        if (!split->sharedTables.empty())
            out.facts.insert("shared-tables");
        if (!split->distributedTransactions.empty())
            out.facts.insert("distributed");
        if (std::ranges::any_of(split->interfaces, [](const ContextInterface& i) { return i.kind == InterfaceKind::Call; }))
            out.facts.insert("interfaces");
    }
    if (input.estimate) {
        out.facts.insert("estimate");
        out.values.emplace_back("total", TableBuilder::grouped(input.estimate->total));
        out.values.emplace_back("edition", input.estimate->edition);
        out.values.emplace_back("fp", TableBuilder::grouped(input.estimate->fp));
    }
    if (input.plan) {
        double months = 0;
        for (const Wave& wave : input.plan->waves)
            months = std::max(months, wave.startMonth + wave.durationMonths);
        if (months > 0) {
            out.facts.insert("months");
            out.values.emplace_back("months", fmt::format("{:.1f}", months));
        }
    }
    return out;
}

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
