#include "app/gui/plan/ManifestsRoom.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/TablePanel.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace naru::gui {
namespace {

constexpr int kFileRole = Qt::UserRole;

} // namespace

ManifestsRoom::ManifestsRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("manifestsRoom"), parent),
      m_make(makeButton(QStringLiteral("makeManifests"), [] { return tr("Make the files"); }, [this] { this->document().deployment(); })),
      m_write(makeButton(QStringLiteral("writeManifests"), [] { return tr("Write to a folder..."); }, [this] { write(); })),
      m_text(makeLabel(QStringLiteral("manifestsText"), "muted", this, true)),
      m_files(new QTreeWidget(this)),
      m_preview(new QPlainTextEdit(this))
{
    m_make->setProperty("primary", true);
    m_files->setObjectName(QStringLiteral("manifestFiles"));
    m_files->setColumnCount(2);
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_preview->setObjectName(QStringLiteral("manifestPreview"));
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    buildFills();
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_make);
    tools->addWidget(m_write);
    tools->addWidget(m_text, 1);
    auto* upper = new QSplitter(this);
    upper->addWidget(m_files);
    upper->addWidget(m_preview);
    upper->setChildrenCollapsible(false);
    upper->setSizes({300, 480});
    auto* both = new QSplitter(Qt::Vertical, this);
    both->addWidget(upper);
    both->addWidget(m_table);
    both->setChildrenCollapsible(false);
    both->setSizes({380, 220});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(both, 1);
    connect(m_files, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item && item->data(0, kFileRole).isValid())
            showFile(item->data(0, kFileRole).toString().toStdString(), 0);
    });
    connect(&document, &Document::deployed, this, &ManifestsRoom::take);
    for (const auto other : {&Document::closed, &Document::systemShown})
        connect(&document, other, this, [this] { take(nullptr); });
    words().say([this] {
        m_files->setHeaderLabels({tr("File"), tr("To fill in")});
        m_files->setAccessibleName(tr("Generated files"));
        m_preview->setAccessibleName(tr("The chosen file"));
        m_table->setAccessibleTitle(tr("What must be filled in"));
        fillTree();
    });
}

void ManifestsRoom::buildFills()
{
    m_fills = new RowsModel<core::FillItem>({
        {.title = [] { return tr("File"); },
         .value = [](const core::FillItem& fill) { return QVariant(fill.file.empty() ? tr("not in a file") : fromUtf8(fill.file)); }},
        {.title = [] { return tr("Line"); },
         .value = [](const core::FillItem& fill) { return fill.line > 0 ? QVariant(fill.line) : QVariant(); },
         .right = true},
        {.title = [] { return tr("What to do"); }, .value = [this](const core::FillItem& fill) { return QVariant(textOf(fill)); }},
        {.title = [] { return tr("Found at"); },
         .value =
             [](const core::FillItem& fill) {
                 return fill.evidence.empty()
                            ? QVariant()
                            : QVariant(QStringLiteral("%1:%2").arg(fromUtf8(fill.evidence.front().file)).arg(fill.evidence.front().line));
             }},
    });
    m_fills->id = [](const core::FillItem& fill) { return fromUtf8(fill.file + ':' + std::to_string(fill.line) + ':' + fill.id); };
    m_fills->place = [](const core::FillItem& fill) {
        return fill.evidence.empty() ? std::pair(QString(), 0) : std::pair(fromUtf8(fill.evidence.front().file), fill.evidence.front().line);
    };
    m_fills->describe = [this](const core::FillItem& fill) {
        return Subject{fromUtf8(fill.file.empty() ? fill.service : fill.file),
                       textOf(fill),
                       {{tr("Line"), fill.line > 0 ? QString::number(fill.line) : QString()}},
                       fill.evidence};
    };
    m_table = new TablePanel(env(), QStringLiteral("fillsTable"), m_fills, this);
    m_table->setStretch(2);
    connect(m_table, &TablePanel::selected, this, &PlanRoom::selected);
    connect(m_table, &TablePanel::jump, this, &PlanRoom::jump);
    connect(&m_table->view(), &TableView::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid())
            return;
        const core::FillItem& fill = m_fills->at(m_table->filter().mapToSource(index).row());
        if (!fill.file.empty())
            showFile(fill.file, fill.line);
    });
}

QString ManifestsRoom::textOf(const core::FillItem& fill) const
{
    return language().text("planning.fill." + fill.id, fill.args);
}

void ManifestsRoom::refresh()
{
    m_write->setEnabled(m_set != nullptr);
    if (!m_set)
        m_text->setText(tr("Manifests, container files, pipelines and API descriptions of every context, from the split and the source."));
}

void ManifestsRoom::take(std::shared_ptr<const core::DeploymentSet> set)
{
    m_set = std::move(set);
    m_preview->clear();
    m_fills->setRows(m_set ? m_set->fills : std::vector<core::FillItem>());
    m_write->setEnabled(m_set != nullptr);
    fillTree();
}

std::size_t ManifestsRoom::fillsOf(const std::string& path) const
{
    return static_cast<std::size_t>(std::ranges::count(m_set->fills, path, &core::FillItem::file));
}

void ManifestsRoom::fillTree()
{
    m_files->clear();
    if (!m_set)
        return;
    std::map<QString, QTreeWidgetItem*> folders;
    QTreeWidgetItem* first = nullptr;
    for (const core::GeneratedFile& file : m_set->files) {
        const QStringList parts = fromUtf8(file.path).split(QLatin1Char('/'));
        QString path;
        QTreeWidgetItem* parent = m_files->invisibleRootItem();
        for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
            path += parts[i] + QLatin1Char('/');
            QTreeWidgetItem*& folder = folders[path];
            if (!folder)
                folder = new QTreeWidgetItem(parent, {parts[i]});
            parent = folder;
        }
        const std::size_t fills = fillsOf(file.path);
        auto* item = new QTreeWidgetItem(parent, {parts.back(), fills > 0 ? QString::number(fills) : QString()});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, kFileRole, fromUtf8(file.path));
        item->setToolTip(0, fromUtf8(file.path + " (" + file.kind + ')'));
        if (!first && (file.kind == "Deployment" || file.kind == "StatefulSet"))
            first = item;
    }
    if (folders.size() < 12)
        m_files->expandAll();
    if (first)
        m_files->setCurrentItem(first); // how a service will run is what most come to see
    QString text = tr("%1 files for %2 services, %3 places to fill in.")
                       .arg(language().number(static_cast<qint64>(m_set->files.size())),
                            language().number(static_cast<qint64>(m_set->services.size())),
                            language().number(static_cast<qint64>(m_set->fills.size())));
    for (const std::string& note : m_set->notes)
        text += QLatin1Char(' ') + language().text(note);
    m_text->setText(text);
    m_text->setToolTip(text);
}

void ManifestsRoom::showFile(const std::string& path, int line)
{
    if (!m_set)
        return;
    const auto file = std::ranges::find(m_set->files, path, &core::GeneratedFile::path);
    if (file == m_set->files.end())
        return;
    m_preview->setPlainText(fromUtf8(file->text));
    // Every place to fill in is marked; the wanted one is scrolled to.
    QList<QTextEdit::ExtraSelection> marks;
    for (const core::FillItem& fill : m_set->fills)
        if (fill.file == path && fill.line > 0) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_preview->document()->findBlockByNumber(fill.line - 1));
            mark.format.setBackground(colours().codeMark);
            mark.format.setProperty(QTextFormat::FullWidthSelection, true);
            marks << mark;
        }
    m_preview->setExtraSelections(marks);
    m_preview->setTextCursor(QTextCursor(m_preview->document()->findBlockByNumber(std::max(0, line - 1))));
    m_preview->centerCursor();
}

void ManifestsRoom::write()
{
    const QString folder = env().dialogs.chooseFolder(this, tr("Write the files to a folder"), QString());
    if (!folder.isEmpty() && m_set)
        document().writeDeployment(m_set, folder);
}

} // namespace naru::gui
