package kr.go.sample.gams.vhc.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 차량 VO 클래스
 * @author 정차량
 * @since 2012.06.20
 */
public class VhcVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 차량ID */
    private String vhcId;
    /** 차량번호 */
    private String vhcNo;
    /** 차종명 */
    private String vhcNm;
    /** 차량구분코드 */
    private String vhcKndCd;
    /** 연료구분코드 */
    private String fuelCd;
    /** 누적주행거리 */
    private long acmlDstnc;
    /** 보험만료일자 */
    private String insrncEndYmd;
    /** 차량상태코드 */
    private String sttusCd;
    /** 차량구분명 */
    private String vhcKndNm;

    public String getVhcId() {
        return vhcId;
    }
    public void setVhcId(String vhcId) {
        this.vhcId = vhcId;
    }
    public String getVhcNo() {
        return vhcNo;
    }
    public void setVhcNo(String vhcNo) {
        this.vhcNo = vhcNo;
    }
    public String getVhcNm() {
        return vhcNm;
    }
    public void setVhcNm(String vhcNm) {
        this.vhcNm = vhcNm;
    }
    public String getVhcKndCd() {
        return vhcKndCd;
    }
    public void setVhcKndCd(String vhcKndCd) {
        this.vhcKndCd = vhcKndCd;
    }
    public String getFuelCd() {
        return fuelCd;
    }
    public void setFuelCd(String fuelCd) {
        this.fuelCd = fuelCd;
    }
    public long getAcmlDstnc() {
        return acmlDstnc;
    }
    public void setAcmlDstnc(long acmlDstnc) {
        this.acmlDstnc = acmlDstnc;
    }
    public String getInsrncEndYmd() {
        return insrncEndYmd;
    }
    public void setInsrncEndYmd(String insrncEndYmd) {
        this.insrncEndYmd = insrncEndYmd;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getVhcKndNm() {
        return vhcKndNm;
    }
    public void setVhcKndNm(String vhcKndNm) {
        this.vhcKndNm = vhcKndNm;
    }
}
