<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="권한 등록"/></c:import>
<h2>권한 등록</h2>
<form action="<c:url value='/auth/roleSave.do'/>" method="post">
  <p><label>권한ID</label> <input type="text" name="roleId" value="<c:out value='${role.roleId}'/>"/></p>
  <p><label>권한명</label> <input type="text" name="roleNm" value="<c:out value='${role.roleNm}'/>"/></p>
  <p><label>설명</label> <textarea name="roleDc" rows="6"><c:out value="${role.roleDc}"/></textarea></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
