package kr.go.sample.gams.auth.web;

import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;

/**
 * 세션 종료 처리
 * @author 김총무
 * @since 2012.09.03
 */
public class LoginSessionListener implements HttpSessionListener {

    public void sessionCreated(HttpSessionEvent e) {
        e.getSession().setMaxInactiveInterval(60 * 60);
    }

    public void sessionDestroyed(HttpSessionEvent e) {
        SessionRegistry.remove(e.getSession().getId());
    }
}
