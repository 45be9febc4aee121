package kr.go.sample.gams.cmm.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

import kr.go.sample.gams.cmm.service.impl.SysLogDAO;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 접속 로그 인터셉터
 * @author 김총무
 * @since 2012.05.07
 */
public class LogInterceptor extends HandlerInterceptorAdapter {

    @Resource(name = "sysLogDAO")
    private SysLogDAO sysLogDAO;

    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        request.setAttribute("bgnMs", System.currentTimeMillis());
        return true;
    }

    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception ex) throws Exception {
        long ms = System.currentTimeMillis() - (Long) request.getAttribute("bgnMs");
        sysLogDAO.insertLog(GamsUtil.getUserId(request), request.getRequestURI(), ms, ex == null ? null : ex.getMessage());
    }
}
