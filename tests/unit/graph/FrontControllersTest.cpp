#include "LinkFixture.h"

#include <gtest/gtest.h>

namespace naru::tests {
namespace {

/// Three commands of one type, each with a table of its own, and the DAO behind them.
class FrontControllers : public LinkFixture {
protected:
    void writeCommands()
    {
        write("a/Action.java", "package a; import javax.servlet.http.*; public interface Action { String execute(HttpServletRequest q, HttpServletResponse r); }");
        for (const std::string name : {"List", "Save", "Delete"})
            write("a/" + name + "Action.java", "package a; import javax.servlet.http.*; public class " + name +
                                                   "Action implements Action { public String execute(HttpServletRequest q, HttpServletResponse r) { new Dao().do" + name +
                                                   "(); return null; } }");
        write("a/Dao.java", R"x(package a; import java.sql.*; public class Dao { Connection c;
  void doList() { c.prepareStatement("select * from BOARD").executeQuery(); } void doSave() { c.prepareStatement("insert into BOARD(ID) values(?)").executeUpdate(); }
  void doDelete() { c.prepareStatement("delete from BOARD_FILE where ID = ?").executeUpdate(); } })x");
    }
    /// A servlet with `members`, mapped to `pattern`.
    void writeServlet(const std::string& pattern, const std::string& members)
    {
        write("a/Front.java", "package a; import javax.servlet.http.*; import java.util.*; @javax.servlet.annotation.WebServlet(\"" + pattern +
                                  "\") public class Front extends HttpServlet {\n" + members + "\n}");
    }
};

TEST_F(FrontControllers, AFactoryThatComparesAParameter)
{
    writeCommands();
    writeServlet("/shop.do", R"x(protected void doGet(HttpServletRequest q, HttpServletResponse r) { String command = q.getParameter("command"); Action a = Factory.getInstance().getAction(command); if (a != null) a.execute(q, r); }
  protected void doPost(HttpServletRequest q, HttpServletResponse r) { doGet(q, r); })x");
    write("a/Factory.java", R"x(package a; public class Factory { static Factory one = new Factory(); public static Factory getInstance() { return one; }
  public Action getAction(String command) { Action action = null;
    if (command.equals("list")) { action = new ListAction(); }
    else if (command.equals("save")) { action = new SaveAction(); }
    else if (command.equals("delete")) action = new DeleteAction();
    return action; } })x");
    write("web/list.jsp", "<form action='shop.do' method='post'><input type='hidden' name='command' value='save'></form><a href='shop.do?command=delete'>x</a>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /shop.do?command=list = a.ListAction.execute", "* /shop.do?command=save = a.SaveAction.execute", "* /shop.do?command=delete = a.DeleteAction.execute"}));
    EXPECT_EQ(sequence("* /shop.do?command=save"), "w BOARD");
    EXPECT_EQ(links(), (Names{"web/list.jsp -> * /shop.do?command=save", "web/list.jsp -> * /shop.do?command=delete"}));
}

/// The blueprint of Java Pet Store: actions of the web make events, a file names the class that works on each.
TEST_F(FrontControllers, EventsAndTheClassesThatAFileNamesForThem)
{
    write("a/Event.java", "package a; public interface Event {}");
    write("a/Handler.java", "package a; public interface Handler { void perform(Event e); }");
    for (const std::string name : {"Order", "Bill"}) {
        write("a/" + name + "Event.java", "package a; public class " + name + "Event implements Event { " + (name == "Bill" ? "" : "public OrderEvent() {}") + " }");
        write("a/" + name + "Handler.java", "package a; public class " + name + "Handler implements Handler { java.sql.Connection c; public void perform(Event e) { c.prepareStatement(\"insert into T_" +
                                                name + " (ID) values (1)\").executeUpdate(); } public Object part(" + name + "Event e) { return null; } }");
        write("a/" + name + "Action.java", "package a; import javax.servlet.http.*; public class " + name + "Action extends Base { protected Event event() { return new " + name + "Event(); } }");
    }
    write("a/Base.java", "package a; import javax.servlet.http.*; public abstract class Base implements Action { public Event perform(HttpServletRequest q) { return event(); } protected abstract Event event(); }");
    write("a/Action.java", "package a; import javax.servlet.http.*; public interface Action { Event perform(HttpServletRequest q); }");
    writeServlet("*.do", "java.util.Map actions; protected void doGet(HttpServletRequest q, HttpServletResponse r) { ((Action) actions.get(q.getRequestURI())).perform(q); }");
    write("WEB-INF/mappings.xml", R"x(<mappings><url-mapping url="order.do"><web-action-class>a.OrderAction</web-action-class></url-mapping>
<url-mapping url="bill.do"><web-action-class>a.BillAction</web-action-class></url-mapping>
<event-mapping><event-class>a.OrderEvent</event-class><ejb-action-class>a.OrderHandler</ejb-action-class></event-mapping>
<event-mapping><event-class>a.BillEvent</event-class><ejb-action-class>a.BillHandler</ejb-action-class></event-mapping></mappings>)x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /order.do = a.OrderAction.perform", "GET /bill.do = a.BillAction.perform"}));
    EXPECT_EQ(sequence("GET /order.do"), "w T_ORDER");
    EXPECT_EQ(sequence("GET /bill.do"), "w T_BILL");
}

TEST_F(FrontControllers, AChainThatComparesThePathOfTheRequest)
{
    writeCommands();
    write("web/form.jsp", "<b>form</b>");
    writeServlet("*.bo", R"x(protected void doProcess(HttpServletRequest request, HttpServletResponse response) {
    String uri = request.getRequestURI(); String command = uri.substring(request.getContextPath().length()); Action action = null; String forward = null;
    if (command.equals("/list.bo")) { action = new ListAction();
      forward = action.execute(request, response); }
    else if (command.equals("/form.bo")) { forward = "/form.jsp"; }
    else if (command.equals("/save.bo")) { action = new SaveAction();
      forward = action.execute(request, response); } }
  protected void doGet(HttpServletRequest q, HttpServletResponse r) { doProcess(q, r); } protected void doPost(HttpServletRequest q, HttpServletResponse r) { doProcess(q, r); })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.bo = a.ListAction.execute", "* /form.bo = web/form.jsp", "* /save.bo = a.SaveAction.execute"}));
    EXPECT_EQ(sequence("* /list.bo"), "r BOARD");
}

TEST_F(FrontControllers, BranchesThatWorkThemselvesKeepTheServlet)
{
    writeCommands();
    writeServlet("*.bo", R"x(protected void doGet(HttpServletRequest request, HttpServletResponse response) { String path = request.getServletPath();
    if (path.equals("/list.bo")) { new ListAction().execute(request, response); }
    else if (path.equals("/save.bo")) { new SaveAction().execute(request, response); }
    else if (path.equals("/check.bo")) { new Dao().doDelete(); } })x");
    analyse();
    EXPECT_TRUE(entryIds().contains("GET /*.bo = a.Front.doGet"));
    Names actions;
    for (const auto& action : model().actions)
        actions.insert(text(action.parameter) + "=" + text(action.value));
    EXPECT_TRUE(actions.contains("URI=/check.bo"));
}

TEST_F(FrontControllers, AMapOfNewObjects)
{
    writeCommands();
    writeServlet("*.do", R"x(private Mapping mapping; public void init() { mapping = new Mapping(); }
  protected void service(HttpServletRequest q, HttpServletResponse r) { String uri = q.getRequestURI(); mapping.getAction(uri.substring(uri.lastIndexOf("/"))).execute(q, r); })x");
    write("a/Mapping.java", R"x(package a; import java.util.*; public class Mapping { private Map<String, Action> all = new HashMap<String, Action>();
  public Mapping() { all.put("/list.do", new ListAction()); all.put("/save.do", new SaveAction()); } public Action getAction(String path) { return all.get(path); } })x");
    write("a/Other.java", "package a; import java.util.*; class Other { void fill(Map<String, Action> m) { m.put(\"/x.do\", new ListAction()); m.put(\"/y.do\", new SaveAction()); } }");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.do = a.ListAction.execute", "* /save.do = a.SaveAction.execute"}));
}

TEST_F(FrontControllers, ClassesThatAPropertyFileNames)
{
    writeCommands();
    write("a/Front.java", R"x(package a; import javax.servlet.http.*; import java.util.*; public class Front extends HttpServlet { private Map<String, Action> all = new HashMap<>();
  public void init() { Properties given = new Properties(); for (Object key : given.keySet()) { String name = given.getProperty((String) key); Class<?> type = Class.forName(name); all.put((String) key, (Action) type.newInstance()); } }
  protected void doGet(HttpServletRequest q, HttpServletResponse r) { all.get(q.getRequestURI()).execute(q, r); } protected void doPost(HttpServletRequest q, HttpServletResponse r) { doGet(q, r); } })x");
    write("web/WEB-INF/web.xml", "<web-app><servlet><servlet-name>F</servlet-name><servlet-class>a.Front</servlet-class></servlet><servlet-mapping><servlet-name>F</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>");
    write("web/WEB-INF/commands.properties", "/list.do=a.ListAction\n/board/save.do=a.SaveAction\n");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.do = a.ListAction.execute", "* /board/save.do = a.SaveAction.execute"}));
}

TEST_F(FrontControllers, PagesBesideTheAddressOfARequest)
{
    write("a/Forward.java", "package a; public class Forward { public void setPath(String p) {} }");
    write("a/ShowAction.java", R"x(package a; public class ShowAction { void one() { Forward f = new Forward(); f.setPath("board/list.jsp"); } void two() { Forward f = new Forward(); f.setPath("./twice.jsp"); } void three() { Forward f = new Forward(); f.setPath("/board/list.jsp"); } })x");
    write("WebContent/shop/board/list.jsp", "<b/>");
    write("WebContent/shop/twice.jsp", "<b/>");
    write("WebContent/other/twice.jsp", "<b/>");
    analyse();
    EXPECT_EQ(renders(), Names{"a.ShowAction#one() -> WebContent/shop/board/list.jsp"});
}

TEST_F(FrontControllers, AServletThatIsNoneStays)
{
    writeCommands();
    writeServlet("/one", "protected void doGet(HttpServletRequest q, HttpServletResponse r) { String mode = q.getParameter(\"mode\"); Dao dao = new Dao();\n"
                         "if (mode.equals(\"a\")) { dao.doList(); }\nelse if (mode.equals(\"b\")) { dao.doSave(); } }");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /one = a.Front.doGet"}));
}

constexpr const char* kHandlers = R"x(package m; import javax.servlet.http.*; import java.sql.*;
interface Handler { String process(HttpServletRequest q, HttpServletResponse r) throws Exception; }
abstract class Base implements Handler { Statement st; boolean login(HttpServletRequest q) { return false; } }
class ListHandler extends Base { public String process(HttpServletRequest q, HttpServletResponse r) throws Exception { st.executeQuery("select * from ART"); return "/list.jsp"; } }
class AddHandler extends Base { public String process(HttpServletRequest q, HttpServletResponse r) throws Exception { st.executeUpdate("insert into ART values (1)"); return "/list.jsp"; } }
class OtherHandler extends Base { public String process(HttpServletRequest q, HttpServletResponse r) throws Exception { st.executeUpdate("delete from OTHER"); return ""; } })x";

constexpr const char* kFront = R"x(package m; import javax.servlet.http.*; import java.util.*;
public class Front extends HttpServlet { Map<String, Handler> all = new HashMap<>();
 public void doGet(HttpServletRequest q, HttpServletResponse r) { go(q, r); } public void doPost(HttpServletRequest q, HttpServletResponse r) { go(q, r); }
 private void go(HttpServletRequest q, HttpServletResponse r) { Base h = (Base) all.get(q.getServletPath()); if (h.login(q)) return; try { h.process(q, r); } catch (Exception e) { } } })x";

constexpr const char* kFrontXml = "<web-app><servlet><servlet-name>f</servlet-name><servlet-class>m.Front</servlet-class></servlet>"
                                  "<servlet-mapping><servlet-name>f</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>";

/// A property file says which class answers a path: each is an entry point, the servlet that hands on is none.
TEST_F(FrontControllers, RoutesOfAPropertyFileThatSomeOtherCodeReads)
{
    write("m/Handler.java", kHandlers);
    write("m/Front.java", kFront);
    write("WEB-INF/web.xml", kFrontXml);
    write("WEB-INF/command.properties", "/list.do=m.OtherHandler\r\n/list.do=m.ListHandler\r\nadd.do=m.AddHandler\r\n/other.xyz=m.OtherHandler\r\n/none.do=m.Missing\r\n");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.do = m.ListHandler.process", "* /add.do = m.AddHandler.process"}));
    EXPECT_EQ(sequence("* /list.do"), "r ART");
    EXPECT_EQ(sequence("* /add.do"), "w ART");
}

/// An XML file that names path and class in one element, and a map in a class that the servlet makes.
TEST_F(FrontControllers, RoutesOfAnXmlFileBesideThoseOfCode)
{
    write("m/Handler.java", kHandlers);
    write("m/Front.java", kFront);
    write("m/Mapping.java", "package m; import java.util.*; class Mapping { Map<String, Handler> all = new HashMap<>(); Mapping() { all.put(\"/n/list.go\", new ListHandler()); "
                            "all.put(\"/n/add.go\", new AddHandler()); } Handler of(String s) { return all.get(s); } }");
    write("m/Second.java", "package m; import javax.servlet.http.*; @javax.servlet.annotation.WebServlet(\"*.go\") public class Second extends HttpServlet { Mapping mapping = new Mapping(); "
                           "protected void doPost(HttpServletRequest q, HttpServletResponse r) { try { mapping.of(q.getServletPath()).process(q, r); } catch (Exception e) { } } }");
    write("WEB-INF/web.xml", kFrontXml);
    write("WEB-INF/mappings.xml", "<mappings><url-mapping url='list.do' screen='x.screen'><action-class>m.ListHandler</action-class></url-mapping>"
                                  "<url-mapping url='add.do'><action-class>m.AddHandler</action-class></url-mapping></mappings>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.do = m.ListHandler.process", "* /add.do = m.AddHandler.process", "POST /n/list.go = m.ListHandler.process",
                                 "POST /n/add.go = m.AddHandler.process"}));
}

/// A factory outside the servlet chooses by a parameter.
TEST_F(FrontControllers, AFactoryForTheServiceMethod)
{
    write("m/Handler.java", kHandlers);
    write("m/Factory.java", R"x(package m; class Factory { Handler get(String command) { Handler h = null;
   if (command.equals("list")) {
     h = new ListHandler();
   } else if (command.equals("add")) {
     h = new AddHandler();
   }
   return h; } })x");
    write("m/Front.java", "package m; import javax.servlet.http.*; @javax.servlet.annotation.WebServlet(\"/board\") public class Front extends HttpServlet { "
                          "public void service(HttpServletRequest q, HttpServletResponse r) { try { new Factory().get(q.getParameter(\"command\")).process(q, r); } catch (Exception e) { } } }");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /board?command=list = m.ListHandler.process", "* /board?command=add = m.AddHandler.process"}));
    EXPECT_EQ(sequence("* /board?command=add"), "w ART");
}

/// What the servlet itself does with data is not lost.
TEST_F(FrontControllers, AServletThatWorksWithDataItselfStaysAnEntryPoint)
{
    writeCommands();
    writeServlet("*.do", R"x(Mapping mapping = new Mapping(); java.sql.Statement own; void log() { own.executeUpdate("insert into HITS values (1)"); }
  protected void doGet(HttpServletRequest q, HttpServletResponse r) { mapping.of(q.getServletPath()).execute(q, r); log(); }
  protected void doPost(HttpServletRequest q, HttpServletResponse r) { mapping.of(q.getServletPath()).execute(q, r); })x");
    write("a/Mapping.java", R"x(package a; import java.util.*; public class Mapping { Map<String, Action> all = new HashMap<>();
  Mapping() { all.put("/list.do", new ListAction()); all.put("/save.do", new SaveAction()); } Action of(String path) { return all.get(path); } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.do = a.ListAction.execute", "* /save.do = a.SaveAction.execute", "GET /*.do = a.Front.doGet"}));
}

/// A servlet with one answer hands nothing on.
TEST_F(FrontControllers, AServletWithOneClassBehindItStaysAnEntryPoint)
{
    write("m/Handler.java", kHandlers);
    write("m/Front.java", kFront);
    write("WEB-INF/web.xml", kFrontXml);
    write("WEB-INF/command.properties", "/list.do=m.ListHandler\n");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET *.do = m.Front.doGet", "POST *.do = m.Front.doPost"}));
}

/// The servlet hands the request to a processor, which asks the factory; a pattern that no route fits keeps its entry point.
TEST_F(FrontControllers, SeveralClassesBetweenTheServletAndTheFactory)
{
    writeCommands();
    writeServlet("/shop", "protected void doGet(HttpServletRequest q, HttpServletResponse r) { new Processor().go(q, r); }");
    write("a/Processor.java", R"x(package a; import javax.servlet.http.*; class Processor { Factory factory = new Factory();
  void go(HttpServletRequest q, HttpServletResponse r) { Action action = factory.make(q.getParameter("cmd")); action.execute(q, r); } })x");
    write("a/Factory.java", R"x(package a; class Factory { Action make(String cmd) {
    if (cmd.equals("/list")) return new ListAction();
    if (cmd.equals("/save")) return new SaveAction();
    return null; } })x");
    write("a/Other.java", R"x(package a; import javax.servlet.http.*; @javax.servlet.annotation.WebServlet("*.other") public class Other extends HttpServlet {
  Action action; protected void doGet(HttpServletRequest q, HttpServletResponse r) { action.execute(q, r); } })x");
    write("web/WEB-INF/routes.properties", "/list.do=a.ListAction\n/save.do=a.SaveAction\n");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /shop?cmd=/list = a.ListAction.execute", "GET /shop?cmd=/save = a.SaveAction.execute", "GET /*.other = a.Other.doGet"}));
}

/// Actions of Struts 1 below one base class, each with a map of commands of its own.
class StrutsCommands : public FrontControllers {
protected:
    void writeAction(const std::string& name, const std::string& puts)
    {
        write("b/" + name + ".java", "package b; import javax.servlet.http.*; import java.util.HashMap; public class " + name +
                                         " extends Base { private HashMap commands;\n String run(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse r) { commands = new HashMap();\n" + puts +
                                         "\n Command c = (Command) commands.get(q.getParameter(\"cmd\")); return c.execute(q, f); } }");
    }
    void SetUp() override
    {
        FrontControllers::SetUp();
        write("b/Base.java", R"x(package b; import javax.servlet.http.*; public abstract class Base extends org.apache.struts.action.Action { java.sql.Connection c;
  public ActionForward execute(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse r) {
    c.prepareStatement("select * from SESSION_LOG").executeQuery();
    return m.findForward(run(m, f, q, r)); }
  abstract String run(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse r); })x");
        write("b/Command.java", "package b; import javax.servlet.http.*; public interface Command { String execute(HttpServletRequest q, ActionForm f); }");
        for (const std::string name : {"List", "Save", "Home"})
            write("b/" + name + "Cmd.java", "package b; import javax.servlet.http.*; public class " + name + "Cmd implements Command { java.sql.Connection c;\n" +
                                                " public String execute(HttpServletRequest q, ActionForm f) { c.prepareStatement(\"select * from T_" + name + "\").executeQuery(); return null; } }");
        write("web/WEB-INF/struts-config.xml", "<struts-config><action-mappings><action path='/board' type='b.BoardAction'/><action path='/home' type='b.HomeAction'/><action path='/other' type='b.OtherAction'/></action-mappings></struts-config>");
        writeAction("BoardAction", "commands.put(\"list\", new ListCmd()); commands.put(\"save\", new SaveCmd());");
        writeAction("HomeAction", "commands.put(\"home\", new HomeCmd());");
        write("b/OtherAction.java", R"x(package b; import javax.servlet.http.*; public class OtherAction extends Base {
  String run(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse r) { c.prepareStatement("select * from OTHER").executeQuery(); return "x"; } })x");
    }
};

TEST_F(StrutsCommands, CommandsOfActionsAreEntryPoints)
{
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /board.do?cmd=list = b.ListCmd.execute", "* /board.do?cmd=save = b.SaveCmd.execute", "* /home.do?cmd=home = b.HomeCmd.execute",
                                 "* /other.do = b.OtherAction.execute"}));
    EXPECT_EQ(sequence("* /board.do?cmd=save"), "r T_SAVE");
}

/// The base class runs what its subclasses write: only that of the class which the action names.
TEST_F(StrutsCommands, OtherSubclassesAreNoPartOfAnInheritedHandler)
{
    analyse();
    EXPECT_EQ(sequence("* /other.do"), "r SESSION_LOG, r OTHER");
}

/// What a command decides further is its own business, and its address states the value.
TEST_F(StrutsCommands, ACommandThatDecidesByTheStatedParameter)
{
    write("b/SaveCmd.java", R"x(package b; import javax.servlet.http.*; public class SaveCmd implements Command { java.sql.Connection c;
  public String execute(HttpServletRequest q, ActionForm f) { String cmd = q.getParameter("cmd");
    if (cmd.equals("add")) {
      c.prepareStatement("insert into T_SAVE(ID) values(1)").executeUpdate();
    } else if (cmd.equals("remove")) {
      c.prepareStatement("delete from T_GONE where ID = 1").executeUpdate(); new ListCmd().execute(q, f);
    }
    return null; } })x");
    writeAction("BoardAction", "commands.put(\"list\", new ListCmd()); commands.put(\"add\", new SaveCmd()); commands.put(\"remove\", new SaveCmd());");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /board.do?cmd=list = b.ListCmd.execute", "* /board.do?cmd=add = b.SaveCmd.execute", "* /board.do?cmd=remove = b.SaveCmd.execute",
                                 "* /home.do?cmd=home = b.HomeCmd.execute", "* /other.do = b.OtherAction.execute"}));
    EXPECT_EQ(sequence("* /board.do?cmd=add"), "w T_SAVE");
    EXPECT_EQ(sequence("* /board.do?cmd=remove"), "w T_GONE, r T_LIST");
    EXPECT_TRUE(model().actions.empty());
}

/// A link means the commands that its query, or a script of its page, states; one that states none of them leads nowhere.
TEST_F(StrutsCommands, LinksMeanTheCommandsThatThePageGives)
{
    write("web/a.jsp", "<form name='f' action='board.do'><input type='hidden' name='cmd'></form><script>function go() { document.f.cmd.value = 'save'; f.submit(); }</script>");
    write("web/b.jsp", "<script>send('board.do', 'cmd=list&no=' + no);</script>");
    write("web/c.jsp", "<a href='board.do?cmd=gone'>x</a>");
    write("web/d.jsp", "<a href='board.do?cmd=<%= x %>'>x</a>");
    analyse();
    EXPECT_EQ(links(), (Names{"web/a.jsp -> * /board.do?cmd=save", "web/b.jsp -> * /board.do?cmd=list", "web/c.jsp -> ?board.do", "web/d.jsp -> * /board.do?cmd=list",
                              "web/d.jsp -> * /board.do?cmd=save"}));
}

} // namespace
} // namespace naru::tests
