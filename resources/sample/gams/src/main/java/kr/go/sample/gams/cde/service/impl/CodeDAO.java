package kr.go.sample.gams.cde.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractDAO;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.cde.vo.CodeGrpVO;
import kr.go.sample.gams.cde.vo.CodeVO;

/**
 * 공통코드 DAO (iBATIS)
 * @author 김총무
 * @since 2012.05.02
 */
@Repository("codeDAO")
public class CodeDAO extends EgovAbstractDAO {

    @SuppressWarnings("unchecked")
    public List<CodeGrpVO> selectGrpList(CodeGrpVO vo) throws Exception {
        return (List<CodeGrpVO>) list("codeDAO.selectGrpList", vo);
    }

    public void insertGrp(CodeGrpVO vo) throws Exception {
        insert("codeDAO.insertGrp", vo);
    }

    public int updateGrp(CodeGrpVO vo) throws Exception {
        return update("codeDAO.updateGrp", vo);
    }

    @SuppressWarnings("unchecked")
    public List<CodeVO> selectCodeList(String grpCd) throws Exception {
        return (List<CodeVO>) list("codeDAO.selectCodeList", grpCd);
    }

    @SuppressWarnings("unchecked")
    public List<CodeVO> selectAllCode() throws Exception {
        return (List<CodeVO>) list("codeDAO.selectAllCode", null);
    }

    public CodeVO selectCode(CodeVO vo) throws Exception {
        return (CodeVO) select("codeDAO.selectCode", vo);
    }

    public void insertCode(CodeVO vo) throws Exception {
        insert("codeDAO.insertCode", vo);
    }

    public int updateCode(CodeVO vo) throws Exception {
        return update("codeDAO.updateCode", vo);
    }

    public int deleteCode(CodeVO vo) throws Exception {
        return delete("codeDAO.deleteCode", vo);
    }
}
