package kr.go.sample.gams.vhc.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.vhc.service.VhcService;
import kr.go.sample.gams.vhc.service.impl.MntDAO;
import kr.go.sample.gams.vhc.vo.MntVO;
import kr.go.sample.gams.vhc.vo.VhcVO;

/**
 * 차량 정비 관리 (DAO 직접 호출)
 * @author 정차량
 * @since 2012.06.25
 */
@Controller
public class MntController extends BaseController {

    @Autowired
    private MntDAO mntDAO;

    @Autowired
    private VhcService vhcService;

    @Autowired
    private IdGnrService idGnrService;

    @RequestMapping("/vhc/mntList.do")
    public String mntList(@ModelAttribute("searchVO") MntVO vo, ModelMap model) throws Exception {
        String year = GamsUtil.nvl(vo.getMntYmd(), DateUtil.year());
        model.addAttribute("resultList", mntDAO.selectMntList(vo.getVhcId(), year));
        model.addAttribute("sumAmt", GamsUtil.comma(mntDAO.sumAmt(year)));
        return "gams/vhc/mntList";
    }

    @RequestMapping("/vhc/mntForm.do")
    public String mntForm(ModelMap model) throws Exception {
        model.addAttribute("vhcList", vhcService.selectVhcList(new VhcVO()));
        return "gams/vhc/mntForm";
    }

    @RequestMapping(value = "/vhc/mntSave.do", method = RequestMethod.POST)
    public String mntSave(MntVO vo) throws Exception {
        vo.setMntId(idGnrService.nextId("MNT"));
        mntDAO.insertMnt(vo);
        return "redirect:/vhc/mntList.do";
    }

    @RequestMapping(value = "/vhc/mntDelete.do", method = RequestMethod.POST)
    public String mntDelete(@RequestParam("mntId") String mntId) {
        mntDAO.deleteMnt(mntId);
        return "redirect:/vhc/mntList.do";
    }
}
