<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="권한별 메뉴"/></c:import>
<h2>권한별 메뉴</h2>
<form action="<c:url value='/auth/roleMenuSave.do'/>" method="post">
  <input type="hidden" name="roleId" value="${role.roleId}"/>
  <p><c:out value="${role.roleNm}"/></p>
  <c:forEach var="m" items="${menuList}">
    <p><input type="checkbox" name="menuIds" value="${m.menuId}" <c:if test="${m.checked eq 'Y'}">checked</c:if>/> <c:out value="${m.menuNm}"/></p>
  </c:forEach>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
