package kr.go.sample.gams.meet.service.impl;

import java.util.List;
import java.util.Map;

import egovframework.rte.psl.dataaccess.mapper.Mapper;
import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.meet.vo.RsvAtndVO;
import kr.go.sample.gams.meet.vo.RsvVO;

/**
 * 회의실 예약 매퍼
 * @author 최예약
 * @since 2014.03.12
 */
@Mapper("rsvMapper")
public interface RsvMapper {

    List<RsvVO> selectRsvList(RsvVO vo) throws Exception;

    int selectRsvListCnt(RsvVO vo) throws Exception;

    RsvVO selectRsv(String rsvId) throws Exception;

    List<RsvVO> selectDay(RsvVO vo) throws Exception;

    List<RsvVO> selectMonth(RsvVO vo) throws Exception;

    List<RsvVO> selectMyRsv(RsvVO vo) throws Exception;

    int countFuture(RsvVO vo) throws Exception;

    int insertRsv(RsvVO vo) throws Exception;

    int updateStatus(RsvVO vo) throws Exception;

    int updateClose(String today) throws Exception;

    int insertAtnd(RsvAtndVO vo) throws Exception;

    List<RsvAtndVO> selectAtndList(String rsvId) throws Exception;

    List<EgovMap> selectStat(Map<String, String> param) throws Exception;
}
