package kr.go.sample.gams.bbs.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.bbs.service.BrdService;
import kr.go.sample.gams.bbs.vo.BrdMstVO;
import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 게시판 관리
 * @author 오게시
 * @since 2012.08.01
 */
@Controller
@RequestMapping("/bbs")
public class BrdMstController extends BaseController {

    @Resource(name = "brdService")
    private BrdService brdService;

    @Resource(name = "codeService")
    private CodeService codeService;

    @RequestMapping("/brdList.do")
    public String brdList(@ModelAttribute("searchVO") BrdMstVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", brdService.selectBrdList(vo));
        return "gams/bbs/brdList";
    }

    @RequestMapping("/brdForm.do")
    public String brdForm(@RequestParam(value = "brdId", required = false) String brdId, ModelMap model) throws Exception {
        if (brdId != null) {
            model.addAttribute("brd", brdService.selectBrd(brdId));
        }
        model.addAttribute("kndList", codeService.selectCodeList("BRD_KND"));
        return "gams/bbs/brdForm";
    }

    @RequestMapping(value = "/brdSave.do", method = RequestMethod.POST)
    public String brdSave(BrdMstVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        brdService.saveBrd(vo);
        return "redirect:/bbs/brdList.do";
    }
}
