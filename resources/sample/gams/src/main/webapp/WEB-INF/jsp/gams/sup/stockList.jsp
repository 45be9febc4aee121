<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="재고 현황"/></c:import>
<h2>재고 현황</h2>
<form id="searchForm" action="<c:url value='/sup/stockList.do'/>" method="post">
  <label>보관장소 <input type="text" name="strgCd" value="<c:out value='${searchVO.strgCd}'/>"/></label>
  <label>품목명 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>품목명</th><th>보관장소</th><th>수량</th><th>최종입고</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/sup/stockHist.do'/>?itemId=${row.itemId}"><c:out value="${row.itemNm}"/></a></td>
      <td><c:out value="${row.strgNm}"/></td>
      <td><c:out value="${row.qty}"/></td>
      <td><c:out value="${row.lastInYmd}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<script>
function fnAdjust(itemId, strgCd) {
  $.ajax({type: "post", url: "<c:url value='/sup/stockAdjust.do'/>", data: {itemId: itemId, strgCd: strgCd, qty: prompt("조정 수량")}, success: fnReload});
}
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
