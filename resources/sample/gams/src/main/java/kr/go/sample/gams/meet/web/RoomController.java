package kr.go.sample.gams.meet.web;

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
import kr.go.sample.gams.hrm.service.DeptService;
import kr.go.sample.gams.meet.service.RoomService;
import kr.go.sample.gams.meet.vo.RoomVO;

/**
 * 회의실 관리
 * @author 최예약
 * @since 2014.03.11
 */
@Controller
@RequestMapping("/meet/room")
public class RoomController extends BaseController {

    @Resource(name = "roomService")
    private RoomService roomService;

    @Resource(name = "codeService")
    private CodeService codeService;

    @Resource(name = "deptService")
    private DeptService deptService;

    @RequestMapping("/list.do")
    public String list(@ModelAttribute("searchVO") RoomVO vo, ModelMap model) throws Exception {
        PaginationInfo info = paging(vo);
        info.setTotalRecordCount(roomService.selectRoomListCnt(vo));
        model.addAttribute("resultList", roomService.selectRoomList(vo));
        model.addAttribute("paginationInfo", info);
        model.addAttribute("locList", codeService.selectCodeList("LOC"));
        return "gams/meet/roomList";
    }

    @RequestMapping("/detail.do")
    public String detail(@RequestParam("roomId") String roomId, ModelMap model) throws Exception {
        model.addAttribute("room", roomService.selectRoom(roomId));
        return "gams/meet/roomDetail";
    }

    @RequestMapping("/form.do")
    public String form(@RequestParam(value = "roomId", required = false) String roomId, ModelMap model) throws Exception {
        model.addAttribute("roomVO", roomId == null ? new RoomVO() : roomService.selectRoom(roomId));
        model.addAttribute("locList", codeService.selectCodeList("LOC"));
        model.addAttribute("deptList", deptService.selectDeptTree());
        return "gams/meet/roomForm";
    }

    @RequestMapping(value = "/save.do", method = RequestMethod.POST)
    public String save(RoomVO vo, HttpServletRequest request) throws Exception {
        vo.stamp(user(request).getUserId());
        return "redirect:/meet/room/detail.do?roomId=" + roomService.saveRoom(vo);
    }

    @RequestMapping(value = "/delete.do", method = RequestMethod.POST)
    public String delete(@RequestParam("roomId") String roomId) throws Exception {
        roomService.deleteRoom(roomId);
        return "redirect:/meet/room/list.do";
    }
}
