<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="ui" uri="http://egovframework.gov/ctl/ui"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="직원 관리"/></c:import>
<h2>직원 관리</h2>
<form id="searchForm" action="<c:url value='/hrm/empList.do'/>" method="post">
  <select name="deptId" title="부서"><option value="">전체</option>
    <c:forEach var="c" items="${deptList}"><option value="${c.deptId}" <c:if test="${searchVO.deptId eq c.deptId}">selected</c:if>>${c.deptNm}</option></c:forEach>
  </select>
  <label>구분 <input type="text" name="searchCondition" value="<c:out value='${searchVO.searchCondition}'/>"/></label>
  <label>검색어 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>사번</th><th>성명</th><th>부서</th><th>직위</th><th>전화</th><th>상태</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.empNo}"/></td>
      <td><a href="<c:url value='/hrm/empDetail.do'/>?empNo=${row.empNo}"><c:out value="${row.empNm}"/></a></td>
      <td><c:out value="${row.deptNm}"/></td>
      <td><c:out value="${row.pstnNm}"/></td>
      <td><c:out value="${row.tel}"/></td>
      <td><c:out value="${row.sttusCd}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<ui:pagination paginationInfo="${paginationInfo}" type="image" jsFunction="fnPage"/>
<script>
function fnPage(no) {
  location.href = "<c:url value='/hrm/empList.do'/>?pageIndex=" + no;
}
</script>
<form action="<c:url value='/hrm/empRetire.do'/>" method="post"><input type="text" name="checkEmpNos"/><button>퇴직처리</button></form>
<a class="btn" href="<c:url value='/hrm/empForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
