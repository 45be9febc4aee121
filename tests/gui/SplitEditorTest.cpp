// The editor of the split: what a person does to it is one edit each, can be undone, and survives what comes after.

#include "app/gui/models/TableModel.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/MessageBar.h"
#include "app/gui/widgets/TableView.h"
#include "core/base/Files.h"
#include "core/model/PartitionJson.h"
#include "tests/gui/SplitFixture.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTreeWidget>

#include <algorithm>

namespace naru::test {
namespace {

using gui::Step;

using SplitEditor = SplitFixture;

TEST_F(SplitEditor, AContextIsDividedByProposalAndMadeWholeAgain)
{
    const auto largest = std::ranges::max_element(alternative().contexts, {}, [](const core::Context& c) { return c.members.size(); });
    const std::string id = largest->id;
    const std::size_t contexts = alternative().contexts.size();
    const std::size_t members = largest->members.size();
    page().showContext(QString::fromStdString(id));
    program().click(QStringLiteral("divideContext"));
    program().settle();
    auto* tree = program().find<QTreeWidget>(QStringLiteral("partsTree"));
    ASSERT_TRUE(tree->isVisible());
    ASSERT_GE(tree->topLevelItemCount(), 2);
    const auto parts = static_cast<std::size_t>(tree->topLevelItemCount());
    tree->topLevelItem(1)->setText(0, QStringLiteral("새 이름"));
    program().click(QStringLiteral("acceptParts"));
    program().settle();
    EXPECT_EQ(alternative().contexts.size(), contexts + parts - 1);
    ASSERT_NE(context(id), nullptr);
    EXPECT_LT(context(id)->members.size(), members);
    EXPECT_TRUE(std::ranges::any_of(alternative().contexts, [](const core::Context& c) { return c.name == "새 이름"; }));
    undo();
    EXPECT_EQ(alternative().contexts.size(), contexts);
    EXPECT_EQ(context(id)->members.size(), members);
}

TEST_F(SplitEditor, AMovedMemberMovesAgainAfterItsContextWasDivided)
{
    const auto largest = std::ranges::max_element(alternative().contexts, {}, [](const core::Context& c) { return c.members.size(); });
    const std::string id = largest->id;
    const auto other =
        std::ranges::find_if(alternative().contexts, [&](const core::Context& c) { return c.id != id && c.members.size() > 3; });
    const std::string member = other->members.front().id;
    page().moveMembers({member}, id);
    program().settle();
    ASSERT_EQ(placeOf(member), id);
    gui::PartsPanel::ContextParts parts(2);
    parts[0].name = context(id)->name;
    parts[1].name = "apart";
    parts[1].members = {{member, core::MemberRole::Class, member}};
    page().acceptParts(QString::fromStdString(id), parts);
    program().settle();
    EXPECT_NE(placeOf(member), id);
    EXPECT_EQ(context(placeOf(member))->name, "apart");
    undo();
    EXPECT_EQ(placeOf(member), id);
    undo();
}

TEST_F(SplitEditor, APinnedMemberTakesItsPinAlong)
{
    const core::Context& home = alternative().contexts.front();
    const std::string to = alternative().contexts.back().id;
    const std::string member = home.members.front().id;
    program().document().decide("pin", member, home.id, "gui.edit.pin");
    program().settle();
    page().moveMembers({member}, to);
    program().settle();
    EXPECT_EQ(placeOf(member), to);
    EXPECT_NE(std::ranges::find(alternative().pinned, member), alternative().pinned.end());
    undo();
    undo();
}

TEST_F(SplitEditor, ADisputeKeepsItsNameAndReasonAndStandsInTheHistory)
{
    const std::string id = alternative().contexts.front().id;
    page().showContext(QString::fromStdString(id));
    auto* note = program().find<QLineEdit>(QStringLiteral("contextNote"));
    note->setText(QStringLiteral("공통코드와 나누어야 함"));
    program().click(QStringLiteral("disputeContext"));
    program().settle();
    EXPECT_EQ(context(id)->review, "disputed");
    EXPECT_EQ(context(id)->reviewer, "홍길동");
    EXPECT_EQ(context(id)->note, "공통코드와 나누어야 함");
    EXPECT_TRUE(program().find<QLabel>(QStringLiteral("reviewState"))->text().contains(QStringLiteral("홍길동")));
    auto* history = program().find<gui::TableView>(QStringLiteral("historyTable"));
    bool found = false;
    for (int row = 0; row < history->model()->rowCount(); ++row)
        found = found || history->model()->index(row, 4).data().toString().contains(QStringLiteral("공통코드와 나누어야 함"));
    EXPECT_TRUE(found);
    undo();
}

TEST_F(SplitEditor, DraggingSaysWhatWouldChangeAndChangesNothing)
{
    const std::string home = alternative().contexts[0].id;
    const auto found = std::ranges::find(alternative().contexts[0].members, core::MemberRole::Class, &core::PartitionMember::role);
    ASSERT_NE(found, alternative().contexts[0].members.end());
    const std::string member = found->id;
    auto* line = program().find<QLabel>(QStringLiteral("dragLine"));
    emit page().map().dragging(QString::fromStdString(member), QString::fromStdString(alternative().contexts[1].id));
    EXPECT_FALSE(line->isHidden());
    EXPECT_TRUE(line->text().contains(QString::fromStdString(alternative().contexts[1].name)));
    emit page().map().dragging(QString::fromStdString(member), QString());
    EXPECT_TRUE(line->isHidden());
    EXPECT_EQ(placeOf(member), home);
}

TEST_F(SplitEditor, MembersBecomeAContextByTheKeyboard)
{
    auto* tabs = program().find<QTabWidget>(QStringLiteral("splitTabs"));
    tabs->setCurrentIndex(1);
    auto* table = program().find<gui::TableView>(QStringLiteral("membersTable"));
    table->selectRow(0);
    const std::string member = table->model()->index(0, 0).data(gui::IdRole).toString().toStdString();
    program().dialogs.text = QStringLiteral("새 서비스");
    QTest::keyClick(table, Qt::Key_N);
    program().settle();
    ASSERT_NE(context(placeOf(member)), nullptr);
    EXPECT_EQ(context(placeOf(member))->name, "새 서비스");
    undo();
    tabs->setCurrentIndex(0);
}

TEST_F(SplitEditor, FindingOnTheMapOpensTheContextOfAMember)
{
    const core::Context& last = alternative().contexts.back();
    const QString name = QString::fromStdString(last.members.back().name).section(QLatin1Char('.'), -1).section(QLatin1Char('/'), -1);
    auto* find = program().find<QLineEdit>(QStringLiteral("findOnMap"));
    find->setText(name);
    QTest::keyClick(find, Qt::Key_Return);
    EXPECT_TRUE(std::ranges::any_of(alternative().contexts, [&](const core::Context& c) { return page().map().isOpen(c.id); }));
    for (const core::Context& one : alternative().contexts)
        page().map().setOpen(one.id, false);
}

TEST_F(SplitEditor, EveryFormatIsExported)
{
    for (const char* ending : {"png", "svg", "cml", "puml", "dsl", "graphml", "csv", "json"}) {
        const QString file = program().path(QStringLiteral("map.") + QString::fromLatin1(ending));
        program().dialogs.file = file;
        program().find<QAction>(QStringLiteral("exportSplit_") + QString::fromLatin1(ending))->trigger();
        QFile written(file);
        ASSERT_TRUE(written.open(QIODevice::ReadOnly)) << ending;
        EXPECT_GT(written.size(), 500) << ending;
    }
    EXPECT_FALSE(QImage(program().path(QStringLiteral("map.png"))).isNull());
}

TEST_F(SplitEditor, AnImportedSplitIsComparedTakenAndEdited)
{
    nlohmann::json members = core::membershipJson(alternative());
    const std::string moved = alternative().contexts[0].members[0].id;
    members[moved] = alternative().contexts[1].id;
    members["class:not.there"] = "x";
    const QString file = program().path(QStringLiteral("expert.json"));
    ASSERT_TRUE(core::writeFile(file.toStdString(), members.dump()));
    const std::string before = alternative().id;
    program().dialogs.file = file;
    program().click(QStringLiteral("importSplit"));
    program().settle();
    EXPECT_EQ(alternative().id, "imported:expert");
    EXPECT_TRUE(program().find<gui::MessageBar>(QStringLiteral("messageBar"))->text().contains(QStringLiteral("not.there")));
    auto* with = program().find<QComboBox>(QStringLiteral("compareWith"));
    with->setCurrentIndex(with->findData(QString::fromStdString(before)));
    emit with->activated(with->currentIndex());
    auto* moves = program().find<gui::TableView>(QStringLiteral("differencesTable"));
    EXPECT_GE(moves->model()->rowCount(), 1);
    EXPECT_GT(program().find<gui::TableView>(QStringLiteral("compareFiguresTable"))->model()->rowCount(), 4);
    EXPECT_GT(program().find<gui::TableView>(QStringLiteral("compareContextsTable"))->model()->rowCount(), 3);
    program().click(QStringLiteral("takeAlternative"));
    program().settle();
    EXPECT_EQ(alternative().id, before);
    undo();
    undo();
    EXPECT_EQ(alternative().id, before);
    EXPECT_TRUE(std::ranges::none_of(program().document().results().split->alternatives,
                                     [](const core::Alternative& one) { return one.level == "imported"; }));
}

TEST_F(SplitEditor, MembersAreMarkedSharedAndUnusedByTheKeyboard)
{
    auto* tabs = program().find<QTabWidget>(QStringLiteral("splitTabs"));
    tabs->setCurrentIndex(1);
    auto* table = program().find<gui::TableView>(QStringLiteral("membersTable"));
    const std::string member = alternative().contexts[0].members[0].id;
    const auto choose = [&] {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data(gui::IdRole).toString().toStdString() == member)
                table->selectRow(row);
    };
    const auto isIn = [&](const std::vector<core::PartitionMember>& list) {
        return std::ranges::find(list, member, &core::PartitionMember::id) != list.end();
    };
    choose();
    QTest::keyClick(table, Qt::Key_S);
    program().settle();
    EXPECT_TRUE(isIn(alternative().shared));
    undo();
    choose();
    QTest::keyClick(table, Qt::Key_U);
    program().settle();
    EXPECT_TRUE(isIn(alternative().unused));
    undo();
    choose();
    QTest::keyClick(table, Qt::Key_P);
    program().settle();
    EXPECT_NE(std::ranges::find(alternative().pinned, member), alternative().pinned.end());
    program().act(QStringLiteral("undo"));
    program().act(QStringLiteral("redo"));
    program().settle();
    EXPECT_NE(std::ranges::find(alternative().pinned, member), alternative().pinned.end());
    undo();
    EXPECT_FALSE(placeOf(member).empty());
    tabs->setCurrentIndex(0);
}

TEST_F(SplitEditor, EditsSurviveANewAnalysisAndANewClustering)
{
    const std::string from = alternative().contexts[0].id;
    const std::string to = alternative().contexts[1].id;
    const std::string member = alternative().contexts[0].members[0].id;
    page().moveMembers({member}, to);
    program().settle();
    program().dialogs.text = QStringLiteral("사람이 지은 이름");
    page().renameContext(QString::fromStdString(to));
    program().settle();
    program().act(QStringLiteral("analyze"));
    program().settle();
    program().act(QStringLiteral("split"));
    program().settle();
    EXPECT_EQ(placeOf(member), to);
    ASSERT_NE(context(to), nullptr);
    EXPECT_EQ(context(to)->name, "사람이 지은 이름");
    undo();
    undo();
    EXPECT_EQ(placeOf(member), from);
}

} // namespace
} // namespace naru::test
