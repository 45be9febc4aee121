<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="사용자 관리"/></c:import>
<h2>사용자 관리</h2>
<form id="searchForm" action="<c:url value='/auth/userList.do'/>" method="post">
  <label>구분 <input type="text" name="searchCondition" value="<c:out value='${searchVO.searchCondition}'/>"/></label>
  <label>검색어 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>아이디</th><th>성명</th><th>부서</th><th>잠금</th><th>최종로그인</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/auth/userForm.do'/>?userId=${row.userId}"><c:out value="${row.userId}"/></a></td>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.deptNm}"/></td>
      <td><c:out value="${row.lockYn}"/></td>
      <td><c:out value="${row.lastLoginDt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/auth/userList.do'/>?pageIndex=" + no;
}
</script>
<a class="btn" href="<c:url value='/auth/userForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
