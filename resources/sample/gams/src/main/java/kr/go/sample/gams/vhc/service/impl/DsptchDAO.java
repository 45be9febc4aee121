package kr.go.sample.gams.vhc.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractDAO;
import egovframework.rte.psl.dataaccess.util.EgovMap;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.vhc.vo.DsptchVO;

/**
 * 배차 DAO (iBATIS)
 * @author 정차량
 * @since 2012.06.21
 */
@Repository("dsptchDAO")
public class DsptchDAO extends EgovAbstractDAO {

    @SuppressWarnings("unchecked")
    public List<DsptchVO> selectDsptchList(DsptchVO vo) throws Exception {
        return (List<DsptchVO>) list("dsptchDAO.selectDsptchList", vo);
    }

    public int selectDsptchListCnt(DsptchVO vo) throws Exception {
        return (Integer) select("dsptchDAO.selectDsptchListCnt", vo);
    }

    public DsptchVO selectDsptch(String dspthId) throws Exception {
        return (DsptchVO) select("dsptchDAO.selectDsptch", dspthId);
    }

    public void insertDsptch(DsptchVO vo) throws Exception {
        insert("dsptchDAO.insertDsptch", vo);
    }

    public int updateStatus(DsptchVO vo) throws Exception {
        return update("dsptchDAO.updateStatus", vo);
    }

    @SuppressWarnings("unchecked")
    public List<EgovMap> selectStat(String year) throws Exception {
        return (List<EgovMap>) list("dsptchDAO.selectStat", year);
    }
}
