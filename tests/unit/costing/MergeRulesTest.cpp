// Which handlers are one function to the user, and which tables are whose data.

#include "core/model/CallReach.h"
#include "tests/unit/costing/RoomsSystem.h"

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using ::testing::UnorderedElementsAre;

namespace {

std::vector<std::string> processesOf(const FunctionPointCount& count)
{
    std::vector<std::string> out;
    for (const CountedFunction& function : count.functions)
        if (!isData(function.type))
            out.push_back(std::string(nameOf(function.type)) + " " + function.id.substr(function.id.find(':') + 1));
    return out;
}

bool gives(const FunctionPointCount& count, std::string_view id, std::string_view reason)
{
    const auto found = std::ranges::find(count.functions, id, &CountedFunction::id);
    return found != count.functions.end() && std::ranges::find(found->reasonKeys, reason) != found->reasonKeys.end();
}

} // namespace

TEST(Merges, ACheckThatTheSubmitMakesOnceMoreBelongsToIt)
{
    Rooms rooms;
    const auto unique = rooms.statement("Room.checkNameUnique", StatementKind::Select, {rooms.room});
    rooms.entry("POST", "/room/checkName", "RoomController.checkNameUnique", {unique});
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {unique, rooms.insert});
    const auto count = counted(rooms);
    EXPECT_THAT(processesOf(count), UnorderedElementsAre("EI POST /room/add"));
    EXPECT_TRUE(gives(count, "process:POST /room/add", "costing.reason.check"));
}

TEST(Merges, ACheckOnItsOwnIsAQueryAlthoughItCounts)
{
    Rooms rooms;
    const auto used = rooms.statement("Staff.checkIdDplct_S", StatementKind::Select, {rooms.staff}, true);
    rooms.entry("GET", "/staff/idCheck.do", "StaffController.checkIdDplct", {used});
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    EXPECT_EQ(typesOf(counted(rooms)).at("process:GET /staff/idCheck.do"), "EQ");
}

TEST(Merges, APagingCountMayCarryASuffix)
{
    Rooms rooms;
    const auto list = rooms.statement("Staff.selectStaffList_S", StatementKind::Select, {rooms.staff});
    const auto total = rooms.statement("Staff.selectStaffListTotCnt_S", StatementKind::Select, {rooms.staff}, true);
    rooms.entry("GET", "/staff/list.do", "StaffController.selectStaffList", {list, total});
    EXPECT_EQ(typesOf(counted(rooms)).at("process:GET /staff/list.do"), "EQ");
}

TEST(Merges, OneInsertOnSeveralScreensIsOneFunctionWhateverTheyAreCalled)
{
    Rooms rooms;
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    rooms.entry("POST", "/branch/open", "BranchController.openBranch", {rooms.findStaff, rooms.insert});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EI POST /room/add"));
}

TEST(Merges, ADynamicUpdateServesSeveralPurposes)
{
    Rooms rooms;
    rooms.entry("POST", "/staff/status", "StaffController.changeStatus", {rooms.update});
    rooms.entry("POST", "/staff/resetPwd", "StaffController.resetPwd", {rooms.update});
    EXPECT_EQ(processesOf(counted(rooms)).size(), 2U);
}

TEST(Merges, SeveralRecordsAtOnceAreTheSameFunction)
{
    Rooms rooms;
    const auto one = rooms.statement("Room.deleteRoom", StatementKind::Delete, {rooms.room});
    const auto all = rooms.statement("Room.deleteRooms", StatementKind::Delete, {rooms.room});
    rooms.entry("POST", "/room/remove", "RoomController.removeRoom", {one});
    rooms.entry("POST", "/room/removeAll", "RoomController.removeRoomAll", {all});
    const auto count = counted(rooms);
    EXPECT_THAT(processesOf(count), UnorderedElementsAre("EI POST /room/remove"));
    EXPECT_TRUE(gives(count, "process:POST /room/remove", "costing.reason.several"));
}

TEST(Merges, DeletingByOneKeyAndByManyIsTheSameFunction)
{
    Rooms rooms;
    const auto one = rooms.statement("Room.deleteByPrimaryKey", StatementKind::Delete, {rooms.room});
    const auto all = rooms.statement("Room.deleteRoomsByIds", StatementKind::Delete, {rooms.room});
    rooms.entry("DELETE", "/room/{id}", "RoomController.deleteRoomById", {one});
    rooms.entry("DELETE", "/room", "RoomController.deleteRoomsByIds", {all});
    rooms.entry("PUT", "/room", "RoomController.updateRoomById", {rooms.update});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EI DELETE /room/{id}", "EI PUT /room"));
}

TEST(Merges, TheNextNumberIsNoFunction)
{
    Rooms rooms;
    rooms.entry("POST", "/room", "RoomController.insertRoom", {rooms.insert});
    rooms.entry("GET", "/room/maxRoomNo", "RoomController.maxRoomNo",
                {rooms.statement("Room.max", StatementKind::Select, {rooms.room}, true)});
    const auto count = counted(rooms);
    EXPECT_THAT(processesOf(count), UnorderedElementsAre("EI POST /room"));
    EXPECT_EQ(whyDropped(count, "GET /room/maxRoomNo"), "costing.dropped.not-counted-kind");
}

TEST(Merges, AUserServiceIsKnownByTheInterfaceOfTheFramework)
{
    Rooms rooms;
    rooms.entry("GET", "/login", "LoginController.login", {});
    const auto load = rooms.memberOf("StaffService.loadUserByUsername");
    rooms.model.executes.push_back({.from = load, .to = rooms.findStaff});
    rooms.entry("POST", "/staff/find", "StaffController.selectStaff", {rooms.findStaff});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EQ POST /staff/find"));
    rooms.model.types[rooms.model[load].owner.value].externalSupers = {
        rooms.model.intern("org.springframework.security.core.userdetails.UserDetailsService")};
    const auto count = counted(rooms);
    EXPECT_THAT(processesOf(count), UnorderedElementsAre("EQ GET /login", "EQ POST /staff/find"));
    EXPECT_TRUE(gives(count, "process:GET /login", "costing.reason.sign-in"));
}

TEST(Merges, APageThatFramesOtherFunctionsIsNone)
{
    Rooms rooms;
    rooms.entry("GET", "/hr/room/edit/{id}", "RoomController.showRoom", {rooms.detail});
    rooms.entry("GET", "/hr/room/users/{id}", "RoomController.users", {rooms.detail});
    rooms.entry("POST", "/hr/room/users/list", "RoomController.userList", {rooms.findStaff});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EQ GET /hr/room/edit/{id}", "EQ POST /hr/room/users/list"));
}

TEST(Merges, ATreeToChooseFromShowsWhatTheListShows)
{
    Rooms rooms;
    rooms.entry("POST", "/room/list", "RoomController.list", {rooms.list});
    rooms.entry("GET", "/rsv/roomTreeData", "RsvController.roomTreeData", {rooms.list});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EQ POST /room/list"));
}

TEST(Merges, AHandlerThatOnlyCountsTheViewBelongsToTheDetail)
{
    Rooms rooms;
    const auto counter = rooms.statement("Room.updateRoomInqireCo", StatementKind::Update, {rooms.room});
    rooms.entry("GET", "/room/view.do", "RoomController.selectRoomDetail", {rooms.detail});
    rooms.entry("GET", "/room/count.do", "RoomController.updateRoomInqireCo", {counter});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EO GET /room/view.do"));
}

TEST(Merges, AFormOffersTheParentsOfWhatItAdds)
{
    Rooms rooms;
    const auto rooms4 = rooms.statement("Rsv.selectRoomsOpen", StatementKind::Select, {rooms.room});
    rooms.entry("GET", "/rsv/addForm.do", "RsvController.addForm", {rooms4});
    rooms.entry("POST", "/rsv/addForm.do", "RsvController.insertReservation", {rooms.reserve});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EI POST /rsv/addForm.do"));
}

TEST(Merges, AFormThatShowsDataOfItsOwnIsAQuery)
{
    Rooms rooms;
    rooms.entry("GET", "/rsv/addForm.do", "RsvController.addForm", {rooms.findStaff});
    rooms.entry("POST", "/rsv/addForm.do", "RsvController.insertReservation", {rooms.reserve});
    EXPECT_THAT(processesOf(counted(rooms)), UnorderedElementsAre("EQ GET /rsv/addForm.do", "EI POST /rsv/addForm.do"));
}

TEST(Merges, AQueryWithoutItsPageIsNotCounted)
{
    Rooms rooms;
    rooms.entry("GET", "/room/list.do", "RoomController.selectRoomList", {rooms.list});
    rooms.entry("GET", "/room/old.do", "RoomController.selectOldRooms", {rooms.detail});
    const auto shown = rooms.memberOf("RoomController.selectRoomList");
    const auto other = rooms.memberOf("RoomController.main");
    rooms.model.views.push_back({.path = rooms.model.intern("list.jsp")});
    rooms.model.renders = {{.from = shown, .to = core::ViewId(std::size_t{0})}, {.from = other, .to = core::ViewId(std::size_t{0})}};
    rooms.model.unresolved.push_back({.reason = core::UnresolvedReason::MissingView,
                                      .from = rooms.model[rooms.memberOf("RoomController.selectOldRooms")].id,
                                      .text = rooms.model.intern("old")});
    EXPECT_EQ(whyDropped(counted(rooms), "GET /room/old.do"), "costing.dropped.no-page");
    EXPECT_EQ(processesOf(counted(rooms, {{"missingPages", "counted"}})).size(), 2U);
}

TEST(Merges, TheSecurityFrameworkMayLookTheUserUp)
{
    Rooms rooms;
    rooms.entry("POST", "/actionLogin.do", "LoginController.actionLogin", {});
    const auto filter = rooms.memberOf("LoginFilter.doFilter");
    rooms.model.executes.push_back({.from = filter, .to = rooms.findStaff});
    rooms.entry("POST", "/staff/find.do", "StaffController.selectStaff", {rooms.findStaff});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count).at("process:POST /actionLogin.do"), "EQ");
    EXPECT_TRUE(gives(count, "process:POST /actionLogin.do", "costing.reason.sign-in"));
}

TEST(TableRules, ALogThatPeopleOnlyReadAndDeleteIsNoFile)
{
    Rooms rooms;
    const auto jobs = rooms.table("ROOM_LOG", "", {"*LOG_ID", "MESSAGE", "RESULT"});
    rooms.entry("GET", "/roomLog/list", "RoomLogController.list", {rooms.statement("Log.list", StatementKind::Select, {jobs})});
    rooms.entry("POST", "/roomLog/remove", "RoomLogController.remove", {rooms.statement("Log.remove", StatementKind::Delete, {jobs})});
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    EXPECT_EQ(whyDropped(counted(rooms), "ROOM_LOG"), "costing.dropped.log");
}

TEST(TableRules, ADoubtfulNameIsDataWhenPeopleAddToIt)
{
    Rooms rooms;
    const auto policy = rooms.table("LETTNLOGINPOLICY", "", {"*EMPLYR_ID", "IP_INFO", "LMTT_AT"});
    const auto attempts = rooms.table("LOGIN_TRIES", "", {"*EMPLYR_ID", "TRIES INT", "REMARK"});
    rooms.entry(
        "POST", "/addLoginPolicy.do", "PolicyController.addLoginPolicy",
        {rooms.statement("P.insert", StatementKind::Insert, {policy}), rooms.statement("T.insert", StatementKind::Insert, {attempts})});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count).at("file:LETTNLOGINPOLICY"), "ILF");
    EXPECT_EQ(whyDropped(count, "LOGIN_TRIES"), "costing.dropped.temporary");
}

TEST(TableRules, SessionsAreKnownByTheirKey)
{
    Rooms rooms;
    const auto online = rooms.table("USER_ONLINE", "", {"*SESSIONID", "LOGIN_NAME", "BROWSER", "HOST"});
    rooms.entry("GET", "/online/list", "OnlineController.list", {rooms.statement("O.list", StatementKind::Select, {online})});
    EXPECT_EQ(whyDropped(counted(rooms), "USER_ONLINE"), "costing.dropped.session");
}

TEST(TableRules, ATableThatTiesTwoOthersAndSaysWhenIsARelation)
{
    Rooms rooms;
    const auto read = rooms.table("ROOM_READ", "", {"*READ_ID", "ROOM_ID", "STAFF_ID", "READ_TIME DATETIME"});
    rooms.entry("POST", "/room/markRead", "RoomController.markRead", {rooms.statement("R.insert", StatementKind::Insert, {read})});
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    rooms.entry("GET", "/staff", "StaffController.selectStaff", {rooms.findStaff});
    EXPECT_EQ(whyDropped(counted(rooms), "ROOM_READ"), "costing.dropped.key-only");
}

TEST(TableRules, ABookingThatSaysWhenItBeginsIsNoRelation)
{
    Rooms rooms;
    const auto booking = rooms.table("BOOKING", "", {"*BOOKING_ID", "ROOM_ID", "STAFF_ID", "BEGIN_TIME DATETIME"});
    rooms.entry("POST", "/booking/add", "BookingController.add", {rooms.statement("B.insert", StatementKind::Insert, {booking})});
    EXPECT_EQ(typesOf(counted(rooms)).at("file:BOOKING"), "ILF");
}

TEST(TableRules, WhatIsKeptApartFromItsOneToOnePartnerIsAFileOfItsOwn)
{
    Rooms rooms;
    const auto absence = rooms.table("ABSENCE", "", {"*STAFF_ID", "ABSENT"});
    rooms.entry("GET", "/absence", "AbsenceController.list", {rooms.statement("A.list", StatementKind::Select, {rooms.staff, absence})});
    rooms.entry("POST", "/absence/add", "AbsenceController.add", {rooms.statement("A.insert", StatementKind::Insert, {absence})});
    rooms.entry("POST", "/absence/del", "AbsenceController.delete", {rooms.statement("A.delete", StatementKind::Delete, {absence})});
    rooms.entry("POST", "/staff/add", "StaffController.add", {rooms.statement("S.insert", StatementKind::Insert, {rooms.staff})});
    const auto types = typesOf(counted(rooms));
    EXPECT_EQ(types.at("file:ABSENCE"), "ILF");
    EXPECT_EQ(types.at("file:STAFF"), "ILF");
}

TEST(TableRules, APartGoesWhenItsWholeGoes)
{
    CodeModelBuilder system;
    const auto whole = system.table("GEN_TABLE", "", {"*TABLE_ID", "NAME", "REMARK", "OWNER"});
    const auto part = system.table("GEN_TABLE_COLUMN", "", {"*COLUMN_ID", "TABLE_ID", "NAME", "KIND"});
    const auto find = system.statement("T.find", StatementKind::Select, {whole});
    const auto addPart = system.statement("C.insert", StatementKind::Insert, {part});
    system.entry("POST", "/import", "GenController.importTable", {system.statement("T.insert", StatementKind::Insert, {whole}), addPart});
    system.entry("GET", "/synch", "GenController.synch", {find, addPart});
    system.entry(
        "POST", "/remove", "GenController.remove",
        {system.statement("T.delete", StatementKind::Delete, {whole}), system.statement("C.delete", StatementKind::Delete, {part})});
    const auto count = counted(system);
    EXPECT_EQ(count.functions.front().id, "file:GEN_TABLE");
    EXPECT_EQ(count.functions.front().ret, 2);
}

TEST(TableRules, TablesThatNothingDefinesAreRemnants)
{
    CodeModelBuilder system;
    std::vector<core::StatementId> all;
    for (const char* name : {"LETTNONE", "LETTNTWO", "LETTNTHREE", "LETTNFOUR", "LETTNFIVE"})
        all.push_back(system.statement(std::string("S.") + name, StatementKind::Select, {system.table(name, "", {"*ID", "A", "B", "C"})}));
    const auto remnant = system.table("LETTNCLUBUSER");
    system.model.tables[remnant.value].origin = core::TableOrigin::Sql;
    system.entry("GET", "/all", "AllController.selectAll", {all[0], all[1], all[2], all[3], all[4]});
    system.entry("GET", "/club", "ClubController.selectClub", {system.statement("S.club", StatementKind::Select, {remnant})});
    EXPECT_EQ(whyDropped(counted(system), "LETTNCLUBUSER"), "costing.dropped.undefined");
    EXPECT_EQ(typesOf(counted(system, {{"undefinedTables", "counted"}})).at("file:LETTNCLUBUSER"), "EIF");
    // A table of another naming that is read by itself belongs to another system.
    system.model.tables[remnant.value].name = system.model.intern("HR_EMP");
    EXPECT_EQ(typesOf(counted(system)).at("file:HR_EMP"), "EIF");
}

TEST(Merges, NumbersOfRecordsOfOneClassAreOneOutput)
{
    Rooms rooms;
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    const auto ofRooms = rooms.statement("Room.countRooms", StatementKind::Select, {rooms.room});
    const auto ofStaff = rooms.statement("Staff.countStaff", StatementKind::Select, {rooms.staff});
    rooms.entry("GET", "/figures/rooms", "FiguresController.countRooms", {ofRooms});
    rooms.entry("GET", "/figures/staff", "FiguresController.countStaff", {ofStaff});
    const auto count = counted(rooms);
    EXPECT_THAT(processesOf(count), UnorderedElementsAre("EI POST /room/add", "EO GET /figures/rooms"));
    EXPECT_TRUE(gives(count, "process:GET /figures/rooms", "costing.reason.figures"));
}

TEST(Merges, ANumberThatSomethingIsAskedForStaysAFunction)
{
    Rooms rooms;
    const auto ofRooms = rooms.statement("Room.countRooms", StatementKind::Select, {rooms.room});
    const auto ofStaff = rooms.statement("Staff.countStaff", StatementKind::Select, {rooms.staff});
    rooms.entry("GET", "/figures/rooms/{floor}", "FiguresController.countRooms", {ofRooms});
    rooms.entry("GET", "/figures/staff/{team}", "FiguresController.countStaff", {ofStaff});
    EXPECT_EQ(processesOf(counted(rooms)).size(), 2U);
}

TEST(InnerRemotes, WhatAnotherEntryPointRunsAndTheRestOfABeanHalfOfWhichIsRunSo)
{
    using core::EntryPointKind;
    Rooms rooms;
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    rooms.entry("", "room", "RoomBean.insertRoom", {rooms.insert}, {}, EntryPointKind::Remote);
    rooms.entry("", "rest", "RoomBean.selectRoom", {rooms.detail}, {}, EntryPointKind::Remote);
    rooms.entry("", "visit", "VisitBean.reserve", {rooms.reserve}, {}, EntryPointKind::Remote);
    rooms.model.calls.push_back({.from = rooms.memberOf("RoomController.insertRoom"), .to = rooms.memberOf("RoomDelegate.insert")});
    rooms.model.calls.push_back({.from = rooms.memberOf("RoomDelegate.insert"), .to = rooms.memberOf("RoomBean.insertRoom")});
    EXPECT_EQ(core::innerRemotes(rooms.model), (std::vector<bool>{false, true, true, false}));
}

TEST(Merges, ARemoteMethodThatAFunctionOfTheUsersRunsIsPartOfIt)
{
    using core::EntryPointKind;
    Rooms rooms;
    rooms.entry("POST", "/room/add", "RoomController.insertRoom", {rooms.insert});
    rooms.entry("", "room", "RoomBean.insertRoom", {rooms.insert}, {}, EntryPointKind::Remote);
    rooms.entry("", "visit", "VisitBean.reserve", {rooms.reserve}, {}, EntryPointKind::Remote); // nobody here calls it
    rooms.entry("GET", "/pingRemote", "PingServlet.ping", {rooms.findStaff});                   // a technical program, not counted
    rooms.entry("", "staff", "StaffBean.selectStaff", {rooms.findStaff}, {}, EntryPointKind::Remote);
    const auto calls = [&](const char* from, const char* to) {
        rooms.model.calls.push_back({.from = rooms.memberOf(from), .to = rooms.memberOf(to)});
    };
    calls("RoomController.insertRoom", "RoomDelegate.insert");
    calls("RoomDelegate.insert", "RoomBean.insertRoom");
    calls("VisitBean.reserve", "VisitBean.reserve");
    calls("PingServlet.ping", "StaffBean.selectStaff");
    const auto count = counted(rooms);
    EXPECT_THAT(processesOf(count), UnorderedElementsAre("EI POST /room/add", "EI  visit", "EQ  staff"));
    EXPECT_EQ(whyDropped(count, " room"), "costing.dropped.inner-remote");
    EXPECT_EQ(whyDropped(count, " visit"), "");
    // What else the bean offers, whose other method is such a part.
    rooms.entry("", "room list", "RoomBean.selectRoomList", {rooms.list}, {}, EntryPointKind::Remote);
    EXPECT_EQ(whyDropped(counted(rooms), " room list"), "costing.dropped.inner-seam");
    rooms.entry("", "room detail", "RoomBean.selectRoom", {rooms.detail}, {}, EntryPointKind::Remote);
    EXPECT_THAT(processesOf(counted(rooms)), ::testing::IsSupersetOf({"EQ  room list", "EQ  room detail"})) << "one of three";
}
