package kr.go.sample.gams.hrm.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.apache.log4j.Logger;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.auth.service.impl.UserMapper;
import kr.go.sample.gams.auth.vo.UserVO;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.EncryptUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.hrm.service.EmpCache;
import kr.go.sample.gams.hrm.service.EmpService;
import kr.go.sample.gams.hrm.service.LvService;
import kr.go.sample.gams.hrm.vo.ApntVO;
import kr.go.sample.gams.hrm.vo.EmpVO;

/**
 * 직원/발령 서비스 구현
 * @author 박인사
 * @since 2012.05.10
 */
@Service("empService")
public class EmpServiceImpl extends EgovAbstractServiceImpl implements EmpService {

    private static final Logger log = Logger.getLogger(EmpServiceImpl.class);

    @Resource(name = "empDAO")
    private EmpDAO empDAO;

    @Resource(name = "apntDAO")
    private ApntDAO apntDAO;

    @Resource(name = "lvService")
    private LvService lvService;

    @Resource(name = "userMapper")
    private UserMapper userMapper;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<EmpVO> selectEmpList(EmpVO vo) throws Exception {
        return empDAO.selectEmpList(vo);
    }

    public int selectEmpListCnt(EmpVO vo) throws Exception {
        return empDAO.selectEmpListCnt(vo);
    }

    public EmpVO selectEmp(String empNo) throws Exception {
        EmpVO vo = EmpCache.get(empNo);
        if (vo == null) {
            vo = empDAO.selectEmp(empNo);
            EmpCache.put(vo);
        }
        return vo;
    }

    public void saveEmp(EmpVO vo) throws Exception {
        if (!GamsUtil.isEmpty(vo.getRrnEnc())) {
            vo.setRrnEnc(EncryptUtil.encRrn(vo.getRrnEnc()));
        }
        if (empDAO.updateEmp(vo) == 0) {
            vo.setSttusCd("10");
            empDAO.insertEmp(vo);
            // 사용자 계정 자동 생성
            UserVO user = new UserVO();
            user.setUserId(vo.getEmpNo());
            user.setEmpNo(vo.getEmpNo());
            user.setPassword(EncryptUtil.encrypt("init1234!"));
            userMapper.insertUser(user);
            lvService.grant(vo.getEmpNo(), DateUtil.year());
        }
        EmpCache.remove(vo.getEmpNo());
    }

    public void retire(String[] empNos, String userId) throws Exception {
        for (String empNo : empNos) {
            EmpVO vo = empDAO.selectEmp(empNo);
            vo.setRtrYmd(DateUtil.today());
            vo.setSttusCd("90");
            vo.stamp(userId);
            empDAO.updateEmp(vo);
            UserVO user = userMapper.selectUser(empNo);
            if (user != null) {
                user.setUseYn("N");
                user.setLockYn("Y");
                userMapper.updateUser(user);
            }
            EmpCache.remove(empNo);
        }
    }

    public List<ApntVO> selectApntList(ApntVO vo) throws Exception {
        return apntDAO.selectApntList(vo);
    }

    public void appoint(ApntVO vo) throws Exception {
        EmpVO emp = empDAO.selectEmp(vo.getEmpNo());
        vo.setApntId(idGnrService.nextId("APNT"));
        vo.setBfDeptId(emp.getDeptId());
        apntDAO.insertApnt(vo);
        emp.setDeptId(vo.getAfDeptId());
        if (!GamsUtil.isEmpty(vo.getAfPstnCd())) {
            emp.setPstnCd(vo.getAfPstnCd());
        }
        empDAO.updateEmp(emp);
        EmpCache.remove(emp.getEmpNo());
    }

    public int syncFromHr() throws Exception {
        empDAO.deleteTemp();
        empDAO.insertTempFromHr();
        int n = empDAO.mergeFromTemp();
        empDAO.updateTempDone();
        EmpCache.clear();
        log.info("인사정보 동기화 " + n + "건");
        return n;
    }
}
