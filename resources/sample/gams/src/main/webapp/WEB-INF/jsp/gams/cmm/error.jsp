<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" isErrorPage="true"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<html><body>
<h2>오류 <c:out value="${code}"/></h2>
<p><c:out value="${msg}" default="처리 중 오류가 발생하였습니다."/></p>
<a href="<c:url value='/main.do'/>">메인으로</a>
</body></html>
