<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<html><head><title>총무관리 시스템 로그인</title></head>
<body>
<form name="loginForm" action="<c:url value='/auth/login.do'/>" method="post">
  <p>아이디 <input type="text" name="userId"/></p>
  <p>비밀번호 <input type="password" name="password"/></p>
  <c:if test="${not empty msg}"><p class="err"><c:out value="${msg}"/></p></c:if>
  <button type="submit">로그인</button>
</form>
</body></html>
