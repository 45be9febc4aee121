#include "analyzers/decompose/MovePreview.h"

#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

core::PartitionMember classOf(const std::string& name)
{
    return {"class:" + name, core::MemberRole::Class, name};
}

core::PartitionMember tableOf(const std::string& name)
{
    return {"table:" + name, core::MemberRole::Table, name};
}

/// Orders call stock once; an entry point of orders writes both tables of orders.
struct Shop {
    ModelMaker maker;
    core::Alternative alternative;

    Shop()
    {
        maker.call("a.Order", "a.Basket", "fill");
        maker.call("a.Basket", "a.Stock", "take");
        maker.access("a.Order", "ORDERS", core::StatementKind::Update);
        maker.access("a.Basket", "LINES", core::StatementKind::Update);
        maker.access("a.Stock", "STOCK", core::StatementKind::Update);
        const auto entry = maker.entry("a.Order", "/order");
        maker.transaction(entry, {{"ORDERS", core::AccessMode::Write}, {"LINES", core::AccessMode::Write}});
        core::Context order;
        order.id = "order";
        order.members = {classOf("a.Order"), classOf("a.Basket"), tableOf("ORDERS"), tableOf("LINES")};
        core::Context stock;
        stock.id = "stock";
        stock.members = {classOf("a.Stock"), tableOf("STOCK")};
        alternative.contexts = {order, stock};
    }
};

} // namespace

TEST(MovePreview, SaysWhichInterfacesAppearAndVanish)
{
    Shop shop;
    MovePreview preview(shop.maker.code, shop.alternative);
    const MoveEffect effect = preview.ifMoved({"class:a.Basket"}, 1);
    EXPECT_EQ(effect.remoteBefore, 1);
    EXPECT_EQ(effect.remoteAfter, 1);
    EXPECT_THAT(effect.appear, IsEmpty()); // order still calls stock, now by another pair
    EXPECT_EQ(effect.sharedAfter, effect.sharedBefore);
    const MoveEffect back = preview.ifMoved({"class:a.Stock"}, 0);
    EXPECT_THAT(back.vanish, ElementsAre(std::pair(0U, 1U)));
    EXPECT_EQ(back.remoteAfter, 0);
}

TEST(MovePreview, CountsTransactionsThatWouldSpanContexts)
{
    Shop shop;
    MovePreview preview(shop.maker.code, shop.alternative);
    const MoveEffect effect = preview.ifMoved({"table:LINES"}, 1);
    EXPECT_EQ(effect.spanningBefore, 0);
    EXPECT_EQ(effect.spanningAfter, 1);
}

TEST(MovePreview, TheFiguresAreThoseOfTheMovedSplit)
{
    Shop shop;
    MovePreview preview(shop.maker.code, shop.alternative);
    const MoveEffect effect = preview.ifMoved({"class:a.Basket", "table:LINES"}, 1);
    const MemberSet set = collectMembers(shop.maker.code);
    auto division = divisionOf(shop.alternative, set);
    division[set.byId.at("class:a.Basket")] = 1;
    division[set.byId.at("table:LINES")] = 1;
    const auto full = metricsOf(metricInput(shop.maker.code, set), set, division);
    ASSERT_EQ(effect.after.size(), full.size());
    for (const auto& [name, value] : full)
        EXPECT_NEAR(effect.after.at(name), value, 1e-9) << name;
    EXPECT_NE(effect.after, effect.before);
}

TEST(MovePreview, UnknownMembersChangeNothing)
{
    Shop shop;
    MovePreview preview(shop.maker.code, shop.alternative);
    const MoveEffect effect = preview.ifMoved({"class:gone"}, 1);
    EXPECT_EQ(effect.before, effect.after);
    EXPECT_EQ(effect.remoteBefore, effect.remoteAfter);
}

} // namespace naru::analyzers::decompose
