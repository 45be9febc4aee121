<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="회의실 관리"/></c:import>
<h2>회의실 관리</h2>
<form id="searchForm" action="<c:url value='/meet/room/list.do'/>" method="post">
  <select name="locCd" title="위치"><option value="">전체</option>
    <c:forEach var="c" items="${locList}"><option value="${c.cd}" <c:if test="${searchVO.locCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach>
  </select>
  <label>인원 <input type="text" name="cpctyCnt" value="<c:out value='${searchVO.cpctyCnt}'/>"/></label>
  <label>회의실명 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>회의실명</th><th>위치</th><th>수용인원</th><th>개방</th><th>마감</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/meet/room/detail.do'/>?roomId=${row.roomId}"><c:out value="${row.roomNm}"/></a></td>
      <td><c:out value="${row.locNm}"/></td>
      <td><c:out value="${row.cpctyCnt}"/></td>
      <td><c:out value="${row.openTm}"/></td>
      <td><c:out value="${row.closeTm}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/meet/room/list.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/meet/room/form.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
