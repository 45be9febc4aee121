#include "LinkFixture.h"

namespace naru::tests {
namespace {

/// Steps of batch jobs, and flows of Spring Integration.
class FlowLinks : public LinkFixture {
protected:
    /// "from: channel -> entry" of every message.
    [[nodiscard]] Names messages() const
    {
        Names found;
        for (const auto& call : model().remoteCalls)
            found.insert(memberId(call.from) + ": " + text(call.service) + (call.toEntry.valid() ? " -> " + text(model()[call.toEntry].id) : ""));
        return found;
    }
};

TEST_F(FlowLinks, StepsOfBatchJobsInXml)
{
    write("a/Parts.java", R"x(package a; import org.springframework.batch.item.*; import java.util.List;
class BillReader implements ItemReader<String> { public String read() { return null; } }
class BillWriter implements ItemWriter<String> { org.springframework.jdbc.core.JdbcTemplate jdbc; public void write(List<? extends String> all) { jdbc.update("insert into BILL values (1)"); } }
class TaxService { public void settle() {} }
class Unused implements org.springframework.batch.core.step.tasklet.Tasklet { public RepeatStatus execute(StepContribution c, ChunkContext x) { return null; } })x");
    write("jobs.xml", R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:batch="http://www.springframework.org/schema/batch">
<batch:job id="bills"><batch:step id="load"><batch:tasklet><batch:chunk reader="billReader" processor="composite" writer="billWriter" commit-interval="9"/></batch:tasklet></batch:step>
<batch:step id="settle"><batch:tasklet ref="adapter"/></batch:step>
<batch:step id="inner"><batch:tasklet><bean class="a.Unused"/></batch:tasklet></batch:step></batch:job>
<bean id="billReader" class="a.BillReader"/><bean id="billWriter" class="a.BillWriter"/><bean id="tax" class="a.TaxService"/>
<bean id="adapter" class="org.springframework.batch.core.step.tasklet.MethodInvokingTaskletAdapter"><property name="targetObject" ref="tax"/><property name="targetMethod" value="settle"/></bean></beans>)x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"scheduled bills/load a.BillReader.read = a.BillReader.read", "scheduled bills/load a.BillWriter.write = a.BillWriter.write",
                                 "scheduled bills/settle a.TaxService.settle = a.TaxService.settle", "scheduled bills/inner a.Unused.execute = a.Unused.execute"}));
    EXPECT_EQ(sequence("scheduled bills/load a.BillWriter.write"), "w BILL");
}

TEST_F(FlowLinks, StepsOfBatchJobsInCode)
{
    write("a/Config.java", R"x(package a; import org.springframework.batch.core.*; import org.springframework.batch.item.*; import org.springframework.context.annotation.*;
@Configuration class Config { StepBuilderFactory steps; org.springframework.jdbc.core.JdbcTemplate jdbc;
  @Bean public Step load() { return steps.get("loadStep").<String, String>chunk(10).reader(reader()).writer(items -> jdbc.update("delete from OLD")).build(); }
  @Bean public ItemReader<String> reader() { return new Cursor("select id from ITEM where x = 1"); }
  @Bean public ItemWriter<String> lone() { return items -> jdbc.update("insert into LONE values (1)"); } })x");
    write("a/Clean.java", "package a; public class Clean implements org.springframework.batch.core.step.tasklet.Tasklet { public Object execute(Object c, Object x) { return null; } }");
    write("a/Move.java", "package a; @javax.inject.Named public class Move extends javax.batch.api.AbstractBatchlet { public String process() { return null; } }");
    write("a/Job.java", "package a; public class Job { interface ItemReader { String read(); } class Own implements ItemReader { public String read() { return null; } } }");
    write("META-INF/batch-jobs/move.xml", R"x(<job id="mover" xmlns="http://xmlns.jcp.org/xml/ns/javaee"><step id="one"><batchlet ref="move"/></step></job>)x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"scheduled loadStep a.Config.load = a.Config.load", "scheduled a.Config.lone = a.Config.lone",
                                 "scheduled a.Clean.execute = a.Clean.execute", "scheduled mover/one a.Move.process = a.Move.process"}));
    EXPECT_EQ(sequence("scheduled loadStep a.Config.load"), "w OLD, r ITEM");
}

TEST_F(FlowLinks, FlowsOfSpringIntegrationInXml)
{
    write("a/Orders.java", R"x(package a; public class Orders { public String check(String o) { return o; } public void store(String o) {} public String poll() { return null; } }
interface Gate { void place(String o); }
class Shop { Gate gate; void buy() { gate.place("x"); } })x");
    write("flow.xml", R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:int="http://www.springframework.org/schema/integration" xmlns:http="http://www.springframework.org/schema/integration/http" xmlns:jms="http://www.springframework.org/schema/integration/jms">
<bean id="orders" class="a.Orders"/>
<int:gateway id="gate" service-interface="a.Gate" default-request-channel="in"/>
<int:bridge input-channel="in" output-channel="checks"/>
<int:service-activator input-channel="checks" output-channel="kinds" ref="orders" method="check"/>
<int:router input-channel="kinds" expression="payload"><int:mapping value="x" channel="stores"/></int:router>
<int:chain input-channel="stores"><int:header-enricher/><int:service-activator ref="orders" method="store"/></int:chain>
<int:inbound-channel-adapter channel="checks" ref="orders" method="poll"><int:poller fixed-rate="9"/></int:inbound-channel-adapter>
<http:inbound-gateway path="/orders" request-channel="checks"/>
<jms:message-driven-channel-adapter destination="orderQueue" channel="checks"/></beans>)x");
    write("a/Sender.java", R"x(package a; class Sender { org.springframework.jms.core.JmsTemplate jms; void send() { jms.convertAndSend("orderQueue", "x"); } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"message checks a.Orders.check = a.Orders.check", "message stores.1 a.Orders.store = a.Orders.store",
                                 "scheduled a.Orders.poll = a.Orders.poll", "* /orders = a.Orders.check"}));
    EXPECT_EQ(messages(), (Names{"a.Shop#buy(): in -> message checks a.Orders.check", "a.Orders#check(String): kinds -> message stores.1 a.Orders.store",
                                 "a.Orders#poll(): checks -> message checks a.Orders.check", "a.Sender#send(): orderQueue -> message checks a.Orders.check"}));
}

TEST_F(FlowLinks, FlowsOfSpringIntegrationInCode)
{
    write("a/Config.java", R"x(package a; import org.springframework.integration.annotation.*; import org.springframework.integration.dsl.*; import org.springframework.messaging.MessageChannel;
@MessagingGateway(defaultRequestChannel = "in") interface Gate { void place(String o); }
class Work { public String first(String o) { return o; } @ServiceActivator(inputChannel = "out", outputChannel = "end") public String last(String o) { return o; }
  @InboundChannelAdapter(channel = "in") public String tick() { return null; } }
class Config { Work work; @org.springframework.context.annotation.Bean public IntegrationFlow orders() { return IntegrationFlows.from("in").handle(work, "first").filter(p -> check(p)).channel("out").get(); } boolean check(Object p) { return true; } }
class Shop { Gate gate; MessageChannel out; void buy() { gate.place("x"); } void direct() { out.send(null); } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"message in a.Config.orders = a.Config.orders", "message out a.Work.last = a.Work.last", "scheduled a.Work.tick = a.Work.tick"}));
    EXPECT_EQ(messages(), (Names{"a.Shop#buy(): in -> message in a.Config.orders", "a.Work#tick(): in -> message in a.Config.orders",
                                 "a.Config#orders(): out -> message out a.Work.last", "a.Shop#direct(): out -> message out a.Work.last"}));
    EXPECT_TRUE(calls().contains("a.Config#orders() -> a.Work#first(String)"));
    EXPECT_TRUE(calls().contains("a.Config#orders() -> a.Config#check(Object)"));
}

} // namespace
} // namespace naru::tests
