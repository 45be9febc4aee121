<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="차량 운행 통계"/></c:import>
<h2>차량 운행 통계</h2>
<form action="<c:url value='/vhc/dsptchStat.do'/>"><input name="year" value="${year}"/><button>조회</button></form>
<table class="list">
  <thead><tr><th>차량</th><th>운행</th><th>거리</th><th>유류비</th><th>정비비</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${statList}" varStatus="st">
    <tr>
      <td><c:out value="${row.vhcNo}"/></td>
      <td><c:out value="${row.drvCnt}"/></td>
      <td><c:out value="${row.km}"/></td>
      <td><c:out value="${row.fuelAmt}"/></td>
      <td><c:out value="${row.mntAmt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty statList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/vhc/dsptchStatExcel.do'/>?year=${year}">엑셀</a>
<script>
function fnReport() {
  window.open("http://report.gams.sample.go.kr:8380/viewer?rpt=vhcStat&year=${year}");
}
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
