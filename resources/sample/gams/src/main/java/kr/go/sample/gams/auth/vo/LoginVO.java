package kr.go.sample.gams.auth.vo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * 로그인 세션 정보
 * @author 김총무
 * @since 2012.05.03
 */
public class LoginVO implements Serializable {

    private static final long serialVersionUID = 1L;

    private String userId;
    private String password;
    private String empNo;
    private String empNm;
    private String deptId;
    private String deptNm;
    private String pstnCd;
    private String ip;
    private List<String> roles = new ArrayList<String>();

    public String getUserId() { return userId; }
    public void setUserId(String userId) { this.userId = userId; }
    public String getPassword() { return password; }
    public void setPassword(String password) { this.password = password; }
    public String getEmpNo() { return empNo; }
    public void setEmpNo(String empNo) { this.empNo = empNo; }
    public String getEmpNm() { return empNm; }
    public void setEmpNm(String empNm) { this.empNm = empNm; }
    public String getDeptId() { return deptId; }
    public void setDeptId(String deptId) { this.deptId = deptId; }
    public String getDeptNm() { return deptNm; }
    public void setDeptNm(String deptNm) { this.deptNm = deptNm; }
    public String getPstnCd() { return pstnCd; }
    public void setPstnCd(String pstnCd) { this.pstnCd = pstnCd; }
    public String getIp() { return ip; }
    public void setIp(String ip) { this.ip = ip; }
    public List<String> getRoles() { return roles; }
    public void setRoles(List<String> roles) { this.roles = roles; }

    public boolean hasRole(String role) {
        return roles.contains(role) || roles.contains("ROLE_ADMIN");
    }
}
