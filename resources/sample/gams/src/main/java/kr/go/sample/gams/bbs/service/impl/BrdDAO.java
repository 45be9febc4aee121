package kr.go.sample.gams.bbs.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.bbs.vo.AtclVO;
import kr.go.sample.gams.bbs.vo.BrdMstVO;
import kr.go.sample.gams.bbs.vo.CmtVO;

/**
 * 게시판/게시글/댓글 DAO
 * @author 오게시
 * @since 2012.08.01
 */
@Repository("brdDAO")
public class BrdDAO extends EgovAbstractMapper {

    public List<BrdMstVO> selectBrdList(BrdMstVO vo) throws Exception {
        return selectList("brdDAO.selectBrdList", vo);
    }

    public BrdMstVO selectBrd(String brdId) throws Exception {
        return (BrdMstVO) selectOne("brdDAO.selectBrd", brdId);
    }

    public void insertBrd(BrdMstVO vo) throws Exception {
        insert("brdDAO.insertBrd", vo);
    }

    public void updateBrd(BrdMstVO vo) throws Exception {
        update("brdDAO.updateBrd", vo);
    }

    public List<AtclVO> selectAtclList(AtclVO vo) throws Exception {
        return selectList("brdDAO.selectAtclList", vo);
    }

    public int selectAtclListCnt(AtclVO vo) throws Exception {
        return (Integer) selectOne("brdDAO.selectAtclListCnt", vo);
    }

    public AtclVO selectAtcl(String atclId) throws Exception {
        return (AtclVO) selectOne("brdDAO.selectAtcl", atclId);
    }

    public void insertAtcl(AtclVO vo) throws Exception {
        insert("brdDAO.insertAtcl", vo);
    }

    public void updateAtcl(AtclVO vo) throws Exception {
        update("brdDAO.updateAtcl", vo);
    }

    public void updateViewCnt(String atclId) throws Exception {
        update("brdDAO.updateViewCnt", atclId);
    }

    public void deleteAtcl(String atclId) throws Exception {
        update("brdDAO.deleteAtcl", atclId);
    }

    public List<CmtVO> selectCmtList(String atclId) throws Exception {
        return selectList("brdDAO.selectCmtList", atclId);
    }

    public void insertCmt(CmtVO vo) throws Exception {
        insert("brdDAO.insertCmt", vo);
    }

    public void deleteCmt(CmtVO vo) throws Exception {
        update("brdDAO.deleteCmt", vo);
    }
}
