package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.sup.vo.ItemVO;

/**
 * 비품 품목 매퍼
 * @author 한비품
 * @since 2013.11.04
 */
@Mapper("itemMapper")
public interface ItemMapper {

    List<ItemVO> selectItemList(ItemVO vo) throws Exception;

    int selectItemListCnt(ItemVO vo) throws Exception;

    ItemVO selectItem(String itemId) throws Exception;

    int insertItem(ItemVO vo) throws Exception;

    int updateItem(ItemVO vo) throws Exception;

    int deleteItem(String itemId) throws Exception;
}
