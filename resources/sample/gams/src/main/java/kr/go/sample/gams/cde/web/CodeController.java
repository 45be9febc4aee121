package kr.go.sample.gams.cde.web;

import java.util.List;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cde.vo.CodeGrpVO;
import kr.go.sample.gams.cde.vo.CodeVO;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 공통코드 관리 화면
 * @author 김총무
 * @since 2012.05.02
 */
@Controller
@RequestMapping("/cde")
public class CodeController extends BaseController {

    @Resource(name = "codeService")
    private CodeService codeService;

    @RequestMapping("/codeGrpList.do")
    public String codeGrpList(@ModelAttribute("searchVO") CodeGrpVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", codeService.selectGrpList(vo));
        return "gams/cde/codeGrpList";
    }

    @RequestMapping(value = "/codeGrpSave.do", method = RequestMethod.POST)
    public String codeGrpSave(CodeGrpVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        codeService.saveGrp(vo);
        return "redirect:/cde/codeGrpList.do";
    }

    @RequestMapping("/codeList.do")
    public String codeList(@RequestParam("grpCd") String grpCd, ModelMap model) throws Exception {
        model.addAttribute("grpCd", grpCd);
        model.addAttribute("resultList", codeService.selectCodeList(grpCd));
        return "gams/cde/codeList";
    }

    @RequestMapping("/codeForm.do")
    public String codeForm(@ModelAttribute("codeVO") CodeVO vo, ModelMap model) throws Exception {
        if (!GamsUtil.isEmpty(vo.getCd())) {
            model.addAttribute("codeVO", codeService.selectCode(vo));
        }
        return "gams/cde/codeForm";
    }

    @RequestMapping(value = "/codeSave.do", method = RequestMethod.POST)
    public String codeSave(CodeVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        codeService.saveCode(vo);
        return "redirect:/cde/codeList.do?grpCd=" + vo.getGrpCd();
    }

    @RequestMapping(value = "/codeDelete.do", method = {RequestMethod.GET, RequestMethod.POST})
    public String codeDelete(CodeVO vo) throws Exception {
        codeService.deleteCode(vo);
        return "redirect:/cde/codeList.do?grpCd=" + vo.getGrpCd();
    }

    /** 셀렉트박스용 (ajax) */
    @RequestMapping("/codeOptions.do")
    @ResponseBody
    public List<CodeVO> codeOptions(@RequestParam("grpCd") String grpCd) throws Exception {
        return codeService.selectCodeList(grpCd);
    }
}
