<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="결재 양식 등록"/></c:import>
<h2>결재 양식 등록</h2>
<form action="<c:url value='/apv/formSave.do'/>" method="post">
  <input type="hidden" name="formId" value="${form.formId}"/>
  <p><label>양식명</label> <input type="text" name="formNm" value="<c:out value='${form.formNm}'/>"/></p>
  <p><label>업무구분</label> <input type="text" name="bizCd" value="<c:out value='${form.bizCd}'/>"/></p>
  <p><label>내용</label> <textarea name="formCn" rows="6"><c:out value="${form.formCn}"/></textarea></p>
  <p><label>사용</label> <input type="radio" name="useYn" value="Y" checked/>예 <input type="radio" name="useYn" value="N"/>아니오</p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
