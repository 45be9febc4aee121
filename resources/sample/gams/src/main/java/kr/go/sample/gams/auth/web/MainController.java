package kr.go.sample.gams.auth.web;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.RequestMapping;

import kr.go.sample.gams.apv.service.ApvService;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.bbs.service.NtcService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.meet.service.RsvService;

/**
 * 메인 화면
 * @author 김총무
 * @since 2012.05.08
 */
@Controller
public class MainController extends BaseController {

    @Resource(name = "ntcService")
    private NtcService ntcService;

    @Resource(name = "apvService")
    private ApvService apvService;

    @Resource(name = "rsvService")
    private RsvService rsvService;

    @RequestMapping("/main.do")
    public String main(HttpServletRequest request, ModelMap model) throws Exception {
        LoginVO user = user(request);
        model.addAttribute("ntcList", ntcService.selectMainList());
        model.addAttribute("apvCnt", apvService.countTodo(user.getEmpNo()));
        model.addAttribute("rsvList", rsvService.selectMyRsv(user.getEmpNo(), DateUtil.today()));
        model.addAttribute("userCnt", SessionRegistry.count());
        model.addAttribute("msg", GamsUtil.getMsg(user.getUserId()));
        return "gams/auth/main";
    }
}
