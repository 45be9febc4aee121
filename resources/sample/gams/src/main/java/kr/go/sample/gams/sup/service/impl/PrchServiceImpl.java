package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.sup.service.PrchService;
import kr.go.sample.gams.sup.service.StockService;
import kr.go.sample.gams.sup.vo.PrchVO;
import kr.go.sample.gams.sup.vo.StockVO;
import kr.go.sample.gams.sup.vo.VndrVO;

/**
 * 구매/납품업체 서비스 구현
 * @author 한비품
 * @since 2013.11.06
 */
@Service("prchService")
public class PrchServiceImpl extends EgovAbstractServiceImpl implements PrchService {

    @Resource(name = "prchMapper")
    private PrchMapper prchMapper;

    @Resource(name = "stockService")
    private StockService stockService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<PrchVO> selectPrchList(PrchVO vo) throws Exception {
        return prchMapper.selectPrchList(vo);
    }

    public void savePrch(PrchVO vo) throws Exception {
        // 재정시스템 예산 잔액 확인
        if (selectBudgetRemain(DateUtil.year()) < vo.getPrchAmt()) {
            throw new GamsException("E6004", "예산 잔액이 부족합니다.");
        }
        vo.setPrchId(idGnrService.nextId("PRCH"));
        vo.setPrchYmd(DateUtil.today());
        vo.setSttusCd("10");
        prchMapper.insertPrch(vo);
    }

    public void receive(String prchId, String userId) throws Exception {
        PrchVO prch = prchMapper.selectPrch(prchId);
        if ("30".equals(prch.getSttusCd())) {
            throw new GamsException("E6005", "이미 입고된 구매건입니다.");
        }
        StockVO stock = new StockVO();
        stock.setItemId(prch.getItemId());
        stock.setStrgCd("MAIN");
        stock.setQty(prch.getQty());
        stock.setRefId(prchId);
        stock.setLastUpdId(userId);
        stockService.in(stock);
        prch.setSttusCd("30");
        prch.setInYmd(DateUtil.today());
        prchMapper.updateReceive(prch);
    }

    public long selectBudgetRemain(String year) throws Exception {
        return prchMapper.selectBudgetRemain(year);
    }

    public List<VndrVO> selectVndrList(VndrVO vo) throws Exception {
        return prchMapper.selectVndrList(vo);
    }

    public void saveVndr(VndrVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getVndrId())) {
            vo.setVndrId(idGnrService.nextId("VNDR"));
        }
        prchMapper.mergeVndr(vo);
    }
}
