<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="공지사항"/></c:import>
<h2>공지사항</h2>
<form id="searchForm" action="<c:url value='/ntc/ntcList.do'/>" method="post">
  <label>제목 <input type="text" name="searchKeyword" value="<c:out value='${searchVO.searchKeyword}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>제목</th><th>부서</th><th>시작</th><th>종료</th><th>조회</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/ntc/ntcDetail.do'/>?ntcId=${row.ntcId}"><c:out value="${row.title}"/></a></td>
      <td><c:out value="${row.deptNm}"/></td>
      <td><c:out value="${row.bgnYmd}"/></td>
      <td><c:out value="${row.endYmd}"/></td>
      <td><c:out value="${row.viewCnt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="5">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/ntc/ntcForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
