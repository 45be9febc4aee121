#include "app/gui/models/SplitTables.h"

#include "app/gui/Names.h"
#include "core/model/MemberNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace naru::gui {
namespace {

QString reviewWord(const std::string& review)
{
    if (review == "agreed")
        return SplitWords::tr("agreed");
    if (review == "disputed")
        return SplitWords::tr("disputed");
    return SplitWords::tr("open");
}

QString percent(double share, const Language& language)
{
    return share > 0 ? SplitWords::tr("%1 %").arg(language.number(share * 100, 0)) : QString();
}

template <typename Row> Column<Row> splitText(std::function<QString()> title, std::function<QString(const Row&)> get)
{
    return {std::move(title), [get](const Row& row) { return QVariant(get(row)); }};
}

template <typename Row> Column<Row> splitNumber(Language& language, std::function<QString()> title, std::function<qint64(const Row&)> get)
{
    return {std::move(title), [get](const Row& row) { return QVariant(get(row)); },
            [get, &language](const Row& row) { return language.number(get(row)); }, true};
}

qint64 countOf(const core::Context& context, core::MemberRole role)
{
    return std::ranges::count(context.members, role, &core::PartitionMember::role);
}

} // namespace

RowsModel<ContextRow>* makeContextsTable(Language& language)
{
    using R = ContextRow;
    auto* table = new RowsModel<R>({
        splitText<R>([] { return SplitWords::tr("Context"); }, [](const R& r) { return fromUtf8(r.context->name); }),
        splitText<R>([] { return SplitWords::tr("Review"); }, [](const R& r) { return reviewWord(r.context->review); }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Members"); }, [](const R& r) { return static_cast<qint64>(r.context->members.size()); }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Tables"); }, [](const R& r) { return static_cast<qint64>(r.context->owns.size()); }),
        splitText<R>([] { return SplitWords::tr("Kind"); }, [](const R& r) { return Names::of(r.context->kind); }),
    });
    table->id = [](const R& r) { return fromUtf8(r.context->id); };
    return table;
}

RowsModel<MemberRow>* makeMembersTable(Language& language)
{
    using R = MemberRow;
    auto* table = new RowsModel<R>({
        {[] { return SplitWords::tr("Member"); },
         [](const R& r) { return QVariant(Names::brief(r.member)); },
         {},
         false,
         [](const R& r, int role) { return role == Qt::ToolTipRole ? QVariant(fromUtf8(r.member.name)) : QVariant(); }},
        splitText<R>([] { return SplitWords::tr("Role"); }, [](const R& r) { return Names::of(r.member.role); }),
        splitText<R>([] { return SplitWords::tr("Context"); }, [](const R& r) { return r.place; }),
        {[] { return SplitWords::tr("Confidence"); }, [](const R& r) { return QVariant(r.confidence); },
         [&language](const R& r) { return percent(r.confidence, language); }, true},
        splitText<R>([] { return SplitWords::tr("Next best"); }, [](const R& r) { return r.nextBest; }),
        splitText<R>([] { return SplitWords::tr("Pinned"); }, [](const R& r) { return r.pinned ? SplitWords::tr("pinned") : QString(); }),
    });
    table->id = [](const R& r) { return fromUtf8(r.member.id); };
    table->describe = [&language](const R& r) { return describe(r, language); };
    return table;
}

RowsModel<InterfaceRow>* makeInterfacesTable(Language& language)
{
    using R = InterfaceRow;
    auto* table = new RowsModel<R>({
        splitText<R>([] { return SplitWords::tr("From"); }, [](const R& r) { return r.from; }),
        splitText<R>([] { return SplitWords::tr("To"); }, [](const R& r) { return r.to; }),
        splitText<R>([] { return SplitWords::tr("Kind"); }, [](const R& r) { return Names::of(r.face->kind); }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Functions"); }, [](const R& r) { return static_cast<qint64>(r.face->functions.size()); }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Calls in the code"); }, [](const R& r) { return qint64{r.calls}; }),
        splitText<R>([] { return SplitWords::tr("Tables"); }, [](const R& r) { return joined(r.face->tables, 6); }),
    });
    table->describe = [](const R& r) {
        Subject s;
        s.title = r.from + QStringLiteral(" → ") + r.to;
        s.summary = Names::of(r.face->kind);
        if (!r.face->tables.empty())
            s.facts.emplace_back(SplitWords::tr("Tables"), joined(r.face->tables));
        for (const core::InterfaceFunction& f : r.face->functions)
            s.evidence.push_back({.kind = "code", .file = f.file, .line = f.line, .text = f.from + " -> " + f.to, .source = {}});
        return s;
    };
    return table;
}

RowsModel<TransactionRow>* makeTransactionsTable(Language& language)
{
    using R = TransactionRow;
    auto* table = new RowsModel<R>({
        splitText<R>([] { return SplitWords::tr("Entry point"); }, [](const R& r) { return fromUtf8(r.transaction->entryPoint); }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Contexts"); },
            [](const R& r) { return static_cast<qint64>(r.transaction->contexts.size()); }),
        splitText<R>([] { return SplitWords::tr("Transaction of"); },
                     [](const R& r) { return fromUtf8(core::shortMember(r.transaction->opener)); }),
        splitText<R>([] { return SplitWords::tr("In order of writing"); }, [](const R& r) { return r.contexts; }),
        splitText<R>([] { return SplitWords::tr("Writes"); }, [](const R& r) { return joined(r.transaction->writes, 8); }),
    });
    table->describe = [](const R& r) {
        Subject s;
        s.title = fromUtf8(r.transaction->entryPoint);
        s.summary = SplitWords::tr("After the split this transaction spans %1 services.").arg(r.transaction->contexts.size());
        if (!r.transaction->opener.empty())
            s.facts.emplace_back(SplitWords::tr("Transaction of"), fromUtf8(core::shortMember(r.transaction->opener)));
        s.facts.emplace_back(SplitWords::tr("In order of writing"), r.contexts);
        s.facts.emplace_back(SplitWords::tr("Writes"), joined(r.transaction->writes));
        if (!r.transaction->compensations.empty())
            s.facts.emplace_back(SplitWords::tr("Compensations of a saga"), joined(r.transaction->compensations));
        s.evidence = r.transaction->evidence;
        return s;
    };
    return table;
}

RowsModel<SharedTableRow>* makeSharedTablesTable(Language& language)
{
    using R = SharedTableRow;
    auto* table = new RowsModel<R>({
        splitText<R>([] { return SplitWords::tr("Table"); }, [](const R& r) { return fromUtf8(r.table->table); }),
        splitText<R>([] { return SplitWords::tr("Proposed owner"); }, [](const R& r) { return r.owner; }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Readers"); }, [](const R& r) { return static_cast<qint64>(r.table->readers.size()); }),
        splitNumber<R>(
            language, [] { return SplitWords::tr("Writers"); }, [](const R& r) { return static_cast<qint64>(r.table->writers.size()); }),
        splitText<R>([] { return SplitWords::tr("Used by"); }, [](const R& r) { return r.users; }),
    });
    table->id = [](const R& r) { return fromUtf8(r.table->table); };
    table->describe = [&language](const R& r) {
        Subject s;
        s.title = fromUtf8(r.table->table);
        s.summary = r.table->reasonKey.empty() ? QString() : language.text(r.table->reasonKey);
        s.facts.emplace_back(SplitWords::tr("Proposed owner"), r.owner);
        s.facts.emplace_back(SplitWords::tr("Used by"), r.users);
        return s;
    };
    return table;
}

RowsModel<DifferenceRow>* makeDifferencesTable(Language&)
{
    using R = DifferenceRow;
    auto* table = new RowsModel<R>({
        splitText<R>([] { return SplitWords::tr("Member"); }, [](const R& r) { return Names::brief(r.member); }),
        splitText<R>([] { return SplitWords::tr("Here"); }, [](const R& r) { return r.here; }),
        splitText<R>([] { return SplitWords::tr("There"); }, [](const R& r) { return r.there; }),
    });
    table->id = [](const R& r) { return fromUtf8(r.member.id); };
    return table;
}

Subject describe(const core::Context& context, const core::Alternative& alternative, Language& language)
{
    const auto names = contextNames(alternative);
    Subject s;
    s.title = fromUtf8(context.name);
    s.summary = SplitWords::tr("%1 sub-domain, %2 members").arg(Names::of(context.kind)).arg(context.members.size());
    const auto fact = [&s](const QString& name, const QString& value) {
        if (!value.isEmpty())
            s.facts.emplace_back(name, value);
    };
    if (!context.kindReasonKey.empty())
        fact(SplitWords::tr("Why this kind"), language.text(context.kindReasonKey));
    fact(SplitWords::tr("Domain words"), joined(context.words, 12));
    fact(SplitWords::tr("Classes"), language.number(countOf(context, core::MemberRole::Class)));
    fact(SplitWords::tr("Views"), language.number(countOf(context, core::MemberRole::View)));
    fact(SplitWords::tr("Owns"), joined(context.owns));
    fact(SplitWords::tr("Reads of others"), joined(context.reads));
    QStringList aggregates;
    for (const core::Aggregate& aggregate : context.aggregates)
        aggregates << fromUtf8(aggregate.root);
    fact(SplitWords::tr("Aggregates"), aggregates.join(QStringLiteral(", ")));
    fact(SplitWords::tr("Entry points"), joined(context.entryPoints, 12));
    fact(SplitWords::tr("Commands"), joined(context.commands, 12));
    QStringList events;
    for (const core::DomainEvent& event : context.events)
        if (events.size() < 12)
            events << fromUtf8(event.name);
    fact(SplitWords::tr("Events"), events.join(QStringLiteral(", ")));
    fact(SplitWords::tr("Review"),
         reviewWord(context.review) + (context.reviewer.empty() ? QString() : QStringLiteral(" - ") + fromUtf8(context.reviewer)));
    fact(SplitWords::tr("Note"), fromUtf8(context.note));
    for (const core::ContextInterface& face : alternative.interfaces)
        if (face.from == context.id)
            for (const core::InterfaceFunction& f : face.functions)
                s.evidence.push_back({.kind = "code",
                                      .file = f.file,
                                      .line = f.line,
                                      .text = "-> " + nameIn(names, face.to).toStdString() + ": " + f.to,
                                      .source = {}});
    return s;
}

Subject describe(const MemberRow& row, Language& language)
{
    Subject s;
    s.title = fromUtf8(row.member.name);
    s.summary = row.context.empty() ? row.place : SplitWords::tr("Why in \"%1\"").arg(row.place);
    if (row.confidence > 0)
        s.facts.emplace_back(SplitWords::tr("Confidence"), percent(row.confidence, language));
    if (!row.nextBest.isEmpty())
        s.facts.emplace_back(SplitWords::tr("Next best"), row.nextBest);
    const auto reasons = [&](const std::vector<core::Reason>& list, const QString& sign) {
        for (const core::Reason& reason : list) {
            core::Evidence evidence = reason.evidence;
            const QString words = QStringLiteral("%1 %2 %3: %4")
                                      .arg(sign, percent(reason.weight, language), Names::ofEvidence(reason.layer), fromUtf8(reason.other));
            evidence.text = evidence.text.empty() ? words.toStdString() : words.toStdString() + "  " + evidence.text;
            s.evidence.push_back(std::move(evidence));
        }
    };
    if (row.why) {
        reasons(row.why->toward, QStringLiteral("+"));
        reasons(row.why->towardNext, QStringLiteral("-"));
    }
    return s;
}

} // namespace naru::gui
