package kr.go.sample.gams.hrm.web;

import java.io.File;
import java.util.List;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.hrm.service.DeptService;
import kr.go.sample.gams.hrm.service.EmpService;
import kr.go.sample.gams.hrm.vo.ApntVO;
import kr.go.sample.gams.hrm.vo.EmpVO;

/**
 * 직원 관리
 * @author 박인사
 * @since 2012.05.10
 */
@Controller
@RequestMapping("/hrm")
public class EmpController extends BaseController {

    @Resource(name = "empService")
    private EmpService empService;

    @Resource(name = "deptService")
    private DeptService deptService;

    @Resource(name = "codeService")
    private CodeService codeService;

    @Value("#{gamsProps['hrm.photo.dir']}")
    private String photoDir;

    @RequestMapping("/empList.do")
    public String empList(@ModelAttribute("searchVO") EmpVO vo, HttpSession session, ModelMap model) throws Exception {
        session.setAttribute("empSearch", vo);
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(empService.selectEmpListCnt(vo));
        model.addAttribute("resultList", empService.selectEmpList(vo));
        model.addAttribute("paginationInfo", info);
        model.addAttribute("deptList", deptService.selectDeptTree());
        return "gams/hrm/empList";
    }

    @RequestMapping("/empDetail.do")
    public String empDetail(@RequestParam("empNo") String empNo, ModelMap model) throws Exception {
        EmpVO emp = empService.selectEmp(empNo);
        emp.setPstnNm(codeService.getCodeNm("PSTN", emp.getPstnCd()));
        model.addAttribute("emp", emp);
        ApntVO q = new ApntVO();
        q.setEmpNo(empNo);
        model.addAttribute("apntList", empService.selectApntList(q));
        return "gams/hrm/empDetail";
    }

    @RequestMapping("/empForm.do")
    public String empForm(@RequestParam(value = "empNo", required = false) String empNo, ModelMap model) throws Exception {
        model.addAttribute("empVO", empNo == null ? new EmpVO() : empService.selectEmp(empNo));
        model.addAttribute("deptList", deptService.selectDeptTree());
        model.addAttribute("pstnList", codeService.selectCodeList("PSTN"));
        return "gams/hrm/empForm";
    }

    @RequestMapping(value = "/empSave.do", method = RequestMethod.POST)
    public String empSave(EmpVO vo, MultipartHttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        empService.saveEmp(vo);
        MultipartFile photo = request.getFile("photo");
        if (photo != null && !photo.isEmpty()) {
            photo.transferTo(new File(photoDir, vo.getEmpNo() + ".jpg"));
        }
        return "redirect:/hrm/empDetail.do?empNo=" + vo.getEmpNo();
    }

    @RequestMapping(value = "/empRetire.do", method = RequestMethod.POST)
    public String empRetire(EmpVO vo, HttpServletRequest request) throws Exception {
        empService.retire(vo.getCheckEmpNos(), user(request).getUserId());
        return "redirect:/hrm/empList.do";
    }

    /** 직원 찾기 (ajax 자동완성) */
    @RequestMapping(value = "/empSearch.do", method = RequestMethod.GET)
    @ResponseBody
    public List<EmpVO> empSearch(@RequestParam("q") String q) throws Exception {
        EmpVO vo = new EmpVO();
        vo.setSearchKeyword(q);
        paging(vo);
        return empService.selectEmpList(vo);
    }
}
