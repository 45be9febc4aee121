package kr.go.sample.gams.apv.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 결재위임 VO 클래스
 * @author 이결재
 * @since 2013.09.12
 */
public class ApvDlgtVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 위임ID */
    private String dlgtId;
    /** 위임자사번 */
    private String empNo;
    /** 수임자사번 */
    private String dlgtEmpNo;
    /** 시작일자 */
    private String bgnYmd;
    /** 종료일자 */
    private String endYmd;
    /** 위임사유 */
    private String rsn;
    /** 사용여부 */
    private String useYn;
    /** 수임자명 */
    private String dlgtEmpNm;

    public String getDlgtId() {
        return dlgtId;
    }
    public void setDlgtId(String dlgtId) {
        this.dlgtId = dlgtId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getDlgtEmpNo() {
        return dlgtEmpNo;
    }
    public void setDlgtEmpNo(String dlgtEmpNo) {
        this.dlgtEmpNo = dlgtEmpNo;
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
    public String getRsn() {
        return rsn;
    }
    public void setRsn(String rsn) {
        this.rsn = rsn;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
    public String getDlgtEmpNm() {
        return dlgtEmpNm;
    }
    public void setDlgtEmpNm(String dlgtEmpNm) {
        this.dlgtEmpNm = dlgtEmpNm;
    }
}
