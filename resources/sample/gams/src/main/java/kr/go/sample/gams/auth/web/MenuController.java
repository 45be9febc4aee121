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
import kr.go.sample.gams.auth.vo.MenuVO;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 메뉴 관리
 * @author 김총무
 * @since 2013.03.06
 */
@Controller
@RequestMapping(value = "/auth")
public class MenuController extends BaseController {

    @Resource(name = "authService")
    private AuthService authService;

    @RequestMapping(value = {"/menuList.do", "/menuTree.do"})
    public String menuList(@ModelAttribute("searchVO") MenuVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", authService.selectMenuList(vo));
        return "gams/auth/menuList";
    }

    @RequestMapping("/menuForm.do")
    public String menuForm(@ModelAttribute("menuVO") MenuVO vo, ModelMap model) throws Exception {
        if (!GamsUtil.isEmpty(vo.getMenuId())) {
            model.addAttribute("menuVO", authService.selectMenu(vo.getMenuId()));
        }
        return "gams/auth/menuForm";
    }

    @RequestMapping(value = "/menuSave.do", method = RequestMethod.POST)
    public String menuSave(MenuVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        authService.saveMenu(vo);
        return "redirect:/auth/menuList.do";
    }

    @RequestMapping(value = "/menuDelete.do", method = RequestMethod.POST)
    public String menuDelete(@RequestParam("menuId") String menuId) throws Exception {
        authService.deleteMenu(menuId);
        return "redirect:/auth/menuList.do";
    }
}
