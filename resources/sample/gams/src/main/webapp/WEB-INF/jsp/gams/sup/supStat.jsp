<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="부서별 비품 지급 통계"/></c:import>
<h2>부서별 비품 지급 통계</h2>
<form action="<c:url value='/sup/supStat.do'/>"><input name="year" value="${param.year}"/><button>조회</button></form>
<table class="list">
  <thead><tr><th>부서</th><th>신청</th><th>지급</th><th>금액</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${statList}" varStatus="st">
    <tr>
      <td><c:out value="${row.deptNm}"/></td>
      <td><c:out value="${row.reqCnt}"/></td>
      <td><c:out value="${row.giveQty}"/></td>
      <td><c:out value="${row.amt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty statList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
