package kr.go.sample.gams.hrm.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.hrm.service.DeptService;
import kr.go.sample.gams.hrm.service.EmpService;
import kr.go.sample.gams.hrm.vo.ApntVO;

/**
 * 인사발령
 * @author 박인사
 * @since 2012.05.11
 */
@Controller
@RequestMapping("/hrm")
public class ApntController extends BaseController {

    @Resource(name = "empService")
    private EmpService empService;

    @Resource(name = "deptService")
    private DeptService deptService;

    @RequestMapping("/apntList.do")
    public String apntList(@ModelAttribute("searchVO") ApntVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", empService.selectApntList(vo));
        return "gams/hrm/apntList";
    }

    @RequestMapping("/apntForm.do")
    public String apntForm(@ModelAttribute("apntVO") ApntVO vo, ModelMap model) throws Exception {
        model.addAttribute("deptList", deptService.selectDeptTree());
        return "gams/hrm/apntForm";
    }

    @RequestMapping(value = "/apntSave.do", method = RequestMethod.POST)
    public String apntSave(ApntVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        empService.appoint(vo);
        return "redirect:/hrm/apntList.do";
    }
}
