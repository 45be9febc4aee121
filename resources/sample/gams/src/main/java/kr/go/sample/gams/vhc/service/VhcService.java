package kr.go.sample.gams.vhc.service;

import java.util.List;

import kr.go.sample.gams.vhc.vo.DsptchVO;
import kr.go.sample.gams.vhc.vo.VhcVO;

/**
 * 차량 서비스
 * @author 정차량
 * @since 2012.06.20
 */
public interface VhcService {

    List<VhcVO> selectVhcList(VhcVO vo) throws Exception;

    List<VhcVO> selectUsableList(DsptchVO vo) throws Exception;

    VhcVO selectVhc(String vhcId) throws Exception;

    void saveVhc(VhcVO vo) throws Exception;

    void deleteVhc(String vhcId) throws Exception;

    /** 누적 주행거리 반영 */
    void addDistance(String vhcId, int km) throws Exception;
}
