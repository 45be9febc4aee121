package kr.go.sample.gams.hrm.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 부서 VO 클래스
 * @author 박인사
 * @since 2012.05.10
 */
public class DeptVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 부서ID */
    private String deptId;
    /** 부서명 */
    private String deptNm;
    /** 상위부서ID */
    private String upDeptId;
    /** 부서단계 */
    private int deptLv;
    /** 정렬순서 */
    private int sortOrd;
    /** 부서장사번 */
    private String mngrEmpNo;
    /** 사용여부 */
    private String useYn;
    /** 상위부서명 */
    private String upDeptNm;
    /** 소속직원수 */
    private int empCnt;

    public String getDeptId() {
        return deptId;
    }
    public void setDeptId(String deptId) {
        this.deptId = deptId;
    }
    public String getDeptNm() {
        return deptNm;
    }
    public void setDeptNm(String deptNm) {
        this.deptNm = deptNm;
    }
    public String getUpDeptId() {
        return upDeptId;
    }
    public void setUpDeptId(String upDeptId) {
        this.upDeptId = upDeptId;
    }
    public int getDeptLv() {
        return deptLv;
    }
    public void setDeptLv(int deptLv) {
        this.deptLv = deptLv;
    }
    public int getSortOrd() {
        return sortOrd;
    }
    public void setSortOrd(int sortOrd) {
        this.sortOrd = sortOrd;
    }
    public String getMngrEmpNo() {
        return mngrEmpNo;
    }
    public void setMngrEmpNo(String mngrEmpNo) {
        this.mngrEmpNo = mngrEmpNo;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
    public String getUpDeptNm() {
        return upDeptNm;
    }
    public void setUpDeptNm(String upDeptNm) {
        this.upDeptNm = upDeptNm;
    }
    public int getEmpCnt() {
        return empCnt;
    }
    public void setEmpCnt(int empCnt) {
        this.empCnt = empCnt;
    }
}
