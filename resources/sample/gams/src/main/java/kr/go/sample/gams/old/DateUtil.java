package kr.go.sample.gams.old;

import java.text.SimpleDateFormat;
import java.util.Date;

/**
 * 구 날짜 유틸 (cmm 으로 이전됨. 삭제 예정)
 * @author 김총무
 * @since 2010.03.02
 */
@Deprecated
public class DateUtil {

    public static String today() {
        return new SimpleDateFormat("yyyy.MM.dd").format(new Date());
    }
}
