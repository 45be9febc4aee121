<%@ page language="java" contentType="text/html; charset=EUC-KR" pageEncoding="EUC-KR"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="차량 관리"/></c:import>
<h2>차량 관리</h2>
<form id="searchForm" action="<c:url value='/vhc/vhcList.do'/>" method="post">
  <select name="vhcKndCd" title="구분"><option value="">전체</option>
    <c:forEach var="c" items="${kndList}"><option value="${c.cd}" <c:if test="${searchVO.vhcKndCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach>
  </select>
  <label>차량번호 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>차량번호</th><th>차종</th><th>구분</th><th>주행거리</th><th>불용</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/vhc/vhcForm.do'/>?vhcId=${row.vhcId}"><c:out value="${row.vhcNo}"/></a></td>
      <td><c:out value="${row.vhcNm}"/></td>
      <td><c:out value="${row.vhcKndNm}"/></td>
      <td><c:out value="${row.acmlDstnc}"/></td>
      <td><form action="<c:url value='/vhc/vhcDelete.do'/>" method="post"><input type="hidden" name="vhcId" value="${row.vhcId}"/><button>불용</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/vhc/vhcForm.do'/>">등록</a>
<a class="btn" href="<c:url value='/vhc/mntList.do'/>">정비이력</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
