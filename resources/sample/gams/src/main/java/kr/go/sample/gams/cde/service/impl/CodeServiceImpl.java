package kr.go.sample.gams.cde.service.impl;

import java.util.List;

import javax.annotation.PostConstruct;
import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cde.service.CodeCache;
import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cde.vo.CodeGrpVO;
import kr.go.sample.gams.cde.vo.CodeVO;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 공통코드 서비스 구현
 * @author 김총무
 * @since 2012.05.02
 */
@Service("codeService")
public class CodeServiceImpl extends EgovAbstractServiceImpl implements CodeService {

    @Resource(name = "codeDAO")
    private CodeDAO codeDAO;

    /** 기동시 전체 코드를 읽어 둔다 */
    @PostConstruct
    public void loadCache() throws Exception {
        CodeCache.clear();
        for (CodeVO vo : codeDAO.selectAllCode()) {
            CodeCache.put(vo);
        }
    }

    public List<CodeGrpVO> selectGrpList(CodeGrpVO vo) throws Exception {
        return codeDAO.selectGrpList(vo);
    }

    public void saveGrp(CodeGrpVO vo) throws Exception {
        if (codeDAO.updateGrp(vo) == 0) {
            codeDAO.insertGrp(vo);
        }
    }

    public List<CodeVO> selectCodeList(String grpCd) throws Exception {
        List<CodeVO> list = CodeCache.list(grpCd);
        return list.isEmpty() ? codeDAO.selectCodeList(grpCd) : list;
    }

    public CodeVO selectCode(CodeVO vo) throws Exception {
        return codeDAO.selectCode(vo);
    }

    public void saveCode(CodeVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getGrpCd()) || GamsUtil.isEmpty(vo.getCd())) {
            throw new GamsException("E1001", "그룹코드와 코드는 필수입니다.");
        }
        if (codeDAO.updateCode(vo) == 0) {
            codeDAO.insertCode(vo);
        }
        loadCache();
    }

    public void deleteCode(CodeVO vo) throws Exception {
        codeDAO.deleteCode(vo);
        loadCache();
    }

    public String getCodeNm(String grpCd, String cd) throws Exception {
        return CodeCache.name(grpCd, cd);
    }
}
