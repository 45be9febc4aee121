<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="배차 신청"/></c:import>
<h2>배차 신청</h2>
<form action="<c:url value='/vhc/dsptchSave.do'/>" method="post">
  <p><label>시작일시</label> <input type="text" name="bgnDt" value="<c:out value='${dsptchVO.bgnDt}'/>"/></p>
  <p><label>종료일시</label> <input type="text" name="endDt" value="<c:out value='${dsptchVO.endDt}'/>"/></p>
  <p><label>차량</label> <select name="vhcId"><c:forEach var="c" items="${vhcList}"><option value="${c.vhcId}" <c:if test="${dsptchVO.vhcId eq c.vhcId}">selected</c:if>>${c.vhcNo}</option></c:forEach></select></p>
  <p><label>목적지</label> <input type="text" name="dstn" value="<c:out value='${dsptchVO.dstn}'/>"/></p>
  <p><label>용도</label> <textarea name="prps" rows="6"><c:out value="${dsptchVO.prps}"/></textarea></p>
  <button type="submit">저장</button>
</form>
<button type="button" onclick="location.href='<c:url value="/vhc/dsptchForm.do"/>?bgnDt=' + $('[name=bgnDt]').val() + '&endDt=' + $('[name=endDt]').val()">차량조회</button>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
