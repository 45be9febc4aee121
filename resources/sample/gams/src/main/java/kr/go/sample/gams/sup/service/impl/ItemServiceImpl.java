package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.sup.service.ItemService;
import kr.go.sample.gams.sup.service.StockService;
import kr.go.sample.gams.sup.vo.ItemVO;

/**
 * 비품 품목 서비스 구현
 * @author 한비품
 * @since 2013.11.04
 */
@Service("itemService")
public class ItemServiceImpl extends EgovAbstractServiceImpl implements ItemService {

    @Resource(name = "itemMapper")
    private ItemMapper itemMapper;

    @Resource(name = "stockService")
    private StockService stockService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<ItemVO> selectItemList(ItemVO vo) throws Exception {
        return itemMapper.selectItemList(vo);
    }

    public int selectItemListCnt(ItemVO vo) throws Exception {
        return itemMapper.selectItemListCnt(vo);
    }

    public ItemVO selectItem(String itemId) throws Exception {
        return itemMapper.selectItem(itemId);
    }

    public void saveItem(ItemVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getItemId())) {
            vo.setItemId(idGnrService.nextId("ITEM"));
            itemMapper.insertItem(vo);
        } else {
            itemMapper.updateItem(vo);
        }
    }

    public void deleteItem(String itemId) throws Exception {
        if (stockService.totalQty(itemId) > 0) {
            throw new GamsException("E6001", "재고가 남아 있는 품목입니다.");
        }
        itemMapper.deleteItem(itemId);
    }
}
