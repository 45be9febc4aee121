package kr.go.sample.gams.apv.service;

import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;

/**
 * 결재 후처리 핸들러. 업무별로 구현
 * @author 이결재
 * @since 2013.07.05
 */
public interface ApvPostHandler {

    /** 처리 대상 업무코드 */
    String bizCd();

    void onApproved(ApvDocVO doc, LoginVO user) throws Exception;

    void onRejected(ApvDocVO doc) throws Exception;
}
