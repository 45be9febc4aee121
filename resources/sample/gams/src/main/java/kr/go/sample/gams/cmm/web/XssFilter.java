package kr.go.sample.gams.cmm.web;

import java.io.IOException;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * XSS 필터
 * @author 김총무
 * @since 2013.10.14
 */
public class XssFilter implements Filter {

    private boolean enabled = true;

    public void init(FilterConfig config) throws ServletException {
        enabled = !"N".equals(config.getInitParameter("enabled"));
    }

    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain) throws IOException, ServletException {
        if (enabled) {
            chain.doFilter(new XssRequestWrapper((HttpServletRequest) req), res);
        } else {
            chain.doFilter(req, res);
        }
    }

    public void destroy() {
    }

    /** 파라미터 치환 */
    static class XssRequestWrapper extends HttpServletRequestWrapper {

        XssRequestWrapper(HttpServletRequest request) {
            super(request);
        }

        public String getParameter(String name) {
            String v = super.getParameter(name);
            return v == null ? null : GamsUtil.escape(v);
        }
    }
}
