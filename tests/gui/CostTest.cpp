// What a person does on the page of the cost: functions of their own, inventories, charts.

#include "tests/gui/GuiTest.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/Sheet.h"
#include "app/gui/widgets/TableView.h"
#include "core/model/FunctionPointCountJson.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

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

TEST_F(CostTest, TheSplitIsShownBeforeAndAfter)
{
    program().window().goTo(Step::Cost);
    auto* edition = program().find<QComboBox>(QStringLiteral("edition"));
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    auto* tabs = program().find<QTabWidget>(QStringLiteral("costTabs"));
    tabs->setCurrentIndex(3);
    program().settle();
    ASSERT_TRUE(results().count->splitKnown);
    ASSERT_FALSE(results().count->apiLinks.empty());
    auto* comparison = program().find<QTableWidget>(QStringLiteral("splitComparison"));
    ASSERT_EQ(comparison->rowCount(), 4); // functions, size, cost, total
    EXPECT_EQ(comparison->item(1, 1)->text(), gui::Language::grouped(results().count->total));
    EXPECT_EQ(comparison->item(1, 3)->text(), gui::Language::grouped(results().count->apiLinksTotal));
    EXPECT_EQ(comparison->item(3, 1)->text(), gui::Language::grouped(results().estimate->total)); // API links are off
    const std::string without = results().estimate->total;
    auto* box = program().find<QCheckBox>(QStringLiteral("countApiLinks"));
    ASSERT_FALSE(box->isChecked());
    box->click();
    program().settle();
    EXPECT_TRUE(box->isChecked());
    EXPECT_NE(results().estimate->total, without);
    EXPECT_EQ(comparison->item(3, 1)->text(), gui::Language::grouped(without)); // the IFPUG view stays beside it
    EXPECT_EQ(comparison->item(3, 2)->text(), gui::Language::grouped(results().estimate->total));
    auto* contexts = program().find<gui::TableView>(QStringLiteral("contextCosts"));
    EXPECT_GE(contexts->model()->rowCount(), static_cast<int>(program().document().alternative()->contexts.size()));
    const QString all = program().find<QLabel>(QStringLiteral("splitCostTotal"))->text();
    EXPECT_TRUE(all.contains(gui::Language::grouped(results().count->total))) << all.toStdString();
    EXPECT_TRUE(all.contains(gui::Language::grouped(results().count->apiLinksTotal))) << all.toStdString();
    EXPECT_TRUE(all.contains(gui::Language::grouped(results().estimate->developmentCost))) << all.toStdString();
    auto* functions = program().find<gui::TableView>(QStringLiteral("splitFunctions"));
    const auto kept = std::ranges::count_if(results().count->functions,
                                            [](const core::CountedFunction& f) { return f.state != core::FunctionState::Rejected; });
    EXPECT_EQ(functions->model()->rowCount(), kept + static_cast<std::ptrdiff_t>(results().count->apiLinks.size()));
    program().act(QStringLiteral("undo"));
    EXPECT_FALSE(box->isChecked());
    EXPECT_EQ(results().estimate->total, without);
}

TEST(Sheets, ColumnsThatBreakShareWhatTheOthersLeave)
{
    QTableWidget table(2, 3);
    auto* fit = new gui::ColumnFit(table, {0, 2});
    const QString shortText = QStringLiteral("12,345");
    const QString longText = QStringLiteral("a step of the estimate that is named in many words and has to break its line somewhere");
    for (int column = 0; column < 3; ++column) {
        table.setHorizontalHeaderItem(column, new QTableWidgetItem(QStringLiteral("x")));
        table.setItem(0, column, new QTableWidgetItem(column == 1 ? shortText : longText));
        table.setItem(1, column, new QTableWidgetItem(shortText));
    }
    table.resize(2400, 200); // everything fits
    table.show();
    fit->fit();
    const int line = table.rowHeight(1);
    EXPECT_EQ(table.rowHeight(0), line) << "nothing breaks while there is room";
    const int kept = table.columnWidth(1);
    table.resize(500, 200); // noticed without a call
    QCoreApplication::processEvents();
    EXPECT_EQ(table.columnWidth(1), kept) << "a column of amounts keeps its width";
    EXPECT_LE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), table.viewport()->width());
    EXPECT_NEAR(table.columnWidth(0), table.columnWidth(2), 2);
    EXPECT_GE(table.rowHeight(0), 2 * table.fontMetrics().height()) << "long texts have several lines";
    EXPECT_EQ(table.rowHeight(1), line);
    EXPECT_GE(fit->wholeHeight(), table.rowHeight(0) + table.rowHeight(1));
    table.resize(120, 200); // narrower than anything can be: columns that break keep their least width
    QCoreApplication::processEvents();
    EXPECT_GE(table.columnWidth(0), 90);
    EXPECT_GE(table.columnWidth(2), 90);
    EXPECT_EQ(table.columnWidth(1), kept);
}

TEST_F(CostTest, KeysConfirmRejectAndTakeBackSeveralAtOnce)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    auto* functions = program().find<gui::TableView>(QStringLiteral("functionsTable"));
    const std::string total = results().count->total;
    const auto inState = [&](core::FunctionState state) {
        return std::ranges::count(results().count->functions, state, &core::CountedFunction::state);
    };
    const auto press = [&](Qt::Key key) {
        functions->clearSelection();
        for (int row = 0; row < 3; ++row)
            functions->selectionModel()->select(functions->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(functions, key);
        program().settle();
    };
    const auto confirmed = inState(core::FunctionState::Confirmed);
    press(Qt::Key_C);
    EXPECT_EQ(inState(core::FunctionState::Confirmed), confirmed + 3);
    EXPECT_EQ(results().count->total, total);
    press(Qt::Key_R);
    EXPECT_EQ(inState(core::FunctionState::Rejected), 3);
    EXPECT_NE(results().count->total, total);
    press(Qt::Key_Space);
    EXPECT_EQ(inState(core::FunctionState::Rejected), 0);
    EXPECT_EQ(results().count->total, total);
    for (int i = 0; i < 3; ++i)
        program().act(QStringLiteral("undo")); // each key is one step, however many functions it took
    EXPECT_EQ(inState(core::FunctionState::Confirmed), confirmed);
    EXPECT_EQ(results().count->total, total);
}

/// The inspector speaks of the table in front, not of what is marked in another one.
TEST_F(CostTest, TheInspectorFollowsTheTab)
{
    program().window().goTo(Step::Cost);
    auto* tabs = program().find<QTabWidget>(QStringLiteral("costTabs"));
    const auto title = [&] { return program().find<QLabel>(QStringLiteral("inspectorTitle"))->text(); };
    const auto mark = [&](const char* table) {
        auto* view = program().find<gui::TableView>(QString::fromLatin1(table));
        view->setCurrentIndex(view->model()->index(0, 0));
        return title();
    };
    tabs->setCurrentIndex(1);
    const QString function = mark("functionsTable");
    tabs->setCurrentIndex(2);
    EXPECT_NE(title(), function);
    const QString dropped = mark("droppedTable");
    EXPECT_NE(dropped, function);
    tabs->setCurrentIndex(1);
    EXPECT_EQ(title(), function);
    tabs->setCurrentIndex(2);
    EXPECT_EQ(title(), dropped);
}

TEST_F(CostTest, AFactorLeavesWhatItDoesNotChange)
{
    program().window().goTo(Step::Cost);
    auto* edition = program().find<QComboBox>(QStringLiteral("edition"));
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    program().find<QComboBox>(QStringLiteral("costChartKind"))->setCurrentIndex(0); // function points: no factor moves them
    program().settle();
    auto* chart = program().find<QChartView>(QStringLiteral("costChart"));
    const QAbstractSeries* series = chart->chart()->series().front();
    const std::string total = results().estimate->total;
    auto* levels = program().find<QComboBox>(QStringLiteral("factor_linkage"));
    const QString first = levels->itemText(1);
    levels->setCurrentIndex(5);
    emit levels->activated(5);
    EXPECT_NE(results().estimate->total, total);
    program().settle(); // the chart follows the sheet
    EXPECT_EQ(chart->chart()->series().front(), series) << "drawn anew without need";
    EXPECT_EQ(levels->currentIndex(), 5);
    EXPECT_EQ(levels->itemText(1), first);
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(results().estimate->total, total);
    EXPECT_EQ(levels->currentIndex(), 0);
}

TEST_F(CostTest, TheCostStandsInTheIspTable)
{
    program().window().goTo(Step::Cost);
    auto* edition = program().find<QComboBox>(QStringLiteral("edition"));
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    program().act(QStringLiteral("plan")); // the running cost has its prices there
    program().settle();
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(4);
    program().settle();
    auto* sheet = program().find<QTableWidget>(QStringLiteral("ispSheet"));
    constexpr int kAmount = 3;
    constexpr int kDevelopment = 2;
    ASSERT_EQ(sheet->rowCount(), 11); // ten rows and their sum
    EXPECT_EQ(sheet->item(kDevelopment, kAmount)->text(), gui::Language::grouped(results().estimate->developmentCost));
    EXPECT_FALSE(sheet->item(kDevelopment, kAmount)->flags().testFlag(Qt::ItemIsEditable));
    EXPECT_EQ(sheet->item(10, kAmount)->text(), gui::Language::grouped(results().estimate->developmentCost));
    sheet->item(0, kAmount)->setText(QStringLiteral("120,000,000"));
    EXPECT_EQ(program().document().decision("isp", "hardware"), nlohmann::json("120000000"));
    const auto sum = core::Decimal::parse(results().estimate->developmentCost).value() + core::Decimal(120000000);
    EXPECT_EQ(sheet->item(10, kAmount)->text(), gui::Language::grouped(sum.text()));
    for (const char* wrong : {"-5", "1.5", "abc", "1e999", "999999999999999999999999999999999999"}) {
        sheet->item(0, kAmount)->setText(QString::fromLatin1(wrong));
        EXPECT_EQ(sheet->item(0, kAmount)->text(), QStringLiteral("120,000,000")) << wrong;
        EXPECT_TRUE(program().find<QLabel>(QStringLiteral("ispRemark"))->text().contains(QString::fromLatin1(wrong).left(40))) << wrong;
    }
    program().act(QStringLiteral("undo"));
    EXPECT_TRUE(sheet->item(0, kAmount)->text().isEmpty());
    program().click(QStringLiteral("openRunningCost"));
    auto* rooms = program().find<QTabWidget>(QStringLiteral("planTabs"));
    EXPECT_EQ(rooms->currentWidget()->objectName(), QStringLiteral("runningCostRoom"));
}

TEST_F(CostTest, TheSourceProposesFactors)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(0);
    auto* hint = program().find<QLabel>(QStringLiteral("hint_security"));
    for (int i = 0; i < 100 && !hint->isVisibleTo(&program().window()); ++i)
        QTest::qWait(20);
    ASSERT_TRUE(hint->isVisibleTo(&program().window()));
    program().click(QStringLiteral("why_security"));
    program().click(QStringLiteral("take_security"));
    const auto level = program().document().decision("estimate", "security");
    ASSERT_TRUE(level && level->is_number_integer());
    EXPECT_EQ(program().find<QComboBox>(QStringLiteral("factor_security"))->currentIndex(), level->get<int>());
    program().act(QStringLiteral("undo"));
    EXPECT_FALSE(program().document().decision("estimate", "security").has_value());
}

TEST_F(CostTest, ABudgetBuysFunctionPoints)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(0);
    auto* budget = program().find<QLineEdit>(QStringLiteral("budget"));
    auto* text = program().find<QLabel>(QStringLiteral("budgetText"));
    budget->setText(QStringLiteral("500,000,000"));
    EXPECT_TRUE(text->text().contains(QRegularExpression(QStringLiteral("[0-9]{3}"))));
    const QString good = text->text();
    budget->setText(QStringLiteral("-3"));
    EXPECT_NE(text->text(), good);
    budget->clear();
    EXPECT_FALSE(text->isVisibleTo(&program().window()));
}

TEST_F(CostTest, TwoVersionsAreComparedWithTheirCost)
{
    program().window().goTo(Step::Cost);
    auto* edition = program().find<QComboBox>(QStringLiteral("edition"));
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    nlohmann::json earlier = core::toJson(*results().count);
    earlier["schema"] = "naru.count/1";
    const std::string gone = earlier["functions"].front()["name"];
    earlier["functions"].erase(earlier["functions"].begin()); // it was added since
    const QString file = program().path(QStringLiteral("before.json"));
    QFile out(file);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(QByteArray::fromStdString(earlier.dump()));
    out.close();
    program().dialogs.file = file;
    program().click(QStringLiteral("compareCount"));
    auto* table = program().find<QTableWidget>(QStringLiteral("changesTable"));
    ASSERT_GE(table->rowCount(), 2); // the function, and at least the size as a cause of the cost
    EXPECT_EQ(table->item(0, 1)->text().toStdString(), gone);
    EXPECT_TRUE(table->item(1, 4)->text().contains(QLatin1Char(',')));
    program().click(QStringLiteral("closeChanges"));
}

TEST_F(CostTest, RequirementsWithoutCodeBecomeFunctions)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    const QString file = program().path(QStringLiteral("requirements.txt"));
    QFile out(file);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write("회의실을 등록하고 목록을 조회한다.\n");
    out.close();
    const auto manual = [&] { return std::ranges::count_if(results().count->functions, &core::CountedFunction::manual); };
    program().dialogs.file = file;
    program().click(QStringLiteral("importInventory"));
    program().click(QStringLiteral("applyImport"));
    EXPECT_EQ(manual(), 3); // the file of the rooms, adding one, listing them
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(manual(), 0);
}

} // namespace
