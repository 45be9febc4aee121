#include "LinkFixture.h"
#include "core/model/CodeModelJson.h"

namespace naru::tests {
namespace {

class MessageLinks : public LinkFixture {
protected:
    /// "from: destination -> entry (rule)" of every message.
    [[nodiscard]] Names messages() const
    {
        Names found;
        for (const auto& call : model().remoteCalls)
            if (call.kind == core::RemoteKind::Messaging)
                found.insert(memberId(call.from) + ": " + text(call.service) +
                             (call.toEntry.valid() ? " -> " + text(model()[call.toEntry].id) + " " + std::string(nameOf(call.rule)) : ""));
        return found;
    }
    [[nodiscard]] Names events() const
    {
        Names found;
        for (const auto& edge : model().calls)
            if (edge.rule == core::Rule::Event)
                found.insert(memberId(edge.from) + " -> " + memberId(edge.to));
        return found;
    }
};

/// References of web.xml with links, and names that only the server's descriptor binds.
TEST_F(MessageLinks, DestinationsThatDescriptorsBind)
{
    write("a/Mdb.java", "package a; public class Mdb implements javax.ejb.MessageDrivenBean { public void onMessage(javax.jms.Message m) {} }");
    write("a/Audit.java", "package a; public class Audit implements javax.ejb.MessageDrivenBean { public void onMessage(javax.jms.Message m) {} }");
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><message-driven><ejb-name>Mdb</ejb-name><ejb-class>a.Mdb</ejb-class><message-destination-link>Orders</message-destination-link></message-driven>"
                                  "<message-driven><ejb-name>Audit</ejb-name><ejb-class>a.Audit</ejb-class></message-driven></enterprise-beans></ejb-jar>");
    write("META-INF/ibm-ejb-jar-bnd.xml", "<ejb-jar-bnd><message-driven name='Audit'><jca-adapter activation-spec-binding-name='eis/a' destination-binding-name='jms/auditQueue'/></message-driven></ejb-jar-bnd>");
    write("WEB-INF/web.xml", "<web-app><message-destination-ref><message-destination-ref-name>jms/OrderRef</message-destination-ref-name><message-destination-link>Orders</message-destination-link></message-destination-ref></web-app>");
    write("a/Sender.java", R"x(package a; import javax.jms.*; import javax.naming.*;
class Sender { Context ctx;
  void order(Session s) throws Exception { Queue q = (Queue) ctx.lookup("java:comp/env/jms/OrderRef"); s.createProducer(q).send(null); }
  void audit(Session s) throws Exception { Queue q = (Queue) ctx.lookup("jms/auditQueue"); s.createProducer(q).send(null); } })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.Sender#order(Session): java:comp/env/jms/OrderRef -> message a.Mdb.onMessage message",
                                 "a.Sender#audit(Session): jms/auditQueue -> message a.Audit.onMessage message"}));
}

TEST_F(MessageLinks, InjectedAndLookedUpDestinationsOfJms)
{
    write("a/Sender.java", R"x(package a; import javax.annotation.Resource; import javax.jms.*;
class Sender { @Resource(lookup = "java:app/jms/OrderQueue") Queue orders; @Resource(lookup = "jms/PriceTopic") Topic prices; JMSContext context;
  void order(String m) {
    context.createProducer().send(orders, m); }
  void price(Session s) throws Exception {
    MessageProducer p = s.createProducer(prices);
    p.send(null); } })x");
    write("a/Direct.java", R"x(package a; import javax.jms.*; import javax.naming.*;
class Direct { static Queue queue; JMSContext context;
  void init(Context c) throws Exception {
    queue = (Queue) c.lookup("java:comp/env/jms/OrderQueue"); }
  void order() {
    context.createProducer().send(queue, "x"); }
  void local(Session s, Context c) throws Exception {
    Queue q = (Queue) c.lookup("jms/OrderQueue");
    s.createProducer(q).send(null); }
  void unknown(Session s) throws Exception { s.createProducer(null).send(null); } })x");
    write("a/Mdb.java", R"x(package a; import javax.ejb.*; import javax.jms.*;
@MessageDriven(activationConfig = { @ActivationConfigProperty(propertyName = "destination", propertyValue = "OrderQueue") })
class Orders implements MessageListener { public void onMessage(Message m) {} }
@MessageDriven(activationConfig = { @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/PriceTopic") })
class Prices implements MessageListener { public void onMessage(Message m) {} }
@MessageDriven(activationConfig = { @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/PriceTopic") })
class MorePrices implements MessageListener { public void onMessage(Message m) {} })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.Sender#order(String): java:app/jms/OrderQueue -> message OrderQueue message",
                                 "a.Sender#price(Session): jms/PriceTopic -> message jms/PriceTopic message",
                                 "a.Sender#price(Session): jms/PriceTopic -> message java:/jms/PriceTopic message",
                                 "a.Direct#order(): java:comp/env/jms/OrderQueue -> message OrderQueue message",
                                 "a.Direct#local(Session,Context): jms/OrderQueue -> message OrderQueue message",
                                 "a.Direct#unknown(Session): "}));
}

TEST_F(MessageLinks, DestinationsThatCallersName)
{
    write("a/Outbox.java", R"x(package a; import javax.annotation.Resource; import javax.jms.*;
class Outbox { JMSContext context; void put(Destination d, String m) { context.createProducer().send(d, m); } }
class User { Outbox util; @Resource Queue mailQueue;
  void mail() { util.put(mailQueue, "x"); } }
@javax.ejb.MessageDriven(mappedName = "MailQueue") class Mail implements MessageListener { public void onMessage(Message m) {} })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.User#mail(): MailQueue -> message MailQueue nameOnly"}));
}

TEST_F(MessageLinks, TemplatesOfSpring)
{
    write("application.yml", "topics:\n  orders: order-topic\n");
    write("beans.xml", R"x(<beans xmlns:jms="j"><bean id="mailQueue" class="org.apache.activemq.command.ActiveMQQueue"><constructor-arg value="MAIL.Q"/></bean>
<jms:listener-container><jms:listener destination="PLAIN.Q" ref="plain" method="take"/></jms:listener-container>
<bean id="plain" class="a.Plain"/><bean id="mailer" class="a.Mailer"/>
<bean id="adapter" class="org.springframework.jms.listener.adapter.MessageListenerAdapter"><property name="delegate" ref="mailer"/><property name="defaultListenerMethod" value="mail"/></bean>
<bean class="org.springframework.jms.listener.DefaultMessageListenerContainer"><property name="destination" ref="mailQueue"/><property name="messageListener" ref="adapter"/></bean></beans>)x");
    write("a/S.java", R"x(package a; import org.springframework.beans.factory.annotation.*; import org.springframework.jms.core.JmsTemplate; import org.springframework.kafka.core.KafkaTemplate; import org.springframework.amqp.rabbit.core.RabbitTemplate; import org.apache.kafka.clients.producer.*;
class S { JmsTemplate jms; KafkaTemplate<String, String> kafka; RabbitTemplate rabbit; KafkaProducer<String, String> own; @Value("${topics.orders}") String topic;
  @Autowired @Qualifier("mailQueue") javax.jms.Destination mails;
  void plain() { jms.convertAndSend("PLAIN.Q", "x"); }
  void mail() { jms.convertAndSend(mails, "x"); }
  void order() { kafka.send(topic, "x"); }
  void record() { own.send(new ProducerRecord<>("order-topic", "x")); }
  void rabbit() { rabbit.convertAndSend("stock", "stock.change", "x"); }
  void other() { kafka.send("elsewhere", "x"); } })x");
    write("a/L.java", R"x(package a; import org.springframework.kafka.annotation.KafkaListener; import org.springframework.amqp.rabbit.annotation.*;
class Plain { public void take(String m) {} } class Mailer { public void mail(String m) {} }
class L { @KafkaListener(topics = "${topics.orders}") void order(String m) {}
  @RabbitListener(bindings = @QueueBinding(value = @Queue("stock-q"), exchange = @Exchange("stock"), key = "stock.change")) void stock(String m) {} })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.S#plain(): PLAIN.Q -> message PLAIN.Q message", "a.S#mail(): MAIL.Q -> message mailQueue message",
                                 "a.S#order(): order-topic -> message order-topic message", "a.S#record(): order-topic -> message order-topic message",
                                 "a.S#rabbit(): stock.change -> message a.L.stock message", "a.S#other(): elsewhere"}));
}

/// Exchanges of Rabbit hand on by keys and patterns, or everything; bound in XML and in code.
TEST_F(MessageLinks, QueuesThatRabbitBindsToExchanges)
{
    write(
        "rabbit.xml",
        R"x(<beans xmlns:rabbit="http://www.springframework.org/schema/rabbit"><rabbit:queue id="billQ" name="bill.queue"/><rabbit:direct-exchange name="bills"><rabbit:bindings><rabbit:binding queue="mailQ" key="bill.mail"/></rabbit:bindings></rabbit:direct-exchange>
<rabbit:topic-exchange name="stock"><rabbit:bindings><rabbit:binding queue="stockQ" pattern="stock.*.low"/></rabbit:bindings></rabbit:topic-exchange><rabbit:fanout-exchange name="news"><rabbit:bindings><rabbit:binding queue="newsQ"/></rabbit:bindings></rabbit:fanout-exchange>
<rabbit:listener-container><rabbit:listener ref="mail" queue-names="mailQ"/><rabbit:listener ref="stock" method="low" queue-names="stockQ"/><rabbit:listener ref="stock" method="news" queue-names="newsQ"/></rabbit:listener-container>
<bean id="mail" class="a.Mail"/><bean id="stock" class="a.Stock"/></beans>)x");
    write(
        "a/L.java",
        R"x(package a; import org.springframework.amqp.core.*; import org.springframework.amqp.rabbit.annotation.RabbitListener; class Mail implements MessageListener { public void onMessage(Message m) {} } class Stock { public void low(String m) {} public void news(String m) {} }
class Orders { @RabbitListener(queues = "order.q") void order(String m) {} @RabbitListener(queues = "pay.q") void pay(String m) {} @RabbitListener(queues = "${q.tax}") void tax(String m) {} })x");
    write(
        "a/Config.java",
        R"x(package a; import org.springframework.amqp.core.*; import org.springframework.beans.factory.annotation.Value; import org.springframework.context.annotation.*; @Configuration class Config {
  @Bean Queue orderQueue() { return new Queue("order.q"); } @Bean Queue payQueue() { return QueueBuilder.durable("pay.q").build(); } @Bean TopicExchange shop() { return new TopicExchange("shop"); } @Bean FanoutExchange all() { return new FanoutExchange("all.x"); }
  @Bean Binding order() { return BindingBuilder.bind(orderQueue()).to(shop()).with("order.#"); } @Bean Binding pay(Queue payQueue, FanoutExchange all) { return BindingBuilder.bind(payQueue)
      .to(all); } @Value("${q.tax}") String tax; @Value("${k.tax}") String taxKey; @Bean Queue taxQueue() { return new Queue(tax); } @Bean Binding tax(DirectExchange x) { return BindingBuilder.bind(taxQueue()).to(x).with(taxKey); } })x");
    write("application.properties", "q.tax=tax.q\nk.tax=tax.key\n");
    write(
        "a/S.java",
        R"x(package a; import org.springframework.amqp.rabbit.core.RabbitTemplate; class S { RabbitTemplate rabbit; void mail() { rabbit.convertAndSend("bills", "bill.mail", "x"); } void low() { rabbit.convertAndSend("stock", "stock.screws.low", "x"); }
  void news() { rabbit.convertAndSend("news", "", "x"); } void order() { rabbit.convertAndSend("shop", "order.eu.new", "x"); } void pay() { rabbit.convertAndSend("all.x", "", "x"); } void tax() { rabbit.convertAndSend("x", "tax.key", "x"); } void none() { rabbit.convertAndSend("stock", "stock.low", "x"); } })x");
    analyse();
    EXPECT_EQ(messages(),
              (Names{"a.S#mail(): bill.mail -> message a.Mail message", "a.S#low(): stock.screws.low -> message stockQ message",
                     "a.S#news(): news -> message newsQ message", "a.S#order(): order.eu.new -> message order.q message",
                     "a.S#pay(): all.x -> message pay.q message", "a.S#tax(): tax.key -> message tax.q message", "a.S#none(): stock.low"}));
}

/// Two destinations of which no setting tells the name are not one; a constructor fills the field from a setting; XML gives a bean to the field.
TEST_F(MessageLinks, DestinationsThatSettingsAndBeansName)
{
    write("application.yml", "topics:\n  orders: order-topic\n");
    write("beans.xml", R"x(<beans><bean id="jobs" class="org.apache.activemq.command.ActiveMQQueue"><constructor-arg value="q.${jobs.queue}"/></bean>
<bean id="answers" class="org.apache.activemq.command.ActiveMQQueue"><constructor-arg value="q.${answers.queue}"/></bean><bean id="work" class="a.Work"/><bean id="done" class="a.Done"/>
<bean id="sender" class="a.Sender"><property name="target" ref="jobs"/></bean>
<bean class="org.springframework.jms.listener.DefaultMessageListenerContainer"><property name="destination" ref="jobs"/><property name="messageListener" ref="work"/></bean>
<bean class="org.springframework.jms.listener.DefaultMessageListenerContainer"><property name="destination" ref="answers"/><property name="messageListener" ref="done"/></bean></beans>)x");
    write("a/L.java", R"x(package a; import javax.jms.*; class Work implements MessageListener { public void onMessage(Message m) {} } class Done implements MessageListener { public void onMessage(Message m) {} }
class Orders { @org.springframework.kafka.annotation.KafkaListener(topics = "order-topic") void order(String m) {} })x");
    write("a/Sender.java", R"x(package a; import org.springframework.beans.factory.annotation.Value; class Sender { org.springframework.jms.core.JmsTemplate jms; javax.jms.Destination target; void send() { jms.convertAndSend(target, "x"); } }
class Dao { final org.springframework.kafka.core.KafkaTemplate<String, String> kafka; final String topic; Dao(org.springframework.kafka.core.KafkaTemplate<String, String> kafka, @Value("${topics.orders}") String topic) { this.kafka = kafka; this.topic = topic; }
  void store() { kafka.send(topic, "x"); } })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.Sender#send(): q.${jobs.queue} -> message a.Work message", "a.Dao#store(): order-topic -> message order-topic message"}));
}

TEST_F(MessageLinks, DestinationsThatBeansLookUp)
{
    write("beans.xml", "<beans xmlns:jee='j'><jee:jndi-lookup id='smsQueue' jndi-name='java:/jms/queue/sms'/></beans>");
    write("a/S.java", R"x(package a; import org.springframework.beans.factory.annotation.*; import org.springframework.context.annotation.*; import org.springframework.jms.core.JmsTemplate; import javax.jms.Destination;
class Config { @Bean(name = "mailQueue") Object mails() { JndiObjectFactoryBean made = new JndiObjectFactoryBean(); made.setJndiName("java:/jms/queue/mail"); return made; } }
class S { JmsTemplate jms; @Autowired @Qualifier("mailQueue") Destination mails; @Autowired @Qualifier("smsQueue") Destination texts;
  void mail() { jms.send(mails, s -> null); }
  void text() { jms.send(texts, s -> null); } }
class L { @org.springframework.jms.annotation.JmsListener(destination = "java:/jms/queue/mail") void mail(Object m) {} @org.springframework.jms.annotation.JmsListener(destination = "queue/sms") void text(Object m) {} })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.S#mail(): java:/jms/queue/mail -> message java:/jms/queue/mail message", "a.S#text(): java:/jms/queue/sms -> message queue/sms message"}));
}

TEST_F(MessageLinks, EmittersOfMicroProfile)
{
    write("a/S.java", R"x(package a; import org.eclipse.microprofile.reactive.messaging.*;
class S { @Channel("orders") Emitter<String> orders; void order() { orders.send("x"); } }
class L { @Incoming("orders") void take(String m) {} })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.S#order(): orders -> message orders message"}));
}

TEST_F(MessageLinks, EventsOfSpringByTheirType)
{
    write("a/E.java", R"x(package a; import org.springframework.context.*; import org.springframework.context.event.*; import org.springframework.transaction.event.*;
class Paid {} class PaidAtOnce extends Paid {} class Other {}
class P { ApplicationEventPublisher publisher; void pay() { publisher.publishEvent(new PaidAtOnce()); } void other(Other o) { publisher.publishEvent(o); } void text() { publisher.publishEvent("x"); } }
class L { @EventListener void paid(Paid p) {} @TransactionalEventListener(classes = PaidAtOnce.class) void atOnce() {} @EventListener void started(ContextRefreshedEvent e) {} }
class A implements ApplicationListener<Other> { public void onApplicationEvent(Other o) {} })x");
    analyse();
    EXPECT_EQ(events(), (Names{"a.P#pay() -> a.L#paid(Paid)", "a.P#pay() -> a.L#atOnce()", "a.P#other(Other) -> a.A#onApplicationEvent(Other)"}));
}

TEST_F(MessageLinks, EventsOfCdiByTypeAndQualifier)
{
    write("a/E.java", R"x(package a; import javax.enterprise.event.*; import javax.inject.*;
@interface Updated {} @interface Removed {} class Cargo {}
class P { @Inject @Updated Event<Cargo> updated; @Inject Event<Cargo> plain; @Inject @Updated Event<javax.jms.Message> raw;
  void update(Cargo c) { updated.fire(c); }
  void create(Cargo c) { plain.fireAsync(c); }
  void message(javax.jms.Message m) { raw.fire(m); } }
class L { void onUpdated(@Observes @Updated Cargo c) {} void onRemoved(@Observes @Removed Cargo c) {} void onAny(@Observes Cargo c) {} static void onMessage(@Observes @Updated javax.jms.Message m) {} })x");
    analyse();
    EXPECT_EQ(events(), (Names{"a.P#update(Cargo) -> a.L#onUpdated(Cargo)", "a.P#update(Cargo) -> a.L#onAny(Cargo)", "a.P#create(Cargo) -> a.L#onAny(Cargo)",
                               "a.P#message(Message) -> a.L#onMessage(Message)"}));
}

TEST_F(MessageLinks, WhatAnEventReachesBelongsToTheEntryPoint)
{
    write("a/E.java", R"x(package a; import org.springframework.context.*; import org.springframework.context.event.*; import org.springframework.web.bind.annotation.*; import org.springframework.jdbc.core.JdbcTemplate;
class Paid {}
@RestController class C { ApplicationEventPublisher publisher; @PostMapping("/pay") void pay() { publisher.publishEvent(new Paid()); } }
class L { JdbcTemplate jdbc; @EventListener void paid(Paid p) { jdbc.update("insert into receipt (id) values (1)"); } })x");
    analyse();
    EXPECT_EQ(sequence("POST /pay"), "w RECEIPT");
}

TEST_F(MessageLinks, DestinationsOfXmiBindings)
{
    write("a/Mdb.java", "package a; public class Mdb implements javax.ejb.MessageDrivenBean { public void onMessage(javax.jms.Message m) {} }");
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><message-driven id='MessageDriven_1'><ejb-name>Mdb</ejb-name><ejb-class>a.Mdb</ejb-class></message-driven></enterprise-beans></ejb-jar>");
    write("META-INF/ibm-ejb-jar-bnd.xmi", R"x(<ejbbnd:EJBJarBinding xmlns:xmi="http://www.omg.org/XMI" xmlns:ejbbnd="ejbbnd.xmi"><ejbBindings xmi:type="ejbbnd:MessageDrivenBeanBinding" activationSpecJndiName="eis/as" destinationJndiName="jms/orderQueue"><enterpriseBean xmi:type="ejb:MessageDriven" href="META-INF/ejb-jar.xml#MessageDriven_1"/></ejbBindings></ejbbnd:EJBJarBinding>)x");
    write("WEB-INF/web.xml", "<web-app><resource-env-ref id='Ref_1'><resource-env-ref-name>jms/Orders</resource-env-ref-name></resource-env-ref></web-app>");
    write("WEB-INF/ibm-web-bnd.xmi", R"x(<webappbnd:WebAppBinding xmlns:webappbnd="webappbnd.xmi"><resourceEnvRefBindings jndiName="jms/orderQueue"><bindingResourceEnvRef href="WEB-INF/web.xml#Ref_1"/></resourceEnvRefBindings></webappbnd:WebAppBinding>)x");
    write("a/Sender.java", R"x(package a; import javax.jms.*; import javax.naming.*;
class Sender { Context ctx; void order(Session s) throws Exception { Queue q = (Queue) ctx.lookup("java:comp/env/jms/Orders"); s.createProducer(q).send(null); } })x");
    analyse();
    EXPECT_EQ(messages(), (Names{"a.Sender#order(Session): java:comp/env/jms/Orders -> message a.Mdb.onMessage message"}));
}

} // namespace
} // namespace naru::tests
