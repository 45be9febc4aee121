package kr.go.sample.gams.sup.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import egovframework.rte.psl.dataaccess.util.EgovMap;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.apv.service.ApvService;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.sup.service.ItemService;
import kr.go.sample.gams.sup.service.StockService;
import kr.go.sample.gams.sup.service.SupReqService;
import kr.go.sample.gams.sup.vo.ItemVO;
import kr.go.sample.gams.sup.vo.StockVO;
import kr.go.sample.gams.sup.vo.SupReqDtlVO;
import kr.go.sample.gams.sup.vo.SupReqVO;

/**
 * 비품 신청 서비스 구현
 * @author 한비품
 * @since 2013.11.05
 */
@Service("supReqService")
public class SupReqServiceImpl extends EgovAbstractServiceImpl implements SupReqService {

    @Resource(name = "supReqMapper")
    private SupReqMapper supReqMapper;

    @Resource(name = "itemService")
    private ItemService itemService;

    @Resource(name = "stockService")
    private StockService stockService;

    @Resource(name = "apvService")
    private ApvService apvService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<SupReqVO> selectReqList(SupReqVO vo) throws Exception {
        return supReqMapper.selectReqList(vo);
    }

    public int selectReqListCnt(SupReqVO vo) throws Exception {
        return supReqMapper.selectReqListCnt(vo);
    }

    public SupReqVO selectReq(String reqId) throws Exception {
        SupReqVO vo = supReqMapper.selectReq(reqId);
        if (vo != null) {
            vo.setDtlList(supReqMapper.selectDtlList(reqId));
        }
        return vo;
    }

    public String requestSupply(SupReqVO vo, LoginVO user) throws Exception {
        if (vo.getDtlList() == null || vo.getDtlList().isEmpty()) {
            throw new GamsException("E6003", "신청 품목이 없습니다.");
        }
        vo.setReqId(idGnrService.nextId("SREQ"));
        vo.setEmpNo(user.getEmpNo());
        vo.setDeptId(user.getDeptId());
        vo.setReqYmd(DateUtil.today());
        vo.setSttusCd(GamsConst.APV_ING);
        vo.stamp(user.getUserId());
        long total = 0;
        StringBuffer cn = new StringBuffer();
        for (SupReqDtlVO dtl : vo.getDtlList()) {
            ItemVO item = itemService.selectItem(dtl.getItemId());
            total += item.getUnitPrice() * dtl.getReqQty();
            cn.append(item.getItemNm()).append(" ").append(dtl.getReqQty()).append("개\n");
        }
        ApvDocVO doc = new ApvDocVO();
        doc.setTitle("[비품신청] " + user.getDeptNm() + " " + GamsUtil.comma(total) + "원");
        doc.setCn(cn.toString());
        doc.setBizCd("SUP");
        doc.setBizKey(vo.getReqId());
        doc.setDrftEmpNo(user.getEmpNo());
        vo.setApvDocId(apvService.draft(doc, user));
        supReqMapper.insertReq(vo);
        int seq = 0;
        for (SupReqDtlVO dtl : vo.getDtlList()) {
            dtl.setReqId(vo.getReqId());
            dtl.setSeqNo(++seq);
            supReqMapper.insertDtl(dtl);
        }
        return vo.getReqId();
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
        req.setSttusCd(GamsConst.APV_END);
        supReqMapper.updateStatus(req);
    }

    public void reject(String reqId) throws Exception {
        SupReqVO req = new SupReqVO();
        req.setReqId(reqId);
        req.setSttusCd(GamsConst.APV_RTN);
        supReqMapper.updateStatus(req);
    }

    public List<EgovMap> selectDeptStat(String year) throws Exception {
        return supReqMapper.selectDeptStat(year);
    }
}
