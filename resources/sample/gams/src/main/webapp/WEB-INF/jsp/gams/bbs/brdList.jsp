<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="게시판 관리"/></c:import>
<h2>게시판 관리</h2>
<table class="list">
  <thead><tr><th>게시판명</th><th>첨부</th><th>댓글</th><th>게시글</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${resultList}" varStatus="st">
    <tr>
      <td><a href="<c:url value='/bbs/brdForm.do'/>?brdId=${row.brdId}"><c:out value="${row.brdNm}"/></a></td>
      <td><c:out value="${row.atchYn}"/></td>
      <td><c:out value="${row.cmtYn}"/></td>
      <td><a href="<c:url value='/bbs/atclList.do'/>?brdId=${row.brdId}"><c:out value="${row.brdId}"/></a></td>
    </tr>
  </c:forEach>
  <c:if test="${empty resultList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/bbs/brdForm.do'/>">등록</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
