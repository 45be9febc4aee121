#include "app/gui/plan/PlanTables.h"

#include "planning/Planner.h"

#include <QCoreApplication>

#include <algorithm>

namespace naru::gui {
namespace {

/// The words of these tables.
struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::PlanTables)
};

int factOf(const core::PlannedContext& context, const char* id)
{
    const auto found = std::ranges::find(context.facts, id, &std::pair<std::string, int>::first);
    return found == context.facts.end() ? 0 : found->second;
}

QVariant amountOf(const std::string& text)
{
    return text.empty() ? QVariant(-1.0) : QVariant(QString::fromStdString(text).toDouble());
}

} // namespace

std::vector<PlanRow> planRows(const core::Plan& plan)
{
    std::vector<PlanRow> rows;
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& context : wave.contexts) {
            const auto named = [&](const core::PlanBreak& one) { return std::ranges::find(one.contexts, context.context) != one.contexts.end(); };
            rows.push_back({context, wave.number, planning::isPilot(context),
                            static_cast<int>(std::ranges::count_if(wave.breaks, named))});
        }
    return rows;
}

RowsModel<PlanRow>* makePlanTable(const Language& language, const planning::PlanWeights& weights)
{
    const auto fact = [&language](const char* id, std::function<QString()> title) {
        return Column<PlanRow>{.title = std::move(title),
                               .value = [id](const PlanRow& row) { return QVariant(factOf(row.context, id)); },
                               .text = [&language, id](const PlanRow& row) { return language.number(qint64{factOf(row.context, id)}); },
                               .right = true};
    };
    auto* model = new RowsModel<PlanRow>({
        {.title = [] { return PlanWords::tr("Wave"); }, .value = [](const PlanRow& row) { return QVariant(row.wave); }, .right = true},
        {.title = [] { return PlanWords::tr("Context"); },
         .value = [](const PlanRow& row) { return QVariant(fromUtf8(row.context.name)); },
         .text =
             [](const PlanRow& row) {
                 const QString name = fromUtf8(row.context.name);
                 if (row.pilot)
                     return PlanWords::tr("%1 (pilot)").arg(name);
                 return row.context.moved ? PlanWords::tr("%1 (moved by a person)").arg(name) : name;
             }},
        {.title = [] { return PlanWords::tr("Function points"); },
         .value = [](const PlanRow& row) { return amountOf(row.context.functionPoints); },
         .text = [](const PlanRow& row) { return Language::grouped(row.context.functionPoints); },
         .right = true},
        {.title = [] { return PlanWords::tr("Person months"); },
         .value = [](const PlanRow& row) { return QVariant(row.context.personMonths); },
         .text =
             [&language](const PlanRow& row) {
                 return row.context.personMonths > 0 ? language.number(row.context.personMonths, 1) : QString();
             },
         .right = true},
        {.title = [] { return PlanWords::tr("Cost (won)"); },
         .value = [](const PlanRow& row) { return amountOf(row.context.cost); },
         .text = [](const PlanRow& row) { return Language::grouped(row.context.cost); },
         .right = true},
        {.title = [] { return PlanWords::tr("Pull"); },
         .value = [](const PlanRow& row) { return QVariant(row.context.pull); },
         .text = [&language](const PlanRow& row) { return language.number(row.context.pull, 2); },
         .right = true},
        {.title = [] { return PlanWords::tr("Hold"); },
         .value = [](const PlanRow& row) { return QVariant(row.context.hold); },
         .text = [&language](const PlanRow& row) { return language.number(row.context.hold, 2); },
         .right = true},
        fact(planning::kChangesFact, [] { return PlanWords::tr("Changes"); }),
        fact("interfacesIn", [] { return PlanWords::tr("Calls in"); }),
        fact("interfacesOut", [] { return PlanWords::tr("Calls out"); }),
        fact("sharedTables", [] { return PlanWords::tr("Shared tables"); }),
        fact("distributedTransactions", [] { return PlanWords::tr("Transactions"); }),
        {.title = [] { return PlanWords::tr("Breaks"); },
         .value = [](const PlanRow& row) { return QVariant(row.breaks); },
         .text = [&language](const PlanRow& row) { return language.number(qint64{row.breaks}); },
         .right = true},
    });
    model->id = [](const PlanRow& row) { return fromUtf8(row.context.context); };
    model->describe = [&language, &weights](const PlanRow& row) { return planSubject(language, weights, row); };
    return model;
}

Subject planSubject(const Language& language, const planning::PlanWeights& weights, const PlanRow& row)
{
    const core::PlannedContext& context = row.context;
    Subject s;
    s.title = fromUtf8(context.name);
    s.summary = language.text(context.reasonKey, context.reasonArgs);
    s.facts.emplace_back(PlanWords::tr("Wave"), QString::number(row.wave));
    if (!context.functionPoints.empty())
        s.facts.emplace_back(PlanWords::tr("Function points"), Language::grouped(context.functionPoints));
    if (context.personMonths > 0)
        s.facts.emplace_back(PlanWords::tr("Person months"), language.number(context.personMonths, 1));
    if (!context.cost.empty())
        s.facts.emplace_back(PlanWords::tr("Cost"), language.won(context.cost));
    s.facts.emplace_back(PlanWords::tr("Pull"), language.number(context.pull, 2));
    s.facts.emplace_back(PlanWords::tr("Hold"), language.number(context.hold, 2));
    for (const auto& [part, value] : context.parts)
        for (const auto* side : {&weights.pull, &weights.hold})
            if (const auto found = std::ranges::find(*side, part, &planning::OrderWeight::id); found != side->end() && value != 0)
                s.facts.emplace_back(language.text(found->name), language.number(value, 2));
    if (const int changes = factOf(context, planning::kChangesFact); changes > 0)
        s.facts.emplace_back(PlanWords::tr("Changes of its files in version control"), language.number(qint64{changes}));
    QStringList first;
    for (const std::string& entry : context.testsFirst)
        first << fromUtf8(entry);
    if (!first.isEmpty())
        s.facts.emplace_back(PlanWords::tr("Tests needed before it moves"), first.join(QStringLiteral(", ")));
    return s;
}

} // namespace naru::gui
