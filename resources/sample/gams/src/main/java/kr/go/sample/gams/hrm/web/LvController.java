package kr.go.sample.gams.hrm.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.hrm.service.LvService;
import kr.go.sample.gams.hrm.vo.LvBalVO;
import kr.go.sample.gams.hrm.vo.LvReqVO;

/**
 * 휴가 관리
 * @author 박인사
 * @since 2013.01.08
 */
@Controller
@RequestMapping("/hrm/lv")
public class LvController extends BaseController {

    @Resource(name = "lvService")
    private LvService lvService;

    @RequestMapping("/lvList.do")
    public String lvList(@ModelAttribute("searchVO") LvReqVO vo, HttpServletRequest request, ModelMap model) throws Exception {
        LoginVO user = user(request);
        if (!user.hasRole("ROLE_HR")) {
            vo.setEmpNo(user.getEmpNo());
        }
        model.addAttribute("resultList", lvService.selectLvList(vo));
        return "gams/hrm/lvList";
    }

    @RequestMapping("/lvForm.do")
    public String lvForm(HttpServletRequest request, ModelMap model) throws Exception {
        model.addAttribute("bal", lvService.selectBal(user(request).getEmpNo(), DateUtil.year()));
        return "gams/hrm/lvForm";
    }

    @RequestMapping(value = "/lvSave.do", method = RequestMethod.POST)
    public String lvSave(LvReqVO vo, HttpServletRequest request) throws Exception {
        lvService.requestLv(vo, user(request));
        return "redirect:/hrm/lv/lvList.do";
    }

    @RequestMapping("/lvBal.do")
    public String lvBal(@ModelAttribute("searchVO") LvBalVO vo, ModelMap model) throws Exception {
        if (GamsUtil.isEmpty(vo.getBaseYr())) {
            vo.setBaseYr(DateUtil.year());
        }
        model.addAttribute("resultList", lvService.selectBalList(vo));
        return "gams/hrm/lvBal";
    }

    @RequestMapping(value = "/lvClose.do", method = RequestMethod.POST)
    @ResponseBody
    public String lvClose(@RequestParam("year") String year) throws Exception {
        return lvService.closeYear(year) + "건 마감";
    }
}
