package kr.go.sample.gams.sup.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 구매 VO 클래스
 * @author 한비품
 * @since 2013.11.06
 */
public class PrchVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 구매ID */
    private String prchId;
    /** 업체ID */
    private String vndrId;
    /** 품목ID */
    private String itemId;
    /** 수량 */
    private int qty;
    /** 구매금액 */
    private long prchAmt;
    /** 구매일자 */
    private String prchYmd;
    /** 입고일자 */
    private String inYmd;
    /** 구매상태코드 */
    private String sttusCd;
    /** 업체명 */
    private String vndrNm;
    /** 품목명 */
    private String itemNm;

    public String getPrchId() {
        return prchId;
    }
    public void setPrchId(String prchId) {
        this.prchId = prchId;
    }
    public String getVndrId() {
        return vndrId;
    }
    public void setVndrId(String vndrId) {
        this.vndrId = vndrId;
    }
    public String getItemId() {
        return itemId;
    }
    public void setItemId(String itemId) {
        this.itemId = itemId;
    }
    public int getQty() {
        return qty;
    }
    public void setQty(int qty) {
        this.qty = qty;
    }
    public long getPrchAmt() {
        return prchAmt;
    }
    public void setPrchAmt(long prchAmt) {
        this.prchAmt = prchAmt;
    }
    public String getPrchYmd() {
        return prchYmd;
    }
    public void setPrchYmd(String prchYmd) {
        this.prchYmd = prchYmd;
    }
    public String getInYmd() {
        return inYmd;
    }
    public void setInYmd(String inYmd) {
        this.inYmd = inYmd;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getVndrNm() {
        return vndrNm;
    }
    public void setVndrNm(String vndrNm) {
        this.vndrNm = vndrNm;
    }
    public String getItemNm() {
        return itemNm;
    }
    public void setItemNm(String itemNm) {
        this.itemNm = itemNm;
    }
}
