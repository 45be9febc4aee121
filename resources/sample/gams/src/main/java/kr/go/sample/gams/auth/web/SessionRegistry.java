package kr.go.sample.gams.auth.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import kr.go.sample.gams.auth.vo.LoginVO;

/**
 * 중복 로그인 확인용 세션 목록
 * @author 김총무
 * @since 2012.09.03
 */
public class SessionRegistry {

    private static Map<String, String> sessions = new ConcurrentHashMap<String, String>();

    public static void add(LoginVO vo, String sessionId) {
        sessions.put(sessionId, vo.getUserId());
    }

    public static void remove(String sessionId) {
        sessions.remove(sessionId);
    }

    public static int count() {
        return sessions.size();
    }
}
