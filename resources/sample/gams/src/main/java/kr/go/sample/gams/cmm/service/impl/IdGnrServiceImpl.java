package kr.go.sample.gams.cmm.service.impl;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 채번 서비스 구현
 * @author 김총무
 * @since 2012.05.07
 */
@Service("idGnrService")
public class IdGnrServiceImpl extends EgovAbstractServiceImpl implements IdGnrService {

    private static final Object LOCK = new Object();

    @Resource(name = "idGnrDAO")
    private IdGnrDAO idGnrDAO;

    public String nextId(String seqNm) throws Exception {
        long n;
        // 중복 채번 방지
        synchronized (LOCK) {
            n = idGnrDAO.selectNext(seqNm);
            idGnrDAO.updateNext(seqNm, n + 1);
        }
        return seqNm + "_" + GamsUtil.lpad(String.valueOf(n), 12, '0');
    }
}
