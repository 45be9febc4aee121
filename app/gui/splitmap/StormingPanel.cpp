#include "app/gui/splitmap/StormingPanel.h"

#include "app/gui/widgets/Card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace naru::gui {

StormingPanel::StormingPanel(Environment& environment, Document& document, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_document(document),
      m_words(new Words(environment.language, this)),
      m_step(new QComboBox(this)),
      m_question(makeLabel(QStringLiteral("stormingQuestion"), "muted", this, true)),
      m_rows(new RowsModel<StormingRow>({
          {[this] { return heading(0); }, [](const StormingRow& r) { return QVariant(r.what); }},
          {[this] { return heading(1); }, [](const StormingRow& r) { return QVariant(r.from); }},
          {[this] { return heading(2); }, [](const StormingRow& r) { return QVariant(r.to); }},
          {[this] { return heading(3); }, [](const StormingRow& r) { return QVariant(r.context); }},
      })),
      m_panel(new TablePanel(environment, QStringLiteral("stormingTable"), m_rows, this))
{
    setObjectName(QStringLiteral("stormingPanel"));
    m_step->setObjectName(QStringLiteral("stormingStep"));
    for (int step = 0; step < kStormingSteps; ++step)
        m_step->addItem(QString());
    m_rows->id = [](const StormingRow& r) { return fromUtf8(r.contextId); };
    m_rows->place = [](const StormingRow& r) { return std::pair(fromUtf8(r.file), r.line); };
    m_rows->describe = [this](const StormingRow& r) {
        Subject subject;
        subject.title = r.what;
        const std::array values{r.what, r.from, r.to, r.context};
        for (int column = 1; column < 4; ++column)
            if (!values[static_cast<std::size_t>(column)].isEmpty())
                subject.facts.emplace_back(heading(column), values[static_cast<std::size_t>(column)]);
        if (!r.file.empty())
            subject.evidence.push_back({.kind = "code", .file = r.file, .line = r.line, .text = r.what.toStdString(), .source = {}});
        return subject;
    };
    auto* head = new QHBoxLayout;
    head->addWidget(m_step);
    head->addWidget(m_question, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_panel, 1);
    connect(m_step, &QComboBox::currentIndexChanged, this, &StormingPanel::fill);
    connect(m_panel, &TablePanel::selected, this, &StormingPanel::selected);
    connect(m_panel, &TablePanel::jump, this, &StormingPanel::jump);
    connect(&m_panel->view(), &TableView::currentRowChanged, this,
            [this](const QModelIndex& index) { emit contextChosen(index.data(IdRole).toString()); });
    connect(&m_document, &Document::changed, this, [this](Parts parts) {
        if (!(parts & (Part::Split | Part::Code)))
            return;
        m_stale = true;
        if (isVisible())
            fill();
    });
    m_words->say([this] {
        const QStringList names{tr("1. Events"),     tr("2. Commands"),         tr("3. Triggers"),
                                tr("4. Aggregates"), tr("5. Bounded contexts"), tr("6. Context map")};
        for (int step = 0; step < kStormingSteps; ++step)
            m_step->setItemText(step, names[step]);
        m_step->setAccessibleName(tr("Step of event storming"));
        m_panel->setAccessibleTitle(tr("What the step found"));
        fill();
    });
}

StormingStep StormingPanel::step() const
{
    return static_cast<StormingStep>(std::max(0, m_step->currentIndex()));
}

QString StormingPanel::heading(int column) const
{
    static const std::array<std::array<const char*, 4>, kStormingSteps> kHeadings = {{
        {QT_TR_NOOP("Event"), QT_TR_NOOP("Command"), QT_TR_NOOP("Table"), QT_TR_NOOP("Context")},
        {QT_TR_NOOP("Command"), QT_TR_NOOP("Handled by"), QT_TR_NOOP("Events"), QT_TR_NOOP("Context")},
        {QT_TR_NOOP("Trigger"), QT_TR_NOOP("Screen or title"), QT_TR_NOOP("Effect"), QT_TR_NOOP("Context")},
        {QT_TR_NOOP("Root"), QT_TR_NOOP("Tables"), QT_TR_NOOP("Events"), QT_TR_NOOP("Context")},
        {QT_TR_NOOP("Bounded context"), QT_TR_NOOP("Owns"), QT_TR_NOOP("Reads of others"), QT_TR_NOOP("Kind")},
        {QT_TR_NOOP("Relation"), QT_TR_NOOP("Upstream"), QT_TR_NOOP("Downstream"), QT_TR_NOOP("Extent")},
    }};
    return tr(kHeadings[static_cast<std::size_t>(step())][static_cast<std::size_t>(column)]);
}

void StormingPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

void StormingPanel::fill()
{
    static const std::array<const char*, kStormingSteps> kQuestions = {
        QT_TR_NOOP("What happens in the business: every change of state that an entry point causes."),
        QT_TR_NOOP("What is asked of the system so that it happens."),
        QT_TR_NOOP("Who or what asks: screens, calls from outside, timers and messages."),
        QT_TR_NOOP("What is changed as one: tables with their root."),
        QT_TR_NOOP("Where the same words mean the same thing, with the data that is owned there."),
        QT_TR_NOOP("How the contexts stand to each other."),
    };
    m_question->setText(tr(kQuestions[static_cast<std::size_t>(step())]));
    const core::Alternative* alternative = m_document.alternative();
    m_rows->setRows(alternative ? stormingRows(*alternative, m_document.results().code.get(), step()) : std::vector<StormingRow>());
    m_rows->retranslate();
    m_panel->refit();
    m_stale = false;
}

} // namespace naru::gui
