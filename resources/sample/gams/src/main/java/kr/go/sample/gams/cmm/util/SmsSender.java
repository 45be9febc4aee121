package kr.go.sample.gams.cmm.util;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

import kr.go.sample.gams.cmm.GamsConst;

/**
 * 문자 발송 (소켓 전문)
 * @author 서연계
 * @since 2013.04.22
 */
public class SmsSender {

    private static final String SMS_HOST = "172.16.5.77";
    private static final int SMS_PORT = 7001;

    private static SmsSender instance;

    /** 싱글톤. 문자서버 연결은 1개만 허용됨 (구내 커피샾 알림과 서버 공용) */
    public static synchronized SmsSender getInstance() {
        if (instance == null) {
            instance = new SmsSender();
        }
        return instance;
    }

    public boolean send(String tel, String msg) {
        Socket socket = null;
        try {
            socket = new Socket(SMS_HOST, SMS_PORT);
            OutputStream os = socket.getOutputStream();
            os.write(("SND|" + GamsConst.SYS_ID + "|" + tel + "|" + GamsUtil.cutStr(msg, 40) + "\n").getBytes("EUC-KR"));
            os.flush();
            return true;
        } catch (IOException e) {
            System.out.println("문자 발송 실패 : " + e.getMessage());
            return false;
        } finally {
            if (socket != null) {
                try { socket.close(); } catch (IOException ignore) { }
            }
        }
    }
}
