package kr.go.sample.gams.meet.service;

import kr.go.sample.gams.cmm.exception.GamsException;

/**
 * 회의실 예약 상태
 * @author 최예약
 * @since 2014.03.12
 */
public enum RsvStatus {

    REQ("10", "신청"), CFM("20", "확정"), CNCL("90", "취소"), CLOSE("99", "종료");

    private final String code;
    private final String label;

    RsvStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String getCode() {
        return code;
    }

    public String getLabel() {
        return label;
    }

    public static RsvStatus of(String code) {
        for (RsvStatus s : values()) {
            if (s.code.equals(code)) {
                return s;
            }
        }
        throw new GamsException("E3000", "알 수 없는 예약상태 : " + code);
    }

    /** 취소 가능 여부 */
    public boolean cancelable() {
        return this == REQ || this == CFM;
    }
}
