package kr.go.sample.gams.auth.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

import kr.go.sample.gams.auth.service.AuthService;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 로그인/권한 확인 인터셉터
 * @author 김총무
 * @since 2012.05.08
 */
public class LoginCheckInterceptor extends HandlerInterceptorAdapter {

    @Resource(name = "authService")
    private AuthService authService;

    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        LoginVO user = GamsUtil.getUser(request);
        if (user == null) {
            response.sendRedirect(request.getContextPath() + "/auth/login.do");
            return false;
        }
        String url = request.getServletPath();
        if (url.endsWith("List.do") && !authService.isAllowed(user, url)) {
            throw new GamsException("E0403", "접근 권한이 없습니다.");
        }
        return true;
    }
}
