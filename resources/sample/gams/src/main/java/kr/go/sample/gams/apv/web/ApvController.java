package kr.go.sample.gams.apv.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import kr.go.sample.gams.apv.service.ApvService;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.apv.vo.ApvFormVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.service.FileService;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;

/**
 * 전자결재 화면
 * @author 이결재
 * @since 2013.07.01
 */
@Controller
@RequestMapping("/apv")
public class ApvController extends BaseController {

    @Resource(name = "apvService")
    private ApvService apvService;

    @Resource(name = "fileService")
    private FileService fileService;

    @RequestMapping("/docList.do")
    public String docList(@ModelAttribute("searchVO") ApvDocVO vo, HttpServletRequest request, ModelMap model) throws Exception {
        vo.setDrftEmpNo(user(request).getEmpNo());
        vo.setBox(GamsUtil.nvl(vo.getBox(), "TODO"));
        request.getSession().setAttribute("apvBox", vo.getBox());
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(apvService.selectDocListCnt(vo));
        model.addAttribute("resultList", apvService.selectDocList(vo));
        model.addAttribute("paginationInfo", info);
        return "gams/apv/docList";
    }

    @RequestMapping("/draftForm.do")
    public String draftForm(@RequestParam(value = "formId", required = false) String formId, ModelMap model) throws Exception {
        if (formId == null) {
            model.addAttribute("formList", apvService.selectFormList(new ApvFormVO()));
        } else {
            model.addAttribute("form", apvService.selectForm(formId));
        }
        return "gams/apv/draftForm";
    }

    @RequestMapping(value = "/draft.do", method = RequestMethod.POST)
    public String draft(ApvDocVO vo, MultipartHttpServletRequest request) throws Exception {
        vo.setAtchFileId(fileService.saveFiles(request.getFiles("files"), vo.getAtchFileId()));
        String id = apvService.draft(vo, user(request));
        return "redirect:/apv/docDetail.do?apvDocId=" + id;
    }

    @RequestMapping("/docDetail.do")
    public String docDetail(@RequestParam("apvDocId") String apvDocId, ModelMap model) throws Exception {
        ApvDocVO doc = apvService.selectDoc(apvDocId);
        model.addAttribute("doc", doc);
        model.addAttribute("opnList", apvService.selectOpnList(apvDocId));
        if (!GamsUtil.isEmpty(doc.getAtchFileId())) {
            model.addAttribute("fileList", fileService.selectFileList(doc.getAtchFileId()));
        }
        return "gams/apv/docDetail";
    }

    @RequestMapping(value = "/approve.do", method = RequestMethod.POST)
    public String approve(@RequestParam("apvDocId") String apvDocId, @RequestParam("opinion") String opinion, HttpServletRequest request) throws Exception {
        apvService.approve(apvDocId, user(request), opinion);
        return "redirect:/apv/docList.do?box=" + request.getSession().getAttribute("apvBox");
    }

    @RequestMapping(value = "/reject.do", method = RequestMethod.POST)
    public String reject(@RequestParam("apvDocId") String apvDocId, @RequestParam("opinion") String opinion, HttpServletRequest request) throws Exception {
        apvService.reject(apvDocId, user(request), opinion);
        return "redirect:/apv/docList.do";
    }

    @RequestMapping(value = "/withdraw.do", method = RequestMethod.POST)
    @ResponseBody
    public String withdraw(@RequestParam("apvDocId") String apvDocId, HttpServletRequest request) throws Exception {
        apvService.withdraw(apvDocId, user(request));
        return GamsConst.RESULT_OK;
    }

    @RequestMapping("/print.do")
    public void print(@RequestParam("apvDocId") String apvDocId, HttpServletResponse response) throws Exception {
        response.setContentType("application/pdf");
        apvService.printDoc(apvDocId, response.getOutputStream());
    }

    @RequestMapping("/formList.do")
    public String formList(@ModelAttribute("searchVO") ApvFormVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", apvService.selectFormList(vo));
        return "gams/apv/formList";
    }

    @RequestMapping("/formEdit.do")
    public String formEdit(@RequestParam(value = "formId", required = false) String formId, ModelMap model) throws Exception {
        if (formId != null) {
            model.addAttribute("form", apvService.selectForm(formId));
        }
        return "gams/apv/formEdit";
    }

    @RequestMapping(value = "/formSave.do", method = RequestMethod.POST)
    public String formSave(ApvFormVO vo) throws Exception {
        apvService.saveForm(vo);
        return "redirect:/apv/formList.do";
    }
}
