package kr.go.sample.gams.auth.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.auth.service.AuthService;
import kr.go.sample.gams.auth.vo.RoleVO;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 권한 관리
 * @author 김총무
 * @since 2013.03.06
 */
@Controller
@RequestMapping("/auth")
public class RoleController extends BaseController {

    @Resource(name = "authService")
    private AuthService authService;

    @RequestMapping("/roleList.do")
    public String roleList(@ModelAttribute("searchVO") RoleVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", authService.selectRoleList(vo));
        return "gams/auth/roleList";
    }

    @RequestMapping("/roleForm.do")
    public String roleForm(@RequestParam(value = "roleId", required = false) String roleId, ModelMap model) throws Exception {
        if (roleId != null) {
            model.addAttribute("role", authService.selectRole(roleId));
        }
        return "gams/auth/roleForm";
    }

    @RequestMapping(value = "/roleSave.do", method = RequestMethod.POST)
    public String roleSave(RoleVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        authService.saveRole(vo);
        return "redirect:/auth/roleList.do";
    }

    @RequestMapping(value = "/roleDelete.do", method = RequestMethod.POST)
    public String roleDelete(@RequestParam("roleId") String roleId) throws Exception {
        authService.deleteRole(roleId);
        return "redirect:/auth/roleList.do";
    }

    @RequestMapping("/roleMenu.do")
    public String roleMenu(@RequestParam("roleId") String roleId, ModelMap model) throws Exception {
        model.addAttribute("role", authService.selectRole(roleId));
        model.addAttribute("menuList", authService.selectRoleMenus(roleId));
        return "gams/auth/roleMenu";
    }

    @RequestMapping(value = "/roleMenuSave.do", method = RequestMethod.POST)
    public String roleMenuSave(@RequestParam("roleId") String roleId, @RequestParam(value = "menuIds", required = false) String[] menuIds) throws Exception {
        authService.saveRoleMenus(roleId, menuIds);
        return "redirect:/auth/roleMenu.do?roleId=" + roleId;
    }
}
