// The factors of the estimate, what the source speaks for, and what a budget buys.

#include "app/gui/pages/CostPage.h"

#include "app/gui/cost/CostInput.h"
#include "app/gui/cost/FactorHints.h"
#include "costing/Sensitivity.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {

void CostPage::buildFactors(QWidget* side)
{
    // One column: names and hints break their lines, and a form layout gives the fields below them too little height.
    m_form = new QVBoxLayout(side);
    m_form->setContentsMargins(0, 6, 10, 6);
    m_form->setSpacing(3);
    const auto row = [this, side](QWidget* field, const QString& name) {
        auto* label = new QLabel(side);
        label->setBuddy(field);
        field->setObjectName(name);
        m_form->addSpacing(5);
        m_form->addWidget(label);
        m_form->addWidget(field);
        return label;
    };
    m_hints = new FactorHints(env(), document(), this);
    connect(m_hints, &FactorHints::taken, this, [this](const std::string& factor, int level) { choose(factor, level); });
    connect(m_hints, &FactorHints::selected, this, &Page::selected);
    m_method = new QComboBox(side);
    m_method->addItems({QString(), QString()});
    auto* method = row(m_method, QStringLiteral("countMethod"));
    m_edition = new QComboBox(side);
    auto* edition = row(m_edition, QStringLiteral("edition"));
    m_edition->addItem(QString());
    if (m_tariffs)
        for (auto tariff = m_tariffs->all().rbegin(); tariff != m_tariffs->all().rend(); ++tariff)
            m_edition->addItem(QString(), fromUtf8(tariff->edition));
    if (m_tariffs)
        for (const costing::TariffFactor& factor : m_tariffs->newest().factors) {
            auto* levels = new QComboBox(side);
            levels->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            levels->setMinimumContentsLength(20);
            auto* name = row(levels, QStringLiteral("factor_") + fromUtf8(factor.id));
            m_form->addWidget(m_hints->lineFor(factor.id, side));
            m_factors.push_back({factor.id, name, levels});
            connect(levels, &QComboBox::activated, this, [this, id = factor.id](int level) {
                document().decide("estimate", id, level == 0 ? std::nullopt : std::optional<nlohmann::json>(level), "gui.edit.estimate");
            });
        }
    m_profit = new QDoubleSpinBox(side);
    m_profit->setRange(0, 25);
    m_profit->setDecimals(1);
    m_profit->setSuffix(QStringLiteral(" %"));
    auto* profit = row(m_profit, QStringLiteral("profitPercent"));
    m_expenses = new QLineEdit(side);
    m_expenses->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9,]{0,24}")), m_expenses));
    m_expenses->setAlignment(Qt::AlignRight);
    auto* expenses = row(m_expenses, QStringLiteral("directExpenses"));
    m_vat = new QCheckBox(side);
    m_vat->setObjectName(QStringLiteral("vat"));
    m_form->addWidget(m_vat);
    m_budget = new QLineEdit(side);
    m_budget->setAlignment(Qt::AlignRight);
    auto* budget = row(m_budget, QStringLiteral("budget"));
    m_budgetText = makeLabel(QStringLiteral("budgetText"), "muted", side, true);
    m_form->addWidget(m_budgetText);
    m_form->addStretch(1);
    connect(m_budget, &QLineEdit::textChanged, this, &CostPage::fillBudget);
    connect(m_edition, &QComboBox::activated, this, [this](int chosen) {
        document().decide("estimate", "edition",
                          chosen == 0 ? std::nullopt : std::optional<nlohmann::json>(m_edition->currentData().toString().toStdString()),
                          "gui.edit.estimate");
    });
    connect(m_method, &QComboBox::activated, this, [this](int index) { document().count(static_cast<core::CountMethod>(index)); });
    connect(m_profit, &QDoubleSpinBox::editingFinished, this, [this] {
        const std::string text = QString::number(m_profit->value()).toStdString();
        if (text != chosenText("profitPercent", "25"))
            choose("profitPercent", text);
    });
    connect(m_expenses, &QLineEdit::editingFinished, this, [this] {
        const std::string text = m_expenses->text().remove(QLatin1Char(',')).toStdString();
        if (text != chosenText("directExpenses", "0"))
            choose("directExpenses", text.empty() ? "0" : text);
    });
    connect(m_vat, &QCheckBox::clicked, this, [this](bool on) { choose("vat", on); });
    words().say([=, this] {
        method->setText(tr("Counting method"));
        m_method->setItemText(0, tr("Simplified (average weights)"));
        m_method->setItemText(1, tr("Standard (by complexity)"));
        edition->setText(tr("Edition of the tariff"));
        profit->setText(tr("Profit (at most 25 %)"));
        expenses->setText(tr("Direct expenses (won)"));
        m_vat->setText(tr("Add value added tax"));
        budget->setText(tr("What a budget buys (won)"));
        m_budget->setAccessibleName(budget->text());
        m_method->setAccessibleName(method->text());
        m_edition->setAccessibleName(edition->text());
        m_profit->setAccessibleName(profit->text());
        m_expenses->setAccessibleName(expenses->text());
        m_vat->setAccessibleName(m_vat->text());
    });
}

namespace {

/// Other texts come with another edition or language only; most of the time a factor was chosen, and they stay.
void fillLevels(QComboBox& levels, const QStringList& texts)
{
    bool same = levels.count() == texts.size();
    for (int i = 0; same && i < levels.count(); ++i)
        same = levels.itemText(i) == texts.at(i);
    if (same)
        return;
    levels.clear();
    levels.addItems(texts);
    for (int i = 1; i < levels.count(); ++i)
        levels.setItemData(i, texts.at(i), Qt::ToolTipRole);
}

} // namespace

const costing::Tariff* CostPage::tariff() const
{
    return m_tariffs ? &tariffOf(document(), *m_tariffs) : nullptr;
}

/// The function points that a budget buys with the factors as they stand.
void CostPage::fillBudget()
{
    const QString text = m_budget->text().trimmed();
    const costing::Tariff* chosen = tariff();
    m_budgetText->setVisible(!text.isEmpty() && chosen && results().count);
    if (!m_budgetText->isVisibleTo(m_budgetText->parentWidget()))
        return;
    const auto amount = typedWon(text);
    if (!amount)
        return m_budgetText->setText(tr("Type a whole amount of 0 won or more."));
    const auto points = costing::functionPointsWithin(*amount, estimateInputOf(document(), *chosen).choices, *chosen);
    m_budgetText->setText(points ? tr("%1 function points with the factors above").arg(Language::grouped(points->text()))
                                 : language().text(points.error()));
}

std::string CostPage::chosenText(const std::string& key, const std::string& fallback) const
{
    const auto value = document().decision("estimate", key);
    if (!value)
        return fallback;
    return value->is_string() ? value->get<std::string>() : value->dump();
}

void CostPage::fillFactors()
{
    const costing::Tariff* chosen = tariff();
    if (!chosen)
        return;
    m_method->setCurrentIndex(static_cast<int>(results().count->method));
    m_edition->setItemText(0, tr("Not chosen"));
    for (int i = 1; i < m_edition->count(); ++i) {
        const auto found = std::ranges::find(m_tariffs->all(), m_edition->itemData(i).toString().toStdString(), &costing::Tariff::edition);
        m_edition->setItemText(i, language().text(found->name));
    }
    m_edition->setCurrentIndex(std::max(0, m_edition->findData(fromUtf8(chosenText("edition", {})))));
    for (FactorBox& box : m_factors) {
        const costing::TariffFactor* factor = chosen->factor(box.id);
        box.levels->setEnabled(factor != nullptr);
        if (!factor)
            continue;
        box.name->setText(language().text(factor->name));
        box.levels->setAccessibleName(box.name->text());
        const auto neutral = static_cast<std::size_t>(std::max(1, factor->neutral)) - 1;
        QStringList texts{neutral < factor->levels.size()
                              ? tr("Not chosen (counts as %1)").arg(fromUtf8(factor->levels[neutral].value.text()))
                              : tr("Not chosen")};
        for (const costing::FactorLevel& level : factor->levels)
            texts << QStringLiteral("%1 - %2").arg(fromUtf8(level.value.text()), language().text(level.wording));
        fillLevels(*box.levels, texts);
        box.levels->setCurrentIndex(std::clamp(std::atoi(chosenText(box.id, "0").c_str()), 0, box.levels->count() - 1));
        box.levels->setToolTip(box.levels->currentText());
    }
    m_profit->setValue(QString::fromStdString(chosenText("profitPercent", "25")).toDouble());
    if (!m_expenses->hasFocus())
        m_expenses->setText(Language::grouped(chosenText("directExpenses", "0")));
    m_vat->setChecked(chosenText("vat", "true") != "false");
    m_hints->refresh(*chosen);
}

} // namespace naru::gui
