package kr.go.sample.gams.apv.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import kr.go.sample.gams.apv.service.DlgtService;
import kr.go.sample.gams.apv.vo.ApvDlgtVO;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 결재 위임
 * @author 이결재
 * @since 2013.09.12
 */
@Controller
@RequestMapping("/apv/dlgt")
public class DlgtController extends BaseController {

    @Resource(name = "dlgtService")
    private DlgtService dlgtService;

    @RequestMapping(value = "/list.do", method = RequestMethod.GET)
    public String list(HttpServletRequest request, ModelMap model) throws Exception {
        model.addAttribute("resultList", dlgtService.selectDlgtList(user(request).getEmpNo()));
        return "gams/apv/dlgtList";
    }

    @RequestMapping(value = "/save.do", method = RequestMethod.POST)
    public String save(ApvDlgtVO vo, HttpServletRequest request) throws Exception {
        vo.setEmpNo(user(request).getEmpNo());
        dlgtService.saveDlgt(vo);
        return "redirect:/apv/dlgt/list.do";
    }

    @RequestMapping(value = "/{dlgtId}/close.do", method = RequestMethod.POST)
    public String close(@PathVariable("dlgtId") String dlgtId) throws Exception {
        dlgtService.closeDlgt(dlgtId);
        return "redirect:/apv/dlgt/list.do";
    }
}
