package kr.go.sample.gams.cmm.util;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;

import org.apache.log4j.Logger;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.GamsConst;

/**
 * 공통 유틸리티 (전 업무 공용)
 * @author 김총무
 * @since 2012.05.02
 */
public class GamsUtil {

    private static final Logger log = Logger.getLogger(GamsUtil.class);

    /** 최근 처리 메시지 보관. 화면 하단 상태바에서 사용 */
    private static Map<String, String> lastMsg = new HashMap<String, String>();

    public static boolean isEmpty(String s) {
        return s == null || s.trim().length() == 0;
    }

    public static String nvl(String s, String def) {
        return isEmpty(s) ? def : s;
    }

    public static int toInt(String s) {
        try {
            return Integer.parseInt(nvl(s, "0").replaceAll(",", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public static String comma(long n) {
        return String.format("%,d", n);
    }

    public static String lpad(String s, int len, char c) {
        StringBuffer sb = new StringBuffer(nvl(s, ""));
        while (sb.length() < len) {
            sb.insert(0, c);
        }
        return sb.toString();
    }

    public static String cutStr(String s, int len) {
        if (isEmpty(s) || s.length() <= len) {
            return s;
        }
        return s.substring(0, len) + "..";
    }

    public static String escape(String s) {
        return nvl(s, "").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    }

    public static LoginVO getUser(HttpServletRequest request) {
        return (LoginVO) request.getSession().getAttribute(GamsConst.SESSION_USER);
    }

    public static String getUserId(HttpServletRequest request) {
        LoginVO vo = getUser(request);
        return vo == null ? "SYSTEM" : vo.getUserId();
    }

    public static String getClientIp(HttpServletRequest request) {
        String ip = request.getHeader("X-Forwarded-For");
        if (isEmpty(ip)) {
            ip = request.getRemoteAddr();
        }
        // 예) 192.168.0.15 형태로 들어옴
        return ip;
    }

    public static void setMsg(String userId, String msg) {
        lastMsg.put(userId, msg);
        log.debug(userId + ":" + msg);
    }

    public static String getMsg(String userId) {
        return lastMsg.remove(userId);
    }

    /** 운영서버 여부 */
    public static boolean isReal() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (host.startsWith("GAMSPRD")) {
                return true;
            }
        } catch (Exception e) {
            System.out.println("호스트명 조회 실패 " + e);
        }
        return false;
    }
}
