#include "app/gui/pages/ReportPage.h"

#include "app/gui/widgets/ClauseEditor.h"
#include "app/gui/widgets/FlowLayout.h"
#include "app/gui/widgets/PageView.h"
#include "reports/builders/ReportInput.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPrinter>
#include <QPushButton>
#include <QSplitter>
#include <QUndoStack>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace naru::gui {

ReportPage::ReportPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Report, parent),
      m_kinds(new QListWidget(main())),
      m_view(new PageView(environment, main())),
      m_status(makeLabel(QStringLiteral("exportStatus"), "muted", main(), true))
{
    setObjectName(QStringLiteral("reportPage"));
    setHead([] { return tr("Report"); }, [] { return tr("What goes out? Choose a document, look at its pages, export it."); });
    setEmpty([] { return tr("There is nothing to report yet."); }, [] { return tr("Analyse the source"); },
             [this] { emit actionWanted(QStringLiteral("analyze")); });
    build();
    connect(&document, &Document::previewed, this, [this](const QString& kind, const std::shared_ptr<const Preview>& preview) {
        if (kind == this->kind()) {
            m_view->show(preview);
            m_clauses->show(preview->report->clauses);
        }
    });
    connect(&document, &Document::written, this, [this](const QStringList& files, const QStringList& notes) {
        m_written = files;
        m_notes = notes;
        m_openFolder->setEnabled(true);
        listNotes();
    });
    connect(&environment.jobs, &JobRunner::finished, this, [this] {
        m_export->setEnabled(true);
        m_cancel->setEnabled(false);
        if (m_written.isEmpty())
            m_status->clear();
    });
    // Undone and redone clauses show at once, whoever changed them.
    connect(&document.undo(), &QUndoStack::indexChanged, this, [this] {
        if (isVisible() && hasContent())
            this->document().preview(kind());
    });
}

void ReportPage::listNotes()
{
    if (m_written.isEmpty())
        return;
    QStringList names;
    for (const QString& file : m_written)
        names << QFileInfo(file).fileName();
    QString text = tr("Written: %1").arg(names.join(QStringLiteral(", ")));
    for (const QString& note : m_notes)
        text += QStringLiteral("\n- ") + env().language.text(note.toStdString());
    m_status->setText(text);
}

void ReportPage::edit(const QString& clause, std::optional<nlohmann::json> value)
{
    document().decide("clause", service::clauseKey(clause.toStdString(), env().language.stdCode()), std::move(value), "gui.edit.clause");
}

void ReportPage::buildClauses()
{
    m_clauses = new ClauseEditor(main());
    connect(m_clauses, &ClauseEditor::wanted, this, [this](const QString& id, const QString& text, const QString& made) {
        edit(id, nlohmann::json{{"text", text.toStdString()}, {"made", made.toStdString()}});
    });
    connect(m_clauses, &ClauseEditor::restoreWanted, this, [this](const QString& id) { edit(id, std::nullopt); });
    connect(m_clauses, &ClauseEditor::chosen, this, [this](const QString& id) {
        if (m_clauses->isVisible())
            m_view->reveal(id.toStdString());
    });
    words().say([this] { m_clauses->retranslate(); });
}

void ReportPage::print()
{
    if (m_view->pages() == 0)
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    printer.setDocName(kindName(kind()));
    if (!env().dialogs.choosePrinter(this, printer))
        return;
    m_view->print(printer);
    m_status->setText(tr("Sent to the printer: %1 pages.").arg(m_view->pages()));
}

QStringList ReportPage::existing(const QStringList& formats) const
{
    QStringList there;
    for (const QString& format : formats) {
        const QString name =
            QString::fromStdString(service::reportFileName(kind().toStdString(), format.toStdString(), env().language.stdCode()));
        if (QFileInfo::exists(m_folder->text() + QLatin1Char('/') + name))
            there << name;
    }
    return there;
}

void ReportPage::build()
{
    auto* splitter = new QSplitter(main());
    m_kinds->setObjectName(QStringLiteral("reportKinds"));
    m_kinds->setWordWrap(true);
    m_kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const std::string& kind : reports::reportKinds()) {
        auto* item = new QListWidgetItem(m_kinds);
        item->setData(Qt::UserRole, fromUtf8(kind));
    }
    m_kinds->setCurrentRow(0);
    connect(m_kinds, &QListWidget::currentRowChanged, this, [this] {
        if (isVisible() && hasContent())
            document().preview(kind());
    });
    auto* middle = new QWidget(splitter);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(6, 0, 0, 0);
    auto* tools = new QHBoxLayout;
    buildTools(*tools, middle);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);
    splitter->addWidget(m_kinds);
    splitter->addWidget(middle);
    buildClauses();
    splitter->addWidget(m_clauses);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({190, 560, 290});
    splitter->setChildrenCollapsible(false);
    auto* bar = new QWidget(main());
    buildExportBar(bar);
    auto* page = new QVBoxLayout(main());
    page->setContentsMargins(0, 6, 0, 0);
    page->addWidget(splitter, 1);
    page->addWidget(bar);
    page->addWidget(m_status);
    words().say([this] {
        m_kinds->setAccessibleName(tr("Kinds of document"));
        m_view->setAccessibleName(tr("Preview of the pages"));
        for (int row = 0; row < m_kinds->count(); ++row)
            m_kinds->item(row)->setText(kindName(m_kinds->item(row)->data(Qt::UserRole).toString()));
    });
}

void ReportPage::buildTools(QHBoxLayout& tools, QWidget* parent)
{
    auto* in = new QPushButton(QStringLiteral("+"), parent);
    auto* out = new QPushButton(QStringLiteral("−"), parent);
    auto* fit = new QPushButton(parent);
    in->setObjectName(QStringLiteral("previewZoomIn"));
    out->setObjectName(QStringLiteral("previewZoomOut"));
    fit->setObjectName(QStringLiteral("previewFit"));
    tools.addWidget(in);
    tools.addWidget(out);
    tools.addWidget(fit);
    tools.addStretch();
    connect(in, &QPushButton::clicked, this, [this] { m_view->zoom(1.2); });
    connect(out, &QPushButton::clicked, this, [this] { m_view->zoom(1 / 1.2); });
    connect(fit, &QPushButton::clicked, m_view, &PageView::fitWidth);
    auto* paper = new QPushButton(parent);
    paper->setObjectName(QStringLiteral("printReport"));
    tools.addWidget(paper);
    connect(paper, &QPushButton::clicked, this, &ReportPage::print);
    words().say([=] {
        in->setAccessibleName(tr("Zoom in"));
        out->setAccessibleName(tr("Zoom out"));
        fit->setText(tr("Fit width"));
        fit->setAccessibleName(fit->text());
        paper->setText(tr("Print"));
        paper->setAccessibleName(tr("Print the document"));
    });
}

void ReportPage::buildExportBar(QWidget* bar)
{
    // Two groups, one below the other where the width asks for it.
    auto* lines = new FlowLayout(bar, 12);
    lines->setFill(true);
    auto* choice = new QWidget(bar);
    auto* line = new QHBoxLayout(choice);
    line->setContentsMargins({});
    lines->addWidget(choice);
    auto* label = new QLabel(bar);
    line->addWidget(label);
    const QStringList chosen = env().settings.value(Setting::ReportFormats).toStringList();
    for (const std::string& name : service::reportFormats()) {
        const QString format = fromUtf8(name);
        auto* box = new QCheckBox(format.toUpper(), bar);
        box->setObjectName(QStringLiteral("format_") + format);
        box->setAccessibleName(format.toUpper());
        box->setChecked(chosen.contains(format));
        m_formats.emplace(format, box);
        line->addWidget(box);
    }
    line->addStretch();
    auto* place = new QWidget(bar);
    line = new QHBoxLayout(place);
    line->setContentsMargins({});
    lines->addWidget(place);
    m_folder = new QLineEdit(bar);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setMinimumWidth(120);
    auto* choose = new QPushButton(bar);
    choose->setObjectName(QStringLiteral("chooseExportFolder"));
    m_export = new QPushButton(bar);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setProperty("primary", true);
    m_cancel = new QPushButton(bar);
    m_cancel->setObjectName(QStringLiteral("cancelExport"));
    m_cancel->setEnabled(false);
    m_openFolder = new QPushButton(bar);
    m_openFolder->setObjectName(QStringLiteral("openExportFolder"));
    m_openFolder->setEnabled(false);
    line->addWidget(m_folder, 1);
    line->addWidget(choose);
    line->addWidget(m_export);
    line->addWidget(m_cancel);
    line->addWidget(m_openFolder);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        env().jobs.cancel();
        m_status->setText(tr("Cancelled. Documents that were finished are kept; no half document was left."));
    });
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder = env().dialogs.chooseFolder(this, tr("Folder for the documents"), m_folder->text());
        if (!folder.isEmpty())
            m_folder->setText(folder);
    });
    connect(m_export, &QPushButton::clicked, this, &ReportPage::writeNow);
    connect(m_openFolder, &QPushButton::clicked, this, [this] { env().dialogs.openOutside(m_folder->text()); });
    words().say([=, this] {
        label->setText(tr("Formats"));
        m_folder->setPlaceholderText(tr("Folder"));
        m_folder->setAccessibleName(tr("Folder for the documents"));
        choose->setText(tr("Choose folder"));
        choose->setAccessibleName(choose->text());
        m_export->setText(tr("Export"));
        m_export->setAccessibleName(m_export->text());
        m_cancel->setText(tr("Cancel"));
        m_cancel->setAccessibleName(tr("Cancel the export"));
        m_openFolder->setText(tr("Open folder"));
        m_openFolder->setAccessibleName(m_openFolder->text());
    });
}

QString ReportPage::kind() const
{
    return m_kinds->currentItem() ? m_kinds->currentItem()->data(Qt::UserRole).toString() : QString();
}

QString ReportPage::kindName(const QString& kind) const
{
    const std::string key = "report.title." + kind.toStdString();
    return env().language.has(key) ? env().language.text(key) : kind;
}

void ReportPage::refresh()
{
    if (m_folder->text().isEmpty()) {
        const QString last = env().settings.text(Setting::ReportFolder);
        m_folder->setText(last.isEmpty() ? QFileInfo(document().file()).absolutePath() : last);
    }
    document().preview(kind());
}

void ReportPage::writeNow()
{
    QStringList formats;
    for (const auto& [format, box] : m_formats)
        if (box->isChecked())
            formats << format;
    if (formats.isEmpty() || m_folder->text().isEmpty()) {
        m_status->setText(formats.isEmpty() ? tr("Choose at least one format.") : tr("Choose a folder."));
        return;
    }
    auto policy = service::ExistingFiles::Replace;
    if (const QStringList there = existing(formats); !there.isEmpty()) {
        const auto choice = env().dialogs.askExisting(
            this, tr("Files are there already"),
            tr("%1: keep these files and write the new ones beside them, or replace them?").arg(there.join(QStringLiteral(", "))));
        if (choice == ExistingChoice::Cancel) {
            m_status->setText(tr("Nothing was written."));
            return;
        }
        policy = choice == ExistingChoice::Keep ? service::ExistingFiles::Keep : service::ExistingFiles::Replace;
    }
    env().settings.set(Setting::ReportFormats, formats);
    env().settings.set(Setting::ReportFolder, m_folder->text());
    m_status->setText(tr("Writing"));
    m_written.clear();
    m_notes.clear();
    m_openFolder->setEnabled(false);
    m_export->setEnabled(false);
    m_cancel->setEnabled(true);
    document().report(kind(), formats, m_folder->text(), policy);
}

} // namespace naru::gui
