<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="결재 양식 관리"/></c:import>
<h2>결재 양식 관리</h2>
<form id="searchForm" action="<c:url value='/apv/formList.do'/>" method="post">
  <label>업무구분 <input type="text" name="bizCd" value="<c:out value='${searchVO.bizCd}'/>"/></label>
  <button type="submit">조회</button>
</form>
<table class="list">
  <thead><tr><th>양식명</th><th>업무구분</th><th>사용</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/apv/formEdit.do'/>?formId=${row.formId}"><c:out value="${row.formNm}"/></a></td>
      <td><c:out value="${row.bizCd}"/></td>
      <td><c:out value="${row.useYn}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="3">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/apv/formEdit.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
