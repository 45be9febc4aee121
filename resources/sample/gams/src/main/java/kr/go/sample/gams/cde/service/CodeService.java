package kr.go.sample.gams.cde.service;

import java.util.List;

import kr.go.sample.gams.cde.vo.CodeGrpVO;
import kr.go.sample.gams.cde.vo.CodeVO;

/**
 * 공통코드 서비스
 * @author 김총무
 * @since 2012.05.02
 */
public interface CodeService {

    List<CodeGrpVO> selectGrpList(CodeGrpVO vo) throws Exception;

    void saveGrp(CodeGrpVO vo) throws Exception;

    List<CodeVO> selectCodeList(String grpCd) throws Exception;

    CodeVO selectCode(CodeVO vo) throws Exception;

    void saveCode(CodeVO vo) throws Exception;

    void deleteCode(CodeVO vo) throws Exception;

    String getCodeNm(String grpCd, String cd) throws Exception;
}
