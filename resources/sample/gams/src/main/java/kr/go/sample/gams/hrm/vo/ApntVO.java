package kr.go.sample.gams.hrm.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 인사발령 VO 클래스
 * @author 박인사
 * @since 2012.05.11
 */
public class ApntVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 발령ID */
    private String apntId;
    /** 사번 */
    private String empNo;
    /** 발령일자 */
    private String apntYmd;
    /** 발령구분코드 */
    private String apntKndCd;
    /** 발령전부서ID */
    private String bfDeptId;
    /** 발령후부서ID */
    private String afDeptId;
    /** 발령후직위코드 */
    private String afPstnCd;
    /** 비고 */
    private String rmrk;
    /** 성명 */
    private String empNm;
    /** 발령전부서명 */
    private String bfDeptNm;
    /** 발령후부서명 */
    private String afDeptNm;

    public String getApntId() {
        return apntId;
    }
    public void setApntId(String apntId) {
        this.apntId = apntId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getApntYmd() {
        return apntYmd;
    }
    public void setApntYmd(String apntYmd) {
        this.apntYmd = apntYmd;
    }
    public String getApntKndCd() {
        return apntKndCd;
    }
    public void setApntKndCd(String apntKndCd) {
        this.apntKndCd = apntKndCd;
    }
    public String getBfDeptId() {
        return bfDeptId;
    }
    public void setBfDeptId(String bfDeptId) {
        this.bfDeptId = bfDeptId;
    }
    public String getAfDeptId() {
        return afDeptId;
    }
    public void setAfDeptId(String afDeptId) {
        this.afDeptId = afDeptId;
    }
    public String getAfPstnCd() {
        return afPstnCd;
    }
    public void setAfPstnCd(String afPstnCd) {
        this.afPstnCd = afPstnCd;
    }
    public String getRmrk() {
        return rmrk;
    }
    public void setRmrk(String rmrk) {
        this.rmrk = rmrk;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
    public String getBfDeptNm() {
        return bfDeptNm;
    }
    public void setBfDeptNm(String bfDeptNm) {
        this.bfDeptNm = bfDeptNm;
    }
    public String getAfDeptNm() {
        return afDeptNm;
    }
    public void setAfDeptNm(String afDeptNm) {
        this.afDeptNm = afDeptNm;
    }
}
