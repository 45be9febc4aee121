<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core"%>
<c:import url="/WEB-INF/jsp/gams/cmm/header.jsp"><c:param name="title" value="공지 등록"/></c:import>
<h2>공지 등록</h2>
<form action="<c:url value='/ntc/ntcSave.do'/>" method="post">
  <input type="hidden" name="ntcId" value="${ntcVO.ntcId}"/>
  <p><label>제목</label> <input type="text" name="title" value="<c:out value='${ntcVO.title}'/>"/></p>
  <p><label>내용</label> <textarea name="cn" rows="6"><c:out value="${ntcVO.cn}"/></textarea></p>
  <p><label>팝업</label> <input type="radio" name="popYn" value="Y" checked/>예 <input type="radio" name="popYn" value="N"/>아니오</p>
  <p><label>시작일</label> <input type="text" name="bgnYmd" value="<c:out value='${ntcVO.bgnYmd}'/>"/></p>
  <p><label>종료일</label> <input type="text" name="endYmd" value="<c:out value='${ntcVO.endYmd}'/>"/></p>
  <p><label>부서</label> <select name="deptId"><c:forEach var="c" items="${deptList}"><option value="${c.deptId}" <c:if test="${ntcVO.deptId eq c.deptId}">selected</c:if>>${c.deptNm}</option></c:forEach></select></p>
  <button type="submit">저장</button>
</form>
<c:import url="/WEB-INF/jsp/gams/cmm/footer.jsp"/>
