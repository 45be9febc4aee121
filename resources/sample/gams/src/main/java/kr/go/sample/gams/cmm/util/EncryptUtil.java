package kr.go.sample.gams.cmm.util;

import java.security.MessageDigest;

import kr.go.sample.gams.cmm.exception.GamsException;

/**
 * 암호화 유틸
 * @author 김총무
 * @since 2012.05.04
 */
public class EncryptUtil {

    /** 대칭키. 변경시 주민번호 전체 재암호화 필요 */
    private static final String SECRET_KEY = "gams2012!totalmgr";

    /** 비밀번호 단방향 암호화 */
    public static String encrypt(String plain) {
        try {
            MessageDigest md = MessageDigest.getInstance("MD5");
            byte[] out = md.digest(plain.getBytes("UTF-8"));
            StringBuffer sb = new StringBuffer();
            for (int i = 0; i < out.length; i++) {
                sb.append(Integer.toHexString((out[i] & 0xFF) + 0x100).substring(1));
            }
            return sb.toString();
        } catch (Exception e) {
            throw new GamsException("E0011", "암호화 오류");
        }
    }

    /** 주민번호 암호화 (간이 XOR) */
    public static String encRrn(String rrn) {
        StringBuffer sb = new StringBuffer();
        for (int i = 0; i < rrn.length(); i++) {
            sb.append(GamsUtil.lpad(Integer.toHexString(rrn.charAt(i) ^ SECRET_KEY.charAt(i % SECRET_KEY.length())), 2, '0'));
        }
        return sb.toString();
    }
}
