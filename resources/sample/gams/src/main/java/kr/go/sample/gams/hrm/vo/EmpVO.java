package kr.go.sample.gams.hrm.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 직원 VO 클래스
 * @author 박인사
 * @since 2012.05.10
 */
public class EmpVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 사번 */
    private String empNo;
    /** 성명 */
    private String empNm;
    /** 부서ID */
    private String deptId;
    /** 직위코드 */
    private String pstnCd;
    /** 직급코드 */
    private String rankCd;
    /** 전화번호 */
    private String tel;
    /** 전자우편 */
    private String email;
    /** 입사일자 */
    private String entYmd;
    /** 퇴직일자 */
    private String rtrYmd;
    /** 재직상태코드 */
    private String sttusCd;
    /** 주민등록번호(암호화) */
    private String rrnEnc;
    /** 부서명 */
    private String deptNm;
    /** 직위명 */
    private String pstnNm;
    /** 선택사번 */
    private String[] checkEmpNos;

    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
    public String getDeptId() {
        return deptId;
    }
    public void setDeptId(String deptId) {
        this.deptId = deptId;
    }
    public String getPstnCd() {
        return pstnCd;
    }
    public void setPstnCd(String pstnCd) {
        this.pstnCd = pstnCd;
    }
    public String getRankCd() {
        return rankCd;
    }
    public void setRankCd(String rankCd) {
        this.rankCd = rankCd;
    }
    public String getTel() {
        return tel;
    }
    public void setTel(String tel) {
        this.tel = tel;
    }
    public String getEmail() {
        return email;
    }
    public void setEmail(String email) {
        this.email = email;
    }
    public String getEntYmd() {
        return entYmd;
    }
    public void setEntYmd(String entYmd) {
        this.entYmd = entYmd;
    }
    public String getRtrYmd() {
        return rtrYmd;
    }
    public void setRtrYmd(String rtrYmd) {
        this.rtrYmd = rtrYmd;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getRrnEnc() {
        return rrnEnc;
    }
    public void setRrnEnc(String rrnEnc) {
        this.rrnEnc = rrnEnc;
    }
    public String getDeptNm() {
        return deptNm;
    }
    public void setDeptNm(String deptNm) {
        this.deptNm = deptNm;
    }
    public String getPstnNm() {
        return pstnNm;
    }
    public void setPstnNm(String pstnNm) {
        this.pstnNm = pstnNm;
    }
    public String[] getCheckEmpNos() {
        return checkEmpNos;
    }
    public void setCheckEmpNos(String[] checkEmpNos) {
        this.checkEmpNos = checkEmpNos;
    }
}
