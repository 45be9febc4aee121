<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="사용자 등록"/></c:import>
<h2>사용자 등록</h2>
<form action="<c:url value='/auth/userSave.do'/>" method="post">
  <p>아이디 <input type="text" name="userId" value="${user.userId}"/></p>
  <p>사번 <input type="text" name="empNo" value="${user.empNo}"/> ${user.empNm}</p>
  <p>잠금 <input type="checkbox" name="lockYn" value="Y" ${user.lockYn eq 'Y' ? 'checked' : ''}/></p>
  <p>권한
  <c:forEach var="r" items="${roleList}"><input type="checkbox" name="roleIds" value="${r.roleId}"/>${r.roleNm} </c:forEach></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
