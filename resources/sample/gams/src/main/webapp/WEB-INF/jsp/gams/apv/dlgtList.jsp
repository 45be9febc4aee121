<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="결재 위임"/></c:import>
<h2>결재 위임</h2>
<table class="list">
<c:forEach var="row" items="${resultList}">
  <tr><td>${row.bgnYmd} ~ ${row.endYmd}</td><td><c:out value="${row.dlgtEmpNm}"/></td>
  <td><form action="<c:url value='/apv/dlgt/${row.dlgtId}/close.do'/>" method="post"><button>해제</button></form></td></tr>
</c:forEach>
</table>
<form action="<c:url value='/apv/dlgt/save.do'/>" method="post">
  <p><label>수임자 사번</label> <input type="text" name="dlgtEmpNo" value=""/></p>
  <p><label>시작일</label> <input type="text" name="bgnYmd" value=""/></p>
  <p><label>종료일</label> <input type="text" name="endYmd" value=""/></p>
  <p><label>사유</label> <input type="text" name="rsn" value=""/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
