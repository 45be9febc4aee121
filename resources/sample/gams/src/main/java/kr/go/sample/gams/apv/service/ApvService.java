package kr.go.sample.gams.apv.service;

import java.io.OutputStream;
import java.util.List;

import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.apv.vo.ApvFormVO;
import kr.go.sample.gams.apv.vo.ApvOpnVO;
import kr.go.sample.gams.auth.vo.LoginVO;

/**
 * 전자결재 서비스
 * @author 이결재
 * @since 2013.07.01
 */
public interface ApvService {

    /** 기안 (결재선이 없으면 부서장 자동 지정) */
    String draft(ApvDocVO doc, LoginVO user) throws Exception;

    void approve(String apvDocId, LoginVO user, String opinion) throws Exception;

    void reject(String apvDocId, LoginVO user, String opinion) throws Exception;

    void withdraw(String apvDocId, LoginVO user) throws Exception;

    List<ApvDocVO> selectDocList(ApvDocVO vo) throws Exception;

    int selectDocListCnt(ApvDocVO vo) throws Exception;

    ApvDocVO selectDoc(String apvDocId) throws Exception;

    List<ApvOpnVO> selectOpnList(String apvDocId) throws Exception;

    int countTodo(String empNo) throws Exception;

    List<ApvFormVO> selectFormList(ApvFormVO vo) throws Exception;

    ApvFormVO selectForm(String formId) throws Exception;

    void saveForm(ApvFormVO vo) throws Exception;

    void printDoc(String apvDocId, OutputStream out) throws Exception;
}
