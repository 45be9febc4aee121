<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="부서 등록"/></c:import>
<h2>부서 등록</h2>
<form action="<c:url value='/hrm/deptSave.do'/>" method="post">
  <p><label>부서ID</label> <input type="text" name="deptId" value="<c:out value='${dept.deptId}'/>"/></p>
  <p><label>부서명</label> <input type="text" name="deptNm" value="<c:out value='${dept.deptNm}'/>"/></p>
  <p><label>상위부서</label> <input type="text" name="upDeptId" value="<c:out value='${dept.upDeptId}'/>"/></p>
  <p><label>부서장</label> <input type="text" name="mngrEmpNo" value="<c:out value='${dept.mngrEmpNo}'/>"/></p>
  <p><label>순서</label> <input type="text" name="sortOrd" value="<c:out value='${dept.sortOrd}'/>"/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
