<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="코드그룹 관리"/></c:import>
<h2>코드그룹 관리</h2>
<form id="searchForm" action="<c:url value='/cde/codeGrpList.do'/>" method="post">
  <label>그룹명 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>그룹코드</th><th>그룹명</th><th>설명</th><th>사용</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/cde/codeList.do'/>?grpCd=${row.grpCd}"><c:out value="${row.grpCd}"/></a></td>
      <td><c:out value="${row.grpNm}"/></td>
      <td><c:out value="${row.grpDc}"/></td>
      <td><c:out value="${row.useYn}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<form action="<c:url value='/cde/codeGrpSave.do'/>" method="post">
  <p><label>그룹코드</label> <input type="text" name="grpCd" value=""/></p>
  <p><label>그룹명</label> <input type="text" name="grpNm" value=""/></p>
  <p><label>설명</label> <input type="text" name="grpDc" value=""/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
