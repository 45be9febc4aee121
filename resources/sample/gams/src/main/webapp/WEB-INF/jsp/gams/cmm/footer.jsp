<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
</div>
<div class="bottom">총무관리 시스템 v3.10.0.1 | 문의 총무팀 (내선 1004)</div>
</body>
</html>
