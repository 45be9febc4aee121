<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="예약 상세"/></c:import>
<h2>예약 상세</h2>
<table class="view">
  <tr><th>회의실</th><td><c:out value="${rsv.roomNm}"/></td></tr>
  <tr><th>일자</th><td><c:out value="${rsv.rsvYmd}"/></td></tr>
  <tr><th>시작</th><td><c:out value="${rsv.bgnTm}"/></td></tr>
  <tr><th>종료</th><td><c:out value="${rsv.endTm}"/></td></tr>
  <tr><th>회의명</th><td><c:out value="${rsv.title}"/></td></tr>
  <tr><th>예약자</th><td><c:out value="${rsv.empNm}"/></td></tr>
  <tr><th>취소사유</th><td><c:out value="${rsv.cnclRsn}"/></td></tr>
</table>
<p>상태 : <c:out value="${sttusNm}"/></p>
<table class="list">
  <thead><tr><th>참석자</th><th>통보</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${atndList}" varStatus="st">
    <tr>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.notiYn}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty atndList}"><tr><td colspan="2">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<button type="button" onclick="fnCancel()">예약취소</button>
<script>
function fnCancel() {
  $.ajax({url: "<c:url value='/meet/rsv/cancel.do'/>", type: "POST", data: {rsvId: "${rsv.rsvId}", cnclRsn: prompt("취소 사유")},
    success: function () { location.href = "<c:url value='/meet/rsv/list.do'/>"; }});
}
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
