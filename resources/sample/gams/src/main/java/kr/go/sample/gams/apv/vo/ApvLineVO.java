package kr.go.sample.gams.apv.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 결재선 VO 클래스
 * @author 이결재
 * @since 2013.07.01
 */
public class ApvLineVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 결재문서ID */
    private String apvDocId;
    /** 결재순서 */
    private int lineOrd;
    /** 결재자사번 */
    private String empNo;
    /** 결재구분코드 */
    private String apvKndCd;
    /** 처리상태코드 */
    private String sttusCd;
    /** 결재일시 */
    private String apvDt;
    /** 결재자명 */
    private String empNm;

    public String getApvDocId() {
        return apvDocId;
    }
    public void setApvDocId(String apvDocId) {
        this.apvDocId = apvDocId;
    }
    public int getLineOrd() {
        return lineOrd;
    }
    public void setLineOrd(int lineOrd) {
        this.lineOrd = lineOrd;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getApvKndCd() {
        return apvKndCd;
    }
    public void setApvKndCd(String apvKndCd) {
        this.apvKndCd = apvKndCd;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getApvDt() {
        return apvDt;
    }
    public void setApvDt(String apvDt) {
        this.apvDt = apvDt;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
}
