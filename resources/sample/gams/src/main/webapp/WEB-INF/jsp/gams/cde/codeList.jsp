<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="코드 관리"/></c:import>
<h2>코드 관리</h2>
<table class="list">
  <thead><tr><th>코드</th><th>코드명</th><th>순서</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/cde/codeForm.do'/>?grpCd=${row.grpCd}&cd=${row.cd}"><c:out value="${row.cd}"/></a></td>
      <td><c:out value="${row.cdNm}"/></td>
      <td><c:out value="${row.sortOrd}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="3">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/cde/codeForm.do'/>?grpCd=${grpCd}">등록</a>
<a class="btn" href="<c:url value='/cde/codeGrpList.do'/>">그룹목록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
