package kr.go.sample.gams.hrm.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.hrm.vo.DeptVO;

/**
 * 부서 DAO
 * @author 박인사
 * @since 2012.05.10
 */
@Repository("deptDAO")
public class DeptDAO extends EgovAbstractMapper {

    public List<DeptVO> selectDeptTree() throws Exception {
        return selectList("deptDAO.selectDeptTree", null);
    }

    public DeptVO selectDept(String deptId) throws Exception {
        return (DeptVO) selectOne("deptDAO.selectDept", deptId);
    }

    public int mergeDept(DeptVO vo) throws Exception {
        return update("deptDAO.mergeDept", vo);
    }

    public int countMembers(String deptId) throws Exception {
        return (Integer) selectOne("deptDAO.countMembers", deptId);
    }

    public int deleteDept(String deptId) throws Exception {
        return update("deptDAO.deleteDept", deptId);
    }
}
