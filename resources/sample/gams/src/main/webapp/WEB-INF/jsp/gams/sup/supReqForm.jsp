<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="비품 신청"/></c:import>
<h2>비품 신청</h2>
<c:forEach var="i" items="${itemList}">
  <p><c:out value="${i.itemNm}"/> <input type="text" id="q_${i.itemId}"/> <button type="button" onclick="fnCart('${i.itemId}')">담기</button></p>
</c:forEach>
<p>담은 품목 <span id="cartCnt">${fn:length(sessionScope.supCart)}</span></p>
<form action="<c:url value='/sup/supReqSave.do'/>" method="post">
  <p><label>용도</label> <textarea name="prps" rows="6"><c:out value=""/></textarea></p>
  <button type="submit">저장</button>
</form>
<script>
function fnCart(id) {
  $.post("<c:url value='/sup/cartAdd.do'/>", {itemId: id, reqQty: $("#q_" + id).val()}, function (n) { $("#cartCnt").text(n); });
}
</script>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
