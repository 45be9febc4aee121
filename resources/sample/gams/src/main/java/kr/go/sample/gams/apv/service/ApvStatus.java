package kr.go.sample.gams.apv.service;

/**
 * 결재 처리 상태
 * @author 이결재
 * @since 2013.07.01
 */
public enum ApvStatus {

    WAIT("00"), DONE("30"), REJECT("90");

    private final String code;

    ApvStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
