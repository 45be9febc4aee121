// The map of the split and what belongs to it, by mouse and keyboard: dragging, the granularity slider, event storming, narrow windows.

#include "app/gui/models/TableModel.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/TableView.h"
#include "tests/gui/SplitFixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QTabWidget>

#include <array>

namespace naru::test {
namespace {

using gui::Step;
using SplitMapGestures = SplitFixture;

TEST_F(SplitMapGestures, TheSliderShowsACutAndChangesNothing)
{
    const std::string id = alternative().id;
    const std::string member = alternative().contexts[0].members[0].id;
    const std::string to = alternative().contexts[1].id;
    page().moveMembers({member}, to);
    program().settle();
    auto* slider = program().find<QSlider>(QStringLiteral("granularity"));
    auto* text = program().find<QLabel>(QStringLiteral("granularityText"));
    EXPECT_TRUE(text->isHidden());
    const int start = slider->value();
    slider->setFocus();
    for (int step = 0; step < 6; ++step)
        QTest::keyClick(slider, Qt::Key_Right);
    program().settle();
    EXPECT_EQ(slider->value(), start + 6);
    EXPECT_FALSE(text->isHidden());
    EXPECT_TRUE(program().find<QAbstractButton>(QStringLiteral("takeCut"))->isEnabled());
    EXPECT_FALSE(program().find<QWidget>(QStringLiteral("contextsTable"))->isEnabled());
    EXPECT_EQ(alternative().id, id);
    EXPECT_EQ(placeOf(member), to);
    QTest::keyClick(slider, Qt::Key_Escape);
    EXPECT_EQ(slider->value(), start);
    EXPECT_TRUE(text->isHidden());
    EXPECT_TRUE(program().find<QWidget>(QStringLiteral("contextsTable"))->isEnabled());
    EXPECT_EQ(program().document().undo().undoText(), program().environment().language.text("gui.edit.move"));
    undo();
}

TEST_F(SplitMapGestures, ACutIsTakenKeepsEditsAndIsUndone)
{
    const std::string id = alternative().id;
    const std::size_t alternatives = program().document().results().split->alternatives.size();
    const std::string renamed = alternative().contexts[0].id;
    program().dialogs.text = QStringLiteral("내가 지은 이름");
    page().renameContext(QString::fromStdString(renamed));
    program().settle();
    auto* slider = program().find<QSlider>(QStringLiteral("granularity"));
    slider->setValue(slider->maximum());
    program().settle();
    const auto fine = program().find<QLabel>(QStringLiteral("granularityText"))->text();
    QTest::keyClick(slider, Qt::Key_Return);
    program().settle();
    EXPECT_TRUE(alternative().id.starts_with("cut:")) << alternative().id;
    EXPECT_TRUE(fine.startsWith(QString::number(alternative().contexts.size()))) << fine.toStdString();
    EXPECT_EQ(program().document().results().split->alternatives.size(), alternatives + 1);
    if (context(renamed)) {
        EXPECT_EQ(context(renamed)->name, "내가 지은 이름");
    }
    // A new analysis and a new proposal keep the cut that was taken.
    const std::size_t contexts = alternative().contexts.size();
    program().act(QStringLiteral("split"));
    program().settle();
    EXPECT_TRUE(alternative().id.starts_with("cut:"));
    EXPECT_EQ(alternative().contexts.size(), contexts);
    undo();
    EXPECT_EQ(alternative().id, id);
    EXPECT_EQ(program().document().results().split->alternatives.size(), alternatives);
    EXPECT_EQ(context(renamed)->name, "내가 지은 이름");
    undo();
}

TEST_F(SplitMapGestures, AnAreaIsDraggedByTheMouseAndFoundThereAgain)
{
    auto& map = page().map();
    map.fit();
    const std::string id = alternative().contexts[0].id;
    const QPointF before = map.placeOf(id);
    const QPoint from = map.viewPositionOf(id);
    QTest::mousePress(map.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(map.viewport(), from + QPoint(0, -30));
    QTest::mouseMove(map.viewport(), QPoint(from.x(), -map.height()));
    QTest::mouseRelease(map.viewport(), Qt::LeftButton, {}, QPoint(from.x(), -map.height()));
    program().settle();
    const QPointF after = map.placeOf(id);
    EXPECT_LT(after.y(), before.y() - 50);
    program().window().goTo(Step::Cost);
    program().window().goTo(Step::Split);
    program().settle();
    EXPECT_LT((map.placeOf(id) - after).manhattanLength(), 3);
    undo();
    EXPECT_LT((map.placeOf(id) - before).manhattanLength(), 3);
}

TEST_F(SplitMapGestures, OpeningAContextLeavesTheOthersWhereTheyWereOnceItIsClosed)
{
    auto& map = page().map();
    std::vector<QPointF> before;
    for (const core::Context& one : alternative().contexts)
        before.push_back(map.placeOf(one.id));
    map.setOpen(alternative().contexts[0].id, true);
    map.setOpen(alternative().contexts[0].id, false);
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_LT((map.placeOf(alternative().contexts[i].id) - before[i]).manhattanLength(), 3) << i;
}

TEST_F(SplitMapGestures, AMemberIsDraggedByTheMouseToAnotherContext)
{
    auto& map = page().map();
    const std::string from = alternative().contexts[0].id;
    const std::string to = alternative().contexts[1].id;
    map.setOpen(from, true);
    map.fit();
    const std::string member = alternative().contexts[0].members[0].id;
    const QPoint start = map.viewPositionOfMember(from, member);
    const QPoint end = map.viewPositionOf(to);
    auto* line = program().find<QLabel>(QStringLiteral("dragLine"));
    QTest::mousePress(map.viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(map.viewport(), (start + end) / 2);
    QTest::mouseMove(map.viewport(), end);
    EXPECT_FALSE(line->isHidden());
    QTest::mouseRelease(map.viewport(), Qt::LeftButton, {}, end);
    program().settle();
    EXPECT_TRUE(line->isHidden());
    EXPECT_EQ(placeOf(member), to);
    map.setOpen(from, false);
    undo();
    EXPECT_EQ(placeOf(member), from);
}

TEST_F(SplitMapGestures, AContextDraggedOntoAnotherSaysWhatWouldChangeAndMerges)
{
    auto& map = page().map();
    map.fit();
    const std::size_t contexts = alternative().contexts.size();
    const std::string from = alternative().contexts[0].id;
    const std::string into = alternative().contexts[1].id;
    const QPoint start = map.viewPositionOf(from);
    const QPoint end = map.viewPositionOf(into);
    auto* line = program().find<QLabel>(QStringLiteral("dragLine"));
    QTest::mousePress(map.viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(map.viewport(), (start + end) / 2);
    QTest::mouseMove(map.viewport(), end);
    EXPECT_FALSE(line->isHidden());
    QTest::mouseRelease(map.viewport(), Qt::LeftButton, {}, end);
    program().settle();
    EXPECT_EQ(alternative().contexts.size(), contexts - 1);
    undo();
    EXPECT_EQ(alternative().contexts.size(), contexts);
}

TEST_F(SplitMapGestures, TheSixStepsOfEventStormingAreViewsOfTheSplit)
{
    auto* tabs = program().find<QTabWidget>(QStringLiteral("splitTabs"));
    tabs->setCurrentIndex(tabs->count() - 1);
    auto* step = program().find<QComboBox>(QStringLiteral("stormingStep"));
    auto* table = program().find<gui::TableView>(QStringLiteral("stormingTable"));
    ASSERT_EQ(step->count(), 6);
    std::size_t events = 0;
    std::size_t commands = 0;
    std::size_t triggers = 0;
    std::size_t aggregates = 0;
    for (const core::Context& one : alternative().contexts) {
        events += one.events.size();
        commands += one.commands.size();
        triggers += one.entryPoints.size();
        aggregates += one.aggregates.size();
    }
    const std::array expected{events, commands, triggers, aggregates, alternative().contexts.size(), alternative().relations.size()};
    for (int i = 0; i < step->count(); ++i) {
        step->setCurrentIndex(i);
        EXPECT_EQ(static_cast<std::size_t>(table->model()->rowCount()), expected[static_cast<std::size_t>(i)]) << i;
        EXPECT_GT(table->model()->rowCount(), 0) << i;
    }
    step->setCurrentIndex(0);
    tabs->setCurrentIndex(0);
}

TEST_F(SplitMapGestures, ThePageFitsIntoANarrowWindow)
{
    auto& window = program().window();
    window.resize(900, 640);
    program().settle();
    EXPECT_EQ(window.width(), 900);
    EXPECT_EQ(window.height(), 640);
    EXPECT_LE(page().minimumSizeHint().width(), 900 - 62 - 220);
    window.resize(1360, 860);
    program().settle();
}

} // namespace
} // namespace naru::test
