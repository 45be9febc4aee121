#include "LinkFixture.h"

namespace naru::tests {
namespace {

class EntryLinks : public LinkFixture {};

TEST_F(EntryLinks, ServletsOfWebXml)
{
    write("a/S.java", "package a; import javax.servlet.http.*; class S extends HttpServlet { protected void doGet(HttpServletRequest q, "
                      "HttpServletResponse p) {} "
                      "protected void doPost(HttpServletRequest q, HttpServletResponse p) {} }");
    write("a/F.java", "package a; class F implements javax.servlet.Filter { public void doFilter() {} }");
    write("web/WEB-INF/web.xml",
          "<web-app><servlet><servlet-name>s</servlet-name><servlet-class>a.S</servlet-class></servlet><servlet-mapping><servlet-name>s</"
          "servlet-name>"
          "<url-pattern>/s</url-pattern></servlet-mapping><filter><filter-name>f</filter-name><filter-class>a.F</filter-class></filter>"
          "<filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping></web-app>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /s = a.S.doGet", "POST /s = a.S.doPost"}));
}

TEST_F(EntryLinks, ServletsWhoseBaseClassAnswers)
{
    write("a/Xml.java", "package a; public class Xml extends org.ajax.BaseServlet { public String content(javax.servlet.http.HttpServletRequest q) { return null; } }");
    write("a/Hl7.java", "package a; public class Hl7 extends org.hoh.HohServlet { void start() { } }");
    write("a/Front.java", "package a; import javax.servlet.http.*; public class Front extends org.apache.struts.action.ActionServlet { public void doGet(HttpServletRequest q, HttpServletResponse p) { } }");
    write("web/WEB-INF/web.xml", "<web-app><servlet><servlet-name>x</servlet-name><servlet-class>a.Xml</servlet-class></servlet><servlet><servlet-name>h</servlet-name><servlet-class>a.Hl7</servlet-class></servlet>"
                                 "<servlet><servlet-name>f</servlet-name><servlet-class>a.Front</servlet-class></servlet><servlet-mapping><servlet-name>x</servlet-name><url-pattern>/xml</url-pattern></servlet-mapping>"
                                 "<servlet-mapping><servlet-name>h</servlet-name><url-pattern>/hl7</url-pattern></servlet-mapping><servlet-mapping><servlet-name>f</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /xml = a.Xml", "* /hl7 = a.Hl7"}));
}

TEST_F(EntryLinks, ServletsThatHandRequestsToBeans)
{
    write("a/Download.java", R"x(package a; import org.springframework.stereotype.Component; import org.springframework.web.HttpRequestHandler;
@Component("download") public class Download implements HttpRequestHandler { public void handleRequest(HttpServletRequest q, HttpServletResponse p) {} })x");
    write("web/WEB-INF/web.xml", "<web-app><servlet><servlet-name>download</servlet-name><servlet-class>org.springframework.web.context.support.HttpRequestHandlerServlet</servlet-class></servlet>"
                                 "<servlet-mapping><servlet-name>download</servlet-name><url-pattern>/file</url-pattern></servlet-mapping></web-app>");
    analyse();
    EXPECT_EQ(entryIds(), Names{"* /file = a.Download.handleRequest"});
}

TEST_F(EntryLinks, StrutsActions)
{
    write("a/Save.java", "package a; class Save extends org.apache.struts.action.Action { public ActionForward execute(ActionMapping m, "
                         "ActionForm f, HttpServletRequest q, HttpServletResponse p) "
                         "{ return m.findForward(\"ok\"); } }");
    write("a/List.java", "package a; class ListAct { public String run() { return \"success\"; } }");
    write("web/WEB-INF/struts-config.xml", "<struts-config><action-mappings><action path='/save' type='a.Save'><forward name='ok' "
                                           "path='/ok.jsp'/></action></action-mappings></struts-config>");
    write("web/ok.jsp", "<html/>");
    write("web/l.jsp", "<a href='list.action'>x</a>");
    write("res/struts.xml", "<struts><package namespace='/adm'><action name='list' class='a.ListAct' "
                            "method='run'><result>/l.jsp</result></action></package></struts>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /save.do = a.Save.execute", "* /adm/list.action = a.ListAct.run"}));
    EXPECT_TRUE(renders().contains("a.ListAct#run() -> web/l.jsp"));
    EXPECT_TRUE(renders().contains("a.Save#execute(ActionMapping,ActionForm,HttpServletRequest,HttpServletResponse) -> web/ok.jsp"));
    EXPECT_TRUE(links().contains("web/l.jsp -> * /adm/list.action"));
}

TEST_F(EntryLinks, StrutsActionsThatAreBeansOfSpring)
{
    write("a/PageAction.java", "package a; public class PageAction extends ActionSupport { public String detail() { return SUCCESS; } public String move() { return SUCCESS; } }");
    write("a/NoteAction.java", "package a; @org.springframework.stereotype.Component(\"notes\") public class NoteAction { public String execute() { return \"success\"; } }");
    write("a/Save.java", "package a; class Save extends org.apache.struts.action.Action { public ActionForward execute(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse p) { return null; } }");
    write("web/WEB-INF/beans.xml", "<beans><bean id='base' class=' a.PageAction' abstract='true'/><bean id='pageAction' parent='base' scope='prototype'/>"
                                   "<bean name='/save' class='a.Save'/></beans>");
    write("web/page.jsp", "<html/>");
    write("web/input.jsp", "<html/>");
    write("web/WEB-INF/struts-config.xml", "<struts-config><action-mappings><action path='/save' type='org.springframework.web.struts.DelegatingActionProxy'/></action-mappings></struts-config>");
    write("res/struts.xml", "<struts><constant name='struts.action.extension' value='do'/><include file='page.xml'/></struts>");
    write("res/page.xml", "<struts><package namespace='/adm'><action name='detail' class='pageAction' method='detail'><result>/page.jsp</result></action>"
                          "<action name='show' class='pageAction'><result name='input'>/input.jsp</result><result name='success'>/page.jsp</result></action>"
                          "<action name='page_*' class='pageAction' method='{1}'/><action name='note' class='notes'/><action name='other' class='unknown'/></package></struts>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /adm/detail.do = a.PageAction.detail", "* /adm/show.do = web/page.jsp", "* /adm/page_detail.do = a.PageAction.detail", "* /adm/page_move.do = a.PageAction.move",
                                 "* /adm/note.do = a.NoteAction.execute", "* /save.do = a.Save.execute"}));
    EXPECT_TRUE(renders().contains("a.PageAction#detail() -> web/page.jsp"));
}

TEST_F(EntryLinks, MethodsOfDispatchActions)
{
    const std::string four = "(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse p) ";
    write("a/Base.java", "package a; import org.apache.struts.action.*; import org.apache.struts.actions.DispatchAction; public abstract class Base extends DispatchAction { public ActionForward execute" +
                             four + "throws Exception { return super.execute(m, f, q, p); } public ActionForward load" + four + "{ return null; } }");
    write("a/Loan.java", "package a; import org.apache.struts.action.*; public class Loan extends Base { public ActionForward create" + four + "{ return m.findForward(\"ok\"); } public ActionForward load" + four +
                             "{ return null; } protected ActionForward help" + four + "{ return null; } public ActionForward one(ActionMapping m) { return null; } }");
    write("a/Mapped.java", "package a; import org.apache.struts.action.*; import org.apache.struts.actions.MappingDispatchAction; public class Mapped extends MappingDispatchAction { public ActionForward save" + four +
                               "{ return null; } public ActionForward find" + four + "{ return null; } }");
    write("web/ok.jsp", "<html/>");
    write("web/login.jsp", "<a href='loan.do?id=1&amp;method=load'>x</a>");
    write("web/all.jsp", "<form action='loan.do'></form><script>go('/loan.do?method=' + x);</script>");
    write("web/WEB-INF/struts-config.xml", "<struts-config><action-mappings><action path='/loan' type='a.Loan' parameter='method'><forward name='ok' path='/ok.jsp'/></action><action path='/base' type='a.Loan'/>"
                                           "<action path='/find' type='a.Mapped' parameter='find'/><action path='/home' type='org.apache.struts.actions.ForwardAction' parameter='/login.jsp'/></action-mappings></struts-config>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /loan.do?method=create = a.Loan.create", "* /loan.do?method=load = a.Loan.load", "* /base.do = a.Loan.execute", "* /find.do = a.Mapped.find", "* /home.do = web/login.jsp"}));
    EXPECT_TRUE(renders().contains("a.Loan#create(ActionMapping,ActionForm,HttpServletRequest,HttpServletResponse) -> web/ok.jsp"));
    EXPECT_EQ(links(), (Names{"web/login.jsp -> * /loan.do?method=load", "web/all.jsp -> * /loan.do?method=load", "web/all.jsp -> * /loan.do?method=create"}));
}

TEST_F(EntryLinks, StarsOfStrutsOneAndBaseClassesOfLibraries)
{
    const std::string four = "(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse p) ";
    write("a/Base.java", "package a; import org.apache.struts.action.*; import org.portal.web.PortalDocumentActionBase; public abstract class Base extends PortalDocumentActionBase { public ActionForward execute" +
                             four + "throws Exception { return super.execute(m, f, q, p); } public ActionForward save" + four + "{ return null; } }");
    write("a/InvoiceAction.java", "package a; import org.apache.struts.action.*; public class InvoiceAction extends Base { public ActionForward pay" + four + "{ return m.findForward(\"ok\"); } }");
    write("a/PlainAction.java", "package a; import org.apache.struts.action.*; public class PlainAction extends Action { public ActionForward execute" + four + "{ return null; } }");
    write("web/Invoice.jsp", "<html/>");
    write("web/WEB-INF/struts-config.xml", "<struts-config><action-mappings><action path='/ar*' type='a.{1}Action' parameter='methodToCall'><forward name='ok' path='/{1}.jsp'/></action>"
                                           "<action path='/arPlain' type='a.PlainAction'/></action-mappings></struts-config>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /arInvoice.do?methodToCall=pay = a.InvoiceAction.pay", "* /arInvoice.do?methodToCall=save = a.InvoiceAction.save", "* /arPlain.do = a.PlainAction.execute"}));
}

TEST_F(EntryLinks, StrutsActionsByAnnotationsAndNames)
{
    write("src/main/webapp/WEB-INF/content/shop/show-cart.jsp", "<html></html>");
    write("src/main/webapp/WEB-INF/content/shop/cart-list.jsp", "<html></html>");
    write("src/main/webapp/WEB-INF/content/mine.jsp", "<html></html>");
    write("struts.xml", "<struts><constant name=\"struts.action.extension\" value=\"do,\"/></struts>");
    write("a/actions/shop/ShowCartAction.java", R"x(package a.actions.shop; import com.opensymphony.xwork2.ActionSupport; import org.apache.struts2.convention.annotation.*;
public class ShowCartAction extends ActionSupport { public String execute() { return SUCCESS; }
  @Action(value = "cart-list", results = { @Result(name = "success", location = "cart-list.jsp") }) public String list() { return SUCCESS; } })x");
    write("a/actions/shop/BuyAction.java", R"x(package a.actions.shop; import com.opensymphony.xwork2.ActionSupport; public class BuyAction extends ActionSupport { public String execute() { return SUCCESS; } })x");
    write("a/web/Mine.java", R"x(package a.web; import org.apache.struts2.convention.annotation.*; @Namespace("/") @ParentPackage("base") @Action("/my/own") @Result(name = "success", location = "/WEB-INF/content/mine.jsp")
public class Mine { public String execute() { return "success"; } @Actions({ @Action("one"), @Action("two") }) public String both() { return "success"; } })x");
    write("a/actions/shop/Base.java", R"x(package a.actions.shop; import com.opensymphony.xwork2.ActionSupport; import org.apache.struts2.convention.annotation.*; abstract class Base extends ActionSupport { @Action("/shop/inherited") public String inherited() { return SUCCESS; } })x");
    write("a/actions/shop/ChildAction.java", "package a.actions.shop; public class ChildAction extends Base { }");
    write("a/actions/shop/Helper.java", R"x(package a.actions.shop; import org.apache.struts2.convention.annotation.*; public class Helper { @Action("/shop/none") public String none() { return null; } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /shop/inherited.do = a.actions.shop.Base.inherited", "* /shop/cart-list.do = a.actions.shop.ShowCartAction.list", "* /shop/show-cart.do = a.actions.shop.ShowCartAction.execute",
                                 "* /shop/buy.do = a.actions.shop.BuyAction.execute", "* /my/own.do = a.web.Mine.execute", "* /one.do = a.web.Mine.both",
                                 "* /two.do = a.web.Mine.both"}));
    EXPECT_EQ(renders(), (Names{"a.actions.shop.ShowCartAction#list() -> src/main/webapp/WEB-INF/content/shop/cart-list.jsp",
                                "a.actions.shop.ShowCartAction#execute() -> src/main/webapp/WEB-INF/content/shop/show-cart.jsp",
                                "a.web.Mine#execute() -> src/main/webapp/WEB-INF/content/mine.jsp", "a.web.Mine#both() -> src/main/webapp/WEB-INF/content/mine.jsp"}));
}

TEST_F(EntryLinks, SettingsOfTheConventionPlugin)
{
    write("webapp/WEB-INF/jsp/tax/bill.jsp", "<html></html>");
    write("struts.xml", "<struts><constant name='struts.convention.package.locators' value='web, ui'/><constant name='struts.convention.result.path' value='/WEB-INF/jsp/'/></struts>");
    write("a/ui/tax/BillAction.java", R"x(package a.ui.tax; import org.apache.struts2.convention.annotation.*; public class BillAction { @Action(results = @Result(name = "new", location = "bill.jsp")) public String execute() { return "new"; } })x");
    write("a/actions/OtherAction.java", R"x(package a.actions; public class OtherAction { public String execute() { return ""; } })x");
    analyse();
    EXPECT_EQ(entryIds(), Names{"* /tax/bill.action = a.ui.tax.BillAction.execute"});
    EXPECT_EQ(renders(), Names{"a.ui.tax.BillAction#execute() -> webapp/WEB-INF/jsp/tax/bill.jsp"});
}

TEST_F(EntryLinks, NamesOfActionsAreBuiltAsTheConventionPluginIsTold)
{
    write("webapp/WEB-INF/content/bookReport-form.jsp", "<html></html>");
    write("a/actions/BookReportAction.java", "package a.actions; public class BookReportAction extends com.opensymphony.xwork2.ActionSupport { public String execute() { return \"form\"; } }");
    write("struts.xml", "<struts><constant name='struts.convention.actionNameBuilder' value='defaultActionNameBuilder'/></struts>");
    analyse();
    EXPECT_EQ(entryIds(), Names{"* /bookReport.action = a.actions.BookReportAction.execute"});
    EXPECT_EQ(renders(), Names{"a.actions.BookReportAction#execute() -> webapp/WEB-INF/content/bookReport-form.jsp"});
    write("struts.xml", "<struts><constant name='struts.convention.action.name.separator' value='_'/><constant name='struts.convention.action.name.lowercase' value='false'/></struts>");
    analyse();
    EXPECT_EQ(entryIds(), Names{"* /Book_Report.action = a.actions.BookReportAction.execute"});
}

TEST_F(EntryLinks, ActionsOfStrutsTwoGiveBackResultsAndNoViews)
{
    write("webapp/WEB-INF/content/tax/bill-print.jsp", "<html></html>");
    write("webapp/WEB-INF/content/tax/search.jsp", "<html></html>");
    write("webapp/other/view.jsp", "<html></html>"); // a view that is called like a result
    write("struts.xml", "<struts><package><global-results><result name='denied'>/x.jsp</result></global-results></package></struts>");
    write("a/actions/tax/Base.java", R"x(package a.actions.tax; import com.opensymphony.xwork2.ActionSupport; import org.apache.struts2.convention.annotation.*;
@Results({ @Result(name = "search", location = "search.jsp"), @Result(name = "sheet", type = "stream", location = "in") }) abstract class Base extends ActionSupport { })x");
    write("a/actions/tax/BillAction.java", R"x(package a.actions.tax; public class BillAction extends Base { public String execute() { int n = 1;
if (n == 1) return "view"; if (n == 2) return "print"; if (n == 3) return "sheet"; if (n == 4) return "denied"; if (n == 5) return NONE; return "search"; } })x");
    analyse();
    EXPECT_EQ(renders(), (Names{"a.actions.tax.BillAction#execute() -> webapp/WEB-INF/content/tax/bill-print.jsp",
                                "a.actions.tax.BillAction#execute() -> webapp/WEB-INF/content/tax/search.jsp"}));
    EXPECT_EQ(unresolved(), Names{"view"});
}

TEST_F(EntryLinks, StrutsWildcardsNameClassesAndMethods)
{
    write("a/EmpAction.java",
          "package a; public class EmpAction { public String list() { return \"success\"; } public String save() { "
          "return \"success\"; } public String getName() { return null; } public String find(String id) { return id; } }");
    write("a/DeptAction.java", "package a; public class DeptAction { public String list() { return \"success\"; } }");
    write("a/PayAction.java", "package a; public class PayAction { public String runPay() { return \"success\"; } public String view() { "
                              "return \"success\"; } }");
    write("web/Emp/list.jsp", "<a href='Dept_list.action'>x</a>");
    write("res/struts.xml", "<struts><package><action name='*_*' class='a.{1}Action' method='{2}'><result>/{1}/{2}.jsp</result></action>"
                            "<action name='*Pay' class='a.PayAction' method='{1}Pay'/><action name='go/*' class='a.{1}Action' method='view'/>"
                            "<action name='item/*' class='a.PayAction' method='view'/></package></struts>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /Dept_list.action = a.DeptAction.list", "* /Emp_list.action = a.EmpAction.list",
                                 "* /Emp_save.action = a.EmpAction.save", "* /Pay_runPay.action = a.PayAction.runPay",
                                 "* /Pay_view.action = a.PayAction.view", "* /go/Pay.action = a.PayAction.view",
                                 "* /item/*.action = a.PayAction.view", "* /runPay.action = a.PayAction.runPay"}));
    EXPECT_TRUE(renders().contains("a.EmpAction#list() -> web/Emp/list.jsp"));
    EXPECT_TRUE(links().contains("web/Emp/list.jsp -> * /Dept_list.action"));
}

TEST_F(EntryLinks, SpringXmlAndJobs)
{
    write("a/C.java", "package a; class C implements org.springframework.web.servlet.mvc.Controller { public ModelAndView "
                      "handleRequest(HttpServletRequest q, HttpServletResponse p) { return null; } }");
    write("a/Job.java", "package a; class Job { public void run() {} public void tick() {} }");
    write("a/Q.java", "package a; class Q extends org.springframework.scheduling.quartz.QuartzJobBean { protected void "
                      "executeInternal(JobExecutionContext c) {} }");
    write("s/ctx.xml", "<beans xmlns:task='t' xmlns:mvc='m'><bean name='/c.do' class='a.C'/><bean id='job' class='a.Job'/>"
                       "<bean class='o.s.MethodInvokingJobDetailFactoryBean'><property name='targetObject' ref='job'/><property "
                       "name='targetMethod' value='run'/></bean>"
                       "<bean class='o.s.JobDetailFactoryBean'><property name='jobClass' value='a.Q'/></bean>"
                       "<task:scheduled-tasks><task:scheduled ref='job' method='tick' cron='x'/></task:scheduled-tasks>"
                       "<bean class='o.SimpleUrlHandlerMapping'><property name='mappings'><props><prop "
                       "key='/d.do'>c2</prop></props></property></bean><bean id='c2' class='a.C'/>"
                       "<mvc:view-controller path='/v.do' view-name='v'/></beans>");
    analyse();
    EXPECT_EQ(entryIds(),
              (Names{"* /c.do = a.C.handleRequest", "* /d.do = a.C.handleRequest", "* /v.do = v", "scheduled a.Job.run = a.Job.run",
                     "scheduled a.Job.tick = a.Job.tick", "scheduled a.Q.executeInternal = a.Q.executeInternal"}));
}

TEST_F(EntryLinks, EnterpriseBeansAndFaces)
{
    write("a/R.java", "package a; interface R { void go(); }");
    write("a/B.java", "package a; class B implements R { public void go() {} public void local() {} }");
    write("a/M.java", "package a; class M { public void onMessage(Message m) {} }");
    write("a/Trade.java", "package a; @javax.inject.Named(\"trade\") class Trade { public String login() { return \"welcome\"; } }");
    write("META-INF/ejb-jar.xml",
          "<ejb-jar><enterprise-beans><session><ejb-name>B</ejb-name><remote>a.R</remote><ejb-class>a.B</ejb-class></session>"
          "<message-driven><ejb-name>M</ejb-name><ejb-class>a.M</ejb-class></message-driven></enterprise-beans></ejb-jar>");
    write("web/index.xhtml", "<html><h:commandButton action='#{trade.login}'/></html>");
    write("web/home.xhtml", "<html/>");
    write("web/WEB-INF/faces-config.xml",
          "<faces-config><navigation-rule><from-view-id>*</from-view-id><navigation-case><from-outcome>welcome</from-outcome><to-view-id>/"
          "home.xhtml</to-view-id></navigation-case></navigation-rule></faces-config>");
    analyse();
    EXPECT_EQ(entryIds(),
              (Names{"remote a.B.go = a.B.go", "message a.M.onMessage = a.M.onMessage", "action a.Trade.login = a.Trade.login"}));
    EXPECT_EQ(renders(), Names{"a.Trade#login() -> web/home.xhtml"});
    EXPECT_TRUE(unresolved().empty());
}

/// What makes a class a bean may be unknown (Spring's names, an extension of the container): the page says the name, and that of the class
/// fits.
TEST_F(EntryLinks, ActionsOfBeansThatJsfDoesNotDeclare)
{
    write("a/OrderController.java", "package a; public class OrderController extends x.Base { public String save() { return null; } }");
    write(
        "a/Stock.java",
        R"x(package a; @org.springframework.stereotype.Component("stockBean") public class Stock { public String fill() { return null; } })x");
    write("a/Twin.java", "package a; public class Twin { public String go() { return null; } }");
    write("b/Twin.java", "package b; public class Twin { public String go() { return null; } }");
    write("web/a.xhtml",
          "<html><h:commandButton action='#{orderController.save}'/><h:commandButton action='#{orderController.none}'/><h:commandButton "
          "action='#{stockBean.fill}'/><h:commandButton action='#{twin.go}'/></html>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"action a.OrderController.save = a.OrderController.save", "action a.Stock.fill = a.Stock.fill"}));
}

TEST_F(EntryLinks, APageThatNamesABeanLoadsIt)
{
    write("a/Base.java", "package a; class Base { @javax.annotation.PostConstruct public void init() {} }");
    write("a/Quotes.java", "package a; @javax.inject.Named class Quotes extends Base { public String getAll() { return \"\"; } }");
    write("a/Form.java",
          "package a; @javax.inject.Named class Form { @javax.annotation.PostConstruct void lists() {} public void save() {} }");
    write("a/Unused.java", "package a; @javax.inject.Named class Unused { @javax.annotation.PostConstruct void load() {} }");
    write("web/index.xhtml", "<html><b>#{quotes.all}</b><b>#{form.name}</b><h:commandButton action='#{form.save}'/></html>");
    analyse();
    // What a form with an action loads belongs to that action; a bean that no page names is never made.
    EXPECT_EQ(entryIds(), (Names{"action a.Form.save = a.Form.save", "action a.Quotes.init = a.Quotes.init"}));
}

TEST_F(EntryLinks, ParametersThatScriptsSendBesideTheAddress)
{
    write("a/Emp.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController @RequestMapping("/emp.do") public class Emp { @PostMapping(params = "cmd=list") public String list() { return null; }
  @PostMapping(params = "cmd=save") public String save() { return null; } @PostMapping(params = "cmd=drop") public String drop() { return null; } })x");
    write("web/list.jsp", "<script>$.ajax({ type: 'POST', url: '/emp.do', data: { cmd: 'list', page: p }, success: show });</script>");
    write("web/save.jsp", "<script>$.post('/emp.do', { cmd: 'save', name: f.name.value }, done);</script>");
    write("web/drop.jsp", "<script>$.ajax({ data: \"cmd=drop&no=\" + no, url: '/emp.do' });</script>");
    analyse();
    EXPECT_EQ(links(), (Names{"web/list.jsp -> POST /emp.do?cmd=list", "web/save.jsp -> POST /emp.do?cmd=save", "web/drop.jsp -> POST /emp.do?cmd=drop"}));
}

TEST_F(EntryLinks, AddressesInHiddenFields)
{
    write("a/Emp.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController public class Emp { @PostMapping("/emp/save.do") public String save() { return null; } @GetMapping("/emp/list.do") public String list() { return null; } })x");
    write("web/edit.jsp", "<form action='/emp/save.do' method='post'><input type='hidden' name='returnUrl' value='/emp/list.do'><input type='hidden' name='path' value='/files/a b'><input type='text' value='/emp/x.do'></form>");
    analyse();
    EXPECT_EQ(links(), (Names{"web/edit.jsp -> POST /emp/save.do", "web/edit.jsp -> GET /emp/list.do"}));
}

TEST_F(EntryLinks, MethodsThatRequestParametersChoose)
{
    write("a/Emp.java", R"x(package a; import javax.servlet.http.*; public class Emp extends org.springframework.web.servlet.mvc.multiaction.MultiActionController {
  public Object list(HttpServletRequest q, HttpServletResponse r) { return null; } public Object save(HttpServletRequest q, HttpServletResponse r) { return null; } })x");
    write("a/Work.java", R"x(package a; import javax.servlet.http.*; public class Work { public Object open(HttpServletRequest q, HttpServletResponse r) { return null; } public Object close(HttpServletRequest q, HttpServletResponse r) { return null; } })x");
    write("dispatcher-servlet.xml", R"x(<beans><bean name="/emp.do" class="a.Emp"><property name="methodNameResolver"><bean class="org.springframework.web.servlet.mvc.multiaction.ParameterMethodNameResolver"><property name="paramName" value="cmd"/><property name="defaultMethodName" value="list"/></bean></property></bean>
<bean name="/emp/list.do" class="a.Emp"/>
<bean name="/work.do" class="org.springframework.web.servlet.mvc.multiaction.MultiActionController"><property name="delegate" ref="work"/><property name="methodNameResolver" ref="byButton"/></bean>
<bean id="work" class="a.Work"/><bean id="byButton" class="org.springframework.web.servlet.mvc.multiaction.ParameterMethodNameResolver"><property name="logicalMappings"><props><prop key="start">open</prop><prop key="end">close</prop></props></property></bean>
<bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping"><property name="mappings"><props><prop key="/t/*.do">table</prop><prop key="**/phone.do">phone</prop></props></property></bean>
<bean id="byWord" class="org.springframework.web.servlet.mvc.multiaction.ParameterMethodNameResolver"/>
<bean id="table" class="a.Emp"><property name="methodNameResolver"><bean class="org.springframework.web.servlet.mvc.multiaction.PropertiesMethodNameResolver"><property name="mappings"><props><prop key="/t/all.do">list</prop></props></property></bean></property></bean></beans>)x");
    write("a/Phone.java", R"x(package a; import javax.servlet.http.*; @org.springframework.stereotype.Controller("phone") public class Phone extends org.springframework.web.servlet.mvc.multiaction.MultiActionController { @javax.annotation.Resource(name = "byWord") org.springframework.web.servlet.mvc.multiaction.MethodNameResolver resolver;
  public Object call(HttpServletRequest q, HttpServletResponse r) { return null; } })x");
    write("a/C.java", R"x(package a; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.*;
@Controller class C { @PostMapping(value = "/c.do", params = "!cmd") String form() { return "c"; } @PostMapping(value = "/c.do", params = {"cmd=save", "kind"}) String save() { return "c"; }
  @PostMapping(value = "/d.do", params = "cmd=del") String alone() { return "d"; } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /emp.do?cmd=list = a.Emp.list", "* /emp.do?cmd=save = a.Emp.save", "* /emp.do = a.Emp.list", "* /emp/list.do = a.Emp.list",
                                 "* /work.do?action=start = a.Work.open", "* /work.do?action=end = a.Work.close", "* /t/all.do = a.Emp.list", "* /phone.do?action=call = a.Phone.call",
                                 "POST /c.do = a.C.form", "POST /c.do?cmd=save&kind = a.C.save", "POST /d.do = a.C.alone"}));
}

TEST_F(EntryLinks, UrlsOfSpringInPropertyFiles)
{
    write("a/Emp.java", R"x(package a; import javax.servlet.http.*; public class Emp extends org.springframework.web.servlet.mvc.multiaction.MultiActionController {
  public void list(HttpServletRequest q, HttpServletResponse r) {} public void save(HttpServletRequest q, HttpServletResponse r) {} })x");
    write("a/C.java", "package a; class C implements org.springframework.web.servlet.mvc.Controller { public ModelAndView handleRequest(HttpServletRequest q, HttpServletResponse p) { return null; } }");
    write("web/WEB-INF/x-servlet.xml", R"x(<beans><bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping"><property name="mappings"><bean class="org.springframework.beans.factory.config.PropertiesFactoryBean"><property name="location"><value>/WEB-INF/conf/urls.properties</value></property></bean></property></bean>
<bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping"><property name="mappings" ref="more"/></bean><util:properties id="more" location="classpath:conf/more.properties"/>
<bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping"><property name="mappings"><util:properties><prop key="/own.do">one</prop></util:properties></property></bean></beans>)x");
    write("web/WEB-INF/ctx.xml", "<beans><bean id='emp' class='a.Emp'/><bean id='one' class='a.C'/></beans>");
    write("web/WEB-INF/conf/urls.properties", "/emp/*.do = emp\n");
    write("src/conf/more.properties", "/more.do=one\n");
    write("src/otherconf/more.properties", "/none.do=one\n");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /emp/list.do = a.Emp.list", "* /emp/save.do = a.Emp.save", "* /more.do = a.C.handleRequest", "* /own.do = a.C.handleRequest"}));
}

TEST_F(EntryLinks, HandlersOfOnePathAreToldApart)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C {
  @GetMapping(value = "/x", produces = "application/json") String json() { return null; } @GetMapping(value = "/x", produces = {"text/html", "text/xml"}) String page() { return null; }
  @GetMapping("/w") String one() { return null; }
  @GetMapping("/w") String one(String s) { return null; } @GetMapping(value = "/alone", produces = "text/plain") String alone() { return null; } })x");
    write("a/R.java", R"x(package a; import javax.ws.rs.*; @Path("/r") public class R { @POST @Consumes("application/json") public String a() { return ""; } @POST @Consumes("text/xml") public String b() { return ""; } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /x = a.C.json", "GET /x [produces=text/html|text/xml] = a.C.page", "GET /w = a.C.one",
                                 "GET /w [a.C#one(String)] = a.C.one", "GET /alone = a.C.alone", "POST /r = a.R.a", "POST /r [consumes=text/xml] = a.R.b"}));
    EXPECT_EQ(model().transactions.size(), 7U);
}

TEST_F(EntryLinks, CommandsOfNavigationFiles)
{
    write("web/WEB-INF/web.xml", R"x(<web-app><servlet><servlet-name>G</servlet-name><servlet-class>a.GeneralServlet</servlet-class></servlet><servlet><servlet-name>X</servlet-name><servlet-class>a.GauceServlet</servlet-class></servlet>
<servlet-mapping><servlet-name>G</servlet-name><url-pattern>*.dev</url-pattern></servlet-mapping><servlet-mapping><servlet-name>X</servlet-name><url-pattern>*.gau</url-pattern></servlet-mapping></web-app>)x");
    write("devonhome/navigation/orderNavi.xml", R"x(<navigation-mapper><action-name name="orders"><command-no>2</command-no><command1>a.PageCmd</command1><command2>a.OrdersCmd</command2><return-url>/jsp/orders.jsp</return-url></action-name>
<action-name name="po.find"><command>a.FindCmd</command></action-name><action-name name="help"><return-url>/jsp/help.jsp</return-url></action-name></navigation-mapper>)x");
    write("a/S.java", R"x(package a; import javax.servlet.http.*; class GeneralServlet extends devonframework.front.channel.LAbstractServlet {} class GauceServlet extends devonframework.front.channel.LDefaultGauceChannelServlet {}
class PageCmd implements devonframework.front.command.LCommandIF { public void execute(HttpServletRequest q, HttpServletResponse r) {} } class OrdersCmd implements devonframework.front.command.LCommandIF { public void execute(HttpServletRequest q, HttpServletResponse r) {} }
class FindCmd implements devonframework.front.command.LGauceCommandIF { public void execute(HttpServletRequest q, HttpServletResponse r, Object a, Object b) {} })x");
    write("web/jsp/orders.jsp", "<object id='tr'><param name='Action' value='po.find.gau'><param name='DataID' value='ds_one'></object><script>url.SetPage(\"po.find.gau\"); f.action = 'help.dev';</script>");
    write("web/jsp/help.jsp", "<b>?</b>");
    analyse();
    const auto all = entryIds();
    for (const char* entry : {"* /orders.dev = a.OrdersCmd.execute", "* /po.find.gau = a.FindCmd.execute", "* /help.dev = web/jsp/help.jsp"})
        EXPECT_TRUE(all.contains(entry)) << entry;
    EXPECT_TRUE(renders().contains("a.OrdersCmd#execute(HttpServletRequest,HttpServletResponse) -> web/jsp/orders.jsp"));
    EXPECT_TRUE(links().contains("web/jsp/orders.jsp -> * /po.find.gau"));
    EXPECT_TRUE(links().contains("web/jsp/orders.jsp -> * /help.dev"));
    EXPECT_EQ(links().size(), 2U);
}

/// GWT: the servlet answers the methods of its service.
TEST_F(EntryLinks, ServletsOfGwtAnswerTheMethodsOfTheirServices)
{
    write("a/Note.java", R"x(package a; import com.google.gwt.user.client.rpc.RemoteService; interface Note extends RemoteService { String list(int n); void add(String s); }
class NoteServlet extends com.google.gwt.user.server.rpc.RemoteServiceServlet implements Note { public String list(int n) { return ""; } public void add(String s) {} public void own() {} })x");
    write("WEB-INF/web.xml", "<web-app><servlet><servlet-name>n</servlet-name><servlet-class>a.NoteServlet</servlet-class></servlet>"
                             "<servlet-mapping><servlet-name>n</servlet-name><url-pattern>/gwt/note</url-pattern></servlet-mapping></web-app>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"POST /gwt/note#list = a.NoteServlet.list", "POST /gwt/note#add = a.NoteServlet.add"}));
}

} // namespace
} // namespace naru::tests
