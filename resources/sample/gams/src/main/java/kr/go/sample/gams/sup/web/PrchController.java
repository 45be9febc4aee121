package kr.go.sample.gams.sup.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.sup.service.ItemService;
import kr.go.sample.gams.sup.service.PrchService;
import kr.go.sample.gams.sup.vo.ItemVO;
import kr.go.sample.gams.sup.vo.PrchVO;
import kr.go.sample.gams.sup.vo.VndrVO;

/**
 * 구매/업체 관리
 * @author 한비품
 * @since 2013.11.06
 */
@Controller
@RequestMapping("/sup")
public class PrchController extends BaseController {

    @Resource(name = "prchService")
    private PrchService prchService;

    @Resource(name = "itemService")
    private ItemService itemService;

    @RequestMapping("/prchList.do")
    public String prchList(@ModelAttribute("searchVO") PrchVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", prchService.selectPrchList(vo));
        model.addAttribute("budget", GamsUtil.comma(prchService.selectBudgetRemain(DateUtil.year())));
        return "gams/sup/prchList";
    }

    @RequestMapping("/prchForm.do")
    public String prchForm(ModelMap model) throws Exception {
        model.addAttribute("vndrList", prchService.selectVndrList(new VndrVO()));
        model.addAttribute("itemList", itemService.selectItemList(new ItemVO()));
        return "gams/sup/prchForm";
    }

    @RequestMapping(value = "/prchSave.do", method = RequestMethod.POST)
    public String prchSave(PrchVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        prchService.savePrch(vo);
        return "redirect:/sup/prchList.do";
    }

    @RequestMapping(value = "/prchReceive.do", method = RequestMethod.POST)
    public String prchReceive(@RequestParam("prchId") String prchId, HttpServletRequest request) throws Exception {
        prchService.receive(prchId, user(request).getUserId());
        return "redirect:/sup/prchList.do";
    }

    @RequestMapping("/vndrList.do")
    public String vndrList(@ModelAttribute("searchVO") VndrVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", prchService.selectVndrList(vo));
        return "gams/sup/vndrList";
    }

    @RequestMapping(value = "/vndrSave.do", method = RequestMethod.POST)
    public String vndrSave(VndrVO vo) throws Exception {
        prchService.saveVndr(vo);
        return "redirect:/sup/vndrList.do";
    }
}
