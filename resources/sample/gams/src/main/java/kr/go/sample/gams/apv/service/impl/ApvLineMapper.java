package kr.go.sample.gams.apv.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.apv.vo.ApvLineVO;

/**
 * 결재선 매퍼
 * @author 이결재
 * @since 2013.07.01
 */
@Mapper("apvLineMapper")
public interface ApvLineMapper {

    int insertLine(ApvLineVO vo) throws Exception;

    int updateLine(ApvLineVO vo) throws Exception;

    List<ApvLineVO> selectLineList(String apvDocId) throws Exception;

    int countWait(String apvDocId) throws Exception;

    String selectNextEmpNo(String apvDocId) throws Exception;

    int countTodo(String empNo) throws Exception;
}
