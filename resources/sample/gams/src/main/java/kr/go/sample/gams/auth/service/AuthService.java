package kr.go.sample.gams.auth.service;

import java.util.List;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.auth.vo.MenuVO;
import kr.go.sample.gams.auth.vo.RoleVO;

/**
 * 권한/메뉴 서비스
 * @author 김총무
 * @since 2013.03.05
 */
public interface AuthService {

    List<RoleVO> selectRoleList(RoleVO vo) throws Exception;

    RoleVO selectRole(String roleId) throws Exception;

    void saveRole(RoleVO vo) throws Exception;

    void deleteRole(String roleId) throws Exception;

    List<MenuVO> selectRoleMenus(String roleId) throws Exception;

    void saveRoleMenus(String roleId, String[] menuIds) throws Exception;

    List<MenuVO> selectMenuList(MenuVO vo) throws Exception;

    MenuVO selectMenu(String menuId) throws Exception;

    void saveMenu(MenuVO vo) throws Exception;

    void deleteMenu(String menuId) throws Exception;

    List<MenuVO> selectUserMenus(String userId) throws Exception;

    boolean isAllowed(LoginVO user, String url) throws Exception;
}
