package kr.go.sample.gams.apv.service.impl;

import javax.annotation.Resource;

import org.springframework.stereotype.Component;

import kr.go.sample.gams.apv.service.ApvPostHandler;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.hrm.service.LvService;

/**
 * 휴가 결재 후처리
 * @author 이결재
 * @since 2013.07.05
 */
@Component("leaveApvHandler")
public class LeaveApvHandler implements ApvPostHandler {

    @Resource(name = "lvService")
    private LvService lvService;

    public String bizCd() {
        return "LV";
    }

    public void onApproved(ApvDocVO doc, LoginVO user) throws Exception {
        lvService.applyResult(doc.getBizKey(), true);
    }

    public void onRejected(ApvDocVO doc) throws Exception {
        lvService.applyResult(doc.getBizKey(), false);
    }
}
