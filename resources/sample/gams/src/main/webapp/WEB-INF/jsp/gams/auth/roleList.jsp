<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="권한 관리"/></c:import>
<h2>권한 관리</h2>
<form id="searchForm" action="<c:url value='/auth/roleList.do'/>" method="post">
  <label>권한명 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>권한ID</th><th>권한명</th><th>설명</th><th>삭제</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/auth/roleForm.do'/>?roleId=${row.roleId}"><c:out value="${row.roleId}"/></a></td>
      <td><a href="<c:url value='/auth/roleMenu.do'/>?roleId=${row.roleId}"><c:out value="${row.roleNm}"/></a></td>
      <td><c:out value="${row.roleDc}"/></td>
      <td><form action="<c:url value='/auth/roleDelete.do'/>" method="post"><input type="hidden" name="roleId" value="${row.roleId}"/><button>삭제</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/auth/roleForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
