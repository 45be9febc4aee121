<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="차량 등록"/></c:import>
<h2>차량 등록</h2>
<form action="<c:url value='/vhc/vhcSave.do'/>" method="post">
  <input type="hidden" name="vhcId" value="${vhcVO.vhcId}"/>
  <p><label>차량번호</label> <input type="text" name="vhcNo" value="<c:out value='${vhcVO.vhcNo}'/>"/></p>
  <p><label>차종</label> <input type="text" name="vhcNm" value="<c:out value='${vhcVO.vhcNm}'/>"/></p>
  <p><label>구분</label> <select name="vhcKndCd"><c:forEach var="c" items="${kndList}"><option value="${c.cd}" <c:if test="${vhcVO.vhcKndCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>연료</label> <select name="fuelCd"><c:forEach var="c" items="${fuelList}"><option value="${c.cd}" <c:if test="${vhcVO.fuelCd eq c.cd}">selected</c:if>>${c.cdNm}</option></c:forEach></select></p>
  <p><label>누적거리</label> <input type="text" name="acmlDstnc" value="<c:out value='${vhcVO.acmlDstnc}'/>"/></p>
  <p><label>보험만료</label> <input type="text" name="insrncEndYmd" value="<c:out value='${vhcVO.insrncEndYmd}'/>"/></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
