<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="회의실 등록"/></c:import>
<h2>회의실 등록</h2>
<form action="<c:url value='/meet/room/save.do'/>" method="post">
  <input type="hidden" name="roomId" value="${roomVO.roomId}"/>
  <p><label>회의실명</label> <input type="text" name="roomNm" value="<c:out value='${roomVO.roomNm}'/>"/></p>
  <p><label>위치</label> <select name="locCd"><c:forEach var="c" items="${locList}"><option value="${c.cd}" <c:if test="${roomVO.locCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>수용인원</label> <input type="text" name="cpctyCnt" value="<c:out value='${roomVO.cpctyCnt}'/>"/></p>
  <p><label>관리부서</label> <select name="mngDeptId"><c:forEach var="c" items="${deptList}"><option value="${c.deptId}" <c:if test="${roomVO.mngDeptId eq c.deptId}">selected</c:if>>${c.deptNm}</option></c:forEach></select></p>
  <p><label>개방시각</label> <input type="text" name="openTm" value="<c:out value='${roomVO.openTm}'/>"/></p>
  <p><label>마감시각</label> <input type="text" name="closeTm" value="<c:out value='${roomVO.closeTm}'/>"/></p>
  <p><label>비고</label> <textarea name="rmrk" rows="6"><c:out value="${roomVO.rmrk}"/></textarea></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
