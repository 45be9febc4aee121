<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="비품 품목 관리"/></c:import>
<h2>비품 품목 관리</h2>
<form id="searchForm" action="<c:url value='/sup/itemList.do'/>" method="post">
  <select name="itemCtgryCd" title="분류"><option value="">전체</option>
    <c:forEach var="c" items="${ctgryList}"><option value="${c.cd}" <c:if test="${searchVO.itemCtgryCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach>
  </select>
  <label>품목명 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>품목명</th><th>분류</th><th>단가</th><th>현재고</th><th>안전재고</th><th>삭제</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/sup/itemForm.do'/>?itemId=${row.itemId}"><c:out value="${row.itemNm}"/></a></td>
      <td><c:out value="${row.ctgryNm}"/></td>
      <td><c:out value="${row.unitPrice}"/></td>
      <td><c:out value="${row.stockQty}"/></td>
      <td><c:out value="${row.safeQty}"/></td>
      <td><form action="<c:url value='/sup/itemDelete.do'/>" method="post"><input type="hidden" name="itemId" value="${row.itemId}"/><button>삭제</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/sup/itemList.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/sup/itemForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
