package kr.go.sample.gams.sup.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.sup.service.ItemService;
import kr.go.sample.gams.sup.vo.ItemVO;

/**
 * 비품 품목 관리
 * @author 한비품
 * @since 2013.11.04
 */
@Controller
@RequestMapping("/sup")
public class ItemController extends BaseController {

    @Resource(name = "itemService")
    private ItemService itemService;

    @Resource(name = "codeService")
    private CodeService codeService;

    @RequestMapping("/itemList.do")
    public String itemList(@ModelAttribute("searchVO") ItemVO vo, ModelMap model) throws Exception {
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(itemService.selectItemListCnt(vo));
        model.addAttribute("resultList", itemService.selectItemList(vo));
        model.addAttribute("paginationInfo", info);
        model.addAttribute("ctgryList", codeService.selectCodeList("ITEM_CTGRY"));
        return "gams/sup/itemList";
    }

    @RequestMapping("/itemForm.do")
    public String itemForm(@RequestParam(value = "itemId", required = false) String itemId, ModelMap model) throws Exception {
        model.addAttribute("itemVO", itemId == null ? new ItemVO() : itemService.selectItem(itemId));
        model.addAttribute("ctgryList", codeService.selectCodeList("ITEM_CTGRY"));
        model.addAttribute("unitList", codeService.selectCodeList("UNIT"));
        return "gams/sup/itemForm";
    }

    @RequestMapping(value = "/itemSave.do", method = RequestMethod.POST)
    public String itemSave(ItemVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        itemService.saveItem(vo);
        return "redirect:/sup/itemList.do";
    }

    @RequestMapping(value = "/itemDelete.do", method = RequestMethod.POST)
    public String itemDelete(@RequestParam("itemId") String itemId) throws Exception {
        itemService.deleteItem(itemId);
        return "redirect:/sup/itemList.do";
    }
}
