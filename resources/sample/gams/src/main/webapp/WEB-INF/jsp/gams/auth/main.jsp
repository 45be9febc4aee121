<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="메인"/></c:import>
<h2>메인</h2>
<c:if test="${not empty msg}"><p class="msg"><c:out value="${msg}"/></p></c:if>
<p>결재할 문서 <a href="<c:url value='/apv/docList.do'/>?box=TODO">${apvCnt}건</a> / 접속자 ${userCnt}명</p>
<h3>공지사항</h3>
<ul>
<c:forEach var="n" items="${ntcList}">
  <li><a href="<c:url value='/ntc/ntcDetail.do'/>?ntcId=${n.ntcId}"><c:out value="${n.title}"/></a></li>
</c:forEach>
</ul>
<h3>나의 회의</h3>
<table class="list">
  <thead><tr><th>일자</th><th>시작</th><th>회의명</th><th>회의실</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${rsvList}" varStatus="st">
    <tr>
      <td><c:out value="${row.rsvYmd}"/></td>
      <td><c:out value="${row.bgnTm}"/></td>
      <td><a href="<c:url value='/meet/rsv/detail.do'/>?rsvId=${row.rsvId}"><c:out value="${row.title}"/></a></td>
      <td><c:out value="${row.roomNm}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty rsvList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<a class="btn" href="<c:url value='/auth/pwdChange.do'/>">비밀번호 변경</a>
<a class="btn" href="<c:url value='/cmm/help.do'/>">도움말</a>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
