<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="인사발령 등록"/></c:import>
<h2>인사발령 등록</h2>
<form action="<c:url value='/hrm/apntSave.do'/>" method="post">
  <p><label>사번</label> <input type="text" name="empNo" value="<c:out value='${apntVO.empNo}'/>"/></p>
  <p><label>발령일</label> <input type="text" name="apntYmd" value="<c:out value='${apntVO.apntYmd}'/>"/></p>
  <p><label>구분</label> <input type="text" name="apntKndCd" value="<c:out value='${apntVO.apntKndCd}'/>"/></p>
  <p><label>발령부서</label> <select name="afDeptId"><c:forEach var="c" items="${deptList}"><option value="${c.deptId}" <c:if test="${apntVO.afDeptId eq c.deptId}">selected</c:if>>${c.deptNm}</option></c:forEach></select></p>
  <p><label>발령직위</label> <input type="text" name="afPstnCd" value="<c:out value='${apntVO.afPstnCd}'/>"/></p>
  <p><label>비고</label> <textarea name="rmrk" rows="6"><c:out value="${apntVO.rmrk}"/></textarea></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
