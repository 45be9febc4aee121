package kr.go.sample.gams.hrm.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.hrm.service.DeptService;
import kr.go.sample.gams.hrm.vo.DeptVO;

/**
 * 부서 서비스 구현
 * @author 박인사
 * @since 2012.05.10
 */
@Service("deptService")
public class DeptServiceImpl extends EgovAbstractServiceImpl implements DeptService {

    @Resource(name = "deptDAO")
    private DeptDAO deptDAO;

    public List<DeptVO> selectDeptTree() throws Exception {
        return deptDAO.selectDeptTree();
    }

    public DeptVO selectDept(String deptId) throws Exception {
        return deptDAO.selectDept(deptId);
    }

    public void saveDept(DeptVO vo) throws Exception {
        DeptVO up = GamsUtil.isEmpty(vo.getUpDeptId()) ? null : deptDAO.selectDept(vo.getUpDeptId());
        vo.setDeptLv(up == null ? 1 : up.getDeptLv() + 1);
        deptDAO.mergeDept(vo);
    }

    public void deleteDept(String deptId) throws Exception {
        if (deptDAO.countMembers(deptId) > 0) {
            throw new GamsException("E5001", "소속 직원이 있는 부서입니다.");
        }
        deptDAO.deleteDept(deptId);
    }
}
