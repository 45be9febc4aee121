package kr.go.sample.gams.auth.service;

import kr.go.sample.gams.auth.vo.LoginVO;

/**
 * 로그인 서비스
 * @author 김총무
 * @since 2012.05.03
 */
public interface LoginService {

    LoginVO login(LoginVO vo) throws Exception;

    void changePassword(String userId, String oldPw, String newPw) throws Exception;
}
