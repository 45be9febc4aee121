package kr.go.sample.gams.sup.service;

import java.util.List;

import kr.go.sample.gams.sup.vo.PrchVO;
import kr.go.sample.gams.sup.vo.VndrVO;

/**
 * 구매/납품업체 서비스
 * @author 한비품
 * @since 2013.11.06
 */
public interface PrchService {

    List<PrchVO> selectPrchList(PrchVO vo) throws Exception;

    void savePrch(PrchVO vo) throws Exception;

    /** 검수 및 입고 처리 */
    void receive(String prchId, String userId) throws Exception;

    long selectBudgetRemain(String year) throws Exception;

    List<VndrVO> selectVndrList(VndrVO vo) throws Exception;

    void saveVndr(VndrVO vo) throws Exception;
}
