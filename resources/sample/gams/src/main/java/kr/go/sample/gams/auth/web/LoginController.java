package kr.go.sample.gams.auth.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.auth.service.AuthService;
import kr.go.sample.gams.auth.service.LoginService;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 로그인 화면
 * @author 김총무
 * @since 2012.05.03
 */
@Controller
public class LoginController extends BaseController {

    @Resource(name = "loginService")
    private LoginService loginService;

    @Resource(name = "authService")
    private AuthService authService;

    @RequestMapping(value = "/auth/login.do", method = RequestMethod.GET)
    public String loginView() {
        return "gams/auth/login";
    }

    @RequestMapping(value = "/auth/login.do", method = RequestMethod.POST)
    public String login(LoginVO vo, HttpServletRequest request, ModelMap model) throws Exception {
        vo.setIp(GamsUtil.getClientIp(request));
        try {
            LoginVO login = loginService.login(vo);
            HttpSession session = request.getSession();
            session.setAttribute(GamsConst.SESSION_USER, login);
            session.setAttribute("menuList", authService.selectUserMenus(login.getUserId()));
            SessionRegistry.add(login, session.getId());
            return "redirect:/main.do";
        } catch (GamsException e) {
            model.addAttribute("msg", e.getMessage());
            return "gams/auth/login";
        }
    }

    @RequestMapping("/auth/logout.do")
    public String logout(HttpServletRequest request) {
        SessionRegistry.remove(request.getSession().getId());
        request.getSession().invalidate();
        return "redirect:/auth/login.do";
    }

    @RequestMapping(value = "/auth/pwdChange.do", method = RequestMethod.GET)
    public String pwdChangeView() {
        return "gams/auth/pwdChange";
    }

    @RequestMapping(value = "/auth/pwdChange.do", method = RequestMethod.POST)
    public String pwdChange(@RequestParam("oldPw") String oldPw, @RequestParam("newPw") String newPw, HttpServletRequest request) throws Exception {
        loginService.changePassword(user(request).getUserId(), oldPw, newPw);
        return "redirect:/main.do";
    }
}
