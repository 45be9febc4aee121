<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
<title>총무관리 시스템 - <c:out value="${param.title}"/></title>
<link rel="stylesheet" href="<c:url value='/css/gams.css'/>"/>
<script src="<c:url value='/js/jquery-1.11.3.min.js'/>"></script>
<script src="<c:url value='/js/gams.js'/>"></script>
</head>
<body>
<div class="top"><c:out value="${sessionScope.loginVO.empNm}"/> 님 <a href="<c:url value='/auth/logout.do'/>">로그아웃</a></div>
<c:import url="/WEB-INF/jsp/gams/cmm/left.jsp"/>
<div class="content">
