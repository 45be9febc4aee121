<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="휴가 잔여 현황"/></c:import>
<h2>휴가 잔여 현황</h2>
<form id="searchForm" action="<c:url value='/hrm/lv/lvBal.do'/>" method="post">
  <label>연도 <input type="text" name="baseYr" value="<c:out value='${searchVO.baseYr}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>성명</th><th>부여</th><th>사용</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.grntDays}"/></td>
      <td><c:out value="${row.useDays}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="3">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<button type="button" onclick="$.post('<c:url value="/hrm/lv/lvClose.do"/>', {year: '${searchVO.baseYr}'}, alert)">연차마감</button>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
