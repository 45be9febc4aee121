<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="비밀번호 변경"/></c:import>
<h2>비밀번호 변경</h2>
<form action="<c:url value='/auth/pwdChange.do'/>" method="post">
  <p><label>현재 비밀번호</label> <input type="password" name="oldPw"/></p>
  <p><label>새 비밀번호</label> <input type="password" name="newPw"/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
