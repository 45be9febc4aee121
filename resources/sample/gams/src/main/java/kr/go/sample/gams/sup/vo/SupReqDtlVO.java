package kr.go.sample.gams.sup.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 비품신청상세 VO 클래스
 * @author 한비품
 * @since 2013.11.05
 */
public class SupReqDtlVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 신청ID */
    private String reqId;
    /** 순번 */
    private int seqNo;
    /** 품목ID */
    private String itemId;
    /** 신청수량 */
    private int reqQty;
    /** 지급수량 */
    private int giveQty;
    /** 품목명 */
    private String itemNm;

    public String getReqId() {
        return reqId;
    }
    public void setReqId(String reqId) {
        this.reqId = reqId;
    }
    public int getSeqNo() {
        return seqNo;
    }
    public void setSeqNo(int seqNo) {
        this.seqNo = seqNo;
    }
    public String getItemId() {
        return itemId;
    }
    public void setItemId(String itemId) {
        this.itemId = itemId;
    }
    public int getReqQty() {
        return reqQty;
    }
    public void setReqQty(int reqQty) {
        this.reqQty = reqQty;
    }
    public int getGiveQty() {
        return giveQty;
    }
    public void setGiveQty(int giveQty) {
        this.giveQty = giveQty;
    }
    public String getItemNm() {
        return itemNm;
    }
    public void setItemNm(String itemNm) {
        this.itemNm = itemNm;
    }
}
