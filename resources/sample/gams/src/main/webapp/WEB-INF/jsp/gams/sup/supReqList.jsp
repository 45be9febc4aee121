<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="비품 신청 현황"/></c:import>
<h2>비품 신청 현황</h2>
<form id="searchForm" action="<c:url value='/sup/supReqList.do'/>" method="post">
  <label>상태 <input type="text" name="sttusCd" value="<c:out value='${searchVO.sttusCd}'/>"/></label>
  <label>시작 <input type="text" name="searchBgnDe" value="<c:out value='${searchVO.searchBgnDe}'/>"/></label>
  <label>종료 <input type="text" name="searchEndDe" value="<c:out value='${searchVO.searchEndDe}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>신청일</th><th>용도</th><th>신청자</th><th>부서</th><th>상태</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.reqYmd}"/></td>
      <td><a href="<c:url value='/sup/supReqDetail.do'/>?reqId=${row.reqId}"><c:out value="${row.prps}"/></a></td>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.deptNm}"/></td>
      <td><c:out value="${row.sttusCd}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/sup/supReqList.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/sup/supReqForm.do'/>">신청</a>
<a class="btn" href="<c:url value='/sup/supStat.do'/>">통계</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
