package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;
import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.sup.vo.StockVO;

/**
 * 비품 재고 매퍼
 * @author 한비품
 * @since 2013.11.04
 */
@Mapper("stockMapper")
public interface StockMapper {

    List<StockVO> selectStockList(StockVO vo) throws Exception;

    int selectTotalQty(String itemId) throws Exception;

    int mergeStock(StockVO vo) throws Exception;

    int insertHist(StockVO vo) throws Exception;

    List<EgovMap> selectHist(StockVO vo) throws Exception;

    List<EgovMap> selectShortage() throws Exception;
}
