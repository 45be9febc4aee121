#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/Inspector.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/widgets/SourceView.h"
#include "app/gui/widgets/TableView.h"
#include "tests/gui/GuiTest.h"

#include <QImage>
#include <QLineEdit>
#include <QTabWidget>

namespace naru::test {
namespace {

using gui::Step;

/// What the window shows of the code, and how it becomes narrow; one project over the sample for all tests.
class CodePageTest : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("code.naru")));
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }

    static inline std::unique_ptr<Program> s_program;
};

TEST_F(CodePageTest, WhatIsMarkedInATableStandsInTheInspector)
{
    program().window().goTo(Step::Code);
    auto* tabs = program().find<QTabWidget>(QStringLiteral("codeTabs"));
    auto* inspector = program().find<gui::Inspector>(QStringLiteral("inspector"));
    tabs->setCurrentIndex(0);
    auto* types = program().find<gui::TableView>(QStringLiteral("typesTable"));
    types->setCurrentIndex(types->model()->index(1, 0));
    const QString type = inspector->subject().title;
    tabs->setCurrentIndex(1);
    auto* tables = program().find<gui::TableView>(QStringLiteral("tablesTable"));
    tables->setCurrentIndex(tables->model()->index(0, 0));
    EXPECT_EQ(inspector->subject().title, tables->model()->index(0, 0).data().toString());
    tabs->setCurrentIndex(0); // back: the mark is still there, and so is what it says
    EXPECT_EQ(inspector->subject().title, type);
    program().act(QStringLiteral("languageKo"));
    EXPECT_EQ(inspector->subject().title, type);
    program().act(QStringLiteral("languageEn"));
    inspector->clear();
    QTest::mouseClick(types->viewport(), Qt::LeftButton, {}, types->visualRect(types->model()->index(1, 0)).center());
    EXPECT_EQ(inspector->subject().title, type);
}

TEST_F(CodePageTest, AnEmptyTableSaysWhyAndTheRowBehindTheSourceStaysInSight)
{
    auto& window = program().window();
    window.resize(900, 640);
    window.goTo(Step::Code);
    program().find<QTabWidget>(QStringLiteral("codeTabs"))->setCurrentIndex(0);
    auto* types = program().find<gui::TableView>(QStringLiteral("typesTable"));
    auto* line = program().find<QLineEdit>(QStringLiteral("typesTableFilter"));
    const auto picture = [&] { return types->viewport()->grab().toImage(); };
    line->setText(QStringLiteral("no type is called like this"));
    const QImage said = picture();
    types->setEmptyText({});
    EXPECT_NE(said, picture());
    line->clear();
    program().settle();
    const int row = types->rowAt(types->viewport()->height() - 4) - 1; // one of the last that can be seen
    types->setCurrentIndex(types->model()->index(row, 0));
    emit types->opened(types->currentIndex());
    program().settle();
    EXPECT_TRUE(types->viewport()->rect().contains(types->visualRect(types->currentIndex()).center()));
    auto* source = program().find<gui::SourceView>(QStringLiteral("sourceView"));
    EXPECT_GT(source->height(), types->height());
    program().click(QStringLiteral("sourceClose"));
    window.resize(1360, 860);
}

TEST_F(CodePageTest, EveryPageFitsIntoANarrowWindowInBothLanguages)
{
    auto& window = program().window();
    auto* inspector = program().find<gui::Inspector>(QStringLiteral("inspector"));
    for (const char* language : {"languageKo", "languageEn"}) {
        program().act(QString::fromLatin1(language));
        window.resize(1360, 860);
        window.goTo(Step::Report); // the widest, in front while the window shrinks
        program().settle();
        EXPECT_FALSE(inspector->isHidden());
        for (int step = gui::kSteps - 1; step >= 0; --step) {
            window.resize(900, 640);
            window.goTo(static_cast<Step>(step));
            program().settle();
            EXPECT_EQ(window.size(), QSize(900, 640)) << language << " page " << step;
            EXPECT_TRUE(inspector->isHidden());
        }
        window.resize(1360, 860);
        program().settle();
        EXPECT_FALSE(inspector->isHidden());
    }
}

} // namespace
} // namespace naru::test
