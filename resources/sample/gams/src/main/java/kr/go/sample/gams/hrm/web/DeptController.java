package kr.go.sample.gams.hrm.web;

import javax.annotation.Resource;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.hrm.service.DeptService;
import kr.go.sample.gams.hrm.vo.DeptVO;

/**
 * 부서 관리
 * @author 박인사
 * @since 2012.05.10
 */
@Controller
@RequestMapping("/hrm")
public class DeptController extends BaseController {

    @Resource(name = "deptService")
    private DeptService deptService;

    @RequestMapping("/deptTree.do")
    public String deptTree(ModelMap model) throws Exception {
        model.addAttribute("deptList", deptService.selectDeptTree());
        return "gams/hrm/deptTree";
    }

    @RequestMapping("/deptForm.do")
    public String deptForm(@RequestParam(value = "deptId", required = false) String deptId, ModelMap model) throws Exception {
        if (!GamsUtil.isEmpty(deptId)) {
            model.addAttribute("dept", deptService.selectDept(deptId));
        }
        return "gams/hrm/deptForm";
    }

    @RequestMapping(value = "/deptSave.do", method = RequestMethod.POST)
    public String deptSave(DeptVO vo) throws Exception {
        deptService.saveDept(vo);
        return "redirect:/hrm/deptTree.do";
    }

    @RequestMapping(value = "/deptDelete.do", method = RequestMethod.POST)
    public String deptDelete(@RequestParam("deptId") String deptId) throws Exception {
        deptService.deleteDept(deptId);
        return "redirect:/hrm/deptTree.do";
    }
}
