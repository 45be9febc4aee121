#include "app/gui/plan/LoadForm.h"

#include "app/gui/widgets/Card.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace naru::gui {
namespace {

constexpr int kHours = 24;
constexpr double kMostRequests = 1e9;
constexpr double kMostFactor = 10'000;
constexpr double kMostMs = 3'600'000;
constexpr int kMostInstances = 100'000;
constexpr int kColumns = 4; ///< pairs of label and field beside each other

} // namespace

std::optional<std::vector<int>> numbersIn(const QString& text, int least, int most)
{
    static const QRegularExpression kPart(QStringLiteral("^\\s*(\\d{1,6})\\s*(?:[-~]\\s*(\\d{1,6})\\s*)?$"));
    std::set<int> all;
    if (text.trimmed().isEmpty())
        return std::vector<int>();
    for (const QString& part : text.split(QLatin1Char(','))) {
        const auto match = kPart.match(part);
        if (!match.hasMatch())
            return std::nullopt;
        const int from = match.captured(1).toInt();
        const int to = match.captured(2).isEmpty() ? from : match.captured(2).toInt();
        if (from < least || to > most || from > to)
            return std::nullopt;
        for (int one = from; one <= to; ++one)
            all.insert(one);
    }
    return std::vector<int>(all.begin(), all.end());
}

QString shortly(const std::vector<int>& numbers, int by)
{
    QStringList parts;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t from = i;
        while (i + 1 < numbers.size() && numbers[i + 1] == numbers[i] + 1)
            ++i;
        parts << (from == i ? QString::number(numbers[i] + by) : QStringLiteral("%1-%2").arg(numbers[from] + by).arg(numbers[i] + by));
    }
    return parts.join(QStringLiteral(", "));
}

LoadForm::LoadForm(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("loadForm"), parent)
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto* body = new QWidget(scroll);
    body->setProperty("scrollBody", true);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 8, 0);
    auto* grid = new QGridLayout;
    column->addLayout(grid);
    build(grid);
    auto* row = new QHBoxLayout;
    m_said = makeLabel(QStringLiteral("loadFormText"), "muted", body, true);
    m_take = makeButton(QStringLiteral("takeTypedLoad"), [] { return tr("Use this load"); }, [this] { take(); });
    m_remove = makeButton(QStringLiteral("removeTypedLoad"), [] { return tr("Remove this service"); }, [this] { remove(); });
    row->addWidget(m_said, 1);
    row->addWidget(m_take);
    row->addWidget(m_remove);
    column->addLayout(row);
    column->addStretch(1);
    scroll->setWidget(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
}

void LoadForm::build(QGridLayout* grid)
{
    int at = 0;
    const auto place = [&](QWidget* field, const char* name, std::function<QString()> text, std::function<QString()> meaning) {
        auto* label = new QLabel(this);
        field->setObjectName(QString::fromLatin1(name));
        label->setBuddy(field);
        label->setWordWrap(true);
        const int column = (at % (kColumns / 2)) * 2;
        grid->addWidget(label, at / (kColumns / 2), column);
        grid->addWidget(field, at / (kColumns / 2), column + 1);
        ++at;
        words().say([label, field, text = std::move(text), meaning = std::move(meaning)] {
            label->setText(text());
            field->setAccessibleName(text());
            label->setToolTip(meaning());
            field->setToolTip(meaning());
        });
    };
    const auto number = [this](double most, int decimals) {
        auto* box = new QDoubleSpinBox(this);
        box->setRange(0, most);
        box->setDecimals(decimals);
        box->setGroupSeparatorShown(true);
        return box;
    };
    const auto count = [this] {
        auto* box = new QSpinBox(this);
        box->setRange(0, kMostInstances);
        return box;
    };
    m_service = new QComboBox(this);
    m_service->setEditable(true);
    m_service->setInsertPolicy(QComboBox::NoInsert);
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_service->setMinimumContentsLength(12);
    place(
        m_service, "loadService", [] { return tr("Service"); },
        [] { return tr("A context, or a name of your own such as that of the whole system"); });
    place(
        m_average = number(kMostRequests, 0), "loadAverage", [] { return tr("Requests an hour"); },
        [] { return tr("In an ordinary hour of a working day"); });
    place(
        m_peakHours = new QLineEdit(this), "loadPeakHours", [] { return tr("Peak hours"); },
        [] { return tr("Hours of the day from 0 to 23, e.g. 9-11, 14"); });
    place(
        m_peakFactor = number(kMostFactor, 2), "loadPeakFactor", [] { return tr("Times in peak hours"); },
        [] { return tr("How many times the ordinary hour"); });
    place(
        m_nightFactor = number(kMostFactor, 2), "loadNightFactor", [] { return tr("Times at night"); },
        [] { return tr("From 22 to 7 o'clock"); });
    place(
        m_weekendFactor = number(kMostFactor, 2), "loadWeekendFactor", [] { return tr("Times at weekends"); },
        [] { return tr("On the sixth and seventh day of each week"); });
    place(
        m_surgeDays = new QLineEdit(this), "loadSurgeDays", [] { return tr("Days of a surge"); },
        [] { return tr("Days of the year from 1 on, e.g. 121-151 for May"); });
    place(
        m_surgeFactor = number(kMostFactor, 2), "loadSurgeFactor", [] { return tr("Times on those days"); },
        [] { return tr("How many times the ordinary day"); });
    place(
        m_serviceMs = number(kMostMs, 1), "loadServiceMs", [] { return tr("Service time (ms)"); },
        [] { return tr("Mean time that one request takes an instance"); });
    place(m_fixed = count(), "loadFixed", [] { return tr("Instances today"); }, [] { return tr("0: enough for the busiest hour"); });
    place(m_least = count(), "loadLeast", [] { return tr("Instances, at least"); }, [] { return tr("0: as proposed"); });
    place(m_most = count(), "loadMost", [] { return tr("Instances, at most"); }, [] { return tr("0: as proposed"); });
    for (int column = 1; column < kColumns; column += 2)
        grid->setColumnStretch(column, 1);
    m_shape = {m_average, m_peakHours, m_peakFactor, m_nightFactor, m_weekendFactor, m_surgeDays, m_surgeFactor};
    connect(m_service, &QComboBox::currentIndexChanged, this, &LoadForm::fill);
    connect(m_service->lineEdit(), &QLineEdit::editingFinished, this, &LoadForm::fill);
}

void LoadForm::readKnown()
{
    m_load = {};
    if (const auto value = document().decision("plan", "load"))
        if (auto read = planning::loadFromJson(*value, "load"))
            m_load = std::move(*read);
}

std::string LoadForm::chosen() const
{
    const QString text = m_service->currentText().trimmed();
    const int at = m_service->findText(text);
    return (at < 0 ? text : m_service->itemData(at).toString()).toStdString();
}

void LoadForm::refresh()
{
    readKnown();
    const QString before = m_service->currentText();
    {
        const QSignalBlocker quiet(m_service);
        m_service->clear();
        for (const planning::LoadProfile& one : m_load.profiles)
            m_service->addItem(fromUtf8(one.name), fromUtf8(one.id));
        for (const core::Wave& wave : plan().waves)
            for (const core::PlannedContext& one : wave.contexts)
                if (m_service->findText(fromUtf8(one.name)) < 0)
                    m_service->addItem(fromUtf8(one.name), fromUtf8(one.context));
        m_service->setCurrentIndex(std::max(0, m_service->findText(before)));
        if (!before.isEmpty() && m_service->findText(before) < 0)
            m_service->setEditText(before);
    }
    fill();
}

void LoadForm::choose(const QString& service)
{
    const int at = m_service->findData(service);
    if (at >= 0)
        m_service->setCurrentIndex(at);
}

void LoadForm::fill()
{
    const std::string id = chosen();
    const auto found = std::ranges::find(m_load.profiles, id, &planning::LoadProfile::id);
    const bool there = found != m_load.profiles.end();
    const bool hourly = there && !found->shape;
    const planning::LoadProfile profile = there ? *found : planning::LoadProfile();
    const planning::LoadShape shape = profile.shape.value_or(planning::LoadShape());
    m_average->setValue(shape.average);
    m_peakHours->setText(shortly(shape.peakHours));
    m_peakFactor->setValue(shape.peakFactor);
    m_nightFactor->setValue(shape.nightFactor);
    m_weekendFactor->setValue(shape.weekendFactor);
    m_surgeDays->setText(shortly(shape.surgeDays, 1));
    m_surgeFactor->setValue(shape.surgeFactor);
    m_serviceMs->setValue(profile.serviceMs);
    m_fixed->setValue(profile.fixed);
    m_least->setValue(profile.least);
    m_most->setValue(profile.most);
    for (QWidget* one : m_shape)
        one->setEnabled(!hourly);
    m_remove->setEnabled(there);
    m_said->setText(hourly  ? tr("The requests of this service were imported by the hour and stay. Remove the service to type them.")
                    : there ? tr("Typed: change a value and use it again.")
                            : tr("Not entered yet: give at least the requests an hour and the service time."));
}

void LoadForm::take()
{
    const std::string id = chosen();
    const auto peaks = numbersIn(m_peakHours->text(), 0, kHours - 1);
    planning::LoadSet load = m_load;
    const auto days = numbersIn(m_surgeDays->text(), 1, static_cast<int>((load.hours + kHours - 1) / kHours));
    if (id.empty())
        return m_said->setText(tr("Name the service first."));
    if (!peaks)
        return m_said->setText(tr("Peak hours are hours from 0 to 23, e.g. 9-11, 14. Nothing was changed."));
    if (!days)
        return m_said->setText(tr("Days of a surge are days of the year from 1 on, e.g. 121-151. Nothing was changed."));
    if (m_serviceMs->value() <= 0)
        return m_said->setText(tr("Without a service time nothing can be computed. Nothing was changed."));
    if (m_most->value() > 0 && m_least->value() > m_most->value())
        return m_said->setText(tr("At least is more than at most. Nothing was changed."));
    auto found = std::ranges::find(load.profiles, id, &planning::LoadProfile::id);
    if (found == load.profiles.end())
        found = load.profiles.insert(found, {.id = id, .name = m_service->currentText().trimmed().toStdString()});
    const bool hourly = !found->hourly.empty() && !found->shape;
    if (!hourly && m_average->value() <= 0)
        return m_said->setText(tr("Without requests an hour nothing can be computed. Nothing was changed."));
    found->serviceMs = m_serviceMs->value();
    found->fixed = m_fixed->value();
    found->least = m_least->value();
    found->most = m_most->value();
    if (!hourly) {
        planning::LoadShape shape{.average = m_average->value(),
                                  .peakHours = *peaks,
                                  .peakFactor = m_peakFactor->value(),
                                  .nightFactor = m_nightFactor->value(),
                                  .weekendFactor = m_weekendFactor->value(),
                                  .surgeDays = *days,
                                  .surgeFactor = m_surgeFactor->value()};
        for (int& day : shape.surgeDays)
            --day; // counted from 0 within
        found->shape = std::move(shape);
    }
    decide(load);
}

void LoadForm::remove()
{
    planning::LoadSet load = m_load;
    const std::string id = chosen();
    std::erase_if(load.profiles, [&](const planning::LoadProfile& one) { return one.id == id; });
    decide(load);
}

void LoadForm::decide(const planning::LoadSet& load)
{
    document().decide("plan", "load", load.profiles.empty() ? std::nullopt : std::optional(planning::toJson(load)), "gui.edit.load");
}

} // namespace naru::gui
