#include "analyzers/decompose/Decompose.h"

#include "core/model/PartitionJson.h"
#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

core::Alternative splitOfShop(const core::CodeModel& code)
{
    DecomposeOptions options;
    options.data = loadSplitData(NARU_RESOURCES).value();
    core::Job job(1);
    return std::move(decompose(code, options, job).value().alternatives.at(0));
}

/// A method with a signature, a field, an entity that stands for a table: what ModelMaker's slices leave out.
struct InterfaceShop {
    ModelMaker maker;

    InterfaceShop()
    {
        for (const char* word : {"order", "product", "customer"})
            maker.slice(word);
    }

    core::Member& method(const std::string& owner, const std::string& name, const std::string& parameters, const std::string& result)
    {
        core::Member& member = maker.code.members[maker.method(owner, name).value];
        member.id = maker.code.intern(owner + "#" + name + "(" + parameters + ")");
        member.valueType = maker.code.intern(result);
        return member;
    }

    void field(const std::string& owner, const std::string& name, const std::string& type)
    {
        core::Member& member = method(owner, name, {}, type);
        member.id = maker.code.intern(owner + "#" + name);
        member.kind = core::MemberKind::Field;
    }
};

const core::ContextInterface& between(const core::Alternative& split, const std::string& from, const std::string& to,
                                      core::InterfaceKind kind)
{
    for (const core::ContextInterface& link : split.interfaces)
        if (link.from == from && link.to == to && link.kind == kind)
            return link;
    throw std::runtime_error("no interface from " + from + " to " + to);
}

} // namespace

TEST(Interfaces, NameTheDataThatCrosses)
{
    InterfaceShop shop;
    shop.method("shop.product.ProductService", "saveProduct", "Product,int", "Product");
    shop.field("shop.product.Product", "price", "BigDecimal");
    shop.field("shop.product.Product", "name", "String");
    shop.maker.call("shop.order.OrderService", "shop.product.ProductService", "saveProduct");
    // behind it the repository writes its table
    shop.maker.code.calls.push_back({shop.maker.method("shop.product.ProductService", "saveProduct"),
                                     shop.maker.method("shop.product.ProductRepository", "run"), {}, core::Rule::TypedReceiver});
    const core::Alternative first = splitOfShop(shop.maker.code);
    const core::ContextInterface& link = between(first, "order", "product", core::InterfaceKind::Call);
    ASSERT_EQ(link.functions.size(), 1U);
    const core::InterfaceFunction& function = link.functions.front();
    EXPECT_THAT(function.takes, ElementsAre("Product", "int"));
    EXPECT_EQ(function.gives, "Product");
    EXPECT_THAT(function.reads, ElementsAre("PRODUCT"));
    EXPECT_THAT(function.writes, ElementsAre("PRODUCT"));
    EXPECT_EQ(function.style, "command");
    EXPECT_EQ(link.style, "command");
    EXPECT_EQ(link.calls, 1);
    ASSERT_EQ(link.data.size(), 1U);
    EXPECT_EQ(link.data[0].type, "shop.product.Product");
    EXPECT_TRUE(link.data[0].in);
    EXPECT_TRUE(link.data[0].out);
    EXPECT_THAT(link.data[0].fields, ElementsAre("price: BigDecimal", "name: String"));
    EXPECT_THAT(link.data[0].tables, ElementsAre("PRODUCT"));
}

TEST(Interfaces, ProposeHowACallCrosses)
{
    InterfaceShop shop;
    const auto call = [&](const std::string& to, const std::string& name, const std::string& behind) {
        shop.maker.call("shop.order.OrderService", to, name);
        if (!behind.empty())
            shop.maker.code.calls.push_back(
                {shop.maker.method(to, name), shop.maker.method(behind, "run"), {}, core::Rule::TypedReceiver});
    };
    shop.method("shop.product.ProductService", "ship", "int", "void");
    call("shop.product.ProductService", "ship", "shop.product.ProductRepository");
    shop.method("shop.customer.CustomerService", "find", "int", "Customer");
    shop.maker.access("shop.customer.CustomerReader", "CUSTOMER", core::StatementKind::Select);
    call("shop.customer.CustomerService", "find", "shop.customer.CustomerReader");
    shop.method("shop.customer.CustomerService", "pad", "String", "String").flags = static_cast<std::uint32_t>(core::MemberFlag::Static);
    call("shop.customer.CustomerService", "pad", {});
    shop.method("shop.customer.Customer", "getName", "", "String");
    shop.field("shop.customer.Customer", "name", "String");
    call("shop.customer.Customer", "getName", {});
    const core::Alternative first = splitOfShop(shop.maker.code);
    EXPECT_EQ(between(first, "order", "product", core::InterfaceKind::Call).style, "event");
    const core::ContextInterface& customer = between(first, "order", "customer", core::InterfaceKind::Call);
    std::map<std::string, std::string> styles;
    for (const core::InterfaceFunction& function : customer.functions)
        styles[function.to.substr(function.to.rfind('#') + 1)] = function.style;
    EXPECT_EQ(styles.at("find(int)"), "query");
    EXPECT_EQ(styles.at("pad(String)"), "library");
    EXPECT_EQ(styles.at("getName()"), "data");
    EXPECT_EQ(customer.style, "query"); // what needs no remote call has no say
    EXPECT_EQ(customer.reasonKey, "split.style.query");
}

TEST(Interfaces, CountStatementsOnForeignTables)
{
    InterfaceShop shop;
    shop.maker.access("shop.order.OrderRepository", "PRODUCT", core::StatementKind::Select);
    const core::ContextInterface reading = between(splitOfShop(shop.maker.code), "order", "product", core::InterfaceKind::SharedTable);
    EXPECT_EQ(reading.style, "query");
    shop.maker.access("shop.order.OrderRepository", "PRODUCT", core::StatementKind::Update);
    const core::ContextInterface writing = between(splitOfShop(shop.maker.code), "order", "product", core::InterfaceKind::SharedTable);
    ASSERT_EQ(writing.accesses.size(), 1U);
    EXPECT_EQ(writing.accesses[0].table, "PRODUCT");
    EXPECT_EQ(writing.accesses[0].reads, 1);
    EXPECT_EQ(writing.accesses[0].writes, 1);
    EXPECT_EQ(writing.style, "command");
}

TEST(Interfaces, GiveEveryStepOfASagaItsRole)
{
    InterfaceShop shop;
    const auto entry = shop.maker.entry("shop.order.OrderController", "/order/place");
    shop.maker.transaction(entry, {{"CUSTOMER", core::AccessMode::Write},
                                   {"ORDER", core::AccessMode::Write},
                                   {"PRODUCT", core::AccessMode::Write}});
    const core::Alternative first = splitOfShop(shop.maker.code);
    ASSERT_EQ(first.distributedTransactions.size(), 1U);
    const core::DistributedTransaction& saga = first.distributedTransactions.front();
    EXPECT_EQ(saga.coordinator, "order");
    ASSERT_EQ(saga.steps.size(), 3U);
    EXPECT_EQ(saga.steps[0].context, "customer");
    EXPECT_EQ(saga.steps[0].role, "compensable");
    EXPECT_EQ(saga.steps[0].compensation, "UPDATE CUSTOMER");
    EXPECT_EQ(saga.steps[1].role, "pivot");
    EXPECT_EQ(saga.steps[2].role, "retriable");
    EXPECT_THAT(saga.steps[2].compensation, IsEmpty());
    const core::ContextInterface& link = between(first, "customer", "order", core::InterfaceKind::DistributedTransaction);
    EXPECT_EQ(link.style, "saga");
}

TEST(Interfaces, ATransactionSaysWhereItIsOpenedAndWhereItWrites)
{
    InterfaceShop shop;
    core::CodeModel& code = shop.maker.code;
    const auto entry = shop.maker.entry("shop.order.OrderController", "/order/place");
    const core::FileId file = code[code[entry].handler].at.file;
    code.entryPoints[entry.value].at = {file, 60};
    shop.maker.transaction(entry, {{"CUSTOMER", core::AccessMode::Write}, {"ORDER", core::AccessMode::Write}});
    auto& accesses = code.transactions.back().accesses;
    for (std::uint32_t i = 0; i < accesses.size(); ++i)
        accesses[i].at = {file, 70 + i};
    const core::Alternative first = splitOfShop(code);
    ASSERT_EQ(first.distributedTransactions.size(), 1U);
    std::vector<std::string> places;
    for (const core::Evidence& one : first.distributedTransactions[0].evidence)
        places.push_back(one.file + ":" + std::to_string(one.line) + " " + one.text);
    const std::string path(code.text(code[file].path));
    EXPECT_THAT(places, ElementsAre(path + ":60 POST /order/place", path + ":70 CUSTOMER", path + ":71 ORDER"));
}

TEST(Interfaces, SurviveTheirJson)
{
    InterfaceShop shop;
    shop.method("shop.product.ProductService", "saveProduct", "Product", "Product");
    shop.maker.call("shop.order.OrderService", "shop.product.ProductService", "saveProduct");
    shop.maker.access("shop.order.OrderRepository", "CUSTOMER", core::StatementKind::Update);
    const auto entry = shop.maker.entry("shop.order.OrderController", "/order/place");
    shop.maker.transaction(entry, {{"ORDER", core::AccessMode::Write}, {"PRODUCT", core::AccessMode::Write}});
    shop.maker.code.entryPoints[entry.value].at = {core::FileId(0U), 60};
    core::Partition made;
    made.alternatives.push_back(splitOfShop(shop.maker.code));
    const auto json = core::toJson(made);
    EXPECT_THAT(json["alternatives"][0]["interfaces"][0]["functions"][0]["takes"], Contains("Product"));
    EXPECT_EQ(core::toJson(core::partitionFromJson(json).value()), json);
}

} // namespace naru::analyzers::decompose
