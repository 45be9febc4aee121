package kr.go.sample.gams.cmm.util;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;

import kr.go.sample.gams.cmm.exception.GamsException;

/**
 * 날짜 유틸
 * @author 김총무
 * @since 2012.05.02
 */
public class DateUtil {

    private static SimpleDateFormat ymd = new SimpleDateFormat("yyyyMMdd");

    /** 오늘 날짜 (yyyyMMdd) */
    public static synchronized String today() {
        return ymd.format(new Date());
    }

    /** 현재 시각 (HHmm) */
    public static String nowTm() {
        return new SimpleDateFormat("HHmm").format(new Date());
    }

    public static String year() {
        return today().substring(0, 4);
    }

    /** 일수 더하기 */
    public static String addDays(String date, int days) {
        try {
            Calendar c = Calendar.getInstance();
            c.setTime(ymd.parse(date));
            c.add(Calendar.DATE, days);
            return ymd.format(c.getTime());
        } catch (ParseException e) {
            throw new GamsException("E0010", "날짜 형식 오류 : " + date);
        }
    }

    /** 두 날짜 사이의 일수 (양끝 포함) */
    public static int between(String bgn, String end) {
        int n = 1;
        String d = bgn;
        while (d.compareTo(end) < 0) {
            d = addDays(d, 1);
            n++;
        }
        return n;
    }

    /** 화면 출력용 */
    public static String dash(String date) {
        if (GamsUtil.isEmpty(date) || date.length() < 8) {
            return date;
        }
        return date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6, 8);
    }
}
