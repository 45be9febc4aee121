package kr.go.sample.gams.sup.vo;

import java.util.List;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 비품신청 VO 클래스
 * @author 한비품
 * @since 2013.11.05
 */
public class SupReqVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 신청ID */
    private String reqId;
    /** 신청자사번 */
    private String empNo;
    /** 신청부서ID */
    private String deptId;
    /** 신청일자 */
    private String reqYmd;
    /** 용도 */
    private String prps;
    /** 신청상태코드 */
    private String sttusCd;
    /** 결재문서ID */
    private String apvDocId;
    /** 신청자명 */
    private String empNm;
    /** 부서명 */
    private String deptNm;
    /** 신청상세 */
    private List<SupReqDtlVO> dtlList;

    public String getReqId() {
        return reqId;
    }
    public void setReqId(String reqId) {
        this.reqId = reqId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getDeptId() {
        return deptId;
    }
    public void setDeptId(String deptId) {
        this.deptId = deptId;
    }
    public String getReqYmd() {
        return reqYmd;
    }
    public void setReqYmd(String reqYmd) {
        this.reqYmd = reqYmd;
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
    public List<SupReqDtlVO> getDtlList() {
        return dtlList;
    }
    public void setDtlList(List<SupReqDtlVO> dtlList) {
        this.dtlList = dtlList;
    }
}
