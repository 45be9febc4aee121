#include "analyzers/decompose/Decompose.h"
#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using testing::Contains;

namespace {

/// Names of the contexts of the first split.
std::vector<std::string> namesIn(const core::CodeModel& code)
{
    DecomposeOptions options;
    options.data = loadSplitData(NARU_RESOURCES).value();
    core::Job job(1);
    const auto split = decompose(code, options, job);
    std::vector<std::string> names;
    if (split)
        for (const core::Context& context : split->alternatives.at(0).contexts)
            names.push_back(context.name);
    return names;
}

} // namespace

TEST(ContextNames, KoreanTableCommentsNameThem)
{
    ModelMaker maker = ModelMaker::shop();
    maker.code.tables[maker.table("ORDER").value].comment = maker.code.intern("주문 정보");
    EXPECT_THAT(namesIn(maker.code), Contains("주문"));
}

TEST(ContextNames, WhatCompoundsHaveInCommonNamesThem)
{
    ModelMaker maker = ModelMaker::shop();
    int number = 0;
    for (const char* comment : {"설문항목", "설문응답자", "설문항목", "설문템플릿", "설문", "팝업창", "팝업창"}) {
        const std::string name = "shop.order.Order" + std::string(1, static_cast<char>('A' + number++)) + "ther";
        maker.call("shop.order.OrderService", name, "check");
        maker.code.types[maker.type(name).value].comment = maker.code.intern(comment);
    }
    EXPECT_THAT(namesIn(maker.code), Contains("설문"));
}

TEST(ContextNames, AWordThatOneCommentSaysInPassingNamesNone)
{
    ModelMaker maker = ModelMaker::shop();
    for (const char* name : {"Line", "Box", "Step", "Book", "Desk", "Wheel", "Paper", "Glass", "Stone", "Cloud", "River", "Bridge"})
        maker.call("shop.order.OrderService", std::string("shop.order.Order") + name, "check");
    maker.code.types[maker.type("shop.order.OrderBridge").value].comment = maker.code.intern("깃발");
    EXPECT_THAT(namesIn(maker.code), Contains("Order"));
}

} // namespace naru::analyzers::decompose
