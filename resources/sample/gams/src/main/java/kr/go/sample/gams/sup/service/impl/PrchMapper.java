package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.sup.vo.PrchVO;
import kr.go.sample.gams.sup.vo.VndrVO;

/**
 * 구매 매퍼
 * @author 한비품
 * @since 2013.11.06
 */
@Mapper("prchMapper")
public interface PrchMapper {

    List<PrchVO> selectPrchList(PrchVO vo) throws Exception;

    PrchVO selectPrch(String prchId) throws Exception;

    int insertPrch(PrchVO vo) throws Exception;

    int updateReceive(PrchVO vo) throws Exception;

    long selectBudgetRemain(String year) throws Exception;

    List<VndrVO> selectVndrList(VndrVO vo) throws Exception;

    int mergeVndr(VndrVO vo) throws Exception;
}
