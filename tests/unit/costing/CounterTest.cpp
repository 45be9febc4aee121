#include "costing/Counter.h"

#include "core/model/FunctionPointCountJson.h"
#include "costing/FunctionNames.h"
#include "tests/unit/costing/RoomsSystem.h"

#include <map>

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using core::CountedFunction;
using core::FunctionPointCount;
using core::FunctionType;
using core::StatementKind;
using naru::test::CodeModelBuilder;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(Counter, TypesAfterWhatTheyDo)
{
    Rooms rooms;
    rooms.entry("GET", "/room/list.do", "RoomController.selectRoomList", {rooms.list, rooms.listCount, rooms.writeLog}, "회의실 목록");
    rooms.entry("POST", "/room/insert.do", "RoomController.insertRoom", {rooms.insert}, "회의실을 등록한다.");
    rooms.entry("POST", "/room/update.do", "RoomController.updateRoom", {rooms.update});
    rooms.entry("POST", "/rsv/insert.do", "RsvController.insertReservation", {rooms.reserve, rooms.reserveVisitor, rooms.findStaff});
    rooms.entry("GET", "/home.do", "HomeController.home", {});
    rooms.entry("GET", "/code.do", "CodeController.codes", {rooms.statement("Code.select", StatementKind::Select, {rooms.code})});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count), (std::map<std::string, std::string>{{"file:ROOM", "ILF"},
                                                                  {"file:RESERVATION", "ILF"},
                                                                  {"file:STAFF", "EIF"},
                                                                  {"process:GET /room/list.do", "EQ"},
                                                                  {"process:POST /room/insert.do", "EI"},
                                                                  {"process:POST /room/update.do", "EI"},
                                                                  {"process:POST /rsv/insert.do", "EI"}}));
    EXPECT_EQ(count.total, "36.3"); // 2 x 7.5 + 5.4 + 3.9 + 3 x 4
    EXPECT_THAT(count.byType, Contains(std::pair<std::string, std::string>("ILF", "15")));
    EXPECT_EQ(whyDropped(count, "COMTCCMMNCODE"), "costing.dropped.code");
    EXPECT_EQ(whyDropped(count, "ACCESS_LOG"), "costing.dropped.log");
    EXPECT_EQ(whyDropped(count, "GET /home.do"), "costing.dropped.no-data");
    EXPECT_EQ(whyDropped(count, "GET /code.do"), "costing.dropped.only-dropped-tables");
    for (const CountedFunction& function : count.functions) {
        ASSERT_FALSE(function.evidence.empty()) << function.id;
        EXPECT_EQ(function.evidence.front().file, "src/Web.java");
        EXPECT_GT(function.evidence.front().line, 0);
    }
}

TEST(Counter, NamesInKorean)
{
    Rooms rooms;
    rooms.entry("POST", "/room/insert.do", "RoomController.insertRoom", {rooms.insert}, "회의실을 등록한다.");
    rooms.entry("POST", "/room/update.do", "RoomController.updateRoom", {rooms.update});
    const auto count = counted(rooms);
    std::vector<std::string> names;
    for (const CountedFunction& function : count.functions)
        names.push_back(function.name);
    EXPECT_THAT(names, UnorderedElementsAre("회의실", "회의실 등록", "회의실 수정"));
    EXPECT_EQ(tidyTitle("회의실 목록을 조회한다."), "회의실 목록 조회");
    EXPECT_EQ(tidyTitle("회의실 상세(내부용) 조회를 한다."), "회의실 상세(내부용) 조회");
    EXPECT_EQ(tidyTitle("수원 고을"), "수원 고을");
    EXPECT_EQ(tidyTitle("List of rooms."), "List of rooms");
    EXPECT_EQ(tidyTitle(""), "");
}

TEST(Counter, ChildTablesBelongToTheirParent)
{
    Rooms rooms;
    rooms.entry("POST", "/rsv/insert.do", "RsvController.insertReservation", {rooms.reserve, rooms.reserveVisitor});
    const auto count = counted(rooms);
    ASSERT_EQ(count.functions.size(), 2U);
    EXPECT_THAT(count.functions[0].tables, ElementsAre("RESERVATION", "RESERVATION_VISITOR"));
    EXPECT_EQ(count.functions[0].ret, 2);
    EXPECT_EQ(count.functions[0].det, 6); // RSV_ID once
    EXPECT_THAT(count.functions[0].reasonKeys, Contains("costing.reason.grouped"));
    EXPECT_EQ(counted(rooms, {{"subgroups", "eachTable"}}).functions.size(), 3U);

    // As soon as visitors are written alone they have a life of their own.
    rooms.entry("POST", "/rsv/visitor.do", "RsvController.addVisitor", {rooms.reserveVisitor});
    EXPECT_EQ(counted(rooms).functions.size(), 4U);
}

TEST(Counter, FormsMergeWithWhatTheyShow)
{
    Rooms rooms;
    rooms.entry("GET", "/room/detail.do", "RoomController.selectRoomDetail", {rooms.detail});
    rooms.entry("GET", "/room/edit.do", "RoomController.updateRoomView", {rooms.detail});
    rooms.entry("POST", "/room/edit.do", "RoomController.updateRoom", {rooms.update});
    rooms.entry("GET", "/room/popup.do", "RoomController.selectRoomDetailPopup", {rooms.detail});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count), (std::map<std::string, std::string>{
                                  {"file:ROOM", "ILF"}, {"process:GET /room/detail.do", "EQ"}, {"process:POST /room/edit.do", "EI"}}));
    const auto detail = std::ranges::find(count.functions, "process:GET /room/detail.do", &CountedFunction::id);
    EXPECT_THAT(detail->entryPoints, UnorderedElementsAre("GET /room/detail.do", "GET /room/edit.do", "GET /room/popup.do"));
}

TEST(Counter, AFormThatAloneRetrievesIsAFunction)
{
    Rooms rooms;
    rooms.entry("GET", "/room/edit.do", "RoomController.updateRoomView", {rooms.detail});
    rooms.entry("POST", "/room/edit.do", "RoomController.updateRoom", {rooms.update});
    EXPECT_EQ(counted(rooms).functions.size(), 3U);
    EXPECT_EQ(counted(rooms, {{"formDisplay", "merged"}}).functions.size(), 2U);
}

TEST(Counter, DerivedDataAndHints)
{
    Rooms rooms;
    const auto sum = rooms.statement("Room.selectUse", StatementKind::Select, {rooms.room, rooms.reservation}, true);
    const auto hit = rooms.statement("Room.updateReadCnt", StatementKind::Update, {rooms.room});
    const auto login = rooms.statement("Staff.updateLastLogin", StatementKind::Update, {rooms.staff});
    rooms.entry("GET", "/a", "C.selectUse", {sum});
    rooms.entry("GET", "/b", "C.selectRoomDetail", {rooms.detail, hit});
    rooms.entry("POST", "/login", "C.actionLogin", {rooms.findStaff, login});
    rooms.entry("GET", "/logout", "C.actionLogout", {rooms.findStaff});
    rooms.entry("GET", "/stat", "C.selectRoomStatistics", {rooms.list});
    const auto count = counted(rooms);
    const auto types = typesOf(count);
    EXPECT_EQ(types.at("process:GET /a"), "EO");
    EXPECT_EQ(types.at("process:GET /b"), "EO");
    EXPECT_EQ(types.at("process:POST /login"), "EQ");
    EXPECT_EQ(types.at("process:GET /stat"), "EO");
    EXPECT_FALSE(types.contains("process:GET /logout"));
    EXPECT_EQ(whyDropped(count, "GET /logout"), "costing.dropped.not-counted-kind");
    EXPECT_EQ(typesOf(counted(rooms, {{"viewCounter", "eq"}})).at("process:GET /b"), "EQ");
    Rooms paged;
    paged.entry("GET", "/list", "C.selectRoomList", {paged.list, paged.listCount});
    EXPECT_EQ(typesOf(counted(paged)).at("process:GET /list"), "EQ");
    EXPECT_EQ(typesOf(counted(paged, {{"pagingCounts", "derived"}})).at("process:GET /list"), "EO");
}

TEST(Counter, TestsAreNoPartOfTheSystemAndBatchIs)
{
    Rooms rooms;
    rooms.entry("GET", "/t", "T.list", {rooms.list});
    rooms.model.entryPoints.back().at.file = rooms.file("src/test/T.java", true);
    rooms.entry("", "nightly", "Job.closeReservations", {rooms.reserve}, "", core::EntryPointKind::Scheduled);
    EXPECT_EQ(whyDropped(counted(rooms), " nightly"), "costing.dropped.housekeeping");
    const auto count = counted(rooms, {{"batch", "counted"}});
    EXPECT_THAT(typesOf(count), (std::map<std::string, std::string>{{"file:RESERVATION", "ILF"}, {"process: nightly", "EI"}}));
    EXPECT_EQ(whyDropped(counted(rooms, {{"batch", "notCounted"}}), " nightly"), "costing.dropped.batch");
}

TEST(Counter, BatchThatBringsDataInCounts)
{
    Rooms rooms;
    rooms.model.tables[rooms.staff.value].remote = true;
    const auto pull = rooms.statement("Staff.pull", StatementKind::Insert, {rooms.room});
    rooms.entry("", "sync", "SyncJob.run", {rooms.findStaff, pull}, "", core::EntryPointKind::Scheduled);
    EXPECT_EQ(typesOf(counted(rooms)),
              (std::map<std::string, std::string>{{"file:ROOM", "ILF"}, {"file:STAFF", "EIF"}, {"process: sync", "EI"}}));
}

TEST(Counter, OneSaveHandlerIsTwoFunctions)
{
    Rooms rooms;
    rooms.entry("POST", "/room/save.do", "RoomController.saveRoom", {rooms.insert, rooms.update}, "회의실 저장");
    const auto count = counted(rooms);
    ASSERT_EQ(count.functions.size(), 3U);
    EXPECT_EQ(count.functions[1].id, "process:POST /room/save.do#insert");
    EXPECT_EQ(count.functions[1].name, "회의실 등록");
    EXPECT_EQ(count.functions[2].name, "회의실 수정");
    EXPECT_EQ(counted(rooms, {{"saveHandlers", "merged"}}).functions.size(), 2U);
    // An insert that also updates is one function.
    Rooms other;
    other.entry("POST", "/room/add.do", "RoomController.insertRoom", {other.insert, other.update});
    EXPECT_EQ(counted(other).functions.size(), 2U);
}

TEST(Counter, RelationsOfKeysStandForTheirParent)
{
    Rooms rooms;
    const auto role = rooms.table("ROLE", "권한", {"*ROLE_ID", "NAME", "NOTE", "ORD INT", "USE_YN"});
    const auto menu = rooms.table("ROLE_MENU", "", {"*ROLE_ID", "*MENU_ID"});
    rooms.entry("POST", "/role/save.do", "R.updateRole", {rooms.statement("Role.update", StatementKind::Update, {role})});
    rooms.entry("POST", "/role/menu.do", "R.assignMenus", {rooms.statement("Role.insertMenu", StatementKind::Insert, {menu})});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count), (std::map<std::string, std::string>{
                                  {"file:ROLE", "ILF"}, {"process:POST /role/save.do", "EI"}, {"process:POST /role/menu.do", "EI"}}));
    EXPECT_EQ(whyDropped(count, "ROLE_MENU"), "costing.dropped.key-only");
}

TEST(Counter, LogsOfThePeopleAreBusinessData)
{
    Rooms rooms;
    const auto drive = rooms.table("TB_DRIVE_LOG", "운행일지", {"*LOG_ID", "KM INT", "PLACE", "DRIVER", "NOTE"});
    const auto stock = rooms.table("TB_STOCK", "재고", {"*ITEM_ID", "QTY INT", "PLACE", "UNIT", "NOTE"});
    const auto history = rooms.table("TB_STOCK_HIST", "", {"*HIST_ID", "ITEM_ID", "QTY INT", "DT DATE"});
    rooms.entry("POST", "/driveLogSave.do", "D.saveDriveLog",
                {rooms.statement("D.insert", StatementKind::Insert, {drive}), rooms.writeLog});
    rooms.entry("POST", "/stockAdjust.do", "S.adjust",
                {rooms.statement("S.update", StatementKind::Update, {stock}), rooms.statement("S.hist", StatementKind::Insert, {history})});
    rooms.entry("GET", "/stockHist.do", "S.history", {rooms.statement("S.listHist", StatementKind::Select, {history}, true)});
    const auto count = counted(rooms);
    const auto types = typesOf(count);
    EXPECT_TRUE(types.contains("file:TB_DRIVE_LOG"));
    EXPECT_FALSE(types.contains("file:TB_STOCK_HIST"));
    EXPECT_EQ(types.at("process:GET /stockHist.do"), "EO");
    EXPECT_EQ(whyDropped(count, "ACCESS_LOG"), "costing.dropped.log");
    EXPECT_EQ(whyDropped(count, "TB_STOCK_HIST"), "");
}

TEST(Counter, StandardMethodUsesTheBands)
{
    Rooms rooms;
    rooms.entry("POST", "/room/insert.do", "RoomController.insertRoom", {rooms.insert});
    const auto count = counted(rooms, {}, {.method = core::CountMethod::Standard});
    ASSERT_EQ(count.functions.size(), 2U);
    EXPECT_EQ(count.functions[0].det, 4); // REGIST_DT is an audit column
    EXPECT_EQ(count.functions[0].fp, "7");
    EXPECT_EQ(count.functions[1].det, 4);
    EXPECT_EQ(count.functions[1].ftr, 1);
    EXPECT_EQ(count.functions[1].fp, "3");
    EXPECT_EQ(counted(rooms, {{"auditColumns", "counted"}}, {.method = core::CountMethod::Standard}).functions[1].fp, "3");
    EXPECT_EQ(counted(rooms, {{"auditColumns", "counted"}}).functions[1].det, 5);
}

TEST(Counter, DecisionsAreLaidOver)
{
    Rooms rooms;
    rooms.entry("GET", "/room/list.do", "RoomController.selectRoomList", {rooms.list});
    rooms.entry("POST", "/room/insert.do", "RoomController.insertRoom", {rooms.insert});
    CountOptions options;
    options.decisions = {{.area = "function",
                          .key = "process:GET /room/list.do",
                          .value = {{"state", "confirmed"}, {"type", "EO"}, {"name", "회의실 현황"}}},
                         {.area = "function", .key = "process:POST /room/insert.do", .value = {{"state", "rejected"}}},
                         {.area = "function", .key = "process:GET /gone", .value = {{"state", "confirmed"}}},
                         {.area = "function.manual", .key = "manual:1", .value = {{"name", "실적 연계"}, {"type", "EIF"}}}};
    const auto count = counted(rooms, {}, options);
    EXPECT_EQ(count.total, "18.1"); // ILF 7.5 + EO 5.2 + EIF 5.4
    EXPECT_THAT(count.unmatched, ElementsAre("process:GET /gone"));
    const auto list = std::ranges::find(count.functions, "process:GET /room/list.do", &CountedFunction::id);
    EXPECT_EQ(list->name, "회의실 현황");
    EXPECT_EQ(list->proposedType, FunctionType::EQ);
    EXPECT_TRUE(count.functions.back().manual);

    core::Job job;
    options.decisions = {{.area = "function", .key = "process:POST /room/insert.do", .value = {{"det", -1}}}};
    const auto refused = costing::count(rooms.model, options, conventions(), tariff("2024"), job);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "costing.decision.unreadable");
}

TEST(Counter, ApiLinksStandBesideTheTotal)
{
    Rooms rooms;
    rooms.entry("GET", "/room/list.do", "RoomController.selectRoomList", {rooms.list});
    core::Alternative split;
    split.contexts = {{.id = "c1", .name = "회의실", .owns = {"ROOM"}, .entryPoints = {"GET /room/list.do"}}, {.id = "c2", .name = "예약"}};
    split.interfaces = {
        {.from = "c2",
         .to = "c1",
         .kind = core::InterfaceKind::Call,
         .functions = {{.from = "a", .to = "b.RoomService#find(String)"}, {.from = "x", .to = "b.RoomService#find(String)"}}},
        {.from = "c2", .to = "c1", .kind = core::InterfaceKind::SharedTable, .tables = {"ROOM"}}};
    const auto count = counted(rooms, {}, {.split = &split});
    EXPECT_EQ(count.total, "9.3"); // EIF 5.4 + EQ 3.9
    ASSERT_EQ(count.apiLinks.size(), 2U);
    EXPECT_EQ(count.apiLinksTotal, "12.9"); // 7.5 + 5.4
    for (const CountedFunction& function : count.functions)
        EXPECT_EQ(function.context, "c1");
}

TEST(Counter, JsonRoundTripAndCancel)
{
    Rooms rooms;
    rooms.entry("GET", "/room/list.do", "RoomController.selectRoomList", {rooms.list, rooms.writeLog});
    const auto count = counted(rooms);
    const auto json = core::toJson(count);
    EXPECT_EQ(json.at("total"), 9.3);
    EXPECT_EQ(json.at("functions").at(0).at("type"), "EIF");
    EXPECT_EQ(json.at("functions").at(0).at("state"), "proposed");
    const auto back = core::functionPointCountFromJson(json);
    ASSERT_TRUE(back);
    EXPECT_EQ(core::toJson(*back), json);

    std::stop_source stop;
    stop.request_stop();
    core::Job job(1, stop.get_token());
    EXPECT_EQ(costing::count(rooms.model, {}, conventions(), tariff("2024"), job).error().code, core::ErrorCode::Cancelled);
}

TEST(Conventions, UnknownSettingsAndValuesAreRefused)
{
    auto loaded = conventions();
    EXPECT_EQ(loaded.choose("nothing", "x").error().key, "costing.conventions.unknown");
    EXPECT_EQ(loaded.choose("batch", "x").error().key, "costing.conventions.value");
    EXPECT_EQ(loaded.roleOf("sequence"), TableRole::Technical);
    EXPECT_EQ(loaded.roleOf("TB_ROOM"), TableRole::Business);
    EXPECT_EQ(loaded.roleOf("ORDERSTATUS"), TableRole::Doubtful);
    EXPECT_EQ(loaded.shown().size(), loaded.settings.size());
}
