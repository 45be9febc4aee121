<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<ul class="files">
<c:forEach var="f" items="${fileList}">
  <li><a href="<c:url value='/cmm/fileDown.do'/>?atchFileId=${f.atchFileId}&amp;fileSn=${f.fileSn}"><c:out value="${f.orgnlNm}"/></a>
    <button type="button" onclick="fnFileDel('${f.atchFileId}', ${f.fileSn})">삭제</button></li>
</c:forEach>
</ul>
<script>
function fnFileDel(id, sn) {
  $.post("<c:url value='/cmm/fileDelete.do'/>", {atchFileId: id, fileSn: sn}, function () { location.reload(); });
}
</script>
