// Functions behind actions, technical programs, computed values and tables that are one file.

#include "costing/Flows.h"
#include "tests/unit/costing/RoomsSystem.h"

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using core::FunctionType;
using ::testing::ElementsAre;

TEST(Counter, EachActionIsAFunction)
{
    Rooms rooms;
    const auto entry = rooms.entry("POST", "/room.do", "RoomServlet.doPost", {rooms.list, rooms.insert}, "회의실");
    const auto action = [&](std::string_view value, std::initializer_list<core::StatementId> statements) {
        core::Action made{.entry = entry,
                          .parameter = rooms.model.intern("cmd"),
                          .value = rooms.model.intern(value),
                          .at = rooms.model[entry].at,
                          .statements = statements};
        for (const core::StatementId id : statements)
            made.accesses.insert(made.accesses.end(), rooms.model[id].accesses.begin(), rooms.model[id].accesses.end());
        rooms.model.actions.push_back(std::move(made));
    };
    action("insert", {rooms.insert});
    action("delete", {rooms.statement("Room.deleteRoom", StatementKind::Delete, {rooms.room})});
    action("logout", {});
    action("", {rooms.list});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count), (std::map<std::string, std::string>{{"file:ROOM", "ILF"},
                                                                  {"process:POST /room.do", "EQ"},
                                                                  {"process:POST /room.do?cmd=delete", "EI"},
                                                                  {"process:POST /room.do?cmd=insert", "EI"}}));
    EXPECT_EQ(whyDropped(count, "POST /room.do?cmd=logout"), "costing.dropped.not-counted-kind");
}

TEST(Counter, AHandlerThatTwoClassesInheritIsAFunctionOfEach)
{
    Rooms rooms;
    const auto inherits = [&](std::string_view from) {
        rooms.model.inherits.push_back(
            {.from = rooms.model[rooms.memberOf(std::string(from) + ".work")].owner, .to = rooms.model[rooms.memberOf("BaseAction.execute")].owner});
    };
    inherits("RoomAction");
    inherits("RsvAction");
    const auto action = [&](std::string_view path, std::string_view name, core::StatementId statement) {
        const auto entry = rooms.entry("POST", path, "BaseAction.execute", {statement});
        rooms.model.entryPoints[entry.value].handlerName = rooms.model.intern(name);
    };
    action("/room.do", "RoomAction.execute", rooms.insert);
    action("/room2.do", "RoomAction.execute", rooms.insert); // the same under another address
    action("/rsv.do", "RsvAction.execute", rooms.reserve);
    action("/other.do", "ForeignAction.execute", rooms.list); // no class below: the name alone says nothing
    rooms.entry("POST", "/base.do", "BaseAction.execute", {rooms.list});
    const std::vector<Flow> flows = flowsOf(rooms.model);
    std::map<std::string, std::size_t> entries;
    for (const Flow& flow : flows)
        entries[flow.owner] = flow.entries.size();
    EXPECT_EQ(flows.size(), 3U);
    EXPECT_EQ(entries, (std::map<std::string, std::size_t>{{"BaseAction", 2}, {"RoomAction", 2}, {"RsvAction", 1}}));
    EXPECT_EQ(typesOf(counted(rooms)), (std::map<std::string, std::string>{{"file:RESERVATION", "ILF"},
                                                                           {"file:ROOM", "ILF"},
                                                                           {"process:POST /other.do", "EQ"},
                                                                           {"process:POST /room.do", "EI"},
                                                                           {"process:POST /rsv.do", "EI"}}));
}

TEST(Counter, TechnicalProgramsAndInternalMessages)
{
    Rooms rooms;
    rooms.entry("POST", "/rsv/insert.do", "RsvController.insertReservation", {rooms.reserve, rooms.insert});
    rooms.entry("", "rsvQueue", "RsvListener.onMessage", {rooms.reserve}, {}, core::EntryPointKind::Message);
    rooms.entry("GET", "/ping", "a.PingServlet.doGet", {rooms.findStaff});
    const auto count = counted(rooms);
    EXPECT_EQ(typesOf(count), (std::map<std::string, std::string>{
                                  {"file:RESERVATION", "ILF"}, {"file:ROOM", "ILF"}, {"process:POST /rsv/insert.do", "EI"}}));
    EXPECT_EQ(whyDropped(count, "GET /ping"), "costing.dropped.technical-program");
    EXPECT_EQ(counted(rooms, {{"technicalPrograms", "counted"}}).functions.size(), 5U); // the query and its file come back
}

TEST(Counter, WhatTheProgramComputesIsAnOutput)
{
    Rooms rooms;
    rooms.entry("GET", "/room/detail.do", "RoomController.selectRoomDetail", {rooms.detail});
    const auto from = rooms.memberOf("RoomController.selectRoomDetail");
    rooms.model.calls.push_back({.from = from, .to = rooms.memberOf("RoomRules.calculateTotal")});
    EXPECT_EQ(typesOf(counted(rooms)).at("process:GET /room/detail.do"), "EO");
    EXPECT_EQ(typesOf(counted(rooms, {{"calculations", "eq"}})).at("process:GET /room/detail.do"), "EQ");
}

TEST(Counter, TablesOfTheSameKeyThatAreReadTogetherAreOneFile)
{
    CodeModelBuilder shop;
    const auto item = shop.table("ITEM", "", {"*ITEM_ID", "NAME", "PRICE INT", "STATUS", "SUPPLIER", "REMARK"});
    const auto stock = shop.table("STOCK", "", {"*ITEM_ID", "QTY INT"});
    const auto show = shop.statement("Item.select", StatementKind::Select, {item, stock});
    shop.entry("GET", "/item", "ItemController.selectItem", {show});
    shop.entry("POST", "/order", "OrderController.order", {shop.statement("Stock.update", StatementKind::Update, {stock})});
    const auto count = counted(shop);
    ASSERT_EQ(count.functions.front().id, "file:ITEM");
    EXPECT_EQ(count.functions.front().type, FunctionType::ILF);
    EXPECT_THAT(count.functions.front().tables, ElementsAre("ITEM", "STOCK"));
    EXPECT_EQ(typesOf(counted(shop, {{"oneToOneTables", "apart"}})).at("file:ITEM"), "EIF");
}

TEST(TableRules, WhatAClassOffersBesideItsOwnDataIsAListToChooseFrom)
{
    Rooms rooms;
    const auto nation = rooms.table("NATION", "", {"*ID INT", "NAME"});
    const auto nations = rooms.statement("Nation.all", StatementKind::Select, {nation});
    rooms.entry("POST", "/room", "RoomController.insertRoom", {rooms.insert});
    rooms.entry("GET", "/room/nations", "RoomController.nations", {nations});
    EXPECT_EQ(whyDropped(counted(rooms), "NATION"), "costing.dropped.lookup");
    EXPECT_EQ(whyDropped(counted(rooms), "GET /room/nations"), "costing.dropped.only-dropped-tables");
    // With a page of its own, or a class of its own, people know it as data.
    rooms.entry("GET", "/nations", "NationController.list", {nations});
    EXPECT_EQ(typesOf(counted(rooms)).at("file:NATION"), "EIF");
}
