package kr.go.sample.gams.vhc.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import egovframework.rte.psl.dataaccess.util.EgovMap;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.apv.service.ApvService;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.util.SmsSender;
import kr.go.sample.gams.hrm.service.EmpService;
import kr.go.sample.gams.hrm.vo.EmpVO;
import kr.go.sample.gams.vhc.service.DsptchService;
import kr.go.sample.gams.vhc.service.VhcService;
import kr.go.sample.gams.vhc.vo.DrvLogVO;
import kr.go.sample.gams.vhc.vo.DsptchVO;
import kr.go.sample.gams.vhc.vo.VhcVO;

/**
 * 배차 서비스 구현
 * @author 정차량
 * @since 2012.06.21
 */
@Service("dsptchService")
public class DsptchServiceImpl extends EgovAbstractServiceImpl implements DsptchService {

    @Resource(name = "dsptchDAO")
    private DsptchDAO dsptchDAO;

    @Resource(name = "drvLogDAO")
    private DrvLogDAO drvLogDAO;

    @Resource(name = "vhcService")
    private VhcService vhcService;

    @Resource(name = "apvService")
    private ApvService apvService;

    @Resource(name = "empService")
    private EmpService empService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<DsptchVO> selectDsptchList(DsptchVO vo) throws Exception {
        return dsptchDAO.selectDsptchList(vo);
    }

    public int selectDsptchListCnt(DsptchVO vo) throws Exception {
        return dsptchDAO.selectDsptchListCnt(vo);
    }

    public DsptchVO selectDsptch(String dspthId) throws Exception {
        return dsptchDAO.selectDsptch(dspthId);
    }

    public String requestDsptch(DsptchVO vo, LoginVO user) throws Exception {
        if (vo.getBgnDt().compareTo(vo.getEndDt()) >= 0) {
            throw new GamsException("E4001", "배차 기간을 확인하십시오.");
        }
        vo.setDspthId(idGnrService.nextId("DSP"));
        vo.setEmpNo(user.getEmpNo());
        vo.setSttusCd("10");
        vo.stamp(user.getUserId());
        ApvDocVO doc = new ApvDocVO();
        doc.setTitle("[배차신청] " + vo.getDstn());
        doc.setCn(vo.getPrps());
        doc.setBizCd("VHC");
        doc.setBizKey(vo.getDspthId());
        doc.setDrftEmpNo(user.getEmpNo());
        vo.setApvDocId(apvService.draft(doc, user));
        dsptchDAO.insertDsptch(vo);
        return vo.getDspthId();
    }

    public void assign(String dspthId, boolean approved) throws Exception {
        DsptchVO vo = dsptchDAO.selectDsptch(dspthId);
        if (!approved) {
            vo.setSttusCd("90");
            dsptchDAO.updateStatus(vo);
            return;
        }
        if (GamsUtil.isEmpty(vo.getVhcId())) {
            List<VhcVO> usable = vhcService.selectUsableList(vo);
            if (usable.isEmpty()) {
                throw new GamsException("E4002", "배차 가능한 차량이 없습니다.");
            }
            vo.setVhcId(usable.get(0).getVhcId());
        }
        vo.setSttusCd("20");
        dsptchDAO.updateStatus(vo);
        EmpVO emp = empService.selectEmp(vo.getEmpNo());
        SmsSender.getInstance().send(emp.getTel(), "배차가 승인되었습니다. 차량번호 " + vhcService.selectVhc(vo.getVhcId()).getVhcNo());
    }

    public void cancel(String dspthId) throws Exception {
        DsptchVO vo = dsptchDAO.selectDsptch(dspthId);
        if ("30".equals(vo.getSttusCd())) {
            throw new GamsException("E4003", "운행이 끝난 배차는 취소할 수 없습니다.");
        }
        vo.setSttusCd("80");
        dsptchDAO.updateStatus(vo);
    }

    public void writeDrvLog(DrvLogVO vo) throws Exception {
        int km = (int) (vo.getEndKm() - vo.getBgnKm());
        if (km <= 0) {
            throw new GamsException("E4004", "계기값을 확인하십시오.");
        }
        DsptchVO dsptch = dsptchDAO.selectDsptch(vo.getDspthId());
        vo.setLogId(idGnrService.nextId("DRV"));
        vo.setVhcId(dsptch.getVhcId());
        drvLogDAO.insertDrvLog(vo);
        dsptch.setSttusCd("30");
        dsptchDAO.updateStatus(dsptch);
        vhcService.addDistance(dsptch.getVhcId(), km);
    }

    public List<DrvLogVO> selectDrvLogList(DrvLogVO vo) throws Exception {
        return drvLogDAO.selectDrvLogList(vo);
    }

    public List<EgovMap> selectStat(String year) throws Exception {
        return dsptchDAO.selectStat(year);
    }
}
