#pragma once

// A small system and the ways to count it, for the tests of the counter.

#include "costing/Counter.h"
#include "tests/unit/costing/CodeModelBuilder.h"
#include "tests/unit/costing/CostingFixture.h"

#include <map>
#include <string>

namespace naru::costing::test {

using core::CountedFunction;
using core::FunctionPointCount;
using core::StatementKind;
using naru::test::CodeModelBuilder;

inline Conventions conventions(std::initializer_list<std::pair<std::string_view, std::string_view>> choices = {})
{
    auto loaded = Conventions::load(NARU_RESOURCES);
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().key);
    for (const auto& [setting, value] : choices)
        EXPECT_TRUE(loaded->choose(setting, value)) << setting;
    return *loaded;
}

inline FunctionPointCount counted(const CodeModelBuilder& system,
                                  std::initializer_list<std::pair<std::string_view, std::string_view>> choices = {},
                                  CountOptions options = {})
{
    core::Job job;
    const auto result = count(system.model, options, conventions(choices), tariff("2024"), job);
    EXPECT_TRUE(result) << (result ? "" : result.error().key);
    return result.value_or(FunctionPointCount());
}

inline std::map<std::string, std::string> typesOf(const FunctionPointCount& count)
{
    std::map<std::string, std::string> out;
    for (const CountedFunction& function : count.functions)
        out[function.id] = nameOf(function.type);
    return out;
}

inline std::string whyDropped(const FunctionPointCount& count, std::string_view name)
{
    for (const auto& one : count.dropped)
        if (one.name == name)
            return one.whyKey;
    return {};
}

/// Meeting rooms with reservations and their visitors, a code table, a log.
struct Rooms : CodeModelBuilder {
    core::TableId room = table("ROOM", "회의실 테이블", {"*ROOM_ID", "NAME", "SEATS INT", "FLOOR INT", "REGIST_DT DATE"});
    core::TableId reservation = table("RESERVATION", "회의실 예약", {"*RSV_ID", "ROOM_ID", "FROM_DT DATE", "TITLE"});
    core::TableId visitor = table("RESERVATION_VISITOR", "예약 방문자", {"*RSV_ID", "*SEQ INT", "NAME"});
    core::TableId code = table("COMTCCMMNCODE", "공통코드", {"*CODE", "NAME"});
    core::TableId log = table("ACCESS_LOG", "", {"*ID", "URL"});
    core::TableId staff = table("STAFF", "직원", {"*STAFF_ID", "NAME", "DEPT", "PHONE", "EMAIL"});
    core::StatementId list = statement("Room.selectRoomList", StatementKind::Select, {room, code});
    core::StatementId listCount = statement("Room.selectRoomListCnt", StatementKind::Select, {room}, true);
    core::StatementId detail = statement("Room.selectRoom", StatementKind::Select, {room});
    core::StatementId insert = statement("Room.insertRoom", StatementKind::Insert, {room});
    core::StatementId update = statement("Room.updateRoom", StatementKind::Update, {room});
    core::StatementId writeLog = statement("Log.insertLog", StatementKind::Insert, {log});
    core::StatementId reserve = statement("Rsv.insertReservation", StatementKind::Insert, {reservation});
    core::StatementId reserveVisitor = statement("Rsv.insertVisitor", StatementKind::Insert, {visitor});
    core::StatementId findStaff = statement("Staff.selectStaff", StatementKind::Select, {staff});
};

} // namespace naru::costing::test
