package kr.go.sample.gams.vhc.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractDAO;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.vhc.vo.DsptchVO;
import kr.go.sample.gams.vhc.vo.VhcVO;

/**
 * 차량 DAO (iBATIS)
 * @author 정차량
 * @since 2012.06.20
 */
@Repository("vhcDAO")
public class VhcDAO extends EgovAbstractDAO {

    @SuppressWarnings("unchecked")
    public List<VhcVO> selectVhcList(VhcVO vo) throws Exception {
        return (List<VhcVO>) list("vhcDAO.selectVhcList", vo);
    }

    @SuppressWarnings("unchecked")
    public List<VhcVO> selectUsableList(DsptchVO vo) throws Exception {
        return (List<VhcVO>) list("vhcDAO.selectUsableList", vo);
    }

    public VhcVO selectVhc(String vhcId) throws Exception {
        return (VhcVO) select("vhcDAO.selectVhc", vhcId);
    }

    public void insertVhc(VhcVO vo) throws Exception {
        insert("vhcDAO.insertVhc", vo);
    }

    public int updateVhc(VhcVO vo) throws Exception {
        return update("vhcDAO.updateVhc", vo);
    }

    public int updateDisuse(String vhcId) throws Exception {
        return update("vhcDAO.updateDisuse", vhcId);
    }
}
