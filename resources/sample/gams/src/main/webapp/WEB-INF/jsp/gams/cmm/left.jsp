<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<ul class="menu">
<c:forEach var="m" items="${sessionScope.menuList}">
  <li><a href="<c:url value='${m.url}'/>"><c:out value="${m.menuNm}"/></a></li>
</c:forEach>
</ul>
