<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="정비 이력"/></c:import>
<h2>정비 이력</h2>
<form id="searchForm" action="<c:url value='/vhc/mntList.do'/>" method="post">
  <input type="hidden" name="vhcId" value="${searchVO.vhcId}"/>
  <label>연도 <input type="text" name="mntYmd" value="<c:out value='${searchVO.mntYmd}'/>"/></label>
  <button type="submit">조회</button>
</form>
<p>정비비 합계 : ${sumAmt}원</p>
<table class="list">
  <thead><tr><th>차량</th><th>일자</th><th>금액</th><th>업체</th><th>내용</th><th>삭제</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><c:out value="${row.vhcNo}"/></td>
      <td><c:out value="${row.mntYmd}"/></td>
      <td><c:out value="${row.mntAmt}"/></td>
      <td><c:out value="${row.shopNm}"/></td>
      <td><c:out value="${row.cn}"/></td>
      <td><form action="<c:url value='/vhc/mntDelete.do'/>" method="post"><input type="hidden" name="mntId" value="${row.mntId}"/><button>삭제</button></form></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="6">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/vhc/mntForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
