<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="정비 등록"/></c:import>
<h2>정비 등록</h2>
<form action="<c:url value='/vhc/mntSave.do'/>" method="post">
  <p><label>차량</label> <select name="vhcId"><c:forEach var="c" items="${vhcList}"><option value="${c.vhcId}">${c.vhcNo}</option></c:forEach></select></p>
  <p><label>일자</label> <input type="text" name="mntYmd" value=""/></p>
  <p><label>구분</label> <input type="text" name="mntKndCd" value=""/></p>
  <p><label>금액</label> <input type="text" name="mntAmt" value=""/></p>
  <p><label>업체</label> <input type="text" name="shopNm" value=""/></p>
  <p><label>내용</label> <textarea name="cn" rows="6"><c:out value=""/></textarea></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
