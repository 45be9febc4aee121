package kr.go.sample.gams.bbs.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.bbs.service.NtcService;
import kr.go.sample.gams.bbs.vo.NtcVO;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.hrm.service.DeptService;

/**
 * 공지사항
 * @author 오게시
 * @since 2012.08.03
 */
@Controller
@RequestMapping("/ntc")
public class NtcController extends BaseController {

    @Resource(name = "ntcService")
    private NtcService ntcService;

    @Resource(name = "deptService")
    private DeptService deptService;

    @RequestMapping("/ntcList.do")
    public String ntcList(@ModelAttribute("searchVO") NtcVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", ntcService.selectNtcList(vo));
        return "gams/bbs/ntcList";
    }

    @RequestMapping("/ntcDetail.do")
    public String ntcDetail(@RequestParam("ntcId") String ntcId, @RequestParam(value = "popup", required = false) String popup, ModelMap model) throws Exception {
        model.addAttribute("ntc", ntcService.selectNtc(ntcId));
        return "Y".equals(popup) ? "gams/bbs/ntcPopup" : "gams/bbs/ntcDetail";
    }

    @RequestMapping("/ntcForm.do")
    public String ntcForm(@RequestParam(value = "ntcId", required = false) String ntcId, ModelMap model) throws Exception {
        model.addAttribute("ntcVO", ntcId == null ? new NtcVO() : ntcService.selectNtc(ntcId));
        model.addAttribute("deptList", deptService.selectDeptTree());
        return "gams/bbs/ntcForm";
    }

    @RequestMapping(value = "/ntcSave.do", method = RequestMethod.POST)
    public String ntcSave(NtcVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        if (GamsUtil.isEmpty(vo.getNtcId())) {
            ntcService.insertNtc(vo);
        } else {
            ntcService.updateNtc(vo);
        }
        return "redirect:/ntc/ntcList.do";
    }

    @RequestMapping(value = "/ntcDelete.do", method = RequestMethod.POST)
    public String ntcDelete(@RequestParam("ntcId") String ntcId) throws Exception {
        ntcService.deleteNtc(ntcId);
        return "redirect:/ntc/ntcList.do";
    }
}
