// The other rooms of the plan page: who manages what, manifests, capacity, running cost, portfolio.

#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/TableView.h"
#include "core/base/Files.h"
#include "core/model/PlanJson.h"
#include "tests/gui/GuiTest.h"

#include <QChartView>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>

#include <algorithm>
#include <array>
#include <map>

namespace naru::test {
namespace {

using gui::Step;

class PlanRooms : public ::testing::Test {
protected:
    enum Tab { Waves, Architecture, Manifests, Capacity, RunningCost, Portfolio };

    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("rooms.naru")));
        s_program->window().goTo(Step::Plan);
        s_program->act(QStringLiteral("plan"));
        s_program->settle();
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }
    const core::Plan& plan() { return *program().document().results().plan; }
    void open(Tab tab)
    {
        program().window().goTo(Step::Plan);
        program().find<QTabWidget>(QStringLiteral("planTabs"))->setCurrentIndex(tab);
        program().settle();
    }
    QString write(const QString& name, const std::string& text)
    {
        const QString file = program().path(name);
        EXPECT_TRUE(core::writeFile(file.toStdString(), text));
        return file;
    }
    void undo()
    {
        program().act(QStringLiteral("undo"));
        program().settle();
    }
    bool hasGap(const char* gap) { return std::ranges::find(plan().gaps, gap) != plan().gaps.end(); }

    static inline std::unique_ptr<Program> s_program;
};

TEST_F(PlanRooms, TheServiceModelIsChosenAndTakenBack)
{
    open(Architecture);
    program().find<QTabWidget>(QStringLiteral("architectureTabs"))->setCurrentIndex(2);
    ASSERT_TRUE(plan().responsibility);
    EXPECT_FALSE(plan().responsibility->chosen);
    EXPECT_TRUE(hasGap("planning.gap.platform"));
    auto* table = program().find<QTableWidget>(QStringLiteral("responsibilityTable"));
    EXPECT_EQ(table->rowCount(), 10);
    EXPECT_EQ(table->columnCount(), 6);
    EXPECT_EQ(program().find<QTableWidget>(QStringLiteral("platformTable"))->rowCount(),
              static_cast<int>(plan().responsibility->platforms.size()));
    auto* model = program().find<QComboBox>(QStringLiteral("serviceModel"));
    model->setCurrentIndex(model->findData(QStringLiteral("caas")));
    emit model->activated(model->currentIndex());
    auto* cloud = program().find<QComboBox>(QStringLiteral("deploymentModel"));
    cloud->setCurrentIndex(cloud->findData(QStringLiteral("hybrid")));
    emit cloud->activated(cloud->currentIndex());
    EXPECT_EQ(plan().responsibility->model, "caas");
    EXPECT_TRUE(plan().responsibility->chosen);
    EXPECT_FALSE(hasGap("planning.gap.platform"));
    EXPECT_EQ(table->item(0, 2)->text(), QStringLiteral("agency"));
    EXPECT_TRUE(table->horizontalHeaderItem(2)->text().contains(QStringLiteral("chosen")));
    undo();
    undo();
    EXPECT_EQ(plan().responsibility->model, "paas");
    EXPECT_TRUE(hasGap("planning.gap.platform"));
}

TEST_F(PlanRooms, ManifestsAreMadePreviewedAndWritten)
{
    open(Manifests);
    program().click(QStringLiteral("makeManifests"));
    program().settle();
    auto* files = program().find<QTreeWidget>(QStringLiteral("manifestFiles"));
    ASSERT_GT(files->topLevelItemCount(), 0);
    auto* fills = program().find<gui::TableView>(QStringLiteral("fillsTable"));
    ASSERT_GT(fills->model()->rowCount(), 10);
    auto* preview = program().find<QPlainTextEdit>(QStringLiteral("manifestPreview"));
    for (int row = 0; row < fills->model()->rowCount(); ++row) {
        const int line = fills->model()->index(row, 1).data().toInt();
        if (line == 0)
            continue;
        fills->setCurrentIndex(fills->model()->index(row, 0));
        EXPECT_FALSE(preview->toPlainText().isEmpty());
        EXPECT_EQ(preview->textCursor().blockNumber(), line - 1);
        EXPECT_FALSE(preview->extraSelections().isEmpty());
        break;
    }
    program().dialogs.folder = program().path(QStringLiteral("deploy"));
    program().click(QStringLiteral("writeManifests"));
    program().settle();
    EXPECT_TRUE(QFile::exists(program().path(QStringLiteral("deploy/FILL-IN.md"))));
    EXPECT_FALSE(QDir(program().path(QStringLiteral("deploy"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

TEST_F(PlanRooms, ALoadIsImportedSimulatedAndTakenBack)
{
    open(Capacity);
    EXPECT_FALSE(plan().capacity);
    program().dialogs.file = write(QStringLiteral("load.csv"), "hour,a,b\nserviceMs,80,40\nfixed,2,2\n0,1000,100\n1,,200\n2,900000,300\n");
    program().click(QStringLiteral("importLoad"));
    program().settle();
    ASSERT_TRUE(plan().capacity);
    auto* table = program().find<gui::TableView>(QStringLiteral("capacityTable"));
    EXPECT_EQ(table->model()->rowCount(), 2);
    EXPECT_GT(plan().capacity->services.front().fixed.refused, 0);
    EXPECT_EQ(plan().capacity->services.front().missing, 1);
    auto* kind = program().find<QComboBox>(QStringLiteral("capacityChartKind"));
    auto* chart = program().find<QChartView>(QStringLiteral("capacityChart"));
    for (int i = 0; i < kind->count(); ++i) {
        kind->setCurrentIndex(i);
        EXPECT_FALSE(chart->chart()->series().isEmpty()) << i;
        EXPECT_EQ(chart->chart()->axes().size(), 2) << i;
    }
    EXPECT_TRUE(program().find<QPlainTextEdit>(QStringLiteral("capacityNotes"))->toPlainText().contains(QStringLiteral("1.7")));
    undo();
    EXPECT_FALSE(plan().capacity);
    EXPECT_EQ(table->model()->rowCount(), 0);
}

TEST_F(PlanRooms, ALoadIsTypedChangedAndTakenBack)
{
    open(Capacity);
    const int before = program().document().undo().index();
    program().click(QStringLiteral("typeLoad"));
    auto* service = program().find<QComboBox>(QStringLiteral("loadService"));
    ASSERT_TRUE(service->isVisible());
    const core::PlannedContext& context = plan().waves[1].contexts.front();
    const std::string id = context.context;
    service->setCurrentIndex(service->findData(QString::fromStdString(id)));
    auto* said = program().find<QLabel>(QStringLiteral("loadFormText"));
    program().click(QStringLiteral("takeTypedLoad"));
    EXPECT_EQ(program().document().undo().index(), before) << "without a service time nothing is decided";
    EXPECT_TRUE(said->text().contains(QStringLiteral("service time")));
    program().find<QDoubleSpinBox>(QStringLiteral("loadServiceMs"))->setValue(100);
    program().find<QDoubleSpinBox>(QStringLiteral("loadAverage"))->setValue(1000);
    auto* hours = program().find<QLineEdit>(QStringLiteral("loadPeakHours"));
    hours->setText(QStringLiteral("9-25"));
    program().click(QStringLiteral("takeTypedLoad"));
    EXPECT_EQ(program().document().undo().index(), before) << "a day has no hour 25";
    hours->setText(QStringLiteral("14, 9-11"));
    program().find<QDoubleSpinBox>(QStringLiteral("loadPeakFactor"))->setValue(4);
    program().find<QLineEdit>(QStringLiteral("loadSurgeDays"))->setText(QStringLiteral("121-122"));
    program().find<QDoubleSpinBox>(QStringLiteral("loadSurgeFactor"))->setValue(2);
    program().click(QStringLiteral("takeTypedLoad"));
    program().settle();
    ASSERT_TRUE(plan().capacity);
    ASSERT_EQ(plan().capacity->services.size(), 1U);
    EXPECT_EQ(plan().capacity->services[0].context, id);
    EXPECT_EQ(plan().capacity->services[0].peak, 8000) << "average x peak x surge";
    EXPECT_FALSE(hasGap("planning.gap.load"));
    EXPECT_EQ(hours->text(), QStringLiteral("9-11, 14"));

    // The whole system under a name of its own, beside the context.
    service->setEditText(QStringLiteral("whole system"));
    program().find<QDoubleSpinBox>(QStringLiteral("loadServiceMs"))->setValue(50);
    program().find<QDoubleSpinBox>(QStringLiteral("loadAverage"))->setValue(500);
    program().click(QStringLiteral("takeTypedLoad"));
    program().settle();
    EXPECT_EQ(plan().capacity->services.size(), 2U);
    service->setCurrentIndex(service->findText(QStringLiteral("whole system")));
    program().click(QStringLiteral("removeTypedLoad"));
    program().settle();
    EXPECT_EQ(plan().capacity->services.size(), 1U);
    while (program().document().undo().index() > before)
        undo();
    EXPECT_FALSE(plan().capacity);
    program().click(QStringLiteral("typeLoad"));
}

TEST_F(PlanRooms, ABadLoadFileIsSaidAndNothingChanges)
{
    open(Capacity);
    const int edits = program().document().undo().index();
    std::vector<core::Error> troubles;
    const auto heard =
        QObject::connect(&program().document(), &gui::Document::trouble, [&](const core::Error& error) { troubles.push_back(error); });
    for (const char* text : {"", "hour,a\nserviceMs,0\n0,10\n", "hour,a\n0,ten\n", "hour,a\nserviceMs,10\n"}) {
        program().dialogs.file = write(QStringLiteral("bad.csv"), text);
        program().click(QStringLiteral("importLoad"));
        program().settle();
    }
    QObject::disconnect(heard);
    EXPECT_EQ(troubles.size(), 4U);
    for (const core::Error& error : troubles)
        EXPECT_FALSE(program().environment().language.text(error).isEmpty());
    EXPECT_EQ(program().document().undo().index(), edits);
    EXPECT_FALSE(plan().capacity);
}

TEST_F(PlanRooms, PricesAreTypedAndTheBreakEvenFollows)
{
    open(RunningCost);
    auto* sheet = program().find<QTableWidget>(QStringLiteral("runningCostSheet"));
    const int before = program().document().undo().index();
    const std::map<QString, std::array<const char*, 3>> typed = {{QStringLiteral("Virtual machines"), {"10", "", "300000"}},
                                                                 {QStringLiteral("Nodes"), {"4", "", "400000"}},
                                                                 {QStringLiteral("Transition"), {"1", "", "20,000,000"}}};
    for (int row = 0; row < sheet->rowCount(); ++row) {
        const auto found = typed.find(sheet->item(row, 1)->text());
        const bool known = found != typed.end();
        sheet->item(row, 3)->setText(QString::fromLatin1(known ? found->second[0] : "0"));
        if (known)
            sheet->item(row, 5)->setText(QString::fromLatin1(found->second[2]));
    }
    ASSERT_TRUE(plan().runningCost);
    EXPECT_TRUE(plan().runningCost->missing.empty());
    EXPECT_EQ(plan().runningCost->machines, "180000000");
    EXPECT_EQ(plan().runningCost->containers, "116000000");
    EXPECT_EQ(plan().runningCost->breakEvenMonth, 15); // 20,000,000 / 1,400,000 a month
    EXPECT_FALSE(hasGap("planning.gap.prices"));
    EXPECT_TRUE(program().find<QLabel>(QStringLiteral("runningCostText"))->text().contains(QStringLiteral("month 15")));
    EXPECT_EQ(program().find<QChartView>(QStringLiteral("runningCostChart"))->chart()->series().size(), 2);
    program().find<QSpinBox>(QStringLiteral("runningYears"))->setValue(3);
    EXPECT_EQ(plan().runningCost->machines, "108000000");
    const nlohmann::json kept = core::toJson(plan());
    sheet->item(0, 3)->setText(QStringLiteral("many"));
    EXPECT_EQ(core::toJson(plan()), kept) << "a word is no quantity";
    EXPECT_EQ(sheet->item(0, 3)->text(), QStringLiteral("10"));
    while (program().document().undo().index() > before)
        undo();
    EXPECT_FALSE(plan().runningCost);
}

TEST_F(PlanRooms, SystemsAreImportedRankedAndOverridden)
{
    open(Portfolio);
    program().dialogs.file =
        write(QStringLiteral("systems.csv"), "name,yes,level,value,fp,cost\n민원,8,1,90,1200,900000000\n급여,2,0,20,,\n");
    program().click(QStringLiteral("importSystems"));
    program().settle();
    auto* table = program().find<gui::TableView>(QStringLiteral("portfolioTable"));
    ASSERT_EQ(table->model()->rowCount(), 3);
    const auto rowOf = [&](const QString& name) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 1).data().toString() == name)
                return row;
        return -1;
    };
    const int salary = rowOf(QStringLiteral("급여"));
    ASSERT_GE(salary, 0);
    table->setCurrentIndex(table->model()->index(salary, 0));
    program().find<QLineEdit>(QStringLiteral("portfolioNote"))->setText(QStringLiteral("2027년 폐기 예정"));
    auto* segment = program().find<QComboBox>(QStringLiteral("portfolioSegment"));
    segment->setCurrentIndex(segment->findData(QStringLiteral("retire")));
    emit segment->activated(segment->currentIndex());
    program().settle();
    EXPECT_TRUE(table->model()->index(rowOf(QStringLiteral("급여")), 4).data().toString().contains(QStringLiteral("chosen")));
    EXPECT_EQ(program().find<QLineEdit>(QStringLiteral("portfolioNote"))->text(), QStringLiteral("2027년 폐기 예정"));
    table->setCurrentIndex(table->model()->index(rowOf(QStringLiteral("민원")), 0));
    program().find<QSpinBox>(QStringLiteral("portfolioYear"))->setValue(2028);
    program().settle();
    EXPECT_EQ(table->model()->index(rowOf(QStringLiteral("민원")), 5).data().toString(), QStringLiteral("2028"));
    program().find<QTabWidget>(QStringLiteral("portfolioTabs"))->setCurrentIndex(1);
    EXPECT_GT(program().find<gui::TableView>(QStringLiteral("roadmapTable"))->model()->rowCount(), 0);
    EXPECT_FALSE(program().find<QChartView>(QStringLiteral("roadmapChart"))->chart()->series().isEmpty());
    EXPECT_FALSE(program().find<QPlainTextEdit>(QStringLiteral("portfolioEffects"))->toPlainText().isEmpty());
    undo();
    EXPECT_NE(table->model()->index(rowOf(QStringLiteral("민원")), 5).data().toString(), QStringLiteral("2028"));
    undo();
    EXPECT_FALSE(table->model()->index(rowOf(QStringLiteral("급여")), 4).data().toString().contains(QStringLiteral("chosen")));
    program().find<QTabWidget>(QStringLiteral("portfolioTabs"))->setCurrentIndex(0);
}

} // namespace
} // namespace naru::test
