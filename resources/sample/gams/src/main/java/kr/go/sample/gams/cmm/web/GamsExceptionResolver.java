package kr.go.sample.gams.cmm.web;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.log4j.Logger;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import kr.go.sample.gams.cmm.exception.GamsException;

/**
 * 예외 처리
 * @author 김총무
 * @since 2012.05.07
 */
public class GamsExceptionResolver implements HandlerExceptionResolver {

    private static final Logger log = Logger.getLogger(GamsExceptionResolver.class);

    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception ex) {
        ModelAndView mav = new ModelAndView("gams/cmm/error");
        if (ex instanceof GamsException) {
            mav.addObject("code", ((GamsException) ex).getCode());
            mav.addObject("msg", ex.getMessage());
        } else {
            log.error(request.getRequestURI(), ex);
            mav.addObject("code", "E9999");
            mav.addObject("msg", "시스템 오류가 발생하였습니다. 총무팀(내선 1004)으로 문의하십시오.");
        }
        return mav;
    }
}
