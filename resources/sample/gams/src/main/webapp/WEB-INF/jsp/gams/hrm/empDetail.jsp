<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="직원 상세"/></c:import>
<h2>직원 상세</h2>
<table class="view">
  <tr><th>사번</th><td><c:out value="${emp.empNo}"/></td></tr>
  <tr><th>성명</th><td><c:out value="${emp.empNm}"/></td></tr>
  <tr><th>부서</th><td><c:out value="${emp.deptNm}"/></td></tr>
  <tr><th>직위</th><td><c:out value="${emp.pstnNm}"/></td></tr>
  <tr><th>전화</th><td><c:out value="${emp.tel}"/></td></tr>
  <tr><th>전자우편</th><td><c:out value="${emp.email}"/></td></tr>
  <tr><th>입사일</th><td><c:out value="${emp.entYmd}"/></td></tr>
</table>
<img src="<c:url value='/imageView'/>?name=${emp.empNo}.jpg" alt="사진"/>
<table class="list">
  <thead><tr><th>발령일</th><th>구분</th><th>이전부서</th><th>이후부서</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${apntList}" varStatus="st">
    <tr>
      <td><c:out value="${row.apntYmd}"/></td>
      <td><c:out value="${row.apntKndCd}"/></td>
      <td><c:out value="${row.bfDeptNm}"/></td>
      <td><c:out value="${row.afDeptNm}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty apntList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/hrm/empForm.do'/>?empNo=${emp.empNo}">수정</a>
<a class="btn" href="<c:url value='/hrm/apntForm.do'/>?empNo=${emp.empNo}">발령</a>
<a href="<c:url value='/jsp/empCard.jsp'/>?empNo=${emp.empNo}">인사카드</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
