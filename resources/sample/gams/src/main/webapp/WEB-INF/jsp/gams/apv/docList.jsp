<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="결재 문서함"/></c:import>
<h2>결재 문서함</h2>
<a class="btn" href="<c:url value='/apv/docList.do'/>?box=TODO">결재할 문서</a>
<a class="btn" href="<c:url value='/apv/docList.do'/>?box=DRAFT">기안한 문서</a>
<a class="btn" href="<c:url value='/apv/docList.do'/>?box=DONE">결재한 문서</a>
<form id="searchForm" action="<c:url value='/apv/docList.do'/>" method="post">
  <input type="hidden" name="box" value="${searchVO.box}"/>
  <label>제목 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>제목</th><th>기안자</th><th>기안일</th><th>상태</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/apv/docDetail.do'/>?apvDocId=${row.apvDocId}"><c:out value="${row.title}"/></a></td>
      <td><c:out value="${row.drftEmpNm}"/></td>
      <td><c:out value="${row.drftDt}"/></td>
      <td><c:out value="${row.sttusNm}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/apv/docList.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/apv/draftForm.do'/>">기안</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
