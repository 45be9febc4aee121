<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="메뉴 등록"/></c:import>
<h2>메뉴 등록</h2>
<form action="<c:url value='/auth/menuSave.do'/>" method="post">
  <input type="hidden" name="menuId" value="${menuVO.menuId}"/>
  <p><label>메뉴명</label> <input type="text" name="menuNm" value="<c:out value='${menuVO.menuNm}'/>"/></p>
  <p><label>상위메뉴</label> <input type="text" name="upMenuId" value="<c:out value='${menuVO.upMenuId}'/>"/></p>
  <p><label>URL</label> <input type="text" name="url" value="<c:out value='${menuVO.url}'/>"/></p>
  <p><label>순서</label> <input type="text" name="sortOrd" value="<c:out value='${menuVO.sortOrd}'/>"/></p>
  <p><label>사용</label> <input type="radio" name="useYn" value="Y" checked/>예 <input type="radio" name="useYn" value="N"/>아니오</p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
