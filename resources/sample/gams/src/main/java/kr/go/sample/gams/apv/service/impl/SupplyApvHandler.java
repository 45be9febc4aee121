package kr.go.sample.gams.apv.service.impl;

import javax.annotation.Resource;

import org.springframework.stereotype.Component;

import kr.go.sample.gams.apv.service.ApvPostHandler;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.sup.service.SupReqService;

/**
 * 비품 결재 후처리
 * @author 이결재
 * @since 2013.11.20
 */
@Component("supplyApvHandler")
public class SupplyApvHandler implements ApvPostHandler {

    @Resource(name = "supReqService")
    private SupReqService supReqService;

    public String bizCd() {
        return "SUP";
    }

    public void onApproved(ApvDocVO doc, LoginVO user) throws Exception {
        supReqService.give(doc.getBizKey(), user.getUserId());
    }

    public void onRejected(ApvDocVO doc) throws Exception {
        supReqService.reject(doc.getBizKey());
    }
}
