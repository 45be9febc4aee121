package kr.go.sample.gams.vhc.web;

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
import org.springframework.web.servlet.ModelAndView;

import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.ExcelUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.vhc.service.DsptchService;
import kr.go.sample.gams.vhc.service.VhcService;
import kr.go.sample.gams.vhc.vo.DrvLogVO;
import kr.go.sample.gams.vhc.vo.DsptchVO;

/**
 * 배차/운행일지
 * @author 정차량
 * @since 2012.06.21
 */
@Controller
public class DsptchController extends BaseController {

    @Resource(name = "dsptchService")
    private DsptchService dsptchService;

    @Resource(name = "vhcService")
    private VhcService vhcService;

    @RequestMapping("/vhc/dsptchList.do")
    public String dsptchList(@ModelAttribute("searchVO") DsptchVO vo, ModelMap model) throws Exception {
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(dsptchService.selectDsptchListCnt(vo));
        model.addAttribute("resultList", dsptchService.selectDsptchList(vo));
        model.addAttribute("paginationInfo", info);
        return "gams/vhc/dsptchList";
    }

    @RequestMapping("/vhc/dsptchForm.do")
    public String dsptchForm(@ModelAttribute("dsptchVO") DsptchVO vo, ModelMap model) throws Exception {
        if (!GamsUtil.isEmpty(vo.getBgnDt())) {
            model.addAttribute("vhcList", vhcService.selectUsableList(vo));
        }
        return "gams/vhc/dsptchForm";
    }

    @RequestMapping("/vhc/dsptchDetail.do")
    public String dsptchDetail(@RequestParam("dspthId") String dspthId, ModelMap model) throws Exception {
        model.addAttribute("dsptch", dsptchService.selectDsptch(dspthId));
        return "gams/vhc/dsptchDetail";
    }

    @RequestMapping(value = "/vhc/dsptchSave.do", method = RequestMethod.POST)
    public String dsptchSave(DsptchVO vo, HttpServletRequest request) throws Exception {
        String id = dsptchService.requestDsptch(vo, user(request));
        request.getSession().setAttribute("lastDspthId", id);
        return "redirect:/vhc/dsptchDetail.do?dspthId=" + id;
    }

    @RequestMapping(value = "/vhc/dsptchCancel.do", method = RequestMethod.POST)
    @ResponseBody
    public String dsptchCancel(@RequestParam("dspthId") String dspthId) throws Exception {
        dsptchService.cancel(dspthId);
        return GamsConst.RESULT_OK;
    }

    @RequestMapping("/vhc/drvLogList.do")
    public String drvLogList(@ModelAttribute("searchVO") DrvLogVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", dsptchService.selectDrvLogList(vo));
        return "gams/vhc/drvLogList";
    }

    @RequestMapping(value = "/vhc/drvLogForm.do", method = RequestMethod.GET)
    public ModelAndView drvLogForm(@RequestParam("dspthId") String dspthId) throws Exception {
        ModelAndView mav = new ModelAndView("gams/vhc/drvLogForm");
        mav.addObject("dsptch", dsptchService.selectDsptch(dspthId));
        return mav;
    }

    @RequestMapping(value = "/vhc/drvLogSave.do", method = RequestMethod.POST)
    public String drvLogSave(DrvLogVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        dsptchService.writeDrvLog(vo);
        return "redirect:/vhc/drvLogList.do";
    }

    @RequestMapping("/vhc/dsptchStat.do")
    public ModelAndView dsptchStat(@RequestParam(value = "year", required = false) String year) throws Exception {
        ModelAndView mav = new ModelAndView();
        String y = GamsUtil.nvl(year, DateUtil.year());
        mav.addObject("year", y);
        mav.addObject("statList", dsptchService.selectStat(y));
        mav.setViewName("gams/vhc/dsptchStat");
        return mav;
    }

    @RequestMapping("/vhc/dsptchStatExcel.do")
    public void dsptchStatExcel(@RequestParam("year") String year, HttpServletResponse response) throws Exception {
        ExcelUtil.download(response, "vhcStat", new String[] {"차량번호", "운행", "거리", "유류비", "정비비"}, dsptchService.selectStat(year),
                new String[] {"vhcNo", "drvCnt", "km", "fuelAmt", "mntAmt"});
    }
}
