package kr.go.sample.gams.hrm.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.apv.service.ApvService;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.hrm.service.LvService;
import kr.go.sample.gams.hrm.vo.EmpVO;
import kr.go.sample.gams.hrm.vo.LvBalVO;
import kr.go.sample.gams.hrm.vo.LvReqVO;

/**
 * 휴가 서비스 구현
 * @author 박인사
 * @since 2013.01.08
 */
@Service("lvService")
public class LvServiceImpl extends EgovAbstractServiceImpl implements LvService {

    @Resource(name = "lvDAO")
    private LvDAO lvDAO;

    @Resource(name = "empDAO")
    private EmpDAO empDAO;

    @Resource(name = "apvService")
    private ApvService apvService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<LvReqVO> selectLvList(LvReqVO vo) throws Exception {
        return lvDAO.selectLvList(vo);
    }

    public LvBalVO selectBal(String empNo, String year) throws Exception {
        LvBalVO q = new LvBalVO();
        q.setEmpNo(empNo);
        q.setBaseYr(year);
        return lvDAO.selectBal(q);
    }

    public List<LvBalVO> selectBalList(LvBalVO vo) throws Exception {
        return lvDAO.selectBalList(vo);
    }

    public String requestLv(LvReqVO vo, LoginVO user) throws Exception {
        double days = "HALF".equals(vo.getLvKndCd()) ? 0.5 : DateUtil.between(vo.getBgnYmd(), vo.getEndYmd());
        LvBalVO bal = selectBal(user.getEmpNo(), vo.getBgnYmd().substring(0, 4));
        if (bal == null || bal.getGrntDays() - bal.getUseDays() < days) {
            throw new GamsException("E5002", "잔여 휴가가 부족합니다.");
        }
        vo.setLvId(idGnrService.nextId("LV"));
        vo.setEmpNo(user.getEmpNo());
        vo.setLvDays(days);
        vo.setSttusCd(GamsConst.APV_ING);
        ApvDocVO doc = new ApvDocVO();
        doc.setTitle("[휴가신청] " + user.getEmpNm() + " " + DateUtil.dash(vo.getBgnYmd()));
        doc.setCn(vo.getRsn());
        doc.setBizCd("LV");
        doc.setBizKey(vo.getLvId());
        doc.setDrftEmpNo(user.getEmpNo());
        vo.setApvDocId(apvService.draft(doc, user));
        lvDAO.insertLv(vo);
        return vo.getLvId();
    }

    public void applyResult(String lvId, boolean approved) throws Exception {
        LvReqVO vo = lvDAO.selectLv(lvId);
        vo.setSttusCd(approved ? GamsConst.APV_END : GamsConst.APV_RTN);
        lvDAO.updateStatus(vo);
        if (approved) {
            lvDAO.updateUse(vo);
        }
    }

    public void grant(String empNo, String year) throws Exception {
        EmpVO emp = empDAO.selectEmp(empNo);
        LvBalVO bal = new LvBalVO();
        bal.setEmpNo(empNo);
        bal.setBaseYr(year);
        bal.setGrntDays(calcDays(emp.getEntYmd(), year));
        lvDAO.mergeBal(bal);
    }

    public int closeYear(String year) throws Exception {
        return lvDAO.callCloseYear(year);
    }

    /** 근속연수별 연차 : 1년 미만 11일, 이후 15일 + 2년마다 1일 (최대 25일) */
    private double calcDays(String entYmd, String year) {
        int years = GamsUtil.toInt(year) - GamsUtil.toInt(GamsUtil.nvl(entYmd, DateUtil.today()).substring(0, 4));
        if (years < 1) {
            return 11;
        }
        return Math.min(25, 15 + (years - 1) / 2);
    }
}
