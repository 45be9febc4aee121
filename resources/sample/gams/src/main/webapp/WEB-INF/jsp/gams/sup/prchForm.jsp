<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="구매 등록"/></c:import>
<h2>구매 등록</h2>
<form action="<c:url value='/sup/prchSave.do'/>" method="post">
  <p><label>업체</label> <select name="vndrId"><c:forEach var="c" items="${vndrList}"><option value="${c.vndrId}">${c.vndrNm}</option></c:forEach></select></p>
  <p><label>품목</label> <select name="itemId"><c:forEach var="c" items="${itemList}"><option value="${c.itemId}">${c.itemNm}</option></c:forEach></select></p>
  <p><label>수량</label> <input type="text" name="qty" value=""/></p>
  <p><label>금액</label> <input type="text" name="prchAmt" value=""/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
