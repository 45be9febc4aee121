package kr.go.sample.gams.meet.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.meet.vo.RoomEquipVO;
import kr.go.sample.gams.meet.vo.RoomVO;

/**
 * 회의실 매퍼
 * @author 최예약
 * @since 2014.03.11
 */
@Mapper("roomMapper")
public interface RoomMapper {

    List<RoomVO> selectRoomList(RoomVO vo) throws Exception;

    int selectRoomListCnt(RoomVO vo) throws Exception;

    RoomVO selectRoom(String roomId) throws Exception;

    int insertRoom(RoomVO vo) throws Exception;

    int updateRoom(RoomVO vo) throws Exception;

    int deleteRoom(String roomId) throws Exception;

    List<RoomEquipVO> selectEquipList(String roomId) throws Exception;

    int insertEquip(RoomEquipVO vo) throws Exception;

    int deleteEquips(String roomId) throws Exception;
}
