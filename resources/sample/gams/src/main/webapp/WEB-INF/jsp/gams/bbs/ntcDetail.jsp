<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="공지사항"/></c:import>
<h2>공지사항</h2>
<table class="view">
  <tr><th>제목</th><td><c:out value="${ntc.title}"/></td></tr>
  <tr><th>부서</th><td><c:out value="${ntc.deptNm}"/></td></tr>
  <tr><th>내용</th><td><c:out value="${ntc.cn}"/></td></tr>
  <tr><th>조회</th><td><c:out value="${ntc.viewCnt}"/></td></tr>
</table>
<a class="btn" href="<c:url value='/ntc/ntcForm.do'/>?ntcId=${ntc.ntcId}">수정</a>
<a class="btn" href="<c:url value='/ntc/ntcList.do'/>">목록</a>
<form action="<c:url value='/ntc/ntcDelete.do'/>" method="post"><input type="hidden" name="ntcId" value="${ntc.ntcId}"/><button>삭제</button></form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
