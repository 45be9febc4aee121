<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="게시글 목록"/></c:import>
<h2>게시글 목록</h2>
<form id="searchForm" action="<c:url value='/bbs/atclList.do'/>" method="post">
  <input type="hidden" name="brdId" value="${searchVO.brdId}"/>
  <label>검색어 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>제목</th><th>댓글</th><th>작성자</th><th>작성일</th><th>조회</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/bbs/atclDetail.do'/>?atclId=${row.atclId}"><c:out value="${row.title}"/></a></td>
      <td><c:out value="${row.cmtCnt}"/></td>
      <td><c:out value="${row.wrtrId}"/></td>
      <td><c:out value="${row.frstRegDt}"/></td>
      <td><c:out value="${row.viewCnt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/bbs/atclList.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/bbs/atclForm.do'/>?brdId=${brd.brdId}">글쓰기</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
