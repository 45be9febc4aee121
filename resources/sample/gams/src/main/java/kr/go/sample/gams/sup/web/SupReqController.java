package kr.go.sample.gams.sup.web;

import java.util.ArrayList;
import java.util.List;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.sup.service.ItemService;
import kr.go.sample.gams.sup.service.SupReqService;
import kr.go.sample.gams.sup.vo.ItemVO;
import kr.go.sample.gams.sup.vo.SupReqDtlVO;
import kr.go.sample.gams.sup.vo.SupReqVO;

/**
 * 비품 신청
 * @author 한비품
 * @since 2013.11.05
 */
@Controller
@RequestMapping("/sup")
public class SupReqController extends BaseController {

    private static final String CART = "supCart";

    @Resource(name = "supReqService")
    private SupReqService supReqService;

    @Resource(name = "itemService")
    private ItemService itemService;

    @RequestMapping("/supReqList.do")
    public String supReqList(@ModelAttribute("searchVO") SupReqVO vo, HttpServletRequest request, ModelMap model) throws Exception {
        LoginVO user = user(request);
        if (!user.hasRole("ROLE_SUP")) {
            vo.setEmpNo(user.getEmpNo());
        }
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(supReqService.selectReqListCnt(vo));
        model.addAttribute("resultList", supReqService.selectReqList(vo));
        model.addAttribute("paginationInfo", info);
        return "gams/sup/supReqList";
    }

    /** 신청 바구니에 담기 */
    @SuppressWarnings("unchecked")
    @RequestMapping(value = "/cartAdd.do", method = RequestMethod.POST)
    @ResponseBody
    public int cartAdd(SupReqDtlVO dtl, HttpSession session) throws Exception {
        List<SupReqDtlVO> cart = (List<SupReqDtlVO>) session.getAttribute(CART);
        if (cart == null) {
            cart = new ArrayList<SupReqDtlVO>();
        }
        dtl.setItemNm(itemService.selectItem(dtl.getItemId()).getItemNm());
        cart.add(dtl);
        session.setAttribute(CART, cart);
        return cart.size();
    }

    @RequestMapping("/supReqForm.do")
    public String supReqForm(ModelMap model) throws Exception {
        model.addAttribute("itemList", itemService.selectItemList(new ItemVO()));
        return "gams/sup/supReqForm";
    }

    @SuppressWarnings("unchecked")
    @RequestMapping(value = "/supReqSave.do", method = RequestMethod.POST)
    public String supReqSave(SupReqVO vo, HttpServletRequest request) throws Exception {
        HttpSession session = request.getSession();
        vo.setDtlList((List<SupReqDtlVO>) session.getAttribute(CART));
        String reqId = supReqService.requestSupply(vo, user(request));
        session.removeAttribute(CART);
        return "redirect:/sup/supReqDetail.do?reqId=" + reqId;
    }

    @RequestMapping("/supReqDetail.do")
    public String supReqDetail(@RequestParam("reqId") String reqId, ModelMap model) throws Exception {
        model.addAttribute("req", supReqService.selectReq(reqId));
        return "gams/sup/supReqDetail";
    }

    @RequestMapping("/supStat.do")
    public String supStat(@RequestParam(value = "year", required = false) String year, ModelMap model) throws Exception {
        model.addAttribute("statList", supReqService.selectDeptStat(GamsUtil.nvl(year, DateUtil.year())));
        return "gams/sup/supStat";
    }
}
