// What a person does on the page of the cost: functions of their own, inventories, charts.

#include "tests/gui/GuiTest.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/TableView.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>

using namespace naru;
using namespace naru::test;
using gui::Step;

namespace {

class CostTest : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("sample.naru")));
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }
    const gui::Results& results() { return program().document().results(); }

    static inline std::unique_ptr<Program> s_program;
};

TEST_F(CostTest, FunctionsAreTypedInChangedAndRemoved)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    const std::string total = results().count->total;
    const auto manual = [&] { return std::ranges::count_if(results().count->functions, &core::CountedFunction::manual); };
    program().click(QStringLiteral("addFunction"));
    program().click(QStringLiteral("applyFunction"));
    EXPECT_TRUE(program().find<QLabel>(QStringLiteral("functionRemark"))->isVisibleTo(&program().window())); // a name is missing
    program().find<QLineEdit>(QStringLiteral("functionName"))->setText(QStringLiteral("전자 결재 연계"));
    program().find<QComboBox>(QStringLiteral("functionType"))->setCurrentIndex(static_cast<int>(core::FunctionType::EIF));
    program().click(QStringLiteral("applyFunction"));
    ASSERT_EQ(manual(), 1);
    EXPECT_NE(results().count->total, total);
    auto* functions = program().find<gui::TableView>(QStringLiteral("functionsTable"));
    const auto selectManual = [&] {
        for (int row = 0; row < functions->model()->rowCount(); ++row)
            if (functions->model()->index(row, 0).data(gui::IdRole).toString() == QStringLiteral("EIF:전자 결재 연계"))
                functions->selectRow(row);
    };
    selectManual();
    program().click(QStringLiteral("editFunction"));
    program().find<QLineEdit>(QStringLiteral("functionName"))->setText(QStringLiteral("결재 문서 연계"));
    program().click(QStringLiteral("applyFunction"));
    const auto changed = std::ranges::find(results().count->functions, "EIF:전자 결재 연계", &core::CountedFunction::id);
    ASSERT_NE(changed, results().count->functions.end());
    EXPECT_EQ(changed->name, "결재 문서 연계");
    selectManual();
    program().click(QStringLiteral("removeFunctions"));
    EXPECT_EQ(manual(), 0);
    EXPECT_EQ(results().count->total, total);
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(manual(), 1);
    program().act(QStringLiteral("undo"));
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(manual(), 0);
}

TEST_F(CostTest, AnInventoryIsTakenOverAfterItWasSeen)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    const QString file = program().path(QStringLiteral("functions.csv"));
    QFile out(file);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write("기능명,유형\n민원 접수,EI\n민원 조회,EQ\n");
    out.close();
    const auto manual = [&] { return std::ranges::count_if(results().count->functions, &core::CountedFunction::manual); };
    program().dialogs.file = file;
    program().click(QStringLiteral("importInventory"));
    auto* table = program().find<QTableWidget>(QStringLiteral("changesTable"));
    EXPECT_EQ(table->rowCount(), 2);
    EXPECT_EQ(manual(), 0); // only shown so far
    program().click(QStringLiteral("applyImport"));
    EXPECT_EQ(manual(), 2);
    program().click(QStringLiteral("importInventory"));
    EXPECT_EQ(table->rowCount(), 0); // the same file changes nothing
    program().click(QStringLiteral("closeChanges"));
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(manual(), 0);
}

TEST_F(CostTest, ATornadoShowsWhatMovesTheCost)
{
    program().window().goTo(Step::Cost);
    auto* edition = program().find<QComboBox>(QStringLiteral("edition"));
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    program().settle();
    program().find<QComboBox>(QStringLiteral("costChartKind"))->setCurrentIndex(2);
    auto* chart = program().find<QChartView>(QStringLiteral("costChart"));
    ASSERT_EQ(chart->chart()->series().size(), 1);
    const auto* series = qobject_cast<QAbstractBarSeries*>(chart->chart()->series().front());
    ASSERT_NE(series, nullptr);
    EXPECT_EQ(series->barSets().size(), 3);
    EXPECT_GE(series->barSets().front()->count(), 5); // four factors and the profit
}

} // namespace
