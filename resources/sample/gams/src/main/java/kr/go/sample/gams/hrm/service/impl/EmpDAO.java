package kr.go.sample.gams.hrm.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.hrm.vo.EmpVO;

/**
 * 직원 DAO
 * @author 박인사
 * @since 2012.05.10
 */
@Repository("empDAO")
public class EmpDAO extends EgovAbstractMapper {

    public List<EmpVO> selectEmpList(EmpVO vo) throws Exception {
        return selectList("empDAO.selectEmpList", vo);
    }

    public int selectEmpListCnt(EmpVO vo) throws Exception {
        return (Integer) selectOne("empDAO.selectEmpListCnt", vo);
    }

    public EmpVO selectEmp(String empNo) throws Exception {
        return (EmpVO) selectOne("empDAO.selectEmp", empNo);
    }

    public void insertEmp(EmpVO vo) throws Exception {
        insert("empDAO.insertEmp", vo);
    }

    public int updateEmp(EmpVO vo) throws Exception {
        return update("empDAO.updateEmp", vo);
    }

    public void deleteTemp() throws Exception {
        delete("empDAO.deleteTemp", null);
    }

    public void insertTempFromHr() throws Exception {
        insert("empDAO.insertTempFromHr", null);
    }

    public int mergeFromTemp() throws Exception {
        return update("empDAO.mergeFromTemp", null);
    }

    public void updateTempDone() throws Exception {
        update("empDAO.updateTempDone", null);
    }
}
