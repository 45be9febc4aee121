<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="직원 등록"/></c:import>
<h2>직원 등록</h2>
<form action="<c:url value='/hrm/empSave.do'/>" method="post" enctype="multipart/form-data">
  <p><label>사번</label> <input type="text" name="empNo" value="<c:out value='${empVO.empNo}'/>"/></p>
  <p><label>성명</label> <input type="text" name="empNm" value="<c:out value='${empVO.empNm}'/>"/></p>
  <p><label>부서</label> <select name="deptId"><c:forEach var="c" items="${deptList}"><option value="${c.deptId}" <c:if test="${empVO.deptId eq c.deptId}">selected</c:if>>${c.deptNm}</option></c:forEach></select></p>
  <p><label>직위</label> <select name="pstnCd"><c:forEach var="c" items="${pstnList}"><option value="${c.cd}" <c:if test="${empVO.pstnCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>전화</label> <input type="text" name="tel" value="<c:out value='${empVO.tel}'/>"/></p>
  <p><label>전자우편</label> <input type="text" name="email" value="<c:out value='${empVO.email}'/>"/></p>
  <p><label>입사일</label> <input type="text" name="entYmd" value="<c:out value='${empVO.entYmd}'/>"/></p>
  <p><label>주민등록번호</label> <input type="text" name="rrnEnc" value="<c:out value='${empVO.rrnEnc}'/>"/></p>
  <p><label>사진</label> <input type="file" name="photo"/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
