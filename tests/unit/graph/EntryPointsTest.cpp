#include "SourceFixture.h"

#include <gmock/gmock.h>

namespace {

using naru::tests::SourceFixture;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class EntryPoints : public SourceFixture {};

TEST_F(EntryPoints, SpringMvc)
{
    write("a/C.java", R"(package a;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
@Controller
public class C {
    @RequestMapping("/cop/list.do") public String list() { return "list"; }
    @RequestMapping(value = "cop/save.do", method = RequestMethod.POST, params = "x") public String save() { return "x"; }
    @GetMapping({"/a", "/b"}) public String two() { return ""; }
    @PostMapping public String root() { return ""; }
    public String noMapping() { return ""; }
})");
    write("a/Client.java", R"(package a;
import org.springframework.web.bind.annotation.*;
@org.springframework.cloud.openfeign.FeignClient("other")
public interface Client { @GetMapping("/remote") String remote(); })");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("* /cop/list.do = a.C.list", "POST /cop/save.do = a.C.save", "GET /a = a.C.two",
                                                 "GET /b = a.C.two", "POST / = a.C.root"));
}

TEST_F(EntryPoints, SpringContractInAnInterface)
{
    write("a/Api.java", "package a; import org.springframework.web.bind.annotation.*; @RequestMapping(\"/api\") public interface Api {"
                        " @GetMapping(\"/x\") String x(int i); }");
    write("a/Impl.java", "package a; import org.springframework.web.bind.annotation.*; @RestController public class Impl implements Api {"
                         " public String x(int i) { return \"\"; } }");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("GET /api/x = a.Impl.x"));
}

TEST_F(EntryPoints, ResourcesThatAConfigurationMakesRoots)
{
    write("a/Api.java", R"(package a; import javax.ws.rs.*;
public class Api { @GET @Path("/{lang}/{name}") public Object get() { return null; } @GET public Object none() { return null; } @Path("sub") public Object part() { return null; } })");
    write("a/Client.java", "package a; import retrofit2.http.*; public interface Client { @GET(\"v1/images\") Object get(@Path(\"id\") String id); }");
    analyse();
    EXPECT_EQ(entryIds(), (std::set<std::string>{"GET /{lang}/{name} = a.Api.get"}));
}

TEST_F(EntryPoints, RestServletsAndOthers)
{
    write("a/R.java", R"(package a;
import javax.ws.rs.*;
@Path("quotes") public class R {
    @GET @Path("/{id}") public String get() { return ""; }
    @POST public String post() { return ""; }
    @Path("sub") public R locator() { return this; }
})");
    write("a/S.java", R"(package a;
import javax.servlet.annotation.WebServlet;
@WebServlet(name = "s", urlPatterns = {"/one", "/two"})
public class S extends javax.servlet.http.HttpServlet { protected void doGet() {} protected void doPost() {} })");
    write("a/Jobs.java", R"(package a;
import org.springframework.scheduling.annotation.Scheduled;
public class Jobs { @Scheduled(cron = "0 0 * * * *") public void nightly() {} public void other() {}
  @org.springframework.jms.annotation.JmsListener(destination = "orders") public void take(String s) {}
  public static void main(String[] args) {} public void main(int i) {} })");
    write("a/Mdb.java", R"(package a;
import javax.ejb.*;
@MessageDriven(activationConfig = { @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "javax.jms.Queue"),
  @ActivationConfigProperty(propertyName = "destination", propertyValue = "TradeQueue") })
public class Mdb { public void onMessage(Object m) {} })");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("GET /quotes/{id} = a.R.get", "POST /quotes = a.R.post", "GET /one = a.S.doGet",
                                                 "POST /one = a.S.doPost", "GET /two = a.S.doGet", "POST /two = a.S.doPost",
                                                 "scheduled a.Jobs.nightly = a.Jobs.nightly", "message orders = a.Jobs.take",
                                                 "main a.Jobs = a.Jobs.main", "message TradeQueue = a.Mdb.onMessage"));
}

TEST_F(EntryPoints, RemoteBeansSoapSocketsAndStripes)
{
    write("a/Remote.java", "package a; @javax.ejb.Remote public interface Trade { void buy(int i); }");
    write("a/Bean.java",
          "package a; @javax.ejb.Stateless public class TradeBean implements Trade { public void buy(int i) {} void own() {} }");
    write("a/W.java", "package a; @javax.jws.WebService public class W { public void call() {} private void hidden() {} }");
    write("a/WebService.java", "package a; public @interface WebService { String value(); }");
    write("a/Own.java", "package a; @WebService(\"x\") public class Own { public void none() {} }");
    write("a/E.java", R"(package a; import javax.websocket.*;
@javax.websocket.server.ServerEndpoint("/feed") public class E { @OnMessage public void text(String s) {} @OnOpen public void open() {} })");
    write("x/web/actions/CatalogActionBean.java", R"(package x.web.actions;
import net.sourceforge.stripes.action.*;
public class CatalogActionBean implements ActionBean {
    @DefaultHandler public ForwardResolution viewMain() { return null; }
    public ForwardResolution viewItem() { return null; }
    public String getTitle() { return null; }
})");
    analyse();
    EXPECT_THAT(entryIds(),
                UnorderedElementsAre("remote a.TradeBean.buy = a.TradeBean.buy", "soap a.W.call = a.W.call", "ws /feed = a.E.text",
                                     "* /actions/Catalog.action = x.web.actions.CatalogActionBean.viewMain",
                                     "* /actions/Catalog.action?viewItem = x.web.actions.CatalogActionBean.viewItem"));
}

TEST_F(EntryPoints, RemoteInterfacesOfferWhatTheyExtend)
{
    write("a/Quotes.java", "package a; public interface Quotes { int quote(String s); }");
    write("a/Services.java", "package a; public interface Services extends Quotes { void buy(int i); default void noted() {} }");
    write("a/Trade.java", "package a; @javax.ejb.Remote public interface Trade extends Services { String NAME = \"trade\"; void sell(int i); }");
    write("a/Bean.java", "package a; @javax.ejb.Stateless public class TradeBean implements Trade { public void buy(int i) {} "
                         "public void sell(int i) {} public int quote(String s) { return 0; } public void own() {} }");
    write("a/Named.java", "package a; @javax.ejb.Stateless @javax.ejb.Remote(Services.class) public class NamedBean implements Services, Runnable {"
                          " public void buy(int i) {} public int quote(String s) { return 0; } public void run() {} }");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("remote a.TradeBean.buy = a.TradeBean.buy", "remote a.TradeBean.sell = a.TradeBean.sell",
                                                 "remote a.TradeBean.quote = a.TradeBean.quote", "remote a.TradeBean.noted = a.TradeBean.noted",
                                                 "remote a.NamedBean.buy = a.NamedBean.buy", "remote a.NamedBean.quote = a.NamedBean.quote",
                                                 "remote a.NamedBean.noted = a.NamedBean.noted"));
}

TEST_F(EntryPoints, Portlets)
{
    write("a/Old.java", "package a; import javax.portlet.*; public class Old extends GenericPortlet { protected void doView(RenderRequest q, RenderResponse r) {} "
                        "public void processAction(ActionRequest q, ActionResponse r) {} @ProcessAction(name = \"save\") public void save(ActionRequest q, ActionResponse r) {} void own() {} }");
    write("a/Web.java", R"x(package a; import org.springframework.web.portlet.bind.annotation.*; import org.springframework.web.bind.annotation.*;
@RequestMapping("VIEW") public class Web { @RenderMapping public String show() { return ""; } @RenderMapping(params = "action=report") public String report() { return ""; }
 @ActionMapping("add") public void add() {} @ResourceMapping public void data() {} @RequestMapping(params = "x") public String plain() { return ""; } })x");
    write("a/NoPortlet.java", "package a; public class NoPortlet { public void doView(Object q, Object r) {} }");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("GET /Old/view = a.Old.doView", "POST /Old/action = a.Old.processAction", "POST /Old/save = a.Old.save",
                                                 "GET /Web = a.Web.show", "GET /Web?action=report = a.Web.report", "POST /Web/add = a.Web.add",
                                                 "GET /Web/resource = a.Web.data", "* /Web/VIEW = a.Web.plain"));
}

TEST_F(EntryPoints, ResourcesThatOthersGiveBack)
{
    write("a/Root.java", R"x(package a; import javax.ws.rs.*; @Path("/v1") public class Root { @Path("orders/{id}") public Orders orders() { return new Orders(); } @GET public String top() { return ""; } }
class Orders { @GET public String one() { return ""; } @PUT @Path("state") public void state() {} @Path("lines") public Lines lines() { return null; } }
interface Lines { @GET String all(); }
class LinesImpl implements Lines { public String all() { return ""; } }
class Alone { @GET @Path("/alone") public String alone() { return ""; } })x");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("GET /v1 = a.Root.top", "GET /v1/orders/{id} = a.Orders.one", "PUT /v1/orders/{id}/state = a.Orders.state",
                                                 "GET /v1/orders/{id}/lines = a.LinesImpl.all", "GET /alone = a.Alone.alone"));
}

TEST_F(EntryPoints, QuartzJobsAndListenersByTheirTypes)
{
    write("a/J.java", "package a; import org.quartz.*; public class J implements Job { public void execute(JobExecutionContext c) {} }");
    write("a/Q.java", "package a; import org.springframework.scheduling.quartz.QuartzJobBean; "
                      "public class Q extends QuartzJobBean { protected void executeInternal(Object c) {} }");
    write("b/Own.java", "package b; public class Own implements Job { public void execute(Object c) {} } interface Job {}");
    write("a/L.java", "package a; import javax.jms.*; public class L implements MessageListener { public void onMessage(Message m) {} }");
    write("a/K.java", "package a; import org.springframework.kafka.annotation.KafkaListener; "
                      "public class K { @KafkaListener(topics = \"orders\") void take(String s) {} }");
    analyse();
    EXPECT_THAT(entryIds(),
                UnorderedElementsAre("scheduled a.J.execute = a.J.execute", "scheduled a.Q.executeInternal = a.Q.executeInternal",
                                     "message a.L = a.L.onMessage", "message orders = a.K.take"));
}

TEST_F(EntryPoints, OfInheritedHandlersNameTheClassThatAnswers)
{
    write("a/Work.java",
          "package a; import org.springframework.scheduling.quartz.QuartzJobBean; "
          "public abstract class Work extends QuartzJobBean { protected void executeInternal(Object c) { run(); } abstract void run(); }");
    write("a/Bills.java", "package a; public class Bills extends Work { void run() {} }");
    write("a/Crud.java",
          "package a; import org.springframework.web.bind.annotation.*; "
          "public abstract class Crud { @GetMapping(\"/list\") public String list() { return find(); } abstract String find(); }");
    write("a/Users.java", "package a; import org.springframework.web.bind.annotation.*; "
                          "@RestController @RequestMapping(\"/users\") public class Users extends Crud { String find() { return null; } }");
    analyse();
    EXPECT_THAT(entryIds(),
                UnorderedElementsAre("scheduled a.Bills.executeInternal = a.Bills.executeInternal", "GET /users/list = a.Users.list"));
}

TEST_F(EntryPoints, FunctionsOfAwsLambda)
{
    write("a/F.java", "package a; import com.amazonaws.services.lambda.runtime.*; public class F implements RequestHandler<String, Void> { public Void handleRequest(String s, Context c) { return null; } }");
    write("a/G.java", "package a; import com.amazonaws.services.lambda.runtime.RequestStreamHandler; public class G implements RequestStreamHandler { public void handleRequest(Object in, Object out, Object c) {} }");
    write("b/Own.java", "package b; public class Own implements RequestHandler { public void handleRequest(Object c) {} } interface RequestHandler {}");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("message a.F = a.F.handleRequest", "message a.G = a.G.handleRequest"));
}

TEST_F(EntryPoints, NotFromTests)
{
    write("src/test/java/a/T.java", "package a; public class T { public static void main(String[] a) {} }");
    write("src/main/java/a/M.java", "package a; public class M { public static void main(String... a) {} }");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("main a.M = a.M.main"));
}

TEST_F(EntryPoints, APackageCalledTestIsPartOfTheSystem)
{
    write("src/kr/go/lab/test/TestController.java", R"(package kr.go.lab.test; import org.springframework.web.bind.annotation.*;
@org.springframework.stereotype.Controller public class TestController { @GetMapping("/test/list.do") public String list() { return "list"; } })");
    write("src/kr/go/lab/test/TestControllerTest.java", R"(package kr.go.lab.test; import org.junit.Test; import org.springframework.web.bind.annotation.*;
@org.springframework.stereotype.Controller public class TestControllerTest { @GetMapping("/mock.do") public String mock() { return "x"; } })");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("GET /test/list.do = kr.go.lab.test.TestController.list"));
}

TEST_F(EntryPoints, HandlersOfListeningClassesAndOfSockets)
{
    write("a/L.java", R"x(package a; import org.springframework.amqp.rabbit.annotation.*; import org.springframework.messaging.handler.annotation.*; import org.springframework.ws.server.endpoint.annotation.*; import org.springframework.web.socket.handler.*; import org.springframework.web.socket.*;
@RabbitListener(queues = "order.cancel") class Cancel { @RabbitHandler public void handle(Long id) {} void other() {} }
@MessageMapping("/chat") class Chat { @MessageMapping("/say") void say(String m) {} @SubscribeMapping("topics") void topics() {} }
@Endpoint class Ws { @PayloadRoot(namespace = "n", localPart = "getTax") @ResponsePayload Object tax(@RequestPayload Object o) { return null; } }
class Socket extends TextWebSocketHandler { protected void handleTextMessage(WebSocketSession s, TextMessage m) {} })x");
    analyse();
    EXPECT_EQ(entryIds(), (std::set<std::string>{"message order.cancel = a.Cancel.handle", "ws /chat/say = a.Chat.say", "ws /chat/topics = a.Chat.topics",
                                                 "soap a.Ws.tax = a.Ws.tax", "ws a.Socket.handleTextMessage = a.Socket.handleTextMessage"}));
}

} // namespace
