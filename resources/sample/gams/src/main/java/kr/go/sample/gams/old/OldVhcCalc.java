package kr.go.sample.gams.old;

/**
 * 구 유류비 계산. 현재 사용하지 않음
 * @author 정차량
 * @since 2010.04.15
 */
public class OldVhcCalc {

    private static final int OIL_PRICE = 1650;

    /** 거리, 연비로 유류비 계산 */
    public long calc(int km, double kmPerLiter) {
        if (kmPerLiter <= 0) {
            return 0;
        }
        return Math.round(km / kmPerLiter) * OIL_PRICE;
    }
}
