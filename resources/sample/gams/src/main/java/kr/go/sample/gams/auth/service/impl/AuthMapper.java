package kr.go.sample.gams.auth.service.impl;

import java.util.List;
import java.util.Map;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.auth.vo.MenuVO;
import kr.go.sample.gams.auth.vo.RoleVO;

/**
 * 권한/메뉴 매퍼
 * @author 김총무
 * @since 2013.03.05
 */
@Mapper("authMapper")
public interface AuthMapper {

    List<RoleVO> selectRoleList(RoleVO vo) throws Exception;

    RoleVO selectRole(String roleId) throws Exception;

    int mergeRole(RoleVO vo) throws Exception;

    int deleteRole(String roleId) throws Exception;

    List<String> selectUserRoleIds(String userId) throws Exception;

    int deleteUserRoles(String userId) throws Exception;

    int insertUserRole(Map<String, Object> param) throws Exception;

    List<MenuVO> selectMenuList(MenuVO vo) throws Exception;

    MenuVO selectMenu(String menuId) throws Exception;

    int insertMenu(MenuVO vo) throws Exception;

    int updateMenu(MenuVO vo) throws Exception;

    int deleteMenu(String menuId) throws Exception;

    /** 사용자가 볼 수 있는 메뉴 */
    List<MenuVO> selectUserMenus(String userId) throws Exception;

    List<MenuVO> selectRoleMenus(String roleId) throws Exception;

    int deleteRoleMenus(String roleId) throws Exception;

    int insertRoleMenu(Map<String, Object> param) throws Exception;

    int countUrlAuth(Map<String, Object> param) throws Exception;
}
