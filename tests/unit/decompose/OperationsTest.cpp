#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/EvidenceGraph.h"
#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace naru::analyzers::decompose {

using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

/// Four slices and a front controller: six of its actions are about orders, two each about the others.
ModelMaker frontController()
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer", "invoice"})
        maker.slice(word);
    const auto handler = maker.method("shop.FrontServlet", "service");
    core::EntryPoint entry;
    entry.id = maker.code.intern("servlet /front");
    entry.path = maker.code.intern("/front");
    entry.handler = handler;
    maker.code.entryPoints.push_back(entry);
    const core::EntryPointId id(maker.code.entryPoints.size() - 1);
    const auto action = [&](const std::string& name, const std::string& word, const std::string& big) {
        const core::MemberId method = maker.method("shop.FrontServlet", "do" + name);
        const core::MemberId service = maker.method("shop." + word + "." + big + "Service", "save" + big);
        maker.code.calls.push_back({handler, method, {}, core::Rule::SameType});
        maker.code.calls.push_back({method, service, {}, core::Rule::TypedReceiver});
        core::Action made;
        made.entry = id;
        made.parameter = maker.code.intern("action");
        made.value = maker.code.intern(name);
        made.members = {handler, method, service};
        std::string table = word;
        for (char& c : table)
            c = static_cast<char>(c - 'a' + 'A');
        made.accesses.push_back({maker.table(table), core::AccessMode::Write, {}});
        maker.code.actions.push_back(made);
    };
    for (const char* name : {"Place", "Cancel", "Ship", "Pack", "Split", "Hold"})
        action(name, "order", "Order");
    action("Price", "product", "Product");
    action("Stock", "product", "Product");
    action("Register", "customer", "Customer");
    action("Greet", "customer", "Customer");
    action("Bill", "invoice", "Invoice");
    action("Remind", "invoice", "Invoice");
    return maker;
}

core::Alternative operationSplit(const core::CodeModel& code)
{
    DecomposeOptions options;
    options.data = loadSplitData(NARU_RESOURCES).value();
    core::Job job(1);
    return std::move(decompose(code, options, job).value().alternatives.at(0));
}

} // namespace

TEST(Operations, AreTheActionsOfADispatcherWithWhatIsTheirOwn)
{
    const ModelMaker maker = frontController();
    const MemberSet set = collectMembers(maker.code);
    std::vector<char> candidates(set.size(), 0);
    candidates[set.byId.at("class:shop.FrontServlet")] = 1;
    const std::vector<Reach> reach(maker.code.members.size());
    const auto operations = operationsOf(maker.code, set, reach, candidates);
    ASSERT_THAT(operations, SizeIs(12));
    const auto& bill = *std::ranges::find(operations, "Bill", &Operation::name);
    ASSERT_THAT(bill.calls, SizeIs(1));
    EXPECT_EQ(maker.code.text(maker.code[bill.calls[0]].id), "shop.invoice.InvoiceService#saveInvoice()");
    ASSERT_THAT(bill.roots, SizeIs(1)); // the handler is common to all
    EXPECT_EQ(maker.code.text(maker.code[bill.roots[0]].name), "doBill");
    ASSERT_THAT(bill.reached, SizeIs(1));
    EXPECT_EQ(set.members[bill.reached[0].first].name, "INVOICE");
}

TEST(Operations, PutADispatcherWhereMostOfThemBelongAndSayWhereTheOthersDo)
{
    const core::Alternative first = operationSplit(frontController().code);
    ASSERT_EQ(first.contexts.size(), 4U);
    const core::MemberWhy& why = first.why.at("class:shop.FrontServlet");
    EXPECT_EQ(why.context, "order");
    ASSERT_THAT(why.actions, SizeIs(12));
    std::map<std::string, int> places;
    for (const core::ActionPlace& action : why.actions)
        ++places[action.context];
    EXPECT_THAT(places, UnorderedElementsAre(std::pair("order", 6), std::pair("product", 2), std::pair("customer", 2),
                                             std::pair("invoice", 2)));
    EXPECT_LT(why.confidence, 0.9);
    EXPECT_EQ(first.why.at("class:shop.order.OrderService").actions.size(), 0U);
}

TEST(Operations, LeaveAClassWithOneSubjectWhole)
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer"})
        maker.slice(word);
    for (const char* name : {"open", "close", "hold", "ship"}) {
        core::EntryPoint entry;
        entry.handler = maker.method("shop.order.OrderController", name);
        entry.id = maker.code.intern(std::string("POST /order/") + name);
        maker.code.entryPoints.push_back(entry);
        maker.code.calls.push_back({entry.handler, maker.method("shop.order.OrderService", "saveOrder"), {}, core::Rule::TypedReceiver});
    }
    EXPECT_THAT(operationSplit(maker.code).why.at("class:shop.order.OrderController").actions, SizeIs(0));
}

TEST(WaysIn, DataWithItsCodeStandsWhereTheWaysInAreUnknown)
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer", "invoice"})
        maker.slice(word);
    const std::size_t all = operationSplit(maker.code).contexts.size();
    // only one of the four is asked from outside: an interface for programs that no known framework serves
    std::erase_if(maker.code.entryPoints,
                  [&](const core::EntryPoint& entry) { return maker.code.text(entry.path) != "/order/save"; });
    maker.code.transactions.clear();
    maker.code.renders.clear();
    maker.code.views.clear();
    const core::Alternative first = operationSplit(maker.code);
    EXPECT_EQ(first.contexts.size(), all);
    EXPECT_NE(first.why.at("table:PRODUCT").context, first.why.at("table:ORDER").context);
}

TEST(Standing, ABaseClassIsSharedThoughItsNameSoundsLikeAContext)
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer", "message"}) {
        maker.slice(word);
        std::string big = word;
        big[0] = static_cast<char>(big[0] - 32);
        const std::vector<const char*> users =
            big == "Message" ? std::vector<const char*>{"Controller"} : std::vector<const char*>{"Controller", "Service", "Repository"};
        for (const char* role : users)
            maker.call(std::string("shop.") + word + "." + big + role, "shop.message.MessageTexts", "text");
    }
    const core::Alternative first = operationSplit(maker.code);
    EXPECT_THAT(first.shared, testing::Contains(testing::Field(&core::PartitionMember::id, "class:shop.message.MessageTexts")));
    // what it works with there has no data either
    maker.call("shop.message.MessageTexts", "shop.message.MessageFormat", "format");
    EXPECT_THAT(operationSplit(maker.code).shared,
                testing::Contains(testing::Field(&core::PartitionMember::id, "class:shop.message.MessageTexts")));
    // it works with data of its context: then its name decides
    maker.call("shop.message.MessageTexts", "shop.message.MessageRepository");
    const core::Alternative home = operationSplit(maker.code);
    EXPECT_EQ(home.why.at("class:shop.message.MessageTexts").context, home.why.at("class:shop.message.MessageRepository").context);
}

TEST(Standing, PagesThatOnlyKnowEachOtherAreUnused)
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer"})
        maker.slice(word);
    for (const char* page : {"order", "dialog", "toolbar"}) // demonstrations that came with an editor
        maker.code.viewLinks.push_back(
            {maker.view("web/editor/samples/index.html"), maker.view(std::string("web/editor/samples/") + page + ".html"), {}, {}, {}});
    maker.code.viewLinks.push_back({maker.view("views/order/orderList.jsp"), maker.view("views/order/orderHelp.html"), {}, {}, {}});
    const core::Alternative first = operationSplit(maker.code);
    for (const char* page : {"index", "order", "dialog", "toolbar"})
        EXPECT_THAT(first.unused, testing::Contains(testing::Field(&core::PartitionMember::id,
                                                                   std::string("view:web/editor/samples/") + page + ".html")));
    EXPECT_EQ(first.why.at("view:views/order/orderHelp.html").context, "order");
}

} // namespace naru::analyzers::decompose
