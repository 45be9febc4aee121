#include "analyzers/decompose/Exports.h"

#include "core/model/PartitionJson.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using core::MemberRole;
using testing::HasSubstr;
using testing::Not;

namespace {

core::Alternative alternative()
{
    core::Alternative out;
    out.id = "alternative-1";
    core::Context order;
    order.id = "order";
    order.name = "주문 \"새\" <b>";
    order.kind = core::SubdomainKind::Core;
    order.members = {{"class:a.Order", MemberRole::Class, "a.Order"}, {"view:=x,y.jsp", MemberRole::View, "=x,y.jsp"}};
    order.owns = {"ORDERS", "ORDER_LINE"};
    order.aggregates = {{"ORDERS", {"ORDERS", "ORDER_LINE"}}};
    order.events = {{"주문 등록됨", "POST /order", "ORDERS"}};
    core::Context stock = order;
    stock.id = "재고";
    stock.name = "재고";
    stock.members = {{"class:a.Stock", MemberRole::Class, "a.Stock"}};
    stock.owns.clear();
    stock.aggregates.clear();
    out.contexts = {order, stock};
    out.interfaces.push_back({"order", "재고", core::InterfaceKind::Call, {{"a.Order#x()", "a.Stock#y()", 3, "Order.java", 7}}, {}});
    out.relations.push_back({"재고", "order", "customer-supplier", "", 3, 0});
    out.why["class:a.Order"] = {"order", "재고", 0.75, {{"calls", "view:=x,y.jsp", 1, {}}}, {}};
    return out;
}

} // namespace

TEST(Exports, ContextMapperHasContextsAggregatesAndRelations)
{
    const std::string out = exported(alternative(), ExportFormat::ContextMapper, "Shop");
    EXPECT_THAT(out, HasSubstr("contains Order\n"));
    EXPECT_THAT(out, HasSubstr("  X [U,S]->[D,C] Order\n"));
    EXPECT_THAT(out, HasSubstr("BoundedContext Order implements OrderDomain {"));
    EXPECT_THAT(out, HasSubstr("aggregateRoot"));
    EXPECT_THAT(out, HasSubstr("domainVisionStatement = \"주문 '새' <b>\""));
    EXPECT_EQ(std::ranges::count(out, '{'), std::ranges::count(out, '}'));
}

TEST(Exports, DiagramsNameContainersAndCalls)
{
    const std::string puml = exported(alternative(), ExportFormat::PlantUml, "Shop");
    EXPECT_THAT(puml, HasSubstr("Rel(Order, X, \"3 calls\")"));
    EXPECT_THAT(puml, HasSubstr("ContainerDb(OrderData"));
    EXPECT_THAT(puml, Not(HasSubstr("ContainerDb(XData")));
    const std::string dsl = exported(alternative(), ExportFormat::Structurizr, "Shop");
    EXPECT_THAT(dsl, HasSubstr("Order -> X \"3 calls\""));
    EXPECT_EQ(std::ranges::count(dsl, '{'), std::ranges::count(dsl, '}'));
}

TEST(Exports, GraphMlEscapes)
{
    const std::string out = exported(alternative(), ExportFormat::GraphMl, "Shop");
    EXPECT_THAT(out, HasSubstr("주문 &quot;새&quot; &lt;b&gt;"));
    EXPECT_THAT(out, HasSubstr("source=\"context:order\" target=\"context:재고\""));
}

TEST(Exports, CsvKeepsFieldsWholeAndHarmless)
{
    const std::string out = exported(alternative(), ExportFormat::Csv, "Shop");
    EXPECT_THAT(out, HasSubstr("class:a.Order,class,a.Order,context,order,\"주문 \"\"새\"\" <b>\",0.750,재고\n"));
    EXPECT_THAT(out, HasSubstr("\"view:=x,y.jsp\",view,\"'=x,y.jsp\""));
}

TEST(Exports, JsonReadsBack)
{
    const auto json = nlohmann::json::parse(exported(alternative(), ExportFormat::Json, "Shop"));
    EXPECT_EQ(core::partitionFromJson(json).value().alternatives.at(0).contexts.at(1).name, "재고");
}

TEST(Exports, UnknownFormatsAreRefused)
{
    EXPECT_EQ(exportFormat("cml").value(), ExportFormat::ContextMapper);
    EXPECT_EQ(exportFormat("exe").error().key, "split.export.unknown-format");
}

} // namespace naru::analyzers::decompose
