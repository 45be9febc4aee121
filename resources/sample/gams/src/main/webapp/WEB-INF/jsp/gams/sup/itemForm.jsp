<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="비품 품목 등록"/></c:import>
<h2>비품 품목 등록</h2>
<form action="<c:url value='/sup/itemSave.do'/>" method="post">
  <input type="hidden" name="itemId" value="${itemVO.itemId}"/>
  <p><label>품목명</label> <input type="text" name="itemNm" value="<c:out value='${itemVO.itemNm}'/>"/></p>
  <p><label>분류</label> <select name="itemCtgryCd"><c:forEach var="c" items="${ctgryList}"><option value="${c.cd}" <c:if test="${itemVO.itemCtgryCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>단위</label> <select name="unitCd"><c:forEach var="c" items="${unitList}"><option value="${c.cd}" <c:if test="${itemVO.unitCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>단가</label> <input type="text" name="unitPrice" value="<c:out value='${itemVO.unitPrice}'/>"/></p>
  <p><label>안전재고</label> <input type="text" name="safeQty" value="<c:out value='${itemVO.safeQty}'/>"/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
