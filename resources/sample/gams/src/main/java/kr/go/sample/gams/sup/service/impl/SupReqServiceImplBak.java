package kr.go.sample.gams.sup.service.impl;

import kr.go.sample.gams.sup.service.StockService;
import kr.go.sample.gams.sup.vo.StockVO;
import kr.go.sample.gams.sup.vo.SupReqDtlVO;
import kr.go.sample.gams.sup.vo.SupReqVO;

/**
 * 비품 신청 서비스 구현 (2016.11.03 이전 백업. 결재연동 전)
 * @author 한비품
 * @since 2013.11.05
 */
public class SupReqServiceImplBak {

    private SupReqMapper supReqMapper;

    private StockService stockService;

    public SupReqVO selectReq(String reqId) throws Exception {
        SupReqVO vo = supReqMapper.selectReq(reqId);
        if (vo != null) {
            vo.setDtlList(supReqMapper.selectDtlList(reqId));
        }
        return vo;
    }

    public void give(String reqId, String userId) throws Exception {
        SupReqVO req = selectReq(reqId);
        for (SupReqDtlVO dtl : req.getDtlList()) {
            StockVO stock = new StockVO();
            stock.setItemId(dtl.getItemId());
            stock.setQty(dtl.getReqQty());
            stock.setRefId(reqId);
            stock.setLastUpdId(userId);
            stockService.out(stock);
            dtl.setGiveQty(dtl.getReqQty());
            supReqMapper.updateGive(dtl);
        }
        req.setSttusCd("30");
        supReqMapper.updateStatus(req);
    }
}
