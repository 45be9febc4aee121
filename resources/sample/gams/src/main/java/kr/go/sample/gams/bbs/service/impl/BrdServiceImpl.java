package kr.go.sample.gams.bbs.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.bbs.service.BrdService;
import kr.go.sample.gams.bbs.vo.AtclVO;
import kr.go.sample.gams.bbs.vo.BrdMstVO;
import kr.go.sample.gams.bbs.vo.CmtVO;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 게시판/게시글 서비스 구현
 * @author 오게시
 * @since 2012.08.01
 */
@Service("brdService")
public class BrdServiceImpl extends EgovAbstractServiceImpl implements BrdService {

    @Resource(name = "brdDAO")
    private BrdDAO brdDAO;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<BrdMstVO> selectBrdList(BrdMstVO vo) throws Exception {
        return brdDAO.selectBrdList(vo);
    }

    public BrdMstVO selectBrd(String brdId) throws Exception {
        return brdDAO.selectBrd(brdId);
    }

    public void saveBrd(BrdMstVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getBrdId())) {
            vo.setBrdId(idGnrService.nextId("BRD"));
            brdDAO.insertBrd(vo);
        } else {
            brdDAO.updateBrd(vo);
        }
    }

    public List<AtclVO> selectAtclList(AtclVO vo) throws Exception {
        return brdDAO.selectAtclList(vo);
    }

    public int selectAtclListCnt(AtclVO vo) throws Exception {
        return brdDAO.selectAtclListCnt(vo);
    }

    public AtclVO selectAtcl(String atclId) throws Exception {
        brdDAO.updateViewCnt(atclId);
        return brdDAO.selectAtcl(atclId);
    }

    public String saveAtcl(AtclVO vo, LoginVO user) throws Exception {
        vo.stamp(user.getUserId());
        if (GamsUtil.isEmpty(vo.getAtclId())) {
            vo.setAtclId(idGnrService.nextId("ATCL"));
            vo.setWrtrId(user.getUserId());
            brdDAO.insertAtcl(vo);
        } else {
            checkOwner(vo.getAtclId(), user);
            brdDAO.updateAtcl(vo);
        }
        return vo.getAtclId();
    }

    public void deleteAtcl(String atclId, LoginVO user) throws Exception {
        checkOwner(atclId, user);
        brdDAO.deleteAtcl(atclId);
    }

    private void checkOwner(String atclId, LoginVO user) throws Exception {
        AtclVO old = brdDAO.selectAtcl(atclId);
        if (!old.getWrtrId().equals(user.getUserId()) && !user.hasRole("ROLE_BBS")) {
            throw new GamsException("E8001", "작성자만 처리할 수 있습니다.");
        }
    }

    public List<CmtVO> selectCmtList(String atclId) throws Exception {
        return brdDAO.selectCmtList(atclId);
    }

    public void insertCmt(CmtVO vo) throws Exception {
        brdDAO.insertCmt(vo);
    }

    public void deleteCmt(CmtVO vo) throws Exception {
        brdDAO.deleteCmt(vo);
    }
}
