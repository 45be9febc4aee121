#include "app/gui/charts/RecordsChart.h"
#include "app/gui/pages/Page.h"
#include "app/gui/widgets/Inspector.h"
#include "tests/gui/GuiTest.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace naru::test {
namespace {

using gui::Step;

/// One project over the sample for all tests of this file.
class DiagnosisTest : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("sample.naru")));
        s_program->window().goTo(Step::Diagnosis);
        s_program->settle();
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }
    const core::AssessedItem& item(const std::string& id)
    {
        return *std::ranges::find(program().document().results().assessment->items, id, &core::AssessedItem::id);
    }
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(program().path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    static inline std::unique_ptr<Program> s_program;
};

TEST_F(DiagnosisTest, AProposalIsAcceptedWithOneKeyAndLeavesTheFilter)
{
    const auto proposed = std::ranges::find_if(program().document().results().assessment->items, [](const core::AssessedItem& one) {
        return one.answer.value == core::Answer::Unanswered && one.proposal &&
               (one.proposal->value == core::Answer::Yes || one.proposal->value == core::Answer::No);
    });
    ASSERT_NE(proposed, program().document().results().assessment->items.end()) << "the sample gives proposals";
    const std::string id = proposed->id;
    const core::Answer value = proposed->proposal->value;
    auto* card = program().find<QWidget>(QStringLiteral("item") + QString::fromStdString(id));
    program().find<QCheckBox>(QStringLiteral("onlyUnanswered"))->setChecked(true);
    ASSERT_FALSE(card->isHidden());
    card->setFocus();
    QTest::keyClick(card, Qt::Key_A);
    EXPECT_EQ(item(id).answer.value, value);
    EXPECT_TRUE(card->isHidden()) << "it is answered now";
    program().find<QCheckBox>(QStringLiteral("onlyUnanswered"))->setChecked(false);
    EXPECT_FALSE(card->isHidden());
}

TEST_F(DiagnosisTest, LoadsAndOutagesAreDrawnWithTheirPeaks)
{
    QByteArray load = "일자;시간;요청수;응답시간\n";
    for (int day = 1; day <= 9; ++day)
        load += "2026-03-0" + QByteArray::number(day) + ";10;" + (day == 5 ? QByteArray("12,000;4800") : QByteArray("1,000;300")) + "\n";
    ASSERT_TRUE(program().document().takeRecords(write(QStringLiteral("load.csv"), load)));
    ASSERT_TRUE(program().document().takeRecords(
        write(QStringLiteral("incidents.csv"), "발생일시,중단여부,복구시간,민원\n2026-03-05,예,120,예\n2026-03-07,아니오,10,아니오\n")));
    program().settle();
    auto* chart = program().find<gui::RecordsChart>(QStringLiteral("item3Records"));
    ASSERT_NE(chart, nullptr);
    EXPECT_TRUE(chart->isVisible());
    EXPECT_EQ(chart->peaks(), 1);
    EXPECT_TRUE(chart->accessibleName().contains(QStringLiteral("2026-03-01"))) << chart->accessibleName().toStdString();
    EXPECT_TRUE(chart->accessibleName().contains(QStringLiteral("1 outages"))) << chart->accessibleName().toStdString();
    const QImage drawn = chart->grab().toImage();
    const QColor mark = program().environment().theme.colours().bad;
    int marks = 0;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x)
            marks += drawn.pixelColor(x, y) == mark ? 1 : 0;
    EXPECT_GT(marks, 40) << "a dot for the peak and a square for the outage";
    ASSERT_TRUE(item("3").proposal.has_value());
    EXPECT_EQ(item("3").proposal->value, core::Answer::Yes);

    program().act(QStringLiteral("undo"));
    program().act(QStringLiteral("undo"));
    program().settle();
    EXPECT_TRUE(chart->empty());
    EXPECT_FALSE(chart->isVisible());
}

TEST_F(DiagnosisTest, AChangedEditionKeepsAnswersAndSaysWhichNeedAnotherLook)
{
    QFile shipped(QString::fromStdString((resources() / "questionnaires" / "adoption-conditions.json").string()));
    ASSERT_TRUE(shipped.open(QIODevice::ReadOnly));
    QByteArray first = shipped.readAll();
    first.replace("\"id\": \"adoption-conditions\"", "\"id\": \"agency\"");
    QByteArray second = first;
    second.replace("\"edition\": \"NIA-2021\"", "\"edition\": \"2026\"");
    second.replace("\"id\": \"5\"", "\"id\": \"new-one\"");
    const auto take = [&](const QString& name, const QByteArray& bytes) {
        program().dialogs.file = write(name, bytes);
        program().click(QStringLiteral("takeFile"));
        program().settle();
    };
    take(QStringLiteral("first.json"), first);
    take(QStringLiteral("answers.json"),
         "{\"catalog\":\"agency\",\"answers\":{\"1\":\"yes\",\"2\":\"no\",\"3\":\"no\",\"4\":\"yes\",\"5\":\"yes\"}}");
    EXPECT_EQ(program().find<QLabel>(QStringLiteral("verdictText"))->text(), QStringLiteral("Conditions are met"));
    take(QStringLiteral("second.json"), second);
    const QString said = program().find<QLabel>(QStringLiteral("verdictMissing"))->text();
    EXPECT_TRUE(said.contains(QStringLiteral("because the edition changed: 1, 2, 3, 4"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("does not have: 5."))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("new-one"))) << said.toStdString();
    program().dialogs.file.clear();
    auto* choice = program().find<QComboBox>(QStringLiteral("catalogChoice"));
    const int own = choice->findData(QStringLiteral("self-diagnosis"));
    choice->setCurrentIndex(own);
    emit choice->activated(own);
    program().settle();
}

TEST_F(DiagnosisTest, TwoDatesAreCompared)
{
    program().find<QPushButton>(QStringLiteral("item6Yes"))->click();
    program().settle();
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    program().dialogs.texts = {QStringLiteral("2020-01-01"), today};
    program().click(QStringLiteral("compareDates"));
    const auto& now = program().find<gui::Inspector>(QStringLiteral("inspector"))->subject();
    EXPECT_TRUE(now.title.contains(QStringLiteral("2020-01-01")));
    EXPECT_TRUE(std::ranges::any_of(now.facts, [](const auto& fact) { return fact.first == QStringLiteral("Question 6"); }));

    program().dialogs.texts = {QStringLiteral("2020-01-01"), QStringLiteral("2020-12-31")};
    program().click(QStringLiteral("compareDates"));
    const auto& then = program().find<gui::Inspector>(QStringLiteral("inspector"))->subject();
    EXPECT_TRUE(then.title.contains(QStringLiteral("2020-12-31"))) << then.title.toStdString();
    ASSERT_EQ(then.facts.size(), 1u) << "nothing was answered by then";
    program().dialogs.texts.clear();
}

TEST_F(DiagnosisTest, TheEvidencePanelShowsWhatThePageInFrontSelected)
{
    auto* inspector = program().find<gui::Inspector>(QStringLiteral("inspector"));
    program().find<QWidget>(QStringLiteral("item4"))->setFocus();
    program().settle();
    const QString title = inspector->subject().title;
    ASSERT_FALSE(title.isEmpty());
    for (const Step elsewhere : {Step::Readiness, Step::Overview, Step::Plan}) {
        program().window().goTo(elsewhere);
        program().settle();
        EXPECT_NE(inspector->subject().title, title) << "the question belongs to the page that was left";
    }
    program().window().goTo(Step::Diagnosis);
    EXPECT_EQ(inspector->subject().title, title) << "and is there again when one comes back";
    program().act(QStringLiteral("languageKo"));
    program().settle();
    EXPECT_NE(inspector->subject().title, title) << "nothing stays in the former language";
    program().act(QStringLiteral("languageEn"));
    program().settle();
}

TEST_F(DiagnosisTest, AnotherSystemIsAddedChosenAndKeepsItsOwnAnswers)
{
    const auto first = program().document().system();
    program().find<QPushButton>(QStringLiteral("item9No"))->click();
    program().settle();
    auto* choice = program().find<QComboBox>(QStringLiteral("systemChoice"));
    EXPECT_FALSE(choice->isVisible()) << "there is only one system";
    const core::Answer ninth = item("9").answer.value;

    program().dialogs.folder = sampleRoot() + QStringLiteral("/src/main/java/kr/go/sample/gams/meet");
    program().dialogs.texts = {QStringLiteral("회의실 관리")};
    program().act(QStringLiteral("addSystem"));
    program().settle();
    ASSERT_EQ(program().document().systemCount(), 2u);
    EXPECT_NE(program().document().system(), first);
    EXPECT_EQ(choice->count(), 2);
    EXPECT_EQ(choice->currentText(), QStringLiteral("회의실 관리"));
    ASSERT_TRUE(program().document().results().assessment.has_value());
    EXPECT_EQ(item("9").answer.value, core::Answer::Unanswered);
    EXPECT_LT(program().document().results().code->types.size(), 60u);
    EXPECT_TRUE(program().window().windowTitle().contains(QStringLiteral("회의실 관리")));

    program().window().goTo(Step::Overview);
    program().settle();
    auto* table = program().find<QTreeWidget>(QStringLiteral("overviewSystemTable"));
    ASSERT_EQ(table->topLevelItemCount(), 2);
    for (int row = 0; row < 2; ++row)
        if (table->topLevelItem(row)->text(0) != QStringLiteral("회의실 관리"))
            emit table->itemActivated(table->topLevelItem(row), 0);
    program().settle();
    EXPECT_EQ(program().document().system(), first);
    EXPECT_EQ(choice->currentText(), QStringLiteral("총무관리 시스템"));
    EXPECT_EQ(item("9").answer.value, ninth);
    EXPECT_GT(program().document().results().code->types.size(), 100u);
    EXPECT_FALSE(program().document().undo().canUndo()) << "steps back belong to what is on the screen";
    program().dialogs.texts.clear();
}

} // namespace
} // namespace naru::test
