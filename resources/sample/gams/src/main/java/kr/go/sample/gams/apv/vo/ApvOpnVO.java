package kr.go.sample.gams.apv.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 결재의견 VO 클래스
 * @author 이결재
 * @since 2013.07.01
 */
public class ApvOpnVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 의견번호 */
    private long opnNo;
    /** 결재문서ID */
    private String apvDocId;
    /** 작성자사번 */
    private String empNo;
    /** 의견내용 */
    private String opnCn;
    /** 등록일시 */
    private String regDt;
    /** 작성자명 */
    private String empNm;

    public long getOpnNo() {
        return opnNo;
    }
    public void setOpnNo(long opnNo) {
        this.opnNo = opnNo;
    }
    public String getApvDocId() {
        return apvDocId;
    }
    public void setApvDocId(String apvDocId) {
        this.apvDocId = apvDocId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getOpnCn() {
        return opnCn;
    }
    public void setOpnCn(String opnCn) {
        this.opnCn = opnCn;
    }
    public String getRegDt() {
        return regDt;
    }
    public void setRegDt(String regDt) {
        this.regDt = regDt;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
}
