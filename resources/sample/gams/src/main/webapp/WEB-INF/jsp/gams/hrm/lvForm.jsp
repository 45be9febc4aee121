<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="휴가 신청"/></c:import>
<h2>휴가 신청</h2>
<p>부여 ${bal.grntDays}일 / 사용 ${bal.useDays}일</p>
<form action="<c:url value='/hrm/lv/lvSave.do'/>" method="post">
  <p><label>구분</label> <input type="text" name="lvKndCd" value=""/></p>
  <p><label>시작일</label> <input type="text" name="bgnYmd" value=""/></p>
  <p><label>종료일</label> <input type="text" name="endYmd" value=""/></p>
  <p><label>사유</label> <textarea name="rsn" rows="6"><c:out value=""/></textarea></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
