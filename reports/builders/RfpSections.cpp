#include "reports/builders/RfpSections.h"

#include "reports/builders/RfpRequirements.h"
#include "reports/builders/Sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kMostProblems = 10;

class RfpDocument {
public:
    RfpDocument(Composer& composer, const RfpTemplate& rfp)
        : m_composer(composer),
          m_rfp(rfp),
          m_facts(factsOf(composer)),
          m_requirements(requirementsOf(composer, rfp, m_facts))
    {
    }

    void write()
    {
        for (const TemplateBlock& block : m_rfp.blocks)
            if (m_facts.hold(block.when))
                put(block);
        m_composer.paragraphText(
            m_composer.say("report.rfp.template", {{"edition", m_rfp.edition}, {"source", m_composer.say(m_rfp.source)}}),
            ParagraphStyle::Note);
    }

private:
    std::string filled(const LocalText& text) const { return fillPlaceholders(m_composer.say(text), m_facts.values); }

    void put(const TemplateBlock& block)
    {
        switch (block.type) {
        case TemplateBlock::Type::Heading:
            m_composer.headingText(block.level, filled(block.text), block.id);
            break;
        case TemplateBlock::Type::Text:
            m_composer.clause(block.id, filled(block.text),
                              block.style == "gap"    ? ParagraphStyle::Gap
                              : block.style == "note" ? ParagraphStyle::Note
                                                      : ParagraphStyle::Body);
            break;
        case TemplateBlock::Type::List: {
            std::vector<std::string> items;
            for (const TemplateBlock::Item& item : block.items)
                if (m_facts.hold(item.when))
                    items.push_back((item.level > 0 ? "- " : "") + filled(item.text));
            m_composer.listClauseItems(block.id, items);
            break;
        }
        case TemplateBlock::Type::Insert:
            insert(block.insert);
            break;
        }
    }

    void insert(const std::string& name)
    {
        static const std::map<std::string, void (RfpDocument::*)()> kParts = {
            {"system-table", &RfpDocument::system},   {"problems", &RfpDocument::problems},
            {"maturity", &RfpDocument::maturity},     {"contexts-table", &RfpDocument::contexts},
            {"schedule", &RfpDocument::schedule},     {"requirement-summary", &RfpDocument::summary},
            {"requirement-list", &RfpDocument::list}, {"requirement-details", &RfpDocument::details},
            {"evaluation", &RfpDocument::evaluation}, {"technology-plan", &RfpDocument::technology},
            {"split-map", &RfpDocument::map},         {"timeline", &RfpDocument::timeline},
            {"effects", &RfpDocument::effects},       {"stages", &RfpDocument::stages},
        };
        if (const auto found = kParts.find(name); found != kParts.end())
            (this->*found->second)();
    }

    void system() { addSystemTable(m_composer); }

    void problems()
    {
        if (!m_composer.input().audit)
            return m_composer.gap("report.readiness.none");
        addProblems(m_composer, kMostProblems);
    }

    void map() { addSplitMap(m_composer, m_composer.input().partition->alternatives.front()); }
    void timeline() { addTimeline(m_composer); }
    void effects() { addEffectsTable(m_composer); }
    void stages() { addStages(m_composer); }

    void maturity()
    {
        const auto& maturity = m_composer.input().maturity;
        if (!maturity)
            return m_composer.gap("report.maturity.none");
        std::vector<std::string> items;
        for (const LadderResult& ladder : maturity->ladders)
            items.push_back(m_composer.say(ladder.name) + ": " + m_composer.say(ladder.levelName));
        m_composer.list(items);
    }

    void contexts()
    {
        TableBuilder table(m_composer, "report.rfp.contexts-table",
                           {"report.column.number", "report.column.service", "report.column.entries", "report.column.owned"},
                           {0.7, 3, 1.2, 6});
        std::size_t number = 0;
        for (const Context& context : m_composer.input().partition->alternatives.front().contexts) {
            std::string owned;
            for (const std::string& owns : context.owns)
                owned += (owned.empty() ? "" : ", ") + owns;
            table.number(++number).cell(context.name).number(context.entryPoints.size()).cell(owned).next();
        }
        m_composer.add(table.take());
    }

    void schedule()
    {
        const auto& plan = m_composer.input().plan;
        if (!plan || plan->waves.empty())
            return m_composer.gap("report.plan.none");
        TableBuilder table(
            m_composer, "report.rfp.schedule",
            {"report.column.wave", "report.column.phase", "report.column.services", "report.column.start", "report.column.months"},
            {0.9, 3, 6, 1.4, 1.4});
        for (const Wave& wave : plan->waves) {
            std::string names;
            for (const PlannedContext& context : wave.contexts)
                names += (names.empty() ? "" : ", ") + context.name;
            table.cell(std::to_string(wave.number), Alignment::Center)
                .cell(m_composer.say(wave.nameKey))
                .cell(names.empty() ? "-" : names)
                .number(wave.durationMonths > 0 ? fmt::format("{:.1f}", wave.startMonth) : "-")
                .number(wave.durationMonths > 0 ? fmt::format("{:.1f}", wave.durationMonths) : "-")
                .next();
        }
        m_composer.add(table.take());
    }

    void summary()
    {
        TableBuilder table(m_composer, "report.rfp.summary",
                           {"report.column.group", "report.column.meaning", "report.column.id-rule", "report.column.requirements"},
                           {1.4, 4, 3, 1.6});
        std::size_t all = 0;
        for (const RequirementClass& known : m_rfp.classes) {
            std::size_t count = 0;
            for (const Requirement& requirement : m_requirements)
                count += requirement.code == known.code ? 1U : 0U;
            if (count == 0)
                continue;
            const std::string code = classCode(m_composer, known.code);
            m_composer.listClause("rfp.code." + known.code, known.code);
            table.cell(code, Alignment::Center)
                .cell(m_composer.say(known.name))
                .cell(code + "-001" + (count > 1 ? fmt::format(" ~ {}-{:03}", code, count) : std::string()), Alignment::Center)
                .number(count)
                .next();
            all += count;
        }
        table.cell(m_composer.say("report.row.total"), Alignment::Center).cell("").cell("").number(all).next();
        m_composer.add(table.take());
    }

    void list()
    {
        TableBuilder table(
            m_composer, "report.rfp.list",
            {"report.column.number", "report.column.requirement-class", "report.column.requirement-id", "report.column.requirement-name"},
            {0.7, 3, 1.6, 6});
        std::size_t number = 0;
        for (const Requirement& requirement : m_requirements)
            table.number(++number).cell(requirement.className).cell(requirement.id, Alignment::Center).cell(requirement.name).next();
        m_composer.add(table.take());
    }

    void details()
    {
        for (const Requirement& requirement : m_requirements) {
            const std::string key = "rfp.req." + requirement.key;
            m_composer.listClause(key + ".name", requirement.madeName);
            m_composer.listClause(key + ".definition", requirement.madeDefinition);
            m_composer.listClause(key + ".details", requirement.madeDetails);
            m_composer.add(detailTable(requirement));
        }
    }

    Cell label(const char* key, int rows, int columns) const
    {
        return {
            .runs = {plain(m_composer.say(key))}, .rowSpan = rows, .columnSpan = columns, .header = true, .alignment = Alignment::Center};
    }

    ReportTable detailTable(const Requirement& requirement) const
    {
        ReportTable table{.caption = requirement.id + " " + requirement.name,
                          .anchor = "rfp.req." + requirement.id,
                          .widths = {1.3, 1.3, 9},
                          .headerRows = 0};
        const auto row = [&](const char* key, const std::string& value) {
            table.rows.push_back({label(key, 1, 2), {.runs = runsOf(value.empty() ? "-" : value)}});
        };
        std::string lines;
        const std::string mark = m_composer.language() == "ko" ? "○ " : "• ";
        for (const std::string& detail : requirement.details)
            lines += (lines.empty() ? "" : "\n") + mark + detail;
        row("report.column.requirement-class", requirement.className);
        row("report.column.requirement-id", requirement.id);
        row("report.column.requirement-name", requirement.name);
        table.rows.push_back(
            {label("report.rfp.description", 2, 1), label("report.rfp.definition", 1, 1), {.runs = runsOf(requirement.definition)}});
        table.rows.push_back({label("report.rfp.details", 1, 1), {.runs = runsOf(lines.empty() ? "-" : lines)}});
        row("report.rfp.outputs", requirement.outputs);
        row("report.rfp.related", requirement.related);
        row("report.column.source", requirement.source);
        return table;
    }

    /// Points of an item: the template's, or a person's number.
    int pointsOf(const EvaluationItem& item)
    {
        const std::string id = "rfp.evaluation." + item.id;
        const std::string made = std::to_string(item.points);
        m_composer.listClause(id, made);
        const std::string text = m_composer.worded(id, made);
        const bool number = !text.empty() && text.size() <= 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        return number ? std::stoi(text) : item.points;
    }

    void evaluation()
    {
        TableBuilder table(m_composer, "report.rfp.evaluation",
                           {"report.column.group", "report.column.area", "report.column.criteria", "report.column.points"},
                           {2.8, 2.4, 5.4, 1});
        int all = 0;
        const auto row = [&](const std::string& group, const EvaluationItem& item) {
            const int points = pointsOf(item);
            table.cell(group, Alignment::Center)
                .cell(m_composer.say(item.name))
                .cell(m_composer.say(item.criteria))
                .number(std::to_string(points))
                .next();
            all += points;
        };
        for (const EvaluationItem& item : m_rfp.evaluation)
            row(m_composer.say("report.rfp.qualitative"), item);
        for (const EvaluationItem& item : m_rfp.evaluationRest)
            row(m_composer.say(item.name), item);
        table.cell(m_composer.say("report.row.total"), Alignment::Center).cell("").cell("").number(std::to_string(all)).next();
        m_composer.add(table.take());
    }

    void technology()
    {
        TableBuilder table(m_composer, "report.rfp.technology",
                           {"report.column.item", "report.rfp.applied", "report.rfp.partly", "report.rfp.not-applied",
                            "report.rfp.not-relevant", "report.rfp.why-not"},
                           {3.6, 1, 1.5, 1.3, 1.4, 3.8});
        for (const LocalText& item : m_rfp.technology) {
            table.cell(m_composer.say(item));
            for (int i = 0; i < 4; ++i)
                table.cell("□", Alignment::Center);
            table.cell("").next();
        }
        m_composer.add(table.take());
    }

    Composer& m_composer;
    const RfpTemplate& m_rfp;
    RfpFacts m_facts;
    std::vector<Requirement> m_requirements;
};

} // namespace

void addRfp(Composer& composer, const RfpTemplate& rfp)
{
    RfpDocument(composer, rfp).write();
}

} // namespace naru::reports
