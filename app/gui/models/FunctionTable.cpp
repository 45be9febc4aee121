#include "app/gui/models/FunctionTable.h"

#include "app/gui/Names.h"

#include <QCoreApplication>

#include <algorithm>

namespace naru::gui {
namespace {

struct FunctionWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::FunctionTable)
};

using F = core::CountedFunction;

Column<F> functionText(std::function<QString()> title, std::function<QString(const F&)> get)
{
    return {std::move(title), [get](const F& f) { return QVariant(get(f)); }};
}

Column<F> functionNumber(std::function<QString()> title, std::function<int(const F&)> get)
{
    return {std::move(title), [get](const F& f) { return QVariant(get(f)); },
            [get](const F& f) { return get(f) > 0 ? QString::number(get(f)) : QString(); }, true};
}

std::pair<QString, int> firstPlace(const std::vector<core::Evidence>& evidence)
{
    for (const core::Evidence& e : evidence)
        if (!e.file.empty())
            return {fromUtf8(e.file), e.line};
    return {};
}

QVariant stateLook(const F& f, int role, const Environment& env)
{
    const Colours& s = env.theme.colours();
    const bool confirmed = f.state == core::FunctionState::Confirmed;
    const bool rejected = f.state == core::FunctionState::Rejected;
    if (role == Qt::DecorationRole)
        return env.theme.icon(confirmed  ? QStringLiteral("met")
                              : rejected ? QStringLiteral("violated")
                                         : QStringLiteral("unknown"),
                              confirmed  ? s.good
                              : rejected ? s.bad
                                         : s.muted);
    if (role == Qt::ForegroundRole && rejected)
        return s.muted;
    return {};
}

} // namespace

RowsModel<F>* makeFunctionTable(Environment& environment)
{
    std::vector<Column<F>> columns = {
        functionText([] { return FunctionWords::tr("Function"); }, [](const F& f) { return fromUtf8(f.name); }),
        functionText([] { return FunctionWords::tr("Type"); }, [](const F& f) { return Names::of(f.type); }),
        functionText([] { return FunctionWords::tr("Complexity"); }, [](const F& f) { return Names::of(f.complexity); }),
        functionNumber([] { return FunctionWords::tr("DET"); }, [](const F& f) { return f.det; }),
        functionNumber([] { return FunctionWords::tr("RET/FTR"); }, [](const F& f) { return std::max(f.ret, f.ftr); }),
        {[] { return FunctionWords::tr("FP"); }, [](const F& f) { return QVariant(QString::fromStdString(f.fp).toDouble()); },
         [](const F& f) { return Language::grouped(f.fp); }, true},
        functionText([] { return FunctionWords::tr("State"); }, [](const F& f) { return Names::of(f.state); }),
        functionText([] { return FunctionWords::tr("Evidence"); },
                     [](const F& f) {
                         const auto [file, line] = firstPlace(f.evidence);
                         return line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file;
                     }),
    };
    constexpr std::size_t kState = 6;
    columns[kState].extra = [&environment](const F& f, int role) { return stateLook(f, role, environment); };
    auto* table = new RowsModel<F>(std::move(columns));
    table->id = [](const F& f) { return fromUtf8(f.id); };
    table->place = [](const F& f) { return firstPlace(f.evidence); };
    table->group = [](const F& f) { return QString::number(static_cast<int>(f.state)); };
    table->describe = [&environment](const F& f) { return describe(f, environment.language); };
    return table;
}

RowsModel<core::DroppedFunction>* makeDroppedTable(Environment& environment)
{
    using D = core::DroppedFunction;
    Language& language = environment.language;
    auto* table = new RowsModel<D>({
        {[] { return FunctionWords::tr("Not counted"); }, [](const D& d) { return QVariant(fromUtf8(d.name)); }},
        {[] { return FunctionWords::tr("Why"); }, [&language](const D& d) { return QVariant(language.text(d.whyKey)); }},
        {[] { return FunctionWords::tr("Evidence"); },
         [](const D& d) {
             return QVariant(d.evidence.line > 0 ? QStringLiteral("%1:%2").arg(fromUtf8(d.evidence.file)).arg(d.evidence.line)
                                                 : fromUtf8(d.evidence.file));
         }},
    });
    table->place = [](const D& d) { return std::pair(fromUtf8(d.evidence.file), d.evidence.line); };
    table->describe = [&language](const D& d) { return Subject{fromUtf8(d.name), language.text(d.whyKey), {}, {d.evidence}}; };
    return table;
}

Subject describe(const F& f, Language& language)
{
    Subject s;
    s.title = fromUtf8(f.name);
    s.summary = FunctionWords::tr("%1, %2, %3 function points").arg(Names::of(f.type), Names::of(f.complexity), Language::grouped(f.fp));
    s.facts.emplace_back(FunctionWords::tr("State"), Names::of(f.state));
    if (f.manual)
        s.facts.emplace_back(FunctionWords::tr("Origin"), FunctionWords::tr("typed in by a person"));
    if (f.det > 0)
        s.facts.emplace_back(FunctionWords::tr("DET"), QString::number(f.det));
    if (std::max(f.ret, f.ftr) > 0)
        s.facts.emplace_back(FunctionWords::tr("RET/FTR"), QString::number(std::max(f.ret, f.ftr)));
    if (f.proposedType != f.type && !f.manual)
        s.facts.emplace_back(FunctionWords::tr("Proposed type"), Names::of(f.proposedType));
    for (const std::string& key : f.reasonKeys)
        s.facts.emplace_back(FunctionWords::tr("Why"), language.text(key));
    const auto list = [&](const QString& name, const std::vector<std::string>& items) {
        constexpr std::size_t kShown = 12;
        QStringList shown;
        for (std::size_t i = 0; i < std::min(items.size(), kShown); ++i)
            shown << fromUtf8(items[i]);
        if (items.size() > kShown)
            shown << FunctionWords::tr("and %1 more").arg(language.number(static_cast<qint64>(items.size() - kShown)));
        if (!shown.isEmpty())
            s.facts.emplace_back(name, shown.join(QStringLiteral(", ")));
    };
    list(FunctionWords::tr("Tables"), f.tables);
    list(FunctionWords::tr("Entry points in one function"), f.entryPoints);
    if (!f.note.empty())
        s.facts.emplace_back(FunctionWords::tr("Note"), fromUtf8(f.note));
    s.evidence = f.evidence;
    return s;
}

} // namespace naru::gui
