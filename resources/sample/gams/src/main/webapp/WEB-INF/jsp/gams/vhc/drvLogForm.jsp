<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="운행일지 작성"/></c:import>
<h2>운행일지 작성</h2>
<p>차량 ${dsptch.vhcNo} / 목적지 <c:out value="${dsptch.dstn}"/></p>
<form action="<c:url value='/vhc/drvLogSave.do'/>" method="post">
  <input type="hidden" name="dspthId" value="${dsptch.dspthId}"/>
  <p><label>운행일자</label> <input type="text" name="drvYmd" value="<c:out value='${dsptch.drvYmd}'/>"/></p>
  <p><label>출발계기</label> <input type="text" name="bgnKm" value="<c:out value='${dsptch.bgnKm}'/>"/></p>
  <p><label>도착계기</label> <input type="text" name="endKm" value="<c:out value='${dsptch.endKm}'/>"/></p>
  <p><label>주유금액</label> <input type="text" name="fuelAmt" value="<c:out value='${dsptch.fuelAmt}'/>"/></p>
  <p><label>비고</label> <textarea name="rmrk" rows="6"><c:out value="${dsptch.rmrk}"/></textarea></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
