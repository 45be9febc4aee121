package kr.go.sample.gams.hrm.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.hrm.vo.ApntVO;

/**
 * 인사발령 DAO
 * @author 박인사
 * @since 2012.05.11
 */
@Repository("apntDAO")
public class ApntDAO extends EgovAbstractMapper {

    private static final String NS = "apntDAO.";

    public List<ApntVO> selectApntList(ApntVO vo) throws Exception {
        return selectList(NS + "selectApntList", vo);
    }

    public void insertApnt(ApntVO vo) throws Exception {
        insert(NS + "insertApnt", vo);
    }
}
