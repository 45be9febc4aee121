package kr.go.sample.gams.meet.web;

import java.util.List;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

import egovframework.rte.psl.dataaccess.util.EgovMap;
import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.ExcelUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.web.BaseController;
import kr.go.sample.gams.meet.service.RoomService;
import kr.go.sample.gams.meet.service.RsvService;
import kr.go.sample.gams.meet.service.RsvStatus;
import kr.go.sample.gams.meet.vo.RoomVO;
import kr.go.sample.gams.meet.vo.RsvVO;

/**
 * 회의실 예약
 * @author 최예약
 * @since 2014.03.12
 */
@Controller
@RequestMapping("/meet/rsv")
public class RsvController extends BaseController {

    @Resource(name = "rsvService")
    private RsvService rsvService;

    @Resource(name = "roomService")
    private RoomService roomService;

    @RequestMapping("/list.do")
    public String list(@ModelAttribute("searchVO") RsvVO vo, ModelMap model) throws Exception {
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(rsvService.selectRsvListCnt(vo));
        model.addAttribute("resultList", rsvService.selectRsvList(vo));
        model.addAttribute("paginationInfo", info);
        model.addAttribute("sttusList", RsvStatus.values());
        return "gams/meet/rsvList";
    }

    @RequestMapping("/calendar.do")
    public String calendar(@RequestParam(value = "ym", required = false) String ym, @RequestParam(value = "roomId", required = false) String roomId,
            HttpSession session, ModelMap model) throws Exception {
        if (ym == null) {
            ym = (String) session.getAttribute("calYm");
        }
        if (ym == null) {
            ym = DateUtil.today().substring(0, 6);
        }
        session.setAttribute("calYm", ym);
        model.addAttribute("ym", ym);
        model.addAttribute("days", rsvService.selectCalendar(roomId, ym));
        return "gams/meet/rsvCalendar";
    }

    @RequestMapping("/detail.do")
    public String detail(@RequestParam("rsvId") String rsvId, ModelMap model) throws Exception {
        RsvVO rsv = rsvService.selectRsv(rsvId);
        model.addAttribute("rsv", rsv);
        model.addAttribute("sttusNm", RsvStatus.of(rsv.getSttusCd()).getLabel());
        model.addAttribute("atndList", rsvService.selectAtndList(rsvId));
        return "gams/meet/rsvDetail";
    }

    /** 예약 1단계 : 회의실/일시 선택값을 세션에 담아 둔다 */
    @RequestMapping("/form.do")
    public String form(@ModelAttribute("rsvVO") RsvVO vo, HttpSession session, ModelMap model) throws Exception {
        session.setAttribute("rsvDraft", vo);
        model.addAttribute("roomList", roomService.selectRoomList(new RoomVO()));
        return "gams/meet/rsvForm";
    }

    @RequestMapping(value = "/save.do", method = RequestMethod.POST)
    public String save(RsvVO vo, HttpServletRequest request) throws Exception {
        LoginVO user = user(request);
        RsvVO draft = (RsvVO) request.getSession().getAttribute("rsvDraft");
        if (GamsUtil.isEmpty(vo.getRoomId()) && draft != null) {
            vo.setRoomId(draft.getRoomId());
            vo.setRsvYmd(draft.getRsvYmd());
        }
        vo.setEmpNo(user.getEmpNo());
        vo.stamp(user.getUserId());
        String rsvId = rsvService.insertRsv(vo);
        GamsUtil.setMsg(user.getUserId(), "회의실 예약이 신청되었습니다.");
        return "redirect:/meet/rsv/detail.do?rsvId=" + rsvId;
    }

    @RequestMapping(value = "/confirm.do", method = RequestMethod.POST)
    public String confirm(@RequestParam("rsvId") String rsvId, HttpServletRequest request) throws Exception {
        rsvService.confirmRsv(rsvId, user(request).getUserId());
        return "redirect:/meet/rsv/list.do";
    }

    @RequestMapping(value = "/cancel.do", method = RequestMethod.POST)
    @ResponseBody
    public String cancel(RsvVO vo, HttpServletRequest request) throws Exception {
        vo.setLastUpdId(user(request).getUserId());
        rsvService.cancelRsv(vo);
        return GamsConst.RESULT_OK;
    }

    @RequestMapping("/stat.do")
    public String stat(@ModelAttribute("searchVO") RsvVO vo, ModelMap model) throws Exception {
        model.addAttribute("statList", rsvService.selectStat(GamsUtil.nvl(vo.getSearchBgnDe(), DateUtil.year() + "0101"), GamsUtil.nvl(vo.getSearchEndDe(), DateUtil.today())));
        return "gams/meet/rsvStat";
    }

    @RequestMapping("/statExcel.do")
    public void statExcel(RsvVO vo, HttpServletResponse response) throws Exception {
        List<EgovMap> rows = rsvService.selectStat(vo.getSearchBgnDe(), vo.getSearchEndDe());
        ExcelUtil.download(response, "roomStat", new String[] {"회의실", "건수", "취소"}, rows, new String[] {"roomNm", "cnt", "cnclCnt"});
    }
}
