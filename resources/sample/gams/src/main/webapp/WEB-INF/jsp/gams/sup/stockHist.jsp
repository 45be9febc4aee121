<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="재고 변동 이력"/></c:import>
<h2>재고 변동 이력</h2>
<table class="list">
  <thead><tr><th>번호</th><th>품목명</th><th>구분</th><th>수량</th><th>잔량</th><th>일자</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.histNo}"/></td>
      <td><c:out value="${row.itemNm}"/></td>
      <td><c:out value="${row.ioCd}"/></td>
      <td><c:out value="${row.qty}"/></td>
      <td><c:out value="${row.remain}"/></td>
      <td><c:out value="${row.regDt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/sup/stockList.do'/>">재고현황</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
