package kr.go.sample.gams.vhc.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 차량정비이력 VO 클래스
 * @author 정차량
 * @since 2012.06.25
 */
public class MntVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 정비ID */
    private String mntId;
    /** 차량ID */
    private String vhcId;
    /** 정비일자 */
    private String mntYmd;
    /** 정비구분코드 */
    private String mntKndCd;
    /** 정비금액 */
    private long mntAmt;
    /** 정비업체명 */
    private String shopNm;
    /** 정비내용 */
    private String cn;
    /** 차량번호 */
    private String vhcNo;

    public String getMntId() {
        return mntId;
    }
    public void setMntId(String mntId) {
        this.mntId = mntId;
    }
    public String getVhcId() {
        return vhcId;
    }
    public void setVhcId(String vhcId) {
        this.vhcId = vhcId;
    }
    public String getMntYmd() {
        return mntYmd;
    }
    public void setMntYmd(String mntYmd) {
        this.mntYmd = mntYmd;
    }
    public String getMntKndCd() {
        return mntKndCd;
    }
    public void setMntKndCd(String mntKndCd) {
        this.mntKndCd = mntKndCd;
    }
    public long getMntAmt() {
        return mntAmt;
    }
    public void setMntAmt(long mntAmt) {
        this.mntAmt = mntAmt;
    }
    public String getShopNm() {
        return shopNm;
    }
    public void setShopNm(String shopNm) {
        this.shopNm = shopNm;
    }
    public String getCn() {
        return cn;
    }
    public void setCn(String cn) {
        this.cn = cn;
    }
    public String getVhcNo() {
        return vhcNo;
    }
    public void setVhcNo(String vhcNo) {
        this.vhcNo = vhcNo;
    }
}
