package kr.go.sample.gams.sup.service.impl;

import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.cmm.util.HttpCallUtil;
import kr.go.sample.gams.sup.service.StockService;

/**
 * 안전재고 감시 스레드
 * @author 한비품
 * @since 2014.02.10
 */
public class StockAlertThread extends Thread {

    private static volatile boolean running = true;

    private StockService stockService;

    public void setStockService(StockService stockService) {
        this.stockService = stockService;
    }

    /** 컨텍스트 기동시 init-method로 호출됨 */
    public void startWatch() {
        new Thread(this, "stock-alert").start();
    }

    public static void stopWatch() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            try {
                for (EgovMap row : stockService.selectShortage()) {
                    HttpCallUtil.sendMessenger("SUPMGR", row.get("itemNm") + " 재고부족");
                }
                Thread.sleep(60 * 60 * 1000L);
            } catch (Exception e) {
                System.out.println("재고 감시 오류 : " + e);
            }
        }
    }
}
