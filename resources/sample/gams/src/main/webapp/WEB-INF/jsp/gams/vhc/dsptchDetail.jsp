<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="배차 상세"/></c:import>
<h2>배차 상세</h2>
<table class="view">
  <tr><th>차량</th><td><c:out value="${dsptch.vhcNo}"/></td></tr>
  <tr><th>시작</th><td><c:out value="${dsptch.bgnDt}"/></td></tr>
  <tr><th>종료</th><td><c:out value="${dsptch.endDt}"/></td></tr>
  <tr><th>목적지</th><td><c:out value="${dsptch.dstn}"/></td></tr>
  <tr><th>용도</th><td><c:out value="${dsptch.prps}"/></td></tr>
  <tr><th>신청자</th><td><c:out value="${dsptch.empNm}"/></td></tr>
  <tr><th>상태</th><td><c:out value="${dsptch.sttusCd}"/></td></tr>
</table>
<a href="<c:url value='/apv/docDetail.do'/>?apvDocId=${dsptch.apvDocId}">결재문서</a>
<a href="<c:url value='/vhc/drvLogForm.do'/>?dspthId=${dsptch.dspthId}">운행일지 작성</a>
<button type="button" onclick="$.post('<c:url value="/vhc/dsptchCancel.do"/>', {dspthId: '${dsptch.dspthId}'}, fnReload)">취소</button>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
