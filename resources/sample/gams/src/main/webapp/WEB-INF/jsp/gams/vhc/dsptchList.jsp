<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="배차 현황"/></c:import>
<h2>배차 현황</h2>
<form id="searchForm" action="<c:url value='/vhc/dsptchList.do'/>" method="post">
  <label>시작일 <input type="text" name="searchBgnDe" value="<c:out value='${searchVO.searchBgnDe}'/>"/></label>
  <label>상태 <input type="text" name="sttusCd" value="<c:out value='${searchVO.sttusCd}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>시작</th><th>종료</th><th>목적지</th><th>차량</th><th>신청자</th><th>부서</th><th>상태</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.bgnDt}"/></td>
      <td><c:out value="${row.endDt}"/></td>
      <td><a href="<c:url value='/vhc/dsptchDetail.do'/>?dspthId=${row.dspthId}"><c:out value="${row.dstn}"/></a></td>
      <td><c:out value="${row.vhcNo}"/></td>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.deptNm}"/></td>
      <td><c:out value="${row.sttusCd}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="7">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/vhc/dsptchList.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/vhc/dsptchForm.do'/>">배차신청</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
