package kr.go.sample.gams.hrm.service.impl;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.cmm.db.DBConnManager;
import kr.go.sample.gams.hrm.vo.LvBalVO;
import kr.go.sample.gams.hrm.vo.LvReqVO;

/**
 * 휴가 DAO
 * @author 박인사
 * @since 2013.01.08
 */
@Repository("lvDAO")
public class LvDAO extends EgovAbstractMapper {

    public List<LvReqVO> selectLvList(LvReqVO vo) throws Exception {
        return selectList("lvDAO.selectLvList", vo);
    }

    public LvReqVO selectLv(String lvId) throws Exception {
        return (LvReqVO) selectOne("lvDAO.selectLv", lvId);
    }

    public LvBalVO selectBal(LvBalVO vo) throws Exception {
        return (LvBalVO) selectOne("lvDAO.selectBal", vo);
    }

    public List<LvBalVO> selectBalList(LvBalVO vo) throws Exception {
        return selectList("lvDAO.selectBalList", vo);
    }

    public void insertLv(LvReqVO vo) throws Exception {
        insert("lvDAO.insertLv", vo);
    }

    public void updateStatus(LvReqVO vo) throws Exception {
        update("lvDAO.updateStatus", vo);
    }

    public void updateUse(LvReqVO vo) throws Exception {
        update("lvDAO.updateUse", vo);
    }

    public void mergeBal(LvBalVO vo) throws Exception {
        update("lvDAO.mergeBal", vo);
    }

    /** 연차 마감 프로시저 직접 호출 */
    public int callCloseYear(String year) throws SQLException {
        Connection con = DBConnManager.getConnection();
        CallableStatement cs = con.prepareCall("{call SP_LV_BAL_CLOSE(?, ?)}");
        try {
            cs.setString(1, year);
            cs.registerOutParameter(2, java.sql.Types.INTEGER);
            cs.execute();
            return cs.getInt(2);
        } finally {
            DBConnManager.close(con, cs, null);
        }
    }
}
