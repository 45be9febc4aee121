package kr.go.sample.gams.auth.service.impl;

import java.util.HashMap;
import java.util.Map;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.auth.vo.UserVO;

/**
 * 로그인 DAO
 * @author 김총무
 * @since 2012.05.03
 */
@Repository("loginDAO")
public class LoginDAO extends EgovAbstractMapper {

    public UserVO selectUser(String userId) throws Exception {
        return (UserVO) selectOne("loginDAO.selectUser", userId);
    }

    public LoginVO selectLogin(String userId) throws Exception {
        return (LoginVO) selectOne("loginDAO.selectLogin", userId);
    }

    public void updateFail(String userId) throws Exception {
        update("loginDAO.updateFail", userId);
    }

    public void updateLock(String userId) throws Exception {
        update("loginDAO.updateLock", userId);
    }

    public void updateSuccess(String userId) throws Exception {
        update("loginDAO.updateSuccess", userId);
    }

    public void updatePassword(UserVO vo) throws Exception {
        update("loginDAO.updatePassword", vo);
    }

    public void insertLoginLog(LoginVO vo, String rslt) throws Exception {
        Map<String, Object> p = new HashMap<String, Object>();
        p.put("userId", vo.getUserId());
        p.put("ip", vo.getIp());
        p.put("rsltCd", rslt);
        insert("loginDAO.insertLoginLog", p);
    }
}
