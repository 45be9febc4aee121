#include "tests/gui/GuiTest.h"

#include "app/gui/widgets/PageView.h"
#include "app/gui/window/MainWindow.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace naru::test {
namespace {

using gui::Step;

class ReportTest : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("sample.naru")));
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }
    const gui::Results& results() { return program().document().results(); }
    const core::Alternative& alternative() { return *program().document().alternative(); }

    static inline std::unique_ptr<Program> s_program;
};

TEST_F(ReportTest, AClauseIsEditedKeptAndTakenBack)
{
    program().window().goTo(Step::Report);
    auto* kinds = program().find<QListWidget>(QStringLiteral("reportKinds"));
    for (int row = 0; row < kinds->count(); ++row)
        if (kinds->item(row)->data(Qt::UserRole).toString() == QLatin1String("rfp"))
            kinds->setCurrentRow(row);
    program().settle();
    auto* list = program().find<QListWidget>(QStringLiteral("clauseList"));
    const auto choose = [&](const char* id) {
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->data(Qt::UserRole).toString() == QLatin1String(id))
                list->setCurrentRow(row);
    };
    const auto words = [&]() -> std::string {
        for (const core::Clause& clause : program().find<gui::PageView>(QStringLiteral("reportPreview"))->report()->clauses)
            if (clause.id == "rfp.name.text")
                return (clause.edited ? "edited: " : "made: ") + clause.text;
        return {};
    };
    const std::string made = words();
    EXPECT_TRUE(made.starts_with("made: ")) << made;
    choose("rfp.name.text");
    program().find<QPlainTextEdit>(QStringLiteral("clauseText"))->setPlainText(QStringLiteral("Our project"));
    program().click(QStringLiteral("clauseApply"));
    program().settle();
    EXPECT_EQ(words(), "edited: Our project");
    program().act(QStringLiteral("undo"));
    program().settle();
    EXPECT_EQ(words(), made);
    program().act(QStringLiteral("redo"));
    program().settle();
    choose("rfp.name.text");
    program().click(QStringLiteral("clauseRestore"));
    program().settle();
    EXPECT_EQ(words(), made);
}

TEST_F(ReportTest, ExistingDocumentsAreAskedAboutAndPagesArePrinted)
{
    program().window().goTo(Step::Report);
    program().settle();
    const QString folder = program().path(QStringLiteral("kept"));
    QDir().mkpath(folder);
    program().find<QLineEdit>(QStringLiteral("exportFolder"))->setText(folder);
    for (const char* format : {"html", "pdf", "hwpx", "docx", "xlsx", "md"})
        program()
            .find<QCheckBox>(QStringLiteral("format_") + QLatin1String(format))
            ->setChecked(QLatin1String(format) == QLatin1String("md"));
    const auto write = [&](gui::ExistingChoice choice) {
        program().dialogs.existing = choice;
        program().click(QStringLiteral("exportButton"));
        program().settle();
        return QDir(folder).entryList(QDir::Files).size();
    };
    EXPECT_EQ(write(gui::ExistingChoice::Cancel), 1) << "nothing was there, nothing was asked";
    EXPECT_EQ(write(gui::ExistingChoice::Cancel), 1);
    EXPECT_EQ(write(gui::ExistingChoice::Keep), 2);
    EXPECT_EQ(write(gui::ExistingChoice::Replace), 2);
    EXPECT_GT(program().find<QLabel>(QStringLiteral("exportStatus"))->text().size(), 0);

    program().dialogs.printTo = program().path(QStringLiteral("printed.pdf"));
    program().click(QStringLiteral("printReport"));
    EXPECT_GT(QFileInfo(program().dialogs.printTo).size(), 1000);
}

} // namespace
} // namespace naru::test
