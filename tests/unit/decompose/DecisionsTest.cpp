#include "analyzers/decompose/Decompose.h"

#include "core/model/PartitionJson.h"
#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

namespace {

core::Decision decision(const std::string& area, const std::string& key, nlohmann::json value)
{
    return {0, area, key, std::move(value), "architect", ""};
}

DecomposeOptions with(std::vector<core::Decision> decisions)
{
    DecomposeOptions out;
    out.data = loadSplitData(NARU_RESOURCES).value();
    out.decisions = std::move(decisions);
    return out;
}

core::Alternative decidedSplit(const ModelMaker& maker, const DecomposeOptions& options)
{
    core::Job job;
    return decompose(maker.code, options, job).value().alternatives.at(0);
}

std::string contextHolding(const core::Alternative& alternative, const std::string& id)
{
    for (const core::Context& context : alternative.contexts)
        for (const core::PartitionMember& member : context.members)
            if (member.id == id)
                return context.id;
    return {};
}

const core::Context& context(const core::Alternative& alternative, const std::string& id)
{
    return *std::ranges::find(alternative.contexts, id, &core::Context::id);
}

} // namespace

TEST(Decisions, MovePinRenameReview)
{
    const core::Alternative first =
        decidedSplit(ModelMaker::shop(),
                     with({decision("member", "class:shop.order.Order", "product"), decision("pin", "class:shop.customer.Customer", true),
                           decision("pin", "table:CUSTOMER", "order"),
                           decision("context", "order", {{"name", "주문 접수"}, {"kind", "generic"}, {"review", "agreed"}, {"note", "ok"}}),
                           decision("role", "class:shop.customer.CustomerRepository", "shared")}));
    EXPECT_EQ(contextHolding(first, "class:shop.order.Order"), "product");
    EXPECT_EQ(contextHolding(first, "table:CUSTOMER"), "order");
    const core::Context& order = context(first, "order");
    EXPECT_EQ(order.name, "주문 접수");
    EXPECT_TRUE(order.named);
    EXPECT_EQ(order.kind, core::SubdomainKind::Generic);
    EXPECT_EQ(order.review, "agreed");
    EXPECT_EQ(order.reviewer, "architect");
    EXPECT_THAT(order.owns, Contains("CUSTOMER"));
    EXPECT_THAT(first.shared, Contains(Field(&core::PartitionMember::id, "class:shop.customer.CustomerRepository")));
    EXPECT_THAT(first.pinned, ElementsAre("class:shop.customer.Customer", "table:CUSTOMER"));
    EXPECT_THAT(first.unmet, IsEmpty());
}

TEST(Decisions, MergeAndSplit)
{
    const core::Alternative merged = decidedSplit(ModelMaker::shop(), with({decision("merge", "order", "product")}));
    EXPECT_EQ(merged.contexts.size(), 2U);
    EXPECT_EQ(contextHolding(merged, "class:shop.order.OrderService"), "product");
    const core::Alternative parted = decidedSplit(
        ModelMaker::shop(), with({decision("split", "desk",
                                           {{"from", "order"},
                                            {"members", {"class:shop.order.OrderController", "view:views/order/orderForm.jsp"}},
                                            {"name", "Order desk"}})}));
    EXPECT_EQ(parted.contexts.size(), 4U);
    EXPECT_EQ(contextHolding(parted, "class:shop.order.OrderController"), "desk");
    EXPECT_EQ(context(parted, "desk").name, "Order desk");
}

TEST(Decisions, WhatNoLongerMatchesIsListed)
{
    const core::Alternative first =
        decidedSplit(ModelMaker::shop(), with({decision("member", "class:shop.Gone", "order"), decision("context", "gone", {{"name", "x"}}),
                                               decision("member", "class:shop.order.Order", "nowhere"), decision("merge", "order", "void"),
                                               decision("role", "class:shop.order.Order", "king")}));
    std::vector<std::string> reasons;
    for (const core::Unmet& unmet : first.unmet)
        reasons.push_back(unmet.what + " " + unmet.reasonKey);
    EXPECT_THAT(reasons,
                ElementsAre("merge split.unmet.unknown-context", "context split.unmet.unknown-context", "role split.unmet.unknown-role",
                            "member split.unmet.unknown-member", "member split.unmet.unknown-context"));
    EXPECT_EQ(contextHolding(first, "class:shop.order.Order"), "order");
}

TEST(Decisions, ApplyingThemLaterEqualsApplyingThemAtOnce)
{
    const std::vector<core::Decision> decisions{decision("member", "class:shop.order.Order", "product"),
                                                decision("context", "customer", {{"name", "Clients"}}),
                                                decision("role", "view:views/order/orderForm.jsp", "unused")};
    const ModelMaker maker = ModelMaker::shop();
    core::Job job;
    const core::Partition plain = decompose(maker.code, with({}), job).value();
    const core::Partition later = applyDecisions(maker.code, plain, with(decisions), job).value();
    const core::Partition atOnce = decompose(maker.code, with(decisions), job).value();
    EXPECT_EQ(core::toJson(later.alternatives.at(0)).dump(1), core::toJson(atOnce.alternatives.at(0)).dump(1));
}

TEST(Decisions, WhatIsKeptBetweenEditsEqualsTheFullDescription)
{
    const ModelMaker maker = ModelMaker::shop();
    core::Job job;
    const core::Partition plain = decompose(maker.code, with({}), job).value();
    PreparedSplit prepared = PreparedSplit::prepare(std::make_shared<const core::CodeModel>(maker.code), with({}), job).value();
    const core::Decision move = decision("member", "class:shop.order.Order", "product");
    const core::Decision back = decision("member", "class:shop.order.Order", "order");
    const core::Decision review = decision("context", "order", {{"review", "disputed"}, {"reviewer", "Hong"}, {"note", "too large"}});
    const core::Decision agreed = decision("context", "order", {{"review", "agreed"}});
    const core::Decision name = decision("context", "order", {{"name", "Sales"}});
    const core::Decision kind = decision("context", "order", {{"kind", "generic"}});
    const core::Decision merge = decision("merge", "customer", "order");
    const core::Decision role = decision("role", "class:shop.order.Order", "shared");
    // each edit, its undo, and edits on edits; more placements than are kept
    const std::vector<std::vector<core::Decision>> steps = {{},
                                                            {move},
                                                            {},
                                                            {move, review},
                                                            {move, agreed},
                                                            {name},
                                                            {},
                                                            {kind},
                                                            {name, kind},
                                                            {role},
                                                            {merge},
                                                            {merge, move},
                                                            {move, review},
                                                            {back},
                                                            {merge},
                                                            {review},
                                                            {},
                                                            {name, role, review},
                                                            {agreed}};
    for (const auto& decisions : steps) {
        const core::Partition kept = prepared.apply(plain, decisions, job).value();
        const core::Partition full = applyDecisions(maker.code, plain, with(decisions), job).value();
        EXPECT_EQ(core::toJson(kept).dump(1), core::toJson(full).dump(1));
    }
}

TEST(Decisions, ASplitThatWasMadeEqualsTheOneThatIsReadAgain)
{
    const ModelMaker maker = ModelMaker::shop();
    core::Job job;
    const core::Partition made = applyDecisions(maker.code, decompose(maker.code, with({}), job).value(), with({}), job).value();
    const core::Partition read = core::partitionFromJson(core::toJson(made)).value();
    ASSERT_FALSE(made.alternatives.empty());
    ASSERT_EQ(read.alternatives.size(), made.alternatives.size());
    for (std::size_t i = 0; i < made.alternatives.size(); ++i) {
        EXPECT_EQ(read.alternatives[i].metrics, made.alternatives[i].metrics);
        ASSERT_FALSE(made.alternatives[i].why.empty());
        for (const auto& [member, why] : made.alternatives[i].why)
            EXPECT_EQ(read.alternatives[i].why.at(member).confidence, why.confidence) << member; // to the last digit
    }
}

TEST(Decisions, AnAlternativeOfOlderSourceLosesNothing)
{
    const ModelMaker old = ModelMaker::shop();
    core::Job job;
    const core::Partition plain = decompose(old.code, with({}), job).value();
    ModelMaker now;
    now.slice("order");
    now.slice("product");
    now.call("shop.order.OrderController", "shop.order.OrderPrinter", "print");
    const core::Alternative again = applyDecisions(now.code, plain, with({}), job).value().alternatives.at(0);
    EXPECT_EQ(contextHolding(again, "class:shop.order.OrderPrinter"), "order");
    EXPECT_THAT(again.unmet, Contains(Field(&core::Unmet::members, ElementsAre("class:shop.customer.Customer"))));
    EXPECT_EQ(again.unmet.size(), 7U);
}

TEST(Decisions, ContextsKeepTheirIdentityOverReclustering)
{
    DecomposeOptions options = with({});
    const ModelMaker maker = ModelMaker::shop();
    core::Alternative before = decidedSplit(maker, options);
    before.contexts[0].id = "kept-id";
    before.contexts[0].name = "Kept name";
    before.contexts[0].named = true;
    before.contexts[0].review = "disputed";
    const std::string member = before.contexts[0].members[0].id;
    options.previous = before;
    const core::Alternative after = decidedSplit(maker, options);
    EXPECT_EQ(contextHolding(after, member), "kept-id");
    EXPECT_EQ(context(after, "kept-id").name, "Kept name");
    EXPECT_EQ(context(after, "kept-id").review, "disputed");
}

} // namespace naru::analyzers::decompose
