<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="코드 등록"/></c:import>
<h2>코드 등록</h2>
<form action="<c:url value='/cde/codeSave.do'/>" method="post">
  <p><label>그룹코드</label> <input type="text" name="grpCd" value="<c:out value='${codeVO.grpCd}'/>"/></p>
  <p><label>코드</label> <input type="text" name="cd" value="<c:out value='${codeVO.cd}'/>"/></p>
  <p><label>코드명</label> <input type="text" name="cdNm" value="<c:out value='${codeVO.cdNm}'/>"/></p>
  <p><label>설명</label> <textarea name="cdDc" rows="6"><c:out value="${codeVO.cdDc}"/></textarea></p>
  <p><label>순서</label> <input type="text" name="sortOrd" value="<c:out value='${codeVO.sortOrd}'/>"/></p>
  <button type="submit">저장</button>
</form>
<c:if test="${not empty codeVO.cd}">
<a class="btn" href="<c:url value='/cde/codeDelete.do'/>?grpCd=${codeVO.grpCd}&amp;cd=${codeVO.cd}">삭제</a>
</c:if>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
