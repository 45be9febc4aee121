package kr.go.sample.gams.meet.service;

import java.util.List;
import java.util.Map;

import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.meet.vo.RsvAtndVO;
import kr.go.sample.gams.meet.vo.RsvVO;

/**
 * 회의실 예약 서비스
 * @author 최예약
 * @since 2014.03.12
 */
public interface RsvService {

    List<RsvVO> selectRsvList(RsvVO vo) throws Exception;

    int selectRsvListCnt(RsvVO vo) throws Exception;

    RsvVO selectRsv(String rsvId) throws Exception;

    List<RsvAtndVO> selectAtndList(String rsvId) throws Exception;

    List<RsvVO> selectMyRsv(String empNo, String ymd) throws Exception;

    Map<String, List<RsvVO>> selectCalendar(String roomId, String ym) throws Exception;

    String insertRsv(RsvVO vo) throws Exception;

    void confirmRsv(String rsvId, String userId) throws Exception;

    void cancelRsv(RsvVO vo) throws Exception;

    int closePast() throws Exception;

    List<EgovMap> selectStat(String bgnDe, String endDe) throws Exception;
}
