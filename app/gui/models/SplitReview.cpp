#include "app/gui/models/SplitReview.h"

#include "app/gui/models/SplitTables.h"
#include "app/gui/widgets/MetricsBar.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <set>

namespace naru::gui {
namespace {

struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::SplitReview)
};

QString signedNumber(double value, int decimals, const Language& language)
{
    if (value == 0)
        return QStringLiteral("0");
    return (value > 0 ? QStringLiteral("+") : QStringLiteral("−")) + language.number(std::abs(value), decimals);
}

/// A member id as people say it.
QString briefly(const std::string& id)
{
    const QString name = fromUtf8(id).section(QLatin1Char(':'), 1);
    if (name.isEmpty())
        return fromUtf8(id);
    return id.starts_with("class:") ? name.section(QLatin1Char('.'), -1) : name.section(QLatin1Char('/'), -1);
}

QString named(const std::map<std::string, QString>& names, const std::string& id)
{
    const auto found = names.find(id);
    return found == names.end() ? fromUtf8(id) : found->second;
}

QString valueOf(const core::Change& change, const std::map<std::string, QString>& names)
{
    if (!change.after)
        return ReviewWords::tr("(taken back)");
    const nlohmann::json& value = *change.after;
    if (value.is_string())
        return named(names, value.get<std::string>());
    if (!value.is_object())
        return fromUtf8(value.dump());
    QStringList parts;
    for (const auto& [key, one] : value.items()) {
        if (change.before && change.before->is_object() && change.before->contains(key) && change.before->at(key) == one)
            continue; // only what has changed
        if (one.is_string() && !one.get<std::string>().empty() && key != "reviewer" && key != "from")
            parts << fromUtf8(one.get<std::string>());
        else if (key == "members")
            parts << ReviewWords::tr("%1 members").arg(one.size());
    }
    return parts.join(QStringLiteral(", "));
}

template <typename Row> Column<Row> words(std::function<QString()> title, std::function<QString(const Row&)> get)
{
    return {std::move(title), [get](const Row& row) { return QVariant(get(row)); }};
}

template <typename Row> Column<Row> count(Language& language, std::function<QString()> title, int Row::* field)
{
    return {std::move(title), [field](const Row& row) { return QVariant(row.*field); },
            [field, &language](const Row& row) { return row.*field > 0 ? language.number(qint64{row.*field}) : QString(); }, true};
}

} // namespace

RowsModel<HistoryRow>* makeHistoryTable(Language& language)
{
    using R = HistoryRow;
    auto* table = new RowsModel<R>({
        {[] { return ReviewWords::tr("When"); }, [](const R& r) { return QVariant(fromUtf8(r.entry.when)); },
         [](const R& r) {
             const QDateTime time = QDateTime::fromString(fromUtf8(r.entry.when), Qt::ISODate);
             return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : fromUtf8(r.entry.when);
         }},
        words<R>([] { return ReviewWords::tr("Who"); }, [](const R& r) { return fromUtf8(r.entry.who); }),
        words<R>([] { return ReviewWords::tr("Decision"); }, [&language](const R& r) { return language.text(r.entry.labelKey); }),
        words<R>([] { return ReviewWords::tr("About"); }, [](const R& r) { return r.object; }),
        words<R>([] { return ReviewWords::tr("Value"); }, [](const R& r) { return r.value; }),
    });
    table->describe = [&language](const R& r) {
        Subject s;
        s.title = language.text(r.entry.labelKey);
        s.summary = r.object;
        s.facts.emplace_back(ReviewWords::tr("Who"), fromUtf8(r.entry.who));
        s.facts.emplace_back(ReviewWords::tr("When"), fromUtf8(r.entry.when));
        s.facts.emplace_back(ReviewWords::tr("Value"), r.value);
        if (!r.entry.note.empty())
            s.facts.emplace_back(ReviewWords::tr("Note"), fromUtf8(r.entry.note));
        return s;
    };
    return table;
}

RowsModel<MatchRow>* makeMatchTable(Language& language)
{
    using R = MatchRow;
    return new RowsModel<R>({
        words<R>([] { return ReviewWords::tr("Context here"); }, [](const R& r) { return r.here; }),
        count<R>(
            language, [] { return ReviewWords::tr("Members"); }, &R::membersHere),
        words<R>([] { return ReviewWords::tr("Context there"); }, [](const R& r) { return r.there; }),
        count<R>(
            language, [] { return ReviewWords::tr("Members"); }, &R::membersThere),
        count<R>(
            language, [] { return ReviewWords::tr("In common"); }, &R::common),
    });
}

RowsModel<FigureRow>* makeFigureTable(Language& language)
{
    using R = FigureRow;
    const auto value = [&language](double R::* field) {
        return [field, &language](const R& r) { return language.number(r.*field, r.decimals); };
    };
    return new RowsModel<R>({
        words<R>([] { return ReviewWords::tr("Figure"); }, [](const R& r) { return r.name; }),
        {[] { return ReviewWords::tr("Here"); }, [](const R& r) { return QVariant(r.here); }, value(&R::here), true},
        {[] { return ReviewWords::tr("There"); }, [](const R& r) { return QVariant(r.there); }, value(&R::there), true},
        {[] { return ReviewWords::tr("Change"); }, [](const R& r) { return QVariant(r.there - r.here); },
         [&language](const R& r) { return signedNumber(r.there - r.here, r.decimals, language); }, true},
        words<R>([] { return ReviewWords::tr("Better"); },
                 [](const R& r) {
                     const double gain = (r.there - r.here) * r.better;
                     return gain > 0 ? ReviewWords::tr("there") : gain < 0 ? ReviewWords::tr("here") : QString();
                 }),
    });
}

RowsModel<UnmetRow>* makeUnmetTable(Language&)
{
    using R = UnmetRow;
    return new RowsModel<R>({
        words<R>([] { return ReviewWords::tr("Asked for"); }, [](const R& r) { return fromUtf8(r.unmet.what); }),
        words<R>([] { return ReviewWords::tr("Member"); },
                 [](const R& r) {
                     QStringList all;
                     for (const std::string& member : r.unmet.members)
                         all << briefly(member);
                     return all.join(QStringLiteral(", "));
                 }),
        words<R>([] { return ReviewWords::tr("Context"); }, [](const R& r) { return fromUtf8(r.unmet.context); }),
        words<R>([] { return ReviewWords::tr("Why it could not be kept"); }, [](const R& r) { return r.reason; }),
    });
}

std::vector<HistoryRow> historyRows(const std::vector<core::ProjectSession::HistoryEntry>& entries, const core::Alternative& alternative)
{
    const auto names = contextNames(alternative);
    std::vector<HistoryRow> rows;
    for (const auto& entry : entries) {
        const bool ofMember = entry.change.area == "member" || entry.change.area == "role" || entry.change.area == "pin";
        rows.push_back({entry, ofMember ? briefly(entry.change.key) : named(names, entry.change.key), valueOf(entry.change, names)});
    }
    return rows;
}

std::vector<MatchRow> matchRows(const core::Alternative& here, const core::Alternative& there)
{
    std::map<std::string, std::size_t> hereOf;
    for (std::size_t i = 0; i < here.contexts.size(); ++i)
        for (const core::PartitionMember& member : here.contexts[i].members)
            hereOf.emplace(member.id, i);
    std::vector<MatchRow> alone;
    std::vector<std::vector<MatchRow>> rows(here.contexts.size());
    for (const core::Context& other : there.contexts) {
        std::map<std::size_t, int> common;
        for (const core::PartitionMember& member : other.members)
            if (const auto at = hereOf.find(member.id); at != hereOf.end())
                ++common[at->second];
        const auto best = std::ranges::max_element(common, {}, [](const auto& pair) { return pair.second; });
        MatchRow row{{}, fromUtf8(other.name), 0, static_cast<int>(other.members.size()), best == common.end() ? 0 : best->second};
        (best == common.end() ? alone : rows[best->first]).push_back(row);
    }
    std::vector<MatchRow> out;
    for (std::size_t i = 0; i < here.contexts.size(); ++i) {
        if (rows[i].empty())
            rows[i].emplace_back();
        std::ranges::stable_sort(rows[i], std::greater(), &MatchRow::common);
        for (MatchRow& row : rows[i]) {
            row.here = fromUtf8(here.contexts[i].name);
            row.membersHere = static_cast<int>(here.contexts[i].members.size());
            out.push_back(row);
        }
    }
    out.insert(out.end(), alone.begin(), alone.end());
    return out;
}

std::vector<FigureRow> figureRows(const core::Alternative& here, const core::Alternative& there)
{
    const auto a = splitFigures(here);
    const auto b = splitFigures(there);
    std::vector<FigureRow> rows;
    for (const MetricsBar::Figure& figure : MetricsBar::figures())
        if (const auto x = a.find(figure.key), y = b.find(figure.key); x != a.end() && y != b.end())
            rows.push_back({figure.name, x->second, y->second, figure.decimals, figure.better});
    return rows;
}

std::vector<UnmetRow> unmetRows(const core::Alternative& alternative, const Language& language)
{
    std::vector<UnmetRow> rows;
    for (const core::Unmet& unmet : alternative.unmet)
        rows.push_back({unmet, language.text(unmet.reasonKey)});
    return rows;
}

std::map<std::string, double> splitFigures(const core::Alternative& alternative)
{
    std::map<std::string, double> all = alternative.metrics;
    double remote = 0;
    for (const core::ContextInterface& face : alternative.interfaces)
        if (face.kind == core::InterfaceKind::Call)
            for (const core::InterfaceFunction& function : face.functions)
                remote += function.calls;
    all[".contexts"] = static_cast<double>(alternative.contexts.size());
    all[".remote"] = remote;
    all[".shared"] = static_cast<double>(alternative.sharedTables.size());
    all[".transactions"] = static_cast<double>(alternative.distributedTransactions.size());
    return all;
}

} // namespace naru::gui
