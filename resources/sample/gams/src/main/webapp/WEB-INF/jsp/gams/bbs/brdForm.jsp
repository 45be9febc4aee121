<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="게시판 등록"/></c:import>
<h2>게시판 등록</h2>
<form action="<c:url value='/bbs/brdSave.do'/>" method="post">
  <input type="hidden" name="brdId" value="${brd.brdId}"/>
  <p><label>게시판명</label> <input type="text" name="brdNm" value="<c:out value='${brd.brdNm}'/>"/></p>
  <p><label>유형</label> <select name="brdKndCd"><c:forEach var="c" items="${kndList}"><option value="${c.cd}" <c:if test="${brd.brdKndCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>첨부</label> <input type="radio" name="atchYn" value="Y" checked/>예 <input type="radio" name="atchYn" value="N"/>아니오</p>
  <p><label>댓글</label> <input type="radio" name="cmtYn" value="Y" checked/>예 <input type="radio" name="cmtYn" value="N"/>아니오</p>
  <p><label>사용</label> <input type="radio" name="useYn" value="Y" checked/>예 <input type="radio" name="useYn" value="N"/>아니오</p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
