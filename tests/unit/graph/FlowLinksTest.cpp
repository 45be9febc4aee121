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

/// A step that stands outside of jobs is what others are made of; what they say themselves comes before it.
TEST_F(FlowLinks, StepsOfBatchJobsThatHaveAParent)
{
    write(
        "a/Parts.java",
        R"x(package a; import org.springframework.batch.item.*; import java.util.List; class In implements ItemReader<String> { public String read() { return null; } }
class Out implements ItemWriter<String> { public void write(List<? extends String> all) { all.clear(); } } class Other implements ItemWriter<String> { public void write(List<? extends String> all) { all.clear(); } })x");
    write(
        "jobs.xml",
        R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:batch="http://www.springframework.org/schema/batch"><batch:step id="base"><batch:tasklet><batch:chunk reader="in" writer="out"/></batch:tasklet></batch:step>
<batch:job id="sums"><batch:step id="day" parent="base" next="month"/><batch:step id="month" parent="base"><batch:tasklet><batch:chunk writer="other"/></batch:tasklet></batch:step></batch:job>
<bean id="in" class="a.In"/><bean id="out" class="a.Out"/><bean id="other" class="a.Other"/></beans>)x");
    analyse();
    EXPECT_EQ(entries(), (Names{"scheduled sums/day a.In.read", "scheduled sums/day a.Out.write", "scheduled sums/month a.In.read",
                                "scheduled sums/month a.Other.write"}));
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

TEST_F(FlowLinks, ListenersOfBatchJobs)
{
    write("a/Parts.java", R"x(package a; import org.springframework.batch.core.*; import org.springframework.batch.core.annotation.*; import org.springframework.batch.item.*;
class Report implements JobExecutionListener { org.springframework.jdbc.core.JdbcTemplate jdbc; public void beforeJob(JobExecution e) {} public void afterJob(JobExecution e) { jdbc.update("insert into JOB_LOG values (1)"); } }
class Marked { org.springframework.jdbc.core.JdbcTemplate jdbc; @BeforeStep public void prepare(StepExecution e) { jdbc.update("delete from WORK_AREA"); } public void other() { jdbc.update("delete from NEVER"); } }
class Plain { org.springframework.jdbc.core.JdbcTemplate jdbc; public void start() { jdbc.update("update RUN set ON = 1"); } }
class Cursor implements ItemStreamReader<String> { org.springframework.jdbc.core.JdbcTemplate jdbc; public void open(ExecutionContext c) { jdbc.queryForList("select ID from BILL"); } public void update(ExecutionContext c) {} public void close() {} public String read() { return null; } }
class Even implements org.springframework.batch.core.job.flow.JobExecutionDecider { Plain plain; public Object decide(JobExecution e, StepExecution s) { plain.start(); return null; } })x");
    write("a/Egov.java", "package a; public class Egov extends org.egovframe.rte.bat.core.listener.EgovStepPreProcessor { Plain plain; public void beforeStep(Object e) { plain.start(); } }");
    write("jobs.xml", R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:batch="http://www.springframework.org/schema/batch">
<batch:job id="bills"><batch:listeners><batch:listener ref="report"/></batch:listeners>
<batch:step id="load"><batch:tasklet><batch:chunk reader="cursor" writer="none" commit-interval="9"/>
<batch:listeners><batch:listener><bean class="a.Marked"/></batch:listener><batch:listener ref="plain" before-step-method="start"/></batch:listeners></batch:tasklet></batch:step>
<batch:decision id="d" decider="even"/></batch:job>
<bean id="report" class="a.Report"/><bean id="plain" class="a.Plain"/><bean id="cursor" class="a.Cursor"/><bean id="even" class="a.Even"/></beans>)x");
    write("b/Log.java", R"x(package b; @javax.inject.Named public class Log extends javax.batch.api.listener.AbstractStepListener { a.Plain plain; @Override public void afterStep() { plain.start(); } })x");
    write("META-INF/batch-jobs/move.xml", R"x(<job id="mover" xmlns="http://xmlns.jcp.org/xml/ns/javaee"><step id="one"><listeners><listener ref="log"/></listeners></step></job>)x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"scheduled bills a.Report.afterJob = a.Report.afterJob", "scheduled bills/load a.Marked.prepare = a.Marked.prepare",
                                 "scheduled bills/load a.Plain.start = a.Plain.start", "scheduled bills/load a.Cursor.read = a.Cursor.read",
                                 "scheduled bills/load a.Cursor.open = a.Cursor.open", "scheduled bills a.Even.decide = a.Even.decide",
                                 "scheduled a.Egov.beforeStep = a.Egov.beforeStep", "scheduled mover/one b.Log.afterStep = b.Log.afterStep"}));
    EXPECT_EQ(sequence("scheduled bills a.Report.afterJob"), "w JOB_LOG");
}

TEST_F(FlowLinks, StepsBelongToTheirJobsInCode)
{
    write("a/Parts.java", R"x(package a; import org.springframework.batch.core.*;
class Report implements JobExecutionListener { org.springframework.jdbc.core.JdbcTemplate jdbc; public void afterJob(JobExecution e) { jdbc.update("insert into JOB_LOG values (1)"); } }
class Clean implements org.springframework.batch.core.step.tasklet.Tasklet { public Object execute(Object c, Object x) { return null; } }
class Even implements org.springframework.batch.core.job.flow.JobExecutionDecider { public Object decide(JobExecution e, StepExecution s) { return null; } })x");
    write("a/Config.java", R"x(package a; import org.springframework.batch.core.*; import org.springframework.batch.core.job.builder.*; import org.springframework.batch.core.step.builder.*; import org.springframework.batch.item.*; import org.springframework.context.annotation.*; import org.springframework.beans.factory.annotation.Qualifier;
@Configuration class Config { static final String NAME = "billJob"; JobBuilderFactory jobs; StepBuilderFactory steps; org.springframework.jdbc.core.JdbcTemplate jdbc; Report report;
  @Bean public Job bills(@Qualifier("settle") Step last) { return jobs.get(NAME).listener(report).start(load(null)).next(last).on("X").to(even()).end().build(); }
  @Bean public Step load(ItemReader<String> billReader) { return steps.get(NAME + "_load").chunk(1).reader(billReader).processor(new Upper()).writer(items -> {}).build(); }
  @Bean public ItemReader<String> billReader() { return new Cursor("select id from BILL where x = 1"); }
  @Bean("settle") public Step settleStep(Clean clean) { return steps.get("settleStep").tasklet(clean).build(); }
  @Bean public Even even() { return new Even(); }
  @Bean public Job other(JobRepository r) { return new JobBuilder("otherJob", r).start(new StepBuilder("only", r).tasklet((c, x) -> { jdbc.update("delete from OLD"); return null; }).build()).build(); }
  @Bean public Step lone() { return steps.get("lone").tasklet(new Clean()).build(); } }
class Upper implements ItemProcessor<String, String> { public String process(String s) { return s; } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"scheduled billJob a.Report.afterJob = a.Report.afterJob", "scheduled billJob a.Even.decide = a.Even.decide",
                                 "scheduled billJob/billJob_load a.Upper.process = a.Upper.process", "scheduled billJob/billJob_load a.Config.billReader = a.Config.billReader",
                                 "scheduled billJob/settleStep a.Clean.execute = a.Clean.execute", "scheduled otherJob/only a.Config.other = a.Config.other",
                                 "scheduled lone a.Clean.execute = a.Clean.execute"}));
    EXPECT_EQ(sequence("scheduled billJob/billJob_load a.Config.billReader"), "r BILL");
    EXPECT_EQ(sequence("scheduled otherJob/only a.Config.other"), "w OLD");
}

TEST_F(FlowLinks, QueriesOfLibraryReadersInXml)
{
    write("a/Parts.java", R"x(package a; class Own implements org.springframework.batch.item.ItemReader<String> { String sql; org.springframework.jdbc.core.JdbcTemplate jdbc; public String read() { jdbc.queryForList(sql); return null; } }
@javax.persistence.Entity class Customer { @javax.persistence.Id Long id; })x");
    write("m.xml", R"x(<mapper namespace="a.Items"><select id="all">select ID from ITEM</select></mapper>)x");
    write("jobs.xml", R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:batch="http://www.springframework.org/schema/batch" xmlns:p="http://www.springframework.org/schema/p">
<batch:job id="bills"><batch:step id="load"><batch:tasklet><batch:chunk reader="cursor" writer="both" commit-interval="9"/></batch:tasklet></batch:step>
<batch:step id="page"><batch:tasklet><batch:chunk reader="paging"><batch:writer><bean class="org.springframework.batch.item.database.JdbcBatchItemWriter" p:sql="insert into PAGED values (:x)"/></batch:writer></batch:chunk></batch:tasklet></batch:step>
<batch:step id="hql"><batch:tasklet><batch:chunk reader="jpa" writer="items"/></batch:tasklet></batch:step>
<batch:step id="own"><batch:tasklet><batch:chunk reader="own" writer="x"/></batch:tasklet></batch:step></batch:job>
<bean id="cursor" class="org.springframework.batch.item.database.JdbcCursorItemReader"><property name="sql"><value><![CDATA[select ID from BILL where X < 3]]></value></property></bean>
<bean id="both" class="org.springframework.batch.item.support.CompositeItemWriter"><property name="delegates"><list><ref bean="first"/></list></property></bean>
<bean id="first" class="org.springframework.batch.item.database.JdbcBatchItemWriter"><property name="sql" value="update BILL_STATE set X = :x"/></bean>
<bean id="paging" class="org.springframework.batch.item.database.JdbcPagingItemReader"><property name="queryProvider"><bean class="org.springframework.batch.item.database.support.SqlPagingQueryProviderFactoryBean"><property name="selectClause" value="select A, B"/><property name="fromClause" value="from PAGE_A a join PAGE_B b on a.X = b.X"/><property name="whereClause" value="A > 1"/></bean></property></bean>
<bean id="jpa" class="org.springframework.batch.item.database.JpaPagingItemReader"><property name="queryString" value="select c from Customer c"/></bean>
<bean id="items" class="org.mybatis.spring.batch.MyBatisPagingItemReader" p:queryId="a.Items.all"/>
<bean id="own" class="a.Own"><property name="sql" value="select ID from OWN_TABLE"/></bean>
<bean id="words" class="x.Y"><property name="text" value="select a colour, please"/></bean>
<security jdbc-users="SELECT USER_ID, PASSWORD FROM USERS WHERE USER_ID = ?"/></beans>)x");
    analyse();
    EXPECT_EQ(sequence("scheduled bills/load jobs.xml.cursor"), "r BILL");
    EXPECT_EQ(sequence("scheduled bills/load jobs.xml.first"), "w BILL_STATE");
    EXPECT_EQ(sequence("scheduled bills/page jobs.xml.paging"), "r PAGE_A, r PAGE_B");
    EXPECT_EQ(sequence("scheduled bills/page jobs.xml.page"), "w PAGED");
    EXPECT_EQ(sequence("scheduled bills/hql jobs.xml.jpa"), "r CUSTOMER");
    EXPECT_EQ(sequence("scheduled bills/hql jobs.xml.items"), "r ITEM");
    EXPECT_EQ(sequence("scheduled bills/own a.Own.read"), "r OWN_TABLE");
    EXPECT_EQ(entryIds().size(), 7U);
    EXPECT_EQ(tables(), (Names{"BILL", "BILL_STATE", "PAGE_A", "PAGE_B", "PAGED", "CUSTOMER", "ITEM", "OWN_TABLE", "USERS"}));
}

TEST_F(FlowLinks, QueriesOfLibraryReadersInCode)
{
    write("a/Config.java", R"x(package a; import org.springframework.batch.item.database.*; import org.springframework.batch.item.database.builder.*; import org.springframework.context.annotation.*;
@javax.persistence.Entity class Customer { @javax.persistence.Id Long id; }
@javax.persistence.Entity class Copy { @javax.persistence.Id Long id; }
interface Customers extends org.springframework.data.jpa.repository.JpaRepository<Customer, Long> { java.util.List<Customer> findByName(String n); }
class Config { Customers customers;
  @Bean JpaPagingItemReader<Customer> jpa() { return new JpaPagingItemReaderBuilder<Customer>().queryString("select c from Customer c").build(); }
  @Bean JdbcPagingItemReader<Customer> paging() { return new JdbcPagingItemReaderBuilder<Customer>().selectClause("ID, NAME").fromClause("from PAY").whereClause("X > 1").build(); }
  @Bean JpaItemWriter<Copy> writer() { JpaItemWriter<Copy> made = new JpaItemWriter<>(); made.setEntityManagerFactory(null); return made; }
  @Bean org.springframework.batch.item.data.RepositoryItemReader<Customer> repo() { return new org.springframework.batch.item.data.builder.RepositoryItemReaderBuilder<Customer>().repository(customers).methodName("findByName").build(); }
  @Bean org.mybatis.spring.batch.MyBatisCursorItemReader<Customer> mapped() { org.mybatis.spring.batch.MyBatisCursorItemReader<Customer> r = new org.mybatis.spring.batch.MyBatisCursorItemReader<>(); r.setQueryId("items"); return r; } })x");
    write("m.xml", R"x(<mapper namespace="a.Items"><select id="items">select ID from ITEM</select></mapper>)x");
    analyse();
    EXPECT_EQ(sequence("scheduled a.Config.jpa"), "r CUSTOMER");
    EXPECT_EQ(sequence("scheduled a.Config.paging"), "r PAY");
    EXPECT_EQ(sequence("scheduled a.Config.writer"), "w COPY");
    EXPECT_EQ(sequence("scheduled a.Config.repo"), "r CUSTOMER");
    EXPECT_EQ(sequence("scheduled a.Config.mapped"), "r ITEM");
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

TEST_F(FlowLinks, FlowsThatAskASourceAndHandToAHandler)
{
    write("a/Config.java", R"x(package a; import org.springframework.integration.dsl.*; import org.springframework.messaging.*;
class Source extends org.springframework.integration.jdbc.JdbcPollingChannelAdapter { static final String Q = "select id from job where state = 'S'"; Source(Object ds) { super(ds, Q); } }
class Worker implements MessageHandler { Store store; public void handleMessage(Message<?> m) { store.keep(); } } class Store { void keep() {} }
class Config { Worker worker; @org.springframework.context.annotation.Bean public IntegrationFlow jobs() { return IntegrationFlow.from(new Source(null), c -> c.poller(Pollers.fixedDelay(5))).channel(new ExecutorChannel(null)).handle(worker).get(); } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"scheduled a.Config.jobs = a.Config.jobs"}));
    EXPECT_TRUE(calls().contains("a.Config#jobs() -> a.Worker#handleMessage(Message)"));
}

/// Over direct channels the receiver works within the sender's transaction; over a queue, a thread pool or a future it does not.
TEST_F(FlowLinks, ReceiversOfDirectChannelsAreInTheSendersSequence)
{
    write("a/Config.java", R"x(package a; import org.springframework.integration.annotation.*; import org.springframework.integration.channel.*; import org.springframework.messaging.MessageChannel; import org.springframework.context.annotation.*;
@MessagingGateway interface Gate { @Gateway(requestChannel = "in") void place(String o); @Gateway(requestChannel = "in") java.util.concurrent.Future<String> later(String o); @Gateway(requestChannel = "slow") void queue(String o); @Gateway(requestChannel = "pool") void pool(String o); }
class Work { org.springframework.jdbc.core.JdbcTemplate jdbc; @ServiceActivator(inputChannel = "in", outputChannel = "next") public String first(String o) { jdbc.update("insert into FIRST_T values (1)"); return o; }
  @ServiceActivator(inputChannel = "next") public void last(String o) { jdbc.update("insert into LAST_T values (1)"); }
  @ServiceActivator(inputChannel = "slow") public void slow(String o) { jdbc.update("insert into SLOW_T values (1)"); } @ServiceActivator(inputChannel = "pool") public void pool(String o) { jdbc.update("insert into POOL_T values (1)"); } }
class Config { @Bean MessageChannel slow() { return new QueueChannel(10); } }
class Shop { Gate gate; @org.springframework.scheduling.annotation.Scheduled public void buy() { gate.place("x"); } @org.springframework.scheduling.annotation.Scheduled public void rest() { gate.later("x"); gate.queue("x"); gate.pool("x"); } })x");
    write("flow.xml", R"x(<beans xmlns:int="http://www.springframework.org/schema/integration"><int:channel id="pool"><int:dispatcher task-executor="threads"/></int:channel></beans>)x");
    analyse();
    EXPECT_EQ(sequence("scheduled a.Shop.buy"), "w FIRST_T, w LAST_T");
    EXPECT_EQ(sequence("scheduled a.Shop.rest"), "");
}

} // namespace
} // namespace naru::tests
