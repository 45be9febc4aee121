package kr.go.sample.gams.auth.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 사용자 VO 클래스
 * @author 김총무
 * @since 2012.05.03
 */
public class UserVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 사용자ID */
    private String userId;
    /** 사번 */
    private String empNo;
    /** 비밀번호 */
    private String password;
    /** 잠금여부 */
    private String lockYn;
    /** 로그인실패횟수 */
    private int failCnt;
    /** 최종로그인일시 */
    private String lastLoginDt;
    /** 사용여부 */
    private String useYn;
    /** 성명 */
    private String empNm;
    /** 부서명 */
    private String deptNm;
    /** 권한ID목록 */
    private String[] roleIds;

    public String getUserId() {
        return userId;
    }
    public void setUserId(String userId) {
        this.userId = userId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getPassword() {
        return password;
    }
    public void setPassword(String password) {
        this.password = password;
    }
    public String getLockYn() {
        return lockYn;
    }
    public void setLockYn(String lockYn) {
        this.lockYn = lockYn;
    }
    public int getFailCnt() {
        return failCnt;
    }
    public void setFailCnt(int failCnt) {
        this.failCnt = failCnt;
    }
    public String getLastLoginDt() {
        return lastLoginDt;
    }
    public void setLastLoginDt(String lastLoginDt) {
        this.lastLoginDt = lastLoginDt;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
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
    public String[] getRoleIds() {
        return roleIds;
    }
    public void setRoleIds(String[] roleIds) {
        this.roleIds = roleIds;
    }
}
