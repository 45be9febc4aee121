<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ page import="org.springframework.web.context.support.WebApplicationContextUtils, org.springframework.context.ApplicationContext"%>
<%@ page import="kr.go.sample.gams.hrm.service.EmpService, kr.go.sample.gams.hrm.vo.EmpVO"%>
<%@ page import="kr.go.sample.gams.cmm.util.DateUtil, kr.go.sample.gams.auth.vo.LoginVO"%>
<%
    // 인사카드 인쇄용. 급하게 만든 화면이라 컨트롤러 없이 처리
    LoginVO loginVO = (LoginVO) session.getAttribute("loginVO");
    if (loginVO == null) {
        response.sendRedirect(request.getContextPath() + "/auth/login.do");
        return;
    }
    ApplicationContext ctx = WebApplicationContextUtils.getWebApplicationContext(application);
    EmpService empService = (EmpService) ctx.getBean("empService");
    EmpVO emp = empService.selectEmp(request.getParameter("empNo"));
    System.out.println("인사카드 출력 : " + emp.getEmpNo());
    session.setAttribute("lastEmpNo", emp.getEmpNo());
%>
<h2>인사카드</h2>
<p><%= emp.getEmpNo() %> <%= emp.getEmpNm() %> (<%= emp.getDeptNm() %>)</p>
<p>입사일 <%= DateUtil.dash(emp.getEntYmd()) %></p>
