package kr.go.sample.gams.apv.service.impl;

import javax.annotation.Resource;

import org.springframework.stereotype.Component;

import kr.go.sample.gams.apv.service.ApvPostHandler;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.vhc.service.DsptchService;

/**
 * 배차 결재 후처리
 * @author 이결재
 * @since 2013.07.05
 */
@Component("vehicleApvHandler")
public class VehicleApvHandler implements ApvPostHandler {

    @Resource(name = "dsptchService")
    private DsptchService dsptchService;

    public String bizCd() {
        return "VHC";
    }

    public void onApproved(ApvDocVO doc, LoginVO user) throws Exception {
        dsptchService.assign(doc.getBizKey(), true);
    }

    public void onRejected(ApvDocVO doc) throws Exception {
        dsptchService.assign(doc.getBizKey(), false);
    }
}
