<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="게시글"/></c:import>
<h2>게시글</h2>
<table class="view">
  <tr><th>게시판</th><td><c:out value="${atcl.brdNm}"/></td></tr>
  <tr><th>제목</th><td><c:out value="${atcl.title}"/></td></tr>
  <tr><th>작성자</th><td><c:out value="${atcl.wrtrId}"/></td></tr>
  <tr><th>내용</th><td><c:out value="${atcl.cn}"/></td></tr>
  <tr><th>조회</th><td><c:out value="${atcl.viewCnt}"/></td></tr>
</table>
<jsp:include page="/cmm/fileList.do"><jsp:param name="atchFileId" value="${atcl.atchFileId}"/></jsp:include>
<c:forEach var="c" items="${cmtList}">
  <p><c:out value="${c.cn}"/> (${c.wrtrId} ${c.regDt}) <a href="#" onclick="fnCmtDel(${c.cmtNo})">삭제</a></p>
</c:forEach>
<form action="<c:url value='/bbs/cmtSave.do'/>" method="post">
  <input type="hidden" name="atclId" value="${atcl.atclId}"/>
  <p><label>댓글</label> <input type="text" name="cn" value="<c:out value='${atcl.cn}'/>"/></p>
  <button type="submit">저장</button>
</form>
<a class="btn" href="<c:url value='/bbs/atclForm.do'/>?atclId=${atcl.atclId}">수정</a>
<a class="btn" href="<c:url value='/bbs/atclList.do'/>?brdId=${atcl.brdId}">목록</a>
<form action="<c:url value='/bbs/atclDelete.do'/>" method="post"><input type="hidden" name="atclId" value="${atcl.atclId}"/><input type="hidden" name="brdId" value="${atcl.brdId}"/><button>삭제</button></form>
<script>
function fnCmtDel(no) {
  $.post("<c:url value='/bbs/cmtDelete.do'/>", {cmtNo: no}, fnReload);
}
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
