#include "LinkFixture.h"

namespace naru::tests {
namespace {

class ScriptLinks : public LinkFixture {
protected:
    void controllers()
    {
        write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class C { @PostMapping("/emp/save.do") void save() {} @GetMapping("/emp/list.do") void list() {} @GetMapping("/emp/{id}/x.do") void x() {}
  @GetMapping("/emp/never.do") void never() {} })x");
    }
};

TEST_F(ScriptLinks, ThroughThePagesThatLoadThem)
{
    controllers();
    write("src/main/webapp/js/emp.js", "function save() { document.f.action = ctx + '/emp/save.do';\n submitIt(); }\n"
                                       "function never() { location.href = '/emp/never.do'; }\n"
                                       "$.get('/emp/list.do');\nfunction viaSave() { save(); }\n function submitIt() { open('/emp/' + no + '/x.do'); }");
    write("src/main/webapp/a.jsp", "<script src='${pageContext.request.contextPath}/js/emp.js'></script><a onclick='viaSave()'>s</a>");
    write("src/main/webapp/b.jsp", "<%@ include file='inc/head.jsp' %><a href='javascript:save()'>s</a>");
    write("src/main/webapp/inc/head.jsp", "<script src=\"<c:url value='/js/emp.js'/>\"></script>");
    write("src/main/webapp/none.jsp", "<a onclick='save()'>s</a>");
    analyse();
    const std::string web = "src/main/webapp/";
    EXPECT_EQ(links(), (Names{web + "a.jsp -> POST /emp/save.do", web + "a.jsp -> GET /emp/list.do", web + "a.jsp -> GET /emp/{id}/x.do",
                              web + "b.jsp -> " + web + "inc/head.jsp", web + "b.jsp -> POST /emp/save.do",
                              web + "b.jsp -> GET /emp/list.do", web + "b.jsp -> GET /emp/{id}/x.do",
                              web + "inc/head.jsp -> GET /emp/list.do"}));
    for (const auto& link : model().viewLinks)
        if (link.toEntry.valid() && text(model()[link.toEntry].id) == "GET /emp/{id}/x.do") {
            EXPECT_EQ(model().path(link.at), web + "js/emp.js");
            EXPECT_EQ(link.at.line, 6U);
        }
}

TEST_F(ScriptLinks, PagesThatScriptsLoad)
{
    controllers();
    write("web/index.html", "<div ng-view></div><script src='js/app.js'></script>");
    write("web/js/app.js", "app.config(function (r) { r.when('/list', { templateUrl: 'part/list.html' }); });\n"
                           "app.controller('L', function ($scope, $http) { $scope.drop = function () { $http.post('/emp/save.do'); }; });");
    write("web/part/list.html", "<button ng-click='drop()'>x</button>");
    analyse();
    EXPECT_TRUE(links().contains("web/part/list.html -> POST /emp/save.do"));
    EXPECT_TRUE(links().contains("web/index.html -> web/part/list.html"));
    EXPECT_FALSE(links().contains("web/index.html -> POST /emp/save.do"));
}

TEST_F(ScriptLinks, ModulesThatScreensOfVueImport)
{
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { @GetMapping("/admin/order/list") void list() {} @PostMapping("/admin/order/save") void save() {}
@GetMapping("/admin/order/unused") void unused() {} @GetMapping("/admin/code") void code() {} @PostMapping("/login") void login() {} @GetMapping("/admin/never") void never() {} })x");
    write("front/src/api/order.js", "import request from '@/utils/request'\nconst NEVER = '/admin/never'\nconst LIST = '/admin/order/list'\nconst SAVE = '/admin/order/save'\n"
                                    "export function listOrders(q) { return request({ url: LIST, method: 'get' }) }\nexport function saveOrder(d) { return request({ url: SAVE, method: 'post' }) }\n"
                                    "export function unused() { return request({ url: '/admin/order/unused' }) }\n");
    write("front/src/api/code/index.js", "export const codes = () => { return axios.get('/admin/code') }\n");
    write("front/src/views/order/list.vue", "<template><div style='width: 1px'/></template>\n<script>\nimport { listOrders, saveOrder } from '@/api/order'\nimport { codes } from '../../api/code'\nimport Vue from 'vue'\n"
                                            "export default { methods: { load() { listOrders(1).then(r => r); codes() }, save() { saveOrder({}); axios.post('http://localhost:8080/login') } } }\n</script>");
    write("front/src/views/other.vue", "<script>import { listOrders } from '@/api/order'\nexport default { created() { } }</script>");
    analyse();
    Names of;
    for (const auto& link : links())
        if (link.starts_with("front/src/views/order/list.vue"))
            of.insert(link.substr(link.find("->")));
    EXPECT_EQ(of, (Names{"-> GET /admin/order/list", "-> POST /admin/order/save", "-> GET /admin/code", "-> POST /login"}));
    EXPECT_TRUE(links().contains("front/src/views/other.vue -> GET /admin/order/list"));
}

/// DWR: dwr.xml with its creators, Spring files and annotations name the objects; pages and the scripts that they load call them.
TEST_F(ScriptLinks, ObjectsOfTheServerThatScriptsCall)
{
    write("a/Orders.java", R"x(package a; public interface Orders { String list(int page); void drop(int id); })x");
    write(
        "a/OrdersImpl.java",
        R"x(package a; public class OrdersImpl extends Base implements Orders { private Dao dao; public void setDao(Dao d) { dao = d; } public Dao getDao() { return dao; } public String list(int page) { return null; }
  public void drop(int id) {} public void drop(String key) {} void near() {} } class Base { public void ping() {} public void secret() {} } class Dao {})x");
    write("a/Stock.java", "package a; public class Stock { public int count() { return 0; } public void fill() {} }");
    write(
        "a/Mail.java",
        R"x(package a; import org.directwebremoting.annotations.*; @RemoteProxy(name = "MailJs") public class Mail { @RemoteMethod public void send() {} public void hidden() {} })x");
    write("a/Tip.java", "package a; public class Tip { public void show() {} public void hide() {} }");
    write(
        "beans.xml",
        R"x(<beans xmlns:dwr="http://www.directwebremoting.org/schema/spring-dwr"><bean id="orders" class="a.OrdersImpl"/><bean id="tip" class="a.Tip"><dwr:remote javascript="TipJs"><dwr:include method="show"/></dwr:remote></bean></beans>)x");
    write(
        "src/main/webapp/WEB-INF/dwr.xml",
        R"x(<dwr><allow><create creator="spring" javascript="OrderJs"><param name="beanName" value="orders"/><exclude method="secret"/></create>
<create creator="new" javascript="StockJs"><param name="class"><![CDATA[a.Stock]]></param><include method="count"/></create><convert converter="bean" match="a.Dao"/></allow></dwr>)x");
    write(
        "src/main/webapp/WEB-INF/web.xml",
        R"x(<web-app><servlet><servlet-name>d</servlet-name><servlet-class>org.directwebremoting.servlet.DwrServlet</servlet-class></servlet><servlet-mapping><servlet-name>d</servlet-name><url-pattern>/ajax/*</url-pattern></servlet-mapping></web-app>)x");
    write("src/main/webapp/list.jsp",
          "<script src='js/stock.js'></script>\n<script> // OrderJs.drop(1)\n OrderJs . list(1, function (x) { x.ping(); }); "
          "other.OrderJs.ping(); OrderJs.near();</script><a accept='image/*' onclick='fill()'>f</a><a onclick=\"TipJs.show()\">t</a>");
    write("src/main/webapp/js/stock.js", "function fill() {\n  StockJs.count(show);\n}\nfunction never() { MailJs.send(); }\n");
    analyse();
    const std::string at = "POST /ajax/call/plaincall/";
    EXPECT_EQ(entries(), (Names{at + "OrderJs.list.dwr", at + "OrderJs.drop.dwr", at + "OrderJs.drop.dwr [drop(String)]",
                                at + "OrderJs.ping.dwr", at + "StockJs.count.dwr", at + "MailJs.send.dwr", at + "TipJs.show.dwr"}));
    const std::string page = "src/main/webapp/list.jsp -> " + at;
    EXPECT_EQ(links(), (Names{page + "OrderJs.list.dwr", page + "TipJs.show.dwr", page + "StockJs.count.dwr"}));
    for (const auto& link : model().viewLinks)
        EXPECT_EQ(link.at.line, 2U + (model().path(link.at).ends_with("list.jsp") && text(link.url).ends_with("list.dwr") ? 1U : 0U) +
                                    (text(link.url).ends_with("show.dwr") ? 1U : 0U));
}

} // namespace
} // namespace naru::tests
