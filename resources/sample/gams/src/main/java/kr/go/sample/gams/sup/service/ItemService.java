package kr.go.sample.gams.sup.service;

import java.util.List;

import kr.go.sample.gams.sup.vo.ItemVO;

/**
 * 비품 품목/재고 서비스
 * @author 한비품
 * @since 2013.11.04
 */
public interface ItemService {

    List<ItemVO> selectItemList(ItemVO vo) throws Exception;

    int selectItemListCnt(ItemVO vo) throws Exception;

    ItemVO selectItem(String itemId) throws Exception;

    void saveItem(ItemVO vo) throws Exception;

    void deleteItem(String itemId) throws Exception;
}
