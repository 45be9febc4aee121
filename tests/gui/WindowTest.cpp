#include "tests/gui/GuiTest.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/Inspector.h"
#include "app/gui/widgets/MessageBar.h"
#include "app/gui/widgets/PageView.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/widgets/SourceView.h"
#include "app/gui/widgets/TableView.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>

namespace naru::test {
namespace {

using gui::Step;

/// One project over the sample for all tests of this file: the analysis is made once.
class WindowTest : public ::testing::Test {
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

const core::Context* contextOf(const core::Alternative& alternative, const std::string& member)
{
    for (const core::Context& context : alternative.contexts)
        for (const core::PartitionMember& one : context.members)
            if (one.id == member)
                return &context;
    return nullptr;
}

TEST_F(WindowTest, AnalysisOfTheSampleFillsEveryStage)
{
    ASSERT_NE(results().code, nullptr);
    EXPECT_GT(results().code->types.size(), 100u);
    EXPECT_GT(results().code->tables.size(), 30u);
    ASSERT_TRUE(results().split != nullptr);
    EXPECT_GT(alternative().contexts.size(), 3u);
    ASSERT_TRUE(results().count.has_value());
    EXPECT_FALSE(results().count->functions.empty());
    EXPECT_EQ(program().find<gui::MessageBar>(QStringLiteral("messageBar"))->text(), QString());
    EXPECT_TRUE(program().window().windowTitle().contains(QStringLiteral("총무관리 시스템")));
}

TEST_F(WindowTest, EveryPageCanBeVisitedByItsShortcutAction)
{
    auto* rail = program().find<gui::Rail>(QStringLiteral("rail"));
    for (int step = 0; step < gui::kSteps; ++step) {
        program().act(QStringLiteral("go%1").arg(step + 1));
        program().settle();
        EXPECT_TRUE(program().window().page(static_cast<Step>(step))->isVisible()) << step;
        EXPECT_EQ(rail->currentRow(), step);
    }
}

TEST_F(WindowTest, AnsweringTenItemsGivesAVerdictAndUndoTakesItBack)
{
    program().window().goTo(Step::Diagnosis);
    auto* verdict = program().find<QLabel>(QStringLiteral("verdictText"));
    for (int item = 1; item <= 10; ++item) {
        auto* button = program().find<QAbstractButton>(QStringLiteral("item%1%2").arg(item).arg(item <= 7 ? "Yes" : "No"));
        if (!button->isChecked())
            button->click();
        if (item == 5) {
            EXPECT_EQ(results().assessment->verdict, core::Verdict::Incomplete);
        }
    }
    ASSERT_TRUE(results().assessment.has_value());
    EXPECT_EQ(results().assessment->yes, 7);
    EXPECT_EQ(results().assessment->verdict, core::Verdict::Adopt);
    const QString adopted = verdict->text();
    EXPECT_FALSE(adopted.isEmpty());
    EXPECT_TRUE(program().document().dirty());

    program().act(QStringLiteral("undo"));
    EXPECT_EQ(results().assessment->verdict, core::Verdict::Incomplete);
    EXPECT_EQ(results().assessment->missing, std::vector<std::string>{"10"});
    EXPECT_NE(verdict->text(), adopted);
    program().act(QStringLiteral("redo"));
    EXPECT_EQ(verdict->text(), adopted);
}

TEST_F(WindowTest, KeysAnswerTheFocusedItem)
{
    program().window().goTo(Step::Diagnosis);
    auto* card = program().find<QWidget>(QStringLiteral("item2"));
    card->setFocus();
    QTest::keyClick(card, Qt::Key_U);
    const auto item = std::ranges::find(results().assessment->items, "2", &core::AssessedItem::id);
    ASSERT_NE(item, results().assessment->items.end());
    EXPECT_EQ(item->answer.value, core::Answer::Unknown);
    EXPECT_EQ(item->answer.who, "홍길동");
    QTest::keyClick(card, Qt::Key_Y);
    EXPECT_EQ(std::ranges::find(results().assessment->items, "2", &core::AssessedItem::id)->answer.value, core::Answer::Yes);
    EXPECT_FALSE(program().find<gui::Inspector>(QStringLiteral("inspector"))->subject().empty());
}

TEST_F(WindowTest, TheFilterShowsOnlyUnansweredItems)
{
    program().window().goTo(Step::Diagnosis);
    auto* card = program().find<QWidget>(QStringLiteral("item3"));
    auto* only = program().find<QCheckBox>(QStringLiteral("onlyUnanswered"));
    auto* yes = program().find<QAbstractButton>(QStringLiteral("item3Yes"));
    if (!yes->isChecked())
        yes->click();
    only->setChecked(true);
    EXPECT_TRUE(card->isHidden());
    only->setChecked(false);
    EXPECT_FALSE(card->isHidden());
}

TEST_F(WindowTest, ATableRowJumpsToItsSourceAndCopiesAsATable)
{
    program().window().goTo(Step::Code);
    auto* types = program().find<gui::TableView>(QStringLiteral("typesTable"));
    types->setCurrentIndex(types->model()->index(0, 0));
    QTest::keyClick(types, Qt::Key_Return);
    auto* source = program().find<gui::SourceView>(QStringLiteral("sourceView"));
    EXPECT_FALSE(source->isHidden());
    EXPECT_FALSE(source->text().toPlainText().isEmpty());
    EXPECT_TRUE(source->text().isReadOnly());
    EXPECT_FALSE(source->text().marks().empty());
    QTest::keyClick(types, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    EXPECT_EQ(copied.count(QLatin1Char('\n')), 1);
    EXPECT_TRUE(copied.startsWith(types->model()->headerData(0, Qt::Horizontal).toString() + QLatin1Char('\t')));
    program().click(QStringLiteral("sourceClose"));
    EXPECT_TRUE(source->isHidden());
}

TEST_F(WindowTest, FilteringATableKeepsOnlyWhatMatches)
{
    program().window().goTo(Step::Code);
    program().find<QTabWidget>(QStringLiteral("codeTabs"))->setCurrentIndex(1);
    auto* tables = program().find<gui::TableView>(QStringLiteral("tablesTable"));
    const int all = tables->model()->rowCount();
    const QString name = tables->model()->index(all / 2, 0).data().toString();
    auto* line = program().find<QLineEdit>(QStringLiteral("tablesTableFilter"));
    line->setText(name);
    EXPECT_LT(tables->model()->rowCount(), all);
    EXPECT_GE(tables->model()->rowCount(), 1);
    line->clear();
    EXPECT_EQ(tables->model()->rowCount(), all);
}

TEST_F(WindowTest, MovingAMemberByTheTableIsUndoneAndDoneAgain)
{
    program().window().goTo(Step::Split);
    auto* tabs = program().find<QTabWidget>(QStringLiteral("splitTabs"));
    tabs->setCurrentIndex(1);
    const core::Context& from = alternative().contexts.front();
    const std::string to = alternative().contexts.back().id;
    const auto found = std::ranges::find(from.members, core::MemberRole::Class, &core::PartitionMember::role);
    ASSERT_NE(found, from.members.end());
    const std::string member = found->id;
    const std::string home = from.id;

    auto* members = program().find<gui::TableView>(QStringLiteral("membersTable"));
    for (int row = 0; row < members->model()->rowCount(); ++row)
        if (members->model()->index(row, 0).data(gui::IdRole).toString().toStdString() == member)
            members->selectRow(row);
    auto* target = program().find<QComboBox>(QStringLiteral("membersTarget"));
    target->setCurrentIndex(target->findData(QString::fromStdString(to)));
    program().click(QStringLiteral("membersMove"));
    program().settle();
    ASSERT_NE(contextOf(alternative(), member), nullptr);
    EXPECT_EQ(contextOf(alternative(), member)->id, to);
    program().act(QStringLiteral("undo"));
    program().settle();
    ASSERT_NE(contextOf(alternative(), member), nullptr);
    EXPECT_EQ(contextOf(alternative(), member)->id, home);
    program().act(QStringLiteral("redo"));
    program().settle();
    EXPECT_EQ(contextOf(alternative(), member)->id, to);
    program().act(QStringLiteral("undo"));
    program().settle();
}

TEST_F(WindowTest, DraggingOnTheMapMovesAMember)
{
    program().window().goTo(Step::Split);
    program().find<QTabWidget>(QStringLiteral("splitTabs"))->setCurrentIndex(0);
    auto& map = static_cast<gui::SplitPage*>(program().window().page(Step::Split))->map();
    const std::string home = alternative().contexts[0].id;
    const std::string to = alternative().contexts[1].id;
    const auto found = std::ranges::find(alternative().contexts[0].members, core::MemberRole::Class, &core::PartitionMember::role);
    ASSERT_NE(found, alternative().contexts[0].members.end());
    const std::string member = found->id;
    map.setOpen(home, true);
    map.fit();
    const QPoint start = map.viewPositionOfMember(home, member);
    const QPoint end = map.viewPositionOf(to);
    ASSERT_TRUE(map.viewport()->rect().contains(start));
    ASSERT_TRUE(map.viewport()->rect().contains(end));
    QTest::mousePress(map.viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(map.viewport(), (start + end) / 2);
    QTest::mouseMove(map.viewport(), end);
    QTest::mouseRelease(map.viewport(), Qt::LeftButton, {}, end);
    program().settle();
    ASSERT_NE(contextOf(alternative(), member), nullptr);
    EXPECT_EQ(contextOf(alternative(), member)->id, to);
    program().act(QStringLiteral("undo"));
    program().settle();
    EXPECT_EQ(contextOf(alternative(), member)->id, home);
    map.setOpen(home, false);
}

TEST_F(WindowTest, AContextIsRenamedReviewedAndMerged)
{
    program().window().goTo(Step::Split);
    const std::string id = alternative().contexts.front().id;
    const std::size_t count = alternative().contexts.size();
    const auto named = [&] {
        const auto at = std::ranges::find(alternative().contexts, id, &core::Context::id);
        return at == alternative().contexts.end() ? std::string() : at->name;
    };
    const std::string before = named();
    auto* contexts = program().find<gui::TableView>(QStringLiteral("contextsTable"));
    contexts->setCurrentIndex(contexts->model()->index(0, 0));
    program().dialogs.text = QStringLiteral("회의실 예약");
    program().click(QStringLiteral("renameContext"));
    program().settle();
    EXPECT_EQ(named(), "회의실 예약");
    program().click(QStringLiteral("agreeContext"));
    program().settle();
    EXPECT_EQ(std::ranges::find(alternative().contexts, id, &core::Context::id)->review, "agreed");
    static_cast<gui::SplitPage*>(program().window().page(Step::Split))
        ->mergeContexts(QString::fromStdString(alternative().contexts.back().id), QString::fromStdString(id));
    program().settle();
    EXPECT_EQ(alternative().contexts.size(), count - 1);
    for (int i = 0; i < 3; ++i)
        program().act(QStringLiteral("undo"));
    program().settle();
    EXPECT_EQ(alternative().contexts.size(), count);
    EXPECT_EQ(named(), before);
}

TEST_F(WindowTest, AnEditionAndAFactorChangeTheCost)
{
    program().window().goTo(Step::Cost);
    auto* edition = program().find<QComboBox>(QStringLiteral("edition"));
    ASSERT_GT(edition->count(), 2);
    edition->setCurrentIndex(1);
    emit edition->activated(1);
    program().settle();
    ASSERT_TRUE(results().estimate.has_value());
    const std::string first = results().estimate->total;
    auto* sheet = program().find<QTableWidget>(QStringLiteral("costSheet"));
    EXPECT_GT(sheet->rowCount(), 5);
    auto* security = program().find<QComboBox>(QStringLiteral("factor_security"));
    security->setCurrentIndex(security->count() - 1);
    emit security->activated(security->count() - 1);
    EXPECT_NE(results().estimate->total, first);
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(results().estimate->total, first);
}

TEST_F(WindowTest, ConfirmingFunctionsIsKept)
{
    program().window().goTo(Step::Cost);
    program().find<QTabWidget>(QStringLiteral("costTabs"))->setCurrentIndex(1);
    auto* functions = program().find<gui::TableView>(QStringLiteral("functionsTable"));
    functions->selectRow(0);
    const std::string id = functions->model()->index(0, 0).data(gui::IdRole).toString().toStdString();
    QTest::keyClick(functions, Qt::Key_C);
    const auto state = [&] { return std::ranges::find(results().count->functions, id, &core::CountedFunction::id)->state; };
    EXPECT_EQ(state(), core::FunctionState::Confirmed);
    program().act(QStringLiteral("undo"));
    EXPECT_EQ(state(), core::FunctionState::Proposed);
}

TEST_F(WindowTest, TheReportIsShownAsPagesAndExported)
{
    program().window().goTo(Step::Report);
    program().settle();
    EXPECT_GT(program().find<gui::PageView>(QStringLiteral("reportPreview"))->pages(), 0);
    const QString folder = program().path(QStringLiteral("out"));
    QDir().mkpath(folder);
    program().find<QLineEdit>(QStringLiteral("exportFolder"))->setText(folder);
    program().find<QCheckBox>(QStringLiteral("format_html"))->setChecked(true);
    program().find<QCheckBox>(QStringLiteral("format_pdf"))->setChecked(true);
    program().click(QStringLiteral("exportButton"));
    program().settle();
    const QStringList files = QDir(folder).entryList(QDir::Files);
    EXPECT_GE(files.filter(QStringLiteral(".html")).size(), 1);
    EXPECT_GE(files.filter(QStringLiteral(".pdf")).size(), 1);
    program().click(QStringLiteral("openExportFolder"));
    EXPECT_EQ(program().dialogs.openedOutside, QStringList{folder});
}

TEST_F(WindowTest, LanguageAndThemeChangeWhileRunning)
{
    program().window().goTo(Step::Overview);
    auto* next = program().find<QAbstractButton>(QStringLiteral("nextStepButton"));
    const QString english = next->text();
    program().act(QStringLiteral("languageKo"));
    EXPECT_NE(next->text(), english);
    EXPECT_EQ(gui::Rail::name(Step::Split), QStringLiteral("분할"));
    program().act(QStringLiteral("themeDark"));
    EXPECT_TRUE(program().environment().theme.dark());
    EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 80);
    for (int step = 0; step < gui::kSteps; ++step) {
        program().window().goTo(static_cast<Step>(step));
        program().settle();
    }
    program().act(QStringLiteral("themeLight"));
    program().act(QStringLiteral("languageEn"));
    program().window().goTo(Step::Overview);
    EXPECT_EQ(next->text(), english);
}

TEST_F(WindowTest, EveryControlHasANameForPeopleWhoHearTheScreen)
{
    for (int step = 0; step < gui::kSteps; ++step) {
        program().window().goTo(static_cast<Step>(step));
        program().settle();
        const QWidget* page = program().window().page(static_cast<Step>(step));
        for (const QWidget* widget : page->findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                                 qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTableView*>(widget);
            // Parts that Qt makes inside of its own widgets (scroll buttons, the line of a spin box) name themselves.
            if (!control || widget->objectName().startsWith(QLatin1StringView("qt_")) ||
                qobject_cast<const QAbstractSpinBox*>(widget->parent()) || qobject_cast<const QComboBox*>(widget->parent()) || widget->inherits("QToolButton") ||
                widget->inherits("QTableCornerButton") || qobject_cast<const QAbstractItemView*>(widget->parent()))
                continue;
            EXPECT_FALSE(widget->objectName().isEmpty()) << page->objectName().toStdString() << ": " << widget->metaObject()->className();
            EXPECT_FALSE(widget->accessibleName().isEmpty())
                << page->objectName().toStdString() << ": " << widget->objectName().toStdString();
        }
    }
}

TEST_F(WindowTest, SearchFindsATable)
{
    auto* search = program().find<QLineEdit>(QStringLiteral("searchBox"));
    const QString name = QString::fromStdString(std::string(results().code->text(results().code->tables.front().name)));
    search->setFocus();
    QTest::keyClicks(search, name);
    EXPECT_GT(program().find<QListWidget>(QStringLiteral("searchResults"))->count(), 0);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_TRUE(program().window().page(Step::Code)->isVisible());
    auto* tables = program().find<gui::TableView>(QStringLiteral("tablesTable"));
    EXPECT_EQ(tables->currentIndex().siblingAtColumn(0).data().toString(), name);
}

TEST_F(WindowTest, ReadsItsOwnProjectAgain)
{
    program().act(QStringLiteral("save"));
    EXPECT_FALSE(program().document().dirty());
    const auto contexts = alternative().contexts.size();
    const auto functions = results().count->functions.size();
    const QString file = program().document().file();
    program().act(QStringLiteral("close"));
    EXPECT_FALSE(program().document().isOpen());
    program().window().openProject(file);
    program().settle();
    ASSERT_TRUE(program().document().isOpen());
    EXPECT_EQ(alternative().contexts.size(), contexts);
    EXPECT_EQ(results().count->functions.size(), functions);
    EXPECT_FALSE(program().document().dirty());
}

} // namespace
} // namespace naru::test
