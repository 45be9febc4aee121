package kr.go.sample.gams.apv.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.apv.vo.ApvDlgtVO;

/**
 * 결재 위임 매퍼
 * @author 이결재
 * @since 2013.09.12
 */
@Mapper("dlgtMapper")
public interface DlgtMapper {

    List<ApvDlgtVO> selectDlgtList(String empNo) throws Exception;

    int countOverlap(ApvDlgtVO vo) throws Exception;

    int insertDlgt(ApvDlgtVO vo) throws Exception;

    int updateClose(String dlgtId) throws Exception;

    String selectActive(String empNo) throws Exception;
}
