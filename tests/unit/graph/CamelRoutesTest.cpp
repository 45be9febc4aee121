#include "LinkFixture.h"

#include "analyzers/graph/CamelUris.h"

namespace naru::tests {
namespace {

/// Routes of Apache Camel.
class CamelRoutes : public LinkFixture {
protected:
    /// "from: destination -> entry" of every message, "from: url" of every other call of another system.
    [[nodiscard]] Names messages() const
    {
        Names found;
        for (const auto& call : model().remoteCalls)
            found.insert(memberId(call.from) + ": " + text(call.kind == core::RemoteKind::Messaging ? call.service : call.url) +
                         (call.toEntry.valid() ? " -> " + text(model()[call.toEntry].id) : ""));
        return found;
    }
    [[nodiscard]] Names unresolved() const
    {
        Names found;
        for (const auto& item : model().unresolved)
            found.insert(text(item.from) + " " + text(item.text));
        return found;
    }
};

/// Each route of a method that builds several does its own work; what stands before them belongs to all.
TEST_F(CamelRoutes, RoutesOfABuilder)
{
    write("a/Orders.java", R"x(package a; import org.apache.camel.builder.RouteBuilder; import org.apache.camel.*;
class Store implements Processor { org.springframework.jdbc.core.JdbcTemplate jdbc; public void process(Exchange e) { jdbc.update("insert into ORDERS values (1)"); } }
class Audit { org.springframework.jdbc.core.JdbcTemplate jdbc; public void note(String s) { jdbc.update("insert into AUDIT values (1)"); } public void other() { jdbc.update("delete from NEVER"); } }
class Failure { org.springframework.jdbc.core.JdbcTemplate jdbc; public void keep() { jdbc.update("insert into FAILED values (1)"); } }
class Orders extends RouteBuilder { Audit audit; Failure failure;
  @Override public void configure() {
    onException(Exception.class)
      .process(e -> failure.keep());
    from("activemq:queue:ORDERS?concurrentConsumers=5").routeId("orders")
      .process(new Store())
      .to("direct:audit")
      .to(ExchangePattern.InOnly, "activemq:queue:DONE");
    from("direct:audit").convertBodyTo(String.class).id("step")
      .bean(audit, "note")
      .toD("activemq:queue:${header.next}");
    from("quartz:nightly?cron=0+0+1+*+*+?")
      .bean(Audit.class, "other(${body})")
      .to("direct:nowhere")
      .to("http4://erp.local/api/orders?bridgeEndpoint=true");
    from("seda:later").to("log:x");
  }
})x");
    write("a/Done.java", R"x(package a; class Done { @org.springframework.jms.annotation.JmsListener(destination = "DONE") public void done(String s) {} })x");
    write("a/Web.java", R"x(package a; import org.apache.camel.ProducerTemplate; class Web { ProducerTemplate template; void place() { template.sendBody("activemq:queue:ORDERS", "x"); template.asyncSendBody("seda:later", "x"); } void ask() { template.requestBody("direct:audit", "x"); } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"message activemq:queue:ORDERS = a.Orders.orders", "scheduled quartz:nightly a.Orders.quartz:nightly = a.Orders.quartz:nightly",
                                 "message seda:later = a.Orders.seda:later", "message DONE = a.Done.done"}));
    EXPECT_EQ(sequence("message activemq:queue:ORDERS"), "w ORDERS, w AUDIT, w FAILED");
    EXPECT_EQ(sequence("scheduled quartz:nightly a.Orders.quartz:nightly"), "w NEVER, w FAILED");
    EXPECT_EQ(messages(), (Names{"a.Orders#orders(): activemq:queue:DONE -> message DONE", "a.Orders#quartz:nightly(): http://erp.local/api/orders",
                                 "a.Web#place(): activemq:queue:ORDERS -> message activemq:queue:ORDERS", "a.Web#place(): seda:later -> message seda:later"}));
    EXPECT_TRUE(calls().contains("a.Web#ask() -> a.Orders#direct:audit()"));
    EXPECT_EQ(unresolved(), (Names{"a.Orders#direct:audit() activemq:queue:{}", "a.Orders#quartz:nightly() direct:nowhere"}));
}

/// Operations of rest, and routes that a method of a base class begins.
TEST_F(CamelRoutes, OperationsOfRestAndHelpersOfBaseClasses)
{
    write("application.properties", "orders.topic=kafka:orders\norders.queue=kafka:orders\n");
    write("a/Base.java", R"x(package a; import org.apache.camel.builder.RouteBuilder; import org.apache.camel.model.RouteDefinition;
abstract class Base extends RouteBuilder { protected RouteDefinition single(String uri) { return from("master:lock:" + uri); } protected String debug() { return "log:" + getClass().getName(); } }
class Work { public void one() {} public void two() {} })x");
    write("a/Api.java", R"x(package a; import org.springframework.beans.factory.annotation.Value;
class Api extends Base { Work work; @Value("${orders.topic}") String topic; @Value("${orders.queue}") String queue;
  public void configure() {
    rest("/orders").id("x")
      .get("/{id}").produces("json").to("direct:find")
      .post()
        .to("direct:save");
    from("direct:find").bean(work, "one")
      .to(debug());
    from("direct:save")
      .to(topic);
    single("file:in?delete=true")
      .process(e -> work.two());
    single(queue)
      .process(e -> work.one());
  }
})x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /orders/{id} = a.Api.GET /orders/{id}", "POST /orders = a.Api.POST /orders", "scheduled file:in a.Api.file:in = a.Api.file:in",
                                 "message kafka:orders = a.Api.route 14"}));
    EXPECT_EQ(messages(), (Names{"a.Api#direct:save(): kafka:orders -> message kafka:orders"}));
    EXPECT_TRUE(calls().contains("a.Api#GET /orders/{id}() -> a.Api#direct:find()"));
    EXPECT_TRUE(calls().contains("a.Api#file:in() -> a.Work#two()"));
    EXPECT_FALSE(calls().contains("a.Api#file:in() -> a.Work#one()"));
    EXPECT_EQ(unresolved(), Names());
}

/// A builder with one route is that route; an anonymous builder belongs to the method that makes it.
TEST_F(CamelRoutes, BuildersOfOneRoute)
{
    write("a/One.java", R"x(package a; class One extends org.apache.camel.builder.RouteBuilder { public void configure() { from("timer:tick").process(e -> work()); } void work() {} }
class Setup { void start(org.apache.camel.CamelContext context) { context.addRoutes(new org.apache.camel.builder.RouteBuilder() { public void configure() { from("jetty:http://0.0.0.0:8080/hook?httpMethodRestrict=POST").bean(One.class, "work"); } }); } }
class Copy { static void copy(java.time.Instant at) { from(at); } static void from(java.time.Instant at) {} })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"scheduled timer:tick a.One.configure = a.One.configure", "POST /hook = a.Setup.start"}));
    EXPECT_TRUE(calls().contains("a.Setup#start(CamelContext) -> a.One#work()"));
}

TEST(CamelUri, PartsOfAnAddress)
{
    using namespace analyzers::graph;
    EXPECT_EQ(readCamelUri("direct://x?a=b").whole, "direct:x");
    EXPECT_EQ(readCamelUri("master:lock:activemq:queue:Q").whole, "activemq:queue:Q");
    EXPECT_EQ(readCamelUri("jetty:http://host:80/a/b?x=y").path, "/a/b");
    EXPECT_EQ(readCamelUri("broker:topic:news").end, CamelEnd::Message);
    EXPECT_EQ(readCamelUri("bean:work?x=1&method=run").option("method"), "run");
    EXPECT_EQ(camelPlaceholders("jms:{{queue:Q}}"), "jms:${queue:Q}");
}

} // namespace
} // namespace naru::tests
