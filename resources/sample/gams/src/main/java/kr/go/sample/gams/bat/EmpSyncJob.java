package kr.go.sample.gams.bat;

import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.springframework.scheduling.quartz.QuartzJobBean;

import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.hrm.service.EmpService;

/**
 * 인사정보 동기화 배치
 * @author 서연계
 * @since 2012.07.02
 */
public class EmpSyncJob extends QuartzJobBean {

    private EmpService empService;

    public void setEmpService(EmpService empService) {
        this.empService = empService;
    }

    protected void executeInternal(JobExecutionContext ctx) throws JobExecutionException {
        try {
            if (GamsUtil.isReal()) {
                empService.syncFromHr();
                Runtime.getRuntime().exec("/app/gams/bin/emp_sync_done.sh " + DateUtil.today());
            }
        } catch (Exception e) {
            throw new JobExecutionException(e);
        }
    }
}
