package kr.go.sample.gams.apv.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.apv.vo.ApvFormVO;

/**
 * 결재양식 DAO
 * @author 이결재
 * @since 2013.07.02
 */
@Repository("apvFormDAO")
public class ApvFormDAO extends EgovAbstractMapper {

    public List<ApvFormVO> selectFormList(ApvFormVO vo) throws Exception {
        return selectList("apvFormDAO.selectFormList", vo);
    }

    public ApvFormVO selectForm(String formId) throws Exception {
        return (ApvFormVO) selectOne("apvFormDAO.selectForm", formId);
    }

    public void mergeForm(ApvFormVO vo) throws Exception {
        update("apvFormDAO.mergeForm", vo);
    }
}
