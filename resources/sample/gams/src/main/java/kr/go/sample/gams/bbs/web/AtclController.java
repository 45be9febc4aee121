package kr.go.sample.gams.bbs.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import kr.go.sample.gams.bbs.service.BrdService;
import kr.go.sample.gams.bbs.vo.AtclVO;
import kr.go.sample.gams.bbs.vo.CmtVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.service.FileService;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 게시글
 * @author 오게시
 * @since 2012.08.01
 */
@Controller
@RequestMapping("/bbs")
public class AtclController extends BaseController {

    @Resource(name = "brdService")
    private BrdService brdService;

    @Resource(name = "fileService")
    private FileService fileService;

    @RequestMapping("/atclList.do")
    public String atclList(@ModelAttribute("searchVO") AtclVO vo, ModelMap model) throws Exception {
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(brdService.selectAtclListCnt(vo));
        model.addAttribute("brd", brdService.selectBrd(vo.getBrdId()));
        model.addAttribute("resultList", brdService.selectAtclList(vo));
        model.addAttribute("paginationInfo", info);
        return "gams/bbs/atclList";
    }

    @RequestMapping("/atclDetail.do")
    public String atclDetail(@RequestParam("atclId") String atclId, ModelMap model) throws Exception {
        AtclVO atcl = brdService.selectAtcl(atclId);
        model.addAttribute("atcl", atcl);
        model.addAttribute("cmtList", brdService.selectCmtList(atclId));
        return "gams/bbs/atclDetail";
    }

    @RequestMapping("/atclForm.do")
    public String atclForm(@ModelAttribute("atclVO") AtclVO vo, ModelMap model) throws Exception {
        if (!GamsUtil.isEmpty(vo.getAtclId())) {
            model.addAttribute("atclVO", brdService.selectAtcl(vo.getAtclId()));
        }
        return "gams/bbs/atclForm";
    }

    @RequestMapping(value = "/atclSave.do", method = RequestMethod.POST)
    public String atclSave(AtclVO vo, MultipartHttpServletRequest request) throws Exception {
        vo.setAtchFileId(fileService.saveFiles(request.getFiles("files"), vo.getAtchFileId()));
        return "redirect:/bbs/atclDetail.do?atclId=" + brdService.saveAtcl(vo, user(request));
    }

    @RequestMapping(value = "/atclDelete.do", method = RequestMethod.POST)
    public String atclDelete(AtclVO vo, HttpServletRequest request) throws Exception {
        brdService.deleteAtcl(vo.getAtclId(), user(request));
        return "redirect:/bbs/atclList.do?brdId=" + vo.getBrdId();
    }

    @RequestMapping(value = "/cmtSave.do", method = RequestMethod.POST)
    public String cmtSave(CmtVO vo, HttpServletRequest request) throws Exception {
        vo.setWrtrId(user(request).getUserId());
        brdService.insertCmt(vo);
        return "redirect:/bbs/atclDetail.do?atclId=" + vo.getAtclId();
    }

    @RequestMapping(value = "/cmtDelete.do", method = RequestMethod.POST)
    @ResponseBody
    public String cmtDelete(CmtVO vo, HttpServletRequest request) throws Exception {
        vo.setWrtrId(user(request).getUserId());
        brdService.deleteCmt(vo);
        return GamsConst.RESULT_OK;
    }
}
