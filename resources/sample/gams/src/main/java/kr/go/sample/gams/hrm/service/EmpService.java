package kr.go.sample.gams.hrm.service;

import java.util.List;

import kr.go.sample.gams.hrm.vo.ApntVO;
import kr.go.sample.gams.hrm.vo.EmpVO;

/**
 * 직원/발령 서비스
 * @author 박인사
 * @since 2012.05.10
 */
public interface EmpService {

    List<EmpVO> selectEmpList(EmpVO vo) throws Exception;

    int selectEmpListCnt(EmpVO vo) throws Exception;

    EmpVO selectEmp(String empNo) throws Exception;

    void saveEmp(EmpVO vo) throws Exception;

    void retire(String[] empNos, String userId) throws Exception;

    List<ApntVO> selectApntList(ApntVO vo) throws Exception;

    /** 발령 등록 후 직원 정보 반영 */
    void appoint(ApntVO vo) throws Exception;

    /** 인사시스템 동기화 */
    int syncFromHr() throws Exception;
}
