#include "app/gui/splitmap/PartsPanel.h"

#include "app/gui/Names.h"
#include "app/gui/widgets/Card.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {

PartsPanel::PartsPanel(Environment& environment, QWidget* parent)
    : QFrame(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_head(makeLabel(QStringLiteral("partsHead"), "heading", this, true)),
      m_tree(new QTreeWidget(this)),
      m_accept(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("partsPanel"));
    m_tree->setObjectName(QStringLiteral("partsTree"));
    m_tree->setColumnCount(2);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->setMinimumHeight(72);
    m_accept->setObjectName(QStringLiteral("acceptParts"));
    m_cancel->setObjectName(QStringLiteral("cancelParts"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->addWidget(m_head);
    layout->addWidget(m_tree, 1);
    layout->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        for (int row = 0; row < m_tree->topLevelItemCount(); ++row)
            m_parts[static_cast<std::size_t>(row)].name = m_tree->topLevelItem(row)->text(0).toStdString();
        hide();
        emit accepted(m_context, m_parts);
    });
    m_words->say([this] {
        m_tree->setHeaderLabels({tr("Part (name can be edited)"), tr("Members")});
        m_tree->setAccessibleName(tr("Proposed parts of the context"));
        m_accept->setText(tr("Divide like this"));
        m_accept->setAccessibleName(m_accept->text());
        m_cancel->setText(tr("Leave it whole"));
        m_cancel->setAccessibleName(m_cancel->text());
        m_head->setText(tr("\"%1\" falls into %2 parts. The first part stays, the others become contexts of their own.")
                            .arg(m_name)
                            .arg(m_parts.size()));
    });
    hide();
}

void PartsPanel::propose(const QString& context, const QString& name, ContextParts parts)
{
    m_context = context;
    m_name = name;
    m_parts = std::move(parts);
    m_tree->clear();
    if (!m_parts.empty())
        m_parts.front().name = name.toStdString();     // it stays the context it was
    for (std::size_t i = 1; i < m_parts.size(); ++i) { // no two of one name
        const std::string stem = m_parts[i].name;
        for (int n = 2; std::ranges::any_of(m_parts.begin(), m_parts.begin() + static_cast<std::ptrdiff_t>(i),
                                            [&](const auto& other) { return other.name == m_parts[i].name; });
             ++n)
            m_parts[i].name = stem + " " + std::to_string(n);
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const analyzers::decompose::ContextPart& part = m_parts[i];
        auto* top = new QTreeWidgetItem(m_tree, {fromUtf8(part.name), m_env.language.number(static_cast<qint64>(part.members.size()))});
        top->setFlags(top->flags() | Qt::ItemIsEditable);
        top->setTextAlignment(1, Qt::AlignRight);
        for (const core::PartitionMember& member : part.members)
            new QTreeWidgetItem(top, {Names::brief(member), Names::of(member.role)});
    }
    m_tree->setColumnWidth(1, 110);
    m_head->setText(
        tr("\"%1\" falls into %2 parts. The first part stays, the others become contexts of their own.").arg(m_name).arg(m_parts.size()));
    show();
    m_tree->setFocus();
}

} // namespace naru::gui
