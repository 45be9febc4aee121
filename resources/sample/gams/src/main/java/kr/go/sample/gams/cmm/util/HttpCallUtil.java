package kr.go.sample.gams.cmm.util;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;

import org.apache.log4j.Logger;

/**
 * 외부 시스템 HTTP 호출
 * @author 서연계
 * @since 2015.02.16
 */
public class HttpCallUtil {

    private static final Logger log = Logger.getLogger(HttpCallUtil.class);

    /** 통합메신저 서버 */
    private static final String MSGR_URL = "http://10.20.30.41:8090/messenger/send.jsp";

    /** 메신저 쪽지 발송 */
    public static boolean sendMessenger(String empNo, String msg) {
        try {
            return call(MSGR_URL + "?to=" + empNo + "&msg=" + URLEncoder.encode(msg, "UTF-8")).indexOf("OK") >= 0;
        } catch (Exception e) {
            log.error("메신저 발송 오류", e);
            return false;
        }
    }

    public static String call(String url) throws IOException {
        HttpURLConnection con = (HttpURLConnection) new URL(url).openConnection();
        con.setConnectTimeout(3000);
        BufferedReader br = new BufferedReader(new InputStreamReader(con.getInputStream(), "UTF-8"));
        StringBuffer sb = new StringBuffer();
        String line;
        while ((line = br.readLine()) != null) {
            sb.append(line);
        }
        br.close();
        return sb.toString();
    }
}
