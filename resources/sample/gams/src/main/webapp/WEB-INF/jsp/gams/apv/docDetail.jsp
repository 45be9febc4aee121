<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="결재 문서"/></c:import>
<h2>결재 문서</h2>
<table class="view">
  <tr><th>제목</th><td><c:out value="${doc.title}"/></td></tr>
  <tr><th>기안자</th><td><c:out value="${doc.drftEmpNm}"/></td></tr>
  <tr><th>기안일</th><td><c:out value="${doc.drftDt}"/></td></tr>
  <tr><th>내용</th><td><c:out value="${doc.cn}"/></td></tr>
</table>
<table class="list">
  <thead><tr><th>순서</th><th>결재자</th><th>상태</th><th>결재일시</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${doc.lineList}" varStatus="st">
    <tr>
      <td><c:out value="${row.lineOrd}"/></td>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.sttusCd}"/></td>
      <td><c:out value="${row.apvDt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty doc.lineList}"><tr><td colspan="4">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<table class="list">
  <thead><tr><th>작성자</th><th>의견</th><th>일시</th></tr></thead>
  <tbody>
  <c:forEach var="row" items="${opnList}" varStatus="st">
    <tr>
      <td><c:out value="${row.empNm}"/></td>
      <td><c:out value="${row.opnCn}"/></td>
      <td><c:out value="${row.regDt}"/></td>
    </tr>
  </c:forEach>
  <c:if test="${empty opnList}"><tr><td colspan="3">자료가 없습니다.</td></tr></c:if>
  </tbody>
</table>
<c:import url="/WEB-INF/jsp/gams/cmm/fileList.jsp"/>
<form name="apvForm" method="post">
  <input type="hidden" name="apvDocId" value="${doc.apvDocId}"/>
  <textarea name="opinion"></textarea>
  <button type="button" onclick="fnGo('<c:url value="/apv/approve.do"/>')">승인</button>
  <button type="button" onclick="fnGo('<c:url value="/apv/reject.do"/>')">반려</button>
  <button type="button" onclick="$.post('<c:url value="/apv/withdraw.do"/>', {apvDocId: '${doc.apvDocId}'}, fnReload)">회수</button>
</form>
<a class="btn" href="<c:url value='/apv/print.do'/>?apvDocId=${doc.apvDocId}">출력</a>
<a class="btn" href="<c:url value='/apv/docList.do'/>">목록</a>
<script>
function fnGo(url) {
  document.apvForm.action = url;
  document.apvForm.submit();
}
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
