<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="운행일지"/></c:import>
<h2>운행일지</h2>
<form id="searchForm" action="<c:url value='/vhc/drvLogList.do'/>" method="post">
  <label>시작일 <input type="text" name="searchBgnDe" value="<c:out value='${searchVO.searchBgnDe}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>운행일</th><th>차량</th><th>출발</th><th>도착</th><th>거리</th><th>주유금액</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.drvYmd}"/></td>
      <td><c:out value="${row.vhcNo}"/></td>
      <td><c:out value="${row.bgnKm}"/></td>
      <td><c:out value="${row.endKm}"/></td>
      <td><c:out value="${row.dstnc}"/></td>
      <td><c:out value="${row.fuelAmt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
