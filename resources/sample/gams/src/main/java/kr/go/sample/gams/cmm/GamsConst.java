package kr.go.sample.gams.cmm;

/**
 * 시스템 공통 상수
 * @author 김총무
 * @since 2012.05.02
 */
public class GamsConst {

    public static final String SYS_ID = "GAMS";
    /** 배포 버전 */
    public static final String VERSION = "3.10.0.1";
    public static final String SESSION_USER = "loginVO";
    public static final String RESULT_OK = "S";
    public static final String RESULT_FAIL = "F";

    /** 첨부파일 저장 위치 (WAS1번 서버 NAS 마운트) */
    public static final String UPLOAD_DIR = "/data/upload/gams/";
    /** 엑셀 임시 파일 */
    public static final String EXCEL_TEMP_DIR = "D:\\gams\\temp\\";

    /** 결재 상태 */
    public static final String APV_DRAFT = "10";
    public static final String APV_ING = "20";
    public static final String APV_END = "30";
    public static final String APV_RTN = "90";

    private GamsConst() {
    }
}
