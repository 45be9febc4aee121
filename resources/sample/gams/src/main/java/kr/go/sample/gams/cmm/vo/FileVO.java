package kr.go.sample.gams.cmm.vo;

/**
 * 첨부파일 VO 클래스
 * @author 김총무
 * @since 2012.05.03
 */
public class FileVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 첨부파일ID */
    private String atchFileId;
    /** 파일순번 */
    private int fileSn;
    /** 원본파일명 */
    private String orgnlNm;
    /** 저장파일명 */
    private String streNm;
    /** 저장경로 */
    private String strePath;
    /** 파일크기 */
    private long fileSize;
    /** 확장자 */
    private String ext;
    /** 등록일시 */
    private String regDt;

    public String getAtchFileId() {
        return atchFileId;
    }
    public void setAtchFileId(String atchFileId) {
        this.atchFileId = atchFileId;
    }
    public int getFileSn() {
        return fileSn;
    }
    public void setFileSn(int fileSn) {
        this.fileSn = fileSn;
    }
    public String getOrgnlNm() {
        return orgnlNm;
    }
    public void setOrgnlNm(String orgnlNm) {
        this.orgnlNm = orgnlNm;
    }
    public String getStreNm() {
        return streNm;
    }
    public void setStreNm(String streNm) {
        this.streNm = streNm;
    }
    public String getStrePath() {
        return strePath;
    }
    public void setStrePath(String strePath) {
        this.strePath = strePath;
    }
    public long getFileSize() {
        return fileSize;
    }
    public void setFileSize(long fileSize) {
        this.fileSize = fileSize;
    }
    public String getExt() {
        return ext;
    }
    public void setExt(String ext) {
        this.ext = ext;
    }
    public String getRegDt() {
        return regDt;
    }
    public void setRegDt(String regDt) {
        this.regDt = regDt;
    }
}
