package kr.go.sample.gams.hrm.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 휴가잔여 VO 클래스
 * @author 박인사
 * @since 2013.01.08
 */
public class LvBalVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 사번 */
    private String empNo;
    /** 기준연도 */
    private String baseYr;
    /** 부여일수 */
    private double grntDays;
    /** 사용일수 */
    private double useDays;
    /** 성명 */
    private String empNm;

    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getBaseYr() {
        return baseYr;
    }
    public void setBaseYr(String baseYr) {
        this.baseYr = baseYr;
    }
    public double getGrntDays() {
        return grntDays;
    }
    public void setGrntDays(double grntDays) {
        this.grntDays = grntDays;
    }
    public double getUseDays() {
        return useDays;
    }
    public void setUseDays(double useDays) {
        this.useDays = useDays;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
}
