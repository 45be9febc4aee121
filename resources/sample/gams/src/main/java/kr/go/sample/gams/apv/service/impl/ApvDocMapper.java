package kr.go.sample.gams.apv.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.apv.vo.ApvOpnVO;

/**
 * 결재문서 매퍼
 * @author 이결재
 * @since 2013.07.01
 */
@Mapper("apvDocMapper")
public interface ApvDocMapper {

    int insertDoc(ApvDocVO vo) throws Exception;

    int updateStatus(ApvDocVO vo) throws Exception;

    List<ApvDocVO> selectDocList(ApvDocVO vo) throws Exception;

    int selectDocListCnt(ApvDocVO vo) throws Exception;

    ApvDocVO selectDoc(String apvDocId) throws Exception;

    int insertOpn(ApvOpnVO vo) throws Exception;

    List<ApvOpnVO> selectOpnList(String apvDocId) throws Exception;
}
