package kr.go.sample.gams.hrm.service;

import java.util.List;

import kr.go.sample.gams.hrm.vo.DeptVO;

/**
 * 부서 서비스
 * @author 박인사
 * @since 2012.05.10
 */
public interface DeptService {

    List<DeptVO> selectDeptTree() throws Exception;

    DeptVO selectDept(String deptId) throws Exception;

    void saveDept(DeptVO vo) throws Exception;

    void deleteDept(String deptId) throws Exception;
}
