package kr.go.sample.gams.bbs.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractDAO;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.bbs.vo.NtcVO;

/**
 * 공지사항 DAO (iBATIS)
 * @author 오게시
 * @since 2012.08.03
 */
@Repository("ntcDAO")
public class NtcDAO extends EgovAbstractDAO {

    @SuppressWarnings("unchecked")
    public List<NtcVO> selectNtcList(NtcVO vo) throws Exception {
        return (List<NtcVO>) getSqlMapClientTemplate().queryForList("ntcDAO.selectNtcList", vo);
    }

    public NtcVO selectNtc(String ntcId) throws Exception {
        return (NtcVO) select("ntcDAO.selectNtc", ntcId);
    }

    public void insertNtc(NtcVO vo) throws Exception {
        insert("ntcDAO.insertNtc", vo);
    }

    public int updateNtc(NtcVO vo) throws Exception {
        return update("ntcDAO.updateNtc", vo);
    }

    public int updateViewCnt(String ntcId) throws Exception {
        return update("ntcDAO.updateViewCnt", ntcId);
    }

    public int deleteNtc(String ntcId) throws Exception {
        return delete("ntcDAO.deleteNtc", ntcId);
    }
}
