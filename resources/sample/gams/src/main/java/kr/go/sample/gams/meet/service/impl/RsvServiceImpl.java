package kr.go.sample.gams.meet.service.impl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import egovframework.rte.psl.dataaccess.util.EgovMap;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.HttpCallUtil;
import kr.go.sample.gams.hrm.service.EmpService;
import kr.go.sample.gams.hrm.vo.EmpVO;
import kr.go.sample.gams.meet.service.RoomService;
import kr.go.sample.gams.meet.service.RsvService;
import kr.go.sample.gams.meet.service.RsvStatus;
import kr.go.sample.gams.meet.vo.RoomVO;
import kr.go.sample.gams.meet.vo.RsvAtndVO;
import kr.go.sample.gams.meet.vo.RsvVO;

/**
 * 회의실 예약 서비스 구현
 * @author 최예약
 * @since 2014.03.12
 */
@Service("rsvService")
public class RsvServiceImpl extends EgovAbstractServiceImpl implements RsvService {

    /** 예약 중복 방지용 잠금 목록 (회의실ID + 일자) */
    private static Map<String, Long> rsvLock = new HashMap<String, Long>();

    @Resource(name = "rsvMapper")
    private RsvMapper rsvMapper;

    @Resource(name = "roomService")
    private RoomService roomService;

    @Resource(name = "empService")
    private EmpService empService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    private Timer timer = new Timer(true);

    @Override
    public List<RsvVO> selectRsvList(RsvVO vo) throws Exception {
        return rsvMapper.selectRsvList(vo);
    }

    @Override
    public int selectRsvListCnt(RsvVO vo) throws Exception {
        return rsvMapper.selectRsvListCnt(vo);
    }

    @Override
    public RsvVO selectRsv(String rsvId) throws Exception {
        return rsvMapper.selectRsv(rsvId);
    }

    @Override
    public List<RsvAtndVO> selectAtndList(String rsvId) throws Exception {
        return rsvMapper.selectAtndList(rsvId);
    }

    @Override
    public List<RsvVO> selectMyRsv(String empNo, String ymd) throws Exception {
        RsvVO q = new RsvVO();
        q.setEmpNo(empNo);
        q.setRsvYmd(ymd);
        return rsvMapper.selectMyRsv(q);
    }

    @Override
    public Map<String, List<RsvVO>> selectCalendar(String roomId, String ym) throws Exception {
        RsvVO q = new RsvVO();
        q.setRoomId(roomId);
        q.setRsvYmd(ym);
        Map<String, List<RsvVO>> days = new LinkedHashMap<String, List<RsvVO>>();
        for (RsvVO rsv : rsvMapper.selectMonth(q)) {
            List<RsvVO> list = days.get(rsv.getRsvYmd());
            if (list == null) {
                list = new ArrayList<RsvVO>();
                days.put(rsv.getRsvYmd(), list);
            }
            list.add(rsv);
        }
        return days;
    }

    @Override
    public String insertRsv(RsvVO vo) throws Exception {
        Slot slot = new Slot(vo.getBgnTm(), vo.getEndTm());
        RoomVO room = roomService.selectRoom(vo.getRoomId());
        if (room == null || !slot.inside(room.getOpenTm(), room.getCloseTm())) {
            throw new GamsException("E3003", "개방시간이 아닙니다.");
        }
        if (vo.getAtndCnt() > room.getCpctyCnt()) {
            throw new GamsException("E3004", "수용인원을 초과하였습니다.");
        }
        String key = vo.getRoomId() + vo.getRsvYmd();
        synchronized (rsvLock) {
            rsvLock.put(key, System.currentTimeMillis());
            for (RsvVO old : rsvMapper.selectDay(vo)) {
                if (slot.overlaps(new Slot(old.getBgnTm(), old.getEndTm()))) {
                    throw new GamsException("E3005", "이미 예약된 시간입니다. (" + old.getTitle() + ")");
                }
            }
            vo.setRsvId(idGnrService.nextId("RSV"));
            vo.setSttusCd(RsvStatus.REQ.getCode());
            rsvMapper.insertRsv(vo);
            rsvLock.remove(key);
        }
        for (int i = 0; vo.getAtndEmpNos() != null && i < vo.getAtndEmpNos().length; i++) {
            EmpVO emp = empService.selectEmp(vo.getAtndEmpNos()[i]);
            if (emp == null) {
                continue;
            }
            RsvAtndVO atnd = new RsvAtndVO();
            atnd.setRsvId(vo.getRsvId());
            atnd.setEmpNo(emp.getEmpNo());
            atnd.setNotiYn(HttpCallUtil.sendMessenger(emp.getEmpNo(), "[회의] " + vo.getTitle()) ? "Y" : "N");
            rsvMapper.insertAtnd(atnd);
        }
        // 당일 예약이면 시작 전 문자 알림
        if (vo.getRsvYmd().equals(DateUtil.today())) {
            timer.schedule(new RsvReminderTask(rsvMapper.selectAtndList(vo.getRsvId()), vo.getTitle()), 10 * 60 * 1000);
        }
        return vo.getRsvId();
    }

    @Override
    public void confirmRsv(String rsvId, String userId) throws Exception {
        RsvVO rsv = rsvMapper.selectRsv(rsvId);
        rsv.setSttusCd(RsvStatus.CFM.getCode());
        rsv.stamp(userId);
        rsvMapper.updateStatus(rsv);
    }

    @Override
    public void cancelRsv(RsvVO vo) throws Exception {
        RsvVO rsv = rsvMapper.selectRsv(vo.getRsvId());
        if (!RsvStatus.of(rsv.getSttusCd()).cancelable()) {
            throw new GamsException("E3006", "취소할 수 없는 상태입니다.");
        }
        rsv.setSttusCd(RsvStatus.CNCL.getCode());
        rsv.setCnclRsn(vo.getCnclRsn());
        rsv.setLastUpdId(vo.getLastUpdId());
        rsvMapper.updateStatus(rsv);
    }

    @Override
    public int closePast() throws Exception {
        return rsvMapper.updateClose(DateUtil.today());
    }

    @Override
    public List<EgovMap> selectStat(String bgnDe, String endDe) throws Exception {
        Map<String, String> p = new HashMap<String, String>();
        p.put("bgnDe", bgnDe);
        p.put("endDe", endDe);
        return rsvMapper.selectStat(p);
    }

    /** 예약 시간대 */
    static class Slot {

        private final String bgn;
        private final String end;

        Slot(String bgn, String end) {
            if (bgn.compareTo(end) >= 0) {
                throw new GamsException("E3007", "종료시각이 시작시각보다 빠릅니다.");
            }
            this.bgn = bgn;
            this.end = end;
        }

        boolean overlaps(Slot o) {
            return bgn.compareTo(o.end) < 0 && o.bgn.compareTo(end) < 0;
        }

        boolean inside(String open, String close) {
            return bgn.compareTo(open) >= 0 && end.compareTo(close) <= 0;
        }
    }
}
