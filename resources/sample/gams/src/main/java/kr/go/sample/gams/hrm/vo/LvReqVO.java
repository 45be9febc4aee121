package kr.go.sample.gams.hrm.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 휴가신청 VO 클래스
 * @author 박인사
 * @since 2013.01.08
 */
public class LvReqVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 휴가ID */
    private String lvId;
    /** 사번 */
    private String empNo;
    /** 휴가구분코드 */
    private String lvKndCd;
    /** 시작일자 */
    private String bgnYmd;
    /** 종료일자 */
    private String endYmd;
    /** 휴가일수 */
    private double lvDays;
    /** 사유 */
    private String rsn;
    /** 상태코드 */
    private String sttusCd;
    /** 결재문서ID */
    private String apvDocId;
    /** 성명 */
    private String empNm;
    /** 휴가구분명 */
    private String lvKndNm;

    public String getLvId() {
        return lvId;
    }
    public void setLvId(String lvId) {
        this.lvId = lvId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getLvKndCd() {
        return lvKndCd;
    }
    public void setLvKndCd(String lvKndCd) {
        this.lvKndCd = lvKndCd;
    }
    public String getBgnYmd() {
        return bgnYmd;
    }
    public void setBgnYmd(String bgnYmd) {
        this.bgnYmd = bgnYmd;
    }
    public String getEndYmd() {
        return endYmd;
    }
    public void setEndYmd(String endYmd) {
        this.endYmd = endYmd;
    }
    public double getLvDays() {
        return lvDays;
    }
    public void setLvDays(double lvDays) {
        this.lvDays = lvDays;
    }
    public String getRsn() {
        return rsn;
    }
    public void setRsn(String rsn) {
        this.rsn = rsn;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getApvDocId() {
        return apvDocId;
    }
    public void setApvDocId(String apvDocId) {
        this.apvDocId = apvDocId;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
    public String getLvKndNm() {
        return lvKndNm;
    }
    public void setLvKndNm(String lvKndNm) {
        this.lvKndNm = lvKndNm;
    }
}
