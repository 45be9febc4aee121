#include "app/gui/widgets/MessageBar.h"
#include "tests/gui/GuiTest.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>

namespace naru::test {
namespace {

/// One project over the sample for all tests of this file.
class ReadinessTest : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("sample.naru")));
        s_program->act(QStringLiteral("go4"));
        s_program->settle();
        s_program->find<QTabWidget>(QStringLiteral("readinessTabs"))->setCurrentIndex(1);
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }
    const core::AuditReport& audit() { return *program().document().results().audit; }
    std::ptrdiff_t accepted() { return std::ranges::count(audit().findings, true, &core::Finding::suppressed); }
    QTreeView& tree() { return *program().find<QTreeView>(QStringLiteral("findingsTree")); }
    QString bar() { return program().find<gui::MessageBar>(QStringLiteral("messageBar"))->text(); }
    void show(int which)
    {
        program().find<QComboBox>(QStringLiteral("findingsShown"))->setCurrentIndex(which);
        program().settle();
    }
    /// Selects the first group and gives the number of its findings.
    int selectFirst()
    {
        const QModelIndex first = tree().model()->index(0, 0);
        tree().setCurrentIndex(first);
        return first.isValid() ? tree().model()->rowCount(first) : 0;
    }

    static inline std::unique_ptr<Program> s_program;
};

TEST_F(ReadinessTest, AGroupIsAcceptedForAReasonAndOpenedAgain)
{
    const auto effort = audit().effort.high;
    const int chosen = selectFirst();
    ASSERT_GT(chosen, 0);
    program().dialogs.texts = {QStringLiteral("agreed with the owner"), QStringLiteral("2999-12-31")};
    program().click(QStringLiteral("acceptFindings"));
    program().settle();
    EXPECT_EQ(accepted(), chosen);
    EXPECT_LT(audit().effort.high, effort) << "what is accepted costs nothing";
    const auto one = std::ranges::find(audit().findings, true, &core::Finding::suppressed);
    ASSERT_NE(one, audit().findings.end());
    EXPECT_EQ(one->suppressedWhy, "agreed with the owner");
    EXPECT_TRUE(program().find<QLabel>(QStringLiteral("findingsSummary"))->text().contains(QStringLiteral("%1 accepted").arg(chosen)));

    program().act(QStringLiteral("undo"));
    program().settle();
    EXPECT_EQ(accepted(), 0);
    EXPECT_DOUBLE_EQ(audit().effort.high, effort);
    program().act(QStringLiteral("redo"));
    program().settle();
    EXPECT_EQ(accepted(), chosen);

    show(1);
    EXPECT_EQ(selectFirst(), chosen);
    program().click(QStringLiteral("acceptFindings")); // says "Open again" here
    program().settle();
    EXPECT_EQ(accepted(), 0);
    EXPECT_EQ(tree().model()->rowCount(), 0);
    show(0);
}

TEST_F(ReadinessTest, WithoutAReasonOrWithABadDayNothingIsAccepted)
{
    ASSERT_GT(selectFirst(), 0);
    program().dialogs.texts = {QStringLiteral("  ")};
    program().click(QStringLiteral("acceptFindings"));
    program().settle();
    EXPECT_EQ(accepted(), 0);
    program().dialogs.texts = {QStringLiteral("agreed"), QStringLiteral("next year")};
    program().click(QStringLiteral("acceptFindings"));
    program().settle();
    EXPECT_EQ(accepted(), 0);
    EXPECT_TRUE(bar().contains(QStringLiteral("next year"))) << bar().toStdString();
    program().dialogs.texts.clear();
}

TEST_F(ReadinessTest, AnAcceptanceThatHasExpiredNoLongerHides)
{
    ASSERT_GT(selectFirst(), 0);
    program().dialogs.texts = {QStringLiteral("agreed"), QStringLiteral("2020-01-01")};
    program().click(QStringLiteral("acceptFindings"));
    program().settle();
    EXPECT_EQ(accepted(), 0);
    program().act(QStringLiteral("undo"));
    program().settle();
}

TEST_F(ReadinessTest, ABaselineIsWrittenAndTakenOverElsewhere)
{
    const auto open = std::ssize(audit().findings);
    program().dialogs.texts = {QStringLiteral("state of today")};
    program().dialogs.file = program().path(QStringLiteral("b.json"));
    program().find<QAction>(QStringLiteral("writeBaseline"))->trigger();
    program().settle();
    EXPECT_EQ(accepted(), open);
    ASSERT_TRUE(QFile::exists(program().dialogs.file));
    program().act(QStringLiteral("undo"));
    program().settle();
    EXPECT_EQ(accepted(), 0);
    program().find<QAction>(QStringLiteral("takeBaseline"))->trigger();
    program().settle();
    EXPECT_EQ(accepted(), open);
    program().act(QStringLiteral("undo"));
    program().settle();
}

} // namespace
} // namespace naru::test
