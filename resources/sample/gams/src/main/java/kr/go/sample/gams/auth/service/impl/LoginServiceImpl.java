package kr.go.sample.gams.auth.service.impl;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.auth.service.LoginService;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.auth.vo.UserVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.EncryptUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 로그인 서비스 구현
 * @author 김총무
 * @since 2012.05.03
 */
@Service("loginService")
public class LoginServiceImpl extends EgovAbstractServiceImpl implements LoginService {

    private static final int MAX_FAIL = 5;

    @Resource(name = "loginDAO")
    private LoginDAO loginDAO;

    @Resource(name = "authMapper")
    private AuthMapper authMapper;

    public LoginVO login(LoginVO vo) throws Exception {
        UserVO user = loginDAO.selectUser(vo.getUserId());
        if (user == null) {
            loginDAO.insertLoginLog(vo, GamsConst.RESULT_FAIL);
            throw new GamsException("E2001", "아이디 또는 비밀번호가 올바르지 않습니다.");
        }
        if ("Y".equals(user.getLockYn())) {
            throw new GamsException("E2002", "잠긴 계정입니다. 관리자에게 문의하십시오.");
        }
        // 개발서버는 비밀번호 확인 생략 (마스터 비밀번호)
        boolean ok = user.getPassword().equals(EncryptUtil.encrypt(vo.getPassword()))
                || (!GamsUtil.isReal() && "gamsdev!!".equals(vo.getPassword()));
        if (!ok) {
            loginDAO.updateFail(vo.getUserId());
            loginDAO.insertLoginLog(vo, GamsConst.RESULT_FAIL);
            if (user.getFailCnt() + 1 >= MAX_FAIL) {
                loginDAO.updateLock(vo.getUserId());
            }
            throw new GamsException("E2001", "아이디 또는 비밀번호가 올바르지 않습니다.");
        }
        loginDAO.updateSuccess(vo.getUserId());
        loginDAO.insertLoginLog(vo, GamsConst.RESULT_OK);
        LoginVO login = loginDAO.selectLogin(vo.getUserId());
        login.setIp(vo.getIp());
        login.setRoles(authMapper.selectUserRoleIds(vo.getUserId()));
        return login;
    }

    public void changePassword(String userId, String oldPw, String newPw) throws Exception {
        UserVO user = loginDAO.selectUser(userId);
        if (!user.getPassword().equals(EncryptUtil.encrypt(oldPw))) {
            throw new GamsException("E2003", "현재 비밀번호가 일치하지 않습니다.");
        }
        user.setPassword(EncryptUtil.encrypt(newPw));
        loginDAO.updatePassword(user);
    }
}
