#pragma once

#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"

namespace naru::tests {

/// The published example of the cost guide (2.1.6, SCM; 85 FP, edition 2020) as results: amounts to the won.
inline core::Estimate sampleEstimate()
{
    core::Estimate estimate{.edition = "2020", .fp = "85", .unitPrice = "553114", .before = "47014690"};
    estimate.stageSum = "1";
    estimate.rounding = "half-even-each-step";
    estimate.factors = {{"size", "1.2800"}, {"linkage", "0.94"}, {"performance", "1.00"}, {"environment", "0.94"}, {"security", "1.00"}};
    const auto step = [&](const char* name, const char* operation, const char* value) {
        estimate.steps.push_back({.name = name, .operation = operation, .value = value, .source = {.kind = "tariff", .source = "2020"}});
    };
    step("costing.step.before", "85 x 553114 x 1", "47014690");
    step("costing.step.size", "x 1.2800", "60178803");
    step("costing.step.linkage", "x 0.94", "56568075");
    step("costing.step.performance", "x 1.00", "56568075");
    step("costing.step.environment", "x 0.94", "53173990");
    step("costing.step.security", "x 1.00", "53173990");
    step("costing.step.profit", "25 %", "13293498");
    step("costing.step.direct-expenses", "+", "2000000");
    step("costing.step.development-cost", "=", "68467488");
    step("costing.step.vat", "10 %", "6846749");
    step("costing.step.total", "=", "75314237");
    estimate.after = "53173990";
    estimate.profit = "13293498";
    estimate.profitPercent = "25";
    estimate.directExpenses = "2000000";
    estimate.developmentCost = "68467488";
    estimate.vat = "6846749";
    estimate.total = "75314237";
    return estimate;
}

/// A count of the same 85 FP, with one function that a person rejected.
inline core::FunctionPointCount sampleCount()
{
    using core::Complexity;
    using core::FunctionType;
    core::FunctionPointCount count{.method = core::CountMethod::Standard, .convention = "kosa", .weightsEdition = "2020"};
    const auto add = [&](const char* name, FunctionType type, Complexity complexity, const char* points, int times) {
        for (int i = 0; i < times; ++i)
            count.functions.push_back({.id = std::string(name) + std::to_string(i),
                                       .name = std::string(name) + " " + std::to_string(i + 1),
                                       .type = type,
                                       .det = 5,
                                       .complexity = complexity,
                                       .fp = points,
                                       .evidence = {{.kind = "code", .file = "a/B.java", .line = 7, .text = "=cmd|' /C calc'!A0"}}});
    };
    add("고객", FunctionType::ILF, Complexity::Average, "10", 1);
    add("제품", FunctionType::ILF, Complexity::Low, "7", 1);
    add("공급", FunctionType::EIF, Complexity::Low, "5", 1);
    add("고객 등록", FunctionType::EI, Complexity::High, "6", 1);
    add("변경", FunctionType::EI, Complexity::Average, "4", 2);
    add("삭제", FunctionType::EI, Complexity::Low, "3", 3);
    add("조회", FunctionType::EQ, Complexity::Low, "3", 2);
    add("제품 조회", FunctionType::EQ, Complexity::Average, "4", 1);
    add("보고서", FunctionType::EO, Complexity::Low, "4", 2);
    add("통계", FunctionType::EO, Complexity::Average, "5", 3);
    add("월간 보고", FunctionType::EO, Complexity::High, "7", 1);
    add("제외", FunctionType::EI, Complexity::Low, "3", 1);
    count.functions.back().state = core::FunctionState::Rejected;
    count.total = "85";
    count.byType = {{"ILF", "17"}, {"EIF", "5"}, {"EI", "23"}, {"EO", "30"}, {"EQ", "10"}};
    return count;
}

} // namespace naru::tests
