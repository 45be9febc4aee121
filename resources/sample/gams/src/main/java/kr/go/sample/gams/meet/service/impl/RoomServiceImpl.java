package kr.go.sample.gams.meet.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.meet.service.RoomService;
import kr.go.sample.gams.meet.vo.RoomEquipVO;
import kr.go.sample.gams.meet.vo.RoomVO;
import kr.go.sample.gams.meet.vo.RsvVO;

/**
 * 회의실 서비스 구현
 * @author 최예약
 * @since 2014.03.11
 */
@Service("roomService")
public class RoomServiceImpl extends EgovAbstractServiceImpl implements RoomService {

    @Resource(name = "roomMapper")
    private RoomMapper roomMapper;

    @Resource(name = "rsvMapper")
    private RsvMapper rsvMapper;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    @Override
    public List<RoomVO> selectRoomList(RoomVO vo) throws Exception {
        return roomMapper.selectRoomList(vo);
    }

    @Override
    public int selectRoomListCnt(RoomVO vo) throws Exception {
        return roomMapper.selectRoomListCnt(vo);
    }

    @Override
    public RoomVO selectRoom(String roomId) throws Exception {
        RoomVO room = roomMapper.selectRoom(roomId);
        if (room != null) {
            room.setEquipList(roomMapper.selectEquipList(roomId));
        }
        return room;
    }

    @Override
    public String saveRoom(RoomVO vo) throws Exception {
        if (vo.getOpenTm().compareTo(vo.getCloseTm()) >= 0) {
            throw new GamsException("E3001", "개방시각이 마감시각보다 늦습니다.");
        }
        if (GamsUtil.isEmpty(vo.getRoomId())) {
            vo.setRoomId(idGnrService.nextId("ROOM"));
            roomMapper.insertRoom(vo);
        } else {
            roomMapper.updateRoom(vo);
            roomMapper.deleteEquips(vo.getRoomId());
        }
        int sn = 0;
        if (vo.getEquipList() != null) {
            for (RoomEquipVO equip : vo.getEquipList()) {
                equip.setRoomId(vo.getRoomId());
                equip.setEquipSn(++sn);
                roomMapper.insertEquip(equip);
            }
        }
        return vo.getRoomId();
    }

    @Override
    public void deleteRoom(String roomId) throws Exception {
        RsvVO q = new RsvVO();
        q.setRoomId(roomId);
        q.setRsvYmd(DateUtil.today());
        if (rsvMapper.countFuture(q) > 0) {
            throw new GamsException("E3002", "예약이 남아 있는 회의실은 삭제할 수 없습니다.");
        }
        roomMapper.deleteEquips(roomId);
        roomMapper.deleteRoom(roomId);
    }
}
