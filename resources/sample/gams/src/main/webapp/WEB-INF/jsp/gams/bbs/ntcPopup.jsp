<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<html><body>
<h3><c:out value="${ntc.title}"/></h3>
<div><c:out value="${ntc.cn}"/></div>
<button onclick="self.close()">닫기</button>
</body></html>
