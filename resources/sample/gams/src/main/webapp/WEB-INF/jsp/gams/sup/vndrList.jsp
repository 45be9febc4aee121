<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="납품업체 관리"/></c:import>
<h2>납품업체 관리</h2>
<form id="searchForm" action="<c:url value='/sup/vndrList.do'/>" method="post">
  <label>업체명 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>업체명</th><th>사업자번호</th><th>전화</th><th>주소</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.vndrNm}"/></td>
      <td><c:out value="${row.bizNo}"/></td>
      <td><c:out value="${row.tel}"/></td>
      <td><c:out value="${row.addr}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<form action="<c:url value='/sup/vndrSave.do'/>" method="post">
  <input type="hidden" name="vndrId" value=""/>
  <p><label>업체명</label> <input type="text" name="vndrNm" value=""/></p>
  <p><label>사업자번호</label> <input type="text" name="bizNo" value=""/></p>
  <p><label>전화</label> <input type="text" name="tel" value=""/></p>
  <p><label>주소</label> <input type="text" name="addr" value=""/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
