#include "app/gui/plan/ArchitectureRoom.h"

#include "app/gui/Paths.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/plan/DrawingView.h"
#include "app/gui/plan/ResponsibilityPanel.h"
#include "app/gui/widgets/TablePanel.h"
#include "core/base/Files.h"
#include "reports/svg/ArchitectureDrawing.h"

#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace naru::gui {

ArchitectureRoom::ArchitectureRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("architectureRoom"), parent),
      m_tabs(new QTabWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("architectureTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildDrawing(), QString());
    buildElements();
    m_tabs->addTab(m_table, QString());
    m_responsibility = new ResponsibilityPanel(env(), this->document(), m_tabs);
    m_tabs->addTab(m_responsibility, QString());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    words().say([this] {
        m_tabs->setTabText(0, tr("Drawing"));
        m_tabs->setTabText(1, tr("Elements and products"));
        m_tabs->setTabText(2, m_responsibility->title());
        m_tabs->setAccessibleName(tr("Target architecture"));
        m_drawing->setAccessibleName(tr("Drawing of the target architecture"));
        m_table->setAccessibleTitle(tr("Elements of the target architecture"));
    });
}

QWidget* ArchitectureRoom::buildDrawing()
{
    auto* page = new QWidget(m_tabs);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_drawing = new DrawingView(QStringLiteral("architectureDrawing"), scroll);
    scroll->setWidget(m_drawing);
    auto* button = makeButton(QStringLiteral("saveArchitecture"), [] { return tr("Save the drawing (SVG)"); }, [this] { save(); });
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(button, 0, Qt::AlignLeft);
    layout->addWidget(scroll, 1);
    return page;
}

QString ArchitectureRoom::areaOf(const std::string& id) const
{
    return language().text("report.area." + id);
}

void ArchitectureRoom::buildElements()
{
    using Element = core::ArchitectureElement;
    const auto local = [this](core::LocalText Element::*field) {
        return [this, field](const Element& element) { return QVariant(language().text(element.*field)); };
    };
    m_elements = new RowsModel<Element>({
        {.title = [] { return tr("Area"); }, .value = [this](const Element& element) { return QVariant(areaOf(element.area)); }},
        {.title = [] { return tr("Element"); }, .value = local(&Element::name)},
        {.title = [] { return tr("Product"); }, .value = local(&Element::product)},
        {.title = [] { return tr("Inner or outer"); },
         .value = [](const Element& element) { return QVariant(element.inner ? tr("inner") : tr("outer")); }},
        {.title = [] { return tr("Kubernetes"); }, .value = local(&Element::kubernetes)},
        {.title = [] { return tr("Cloud Foundry"); }, .value = local(&Element::cloudFoundry)},
        {.title = [] { return tr("Reason"); }, .value = local(&Element::reason)},
    });
    m_elements->id = [](const Element& element) { return fromUtf8(element.id); };
    m_elements->describe = [this](const Element& element) {
        QStringList others;
        for (const std::string& one : element.alternatives)
            others << fromUtf8(one);
        Subject s{language().text(element.name),
                  language().text(element.reason),
                  {{tr("Product"), language().text(element.product)},
                   {tr("Kubernetes"), language().text(element.kubernetes)},
                   {tr("Cloud Foundry"), language().text(element.cloudFoundry)}},
                  element.evidence};
        if (!others.isEmpty())
            s.facts.emplace_back(tr("Other products"), others.join(QStringLiteral(", ")));
        return s;
    };
    m_table = new TablePanel(env(), QStringLiteral("architectureTable"), m_elements, m_tabs);
    m_table->setStretch(6);
    connect(m_table, &TablePanel::selected, this, &PlanRoom::selected);
    connect(m_table, &TablePanel::jump, this, &PlanRoom::jump);
}

void ArchitectureRoom::refresh()
{
    const auto texts = core::Texts::load(env().resources, language().stdCode());
    if (texts)
        m_drawing->show(QByteArray::fromStdString(reports::architectureSvg(plan(), *texts)));
    m_elements->setRows(plan().architecture);
    m_responsibility->refresh();
}

void ArchitectureRoom::save()
{
    const QString file = env().dialogs.saveFile(this, tr("Save the drawing"), QStringLiteral("architecture.svg"), tr("Drawings (*.svg)"));
    if (file.isEmpty())
        return;
    if (const auto written = core::writeFile(toPath(file), m_drawing->svg().toStdString()); !written)
        emit document().trouble(written.error());
    else
        emit document().said(tr("The drawing was written to %1.").arg(file));
}

} // namespace naru::gui
