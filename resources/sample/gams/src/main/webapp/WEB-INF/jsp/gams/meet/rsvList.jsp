<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="회의실 예약 현황"/></c:import>
<h2>회의실 예약 현황</h2>
<form id="searchForm" action="<c:url value='/meet/rsv/list.do'/>" method="get">
  <select name="sttusCd"><option value="">전체</option><c:forEach var="s" items="${sttusList}"><option value="${s.code}">${s.label}</option></c:forEach></select>
  <input type="text" name="searchBgnDe" value="${searchVO.searchBgnDe}"/> ~ <input type="text" name="searchEndDe" value="${searchVO.searchEndDe}"/>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>일자</th><th>시작</th><th>종료</th><th>회의명</th><th>회의실</th><th>예약자</th><th>확정</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.rsvYmd}"/></td>
      <td><c:out value="${row.bgnTm}"/></td>
      <td><c:out value="${row.endTm}"/></td>
      <td><a href="<c:url value='/meet/rsv/detail.do'/>?rsvId=${row.rsvId}"><c:out value="${row.title}"/></a></td>
      <td><c:out value="${row.roomNm}"/></td>
      <td><c:out value="${row.empNm}"/></td>
      <td><form action="<c:url value='/meet/rsv/confirm.do'/>" method="post"><input type="hidden" name="rsvId" value="${row.rsvId}"/><button>확정</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="7">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/meet/rsv/list.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/meet/rsv/calendar.do'/>">달력</a>
<a class="btn" href="<c:url value='/meet/rsv/form.do'/>">예약</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
