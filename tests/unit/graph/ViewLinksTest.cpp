#include "LinkFixture.h"

namespace naru::tests {
namespace {

class ViewLinks : public LinkFixture {};

TEST_F(ViewLinks, SpringControllers)
{
    write("src/main/webapp/WEB-INF/d.xml",
          "<beans xmlns:p='p'><bean class='o.UrlBasedViewResolver' p:prefix='/WEB-INF/jsp/' p:suffix='.jsp'/></beans>");
    for (const char* name : {"list", "form", "def", "mv", "fw"})
        write(std::string("src/main/webapp/WEB-INF/jsp/emp/") + name + ".jsp", "<html/>");
    write(
        "a/C.java",
        R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.web.servlet.ModelAndView; import org.springframework.stereotype.Controller;
@Controller class C {
  @RequestMapping("/emp/list.do") String list() { if (true) return "redirect:/x.do"; return "emp/list"; }
  @RequestMapping("/emp/form.do") String form() { String view = "emp/form"; return view; }
  @RequestMapping("/emp/def.do") void def() {}
  @RequestMapping("/emp/mv.do") ModelAndView mv() { return new ModelAndView("emp/mv"); }
  @RequestMapping("/emp/fw.do") void fw(HttpServletRequest q, HttpServletResponse p) { q.getRequestDispatcher("/WEB-INF/jsp/emp/fw.jsp").forward(q, p); }
  @ResponseBody @RequestMapping("/emp/json.do") String json() { return "emp/list"; }
  @RequestMapping("/emp/gone.do") String gone() { return "emp/gone"; } })x");
    analyse();
    const std::string jsp = "src/main/webapp/WEB-INF/jsp/emp/";
    EXPECT_EQ(renders(), (Names{"a.C#list() -> " + jsp + "list.jsp", "a.C#form() -> " + jsp + "form.jsp", "a.C#def() -> " + jsp + "def.jsp",
                                "a.C#mv() -> " + jsp + "mv.jsp", "a.C#fw(HttpServletRequest,HttpServletResponse) -> " + jsp + "fw.jsp"}));
    EXPECT_TRUE(unresolved().contains("emp/gone"));
}

TEST_F(ViewLinks, LinksOfViews)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class C { @GetMapping("/emp/{id}/view.do") String view() { return ""; } @PostMapping("/emp/save.do") String save() { return ""; } @GetMapping("/emp/save.do") String f() { return ""; } })x");
    write("webapp/inc/top.jsp", "");
    write("webapp/emp/a.jsp", "<%@ include file='../inc/top.jsp'%><form action='<c:url value=\"/emp/save.do\"/>' method='post'></form><a "
                              "href='/emp/${e.id}/view.do'>v</a>"
                              "<a href='/gone.do'>g</a><a href='http://x'>x</a><jsp:useBean id='b' class='a.C'/>");
    analyse();
    EXPECT_EQ(links(), (Names{"webapp/emp/a.jsp -> webapp/inc/top.jsp", "webapp/emp/a.jsp -> POST /emp/save.do",
                              "webapp/emp/a.jsp -> GET /emp/{id}/view.do", "webapp/emp/a.jsp -> ?/gone.do"}));
    ASSERT_EQ(model().viewTypes.size(), 1U);
    EXPECT_EQ(text(model()[model().viewTypes[0].to].name), "a.C");
}

TEST_F(ViewLinks, SuffixesThatHandlersDoNotState)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class C { @RequestMapping("/emp/list") String list() { return ""; } @RequestMapping("/emp/save") String save() { return ""; }
  @RequestMapping("/emp/save.do") String saveOld() { return ""; } @RequestMapping("/help") String help() { return ""; } })x");
    write("webapp/emp/a.jsp", "<a href='/emp/list.do'>l</a><a href='/shop/emp/list.json'>j</a><a href='/emp/save.do'>s</a><a href='/help.pdf'>p</a><a href='/emp/save.do.do'>d</a>");
    analyse();
    EXPECT_EQ(links(), (Names{"webapp/emp/a.jsp -> ?/emp/save.do.do", "webapp/emp/a.jsp -> * /emp/list", "webapp/emp/a.jsp -> * /emp/save.do", "webapp/emp/a.jsp -> ?/help.pdf"}));
}

TEST_F(ViewLinks, ServicesThatARequestNames)
{
    write("a/Params.java", "package a; public class Params { public String bean() { return null; } public String method() { return null; } }");
    write("a/Beans.java", "package a; public class Beans { static org.springframework.context.ApplicationContext context; static Object getBean(String name) { return context.getBean(name); } }");
    write("a/Front.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class Front { @RequestMapping("/front.do") Object front(Params p) throws Exception { Object bean = Beans.getBean(p.bean());
  java.lang.reflect.Method m = bean.getClass().getMethod(p.method(), Params.class); return m.invoke(bean, p); } })x");
    write("a/CodeService.java", "package a; interface CodeService { Params getCodes(Params p); }");
    write("a/CodeServiceImpl.java", R"x(package a; import org.springframework.stereotype.Service;
@Service("codeService") class CodeServiceImpl implements CodeService { public Params getCodes(Params p) { return p; } public Params other(String s) { return null; } Params hidden(Params p) { return p; } })x");
    write("a/Plain.java", "package a; class Plain { public Params noBean(Params p) { return p; } }");
    write("ui/Code.xfdl", "<FDL><Form><Dataset id='dsService'><Rows><Row><Col id='SVC_ID'>find</Col><Col id='SERVICE_BEANNAME'>codeService</Col><Col id='SERVICE_METHOD'>getCodes</Col></Row>"
                          "<Row><Col id='SERVICE_BEANNAME'>codeService</Col><Col id='SERVICE_METHOD'>gone</Col></Row></Rows></Dataset></Form></FDL>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /front.do = a.Front.front", "* /codeService/getCodes = a.CodeServiceImpl.getCodes"}));
    EXPECT_EQ(links(), Names{"ui/Code.xfdl -> * /codeService/getCodes"});
}

TEST_F(ViewLinks, StatementsThatAScreenNames)
{
    write("WEB-INF/web.xml", "<web-app><servlet><servlet-name>action</servlet-name><servlet-class>org.apache.struts.action.ActionServlet</servlet-class></servlet>"
                             "<servlet-mapping><servlet-name>action</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>");
    write("WEB-INF/struts-config.xml", "<struts-config><action-mappings><action path='*' type='org.springframework.web.struts.DelegatingActionProxy' parameter='method'/></action-mappings></struts-config>");
    write("WEB-INF/beans.xml", "<beans><bean name='/CommonAction' class='a.CommonAction'/><bean id='other' class='a.Dao'/></beans>");
    write("a/CommonAction.java", R"x(package a; import org.apache.struts.action.*; import javax.servlet.http.*;
public class CommonAction extends org.apache.struts.actions.DispatchAction { Dao dao;
  public void run(ActionMapping m, ActionForm f, HttpServletRequest q, HttpServletResponse r) { String id = q.getParameter("id"); dao.insert(id + "_GONE"); dao.insert(id + "_INSERT"); } })x");
    write("a/Dao.java", "package a; class Dao extends org.springframework.orm.ibatis.support.SqlMapClientDaoSupport { void insert(String id) { getSqlMapClientTemplate().insert(id); } }");
    write("a/Emp.xml", "<sqlMap namespace='Emp'><select id='list'>select * from EMP</select><insert id='save_INSERT'>insert into EMP values (1)</insert>"
                       "<select id='save_SELECT'>select * from DEPT</select><select id='other'>select * from OTHER</select></sqlMap>");
    write("ui/Emp.xfdl", "<FDL><Form><Script><![CDATA[ function go() { var arg = \"SELECT_0_ID=Emp.list COMSAVE_1_ID=Emp.save\"; var x = 'Emp.other'; if (x == 'a=Emp.gone') {} } ]]></Script></Form></FDL>");
    write("ui/Rows.xfdl", "<FDL><Form><Dataset id='d'><Rows><Row><Col id='QUERY_LIST'>q1=Emp.list</Col></Row></Rows></Dataset></Form></FDL>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /CommonAction.do?method=run = a.CommonAction.run", "* Emp.list = Emp.list", "* Emp.save_INSERT = Emp.save_INSERT"}));
    EXPECT_EQ(links(), (Names{"ui/Emp.xfdl -> * Emp.list", "ui/Emp.xfdl -> * Emp.save_INSERT", "ui/Rows.xfdl -> * Emp.list"}));
}

TEST_F(ViewLinks, ServletsThatAServerRunsByTheirNames)
{
    write("app/web/WEB-INF/web.xml", "<web-app><servlet><servlet-name>s</servlet-name><servlet-class>weblogic.servlet.ServletServlet</servlet-class></servlet>"
                                     "<servlet-mapping><servlet-name>s</servlet-name><url-pattern>/servlet/*</url-pattern></servlet-mapping></web-app>");
    write("app/src/acc/List1.java", "package acc; import javax.servlet.http.*; /** 전표 조회 */ public class List1 extends HttpServlet { /** POST */ public void doPost(HttpServletRequest q, HttpServletResponse r) {} }");
    write("app/src/acc/Base.java", "package acc; import javax.servlet.http.*; public abstract class Base extends HttpServlet { public void doPost(HttpServletRequest q, HttpServletResponse r) {} }");
    write("app/src/acc/Plain.java", "package acc; public class Plain {}");
    write("other/src/Far.java", "import javax.servlet.http.*; public class Far extends HttpServlet { public void doGet(HttpServletRequest q, HttpServletResponse r) {} }");
    write("app/web/list.jsp", "<html><script>ds.DataID = \"/services/servlet/acc.List1?v=\" + no;</script></html>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"POST /servlet/acc.List1 = acc.List1.doPost"}));
    EXPECT_EQ(links(), Names{"app/web/list.jsp -> POST /servlet/acc.List1"});
    EXPECT_EQ(model().text(model().entryPoints.front().title), "전표 조회");
}

TEST_F(ViewLinks, TilesAndTemplates)
{
    write("res/tiles.xml", "<tiles-definitions><definition name='base' template='/WEB-INF/l.jsp'/><definition name='*/*' "
                           "extends='base'><put-attribute name='b' value='/WEB-INF/v/{1}/{2}.jsp'/></definition></tiles-definitions>");
    write("webapp/WEB-INF/l.jsp", "");
    write("webapp/WEB-INF/v/emp/list.jsp", "");
    write("src/main/resources/templates/owners/all.html",
          "<html xmlns:th='http://www.thymeleaf.org'><a th:href='@{{id}/edit(id=${o.id})}'>e</a></html>");
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class C { @GetMapping("/t") String t() { return "emp/list"; } @GetMapping("/o") String o() { return "owners/all"; } @GetMapping("/owners/{ownerId}/edit") String e() { return "redirect:/o"; } })x");
    analyse();
    EXPECT_EQ(renders(), (Names{"a.C#t() -> webapp/WEB-INF/v/emp/list.jsp", "a.C#t() -> webapp/WEB-INF/l.jsp",
                                "a.C#o() -> src/main/resources/templates/owners/all.html"}));
    EXPECT_EQ(links(), Names{"src/main/resources/templates/owners/all.html -> GET /owners/{ownerId}/edit"});
}

TEST_F(ViewLinks, LayoutsOfThymeleafAndScreensOfMiPlatform)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class C { @GetMapping("/o") String o() { return "owners/all"; } @PostMapping("/emp/list.do") void list() {} })x");
    write("src/main/resources/templates/layout/base.html", "<html xmlns:th='http://www.thymeleaf.org'></html>");
    write("src/main/resources/templates/owners/all.html", "<html xmlns:th='http://www.thymeleaf.org' layout:decorate='~{layout/base}'></html>");
    write("webapp/mi/Emp.xml", "<?xml version='1.0'?><Window><Form Id='Emp'/><Script><![CDATA[ function go() { Transaction('list', 'svc::/emp/list.do', '', 'ds=out', '', 'done'); } ]]></Script></Window>");
    analyse();
    EXPECT_EQ(links(), (Names{"src/main/resources/templates/owners/all.html -> src/main/resources/templates/layout/base.html", "webapp/mi/Emp.xml -> POST /emp/list.do"}));
}

TEST_F(ViewLinks, NamesOfPagesThatBeginWithAConstantOfAScriptlet)
{
    for (const char* page : {"web/sales/order_q.jsp", "web/sales/order_tr.jsp", "web/sales/other_q.jsp", "web/sales/empty_q.jsp"})
        write(page, "<html/>");
    write("web/sales/order.jsp", R"x(<% String file = "./order"; String two = "./other"; two = "./order"; String three = ""; three = "./empty"; int n = 1; %><html><script>
var q = "<%=file%>_q.jsp"; var b = "<%= two %>_q.jsp"; var c = "<%=three%>_q.jsp"; if (n == "<%=n%>a") go();
</script><object id="trans"><param name="Action" value="<%=file%>_tr.jsp"></object></html>)x");
    analyse();
    EXPECT_EQ(links(), (Names{"web/sales/order.jsp -> web/sales/order_q.jsp", "web/sales/order.jsp -> web/sales/order_tr.jsp"}));
}

TEST_F(ViewLinks, PagesBelowAFolderThatAScriptPutsBeforeTheirPath)
{
    write("web/WEB-INF/web.xml", "<web-app></web-app>");
    write("web/erp/sales/order_q.jsp", "<html/>");
    write("web/erp/sales/twice.jsp", "<html/>");
    write("web/old/sales/twice.jsp", "<html/>");
    write("web/erp/sales/order.html", "<script>var home = top.frames['main'].home.value; var address = home + '/sales/order_q.jsp?no='; var other = home + '/sales/twice.jsp'; var one = home + '/order_q.jsp';</script>");
    analyse();
    EXPECT_EQ(links(), (Names{"web/erp/sales/order.html -> web/erp/sales/order_q.jsp", "web/erp/sales/order.html -> ?/sales/twice.jsp", "web/erp/sales/order.html -> ?/order_q.jsp"}));
}

TEST_F(ViewLinks, ServicesOfNexacroStandForPaths)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C {
@RequestMapping("/acc/posting/find") void posted() {} @RequestMapping("/acc/base/find") void base() {} @RequestMapping("/acc/base/login") void login() {} @PostMapping("/emp/list.do") void list() {} })x");
    write("front/typedefinition.xml", "<?xml version='1.0'?><TypeDefinition version='2.0'><Services><Service prefixid='svcPosting' type='JSP' url='http://localhost:8484/acc/posting/'/>"
                                      "<Service prefixid='svcBase' type='JSP' url='http://localhost:8484/acc/base'/><Service prefixid='svc' type='JSP' url='http://localhost:8484/shop/'/>"
                                      "<Service prefixid='svcJsp' type='JSP' url='http://localhost/shop/jsp/'/><Service prefixid='Work' type='form' url='./Work/'/></Services></TypeDefinition>");
    write("front/Work/slip.xfdl", "<FDL><Form><Script><![CDATA[ var url = \"svcPosting::find\"; this.transaction('a', url); this.transaction('b', 'svcBase::find');\n"
                                  "this.transaction('c', 'svcOther::login'); this.transaction('d', 'svc::/emp/list.do'); this.transaction('e', 'svc::jsp/save.jsp'); this.transaction('f', 'svcJsp::find.jsp'); this.go('Work::menu.xfdl'); ]]></Script></Form></FDL>");
    write("front/Work/menu.xfdl", "<FDL><Form/></FDL>");
    write("src/main/webapp/jsp/save.jsp", "<html/>");
    write("src/main/webapp/jsp/find.jsp", "<html/>");
    analyse();
    EXPECT_EQ(links(), (Names{"front/Work/slip.xfdl -> * /acc/posting/find", "front/Work/slip.xfdl -> * /acc/base/find", "front/Work/slip.xfdl -> * /acc/base/login",
                              "front/Work/slip.xfdl -> POST /emp/list.do", "front/Work/slip.xfdl -> front/Work/menu.xfdl",
                              "front/Work/slip.xfdl -> src/main/webapp/jsp/save.jsp", "front/Work/slip.xfdl -> src/main/webapp/jsp/find.jsp"}));
}

TEST_F(ViewLinks, AddressesThatFunctionsOfAnXInternetClientPutTogether)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { @RequestMapping("/erp/bdm/BDMA0010_FIND.do") void find() {}
@RequestMapping("/erp/bdm/BDMA0010_SAVE.do") void save() {} @RequestMapping("/erp/com/codes.do") void codes() {} @RequestMapping("/erp/fam/FAMA0010_FIND.do") void other() {} })x");
    write("ui/lib/common.xjs", R"x(<?xml version="1.0" encoding="utf-8"?><Script type="xscript5.0"><![CDATA[
this.fnc_Call = function (obj, sPackage, sMethod, sIn, bAsync) { // it's put together here
  var url = application.SERVER + "/erp/" + this.fnc_Lower(sPackage.substr(0, 3)) + "/";
  url += sPackage + "_" + sMethod + ".do?CALL=1&X=" + application.X;
  this.transaction(sMethod, url, sIn, "", "", "cb", bAsync);
}
this.fnc_Codes = function (sDataset) { this.fnc_Send("codes", "/erp/com/codes.do", sDataset); }
this.fnc_Send = function (id, path, ds) { this.transaction(id, application.SERVER + path, ds, "", "", "cb"); }
]]></Script>)x");
    write("ui/bdm/BDMA0010.xfdl", R"x(<FDL><Form><Script><![CDATA[
include "lib::common.xjs"
this.sPACKAGE = "BDMA0010";
this.fn_Find = function (obj:Button) { if (!this.ok()) return;
  var sMethod = "FIND"; var sIn = "ds=ds:U";
  this.fnc_Call(this, this.sPACKAGE, sMethod, sIn); this.ds.fnc_Call(this, "FAMA0010", "FIND"); }
this.fn_Save = function () { var sMethod = "SA" + "VE"; this.fnc_Call(this, this.sPACKAGE, sMethod, ""); this.fnc_Call(this, unknown, "FIND"); }
this.fn_Load = function () { this.fnc_Codes("dsCodes", 1); }
]]></Script></Form></FDL>)x");
    analyse();
    EXPECT_EQ(links(), (Names{"ui/bdm/BDMA0010.xfdl -> * /erp/bdm/BDMA0010_FIND.do", "ui/bdm/BDMA0010.xfdl -> * /erp/bdm/BDMA0010_SAVE.do", "ui/bdm/BDMA0010.xfdl -> * /erp/com/codes.do"}));
    for (const auto& link : model().viewLinks)
        if (text(model()[link.toEntry].id).ends_with("BDMA0010_FIND.do")) {
            EXPECT_EQ(link.at.line, 6U);
        }
}

TEST_F(ViewLinks, PrefixesOfMiPlatform)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { @RequestMapping("/emp/list.do") void list() {} @RequestMapping("/login/menu.do") void menu() {} })x");
    write("web/ui/main_Win32.xml", "<?xml version='1.0'?><ConnectGroup><AppGroups><AppGroup Prefix='Pop' Type='form'><Script Baseurl='./Popups/'/></AppGroup><DataGroup Baseurl='http://10.0.0.1/' Prefix='service' Type='JSP'/></AppGroups>"
                                   "<Script><![CDATA[ Transaction('menu', 'service::login/menu.do', '', 'ds=ds'); ]]></Script></ConnectGroup>");
    write("web/ui/EMP/emp.xml", "<Window><Form Id='emp'/><Script><![CDATA[ function find() { var sMethodName = \"service::emp/list.do\"; Transaction('x', sMethodName, '', 'ds=ds'); Dialog('Pop::code.xml'); } ]]></Script></Window>");
    write("web/ui/Popups/code.xml", "<Window><Script><![CDATA[ function close() { Transaction('y', 'service::emp/none.do'); } ]]></Script></Window>");
    analyse();
    EXPECT_EQ(links(), (Names{"web/ui/main_Win32.xml -> * /login/menu.do", "web/ui/EMP/emp.xml -> * /emp/list.do", "web/ui/EMP/emp.xml -> web/ui/Popups/code.xml", "web/ui/Popups/code.xml -> ?/emp/none.do"}));
}

TEST_F(ViewLinks, PagesThatWebXmlMapsUnderOtherNames)
{
    write("a/C.java", R"x(package a; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.*; @Controller class C { @RequestMapping("/emp/list.do") String list() { return "emp/list"; } })x");
    write("web/WEB-INF/web.xml", "<web-app><servlet><servlet-name>pages</servlet-name><servlet-class>org.apache.jasper.servlet.JspServlet</servlet-class></servlet>"
                                 "<servlet-mapping><servlet-name>pages</servlet-name><url-pattern>*.GAS</url-pattern></servlet-mapping><!--<servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.old</url-pattern></servlet-mapping>-->"
                                 "<jsp-config><jsp-property-group><url-pattern>*.page</url-pattern><url-pattern>/x/*</url-pattern></jsp-property-group></jsp-config></web-app>");
    write("web/WEB-INF/x-servlet.xml", "<beans><bean class='org.springframework.web.servlet.view.InternalResourceViewResolver'><property name='prefix' value='/'/><property name='suffix' value='.gas'/></bean></beans>");
    write("web/emp/list.gas", "<%@ include file=\"/top.page\" %><form action='list.do' method='post'></form>");
    write("web/top.page", "<a href='/emp/list.do'>x</a>");
    write("web/none.old", "<form action='list.do'></form>");
    write("other/none.gas", "<form action='list.do'></form>");
    analyse();
    EXPECT_EQ(links(), (Names{"web/emp/list.gas -> * /emp/list.do", "web/emp/list.gas -> web/top.page", "web/top.page -> * /emp/list.do"}));
    EXPECT_EQ(renders(), Names{"a.C#list() -> web/emp/list.gas"});
}

TEST_F(ViewLinks, TextsThatResourcesGiveBackAreNoNamesOfPages)
{
    write("w/WEB-INF/jsp/list.jsp", "<html></html>");
    write("a/R.java", "package a; import javax.ws.rs.*; @Path(\"/state\") public class R { @GET public String state() { return \"list\"; } }");
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @org.springframework.stereotype.Controller class C { @RequestMapping("/list") String list() { return "list"; } })x");
    analyse();
    EXPECT_EQ(renders(), (Names{"a.C#list() -> w/WEB-INF/jsp/list.jsp"}));
}

} // namespace
} // namespace naru::tests
