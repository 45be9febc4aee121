package kr.go.sample.gams.auth.web;

import java.util.HashMap;
import java.util.Map;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.auth.service.impl.AuthMapper;
import kr.go.sample.gams.auth.service.impl.UserMapper;
import kr.go.sample.gams.auth.vo.RoleVO;
import kr.go.sample.gams.auth.vo.UserVO;
import kr.go.sample.gams.cmm.util.EncryptUtil;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 사용자 관리
 * @author 김총무
 * @since 2013.03.06
 */
@Controller
@RequestMapping("/auth")
public class UserController extends BaseController {

    /** 서비스 없이 매퍼 직접 사용 */
    @Resource(name = "userMapper")
    private UserMapper userMapper;

    @Resource(name = "authMapper")
    private AuthMapper authMapper;

    @RequestMapping("/userList.do")
    public String userList(@ModelAttribute("searchVO") UserVO vo, ModelMap model) throws Exception {
        PaginationInfo info = paging(vo);
        model.addAttribute("resultList", userMapper.selectUserList(vo));
        info.setTotalRecordCount(userMapper.selectUserListCnt(vo));
        model.addAttribute("paginationInfo", info);
        return "gams/auth/userList";
    }

    @RequestMapping("/userForm.do")
    public String userForm(@RequestParam(value = "userId", required = false) String userId, ModelMap model) throws Exception {
        model.addAttribute("user", userId == null ? new UserVO() : userMapper.selectUser(userId));
        model.addAttribute("roleList", authMapper.selectRoleList(new RoleVO()));
        return "gams/auth/userForm";
    }

    @RequestMapping(value = "/userSave.do", method = RequestMethod.POST)
    public String userSave(UserVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        if (userMapper.updateUser(vo) == 0) {
            vo.setPassword(EncryptUtil.encrypt(vo.getEmpNo() + "!"));
            userMapper.insertUser(vo);
        }
        authMapper.deleteUserRoles(vo.getUserId());
        for (int i = 0; vo.getRoleIds() != null && i < vo.getRoleIds().length; i++) {
            Map<String, Object> p = new HashMap<String, Object>();
            p.put("userId", vo.getUserId());
            p.put("roleId", vo.getRoleIds()[i]);
            authMapper.insertUserRole(p);
        }
        return "redirect:/auth/userList.do";
    }
}
