package kr.go.sample.gams.vhc.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.vhc.service.VhcService;
import kr.go.sample.gams.vhc.vo.VhcVO;

/**
 * 차량 관리
 * @author 정차량
 * @since 2012.06.20
 */
@Controller
public class VhcController extends BaseController {

    @Resource(name = "vhcService")
    private VhcService vhcService;

    @Resource(name = "codeService")
    private CodeService codeService;

    @RequestMapping("/vhc/vhcList.do")
    public String vhcList(@ModelAttribute("searchVO") VhcVO vo, ModelMap model) throws Exception {
        model.addAttribute("resultList", vhcService.selectVhcList(vo));
        model.addAttribute("kndList", codeService.selectCodeList("VHC_KND"));
        return "gams/vhc/vhcList";
    }

    @RequestMapping("/vhc/vhcForm.do")
    public String vhcForm(@RequestParam(value = "vhcId", required = false) String vhcId, ModelMap model) throws Exception {
        model.addAttribute("vhcVO", vhcId == null ? new VhcVO() : vhcService.selectVhc(vhcId));
        model.addAttribute("kndList", codeService.selectCodeList("VHC_KND"));
        model.addAttribute("fuelList", codeService.selectCodeList("FUEL"));
        return "gams/vhc/vhcForm";
    }

    @RequestMapping(value = "/vhc/vhcSave.do", method = RequestMethod.POST)
    public String vhcSave(VhcVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        vhcService.saveVhc(vo);
        return "redirect:/vhc/vhcList.do";
    }

    @RequestMapping(value = "/vhc/vhcDelete.do", method = RequestMethod.POST)
    public String vhcDelete(@RequestParam("vhcId") String vhcId) throws Exception {
        vhcService.deleteVhc(vhcId);
        return "redirect:/vhc/vhcList.do";
    }
}
