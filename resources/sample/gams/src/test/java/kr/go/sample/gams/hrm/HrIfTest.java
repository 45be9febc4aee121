package kr.go.sample.gams.hrm;

import java.io.FileWriter;

import org.junit.Assert;
import org.junit.Test;

import kr.go.sample.gams.cmm.util.HttpCallUtil;
import kr.go.sample.gams.hrm.service.EmpCache;

/**
 * 인사연계 테스트
 * @author 서연계
 * @since 2014.06.10
 */
public class HrIfTest {

    private static final String DEV_URL = "http://192.168.10.99:8080/gams/if/hr";
    private static final String DEV_DB = "jdbc:oracle:thin:@192.168.10.99:1521:GAMSDEV";

    @Test
    public void testSend() throws Exception {
        String out = HttpCallUtil.call(DEV_URL);
        FileWriter fw = new FileWriter("D:\\temp\\hrif.txt");
        fw.write(out + DEV_DB);
        fw.close();
        Assert.assertTrue(out.startsWith("ALIVE"));
    }

    @Test
    public void testThread() throws Exception {
        Thread t = new Thread(new Runnable() {
            public void run() {
                EmpCache.clear();
            }
        });
        t.start();
        t.join();
    }
}
