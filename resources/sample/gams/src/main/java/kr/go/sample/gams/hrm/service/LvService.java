package kr.go.sample.gams.hrm.service;

import java.util.List;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.hrm.vo.LvBalVO;
import kr.go.sample.gams.hrm.vo.LvReqVO;

/**
 * 휴가 서비스
 * @author 박인사
 * @since 2013.01.08
 */
public interface LvService {

    List<LvReqVO> selectLvList(LvReqVO vo) throws Exception;

    LvBalVO selectBal(String empNo, String year) throws Exception;

    List<LvBalVO> selectBalList(LvBalVO vo) throws Exception;

    /** 휴가 신청 및 결재 상신 */
    String requestLv(LvReqVO vo, LoginVO user) throws Exception;

    void applyResult(String lvId, boolean approved) throws Exception;

    void grant(String empNo, String year) throws Exception;

    /** 연차 마감 (프로시저) */
    int closeYear(String year) throws Exception;
}
