#include "analyzers/decompose/Decompose.h"

#include "analyzers/decompose/Agreement.h"
#include "analyzers/decompose/LiveMetrics.h"
#include "core/model/PartitionJson.h"
#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const SplitData& data()
{
    static const SplitData loaded = loadSplitData(NARU_RESOURCES).value();
    return loaded;
}

DecomposeOptions defaults()
{
    DecomposeOptions out;
    out.data = data();
    return out;
}

core::Partition split(const core::CodeModel& code, const DecomposeOptions& options = defaults(), int threads = 1)
{
    core::Job job(threads);
    auto result = decompose(code, options, job);
    if (!result)
        throw std::runtime_error(result.error().key);
    return *std::move(result);
}

std::string contextOf(const core::Alternative& alternative, const std::string& id)
{
    for (const core::Context& context : alternative.contexts)
        for (const core::PartitionMember& member : context.members)
            if (member.id == id)
                return context.id;
    return {};
}

/// Every member stands in exactly one place.
std::size_t placesOf(const core::Alternative& a, const std::string& id)
{
    std::size_t out = 0;
    const auto count = [&](const std::vector<core::PartitionMember>& list) {
        for (const auto& member : list)
            out += member.id == id ? 1 : 0;
    };
    for (const core::Context& context : a.contexts)
        count(context.members);
    count(a.shared);
    count(a.unused);
    count(a.unassigned);
    return out;
}

} // namespace

TEST(Decompose, FindsTheSlicesOfASystem)
{
    const core::Partition partition = split(ModelMaker::shop().code);
    const core::Alternative& first = partition.alternatives.at(0);
    ASSERT_EQ(first.contexts.size(), 3U);
    EXPECT_EQ(first.level, "coarse");
    for (const char* word : {"order", "product", "customer"}) {
        std::string big = word;
        big[0] = static_cast<char>(big[0] - 32);
        const std::string package = std::string("class:shop.") + word + "." + big;
        const std::string home = contextOf(first, package);
        EXPECT_EQ(home, word);
        for (const char* role : {"Controller", "Service", "Repository"})
            EXPECT_EQ(contextOf(first, package + role), home);
        EXPECT_EQ(contextOf(first, std::string("view:views/") + word + "/" + word + "Form.jsp"), home);
    }
    const auto& order = *std::ranges::find(first.contexts, "order", &core::Context::id);
    EXPECT_THAT(order.owns, ElementsAre("ORDER"));
    EXPECT_THAT(order.entryPoints, ElementsAre("POST /order/save"));
    EXPECT_THAT(order.commands, ElementsAre("POST /order/save"));
    ASSERT_EQ(order.events.size(), 1U);
    EXPECT_EQ(order.events[0].name, "order registered"); // of what the table is called another verb is better
    ASSERT_EQ(first.interfaces.size(), 1U);
    EXPECT_EQ(first.interfaces[0].from, "order");
    EXPECT_EQ(first.interfaces[0].to, "product");
    EXPECT_EQ(first.interfaces[0].functions.at(0).calls, 1);
    EXPECT_EQ(first.interfaces[0].functions.at(0).line, 20);
    EXPECT_GT(first.metrics.at("SM"), 0);
}

TEST(Decompose, ExplainsEveryMember)
{
    const core::Alternative first = split(ModelMaker::shop().code).alternatives.at(0);
    const core::MemberWhy& why = first.why.at("class:shop.order.OrderService");
    EXPECT_EQ(why.context, "order");
    EXPECT_EQ(why.nextBest, "product");
    EXPECT_GT(why.confidence, 0.6);
    ASSERT_FALSE(why.toward.empty());
    EXPECT_GE(why.toward[0].weight, why.toward.back().weight);
    EXPECT_THAT(why.towardNext, Contains(testing::Field(&core::Reason::layer, "calls")));
    for (const auto& [id, reason] : first.why)
        EXPECT_EQ(placesOf(first, id), 1U) << id;
}

TEST(Decompose, SameBytesOnOneAndMoreThreads)
{
    ModelMaker maker;
    for (char a = 'a'; a < 'a' + 12; ++a)
        maker.slice(std::string("unit") + a + "x");
    const std::string one = core::toJson(split(maker.code, defaults(), 1)).dump();
    EXPECT_EQ(one, core::toJson(split(maker.code, defaults(), 4)).dump());
    EXPECT_EQ(one, core::toJson(split(maker.code, defaults(), 1)).dump());
}

TEST(Decompose, NothingAtAllIsAnEmptyResult)
{
    const core::Partition partition = split(core::CodeModel());
    ASSERT_EQ(partition.alternatives.size(), 1U);
    EXPECT_THAT(partition.alternatives[0].contexts, IsEmpty());
}

TEST(Decompose, OneClassWithoutATieIsNotAContext)
{
    ModelMaker maker;
    maker.type("a.Lonely");
    const core::Alternative first = split(maker.code).alternatives.at(0);
    EXPECT_THAT(first.contexts, IsEmpty());
    EXPECT_EQ(placesOf(first, "class:a.Lonely"), 1U);
}

TEST(Decompose, ManyClassesWithoutEdgesStayUnassignedOrUnused)
{
    ModelMaker maker;
    for (int i = 0; i < 50; ++i)
        maker.type("p" + std::to_string(i) + ".Q" + std::string(static_cast<std::size_t>(i % 7 + 2), static_cast<char>('a' + i % 26)));
    const core::Alternative first = split(maker.code).alternatives.at(0);
    std::size_t placed = first.unused.size() + first.unassigned.size() + first.shared.size();
    for (const auto& context : first.contexts)
        placed += context.members.size();
    EXPECT_EQ(placed, 50U);
}

TEST(Decompose, EverythingCallingEverythingEnds)
{
    ModelMaker maker;
    for (int i = 0; i < 25; ++i)
        for (int j = 0; j < 25; ++j)
            if (i != j)
                maker.call("k.C" + std::string(1, static_cast<char>('a' + i)) + "x",
                           "k.C" + std::string(1, static_cast<char>('a' + j)) + "x");
    const core::Alternative first = split(maker.code).alternatives.at(0);
    EXPECT_LE(first.contexts.size(), 3U);
}

TEST(Decompose, AskedNumberOfContextsIsGiven)
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer", "invoice", "vehicle", "room"})
        maker.slice(word);
    for (const int wanted : {1, 2, 4, 6}) {
        DecomposeOptions options = defaults();
        options.contexts = wanted;
        const core::Alternative first = split(maker.code, options).alternatives.at(0);
        EXPECT_EQ(first.contexts.size(), static_cast<std::size_t>(wanted));
        EXPECT_EQ(first.reasonKey, "split.number.asked");
        EXPECT_THAT(first.unmet, IsEmpty());
    }
    DecomposeOptions options = defaults();
    options.contexts = 400;
    const core::Alternative first = split(maker.code, options).alternatives.at(0);
    EXPECT_THAT(first.unmet, Contains(testing::Field(&core::Unmet::reasonKey, "split.unmet.number-of-contexts")));
}

TEST(Decompose, BadOptionsAreRefused)
{
    core::Job job;
    DecomposeOptions options = defaults();
    options.weights["nonsense"] = 1;
    EXPECT_EQ(decompose(ModelMaker::shop().code, options, job).error().key, "split.option.weight");
    options = defaults();
    options.contexts = -1;
    EXPECT_EQ(decompose(ModelMaker::shop().code, options, job).error().key, "split.option.negative");
}

TEST(Decompose, StopsWhenCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    core::Job job(1, stop.get_token());
    EXPECT_EQ(decompose(ModelMaker::shop().code, defaults(), job).error().code, core::ErrorCode::Cancelled);
}

TEST(Decompose, WritesAcrossContextsAreFound)
{
    ModelMaker maker = ModelMaker::shop();
    const auto entry = maker.entry("shop.order.OrderController", "/order/cancel");
    maker.transaction(entry, {{"ORDER", core::AccessMode::Write}, {"PRODUCT", core::AccessMode::Write}});
    const core::Alternative first = split(maker.code).alternatives.at(0);
    ASSERT_EQ(first.distributedTransactions.size(), 1U);
    const auto& found = first.distributedTransactions[0];
    EXPECT_THAT(found.contexts, ElementsAre("order", "product"));
    EXPECT_THAT(found.writes, ElementsAre("ORDER", "PRODUCT"));
    EXPECT_THAT(found.compensations, ElementsAre("UPDATE PRODUCT", "UPDATE ORDER"));
}

TEST(Decompose, WritesOfSeveralTransactionsBreakNone)
{
    ModelMaker maker = ModelMaker::shop();
    const auto entry = maker.entry("shop.order.OrderController", "/order/cancel");
    maker.transaction(entry, {{"ORDER", core::AccessMode::Write}, {"PRODUCT", core::AccessMode::Write}, {"CUSTOMER", core::AccessMode::Write}});
    core::Transaction& request = maker.code.transactions.back();
    const core::MemberId one(0U);
    const core::MemberId other(1U);
    request.units = {{one, 0}, {other, 1}, {{}, 2}};
    EXPECT_THAT(split(maker.code).alternatives.at(0).distributedTransactions, testing::IsEmpty());
    request.units = {{one, 0}, {other, 1}, {other, 2}};
    const core::Alternative first = split(maker.code).alternatives.at(0);
    ASSERT_EQ(first.distributedTransactions.size(), 1U);
    EXPECT_THAT(first.distributedTransactions[0].writes, ElementsAre("PRODUCT", "CUSTOMER"));
    EXPECT_EQ(first.distributedTransactions[0].opener, maker.code.text(maker.code[other].id));
}

TEST(Decompose, SharedTablesNameTheirOwner)
{
    ModelMaker maker = ModelMaker::shop();
    maker.access("shop.order.OrderRepository", "PRODUCT", core::StatementKind::Select);
    const core::Alternative first = split(maker.code).alternatives.at(0);
    ASSERT_EQ(first.sharedTables.size(), 1U);
    EXPECT_EQ(first.sharedTables[0].table, "PRODUCT");
    EXPECT_EQ(first.sharedTables[0].proposedOwner, "product");
    EXPECT_EQ(first.sharedTables[0].reasonKey, "split.owner.only-writer");
}

TEST(Decompose, WhatEverybodyUsesIsShared)
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer", "invoice"}) {
        maker.slice(word);
        std::string big = word;
        big[0] = static_cast<char>(big[0] - 32);
        for (const char* role : {"Controller", "Service", "Repository"})
            maker.call(std::string("shop.") + word + "." + big + role, "shop.kit.Clock", "now");
    }
    const core::Alternative first = split(maker.code).alternatives.at(0);
    EXPECT_THAT(first.shared, Contains(testing::Field(&core::PartitionMember::id, "class:shop.kit.Clock")));
    EXPECT_EQ(first.contexts.size(), 4U);
}

TEST(Decompose, ConfigurationWithoutDataOrRequestsIsSharedAndNoContext)
{
    ModelMaker maker = ModelMaker::shop();
    const std::vector<std::string> names{"AppSecurityConfig", "AppSecurityFilter", "AppSecurityToken", "AppSecurityStarter",
                                         "AppSecurityRules"};
    for (const std::string& a : names)
        for (const std::string& b : names)
            if (a < b)
                maker.call("shop.security." + a, "shop.security." + b);
    core::EntryPoint main; // starts a container and works on nothing
    main.id = maker.code.intern("main shop.security.AppSecurityStarter");
    main.kind = core::EntryPointKind::Main;
    main.handler = maker.method("shop.security.AppSecurityStarter", "use");
    maker.code.entryPoints.push_back(main);
    const core::Alternative first = split(maker.code).alternatives.at(0);
    EXPECT_EQ(first.contexts.size(), 3U);
    for (const std::string& name : names)
        EXPECT_NE(std::ranges::find(first.shared, "class:shop.security." + name, &core::PartitionMember::id), first.shared.end()) << name;
}

TEST(Decompose, AlternativesTrulyDiffer)
{
    ModelMaker maker;
    for (char a = 'a'; a < 'a' + 10; ++a)
        maker.slice(std::string("unit") + a + "x");
    for (char a = 'a'; a + 1 < 'a' + 10; a = static_cast<char>(a + 2)) { // pairs that may be one
        const auto service = [](char letter) { return std::string("shop.unit") + letter + "x.Unit" + letter + "xService"; };
        for (int i = 0; i < 4; ++i)
            maker.call(service(a), service(static_cast<char>(a + 1)), "m" + std::to_string(i));
    }
    DecomposeOptions options = defaults();
    options.alternatives = 6;
    const core::Partition partition = split(maker.code, options);
    const MemberSet set = collectMembers(maker.code);
    std::vector<std::vector<std::uint32_t>> divisions;
    for (const core::Alternative& alternative : partition.alternatives)
        divisions.push_back(divisionOf(alternative, set));
    for (std::size_t i = 0; i < divisions.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_LT(adjustedRand(divisions[i], divisions[j]), 0.95) << i << " and " << j;
}

TEST(Decompose, ASliderGivesWhatTheGranularityGivesWhenAskedFor)
{
    ModelMaker maker;
    for (char a = 'a'; a < 'a' + 8; ++a)
        maker.slice(std::string("unit") + a + "x");
    DecomposeOptions options = defaults();
    core::Job job(1);
    auto slider = Granularity::prepare(maker.code, options, job);
    ASSERT_TRUE(slider.has_value());
    for (const double resolution : {0.5, 3.0, 0.5}) {
        DecomposeOptions asked = defaults();
        asked.resolution = resolution;
        const core::Alternative first = slider->at(resolution).value();
        const core::Alternative same = split(maker.code, asked).alternatives.at(0);
        ASSERT_EQ(first.contexts.size(), same.contexts.size());
        for (std::size_t c = 0; c < first.contexts.size(); ++c)
            EXPECT_EQ(first.contexts[c].members, same.contexts[c].members);
        EXPECT_EQ(first.resolution, resolution);
    }
    EXPECT_EQ(slider->at(0).error().key, "split.option.negative");
}

TEST(Decompose, AllInOnePackageIsStillSplitByWhatItDoes)
{
    ModelMaker apart = ModelMaker::shop();
    const auto expected = split(apart.code).alternatives.at(0);
    for (core::Type& type : apart.code.types)
        type.package = apart.code.intern("shop");
    const core::Alternative first = split(apart.code).alternatives.at(0);
    ASSERT_EQ(first.contexts.size(), 3U);
    for (const core::Context& context : expected.contexts)
        for (const core::PartitionMember& member : context.members)
            EXPECT_EQ(contextOf(first, member.id), context.id) << member.id;
}

TEST(Decompose, AGapInTheSecondOpinionPutsMembersUpForReview)
{
    const core::Alternative first = split(ModelMaker::shop().code).alternatives.at(0);
    EXPECT_GE(first.metrics.at("density.covered"), 0);
    EXPECT_LE(first.metrics.at("density.covered"), 1);
    EXPECT_GE(first.metrics.at("density.agreement"), 0.5);
    for (const auto& [id, why] : first.why)
        EXPECT_TRUE(why.context.empty() || why.confidence >= 0.5) << id;
}

TEST(Decompose, TestAndGeneratedCodeIsLeftOut)
{
    ModelMaker maker = ModelMaker::shop();
    maker.code.types[maker.type("shop.order.OrderServiceTest").value].flags = static_cast<std::uint32_t>(core::TypeFlag::Test);
    maker.code.types[maker.type("shop.order.OrderMapperImpl").value].flags = static_cast<std::uint32_t>(core::TypeFlag::Generated);
    const core::Alternative first = split(maker.code).alternatives.at(0);
    EXPECT_EQ(placesOf(first, "class:shop.order.OrderServiceTest"), 0U);
    EXPECT_EQ(placesOf(first, "class:shop.order.OrderMapperImpl"), 0U);
}

TEST(Constraints, AreHonoured)
{
    DecomposeOptions options = defaults();
    options.constraints.together = {{"shop.order.Order", "CustomerRepository"}};
    options.constraints.apart = {{"ProductController", "ProductService"}};
    options.constraints.pin = {{"class:shop.customer.Customer", "order"}, {"view:views/product/productList.jsp", "Portal"}};
    const core::Alternative first = split(ModelMaker::shop().code, options).alternatives.at(0);
    EXPECT_EQ(contextOf(first, "class:shop.order.Order"), contextOf(first, "class:shop.customer.CustomerRepository"));
    EXPECT_NE(contextOf(first, "class:shop.product.ProductController"), contextOf(first, "class:shop.product.ProductService"));
    EXPECT_EQ(contextOf(first, "class:shop.customer.Customer"), "order");
    EXPECT_EQ(contextOf(first, "view:views/product/productList.jsp"), "Portal");
    EXPECT_THAT(first.unmet, IsEmpty());
    EXPECT_THAT(first.pinned, ElementsAre("class:shop.customer.Customer", "view:views/product/productList.jsp"));
}

TEST(Constraints, ContradictionsAreExplained)
{
    DecomposeOptions options = defaults();
    options.constraints.together = {{"Order", "Product"}};
    options.constraints.apart = {{"shop.order.Order", "shop.product.Product"}, {"Customer", "CustomerService"}};
    options.constraints.pin = {{"Order", "here"}, {"Product", "there"}, {"Customer", "x"}, {"CustomerService", "x"}, {"Nobody", "x"}};
    const core::Alternative first = split(ModelMaker::shop().code, options).alternatives.at(0);
    std::vector<std::string> reasons;
    for (const core::Unmet& unmet : first.unmet)
        reasons.push_back(unmet.reasonKey);
    EXPECT_THAT(reasons, testing::UnorderedElementsAre("split.unmet.unknown-member", "split.unmet.pin-against-together",
                                                       "split.unmet.apart-against-together", "split.unmet.apart-against-pin"));
    EXPECT_EQ(contextOf(first, "class:shop.order.Order"), "here");
    EXPECT_EQ(contextOf(first, "class:shop.product.Product"), "here");
    EXPECT_EQ(contextOf(first, "class:shop.customer.CustomerService"), "x");
}

TEST(PartitionJson, ReadsWhatItWrites)
{
    const core::Partition partition = split(ModelMaker::shop().code);
    const auto json = core::toJson(partition);
    const auto again = core::partitionFromJson(json);
    ASSERT_TRUE(again) << again.error().args[0].second;
    EXPECT_EQ(core::toJson(*again), json);
    const auto membership = core::membershipFromJson(core::membershipJson(partition.alternatives[0]));
    ASSERT_TRUE(membership);
    EXPECT_EQ(membership->size(), 18U + 3U);
    EXPECT_FALSE(core::membershipFromJson(nlohmann::json::array()));
    EXPECT_FALSE(core::membershipFromJson({{"A", nullptr}}));
}

} // namespace naru::analyzers::decompose
