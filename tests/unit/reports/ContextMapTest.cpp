#include "reports/svg/ContextMap.h"

#include <gmock/gmock.h>

#include <cmath>

namespace naru::reports {

using testing::HasSubstr;
using testing::Not;

namespace {

MapWords words()
{
    return {"map & title", [](const core::Context& c) { return std::to_string(c.members.size()) + " members"; },
            [](std::size_t count) { return "and " + std::to_string(count) + " more"; },
            [](core::InterfaceKind kind) { return kind == core::InterfaceKind::Call ? "calls" : "shares"; }};
}

core::Alternative two()
{
    core::Alternative out;
    for (const char* name : {"주문 <접수>", "재고"}) {
        core::Context context;
        context.id = name;
        context.name = name;
        context.owns = {"A", "B", "C", "D", "E"};
        out.contexts.push_back(context);
    }
    out.interfaces.push_back(
        {out.contexts[0].id, out.contexts[1].id, core::InterfaceKind::Call, {{"class:a", "class:b", 5, "A.java", 1}}, {}});
    out.interfaces.push_back({out.contexts[1].id, out.contexts[0].id, core::InterfaceKind::SharedTable, {}, {"A"}});
    out.interfaces.push_back({"gone", out.contexts[0].id, core::InterfaceKind::Call, {}, {}});
    return out;
}

} // namespace

TEST(ContextMap, DrawsAreasArrowsAndALegend)
{
    const std::string svg = contextMap(two(), words()).svg;
    EXPECT_THAT(svg, HasSubstr("<title>map &amp; title</title>"));
    EXPECT_THAT(svg, HasSubstr(">주문 &lt;접수&gt;</text>"));
    EXPECT_THAT(svg, HasSubstr("→ 재고: calls 5"));
    EXPECT_THAT(svg, HasSubstr("and 2 more"));
    EXPECT_THAT(svg, HasSubstr("stroke-dasharray"));
    EXPECT_THAT(svg, Not(HasSubstr("gone")));
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_EQ(svg, contextMap(two(), words()).svg);
    EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 " + std::to_string(std::lround(contextMap(two(), words()).width)) + " "));
}

TEST(ContextMap, LongNamesAreCutAtAWholeLetter)
{
    core::Alternative one = two();
    one.contexts[0].name.clear();
    for (int i = 0; i < 60; ++i)
        one.contexts[0].name += "가";
    EXPECT_THAT(contextMap(one, words()).svg, HasSubstr("가…</text>"));
}

TEST(ContextMap, AnEmptyAlternativeIsAPicture)
{
    const std::string svg = contextMap({}, words()).svg;
    EXPECT_THAT(svg, testing::StartsWith("<svg"));
    EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));
    EXPECT_THAT(svg, Not(HasSubstr("inf")));
}

} // namespace naru::reports
