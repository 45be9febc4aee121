#include "app/gui/pages/DiagnosisPage.h"

#include "app/gui/Names.h"
#include "app/gui/pages/DiagnosisItem.h"
#include "checklist/Thresholds.h"
#include "core/model/AssessmentJson.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr const char* kCatalog = "self-diagnosis";

} // namespace

DiagnosisPage::DiagnosisPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Diagnosis, parent),
      m_choice(new QComboBox(this)),
      m_take(new QPushButton(this)),
      m_attach(new QPushButton(this)),
      m_compare(new QPushButton(this)),
      m_scroll(new QScrollArea(main())),
      m_verdict(new Card(QStringLiteral("verdictCard"), main())),
      m_verdictText(makeLabel(QStringLiteral("verdictText"), "verdict", m_verdict)),
      m_counts(makeLabel(QStringLiteral("verdictCounts"), "muted", m_verdict)),
      m_missing(makeLabel(QStringLiteral("verdictMissing"), "muted", m_verdict, true)),
      m_unanswered(new QCheckBox(this))
{
    setObjectName(QStringLiteral("diagnosisPage"));
    setHead([] { return tr("Diagnosis"); },
            [] { return tr("Is cloud native right for this system? Keys: Y yes, N no, U don't know, A accept the proposal."); });
    setEmpty([] { return tr("The questionnaire could not be read."); }, [] { return tr("Go to the overview"); },
             [this] { emit go(Step::Overview); });
    m_unanswered->setObjectName(QStringLiteral("onlyUnanswered"));
    words().say([this] {
        m_unanswered->setText(tr("Only unanswered"));
        m_unanswered->setAccessibleName(m_unanswered->text());
    });
    auto* tools = new QHBoxLayout; // a line of its own: beside the title it would leave no room for the sentence
    buildTools(*tools);
    tools->addWidget(m_unanswered);
    tools->addStretch(1);
    connect(m_unanswered, &QCheckBox::toggled, this, &DiagnosisPage::filter);

    auto* top = new QHBoxLayout;
    top->addWidget(m_verdictText);
    top->addSpacing(16);
    top->addWidget(m_counts, 1);
    m_verdict->body().addLayout(top);
    m_verdict->body().addWidget(m_missing);
    m_scroll->setObjectName(QStringLiteral("diagnosisScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(m_verdict);
    layout->addWidget(m_scroll, 1);
    fillCatalogs();
    choose(kCatalog);
    connect(&document, &Document::opened, this, [this] {
        fillCatalogs();
        if (!m_catalog || m_catalog->id != kCatalog)
            choose(kCatalog);
    });
    connect(&document, &Document::systemShown, this, [this] { m_inspected.clear(); });
}

void DiagnosisPage::fillCatalogs()
{
    m_catalogs = document().catalogs();
    words().say([this] {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const checklist::Catalog& catalog : m_catalogs)
            m_choice->addItem(language().text(catalog.title), fromUtf8(catalog.id));
        if (m_catalog)
            m_choice->setCurrentIndex(m_choice->findData(fromUtf8(m_catalog->id)));
    });
}

void DiagnosisPage::choose(const std::string& id)
{
    const auto found = std::ranges::find(m_catalogs, id, &checklist::Catalog::id);
    if (found == m_catalogs.end())
        return;
    clear();
    m_catalog = *found;
    m_choice->setCurrentIndex(m_choice->findData(fromUtf8(id)));
    build();
    refresh();
}

void DiagnosisPage::clear()
{
    m_items.clear();
    m_groups.clear();
    m_inspected.clear();
    delete m_scroll->takeWidget();
}

const core::Assessment* DiagnosisPage::current() const
{
    if (m_catalog && m_catalog->id != kCatalog)
        return m_other ? &*m_other : nullptr;
    return results().assessment ? &*results().assessment : nullptr;
}

void DiagnosisPage::build()
{
    auto* body = new QWidget(m_scroll);
    body->setProperty("scrollBody", true);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(8);
    for (const checklist::Group& group : m_catalog->groups) {
        auto* heading = makeLabel(QStringLiteral("group_") + fromUtf8(group.id), "heading", body);
        words().say([this, shown = QPointer(heading), title = group.title] {
            if (shown) // the questionnaire may be another by now
                shown->setText(language().text(title));
        });
        layout->addWidget(heading);
        m_groups.emplace_back(heading, group.id);
        for (const checklist::Item& item : m_catalog->items) {
            if (item.group != group.id)
                continue;
            auto* card = new DiagnosisItem(env(), item, body);
            layout->addWidget(card);
            m_items.push_back(card);
            connect(card, &DiagnosisItem::answered, this, &DiagnosisPage::answer);
            connect(card, &DiagnosisItem::noted, this, &DiagnosisPage::note);
            connect(card, &DiagnosisItem::focused, this, &DiagnosisPage::inspect);
            connect(card, &DiagnosisItem::moved, this, &DiagnosisPage::move);
            connect(card, &DiagnosisItem::riderSet, this, [this](const QString& id, bool met) {
                document().decide("rider", m_catalog->id + "/" + id.toStdString(), met, "gui.edit.answer");
            });
        }
    }
    layout->addStretch();
    m_scroll->setWidget(body);
}

const core::AssessedItem* DiagnosisPage::assessed(const std::string& item) const
{
    const core::Assessment* assessment = current();
    if (!assessment)
        return nullptr;
    const auto& items = assessment->items;
    const auto found = std::ranges::find(items, item, &core::AssessedItem::id);
    return found == items.end() ? nullptr : &*found;
}

void DiagnosisPage::refresh()
{
    if (m_catalog && m_catalog->id != kCatalog)
        m_other = document().assessed(*m_catalog);
    for (DiagnosisItem* card : m_items) {
        const core::AssessedItem* item = assessed(card->item().id);
        if (item)
            card->show(item->answer, item->rider, item->proposal);
        else
            card->show({}, {}, {});
    }
    showRecords();
    if (const core::Assessment* assessment = current())
        showVerdict(*assessment);
    filter();
}

void DiagnosisPage::showRecords()
{
    const checklist::Records records = document().records();
    const auto thresholds = checklist::loadThresholds(env().resources / "thresholds" / "diagnosis.json");
    const checklist::LoadCurve load = thresholds ? checklist::loadCurve(records.loads, thresholds->peakTimes) : checklist::LoadCurve();
    for (DiagnosisItem* card : m_items)
        card->showRecords(load, records.incidents);
}

QString DiagnosisPage::outcome(core::Verdict verdict) const
{
    const auto own = m_catalog->scoring.outcomes.find(verdict);
    return own == m_catalog->scoring.outcomes.end() || verdict == core::Verdict::Incomplete ? Names::of(verdict)
                                                                                            : language().text(own->second);
}

void DiagnosisPage::showVerdict(const core::Assessment& assessment)
{
    const bool incomplete = assessment.verdict == core::Verdict::Incomplete;
    const auto all = static_cast<int>(assessment.items.size());
    m_verdictText->setText(outcome(assessment.verdict));
    m_counts->setText(tr("%1 of %2 answered: YES %3, NO %4, don't know %5")
                          .arg(assessment.yes + assessment.no + assessment.unknown)
                          .arg(all)
                          .arg(assessment.yes)
                          .arg(assessment.no)
                          .arg(assessment.unknown));
    QStringList missing;
    for (const std::string& item : assessment.missing)
        missing << fromUtf8(item);
    QStringList possible;
    for (const core::Verdict verdict : assessment.possible)
        possible << outcome(verdict);
    QString text;
    if (incomplete)
        text =
            possible.isEmpty()
                ? tr("Open items: %1. There is no verdict before they are answered.").arg(missing.join(QStringLiteral(", ")))
                : tr("Open items: %1. Still possible: %2.").arg(missing.join(QStringLiteral(", ")), possible.join(QStringLiteral(" / ")));
    else
        text = language().text(m_catalog->scoring.note);
    QStringList review;
    for (const core::AssessedItem& item : assessment.items)
        if (item.review)
            review << fromUtf8(item.id);
    if (!review.isEmpty())
        text += QStringLiteral(" ") + tr("To be looked at again, because the edition changed: %1.").arg(review.join(QStringLiteral(", ")));
    QStringList strangers;
    for (const std::string& item : assessment.strangers)
        strangers << fromUtf8(item);
    if (!strangers.isEmpty())
        text += QStringLiteral(" ") +
                tr("Kept answers to items that this edition does not have: %1.").arg(strangers.join(QStringLiteral(", ")));
    m_missing->setText(text);
    m_missing->setVisible(!text.isEmpty());
    m_verdict->setState(incomplete                                   ? QStringLiteral("warn")
                        : assessment.verdict == core::Verdict::Adopt ? QStringLiteral("good")
                                                                     : QStringLiteral("accent"));
    m_verdict->setAccessibleName(m_verdictText->text());
}

void DiagnosisPage::answer(const QString& item, core::Answer value)
{
    const std::string id = item.toStdString();
    core::GivenAnswer given;
    if (const auto* known = assessed(id))
        given = known->answer;
    given.value = value;
    save(id, given);
}

void DiagnosisPage::note(const QString& item, const QString& text)
{
    const std::string id = item.toStdString();
    core::GivenAnswer given;
    if (const auto* known = assessed(id))
        given = known->answer;
    given.note = text.toStdString();
    save(id, given);
}

void DiagnosisPage::save(const std::string& item, const core::GivenAnswer& answer)
{
    core::GivenAnswer given = answer;
    given.edition = m_catalog->edition;
    given.who = env().settings.text(Setting::UserName).toStdString();
    given.when = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    const bool nothing = given.value == core::Answer::Unanswered && given.note.empty() && given.attached.empty();
    document().decide("answer", m_catalog->id + "/" + item, nothing ? std::nullopt : std::optional(core::toJson(given)), "gui.edit.answer");
}

void DiagnosisPage::inspect(const QString& id)
{
    const checklist::Item* item = m_catalog->find(id.toStdString());
    if (!item)
        return;
    m_inspected = item->id;
    Subject subject;
    subject.title = tr("Question %1").arg(id) + QStringLiteral(". ") + language().text(item->question);
    subject.summary = language().text(item->explanation);
    if (!language().text(item->example).isEmpty())
        subject.facts.emplace_back(tr("Example"), language().text(item->example));
    if (!language().text(item->whoAnswers).isEmpty())
        subject.facts.emplace_back(tr("Who can answer"), language().text(item->whoAnswers));
    QStringList indicators;
    for (const core::LocalText& indicator : item->indicators)
        indicators << language().text(indicator);
    if (!indicators.isEmpty())
        subject.facts.emplace_back(tr("Operating indicators"), indicators.join(QStringLiteral(", ")));
    QStringList kinds;
    for (const checklist::EvidenceKind& kind : item->evidence)
        kinds << language().text(kind.text);
    if (!kinds.isEmpty())
        subject.facts.emplace_back(tr("Evidence that counts"), kinds.join(QStringLiteral(", ")));
    if (!item->wordingSource.empty())
        subject.facts.emplace_back(tr("Wording"), fromUtf8(item->wordingSource));
    if (const auto* known = assessed(item->id)) {
        if (!known->answer.who.empty() || !known->answer.when.empty())
            subject.facts.emplace_back(tr("Answered"), fromUtf8(known->answer.who) + QLatin1Char(' ') +
                                                           QDateTime::fromString(fromUtf8(known->answer.when), Qt::ISODate)
                                                               .toLocalTime()
                                                               .toString(QStringLiteral("yyyy-MM-dd hh:mm")));
        for (const auto& entry : document().answerHistory(m_catalog->id, item->id)) {
            const auto given =
                entry.change.after ? core::givenAnswerFromJson(*entry.change.after) : core::Result<core::GivenAnswer>(core::GivenAnswer());
            subject.facts.emplace_back(tr("Earlier"),
                                       QStringLiteral("%1  %2  %3")
                                           .arg(fromUtf8(entry.when.substr(0, 16)),
                                                Names::of(given ? given->value : core::Answer::Unanswered), fromUtf8(entry.who)));
        }
        subject.evidence = known->answer.attached;
        if (known->proposal)
            subject.evidence.insert(subject.evidence.end(), known->proposal->evidence.begin(), known->proposal->evidence.end());
    }
    emit selected(subject);
}

void DiagnosisPage::filter()
{
    const bool only = m_unanswered->isChecked();
    for (DiagnosisItem* card : m_items)
        card->setVisible(!only || card->answer() == core::Answer::Unanswered);
    for (const auto& [heading, group] : m_groups)
        heading->setVisible(std::ranges::any_of(
            m_items, [&, g = group](const DiagnosisItem* card) { return card->item().group == g && !card->isHidden(); }));
}

void DiagnosisPage::move(int direction)
{
    std::vector<DiagnosisItem*> shown;
    std::ranges::copy_if(m_items, std::back_inserter(shown), [](const DiagnosisItem* card) { return !card->isHidden(); });
    const auto at = std::ranges::find_if(shown, [](const DiagnosisItem* card) { return card->hasFocus(); });
    const auto next = (at - shown.begin()) + direction;
    if (next < 0 || next >= std::ssize(shown))
        return;
    shown[static_cast<std::size_t>(next)]->setFocus();
    m_scroll->ensureWidgetVisible(shown[static_cast<std::size_t>(next)]);
}

} // namespace naru::gui
