package kr.go.sample.gams.meet.service;

import java.util.List;

import kr.go.sample.gams.meet.vo.RoomVO;

/**
 * 회의실 서비스
 * @author 최예약
 * @since 2014.03.11
 */
public interface RoomService {

    List<RoomVO> selectRoomList(RoomVO vo) throws Exception;

    int selectRoomListCnt(RoomVO vo) throws Exception;

    RoomVO selectRoom(String roomId) throws Exception;

    String saveRoom(RoomVO vo) throws Exception;

    void deleteRoom(String roomId) throws Exception;
}
