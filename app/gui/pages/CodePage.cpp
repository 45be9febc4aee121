#include "app/gui/pages/CodePage.h"

#include "app/gui/Names.h"
#include "app/gui/widgets/TablePanel.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace naru::gui {

CodePage::CodePage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Code, parent),
      m_tabs(new QTabWidget(main())),
      m_summary(makeLabel(QStringLiteral("codeSummary"), "", main(), true)),
      m_types(makeTypesTable(language())),
      m_tables(makeTablesTable(language())),
      m_entries(makeEntryPointsTable(language())),
      m_views(makeViewsTable(language())),
      m_unresolved(makeUnresolvedTable(language())),
      m_diagnostics(makeDiagnosticsTable(language())),
      m_crud(new CrudMatrix)
{
    setObjectName(QStringLiteral("codePage"));
    setHead([] { return tr("Code"); },
            [] { return tr("What is in there, and what could not be read? Enter or a double click opens the source."); });
    setEmpty([] { return tr("The source has not been analysed yet."); }, [] { return tr("Analyse the source"); },
             [this] { emit actionWanted(QStringLiteral("analyze")); });
    m_tabs->setObjectName(QStringLiteral("codeTabs"));
    m_tabs->setDocumentMode(true);
    addTable(
        QStringLiteral("typesTable"), m_types, [] { return tr("Types"); }, [] { return tr("No class or other type was found."); });
    addTable(
        QStringLiteral("tablesTable"), m_tables, [] { return tr("Tables"); },
        [] { return tr("No table was found in scripts, mappers, entities or SQL."); });
    addTable(
        QStringLiteral("entryPointsTable"), m_entries, [] { return tr("Entry points"); }, [] { return tr("No entry point was found."); });
    addTable(
        QStringLiteral("viewsTable"), m_views, [] { return tr("Views"); },
        [] { return tr("No view was found. The screens may belong to another system."); });
    addTable(
        QStringLiteral("crudTable"), m_crud, [] { return tr("Who touches this table"); },
        [] { return tr("No entry point was found that reaches a table."); });
    addTable(
        QStringLiteral("unresolvedTable"), m_unresolved, [] { return tr("Unresolved"); },
        [] { return tr("All that the code names was followed."); })
        ->setStretch(1);
    addTable(
        QStringLiteral("diagnosticsTable"), m_diagnostics, [] { return tr("Messages"); },
        [] { return tr("Nothing was noticed while the files were read."); })
        ->setStretch(1);
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CodePage::tell);
    words().say([this] {
        m_tabs->setAccessibleName(tr("Tables of the code"));
        tell();
    });
}

TablePanel* CodePage::addTable(const QString& name, TableModel* model, std::function<QString()> title, std::function<QString()> none)
{
    auto* panel = new TablePanel(env(), name, model, m_tabs);
    panel->setEmpty(std::move(none));
    connect(panel, &TablePanel::selected, this, &Page::selected);
    connect(panel, &TablePanel::jump, this, &Page::jump);
    const int tab = m_tabs->addTab(panel, QString());
    m_panels.emplace_back(panel, title);
    words().say([this, panel, tab, title, model] {
        m_tabs->setTabText(tab, tr("%1 (%2)").arg(title(), language().number(qint64{model->rowCount()})));
        panel->setAccessibleTitle(title());
    });
    return panel;
}

void CodePage::refresh()
{
    const auto& code = results().code;
    if (code != m_shown) {
        m_shown = code;
        m_types->setRows(typeRows(*code));
        m_tables->setRows(allRows(*code, code->tables.size()));
        m_entries->setRows(allRows(*code, code->entryPoints.size()));
        m_views->setRows(allRows(*code, code->views.size()));
        m_unresolved->setRows(unresolvedRows(*code));
        m_diagnostics->setRows(allRows(*code, code->diagnostics.size()));
        m_crud->setCode(code);
    }
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto& [panel, title] = m_panels[static_cast<std::size_t>(tab)];
        m_tabs->setTabText(tab, tr("%1 (%2)").arg(title(), language().number(qint64{panel->filter().sourceModel()->rowCount()})));
    }
    summarize();
}

/// What is marked in the table in front stands in the inspector.
void CodePage::tell()
{
    if (const auto tab = static_cast<std::size_t>(m_tabs->currentIndex()); m_shown && tab < m_panels.size())
        m_panels[tab].first->tell();
}

void CodePage::summarize()
{
    std::map<core::Language, std::pair<qint64, qint64>> languages; // files, lines
    qint64 files = 0;
    qint64 lines = 0;
    qint64 failed = 0;
    qint64 partial = 0;
    for (const core::SourceFile& file : m_shown->files) {
        if (file.state == core::ParseState::Skipped)
            continue;
        ++files;
        lines += file.lines;
        failed += file.state == core::ParseState::Failed;
        partial += file.state == core::ParseState::Partial;
        auto& [n, loc] = languages[file.language];
        ++n;
        loc += file.lines;
    }
    QStringList parts;
    for (const auto& [lang, sizes] : languages)
        parts << tr("%1 %2 files").arg(Names::of(lang), language().number(sizes.first));
    QString text = failed > 0 ? tr("%1 files, %2 lines; %3 of the files could not be read.")
                                    .arg(language().number(files), language().number(lines), language().number(failed))
                              : tr("All %1 files with %2 lines were read.").arg(language().number(files), language().number(lines));
    if (partial > 0)
        text += QLatin1Char(' ') + tr("In part only: %1 (see Messages).").arg(language().number(partial));
    text += QLatin1Char(' ') + parts.join(QStringLiteral(" · "));
    std::map<core::UnresolvedReason, qint64> reasons;
    for (const core::Unresolved& item : m_shown->unresolved)
        ++reasons[item.reason];
    if (!reasons.empty()) {
        QStringList open;
        for (const auto& [reason, count] : reasons)
            open << tr("%1 (%2)").arg(Names::of(reason), language().number(count));
        text += QLatin1Char('\n') + tr("Not followed: %1").arg(open.join(QStringLiteral(" · ")));
    }
    m_summary->setText(text);
}

void CodePage::reveal(const QString& kind, const QString& id)
{
    const QStringList kinds{QStringLiteral("type"), QStringLiteral("table"), QStringLiteral("entry"), QStringLiteral("view")};
    const auto tab = static_cast<int>(kinds.indexOf(kind));
    if (tab < 0)
        return;
    m_tabs->setCurrentIndex(tab);
    m_panels[static_cast<std::size_t>(tab)].first->selectId(id);
}

} // namespace naru::gui
