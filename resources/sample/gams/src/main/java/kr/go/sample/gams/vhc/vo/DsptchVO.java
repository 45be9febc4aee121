package kr.go.sample.gams.vhc.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 배차신청 VO 클래스
 * @author 정차량
 * @since 2012.06.21
 */
public class DsptchVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 배차ID */
    private String dspthId;
    /** 차량ID */
    private String vhcId;
    /** 신청자사번 */
    private String empNo;
    /** 시작일시 */
    private String bgnDt;
    /** 종료일시 */
    private String endDt;
    /** 목적지 */
    private String dstn;
    /** 용도 */
    private String prps;
    /** 배차상태코드 */
    private String sttusCd;
    /** 결재문서ID */
    private String apvDocId;
    /** 차량번호 */
    private String vhcNo;
    /** 신청자명 */
    private String empNm;
    /** 부서명 */
    private String deptNm;

    public String getDspthId() {
        return dspthId;
    }
    public void setDspthId(String dspthId) {
        this.dspthId = dspthId;
    }
    public String getVhcId() {
        return vhcId;
    }
    public void setVhcId(String vhcId) {
        this.vhcId = vhcId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getBgnDt() {
        return bgnDt;
    }
    public void setBgnDt(String bgnDt) {
        this.bgnDt = bgnDt;
    }
    public String getEndDt() {
        return endDt;
    }
    public void setEndDt(String endDt) {
        this.endDt = endDt;
    }
    public String getDstn() {
        return dstn;
    }
    public void setDstn(String dstn) {
        this.dstn = dstn;
    }
    public String getPrps() {
        return prps;
    }
    public void setPrps(String prps) {
        this.prps = prps;
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
    public String getVhcNo() {
        return vhcNo;
    }
    public void setVhcNo(String vhcNo) {
        this.vhcNo = vhcNo;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
    public String getDeptNm() {
        return deptNm;
    }
    public void setDeptNm(String deptNm) {
        this.deptNm = deptNm;
    }
}
