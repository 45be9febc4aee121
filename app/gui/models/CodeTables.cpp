#include "app/gui/models/CodeTables.h"

#include "app/gui/Names.h"
#include "core/model/AtomicUnits.h"
#include "core/model/MemberNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>

namespace naru::gui {
namespace {

struct CodeWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::CodeTables)
};

using core::CodeModel;

std::pair<QString, int> placeIn(const CodeModel& code, const core::Location& at)
{
    return {fromUtf8(code.path(at)), static_cast<int>(at.line)};
}

QString placeText(const CodeModel& code, const core::Location& at)
{
    if (!at.file.valid())
        return {};
    const auto [file, line] = placeIn(code, at);
    return line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file;
}

core::Evidence evidenceAt(const CodeModel& code, const core::Location& at, std::string words)
{
    return {.kind = "code", .file = std::string(code.path(at)), .line = static_cast<int>(at.line), .text = std::move(words), .source = {}};
}

template <typename Get> Column<CodeRow> textColumn(std::function<QString()> title, Get get)
{
    return {std::move(title), [get](const CodeRow& row) { return QVariant(get(*row.code, row.index)); }};
}

template <typename Get> Column<CodeRow> numberColumn(Language& language, std::function<QString()> title, Get get)
{
    return {std::move(title), [get](const CodeRow& row) { return QVariant(static_cast<qlonglong>(get(*row.code, row.index))); },
            [get, &language](const CodeRow& row) { return language.number(static_cast<qint64>(get(*row.code, row.index))); }, true};
}

QString column(const core::Column& column, const CodeModel& code)
{
    QString line = textOf(code, column.type);
    if (column.primaryKey)
        line += QStringLiteral(" PK");
    const QString comment = textOf(code, column.comment);
    return comment.isEmpty() ? line : line + QStringLiteral(" - ") + comment;
}

/// A line of names, each once, when there are any; of more than `most` the first, where all stand among the evidence.
void addFact(Subject& s, const QString& name, QStringList values, qsizetype most = std::numeric_limits<qsizetype>::max())
{
    values.removeDuplicates();
    if (values.isEmpty())
        return;
    const QString first = values.first(std::min(most, values.size())).join(QStringLiteral(", "));
    s.facts.emplace_back(name, values.size() > most ? CodeWords::tr("%1 and %2 more").arg(first).arg(values.size() - most) : first);
}

/// Views and addresses that the inspector names of one kind.
constexpr qsizetype kMostViews = 30;

Subject describeTable(const CodeRow& row)
{
    const CodeModel& code = *row.code;
    const core::Table& table = code.tables[row.index];
    Subject s;
    s.title = textOf(code, table.name);
    s.summary = textOf(code, table.comment);
    for (const core::Column& c : table.columns)
        s.facts.emplace_back(textOf(code, c.name), column(c, code));
    if (table.at.file.valid())
        s.evidence.push_back(evidenceAt(code, table.at, s.title.toStdString()));
    for (const core::Statement& statement : code.statements)
        for (const core::TableAccess& access : statement.accesses)
            if (access.table.value == row.index)
                s.evidence.push_back(evidenceAt(
                    code, access.at, (access.mode == core::AccessMode::Read ? "R " : "W ") + std::string(code.text(statement.id))));
    return s;
}

Subject describeType(const CodeRow& row)
{
    const CodeModel& code = *row.code;
    const core::Type& type = code.types[row.index];
    Subject s;
    s.title = textOf(code, type.name);
    s.summary = textOf(code, type.comment);
    s.facts.emplace_back(CodeWords::tr("Kind"), Names::of(type.kind));
    QStringList supers;
    for (const core::InheritEdge& edge : code.inherits)
        if (edge.from.value == row.index)
            supers << textOf(code, code[edge.to].name);
    for (const core::StringId super : type.externalSupers)
        supers << textOf(code, super);
    addFact(s, CodeWords::tr("Extends"), supers);
    QStringList annotations;
    for (const core::StringId annotation : type.annotations)
        annotations << textOf(code, annotation);
    addFact(s, CodeWords::tr("Annotations"), annotations);
    s.evidence.push_back(evidenceAt(code, type.at, std::string(code.text(type.simple))));
    for (const core::Member& member : code.members)
        if (member.owner.value == row.index && member.kind != core::MemberKind::Field)
            s.evidence.push_back(evidenceAt(code, member.at, std::string(code.text(member.name))));
    return s;
}

/// JSX, TSX or VUE for components of front ends, which the model takes for HTML.
QString kindOf(const CodeModel& code, const core::View& view)
{
    if (view.kind == core::ViewKind::Html)
        for (const char* ending : {"jsx", "tsx", "vue", "ts"})
            if (code.text(view.path).ends_with(std::string(".") + ending))
                return QString::fromLatin1(ending).toUpper();
    return Names::of(view.kind);
}

Subject describeView(const CodeRow& row)
{
    const CodeModel& code = *row.code;
    const core::View& view = code.views[row.index];
    Subject s;
    s.title = textOf(code, view.path);
    s.summary = textOf(code, view.title);
    s.facts.emplace_back(CodeWords::tr("Kind"), kindOf(code, view));
    s.evidence.push_back({.kind = "code", .file = std::string(code.text(view.path)), .line = 1, .text = {}, .source = {}});
    QStringList shownBy;
    for (const core::RenderEdge& edge : code.renders)
        if (edge.to.value == row.index) {
            shownBy << textOf(code, code[edge.from].id);
            s.evidence.push_back(evidenceAt(code, edge.at, std::string(code.text(code[edge.from].id))));
        }
    QStringList asked;
    QStringList views;
    QStringList nowhere;
    for (const core::ViewLinkEdge& edge : code.viewLinks) {
        if (edge.from.value != row.index)
            continue;
        const core::StringId to = edge.toEntry.valid() ? code[edge.toEntry].id : edge.toView.valid() ? code[edge.toView].path : edge.url;
        (edge.toEntry.valid() ? asked : edge.toView.valid() ? views : nowhere) << textOf(code, to);
        s.evidence.push_back(evidenceAt(code, edge.at, std::string(code.text(to))));
    }
    addFact(s, CodeWords::tr("Shown by"), shownBy, kMostViews);
    addFact(s, CodeWords::tr("Asks"), asked, kMostViews);
    addFact(s, CodeWords::tr("Includes or leads to"), views, kMostViews);
    addFact(s, CodeWords::tr("Addresses that lead to nothing known"), nowhere, kMostViews);
    return s;
}

/// The method that opens each transaction of a request, with the tables that it writes.
QStringList transactionsOf(const CodeModel& code, const core::Transaction& request)
{
    QStringList all;
    for (const core::AtomicUnit& unit : core::accessUnits(request)) {
        QStringList writes;
        for (const std::uint32_t i : unit.accesses)
            if (request.accesses[i].mode == core::AccessMode::Write)
                writes << textOf(code, code[request.accesses[i].table].name);
        const QString opener =
            unit.opener.valid() ? fromUtf8(core::shortMember(code.text(code[unit.opener].id))) : CodeWords::tr("outside of a transaction");
        if (unit.opener.valid() || !writes.isEmpty())
            all << (writes.isEmpty() ? opener : CodeWords::tr("%1 (writes %2)").arg(opener, writes.join(QStringLiteral(", "))));
    }
    return all;
}

} // namespace

Subject describeEntryPoint(const CodeModel& code, std::uint32_t index)
{
    const core::EntryPoint& entry = code.entryPoints[index];
    Subject s;
    s.title = textOf(code, entry.id);
    s.summary = textOf(code, entry.title);
    s.facts.emplace_back(CodeWords::tr("Handler"), textOf(code, entry.handlerName));
    s.facts.emplace_back(CodeWords::tr("Kind"), Names::of(entry.kind));
    s.evidence.push_back(evidenceAt(code, entry.at, std::string(code.text(entry.handlerName))));
    for (const core::Transaction& transaction : code.transactions) {
        if (transaction.entry.value != index)
            continue;
        QStringList reads;
        QStringList writes;
        for (const core::TableAccess& access : transaction.accesses)
            (access.mode == core::AccessMode::Read ? reads : writes) << textOf(code, code[access.table].name);
        addFact(s, CodeWords::tr("Reads"), reads);
        addFact(s, CodeWords::tr("Writes"), writes);
        addFact(s, CodeWords::tr("Transactions"), transactionsOf(code, transaction));
        for (const core::StatementId statement : transaction.statements)
            s.evidence.push_back(evidenceAt(code, code[statement].at, std::string(code.text(code[statement].id))));
    }
    QStringList shows;
    for (const core::RenderEdge& edge : code.renders)
        if (entry.handler.valid() && edge.from == entry.handler) {
            shows << textOf(code, code[edge.to].path);
            s.evidence.push_back(evidenceAt(code, edge.at, std::string(code.text(code[edge.to].path))));
        }
    QStringList askedBy;
    for (const core::ViewLinkEdge& edge : code.viewLinks)
        if (edge.toEntry.value == index) {
            askedBy << textOf(code, code[edge.from].path);
            s.evidence.push_back(evidenceAt(code, edge.at, std::string(code.text(edge.url))));
        }
    addFact(s, CodeWords::tr("Shows"), shows, kMostViews);
    addFact(s, CodeWords::tr("Asked by"), askedBy, kMostViews);
    return s;
}

std::vector<CodeRow> allRows(const CodeModel& code, std::size_t count)
{
    std::vector<CodeRow> rows;
    rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({&code, static_cast<std::uint32_t>(i)});
    return rows;
}

std::vector<CodeRow> typeRows(const CodeModel& code)
{
    std::vector<CodeRow> rows = allRows(code, code.types.size());
    std::erase_if(rows, [&](const CodeRow& row) { return has(code.types[row.index].flags, core::TypeFlag::Page); });
    return rows;
}

std::vector<CodeRow> unresolvedRows(const CodeModel& code)
{
    std::map<core::UnresolvedReason, std::size_t> counts;
    for (const core::Unresolved& item : code.unresolved)
        ++counts[item.reason];
    std::vector<CodeRow> rows = allRows(code, code.unresolved.size());
    std::ranges::stable_sort(rows, [&](const CodeRow& a, const CodeRow& b) {
        const core::UnresolvedReason left = code.unresolved[a.index].reason;
        const core::UnresolvedReason right = code.unresolved[b.index].reason;
        return std::pair(counts[right], left) < std::pair(counts[left], right);
    });
    return rows;
}

CodeTable* makeTypesTable(Language& language)
{
    auto* table = new CodeTable({
        textColumn([] { return CodeWords::tr("Type"); }, [](const CodeModel& m, auto i) { return textOf(m, m.types[i].simple); }),
        textColumn([] { return CodeWords::tr("Package"); }, [](const CodeModel& m, auto i) { return textOf(m, m.types[i].package); }),
        textColumn([] { return CodeWords::tr("Kind"); }, [](const CodeModel& m, auto i) { return Names::of(m.types[i].kind); }),
        numberColumn(
            language, [] { return CodeWords::tr("Lines"); },
            [](const CodeModel& m, auto i) {
                const core::Type& t = m.types[i];
                return t.endLine >= t.at.line ? t.endLine - t.at.line + 1 : 0;
            }),
        textColumn(
            [] { return CodeWords::tr("Test"); },
            [](const CodeModel& m, auto i) { return has(m.types[i].flags, core::TypeFlag::Test) ? CodeWords::tr("test") : QString(); }),
        textColumn([] { return CodeWords::tr("Place"); }, [](const CodeModel& m, auto i) { return placeText(m, m.types[i].at); }),
    });
    table->id = [](const CodeRow& r) { return textOf(*r.code, r.code->types[r.index].name); };
    table->place = [](const CodeRow& r) { return placeIn(*r.code, r.code->types[r.index].at); };
    table->describe = describeType;
    return table;
}

CodeTable* makeTablesTable(Language& language)
{
    auto* table = new CodeTable({
        textColumn([] { return CodeWords::tr("Table"); }, [](const CodeModel& m, auto i) { return textOf(m, m.tables[i].name); }),
        textColumn([] { return CodeWords::tr("Comment"); }, [](const CodeModel& m, auto i) { return textOf(m, m.tables[i].comment); }),
        numberColumn(
            language, [] { return CodeWords::tr("Columns"); }, [](const CodeModel& m, auto i) { return m.tables[i].columns.size(); }),
        numberColumn(
            language, [] { return CodeWords::tr("Foreign keys"); },
            [](const CodeModel& m, auto i) { return m.tables[i].foreignKeys.size(); }),
        textColumn([] { return CodeWords::tr("Known from"); }, [](const CodeModel& m, auto i) { return Names::of(m.tables[i].origin); }),
        textColumn([] { return CodeWords::tr("Place"); }, [](const CodeModel& m, auto i) { return placeText(m, m.tables[i].at); }),
    });
    table->id = [](const CodeRow& r) { return textOf(*r.code, r.code->tables[r.index].name); };
    table->place = [](const CodeRow& r) { return placeIn(*r.code, r.code->tables[r.index].at); };
    table->describe = describeTable;
    return table;
}

CodeTable* makeEntryPointsTable(Language&)
{
    auto* table = new CodeTable({
        textColumn([] { return CodeWords::tr("Entry point"); }, [](const CodeModel& m, auto i) { return textOf(m, m.entryPoints[i].id); }),
        textColumn([] { return CodeWords::tr("Title"); }, [](const CodeModel& m, auto i) { return textOf(m, m.entryPoints[i].title); }),
        textColumn([] { return CodeWords::tr("Kind"); }, [](const CodeModel& m, auto i) { return Names::of(m.entryPoints[i].kind); }),
        textColumn([] { return CodeWords::tr("Handler"); },
                   [](const CodeModel& m, auto i) { return textOf(m, m.entryPoints[i].handlerName); }),
        textColumn([] { return CodeWords::tr("Place"); }, [](const CodeModel& m, auto i) { return placeText(m, m.entryPoints[i].at); }),
    });
    table->id = [](const CodeRow& r) { return textOf(*r.code, r.code->entryPoints[r.index].id); };
    table->place = [](const CodeRow& r) { return placeIn(*r.code, r.code->entryPoints[r.index].at); };
    table->describe = [](const CodeRow& r) { return describeEntryPoint(*r.code, r.index); };
    return table;
}

CodeTable* makeViewsTable(Language&)
{
    auto* table = new CodeTable({
        textColumn([] { return CodeWords::tr("View"); }, [](const CodeModel& m, auto i) { return textOf(m, m.views[i].path); }),
        textColumn([] { return CodeWords::tr("Title"); }, [](const CodeModel& m, auto i) { return textOf(m, m.views[i].title); }),
        textColumn([] { return CodeWords::tr("Kind"); }, [](const CodeModel& m, auto i) { return kindOf(m, m.views[i]); }),
    });
    table->id = [](const CodeRow& r) { return textOf(*r.code, r.code->views[r.index].path); };
    table->place = [](const CodeRow& r) { return std::pair(textOf(*r.code, r.code->views[r.index].path), 1); };
    table->describe = describeView;
    return table;
}

CodeTable* makeUnresolvedTable(Language&)
{
    auto* table = new CodeTable({
        textColumn([] { return CodeWords::tr("Reason"); }, [](const CodeModel& m, auto i) { return Names::of(m.unresolved[i].reason); }),
        textColumn([] { return CodeWords::tr("What could not be followed"); },
                   [](const CodeModel& m, auto i) { return textOf(m, m.unresolved[i].text); }),
        textColumn([] { return CodeWords::tr("From"); }, [](const CodeModel& m, auto i) { return textOf(m, m.unresolved[i].from); }),
        textColumn([] { return CodeWords::tr("Place"); }, [](const CodeModel& m, auto i) { return placeText(m, m.unresolved[i].at); }),
    });
    table->place = [](const CodeRow& r) { return placeIn(*r.code, r.code->unresolved[r.index].at); };
    table->describe = [](const CodeRow& r) {
        const core::Unresolved& u = r.code->unresolved[r.index];
        Subject s;
        s.title = textOf(*r.code, u.text);
        s.summary = Names::of(u.reason);
        s.facts.emplace_back(CodeWords::tr("From"), textOf(*r.code, u.from));
        s.evidence.push_back(evidenceAt(*r.code, u.at, std::string(r.code->text(u.text))));
        return s;
    };
    return table;
}

CodeTable* makeDiagnosticsTable(Language& language)
{
    const auto& of = [](const CodeModel& m, std::uint32_t i) -> const core::Diagnostic& { return m.diagnostics[i]; };
    auto* table = new CodeTable({
        textColumn([] { return CodeWords::tr("Severity"); }, [of](const CodeModel& m, auto i) { return Names::of(of(m, i).severity); }),
        textColumn([] { return CodeWords::tr("Message"); },
                   [of, &language](const CodeModel& m, auto i) { return language.text(of(m, i)); }),
        textColumn([] { return CodeWords::tr("Place"); },
                   [of](const CodeModel& m, auto i) {
                       const core::Diagnostic& d = of(m, i);
                       return d.line > 0 ? QStringLiteral("%1:%2").arg(fromUtf8(d.file)).arg(d.line) : fromUtf8(d.file);
                   }),
    });
    table->place = [of](const CodeRow& r) { return std::pair(fromUtf8(of(*r.code, r.index).file), of(*r.code, r.index).line); };
    table->describe = [of, &language](const CodeRow& r) {
        const core::Diagnostic& d = of(*r.code, r.index);
        Subject s;
        s.title = language.text(d);
        s.summary = Names::of(d.severity);
        if (!d.file.empty())
            s.evidence.push_back({.kind = "code", .file = d.file, .line = d.line, .text = {}, .source = {}});
        return s;
    };
    return table;
}

} // namespace naru::gui
