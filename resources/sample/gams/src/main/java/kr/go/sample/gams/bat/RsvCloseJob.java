package kr.go.sample.gams.bat;

import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.springframework.scheduling.quartz.QuartzJobBean;

import kr.go.sample.gams.meet.service.RsvService;

/**
 * 지난 예약 종료 배치
 * @author 최예약
 * @since 2014.06.02
 */
public class RsvCloseJob extends QuartzJobBean {

    private RsvService rsvService;

    public void setRsvService(RsvService rsvService) {
        this.rsvService = rsvService;
    }

    protected void executeInternal(JobExecutionContext ctx) throws JobExecutionException {
        try {
            System.out.println("예약 종료 처리 : " + rsvService.closePast() + "건");
        } catch (Exception e) {
            throw new JobExecutionException(e);
        }
    }
}
