package kr.go.sample.gams.cmm.aop;

import org.apache.log4j.Logger;
import org.aspectj.lang.ProceedingJoinPoint;

import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 서비스 호출 로그
 * @author 김총무
 * @since 2014.06.09
 */
public class ServiceLogAspect {

    private static final Logger log = Logger.getLogger("gams.service");

    public Object around(ProceedingJoinPoint pjp) throws Throwable {
        long t = System.currentTimeMillis();
        try {
            return pjp.proceed();
        } finally {
            long ms = System.currentTimeMillis() - t;
            if (ms > 1000) {
                log.warn(pjp.getSignature() + " : " + GamsUtil.comma(ms) + "ms");
            }
        }
    }
}
