<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="글쓰기"/></c:import>
<h2>글쓰기</h2>
<form action="<c:url value='/bbs/atclSave.do'/>" method="post" enctype="multipart/form-data">
  <input type="hidden" name="atclId" value="${atclVO.atclId}"/>
  <input type="hidden" name="brdId" value="${atclVO.brdId}"/>
  <input type="hidden" name="atchFileId" value="${atclVO.atchFileId}"/>
  <p><label>제목</label> <input type="text" name="title" value="<c:out value='${atclVO.title}'/>"/></p>
  <p><label>내용</label> <textarea name="cn" rows="6"><c:out value="${atclVO.cn}"/></textarea></p>
  <p><label>첨부</label> <input type="file" name="files"/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
