package kr.go.sample.gams.vhc.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.vhc.service.VhcService;
import kr.go.sample.gams.vhc.vo.DsptchVO;
import kr.go.sample.gams.vhc.vo.MntVO;
import kr.go.sample.gams.vhc.vo.VhcVO;

/**
 * 차량 서비스 구현
 * @author 정차량
 * @since 2012.06.20
 */
@Service("vhcService")
public class VhcServiceImpl extends EgovAbstractServiceImpl implements VhcService {

    /** 정비 기준거리(km) */
    private static final int MNT_KM = 10000;

    @Resource(name = "vhcDAO")
    private VhcDAO vhcDAO;

    @Resource(name = "mntDAO")
    private MntDAO mntDAO;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<VhcVO> selectVhcList(VhcVO vo) throws Exception {
        return vhcDAO.selectVhcList(vo);
    }

    public List<VhcVO> selectUsableList(DsptchVO vo) throws Exception {
        return vhcDAO.selectUsableList(vo);
    }

    public VhcVO selectVhc(String vhcId) throws Exception {
        return vhcDAO.selectVhc(vhcId);
    }

    public void saveVhc(VhcVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getVhcId())) {
            vo.setVhcId(idGnrService.nextId("VHC"));
            vo.setSttusCd("10");
            vhcDAO.insertVhc(vo);
        } else {
            vhcDAO.updateVhc(vo);
        }
    }

    public void deleteVhc(String vhcId) throws Exception {
        vhcDAO.updateDisuse(vhcId);
    }

    public void addDistance(String vhcId, int km) throws Exception {
        VhcVO vo = vhcDAO.selectVhc(vhcId);
        long before = vo.getAcmlDstnc();
        vo.setAcmlDstnc(before + km);
        // 기준거리를 넘으면 정비 예정 등록
        if (vo.getAcmlDstnc() / MNT_KM > before / MNT_KM) {
            MntVO mnt = new MntVO();
            mnt.setMntId(idGnrService.nextId("MNT"));
            mnt.setVhcId(vhcId);
            mnt.setMntYmd(DateUtil.addDays(DateUtil.today(), 7));
            mnt.setMntKndCd("PLAN");
            mnt.setCn(vo.getAcmlDstnc() + "km 도래 정기점검");
            mntDAO.insertMnt(mnt);
        }
        vhcDAO.updateVhc(vo);
    }
}
