<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="메뉴 관리"/></c:import>
<h2>메뉴 관리</h2>
<table class="list">
  <thead><tr><th>메뉴ID</th><th>메뉴명</th><th>상위메뉴</th><th>URL</th><th>순서</th><th>삭제</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/auth/menuForm.do'/>?menuId=${row.menuId}"><c:out value="${row.menuId}"/></a></td>
      <td><c:out value="${row.menuNm}"/></td>
      <td><c:out value="${row.upMenuNm}"/></td>
      <td><c:out value="${row.url}"/></td>
      <td><c:out value="${row.sortOrd}"/></td>
      <td><form action="<c:url value='/auth/menuDelete.do'/>" method="post"><input type="hidden" name="menuId" value="${row.menuId}"/><button>삭제</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/auth/menuForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
