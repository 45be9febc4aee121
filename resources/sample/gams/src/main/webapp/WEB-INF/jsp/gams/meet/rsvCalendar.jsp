<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="예약 달력"/></c:import>
<h2>예약 달력</h2>
<form action="<c:url value='/meet/rsv/calendar.do'/>"><input type="text" name="ym" value="${ym}"/><button>이동</button></form>
<c:forEach var="d" items="${days}">
  <div class="day"><b>${fn:substring(d.key, 6, 8)}일</b>
  <c:forEach var="r" items="${d.value}">
    <a href="<c:url value='/meet/rsv/detail.do'/>?rsvId=${r.rsvId}">${r.bgnTm} <c:out value="${r.title}"/></a>
  </c:forEach></div>
</c:forEach>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
