package kr.go.sample.gams.auth.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 권한 VO 클래스
 * @author 김총무
 * @since 2012.05.03
 */
public class RoleVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 권한ID */
    private String roleId;
    /** 권한명 */
    private String roleNm;
    /** 권한설명 */
    private String roleDc;

    public String getRoleId() {
        return roleId;
    }
    public void setRoleId(String roleId) {
        this.roleId = roleId;
    }
    public String getRoleNm() {
        return roleNm;
    }
    public void setRoleNm(String roleNm) {
        this.roleNm = roleNm;
    }
    public String getRoleDc() {
        return roleDc;
    }
    public void setRoleDc(String roleDc) {
        this.roleDc = roleDc;
    }
}
