#include "app/gui/plan/OrderPanel.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

const std::string kBefore = "before/";

} // namespace

OrderPanel::OrderPanel(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("orderPanel"), parent)
{
    buildTable();
    buildTools();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto* tools = new QHBoxLayout;
    auto* between = new QLabel(this);
    tools->addWidget(m_first, 1);
    tools->addWidget(between);
    tools->addWidget(m_second, 1);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    layout->addLayout(tools);
    layout->addWidget(m_table, 1);
    words().say([this, between] {
        between->setText(tr("not later than"));
        m_first->setAccessibleName(tr("Context that must not move later"));
        m_second->setAccessibleName(tr("Context that must not move before it"));
        m_table->setAccessibleTitle(tr("Wishes about the order"));
    });
}

void OrderPanel::buildTools()
{
    const auto box = [this](const char* name) {
        auto* made = new QComboBox(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(10);
        connect(made, &QComboBox::currentIndexChanged, this, &OrderPanel::enable);
        return made;
    };
    m_first = box("orderFirst");
    m_second = box("orderSecond");
    m_add = makeButton(QStringLiteral("addWish"), [] { return tr("Add"); }, [this] { add(); });
    m_remove = makeButton(QStringLiteral("removeWish"), [] { return tr("Remove"); }, [this] { removeCurrent(); });
}

void OrderPanel::buildTable()
{
    m_wishes = new RowsModel<Wish>({
        {.title = [] { return tr("Context"); }, .value = [this](const Wish& one) { return QVariant(nameOf(one.first)); }},
        {.title = [] { return tr("Not later than"); }, .value = [this](const Wish& one) { return QVariant(nameOf(one.second)); }},
        {.title = [] { return tr("State"); }, .value = [](const Wish& one) { return QVariant(one.state); }},
    });
    m_wishes->id = [](const Wish& one) { return fromUtf8(one.first + "\n" + one.second); };
    m_wishes->describe = [this](const Wish& one) {
        return Subject{tr("%1 not later than %2").arg(nameOf(one.first), nameOf(one.second)), one.state, {}, {}};
    };
    m_table = new TablePanel(env(), QStringLiteral("wishesTable"), m_wishes, this);
    m_table->setStretch(2);
    connect(m_table, &TablePanel::selected, this, &PlanRoom::selected);
    connect(&m_table->view(), &TableView::currentRowChanged, this, &OrderPanel::enable);
    connect(&m_table->view(), &TableView::keyPressed, this, [this](int key) {
        if (key == Qt::Key_Delete)
            removeCurrent();
    });
}

QString OrderPanel::nameOf(const std::string& context) const
{
    if (document().results().plan)
        for (const core::Wave& wave : plan().waves)
            for (const core::PlannedContext& one : wave.contexts)
                if (one.context == context)
                    return fromUtf8(one.name);
    return fromUtf8(context);
}

void OrderPanel::refresh()
{
    std::vector<std::pair<std::string, int>> contexts; // with their waves
    for (const core::Wave& wave : plan().waves)
        for (const core::PlannedContext& one : wave.contexts)
            contexts.emplace_back(one.context, wave.number);
    std::vector<Wish> wishes;
    for (const auto& [first, wave] : contexts)
        for (const std::string& second : after(first)) {
            Wish wish{.first = first, .second = second, .state = tr("kept")};
            for (const core::PlanBreak& one : plan().conflicts)
                if (one.contexts == std::vector{first, second})
                    wish.state = language().text(one.textKey, one.args);
            if (std::ranges::find(contexts, second, &std::pair<std::string, int>::first) == contexts.end())
                wish.state = tr("The context is no longer there.");
            wishes.push_back(std::move(wish));
        }
    m_wishes->setRows(std::move(wishes));
    for (QComboBox* box : {m_first, m_second}) {
        const QSignalBlocker quiet(box);
        const QVariant before = box->currentData();
        box->clear();
        for (const auto& [id, wave] : contexts)
            box->addItem(tr("%1 (wave %2)").arg(nameOf(id)).arg(wave), fromUtf8(id));
        box->setCurrentIndex(std::max(0, box->findData(before)));
    }
    enable();
}

void OrderPanel::enable()
{
    const QVariant first = m_first->currentData();
    const QVariant second = m_second->currentData();
    m_add->setEnabled(first.isValid() && second.isValid() && first != second);
    m_remove->setEnabled(!m_table->selectedRows().empty());
}

std::vector<std::string> OrderPanel::after(const std::string& first) const
{
    const auto value = document().decision("plan", kBefore + first);
    std::vector<std::string> out;
    if (value && value->is_string())
        out.push_back(value->get<std::string>());
    else if (value && value->is_array())
        for (const nlohmann::json& one : *value)
            if (one.is_string())
                out.push_back(one.get<std::string>());
    return out;
}

void OrderPanel::decide(const std::string& first, const std::vector<std::string>& seconds)
{
    document().decide("plan", kBefore + first, seconds.empty() ? std::nullopt : std::optional<nlohmann::json>(seconds), "gui.edit.before");
}

void OrderPanel::add()
{
    const std::string first = m_first->currentData().toString().toStdString();
    const std::string second = m_second->currentData().toString().toStdString();
    std::vector<std::string> seconds = after(first);
    if (first == second || std::ranges::find(seconds, second) != seconds.end())
        return;
    seconds.push_back(second);
    decide(first, seconds);
    m_table->selectId(fromUtf8(first + "\n" + second));
}

void OrderPanel::removeCurrent()
{
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.empty())
        return;
    const Wish wish = m_wishes->at(rows.front());
    std::vector<std::string> seconds = after(wish.first);
    std::erase(seconds, wish.second);
    decide(wish.first, seconds);
}

} // namespace naru::gui
