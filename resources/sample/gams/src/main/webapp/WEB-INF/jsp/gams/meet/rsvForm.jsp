<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="회의실 예약"/></c:import>
<h2>회의실 예약</h2>
<form action="<c:url value='/meet/rsv/save.do'/>" method="post">
  <p><label>회의실</label> <select name="roomId"><c:forEach var="c" items="${roomList}"><option value="${c.roomId}" <c:if test="${rsvVO.roomId eq c.roomId}">selected</c:if>>${c.roomNm}</option></c:forEach></select></p>
  <p><label>일자</label> <input type="text" name="rsvYmd" value="<c:out value='${rsvVO.rsvYmd}'/>"/></p>
  <p><label>시작시각</label> <input type="text" name="bgnTm" value="<c:out value='${rsvVO.bgnTm}'/>"/></p>
  <p><label>종료시각</label> <input type="text" name="endTm" value="<c:out value='${rsvVO.endTm}'/>"/></p>
  <p><label>회의명</label> <input type="text" name="title" value="<c:out value='${rsvVO.title}'/>"/></p>
  <p><label>참석인원</label> <input type="text" name="atndCnt" value="<c:out value='${rsvVO.atndCnt}'/>"/></p>
  <p><label>참석자 사번</label> <input type="text" name="atndEmpNos" value="<c:out value='${rsvVO.atndEmpNos}'/>"/></p>
  <button type="submit">저장</button>
</form>
<input type="text" id="empQ"/><ul id="empResult"></ul>
<script>
$("#empQ").on("keyup", function () {
  $.getJSON("<c:url value='/hrm/empSearch.do'/>", {q: this.value}, function (list) { fnShowEmp(list, "#empResult"); });
});
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
