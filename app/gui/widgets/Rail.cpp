#include "app/gui/widgets/Rail.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace naru::gui {
namespace {

constexpr int kStateIcon = Qt::UserRole + 1;
constexpr int kWide = 190;
constexpr int kNarrowRail = 62;

constexpr std::array<const char*, kSteps> kIcons = {"overview", "diagnosis", "code", "readiness", "split", "cost", "plan", "report"};

class RailDelegate : public QStyledItemDelegate {
public:
    RailDelegate(Environment& environment, QObject* parent) : QStyledItemDelegate(parent), m_env(environment) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& s = m_env.theme.colours();
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect r = option.rect.adjusted(6, 2, -6, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? s.accentSoft : s.window);
            painter->drawRoundedRect(r, 6, 6);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(s.accent, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(r).adjusted(.5, .5, -.5, -.5), 6, 6);
        }
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        const QIcon state = index.data(kStateIcon).value<QIcon>();
        if (r.width() < kWide / 2) {
            icon.paint(painter, QRect(r.left() + 5, r.center().y() - 9, 20, 20));
            state.paint(painter, QRect(r.right() - 19, r.center().y() - 7, 15, 15));
            painter->restore();
            return;
        }
        icon.paint(painter, QRect(r.left() + 10, r.center().y() - 9, 20, 20));
        QFont font = option.font;
        font.setBold(chosen);
        painter->setFont(font);
        painter->setPen(s.text);
        painter->drawText(r.adjusted(40, 0, -34, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        state.paint(painter, QRect(r.right() - 28, r.center().y() - 8, 18, 18));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kNarrowRail - 10, 42}; }

private:
    Environment& m_env;
};

} // namespace

Rail::Rail(Environment& environment, QWidget* parent)
    : QListWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this))
{
    setObjectName(QStringLiteral("rail"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setCompact(false);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new RailDelegate(environment, this));
    for (int step = 0; step < kSteps; ++step)
        addItem(new QListWidgetItem);
    m_words->say([this] {
        setAccessibleName(tr("Steps"));
        fill();
    });
    connect(&m_env.theme, &Theme::changed, this, &Rail::fill);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            emit stepChosen(static_cast<Step>(row));
    });
}

void Rail::setCompact(bool compact)
{
    setFixedWidth(compact ? kNarrowRail : kWide); // words that are cut say less than the icons alone
}

void Rail::setState(Step step, StepState state)
{
    StepState& now = m_states[static_cast<std::size_t>(step)];
    if (now == state)
        return;
    now = state;
    fill();
}

QSize Rail::sizeHint() const
{
    return {maximumWidth(), QListWidget::sizeHint().height()};
}

QString Rail::name(Step step)
{
    switch (step) {
    case Step::Overview:
        return tr("Overview");
    case Step::Diagnosis:
        return tr("Diagnosis");
    case Step::Code:
        return tr("Code");
    case Step::Readiness:
        return tr("Readiness");
    case Step::Split:
        return tr("Split");
    case Step::Cost:
        return tr("Cost");
    case Step::Plan:
        return tr("Plan");
    case Step::Report:
        return tr("Report");
    }
    return {};
}

QString Rail::name(StepState state)
{
    switch (state) {
    case StepState::Empty:
        return tr("empty");
    case StepState::Ready:
        return tr("ready");
    case StepState::NeedsReview:
        return tr("needs review");
    case StepState::OutOfDate:
        return tr("out of date");
    case StepState::Done:
        return tr("done");
    }
    return {};
}

void Rail::fill()
{
    const Colours& s = m_env.theme.colours();
    for (int row = 0; row < kSteps; ++row) {
        const auto index = static_cast<std::size_t>(row);
        QListWidgetItem* step = item(row);
        step->setText(name(static_cast<Step>(row)));
        step->setIcon(m_env.theme.icon(QString::fromLatin1(kIcons[index]), s.text));
        const StepState state = m_states[index];
        const auto mark = [&]() -> QIcon {
            switch (state) {
            case StepState::Empty:
                return m_env.theme.icon(QStringLiteral("empty"), s.muted);
            case StepState::Ready:
                return m_env.theme.icon(QStringLiteral("ready"), s.accent);
            case StepState::NeedsReview:
                return m_env.theme.icon(QStringLiteral("warn"), s.warn);
            case StepState::OutOfDate:
                return m_env.theme.icon(QStringLiteral("stale"), s.warn);
            case StepState::Done:
                return m_env.theme.icon(QStringLiteral("check"), s.good);
            }
            return {};
        };
        step->setData(kStateIcon, mark());
        step->setToolTip(tr("%1: %2").arg(step->text(), name(state)));
        step->setData(Qt::AccessibleTextRole, step->toolTip());
    }
}

} // namespace naru::gui
