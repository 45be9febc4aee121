package kr.go.sample.gams.vhc.service;

import java.util.List;

import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.vhc.vo.DrvLogVO;
import kr.go.sample.gams.vhc.vo.DsptchVO;

/**
 * 배차 서비스
 * @author 정차량
 * @since 2012.06.21
 */
public interface DsptchService {

    List<DsptchVO> selectDsptchList(DsptchVO vo) throws Exception;

    int selectDsptchListCnt(DsptchVO vo) throws Exception;

    DsptchVO selectDsptch(String dspthId) throws Exception;

    /** 배차신청 및 결재상신 */
    String requestDsptch(DsptchVO vo, LoginVO user) throws Exception;

    void assign(String dspthId, boolean approved) throws Exception;

    void cancel(String dspthId) throws Exception;

    void writeDrvLog(DrvLogVO vo) throws Exception;

    List<DrvLogVO> selectDrvLogList(DrvLogVO vo) throws Exception;

    List<EgovMap> selectStat(String year) throws Exception;
}
