package kr.go.sample.gams.bat;

import java.io.File;
import java.sql.SQLException;

import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.springframework.scheduling.quartz.QuartzJobBean;

import kr.go.sample.gams.cmm.service.impl.SysLogDAO;

/**
 * 오래된 시스템 로그 삭제 배치
 * @author 김총무
 * @since 2014.06.09
 */
public class LogCleanJob extends QuartzJobBean {

    private SysLogDAO sysLogDAO;

    public void setSysLogDAO(SysLogDAO sysLogDAO) {
        this.sysLogDAO = sysLogDAO;
    }

    protected void executeInternal(JobExecutionContext ctx) throws JobExecutionException {
        try {
            sysLogDAO.deleteOld(90);
            File[] logs = new File("/app/gams/logs").listFiles();
            for (int i = 0; logs != null && i < logs.length; i++) {
                if (System.currentTimeMillis() - logs[i].lastModified() > 90L * 24 * 3600 * 1000) {
                    logs[i].delete();
                }
            }
        } catch (SQLException e) {
            throw new JobExecutionException(e);
        }
    }
}
