package kr.go.sample.gams.sup.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.sup.service.StockService;
import kr.go.sample.gams.sup.vo.StockVO;

/**
 * 비품 재고 관리
 * @author 한비품
 * @since 2013.11.04
 */
@Controller
@RequestMapping("/sup")
public class StockController extends BaseController {

    @Resource(name = "stockService")
    private StockService stockService;

    @RequestMapping("/stockList.do")
    public String stockList(@ModelAttribute("searchVO") StockVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", stockService.selectStockList(vo));
        return "gams/sup/stockList";
    }

    @RequestMapping("/stockHist.do")
    public String stockHist(@ModelAttribute("searchVO") StockVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", stockService.selectHist(vo));
        return "gams/sup/stockHist";
    }

    /** 재고 실사 조정 */
    @RequestMapping(value = "/stockAdjust.do", method = RequestMethod.POST)
    @ResponseBody
    public String stockAdjust(StockVO vo, HttpServletRequest request) throws Exception {
        vo.setLastUpdId(user(request).getUserId());
        if (vo.getQty() >= 0) {
            stockService.in(vo);
        } else {
            vo.setQty(-vo.getQty());
            stockService.out(vo);
        }
        return GamsConst.RESULT_OK;
    }
}
