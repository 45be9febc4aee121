package kr.go.sample.gams.sup.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 비품재고 VO 클래스
 * @author 한비품
 * @since 2013.11.04
 */
public class StockVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 품목ID */
    private String itemId;
    /** 보관장소코드 */
    private String strgCd;
    /** 재고수량 */
    private int qty;
    /** 최종입고일자 */
    private String lastInYmd;
    /** 품목명 */
    private String itemNm;
    /** 보관장소명 */
    private String strgNm;
    /** 입출고구분 */
    private String ioCd;
    /** 참조ID */
    private String refId;

    public String getItemId() {
        return itemId;
    }
    public void setItemId(String itemId) {
        this.itemId = itemId;
    }
    public String getStrgCd() {
        return strgCd;
    }
    public void setStrgCd(String strgCd) {
        this.strgCd = strgCd;
    }
    public int getQty() {
        return qty;
    }
    public void setQty(int qty) {
        this.qty = qty;
    }
    public String getLastInYmd() {
        return lastInYmd;
    }
    public void setLastInYmd(String lastInYmd) {
        this.lastInYmd = lastInYmd;
    }
    public String getItemNm() {
        return itemNm;
    }
    public void setItemNm(String itemNm) {
        this.itemNm = itemNm;
    }
    public String getStrgNm() {
        return strgNm;
    }
    public void setStrgNm(String strgNm) {
        this.strgNm = strgNm;
    }
    public String getIoCd() {
        return ioCd;
    }
    public void setIoCd(String ioCd) {
        this.ioCd = ioCd;
    }
    public String getRefId() {
        return refId;
    }
    public void setRefId(String refId) {
        this.refId = refId;
    }
}
