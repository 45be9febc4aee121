<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<h2>도움말</h2>
<p>사용자 설명서는 <a href="http://10.20.30.45/manual/gams.pdf">여기</a>에서 내려받으십시오.</p>
