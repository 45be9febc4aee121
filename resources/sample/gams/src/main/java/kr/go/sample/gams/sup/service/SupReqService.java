package kr.go.sample.gams.sup.service;

import java.util.List;

import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.sup.vo.SupReqVO;

/**
 * 비품 신청 서비스
 * @author 한비품
 * @since 2013.11.05
 */
public interface SupReqService {

    List<SupReqVO> selectReqList(SupReqVO vo) throws Exception;

    int selectReqListCnt(SupReqVO vo) throws Exception;

    SupReqVO selectReq(String reqId) throws Exception;

    String requestSupply(SupReqVO vo, LoginVO user) throws Exception;

    /** 결재 완료 : 재고 출고 및 지급 처리 */
    void give(String reqId, String userId) throws Exception;

    void reject(String reqId) throws Exception;

    List<EgovMap> selectDeptStat(String year) throws Exception;
}
