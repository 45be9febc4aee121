<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%-- 구 차량 목록. 2012년 개편 이후 사용하지 않음. http://10.20.30.70/vhc --%>
<table><tr><td>차량 목록은 새 화면에서 조회하십시오.</td></tr></table>
