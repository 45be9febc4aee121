package kr.go.sample.gams.auth.service.impl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.auth.service.AuthService;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.auth.vo.MenuVO;
import kr.go.sample.gams.auth.vo.RoleVO;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 권한/메뉴 서비스 구현
 * @author 김총무
 * @since 2013.03.05
 */
@Service("authService")
public class AuthServiceImpl extends EgovAbstractServiceImpl implements AuthService {

    @Resource(name = "authMapper")
    private AuthMapper authMapper;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<RoleVO> selectRoleList(RoleVO vo) throws Exception {
        return authMapper.selectRoleList(vo);
    }

    public RoleVO selectRole(String roleId) throws Exception {
        return authMapper.selectRole(roleId);
    }

    public void saveRole(RoleVO vo) throws Exception {
        if (!vo.getRoleId().startsWith("ROLE_")) {
            vo.setRoleId("ROLE_" + vo.getRoleId());
        }
        authMapper.mergeRole(vo);
    }

    public void deleteRole(String roleId) throws Exception {
        authMapper.deleteRoleMenus(roleId);
        authMapper.deleteRole(roleId);
    }

    public List<MenuVO> selectRoleMenus(String roleId) throws Exception {
        return authMapper.selectRoleMenus(roleId);
    }

    public void saveRoleMenus(String roleId, String[] menuIds) throws Exception {
        authMapper.deleteRoleMenus(roleId);
        for (int i = 0; menuIds != null && i < menuIds.length; i++) {
            Map<String, Object> p = new HashMap<String, Object>();
            p.put("roleId", roleId);
            p.put("menuId", menuIds[i]);
            authMapper.insertRoleMenu(p);
        }
    }

    public List<MenuVO> selectMenuList(MenuVO vo) throws Exception {
        return authMapper.selectMenuList(vo);
    }

    public MenuVO selectMenu(String menuId) throws Exception {
        return authMapper.selectMenu(menuId);
    }

    public void saveMenu(MenuVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getMenuId())) {
            vo.setMenuId(idGnrService.nextId("MENU"));
            authMapper.insertMenu(vo);
        } else {
            authMapper.updateMenu(vo);
        }
    }

    public void deleteMenu(String menuId) throws Exception {
        authMapper.deleteMenu(menuId);
    }

    public List<MenuVO> selectUserMenus(String userId) throws Exception {
        return authMapper.selectUserMenus(userId);
    }

    public boolean isAllowed(LoginVO user, String url) throws Exception {
        if (user.hasRole("ROLE_ADMIN")) {
            return true;
        }
        Map<String, Object> p = new HashMap<String, Object>();
        p.put("url", url);
        p.put("roles", user.getRoles());
        return authMapper.countUrlAuth(p) > 0;
    }
}
