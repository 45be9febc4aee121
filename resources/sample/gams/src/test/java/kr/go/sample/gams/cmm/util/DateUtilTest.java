package kr.go.sample.gams.cmm.util;

import org.junit.Assert;
import org.junit.Test;

/**
 * 날짜 유틸 테스트
 * @author 김총무
 * @since 2014.06.10
 */
public class DateUtilTest {

    @Test
    public void testAddDays() {
        Assert.assertEquals("20140301", DateUtil.addDays("20140228", 1));
        Assert.assertEquals(3, DateUtil.between("20140228", "20140302"));
    }

    @Test
    public void testDash() {
        System.out.println(DateUtil.dash("20140301"));
        Assert.assertEquals("2014-03-01", DateUtil.dash("20140301"));
    }
}
