package kr.go.sample.gams.sup.service;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.psl.dataaccess.util.EgovMap;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.sup.service.impl.StockMapper;
import kr.go.sample.gams.sup.vo.StockVO;

/**
 * 비품 재고 서비스 (인터페이스 없음)
 * @author 한비품
 * @since 2013.11.04
 */
@Service("stockService")
public class StockService {

    private static final Object STOCK_LOCK = new Object();

    @Resource(name = "stockMapper")
    private StockMapper stockMapper;

    public List<StockVO> selectStockList(StockVO vo) throws Exception {
        return stockMapper.selectStockList(vo);
    }

    public List<EgovMap> selectHist(StockVO vo) throws Exception {
        return stockMapper.selectHist(vo);
    }

    public int totalQty(String itemId) throws Exception {
        return stockMapper.selectTotalQty(itemId);
    }

    public List<EgovMap> selectShortage() throws Exception {
        return stockMapper.selectShortage();
    }

    /** 입고 */
    public void in(StockVO vo) throws Exception {
        synchronized (STOCK_LOCK) {
            stockMapper.mergeStock(vo);
            vo.setIoCd("IN");
            stockMapper.insertHist(vo);
        }
    }

    /** 출고 */
    public void out(StockVO vo) throws Exception {
        synchronized (STOCK_LOCK) {
            if (totalQty(vo.getItemId()) < vo.getQty()) {
                throw new GamsException("E6002", "재고가 부족합니다.");
            }
            StockVO minus = new StockVO();
            minus.setItemId(vo.getItemId());
            minus.setStrgCd(GamsUtil.nvl(vo.getStrgCd(), "MAIN"));
            minus.setQty(-vo.getQty());
            stockMapper.mergeStock(minus);
            vo.setStrgCd(minus.getStrgCd());
            vo.setIoCd("OUT");
            stockMapper.insertHist(vo);
        }
    }
}
