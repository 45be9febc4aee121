#include "app/gui/pages/ReportPage.h"

#include "app/gui/widgets/PageView.h"
#include "reports/builders/ReportInput.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

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
        if (kind == this->kind())
            m_view->show(preview);
    });
    connect(&document, &Document::written, this, [this](const QStringList& files) {
        m_written = files;
        QStringList names;
        for (const QString& file : files)
            names << QFileInfo(file).fileName();
        m_status->setText(tr("Written: %1").arg(names.join(QStringLiteral(", "))));
        m_openFolder->setEnabled(true);
    });
}

void ReportPage::build()
{
    auto* splitter = new QSplitter(main());
    m_kinds->setObjectName(QStringLiteral("reportKinds"));
    m_kinds->setWordWrap(true);
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
    auto* in = new QPushButton(QStringLiteral("+"), middle);
    auto* out = new QPushButton(QStringLiteral("−"), middle);
    auto* fit = new QPushButton(middle);
    in->setObjectName(QStringLiteral("previewZoomIn"));
    out->setObjectName(QStringLiteral("previewZoomOut"));
    fit->setObjectName(QStringLiteral("previewFit"));
    tools->addWidget(in);
    tools->addWidget(out);
    tools->addWidget(fit);
    tools->addStretch();
    connect(in, &QPushButton::clicked, this, [this] { m_view->zoom(1.2); });
    connect(out, &QPushButton::clicked, this, [this] { m_view->zoom(1 / 1.2); });
    connect(fit, &QPushButton::clicked, m_view, &PageView::fitWidth);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);
    splitter->addWidget(m_kinds);
    splitter->addWidget(middle);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({230, 700});
    splitter->setChildrenCollapsible(false);
    auto* bar = new QWidget(main());
    buildExportBar(bar);
    auto* page = new QVBoxLayout(main());
    page->setContentsMargins(0, 6, 0, 0);
    page->addWidget(splitter, 1);
    page->addWidget(bar);
    page->addWidget(m_status);
    words().say([=, this] {
        m_kinds->setAccessibleName(tr("Kinds of document"));
        m_view->setAccessibleName(tr("Preview of the pages"));
        in->setAccessibleName(tr("Zoom in"));
        out->setAccessibleName(tr("Zoom out"));
        fit->setText(tr("Fit width"));
        fit->setAccessibleName(fit->text());
        for (int row = 0; row < m_kinds->count(); ++row)
            m_kinds->item(row)->setText(kindName(m_kinds->item(row)->data(Qt::UserRole).toString()));
    });
}

void ReportPage::buildExportBar(QWidget* bar)
{
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 4, 0, 0);
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
    m_folder = new QLineEdit(bar);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    auto* choose = new QPushButton(bar);
    choose->setObjectName(QStringLiteral("chooseExportFolder"));
    m_export = new QPushButton(bar);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setProperty("primary", true);
    m_openFolder = new QPushButton(bar);
    m_openFolder->setObjectName(QStringLiteral("openExportFolder"));
    m_openFolder->setEnabled(false);
    line->addWidget(m_folder, 1);
    line->addWidget(choose);
    line->addWidget(m_export);
    line->addWidget(m_openFolder);
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
    env().settings.set(Setting::ReportFormats, formats);
    env().settings.set(Setting::ReportFolder, m_folder->text());
    m_status->setText(tr("Writing"));
    m_openFolder->setEnabled(false);
    document().report(kind(), formats, m_folder->text());
}

} // namespace naru::gui
