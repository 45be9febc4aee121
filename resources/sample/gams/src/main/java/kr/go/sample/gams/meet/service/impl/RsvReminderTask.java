package kr.go.sample.gams.meet.service.impl;

import java.util.List;
import java.util.TimerTask;

import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.util.SmsSender;
import kr.go.sample.gams.meet.vo.RsvAtndVO;

/**
 * 회의 시작전 문자 알림
 * @author 최예약
 * @since 2014.05.20
 */
public class RsvReminderTask extends TimerTask {

    private final List<RsvAtndVO> atndList;
    private final String title;

    public RsvReminderTask(List<RsvAtndVO> atndList, String title) {
        this.atndList = atndList;
        this.title = title;
    }

    @Override
    public void run() {
        for (RsvAtndVO atnd : atndList) {
            if (!GamsUtil.isEmpty(atnd.getTel())) {
                SmsSender.getInstance().send(atnd.getTel(), "[회의알림] " + title);
            }
        }
    }
}
