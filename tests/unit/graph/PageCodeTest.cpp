#include "LinkFixture.h"

namespace naru::tests {
namespace {

class PageCode : public LinkFixture {
protected:
    void SetUp() override
    {
        LinkFixture::SetUp();
        write("src/a/EmpDao.java", R"x(package a; import java.sql.*; public class EmpDao { private int no; public void setNo(int n) { no = n; }
  public java.util.List list() throws Exception { Connection c = null; return (java.util.List) c.prepareStatement("SELECT id FROM emp").executeQuery(); }
  public void save(String n) throws Exception { Connection c = null; c.prepareStatement("INSERT INTO emp (nm) VALUES (?)").execute(); } })x");
    }
};

TEST_F(PageCode, PagesThatWorkThemselvesAreEntryPoints)
{
    write("webapp/list.jsp", "<%@ page import=\"a.*, java.util.List\" %>\n<html><title>List</title>\n<%-- no <% code %> --%>\n<% EmpDao dao = new EmpDao(); // the data\n"
                             " List all = dao.list();\n for (int i = 0; i < all.size(); i++) { %>\n<b><%= all.get(i) %></b>\n<% } %>\n</html>");
    write("webapp/save.jsp", "<jsp:useBean id='dao' class='a.EmpDao'/>\n<jsp:setProperty name='dao' property='no'/>\n<%\n dao.save(request.getParameter(\"n\"));\n%>");
    write("webapp/sql.jsp", "<%@ include file='inc/conn.jsp' %>\n<%! int count(java.sql.Connection c) throws Exception {\n  c.prepareStatement(\"DELETE FROM log\").execute(); return 1; } %>\n<%\n count(conn);\n"
                            " conn.prepareStatement(\"UPDATE stat SET n = 1\").execute(); %>");
    write("webapp/inc/conn.jsp", "<%@ page import='java.sql.*' %><% Connection conn = DriverManager.getConnection(\"x\"); // open\n %>");
    write("webapp/show.jsp", "<% String s = request.getParameter(\"x\"); out.print(s); %>");
    write("webapp/WEB-INF/inner.jsp", "<%@ page import='a.EmpDao' %><% new EmpDao().list(); %>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /list.jsp = webapp/list.jsp.service", "* /save.jsp = webapp/save.jsp.service", "* /sql.jsp = webapp/sql.jsp.service"}));
    EXPECT_EQ(sequence("* /list.jsp"), "r EMP");
    EXPECT_EQ(sequence("* /save.jsp"), "w EMP");
    EXPECT_EQ(sequence("* /sql.jsp"), "w LOG, w STAT");
    EXPECT_TRUE(calls().contains("webapp/save.jsp#service() -> a.EmpDao#setNo(int)"));
    for (const auto& call : model().calls)
        if (memberId(call.to) == "a.EmpDao#list()" && model().path(call.at) == "webapp/list.jsp") {
            EXPECT_EQ(call.at.line, 5U);
        }
    for (const auto& statement : model().statements)
        if (text(statement.id) == "webapp/sql.jsp#count(Connection)") {
            EXPECT_EQ(statement.at.line, 3U);
        }
}

TEST_F(PageCode, PagesThatOnlyShowStayViewsWhereControllersLead)
{
    write("src/a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { @GetMapping("/x") String x() { return ""; } })x");
    write("webapp/card.jsp", "<%@ page import='a.EmpDao' %><% new EmpDao().list(); %>");
    write("webapp/save.jsp", "<%@ page import='a.EmpDao' %><% new EmpDao().save(\"n\"); %>");
    write("src/a/D.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class D { @GetMapping("/y") String y() { return ""; } })x");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /x = a.C.x", "GET /y = a.D.y", "* /save.jsp = webapp/save.jsp.service"}));
}

TEST_F(PageCode, WorkOfARenderedPageBelongsToItsHandler)
{
    write("src/a/C.java", R"x(package a; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.*;
@Controller class C { @GetMapping("/emp") String list() { return "emp"; } })x");
    write("webapp/emp.jsp", "<%@ page import='a.EmpDao' %><jsp:include page='menu.jsp'/>\n<% new EmpDao().list(); %>");
    write("webapp/menu.jsp", "<% Object c = null; ((java.sql.Connection) c).prepareStatement(\"SELECT m FROM menu\").execute(); %>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"GET /emp = a.C.list"}));
    EXPECT_EQ(sequence("GET /emp"), "r MENU, r EMP");
}

TEST_F(PageCode, PagesWhoseNamesAreOnlyComparedAreNotShown)
{
    write("webapp/head.jsp", "<% String uri = request.getRequestURI(); if (!uri.endsWith(\"login.jsp\") && uri.indexOf(\"list.jsp\") < 0) { new a.EmpDao().save(\"n\"); } %>");
    write("webapp/login.jsp", "<% new a.EmpDao().list(); %>");
    write("webapp/list.jsp", "<% new a.EmpDao().list(); %>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /head.jsp = webapp/head.jsp.service", "* /login.jsp = webapp/login.jsp.service", "* /list.jsp = webapp/list.jsp.service"}));
    EXPECT_TRUE(links().empty());
}

TEST_F(PageCode, FunctionsAndTagsOfOwnLibraries)
{
    write("webapp/WEB-INF/tld/own.tld", R"x(<taglib><uri>http://own/fn</uri><function><name>boss</name><function-class>a.Fn</function-class><function-signature>java.lang.String boss(int, java.lang.String)</function-signature></function>
<tag><name>code</name><tag-class>a.CodeTag</tag-class></tag></taglib>)x");
    write("src/a/Fn.java", R"x(package a; public class Fn { public static String boss(int n, String s) throws Exception { java.sql.Connection c = null; c.prepareStatement("SELECT b FROM boss").execute(); return null; } public static String boss(int n) { return null; } })x");
    write("src/a/CodeTag.java", R"x(package a; public class CodeTag extends javax.servlet.jsp.tagext.TagSupport { public int doStartTag() { try { java.sql.Connection c = null; c.prepareStatement("SELECT c FROM code").execute(); } catch (Exception e) {} return 0; } })x");
    write("src/a/C.java", R"x(package a; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.*;
@Controller class C { @GetMapping("/emp") String list() { return "emp"; } })x");
    write("webapp/emp.jsp", "<%@ taglib prefix='o' uri='http://own/fn' %>\n<jsp:include page='part.jsp'/>\n${x ? o:boss(emp.no, 'a') : 'b:boss()'}");
    write("webapp/part.jsp", "<%@ taglib prefix='c' uri='http://java.sun.com/jsp/jstl/core' %><%@ taglib prefix='own' uri='/WEB-INF/tld/own.tld' %>\n<own:code id='x'/><c:if test='x'/>");
    write("webapp/code.jsp", "<%@ taglib prefix='o' uri='http://own/fn' %><% new a.EmpDao().list(); %>\n${o:boss(1, '')}");
    analyse();
    EXPECT_EQ(sequence("GET /emp"), "r BOSS, r CODE");
    Names types;
    for (const auto& edge : model().viewTypes)
        if (edge.rule == core::Rule::TagFunction)
            types.insert(text(model()[edge.from].path) + ":" + std::to_string(edge.at.line) + " " + text(model()[edge.to].name));
    EXPECT_EQ(types, (Names{"webapp/emp.jsp:3 a.Fn", "webapp/part.jsp:2 a.CodeTag", "webapp/code.jsp:2 a.Fn"}));
    EXPECT_TRUE(calls().contains("webapp/code.jsp#service() -> a.Fn#boss(int,String)"));
    EXPECT_FALSE(calls().contains("webapp/code.jsp#service() -> a.Fn#boss(int)"));
}

/// A tag file is part of the page that uses it: what it does and calls belongs to who renders the page.
TEST_F(PageCode, TagFilesOfFoldersAndLibraries)
{
    write("webapp/WEB-INF/tags/picker.tag", "<%@ tag body-content='empty' %><% new a.EmpDao().list(); %><a href='/codes.do'>x</a>");
    write("webapp/WEB-INF/tags/box.tag", "<%@ taglib prefix='own' uri='http://own/fn' %><own:code id='x'/>");
    write("webapp/WEB-INF/tags/unused.tag", "<% new a.EmpDao().unused(); %>");
    write("webapp/WEB-INF/own.tld", R"x(<taglib><uri>http://own/fn</uri><tag-file><name>box</name><path>/WEB-INF/tags/box.tag</path></tag-file><tag><name>code</name><tag-class>a.CodeTag</tag-class></tag></taglib>)x");
    write("src/a/EmpDao.java", R"x(package a; public class EmpDao { public void list() throws Exception { java.sql.Connection c = null; c.prepareStatement("SELECT a FROM emp").execute(); } public void unused() throws Exception { java.sql.Connection c = null; c.prepareStatement("SELECT a FROM never").execute(); } })x");
    write("src/a/CodeTag.java", R"x(package a; public class CodeTag extends javax.servlet.jsp.tagext.TagSupport { public int doStartTag() { try { java.sql.Connection c = null; c.prepareStatement("SELECT c FROM code").execute(); } catch (Exception e) {} return 0; } })x");
    write("src/a/C.java", R"x(package a; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.*;
@Controller class C { @GetMapping("/emp") String list() { return "emp"; } @GetMapping("/codes.do") String codes() { return "none"; } })x");
    write("webapp/emp.jsp", "<%@ taglib prefix='t' tagdir='/WEB-INF/tags' %>\n<%@ taglib prefix='o' uri='http://own/fn' %>\n<t:picker/><o:box/>");
    analyse();
    EXPECT_TRUE(links().contains("webapp/emp.jsp -> webapp/WEB-INF/tags/picker.tag"));
    EXPECT_TRUE(links().contains("webapp/emp.jsp -> webapp/WEB-INF/tags/box.tag"));
    EXPECT_TRUE(links().contains("webapp/WEB-INF/tags/picker.tag -> GET /codes.do"));
    EXPECT_EQ(sequence("GET /emp"), "r EMP, r CODE");
}

/// Prefixes that a page put into another declares, one that web.xml puts before all, and pages in XML syntax.
TEST_F(PageCode, TagLibrariesThatOtherPagesDeclare)
{
    write("webapp/WEB-INF/own.tld", R"x(<taglib><uri>http://own/fn</uri><tag><name>code</name><tag-class>a.CodeTag</tag-class></tag><tag><name>menu</name><tag-class>a.MenuTag</tag-class></tag></taglib>)x");
    write("webapp/WEB-INF/web.xml", R"x(<web-app><jsp-config><jsp-property-group><url-pattern>/WEB-INF/pages/*</url-pattern><include-prelude>/WEB-INF/prelude.jspf</include-prelude></jsp-property-group></jsp-config></web-app>)x");
    write("webapp/WEB-INF/prelude.jspf", "<%@ taglib prefix='m' uri='http://own/fn' %>");
    write("webapp/common/taglibs.jspf", "<%@ taglib prefix='own' uri='http://own/fn' %><%@ taglib prefix='c' uri='http://java.sun.com/jsp/jstl/core' %>");
    write("webapp/list.jsp", "<%@ include file='/common/taglibs.jspf' %>\n<c:if test='x'/><own:code id='x'/><%@ include file='row.jspf' %>");
    write("webapp/row.jspf", "<own:menu/>");
    write("webapp/WEB-INF/pages/detail.jsp", "<m:code id='x'/>");
    write("webapp/other.jsp", "<own:code id='x'/>");
    write("webapp/tree.jspx", "<jsp:root xmlns:jsp='http://java.sun.com/JSP/Page' xmlns:t='urn:jsptld:/WEB-INF/own.tld'><jsp:directive.include file='common/part.jspf'/><t:code id='x'/></jsp:root>");
    write("webapp/common/part.jspf", "<t:menu/>");
    for (const char* name : {"CodeTag", "MenuTag"})
        write("src/a/" + std::string(name) + ".java", "package a; public class " + std::string(name) + " extends javax.servlet.jsp.tagext.TagSupport { public int doStartTag() { return 0; } }");
    analyse();
    Names types;
    for (const auto& edge : model().viewTypes)
        if (edge.rule == core::Rule::TagFunction)
            types.insert(text(model()[edge.from].path) + ":" + std::to_string(edge.at.line) + " " + text(model()[edge.to].name));
    EXPECT_EQ(types, (Names{"webapp/list.jsp:2 a.CodeTag", "webapp/row.jspf:1 a.MenuTag", "webapp/WEB-INF/pages/detail.jsp:1 a.CodeTag",
                            "webapp/tree.jspx:1 a.CodeTag", "webapp/common/part.jspf:1 a.MenuTag"}));
}

/// What a browser is redirected to it asks for itself.
TEST_F(PageCode, PagesThatOthersRedirectToStayEntryPoints)
{
    write("webapp/save.jsp", "<%@ page import='a.EmpDao' %><% new EmpDao().save(\"n\"); response.sendRedirect(\"list.jsp\"); %>");
    write("webapp/list.jsp", "<%@ page import='a.EmpDao' %><% new EmpDao().list(); %>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"* /save.jsp = webapp/save.jsp.service", "* /list.jsp = webapp/list.jsp.service"}));
    EXPECT_EQ(sequence("* /save.jsp"), "w EMP");
    EXPECT_EQ(links(), Names{"webapp/save.jsp -> webapp/list.jsp"});
}

/// Pages that a JSP puts into a layout of Tiles, and pages that a query names for a frame to include.
TEST_F(PageCode, PagesPutIntoLayoutsAndNamedByQueries)
{
    write("src/a/C.java", R"x(package a; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.*;
@Controller class C { @GetMapping("/emp") String list() { return "emp"; } })x");
    write("webapp/emp.jsp", "<tiles:insert beanName='layout'><tiles:put name='title' value='Employees'/><tiles:put name='body' value='/emp-body.jsp'/></tiles:insert>\n<a href='/main.jsp?page=help/top.jsp&x=1'>help</a>");
    write("webapp/emp-body.jsp", "<%@ page import='a.EmpDao' %><% new EmpDao().list(); %>");
    write("webapp/main.jsp", "<b/>");
    write("webapp/help/top.jsp", "<b/>");
    analyse();
    EXPECT_EQ(entryIds(), Names{"GET /emp = a.C.list"});
    EXPECT_EQ(sequence("GET /emp"), "r EMP");
    EXPECT_EQ(links(), (Names{"webapp/emp.jsp -> webapp/emp-body.jsp", "webapp/emp.jsp -> webapp/main.jsp", "webapp/emp.jsp -> webapp/help/top.jsp"}));
}

/// Directives as tags, and comments that go on over several scriptlets.
TEST_F(PageCode, DirectivesAsTagsAndCommentsOverSeveralScriptlets)
{
    write("webapp/list.jsp", "<jsp:directive.page import='a.EmpDao'/>\n<% EmpDao dao = new EmpDao();\n if (all) { %>\n<jsp:directive.include file='rows.jsp'/>\n<% } /* was:\n for (Object o : old) {\n dao.save(\"x\"); %>"
                             "<b><%= dao.list() %></b><%\n } */ %>\n<% dao.setNo(1); %>");
    write("webapp/rows.jsp", "<% dao.list(); %>");
    analyse();
    Names found;
    for (const auto& call : model().calls)
        if (model().path(call.at) == "webapp/list.jsp")
            found.insert(memberId(call.to) + ":" + std::to_string(call.at.line));
    EXPECT_EQ(found, (Names{"a.EmpDao#list():4", "a.EmpDao#setNo(int):9"}));
    EXPECT_EQ(sequence("* /list.jsp"), "r EMP");
}

} // namespace
} // namespace naru::tests
