<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="휴가 현황"/></c:import>
<h2>휴가 현황</h2>
<form id="searchForm" action="<c:url value='/hrm/lv/lvList.do'/>" method="post">
  <label>상태 <input type="text" name="sttusCd" value="<c:out value='${searchVO.sttusCd}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>성명</th><th>구분</th><th>시작</th><th>종료</th><th>일수</th><th>상태</th><th>결재</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.lvKndNm}"/></td>
      <td><c:out value="${row.bgnYmd}"/></td>
      <td><c:out value="${row.endYmd}"/></td>
      <td><c:out value="${row.lvDays}"/></td>
      <td><c:out value="${row.sttusCd}"/></td>
      <td><a href="<c:url value='/apv/docDetail.do'/>?apvDocId=${row.apvDocId}"><c:out value="${row.apvDocId}"/></a></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="7">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/hrm/lv/lvForm.do'/>">휴가신청</a>
<a class="btn" href="<c:url value='/hrm/lv/lvBal.do'/>">잔여현황</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
