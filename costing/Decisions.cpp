#include "costing/Decisions.h"

#include "costing/Tariff.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace naru::costing {

using core::CountedFunction;
using core::Decision;
using core::ErrorCode;
using core::failure;
using core::FunctionState;
using core::Result;
using nlohmann::json;

namespace {

std::unexpected<core::Error> unreadable(const Decision& decision, std::string_view field)
{
    return failure(ErrorCode::InvalidArgument, "costing.decision.unreadable", {{"function", decision.key}, {"field", std::string(field)}});
}

/// Takes one count over; false when it is no whole number of a sensible size.
bool takeCount(const json& value, const char* key, int& into)
{
    constexpr std::int64_t kLargest = 1'000'000;
    if (!value.contains(key))
        return true;
    const json& given = value.at(key);
    if (!given.is_number_integer() || given.get<std::int64_t>() < 0 || given.get<std::int64_t>() > kLargest)
        return false;
    into = given.get<int>();
    return true;
}

Result<void> takeOver(const Decision& decision, CountedFunction& function)
{
    const json& value = decision.value;
    if (!value.is_object())
        return unreadable(decision, "/");
    const auto text = [&](const char* key) {
        return value.contains(key) && value.at(key).is_string() ? value.at(key).get<std::string>() : std::string();
    };
    if (const std::string state = text("state"); !state.empty()) {
        if (state != "proposed" && state != "confirmed" && state != "rejected")
            return unreadable(decision, "state");
        function.state = state == "confirmed"  ? FunctionState::Confirmed
                         : state == "rejected" ? FunctionState::Rejected
                                               : FunctionState::Proposed;
    }
    if (const std::string type = text("type"); !type.empty()) {
        const auto known = functionTypeOf(type);
        if (!known)
            return unreadable(decision, "type");
        function.type = *known;
    }
    if (const std::string name = text("name"); !name.empty())
        function.name = name;
    if (const std::string note = text("note"); !note.empty())
        function.note = note;
    if (!takeCount(value, "det", function.det) || !takeCount(value, "ret", function.ret) || !takeCount(value, "ftr", function.ftr))
        return unreadable(decision, "det, ret, ftr");
    if (const std::string complexity = text("complexity"); !complexity.empty()) {
        const auto known = complexityOf(complexity);
        if (!known)
            return unreadable(decision, "complexity");
        function.complexity = *known;
        // A stated complexity stands; without counts it is not computed anew.
        function.det = 0;
    }
    function.evidence.push_back(
        {.kind = "answer", .text = function.note, .source = decision.who + (decision.when.empty() ? "" : " " + decision.when)});
    return {};
}

} // namespace

Result<void> applyDecisions(core::FunctionPointCount& count, const std::vector<Decision>& decisions)
{
    for (const Decision& decision : decisions) {
        if (decision.value.is_null())
            continue;
        if (decision.area == "function.manual") {
            CountedFunction function{.id = decision.key, .name = decision.key, .state = FunctionState::Confirmed, .manual = true};
            if (const auto taken = takeOver(decision, function); !taken)
                return taken;
            function.proposedType = function.type;
            count.functions.push_back(std::move(function));
        } else if (decision.area == "function") {
            const auto found = std::ranges::find(count.functions, decision.key, &CountedFunction::id);
            if (found == count.functions.end()) {
                count.unmatched.push_back(decision.key);
                continue;
            }
            if (const auto taken = takeOver(decision, *found); !taken)
                return taken;
        }
    }
    return {};
}

} // namespace naru::costing
