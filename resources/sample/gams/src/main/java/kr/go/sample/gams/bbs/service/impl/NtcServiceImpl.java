package kr.go.sample.gams.bbs.service.impl;

import java.util.List;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.bbs.service.NtcService;
import kr.go.sample.gams.bbs.vo.NtcVO;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 공지사항 서비스 구현
 * @author 오게시
 * @since 2012.08.03
 */
@Service("ntcService")
public class NtcServiceImpl extends EgovAbstractServiceImpl implements NtcService {

    /** 메인화면 공지 캐시 (5분) */
    private static List<NtcVO> mainCache;
    private static long mainCacheTm;

    @Resource(name = "ntcDAO")
    private NtcDAO ntcDAO;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<NtcVO> selectNtcList(NtcVO vo) throws Exception {
        return ntcDAO.selectNtcList(vo);
    }

    public List<NtcVO> selectMainList() throws Exception {
        if (mainCache == null || System.currentTimeMillis() - mainCacheTm > 5 * 60 * 1000) {
            NtcVO q = new NtcVO();
            q.setPopYn("Y");
            mainCache = ntcDAO.selectNtcList(q);
            mainCacheTm = System.currentTimeMillis();
        }
        return mainCache;
    }

    public NtcVO selectNtc(String ntcId) throws Exception {
        ntcDAO.updateViewCnt(ntcId);
        return ntcDAO.selectNtc(ntcId);
    }

    public String insertNtc(NtcVO vo) throws Exception {
        vo.setNtcId(idGnrService.nextId("NTC"));
        vo.setBgnYmd(GamsUtil.nvl(vo.getBgnYmd(), DateUtil.today()));
        vo.setEndYmd(GamsUtil.nvl(vo.getEndYmd(), DateUtil.addDays(vo.getBgnYmd(), 30)));
        ntcDAO.insertNtc(vo);
        mainCache = null;
        return vo.getNtcId();
    }

    public void updateNtc(NtcVO vo) throws Exception {
        ntcDAO.updateNtc(vo);
        mainCache = null;
    }

    public void deleteNtc(String ntcId) throws Exception {
        ntcDAO.deleteNtc(ntcId);
        mainCache = null;
    }
}
