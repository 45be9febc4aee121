<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="구매 현황"/></c:import>
<h2>구매 현황</h2>
<p>예산 잔액 : ${budget}원</p>
<form id="searchForm" action="<c:url value='/sup/prchList.do'/>" method="post">
  <label>상태 <input type="text" name="sttusCd" value="<c:out value='${searchVO.sttusCd}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>구매일</th><th>품목</th><th>업체</th><th>수량</th><th>금액</th><th>입고일</th><th>입고</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.prchYmd}"/></td>
      <td><c:out value="${row.itemNm}"/></td>
      <td><c:out value="${row.vndrNm}"/></td>
      <td><c:out value="${row.qty}"/></td>
      <td><c:out value="${row.prchAmt}"/></td>
      <td><c:out value="${row.inYmd}"/></td>
      <td><form action="<c:url value='/sup/prchReceive.do'/>" method="post"><input type="hidden" name="prchId" value="${row.prchId}"/><button>입고</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="7">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/sup/prchForm.do'/>">구매등록</a>
<a class="btn" href="<c:url value='/sup/vndrList.do'/>">업체관리</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
