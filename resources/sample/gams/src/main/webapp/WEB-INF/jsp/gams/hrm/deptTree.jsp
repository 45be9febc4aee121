<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="부서 관리"/></c:import>
<h2>부서 관리</h2>
<table class="list">
  <thead><tr><th>부서명</th><th>단계</th><th>인원</th><th>삭제</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${deptList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/hrm/deptForm.do'/>?deptId=${row.deptId}"><c:out value="${row.deptNm}"/></a></td>
      <td><c:out value="${row.deptLv}"/></td>
      <td><c:out value="${row.empCnt}"/></td>
      <td><form action="<c:url value='/hrm/deptDelete.do'/>" method="post"><input type="hidden" name="deptId" value="${row.deptId}"/><button>삭제</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty deptList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/hrm/deptForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
