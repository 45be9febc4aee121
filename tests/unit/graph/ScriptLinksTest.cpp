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

} // namespace
} // namespace naru::tests
