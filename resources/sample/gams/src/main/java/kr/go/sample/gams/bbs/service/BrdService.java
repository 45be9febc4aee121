package kr.go.sample.gams.bbs.service;

import java.util.List;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.bbs.vo.AtclVO;
import kr.go.sample.gams.bbs.vo.BrdMstVO;
import kr.go.sample.gams.bbs.vo.CmtVO;

/**
 * 게시판/게시글 서비스
 * @author 오게시
 * @since 2012.08.01
 */
public interface BrdService {

    List<BrdMstVO> selectBrdList(BrdMstVO vo) throws Exception;

    BrdMstVO selectBrd(String brdId) throws Exception;

    void saveBrd(BrdMstVO vo) throws Exception;

    List<AtclVO> selectAtclList(AtclVO vo) throws Exception;

    int selectAtclListCnt(AtclVO vo) throws Exception;

    /** 상세조회 (조회수 증가) */
    AtclVO selectAtcl(String atclId) throws Exception;

    String saveAtcl(AtclVO vo, LoginVO user) throws Exception;

    void deleteAtcl(String atclId, LoginVO user) throws Exception;

    List<CmtVO> selectCmtList(String atclId) throws Exception;

    void insertCmt(CmtVO vo) throws Exception;

    void deleteCmt(CmtVO vo) throws Exception;
}
