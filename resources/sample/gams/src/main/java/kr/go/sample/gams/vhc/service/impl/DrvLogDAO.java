package kr.go.sample.gams.vhc.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractDAO;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.vhc.vo.DrvLogVO;

/**
 * 운행일지 DAO (iBATIS)
 * @author 정차량
 * @since 2012.06.25
 */
@Repository("drvLogDAO")
public class DrvLogDAO extends EgovAbstractDAO {

    @SuppressWarnings("unchecked")
    public List<DrvLogVO> selectDrvLogList(DrvLogVO vo) throws Exception {
        return (List<DrvLogVO>) list("dsptchDAO.selectDrvLogList", vo);
    }

    public void insertDrvLog(DrvLogVO vo) throws Exception {
        insert("dsptchDAO.insertDrvLog", vo);
    }
}
