<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="인사발령 현황"/></c:import>
<h2>인사발령 현황</h2>
<form id="searchForm" action="<c:url value='/hrm/apntList.do'/>" method="post">
  <label>사번 <input type="text" name="empNo" value="<c:out value='${searchVO.empNo}'/>"/></label>
  <label>시작일 <input type="text" name="searchBgnDe" value="<c:out value='${searchVO.searchBgnDe}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>발령일</th><th>성명</th><th>구분</th><th>이전부서</th><th>이후부서</th><th>비고</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.apntYmd}"/></td>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.apntKndCd}"/></td>
      <td><c:out value="${row.bfDeptNm}"/></td>
      <td><c:out value="${row.afDeptNm}"/></td>
      <td><c:out value="${row.rmrk}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/hrm/apntForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
