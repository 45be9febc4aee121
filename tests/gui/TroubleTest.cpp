#include "app/gui/widgets/MessageBar.h"
#include "tests/gui/GuiTest.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

namespace naru::test {
namespace {

using gui::Step;

TEST(WindowTrouble, AFileThatIsNoProjectIsRefusedInTheMessageBar)
{
    Program program;
    const QString file = program.path(QStringLiteral("no.naru"));
    QFile bad(file);
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write("this is not a project");
    bad.close();
    program.window().openProject(file);
    EXPECT_FALSE(program.document().isOpen());
    EXPECT_FALSE(program.find<gui::MessageBar>(QStringLiteral("messageBar"))->text().isEmpty());
    program.window().openProject(program.path(QStringLiteral("missing.naru")));
    EXPECT_FALSE(program.document().isOpen());
}

TEST(WindowTrouble, TheAssistantSaysWhatIsWrongWhereItIsWrong)
{
    Program program;
    program.act(QStringLiteral("new"));
    auto* root = program.find<QLineEdit>(QStringLiteral("newRoot"));
    auto* create = program.find<QAbstractButton>(QStringLiteral("newCreate"));
    root->setText(program.path(QStringLiteral("nowhere")));
    EXPECT_FALSE(create->isEnabled());
    EXPECT_FALSE(program.find<QLabel>(QStringLiteral("newRootProblem"))->text().isEmpty());
    root->setText(sampleRoot());
    EXPECT_TRUE(program.find<QLabel>(QStringLiteral("newRootProblem"))->text().isEmpty());
    program.click(QStringLiteral("newBack"));
}

TEST(WindowTrouble, TheNameOfTheSampleIsNotThatOfAnotherFolder)
{
    Program program;
    program.act(QStringLiteral("sample"));
    auto* root = program.find<QLineEdit>(QStringLiteral("newRoot"));
    auto* name = program.find<QLineEdit>(QStringLiteral("newName"));
    auto* file = program.find<QLineEdit>(QStringLiteral("newFile"));
    const QString sample = root->text();
    const QString given = name->text();
    QDir().mkpath(program.path(QStringLiteral("ledger")));
    root->setText(program.path(QStringLiteral("ledger")));
    EXPECT_EQ(name->text(), QStringLiteral("ledger"));
    EXPECT_TRUE(file->text().endsWith(QStringLiteral("/ledger.naru"))) << file->text().toStdString();
    root->setText(sample);
    EXPECT_EQ(name->text(), given);
    program.click(QStringLiteral("newBack"));
}

TEST(WindowTrouble, AFolderWithoutSourceIsSaid)
{
    Program program;
    QDir().mkpath(program.path(QStringLiteral("empty")));
    program.createProject(program.path(QStringLiteral("empty")), QStringLiteral("Empty"), program.path(QStringLiteral("empty.naru")));
    EXPECT_TRUE(program.document().isOpen());
    EXPECT_EQ(program.document().results().code, nullptr);
    EXPECT_FALSE(program.find<gui::MessageBar>(QStringLiteral("messageBar"))->text().isEmpty());
}

TEST(WindowTrouble, ACancelledAnalysisLeavesAUsableWindow)
{
    Program program;
    program.act(QStringLiteral("new"));
    program.find<QLineEdit>(QStringLiteral("newRoot"))->setText(sampleRoot());
    program.find<QLineEdit>(QStringLiteral("newFile"))->setText(program.path(QStringLiteral("c.naru")));
    program.click(QStringLiteral("newCreate"));
    program.act(QStringLiteral("cancel"));
    program.settle();
    EXPECT_TRUE(program.document().isOpen());
    EXPECT_EQ(program.document().results().code, nullptr);
    EXPECT_TRUE(program.find<gui::MessageBar>(QStringLiteral("messageBar"))->text().isEmpty());
    program.act(QStringLiteral("analyze"));
    program.settle();
    EXPECT_NE(program.document().results().code, nullptr);
}

TEST(WindowTrouble, EditsSurviveACrashAndAreSaid)
{
    QString file;
    QTemporaryDir kept;
    {
        Program program;
        file = kept.filePath(QStringLiteral("crash.naru"));
        program.createProject(sampleRoot(), QStringLiteral("Crash"), file);
        program.window().goTo(Step::Diagnosis);
        program.click(QStringLiteral("item1Yes"));
        // The program goes away without a save, as in a crash.
    }
    Program again;
    again.window().openProject(file);
    again.settle();
    ASSERT_TRUE(again.document().isOpen());
    EXPECT_TRUE(again.document().recovered());
    EXPECT_EQ(again.document().results().assessment->yes, 1);
    EXPECT_FALSE(again.find<gui::MessageBar>(QStringLiteral("messageBar"))->text().isEmpty());
}

} // namespace
} // namespace naru::test
