// Pictures of every page in both languages, both themes and three sizes, for people to look at.

#include "tests/gui/GuiTest.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/widgets/TableView.h"

#include <QApplication>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

using namespace naru;
using gui::Step;

class Album {
public:
    Album(test::Program& program, QString folder, QString tag) : m_program(program), m_folder(std::move(folder)), m_tag(std::move(tag)) {}

    void take(const QString& name)
    {
        m_program.settle();
        QTest::qWait(30);
        m_program.window().grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_tag));
    }
    void tab(const QString& tabs, int index, const QString& name)
    {
        m_program.find<QTabWidget>(tabs)->setCurrentIndex(index);
        take(name);
    }
    void selectFirst(const QString& table)
    {
        auto* view = m_program.find<gui::TableView>(table);
        view->setCurrentIndex(view->model()->index(0, 0));
    }

private:
    test::Program& m_program;
    QString m_folder;
    QString m_tag;
};

/// What a person brings to the plan: files, a load, prices, other systems.
void preparePlan(test::Program& program)
{
    auto& document = program.document();
    program.window().goTo(Step::Plan);
    program.settle();
    program.click(QStringLiteral("makeManifests"));
    document.takeLoad(QString::fromStdString((test::resources() / "planning" / "load-example.json").string()));
    document.decide("plan", "prices", nlohmann::json::parse(R"({"items": {"vm.server": {"quantity": "12", "price": "350000"},
        "vm.guest-os": {"price": "600000"}, "vm.middleware": {"quantity": "4", "price": "5000000"}, "vm.agents": {"price": "300000"},
        "vm.care": {"factor": "4", "price": "40000"}, "vm.operation": {"quantity": "12", "price": "6000000"},
        "container.node": {"quantity": "4", "price": "700000"}, "container.host-os": {"price": "600000"},
        "container.platform": {"price": "3000000"}, "container.agents": {"price": "300000"}, "container.care": {"factor": "6"},
        "container.operation": {"quantity": "10"}, "container.transition": {"quantity": "1", "price": "120000000"}}})"),
                    "gui.edit.prices");
    QFile csv(program.path(QStringLiteral("systems.csv")));
    if (csv.open(QIODevice::WriteOnly)) {
        csv.write("name,yes,level,value,fp,cost\n민원접수 시스템,8,1,90,1200,920000000\n인사급여 "
                  "시스템,3,0,45,2100,\n홈페이지,6,2,70,450,310000000\n"
                  "통계 시스템,2,0,10,300,\n");
        csv.close();
        document.addSystems(csv.fileName());
    }
    const auto& contexts = document.alternative()->contexts;
    document.decide({{"plan", "before/" + contexts.back().id, nlohmann::json::array({contexts.front().id})},
                     {"plan", "before/" + contexts.front().id, nlohmann::json::array({contexts.back().id, contexts[1].id})}},
                    "gui.edit.before");
    program.settle();
}

void prepare(test::Program& program)
{
    program.window().goTo(Step::Diagnosis);
    for (int item = 1; item <= 10; ++item)
        program.click(QStringLiteral("item%1%2").arg(item).arg(item % 3 == 0 ? "No" : "Yes"));
    program.window().goTo(Step::Cost);
    auto* edition = program.find<QComboBox>(QStringLiteral("edition"));
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    program.act(QStringLiteral("plan"));
    program.settle();
    preparePlan(program);
}

/// Records of load and outages, and a finding that was accepted.
void prepareDiagnosis(test::Program& program)
{
    const auto take = [&](const QString& name, const QByteArray& bytes) {
        QFile csv(program.path(name));
        if (csv.open(QIODevice::WriteOnly)) {
            csv.write(bytes);
            csv.close();
            (void)program.document().takeRecords(csv.fileName());
        }
    };
    QByteArray load = "일자,시간,요청수,응답시간\n";
    for (int day = 1; day <= 90; ++day)
        for (const int hour : {9, 14}) {
            const bool surge = day == 31 || day == 60;
            load += QDate(2026, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + "," + QByteArray::number(hour) + "," +
                    QByteArray::number(surge && hour == 14 ? 9000 + day * 20 : 1200 + (day % 7) * 90 + hour * 10) + "," +
                    QByteArray::number(surge ? 4200 : 310) + "\n";
        }
    take(QStringLiteral("load.csv"), load);
    take(QStringLiteral("incidents.csv"), "발생일,중단,복구시간,민원\n2026-02-01,예,95,예\n2026-03-02,예,30,아니오\n2026-03-20,아니오,10,예\n");
    program.settle();
    program.window().goTo(Step::Readiness);
    program.find<QTabWidget>(QStringLiteral("readinessTabs"))->setCurrentIndex(1);
    auto* findings = program.find<QTreeView>(QStringLiteral("findingsTree"));
    findings->setCurrentIndex(findings->model()->index(1, 0));
    program.dialogs.texts = {QStringLiteral("운영 부서와 합의한 사항"), QStringLiteral("2999-12-31")};
    program.click(QStringLiteral("acceptFindings"));
    program.settle();
}

void takeDiagnosis(test::Program& program, Album& album)
{
    auto& window = program.window();
    window.goTo(Step::Overview);
    album.take(QStringLiteral("1-overview"));
    window.goTo(Step::Diagnosis);
    auto* scroll = program.find<QScrollArea>(QStringLiteral("diagnosisScroll"));
    program.find<QWidget>(QStringLiteral("item1"))->setFocus();
    scroll->verticalScrollBar()->setValue(0);
    album.take(QStringLiteral("2-diagnosis"));
    program.find<QWidget>(QStringLiteral("item3"))->setFocus();
    scroll->ensureWidgetVisible(program.find<QWidget>(QStringLiteral("item3")));
    album.take(QStringLiteral("2-diagnosis-records"));
    window.goTo(Step::Readiness);
    auto* findings = program.find<QTreeView>(QStringLiteral("findingsTree"));
    auto* shown = program.find<QComboBox>(QStringLiteral("findingsShown"));
    album.tab(QStringLiteral("readinessTabs"), 0, QStringLiteral("4-readiness-factors"));
    findings->expand(findings->model()->index(0, 0));
    findings->setCurrentIndex(findings->model()->index(0, 0));
    album.tab(QStringLiteral("readinessTabs"), 1, QStringLiteral("4-readiness-findings"));
    shown->setCurrentIndex(1);
    findings->expand(findings->model()->index(0, 0));
    findings->setCurrentIndex(findings->model()->index(0, 0, findings->model()->index(0, 0)));
    album.take(QStringLiteral("4-readiness-accepted"));
    shown->setCurrentIndex(0);
    album.tab(QStringLiteral("readinessTabs"), 2, QStringLiteral("4-readiness-ladders"));
}

void takeCost(test::Program& program, Album& album)
{
    program.window().goTo(Step::Cost);
    album.tab(QStringLiteral("costTabs"), 0, QStringLiteral("6-cost-sheet"));
    auto* chart = program.find<QComboBox>(QStringLiteral("costChartKind"));
    chart->setCurrentIndex(2);
    album.take(QStringLiteral("6-cost-tornado"));
    chart->setCurrentIndex(0);
    album.selectFirst(QStringLiteral("functionsTable"));
    program.find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    program.click(QStringLiteral("addFunction"));
    album.tab(QStringLiteral("costTabs"), 1, QStringLiteral("6-cost-inventory"));
    program.click(QStringLiteral("cancelFunction"));
    album.tab(QStringLiteral("costTabs"), 2, QStringLiteral("6-cost-dropped"));
    album.tab(QStringLiteral("costTabs"), 3, QStringLiteral("6-cost-split"));
    album.tab(QStringLiteral("splitCostTabs"), 2, QStringLiteral("6-cost-split-functions"));
    program.find<QTabWidget>(QStringLiteral("splitCostTabs"))->setCurrentIndex(0);
    album.tab(QStringLiteral("costTabs"), 4, QStringLiteral("6-cost-isp"));
    program.find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(0);
}

void takePlan(test::Program& program, Album& album)
{
    const auto inner = [&](const char* tabs, int index, const char* name) {
        album.tab(QString::fromLatin1(tabs), index, QString::fromLatin1(name));
        program.find<QTabWidget>(QString::fromLatin1(tabs))->setCurrentIndex(0);
    };
    album.tab(QStringLiteral("planTabs"), 0, QStringLiteral("7-plan-waves"));
    inner("waveTabs", 1, "7-plan-contexts");
    program.click(QStringLiteral("showWeights"));
    inner("waveTabs", 2, "7-plan-weights");
    program.click(QStringLiteral("showWeights"));
    inner("waveTabs", 3, "7-plan-order");
    album.tab(QStringLiteral("planTabs"), 1, QStringLiteral("7-plan-architecture"));
    inner("architectureTabs", 1, "7-plan-elements");
    inner("architectureTabs", 2, "7-plan-responsibility");
    album.tab(QStringLiteral("planTabs"), 2, QStringLiteral("7-plan-manifests"));
    album.tab(QStringLiteral("planTabs"), 3, QStringLiteral("7-plan-capacity"));
    program.click(QStringLiteral("typeLoad"));
    album.take(QStringLiteral("7-plan-typed-load"));
    program.click(QStringLiteral("typeLoad"));
    album.tab(QStringLiteral("planTabs"), 4, QStringLiteral("7-plan-running-cost"));
    album.tab(QStringLiteral("planTabs"), 5, QStringLiteral("7-plan-portfolio"));
    inner("portfolioTabs", 1, "7-plan-roadmap");
    program.find<QTabWidget>(QStringLiteral("planTabs"))->setCurrentIndex(0);
}

void takeSplit(test::Program& program, Album& album)
{
    auto& window = program.window();
    window.goTo(Step::Split);
    album.selectFirst(QStringLiteral("contextsTable"));
    album.tab(QStringLiteral("splitTabs"), 0, QStringLiteral("5-split-map"));
    if (const auto* alternative = program.document().alternative(); alternative && !alternative->contexts.empty()) {
        auto& map = static_cast<gui::SplitPage*>(window.page(Step::Split))->map();
        map.setOpen(alternative->contexts.front().id, true);
        album.take(QStringLiteral("5-split-open"));
        map.setOpen(alternative->contexts.front().id, false);
    }
    album.tab(QStringLiteral("splitTabs"), 1, QStringLiteral("5-split-members"));
    album.tab(QStringLiteral("splitTabs"), 2, QStringLiteral("5-split-fence"));
    album.tab(QStringLiteral("splitTabs"), 3, QStringLiteral("5-split-interfaces"));
    album.tab(QStringLiteral("splitTabs"), 6, QStringLiteral("5-split-compare"));
    album.tab(QStringLiteral("splitTabs"), 7, QStringLiteral("5-split-history"));
    album.selectFirst(QStringLiteral("contextsTable"));
    album.tab(QStringLiteral("splitTabs"), 8, QStringLiteral("5-split-storming"));
    program.find<QTabWidget>(QStringLiteral("splitTabs"))->setCurrentIndex(0);
    auto* slider = program.find<QSlider>(QStringLiteral("granularity"));
    slider->setValue(slider->value() + 5);
    album.take(QStringLiteral("5-split-cut"));
    program.click(QStringLiteral("leaveCut"));
    program.click(QStringLiteral("divideContext"));
    album.take(QStringLiteral("5-split-parts"));
    program.click(QStringLiteral("cancelParts"));
    program.find<QTabWidget>(QStringLiteral("splitTabs"))->setCurrentIndex(0);
}

/// What the analysis found: each table with a row selected, the source behind a row, the map and the report.
void takeCode(test::Program& program, Album& album)
{
    constexpr std::array kTabs = {"types", "tables", "entryPoints", "views", "crud", "unresolved", "diagnostics"};
    auto& window = program.window();
    window.goTo(Step::Overview);
    album.take(QStringLiteral("1-overview"));
    window.goTo(Step::Code);
    for (int tab = 0; tab < static_cast<int>(kTabs.size()); ++tab) {
        const QString name = QString::fromLatin1(kTabs[static_cast<std::size_t>(tab)]);
        album.selectFirst(name + QStringLiteral("Table"));
        album.tab(QStringLiteral("codeTabs"), tab, QStringLiteral("3-code-") + name);
    }
    auto* types = program.find<gui::TableView>(QStringLiteral("typesTable"));
    emit types->opened(types->model()->index(0, 0));
    album.take(QStringLiteral("3-code-source"));
    program.click(QStringLiteral("sourceClose"));
    window.goTo(Step::Split);
    album.tab(QStringLiteral("splitTabs"), 0, QStringLiteral("5-split-map"));
    window.goTo(Step::Report);
    album.take(QStringLiteral("8-report"));
}

void takeAll(test::Program& program, Album& album)
{
    auto& window = program.window();
    window.goTo(Step::Overview);
    album.take(QStringLiteral("1-overview"));
    window.goTo(Step::Diagnosis);
    program.find<QWidget>(QStringLiteral("item1"))->setFocus();
    album.take(QStringLiteral("2-diagnosis"));
    window.goTo(Step::Code);
    album.selectFirst(QStringLiteral("typesTable"));
    album.tab(QStringLiteral("codeTabs"), 0, QStringLiteral("3-code-types"));
    album.tab(QStringLiteral("codeTabs"), 1, QStringLiteral("3-code-tables"));
    album.tab(QStringLiteral("codeTabs"), 4, QStringLiteral("3-code-crud"));
    auto* types = program.find<gui::TableView>(QStringLiteral("typesTable"));
    program.find<QTabWidget>(QStringLiteral("codeTabs"))->setCurrentIndex(0);
    emit types->opened(types->model()->index(0, 0));
    album.take(QStringLiteral("3-code-source"));
    program.click(QStringLiteral("sourceClose"));
    window.goTo(Step::Readiness);
    album.tab(QStringLiteral("readinessTabs"), 0, QStringLiteral("4-readiness-factors"));
    auto* findings = program.find<QTreeView>(QStringLiteral("findingsTree"));
    findings->expand(findings->model()->index(0, 0));
    findings->setCurrentIndex(findings->model()->index(0, 0));
    album.tab(QStringLiteral("readinessTabs"), 1, QStringLiteral("4-readiness-findings"));
    album.tab(QStringLiteral("readinessTabs"), 2, QStringLiteral("4-readiness-ladders"));
    takeSplit(program, album);
    takeCost(program, album);
    window.goTo(Step::Plan);
    takePlan(program, album);
    window.goTo(Step::Report);
    album.take(QStringLiteral("8-report"));
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: gui_screenshots FOLDER [SOURCE-ROOT]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    const bool quick = argc > 3; // a third argument: one size, one language and theme
    // Or all of them, but only of this page: code, split, cost, plan or diagnosis.
    const QString only = quick ? QString::fromLocal8Bit(argv[3]) : QString();
    struct Part {
        const char* name;
        Step step;
        void (*take)(test::Program&, Album&);
    };
    constexpr std::array kParts = {Part{"code", Step::Code, takeCode}, Part{"split", Step::Split, takeSplit}, Part{"cost", Step::Cost, takeCost},
                                   Part{"plan", Step::Plan, takePlan}, Part{"diagnosis", Step::Diagnosis, takeDiagnosis}};
    const auto* const part = std::ranges::find_if(kParts, [&](const Part& one) { return only == QLatin1String(one.name); });
    test::Program program(QStringLiteral("ko"));
    program.window().resize(1360, 860);
    {
        Album album(program, folder, QStringLiteral("ko-light"));
        album.take(QStringLiteral("0-welcome"));
        program.act(QStringLiteral("sample"));
        album.take(QStringLiteral("0-new"));
    }
    program.createProject(argc > 2 ? QString::fromLocal8Bit(argv[2]) : test::sampleRoot(),
                          argc > 2 ? QDir(QString::fromLocal8Bit(argv[2])).dirName() : QStringLiteral("총무관리 시스템"),
                          program.path(QStringLiteral("shots.naru")));
    Album(program, folder, QStringLiteral("ko-light")).take(QStringLiteral("1-overview-fresh"));
    for (int step = 0; step < gui::kSteps; ++step)
        std::printf("%s needs %d x %d\n", qPrintable(program.window().page(static_cast<Step>(step))->objectName()),
                    program.window().page(static_cast<Step>(step))->minimumSizeHint().width(),
                    program.window().page(static_cast<Step>(step))->minimumSizeHint().height());
    prepare(program);
    if (part != kParts.end() && part->step == Step::Diagnosis)
        prepareDiagnosis(program);
    for (const QSize size : {QSize(1360, 860), QSize(900, 640), QSize(1920, 1080)})
        for (const char* language : {"Ko", "En"})
            for (const char* theme : {"Light", "Dark"}) {
                program.act(QStringLiteral("language") + QString::fromLatin1(language));
                program.act(QStringLiteral("theme") + QString::fromLatin1(theme));
                program.window().resize(size);
                Album album(program, folder,
                            QStringLiteral("%1-%2-%3")
                                .arg(QString::fromLatin1(language).toLower(), QString::fromLatin1(theme).toLower())
                                .arg(size.width()));
                if (part != kParts.end()) {
                    program.window().goTo(part->step);
                    part->take(program, album);
                    continue;
                }
                takeAll(program, album);
                if (quick)
                    return 0;
            }
    return 0;
}
