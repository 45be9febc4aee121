#include "analyzers/web/ViewReader.h"

#include <gtest/gtest.h>

namespace naru::analyzers::web {
namespace {

std::string links(const ViewFacts& facts)
{
    std::string result;
    for (const ViewLink& link : facts.links) {
        result += "FLAIE"[static_cast<int>(link.kind)] + std::string(link.method.empty() ? "" : "[" + link.method + "]") + link.url + "@" +
                  std::to_string(link.line) + " ";
    }
    return result;
}

std::string names(const std::vector<NameUse>& uses)
{
    std::string result;
    for (const NameUse& use : uses) {
        result += use.name + " ";
    }
    return result;
}

TEST(ViewReader, Jsp)
{
    const ViewFacts facts = readView(R"x(<%@ page import="java.util.*, a.b.EmpVO" %><%@ include file="../top.jsp" %>
<%-- <a href="/hidden.do"> --%><!-- <a href="/hidden2.do"> -->
<html><head><title> 직원 목록 </title></head>
<jsp:useBean id="emp" class="a.b.EmpBean" scope="request"/>
<form name="f" action="<c:url value='/emp/save.do'/>" method="post"><input name="empNo"/></form>
<form:form modelAttribute="x" action="${pageContext.request.contextPath}/emp/upd.do"></form:form>
<a href="<%=request.getContextPath()%>/emp/list.do?page=1">x</a> <a href="#" onclick="fn('/emp/pop.do')">y</a>
<c:forEach items="${empList}" var="row">${row.name} ${fn:length(row.x)} ${'lit.x'}</c:forEach>
<script>
 function go() { document.f.action = "<c:url value="/emp/del.do"/>"; $.ajax({url: '<c:url value='/emp/aj.do'/>', type: 'post'}); }
</script>
<jsp:include page="/inc/foot.jsp"/><c:import url="/sym/menu.do"/><img src="<c:url value='/img.do?id=1'/>"/><img src="/a.gif"/>
<% EmpService s = (EmpService) ctx.getBean("EmpX"); a.c.Util.run(); %></html>)x",
                                     core::ViewKind::Jsp);
    EXPECT_EQ(facts.title, "직원 목록");
    EXPECT_EQ(links(facts), "I../top.jsp@1 F[POST]/emp/save.do@5 F/emp/upd.do@6 L[GET]/emp/list.do@7 L/emp/pop.do@7 F/emp/del.do@10 "
                            "A[POST]/emp/aj.do@10 I/inc/foot.jsp@12 I/sym/menu.do@12 L[GET]/img.do@12 ");
    EXPECT_EQ(names(facts.elRoots), "empList row ");
    ASSERT_EQ(facts.beans.size(), 1U);
    EXPECT_EQ(facts.beans[0].className, "a.b.EmpBean");
    EXPECT_EQ(facts.imports, (std::vector<std::string>{"java.util.*", "a.b.EmpVO"}));
    EXPECT_EQ(names(facts.scriptletTypes), "EmpService a.c.Util ");
    EXPECT_EQ(facts.fields, std::vector<std::string>{"empNo"});
}

TEST(ViewReader, Stripes)
{
    const ViewFacts facts = readView(R"x(<stripes:link beanclass="a.CatalogActionBean" event="viewItem">x</stripes:link>
<stripes:form beanclass="a.CartActionBean"><stripes:submit name="updateCart" value="u"/></stripes:form>)x",
                                     core::ViewKind::Jsp);
    EXPECT_EQ(links(facts), "E[viewItem]a.CatalogActionBean@1 Ea.CartActionBean@2 E[updateCart]a.CartActionBean@2 ");
}

TEST(ViewReader, Thymeleaf)
{
    const std::string text = R"x(<html xmlns:th="https://www.thymeleaf.org" th:replace="~{fragments/layout :: layout (~{::body},'owners')}">
<form th:object="${owner}" th:action="@{/owners}" method="get"></form>
<a th:href="@{__${owner.id}__/edit}">e</a><a th:href="@{/owners/{id}(id=${o.id})}">v</a></html>)x";
    EXPECT_EQ(viewKind("a/b.html", text), core::ViewKind::Thymeleaf);
    const ViewFacts facts = readView(text, core::ViewKind::Thymeleaf);
    EXPECT_EQ(links(facts), "Ifragments/layout@1 F[GET]/owners@2 L[GET]{}/edit@3 L[GET]/owners/{}@3 ");
    EXPECT_EQ(names(facts.elRoots), "owner o ");
}

TEST(ViewReader, Faces)
{
    const ViewFacts facts =
        readView(R"x(<ui:composition template="/layout.xhtml"><h:commandButton action="#{trade.login}" value="#{msg.x}"/>
<ui:include src="part.xhtml"/><h:link outcome="quote">q</h:link><p:autoComplete value="#{trade.name}" completeMethod="#{trade.find}" valueChangeListener="#{trade.changed}"/></ui:composition>)x",
                 core::ViewKind::Xhtml);
    EXPECT_EQ(names(facts.actions), "trade.login trade.find trade.changed ");
    EXPECT_EQ(names(facts.elRoots), "trade msg ");
    EXPECT_EQ(links(facts), "I/layout.xhtml@1 Ipart.xhtml@2 Lquote@2 ");
}

TEST(ViewReader, NexacroAndWebSquare)
{
    const ViewFacts nexacro =
        readView("<FDL><Script><![CDATA[ this.transaction('s', 'svc::/emp/list.do', 'a=b'); ]]></Script></FDL>", core::ViewKind::Nexacro);
    EXPECT_EQ(links(nexacro), "Asvc::/emp/list.do@1 ");
    const ViewFacts form = readView("<FDL><Script><![CDATA[ var url = \"svcPosting::addSlip\";\n// \"svcOld::gone\"\nthis.transaction('b', 'svcBase::login?a=b');\n"
                                    "this.go(\"Work::slip.xfdl\"); this.img = \"Image::x.png\"; trace(\"a :: b\"); ]]></Script></FDL>",
                                    core::ViewKind::Nexacro);
    EXPECT_EQ(links(form), "AsvcPosting::addSlip@1 AsvcBase::login@3 LWork::slip.xfdl@4 ");
    EXPECT_EQ(links(readView("<script>$('div::before').css(x); f(\"std::string\")</script>", core::ViewKind::Html)), "");
    const ViewFacts square = readView("<xf:submission id='a' action='/emp/save.do' method='post'/>", core::ViewKind::Other);
    EXPECT_EQ(links(square), "A[POST]/emp/save.do@1 ");
}

TEST(ViewReader, HostilePagesEnd)
{
    readView(std::string(300'000, '<'), core::ViewKind::Jsp);
    std::string open;
    for (int i = 0; i < 50'000; ++i) {
        open += "<a href=\"${";
    }
    readView(open, core::ViewKind::Jsp);
    std::string urls;
    for (int i = 0; i < 20'000; ++i) {
        urls += "<c:url value='";
    }
    readView(urls, core::ViewKind::Jsp);
    readView("<% " + std::string(100'000, '{'), core::ViewKind::Jsp);
    readView("", core::ViewKind::Html);
}

TEST(ViewReader, AddressesInTextsOfScriptlets)
{
    const ViewFacts facts = readView(R"x(<% response.sendRedirect(request.getContextPath() + "/list.jsp?no=" + no);
 String next = "/board/view.do?no=" + no; // "/comment.jsp"
 if (uri.endsWith("/login.jsp")) log.info("/seen.jsp"); if ("/other.jsp".equals(uri)) go(); switch (uri) { case "/case.jsp": go(); }
 out.println("<a href='detail.jsp?id=" + id + "'>" + name + "</a>");
 out.print("<script>alert('don\'t'); location.href=\"home.jsp\";</script>"); out.print("<form action='" + base + "/save.do'>"); %>)x",
                                     core::ViewKind::Jsp);
    EXPECT_EQ(links(facts), "L/list.jsp@1 L/board/view.do@2 Ldetail.jsp@4 Lhome.jsp@5 F/save.do@5 ");
}

TEST(ViewReader, ConstantsThatScriptsGiveFormFields)
{
    const ViewFacts facts = readView("<script>f.cmd.value = 'save'; $('#mode').val(\"list\"); document.getElementById('x').value=\"a\" + b; if (f.y.value == 'n') f.z.value=g;</script>",
                                     core::ViewKind::Jsp);
    EXPECT_EQ(facts.assigned, (std::vector<std::string>{"cmd=save", "mode=list"}));
}

} // namespace
} // namespace naru::analyzers::web
