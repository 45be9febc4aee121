package kr.go.sample.gams.bbs.service;

import java.util.List;

import kr.go.sample.gams.bbs.vo.NtcVO;

/**
 * 공지사항 서비스
 * @author 오게시
 * @since 2012.08.03
 */
public interface NtcService {

    List<NtcVO> selectNtcList(NtcVO vo) throws Exception;

    List<NtcVO> selectMainList() throws Exception;

    NtcVO selectNtc(String ntcId) throws Exception;

    String insertNtc(NtcVO vo) throws Exception;

    void updateNtc(NtcVO vo) throws Exception;

    void deleteNtc(String ntcId) throws Exception;
}
