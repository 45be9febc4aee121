package kr.go.sample.gams.apv.service;

import java.util.List;

import javax.annotation.Resource;

import org.springframework.stereotype.Service;

import kr.go.sample.gams.apv.service.impl.DlgtMapper;
import kr.go.sample.gams.apv.vo.ApvDlgtVO;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 결재 위임 서비스
 * @author 이결재
 * @since 2013.09.12
 */
@Service("dlgtService")
public class DlgtService {

    @Resource(name = "dlgtMapper")
    private DlgtMapper dlgtMapper;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public List<ApvDlgtVO> selectDlgtList(String empNo) throws Exception {
        return dlgtMapper.selectDlgtList(empNo);
    }

    public void saveDlgt(ApvDlgtVO vo) throws Exception {
        if (vo.getEmpNo().equals(vo.getDlgtEmpNo())) {
            throw new GamsException("E7010", "본인에게 위임할 수 없습니다.");
        }
        if (dlgtMapper.countOverlap(vo) > 0) {
            throw new GamsException("E7011", "위임 기간이 겹칩니다.");
        }
        vo.setDlgtId(idGnrService.nextId("DLGT"));
        dlgtMapper.insertDlgt(vo);
    }

    public void closeDlgt(String dlgtId) throws Exception {
        dlgtMapper.updateClose(dlgtId);
    }

    /** 위임중이면 수임자 사번, 아니면 본인 */
    public String resolve(String empNo) throws Exception {
        String to = dlgtMapper.selectActive(empNo);
        return GamsUtil.nvl(to, empNo);
    }
}
