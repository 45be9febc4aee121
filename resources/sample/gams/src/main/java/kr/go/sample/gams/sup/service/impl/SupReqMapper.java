package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;
import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.sup.vo.SupReqDtlVO;
import kr.go.sample.gams.sup.vo.SupReqVO;

/**
 * 비품 신청 매퍼
 * @author 한비품
 * @since 2013.11.05
 */
@Mapper("supReqMapper")
public interface SupReqMapper {

    List<SupReqVO> selectReqList(SupReqVO vo) throws Exception;

    int selectReqListCnt(SupReqVO vo) throws Exception;

    SupReqVO selectReq(String reqId) throws Exception;

    List<SupReqDtlVO> selectDtlList(String reqId) throws Exception;

    int insertReq(SupReqVO vo) throws Exception;

    int insertDtl(SupReqDtlVO vo) throws Exception;

    int updateStatus(SupReqVO vo) throws Exception;

    int updateGive(SupReqDtlVO vo) throws Exception;

    List<EgovMap> selectDeptStat(String year) throws Exception;
}
