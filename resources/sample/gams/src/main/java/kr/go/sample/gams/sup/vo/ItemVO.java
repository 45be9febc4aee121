package kr.go.sample.gams.sup.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 비품 VO 클래스
 * @author 한비품
 * @since 2013.11.04
 */
public class ItemVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 품목ID */
    private String itemId;
    /** 품목명 */
    private String itemNm;
    /** 품목분류코드 */
    private String itemCtgryCd;
    /** 단위코드 */
    private String unitCd;
    /** 단가 */
    private long unitPrice;
    /** 안전재고수량 */
    private int safeQty;
    /** 사용여부 */
    private String useYn;
    /** 분류명 */
    private String ctgryNm;
    /** 현재고 */
    private int stockQty;

    public String getItemId() {
        return itemId;
    }
    public void setItemId(String itemId) {
        this.itemId = itemId;
    }
    public String getItemNm() {
        return itemNm;
    }
    public void setItemNm(String itemNm) {
        this.itemNm = itemNm;
    }
    public String getItemCtgryCd() {
        return itemCtgryCd;
    }
    public void setItemCtgryCd(String itemCtgryCd) {
        this.itemCtgryCd = itemCtgryCd;
    }
    public String getUnitCd() {
        return unitCd;
    }
    public void setUnitCd(String unitCd) {
        this.unitCd = unitCd;
    }
    public long getUnitPrice() {
        return unitPrice;
    }
    public void setUnitPrice(long unitPrice) {
        this.unitPrice = unitPrice;
    }
    public int getSafeQty() {
        return safeQty;
    }
    public void setSafeQty(int safeQty) {
        this.safeQty = safeQty;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
    public String getCtgryNm() {
        return ctgryNm;
    }
    public void setCtgryNm(String ctgryNm) {
        this.ctgryNm = ctgryNm;
    }
    public int getStockQty() {
        return stockQty;
    }
    public void setStockQty(int stockQty) {
        this.stockQty = stockQty;
    }
}
