#include "app/gui/models/CodeTables.h"
#include "app/gui/models/CrudMatrix.h"
#include "app/gui/models/FindingsTree.h"
#include "app/gui/models/FunctionTable.h"
#include "app/gui/models/SplitTables.h"
#include "tests/gui/GuiTest.h"

#include <QAbstractItemModelTester>

namespace naru::test {
namespace {

using gui::TableFilter;

/// Everything the models of the window need, without a window.
class ModelsTest : public ::testing::Test {
protected:
    ModelsTest() : m_settings(m_folder.filePath(QStringLiteral("s.ini"))), m_language(resources())
    {
        m_theme.choose(QStringLiteral("light"));
        m_language.choose(QStringLiteral("en"));
    }
    gui::Environment& env() { return m_environment; }

private:
    QTemporaryDir m_folder;
    gui::Settings m_settings;
    gui::Theme m_theme;
    gui::Language m_language;
    gui::JobRunner m_jobs;
    FakeDialogs m_dialogs;
    gui::Environment m_environment{resources(), m_settings, m_language, m_theme, m_dialogs, m_jobs};
};

std::shared_ptr<core::CodeModel> smallCode()
{
    auto code = std::make_shared<core::CodeModel>();
    const auto id = [&](const char* text) { return code->intern(text); };
    const auto file = [&](const char* path) {
        core::SourceFile f;
        f.path = id(path);
        f.language = core::Language::Java;
        f.lines = 40;
        code->files.push_back(f);
        return core::FileId(code->files.size() - 1);
    };
    const core::FileId java = file("src/RoomController.java");
    core::Type type;
    type.name = id("app.RoomController");
    type.simple = id("RoomController");
    type.package = id("app");
    type.at = {java, 3};
    type.endLine = 40;
    code->types.push_back(type);
    for (const char* name : {"ROOM", "BOOKING", "AUDIT_LOG"}) {
        core::Table table;
        table.name = id(name);
        code->tables.push_back(table);
    }
    const auto statement = [&](const char* name, core::StatementKind kind, std::size_t table, core::AccessMode mode) {
        core::Statement s;
        s.id = id(name);
        s.kind = kind;
        s.accesses.push_back({core::TableId(table), mode, {java, 10}});
        code->statements.push_back(s);
    };
    statement("room.list", core::StatementKind::Select, 0, core::AccessMode::Read);
    statement("booking.add", core::StatementKind::Insert, 1, core::AccessMode::Write);
    statement("booking.cancel", core::StatementKind::Delete, 1, core::AccessMode::Write);
    core::EntryPoint entry;
    entry.id = id("POST /booking.do");
    entry.handlerName = id("app.RoomController.book");
    entry.at = {java, 12};
    code->entryPoints.push_back(entry);
    core::Transaction transaction;
    transaction.entry = core::EntryPointId(std::size_t{0});
    transaction.accesses = {{core::TableId(std::size_t{0}), core::AccessMode::Read, {}},
                            {core::TableId(std::size_t{1}), core::AccessMode::Write, {}}};
    transaction.statements = {core::StatementId(std::size_t{0}), core::StatementId(std::size_t{1}), core::StatementId(std::size_t{2})};
    code->transactions.push_back(transaction);
    core::View view;
    view.path = id("room/list.jsp");
    code->views.push_back(view);
    code->unresolved.push_back({core::UnresolvedReason::UnknownType, id("app.RoomController#book()"), id("Helper"), {java, 20}});
    code->diagnostics.push_back(
        {.severity = core::Severity::Warning, .code = "core.file.not-readable", .file = "a.java", .line = 1, .args = {}});
    return code;
}

core::PartitionMember classMember(const std::string& name)
{
    return {"class:" + name, core::MemberRole::Class, name};
}

core::Alternative smallSplit()
{
    core::Alternative a;
    a.id = "a1";
    core::Context room;
    room.id = "room";
    room.name = "Room";
    room.members = {classMember("app.Room"), classMember("app.RoomService"), {"table:ROOM", core::MemberRole::Table, "ROOM"}};
    room.owns = {"ROOM"};
    core::Context staff;
    staff.id = "staff";
    staff.name = "Staff";
    staff.members = {classMember("app.Staff"), classMember("app.StaffService")};
    a.contexts = {room, staff};
    a.shared = {classMember("app.Log")};
    a.interfaces = {{"room", "staff", core::InterfaceKind::Call, {{"class:app.Room", "class:app.Staff", 3, "Room.java", 7}}, {}}};
    a.distributedTransactions = {{"POST /x", {"room", "staff"}, {"ROOM", "STAFF"}, {}}};
    a.sharedTables = {{"STAFF", "staff", {"room"}, {"staff"}, {}}};
    a.why["class:app.Room"] = {.context = "room",
                               .nextBest = "staff",
                               .confidence = 0.55,
                               .toward = {{"calls", "class:app.RoomService", 0.6, {}}},
                               .towardNext = {{"data", "class:app.Staff", 0.4, {}}}};
    return a;
}

TEST_F(ModelsTest, CodeTablesKeepTheRulesOfModels)
{
    const auto code = smallCode();
    const std::pair<gui::CodeTable*, std::size_t> tables[] = {{gui::makeTypesTable(env().language), code->types.size()},
                                                              {gui::makeTablesTable(env().language), code->tables.size()},
                                                              {gui::makeEntryPointsTable(env().language), code->entryPoints.size()},
                                                              {gui::makeViewsTable(env().language), code->views.size()},
                                                              {gui::makeUnresolvedTable(env().language), code->unresolved.size()},
                                                              {gui::makeDiagnosticsTable(env().language), code->diagnostics.size()}};
    for (const auto& [table, count] : tables) {
        const std::unique_ptr<gui::CodeTable> owner(table);
        QAbstractItemModelTester tester(table, QAbstractItemModelTester::FailureReportingMode::Fatal);
        table->setRows(gui::allRows(*code, count));
        ASSERT_EQ(table->rowCount(), static_cast<int>(count));
        EXPECT_FALSE(table->index(0, 0).data().toString().isEmpty());
        EXPECT_FALSE(table->subject(0).empty());
        table->retranslate();
        table->setRows({});
        EXPECT_EQ(table->rowCount(), 0);
    }
}

TEST_F(ModelsTest, AViewAndAnEntryPointNameEachOther)
{
    const auto code = smallCode();
    ASSERT_FALSE(code->views.empty());
    core::View page;
    page.path = code->intern("web/src/Booking.tsx");
    page.kind = core::ViewKind::Html;
    page.file = code->views.front().file;
    const core::ViewId view(code->views.size());
    code->views.push_back(page);
    const core::Location at{code->views.front().file, 12};
    code->viewLinks.push_back({view, {}, core::EntryPointId(0U), code->intern("/booking.do"), at, core::Rule::Url});
    code->viewLinks.push_back({view, {}, core::EntryPointId(0U), code->intern("/booking.do"), at, core::Rule::Url});
    code->viewLinks.push_back({view, core::ViewId(0U), {}, code->intern("/room.jsp"), at, core::Rule::Url});
    code->viewLinks.push_back({view, {}, {}, code->intern("/gone.do"), at, core::Rule::Url});
    for (int i = 0; i < 40; ++i)
        code->viewLinks.push_back({core::ViewId(0U), {}, {}, code->intern("/gone" + std::to_string(i)), at, core::Rule::Url});
    const std::unique_ptr<gui::CodeTable> views(gui::makeViewsTable(env().language));
    views->setRows(gui::allRows(*code, code->views.size()));
    const auto row = static_cast<int>(view.value);
    EXPECT_EQ(views->index(row, 2).data().toString(), QStringLiteral("TSX"));
    using Facts = decltype(gui::Subject::facts);
    EXPECT_EQ(views->subject(row).facts, (Facts{{QStringLiteral("Kind"), QStringLiteral("TSX")},
                                                {QStringLiteral("Asks"), QStringLiteral("POST /booking.do")},
                                                {QStringLiteral("Includes or leads to"), QString::fromUtf8(code->text(code->views[0].path))},
                                                {QStringLiteral("Addresses that lead to nothing known"), QStringLiteral("/gone.do")}}));
    EXPECT_EQ(views->subject(row).evidence.size(), 5U); // the view itself and each link
    EXPECT_TRUE(views->subject(0).facts.back().second.endsWith(QStringLiteral("/gone29 and 10 more")));
    const gui::Subject entry = gui::describeEntryPoint(*code, 0);
    EXPECT_EQ(entry.facts.back(), std::pair(QStringLiteral("Asked by"), QStringLiteral("web/src/Booking.tsx")));
    EXPECT_EQ(entry.evidence.back().line, 12);
}

TEST_F(ModelsTest, AnEntryPointNamesAllItsTables)
{
    const auto code = smallCode();
    ASSERT_FALSE(code->transactions.empty());
    auto& accesses = code->transactions.front().accesses;
    accesses.clear();
    for (int i = 0; i < 40; ++i) {
        core::Table table;
        table.name = code->intern("T" + std::to_string(i));
        accesses.emplace_back().table = core::TableId(code->tables.size());
        code->tables.push_back(table);
    }
    const gui::Subject entry = gui::describeEntryPoint(*code, code->transactions.front().entry.value);
    EXPECT_TRUE(std::ranges::any_of(entry.facts, [](const auto& fact) { return fact.second.endsWith(QStringLiteral("T38, T39")); }));
}

TEST_F(ModelsTest, TheMatrixSaysWhatHappensToEachTable)
{
    gui::CrudMatrix matrix;
    QAbstractItemModelTester tester(&matrix, QAbstractItemModelTester::FailureReportingMode::Fatal);
    matrix.setCode(smallCode());
    ASSERT_EQ(matrix.rowCount(), 1);
    ASSERT_EQ(matrix.columnCount(), 3); // the entry point, ROOM and BOOKING; AUDIT_LOG is touched by nobody
    EXPECT_EQ(matrix.index(0, 0).data().toString(), QStringLiteral("POST /booking.do"));
    EXPECT_EQ(matrix.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("ROOM"));
    EXPECT_EQ(matrix.index(0, 1).data().toString(), QStringLiteral("R"));
    EXPECT_EQ(matrix.index(0, 2).data().toString(), QStringLiteral("CD"));
    matrix.setCode(nullptr);
    EXPECT_EQ(matrix.columnCount(), 0);
}

TEST_F(ModelsTest, AFilterFindsWordsInAnyColumnAndSortsNumbersAsNumbers)
{
    auto code = smallCode();
    core::Type longer = code->types.front();
    longer.name = code->intern("app.Zebra");
    longer.simple = code->intern("Zebra");
    longer.endLine = 900;
    code->types.push_back(longer);
    const std::unique_ptr<gui::CodeTable> table(gui::makeTypesTable(env().language));
    TableFilter filter;
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setSourceModel(table.get());
    table->setRows(gui::allRows(*code, code->types.size()));
    filter.sort(3, Qt::DescendingOrder);
    EXPECT_EQ(filter.index(0, 0).data().toString(), QStringLiteral("Zebra"));
    filter.sort(3, Qt::AscendingOrder);
    EXPECT_EQ(filter.index(0, 0).data().toString(), QStringLiteral("RoomController"));
    filter.setWords(QStringLiteral("zeb app"));
    ASSERT_EQ(filter.rowCount(), 1);
    EXPECT_EQ(filter.index(0, 0).data().toString(), QStringLiteral("Zebra"));
    filter.setWords(QStringLiteral("nothing"));
    EXPECT_EQ(filter.rowCount(), 0);
}

TEST_F(ModelsTest, FindingsAreGroupedByWhatOneRepairTakesAway)
{
    core::AuditReport report;
    const auto finding = [](const char* file, int line, const char* cause, core::Risk risk, int factor) {
        core::Finding f;
        f.rule = "r";
        f.file = file;
        f.line = line;
        f.rootCause = cause;
        f.risk = risk;
        f.factor = factor;
        f.message = {.ko = "로그 파일", .en = "Log file"};
        return f;
    };
    report.findings = {finding("A.java", 1, "log", core::Risk::Low, 11), finding("B.java", 2, "log", core::Risk::Low, 11),
                       finding("A.java", 9, "session", core::Risk::High, 6)};
    report.findings.push_back(finding("C.java", 3, "log", core::Risk::Low, 11));
    report.findings.back().suppressed = true;
    report.findings[0].quote = "/*";
    report.findings[1].quote = "new FileWriter(log)";
    gui::FindingsTree tree(env());
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tree.setReport(report, gui::FindingsTree::Grouping::RootCause);
    ASSERT_EQ(tree.rowCount(), 2);
    EXPECT_EQ(tree.rowCount(tree.index(0, 0)), 1); // the higher risk first
    EXPECT_EQ(tree.rowCount(tree.index(1, 0)), 2); // the suppressed one is not shown
    EXPECT_EQ(tree.subject(tree.index(1, 0)).evidence.size(), 2u);
    EXPECT_EQ(tree.index(0, 0, tree.index(1, 0)).data().toString(), env().language.text(report.findings[0].message)); // signs alone say nothing
    EXPECT_EQ(tree.index(1, 0, tree.index(1, 0)).data().toString(), QStringLiteral("new FileWriter(log)"));
    EXPECT_EQ(tree.index(1, 0, tree.index(1, 0)).data(gui::FileRole).toString(), QStringLiteral("B.java"));
    tree.setReport(report, gui::FindingsTree::Grouping::File);
    EXPECT_EQ(tree.rowCount(), 2);
    tree.setReport(report, gui::FindingsTree::Grouping::Factor);
    EXPECT_EQ(tree.rowCount(), 2);
    tree.setReport(report, gui::FindingsTree::Grouping::Risk);
    EXPECT_EQ(tree.rowCount(), 2);
}

TEST_F(ModelsTest, SplitTablesShowTheSameAsTheMap)
{
    const core::Alternative a = smallSplit();
    const auto members = gui::memberRows(a);
    ASSERT_EQ(members.size(), 6u);
    EXPECT_EQ(members.front().nextBest, QStringLiteral("Staff"));
    EXPECT_EQ(members.back().context, "");
    const auto fence = gui::reviewRows(a);
    ASSERT_EQ(fence.size(), 1u);
    EXPECT_EQ(fence.front().member.id, "class:app.Room");
    const std::unique_ptr<gui::RowsModel<gui::MemberRow>> table(gui::makeMembersTable(env().language));
    QAbstractItemModelTester tester(table.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    table->setRows(members);
    EXPECT_EQ(table->subject(0).evidence.size(), 2u);
    EXPECT_EQ(gui::interfaceRows(a).front().calls, 3);
    EXPECT_EQ(gui::transactionRows(a).front().contexts, QStringLiteral("Room → Staff"));
    EXPECT_EQ(gui::sharedTableRows(a).front().owner, QStringLiteral("Staff"));
    EXPECT_EQ(gui::describe(a.contexts.front(), a, env().language).evidence.size(), 1u);
}

TEST_F(ModelsTest, TwoAlternativesDifferInWhatMoves)
{
    const core::Alternative here = smallSplit();
    core::Alternative there = here;
    EXPECT_TRUE(gui::differenceRows(here, there).empty());
    // Another name for the same context is no difference; a member that stands elsewhere is.
    there.contexts[1].id = "people";
    there.contexts[1].members.push_back(there.contexts[0].members.back());
    there.contexts[0].members.pop_back();
    const auto rows = gui::differenceRows(here, there);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().member.id, "table:ROOM");
    EXPECT_EQ(rows.front().here, QStringLiteral("Room"));
}

TEST_F(ModelsTest, FunctionsAreShownExactly)
{
    core::CountedFunction f;
    f.id = "x";
    f.name = "회의실 예약";
    f.fp = "1234.5";
    f.evidence = {{.kind = "code", .file = "a.java", .line = 4, .text = "t", .source = {}}};
    const std::unique_ptr<gui::RowsModel<core::CountedFunction>> table(gui::makeFunctionTable(env()));
    QAbstractItemModelTester tester(table.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    table->setRows({f});
    EXPECT_EQ(table->index(0, 5).data().toString(), QStringLiteral("1,234.5"));
    EXPECT_EQ(table->index(0, 0).data(gui::LineRole).toInt(), 4);
}

TEST_F(ModelsTest, AmountsOfAnyLengthAreGrouped)
{
    EXPECT_EQ(gui::Language::grouped("0"), QStringLiteral("0"));
    EXPECT_EQ(gui::Language::grouped("999"), QStringLiteral("999"));
    EXPECT_EQ(gui::Language::grouped("123456789012345678901234567890"), QStringLiteral("123,456,789,012,345,678,901,234,567,890"));
    EXPECT_EQ(gui::Language::grouped("-1234.567"), QStringLiteral("-1,234.567"));
}

TEST_F(ModelsTest, AJobGivesItsResultBackInTheThreadOfTheWindow)
{
    gui::JobRunner jobs;
    QThread* const window = QThread::currentThread();
    QThread* worker = nullptr;
    QThread* completion = nullptr;
    int answer = 0;
    jobs.start<int>(
        QStringLiteral("a"),
        [&](core::Job&) -> core::Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        [&](core::Result<int> result) {
            completion = QThread::currentThread();
            answer = *result;
        });
    EXPECT_TRUE(QTest::qWaitFor([&] { return answer != 0; }));
    EXPECT_NE(worker, window);
    EXPECT_EQ(completion, window);
    EXPECT_EQ(answer, 42);
}

TEST_F(ModelsTest, StoppingJobsDropsTheirResults)
{
    gui::JobRunner jobs;
    bool arrived = false;
    std::atomic<bool> running = false;
    jobs.start<int>(
        QStringLiteral("a"),
        [&](core::Job& job) -> core::Result<int> {
            running = true;
            while (!job.cancelled())
                QThread::msleep(1);
            return 1;
        },
        [&](const core::Result<int>&) { arrived = true; });
    EXPECT_TRUE(QTest::qWaitFor([&] { return running.load(); }));
    jobs.stop();
    QTest::qWait(20);
    EXPECT_FALSE(arrived);
    EXPECT_FALSE(jobs.busy());
}

} // namespace
} // namespace naru::test
