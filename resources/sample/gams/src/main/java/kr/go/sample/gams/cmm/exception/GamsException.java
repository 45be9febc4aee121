package kr.go.sample.gams.cmm.exception;

/**
 * 업무 예외
 * @author 김총무
 * @since 2012.05.02
 */
public class GamsException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;

    public GamsException(String message) {
        this("E0000", message);
    }

    public GamsException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String getCode() {
        return code;
    }
}
