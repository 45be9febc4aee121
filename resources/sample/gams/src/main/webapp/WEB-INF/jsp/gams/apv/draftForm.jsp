<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="기안 작성"/></c:import>
<h2>기안 작성</h2>
<c:choose>
<c:when test="${empty form}">
  <c:forEach var="f" items="${formList}"><p><a href="<c:url value='/apv/draftForm.do'/>?formId=${f.formId}"><c:out value="${f.formNm}"/></a></p></c:forEach>
</c:when>
<c:otherwise>
<form action="<c:url value='/apv/draft.do'/>" method="post" enctype="multipart/form-data">
  <input type="hidden" name="formId" value="${form.formId}"/>
  <input type="hidden" name="bizCd" value="${form.bizCd}"/>
  <p><label>제목</label> <input type="text" name="title" value="<c:out value='${form.title}'/>"/></p>
  <p><label>내용</label> <textarea name="cn" rows="6"><c:out value="${form.cn}"/></textarea></p>
  <p><label>첨부</label> <input type="file" name="files"/></p>
  <button type="submit">저장</button>
</form>
</c:otherwise>
</c:choose>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
