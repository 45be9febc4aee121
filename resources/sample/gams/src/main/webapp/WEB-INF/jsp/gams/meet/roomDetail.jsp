<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="회의실 상세"/></c:import>
<h2>회의실 상세</h2>
<table class="view">
  <tr><th>회의실명</th><td><c:out value="${room.roomNm}"/></td></tr>
  <tr><th>위치</th><td><c:out value="${room.locNm}"/></td></tr>
  <tr><th>수용인원</th><td><c:out value="${room.cpctyCnt}"/></td></tr>
  <tr><th>개방시각</th><td><c:out value="${room.openTm}"/></td></tr>
  <tr><th>마감시각</th><td><c:out value="${room.closeTm}"/></td></tr>
  <tr><th>비고</th><td><c:out value="${room.rmrk}"/></td></tr>
</table>
<img src="<c:url value='/imageView'/>?name=${room.roomId}.jpg" alt="회의실 사진"/>
<table class="list">
  <thead><tr><th>장비</th><th>수량</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${room.equipList}" varStatus="st">
    <tr>
      <td><c:out value="${row.equipNm}"/></td>
      <td><c:out value="${row.qty}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty room.equipList}"><tr><td colspan="2">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/meet/room/form.do'/>?roomId=${room.roomId}">수정</a>
<a class="btn" href="<c:url value='/meet/rsv/form.do'/>?roomId=${room.roomId}">예약</a>
<a class="btn" href="<c:url value='/meet/room/list.do'/>">목록</a>
<form action="<c:url value='/meet/room/delete.do'/>" method="post"><input type="hidden" name="roomId" value="${room.roomId}"/><button>삭제</button></form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
