<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="회의실 이용 통계"/></c:import>
<h2>회의실 이용 통계</h2>
<form id="searchForm" action="<c:url value='/meet/rsv/stat.do'/>" method="post">
  <label>시작 <input type="text" name="searchBgnDe" value="<c:out value='${searchVO.searchBgnDe}'/>"/></label>
  <label>종료 <input type="text" name="searchEndDe" value="<c:out value='${searchVO.searchEndDe}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>회의실</th><th>예약</th><th>취소</th><th>이용률(%)</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${statList}" varStatus="st">
    <tr>
      <td><c:out value="${row.roomNm}"/></td>
      <td><c:out value="${row.cnt}"/></td>
      <td><c:out value="${row.cnclCnt}"/></td>
      <td><c:out value="${row.rate}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty statList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/meet/rsv/statExcel.do'/>?searchBgnDe=${searchVO.searchBgnDe}&amp;searchEndDe=${searchVO.searchEndDe}">엑셀</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
