<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="비품 신청 상세"/></c:import>
<h2>비품 신청 상세</h2>
<table class="view">
  <tr><th>신청일</th><td><c:out value="${req.reqYmd}"/></td></tr>
  <tr><th>신청자</th><td><c:out value="${req.empNm}"/></td></tr>
  <tr><th>부서</th><td><c:out value="${req.deptNm}"/></td></tr>
  <tr><th>용도</th><td><c:out value="${req.prps}"/></td></tr>
  <tr><th>상태</th><td><c:out value="${req.sttusCd}"/></td></tr>
</table>
<table class="list">
  <thead><tr><th>품목</th><th>신청</th><th>지급</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${req.dtlList}" varStatus="st">
    <tr>
      <td><c:out value="${row.itemNm}"/></td>
      <td><c:out value="${row.reqQty}"/></td>
      <td><c:out value="${row.giveQty}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty req.dtlList}"><tr><td colspan="3">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a href="<c:url value='/apv/docDetail.do'/>?apvDocId=${req.apvDocId}">결재문서</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
