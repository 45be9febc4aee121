package kr.go.sample.gams.vhc.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 운행일지 VO 클래스
 * @author 정차량
 * @since 2012.06.25
 */
public class DrvLogVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 운행일지ID */
    private String logId;
    /** 배차ID */
    private String dspthId;
    /** 차량ID */
    private String vhcId;
    /** 운행일자 */
    private String drvYmd;
    /** 출발계기 */
    private long bgnKm;
    /** 도착계기 */
    private long endKm;
    /** 주유금액 */
    private long fuelAmt;
    /** 비고 */
    private String rmrk;
    /** 차량번호 */
    private String vhcNo;
    /** 주행거리 */
    private int dstnc;

    public String getLogId() {
        return logId;
    }
    public void setLogId(String logId) {
        this.logId = logId;
    }
    public String getDspthId() {
        return dspthId;
    }
    public void setDspthId(String dspthId) {
        this.dspthId = dspthId;
    }
    public String getVhcId() {
        return vhcId;
    }
    public void setVhcId(String vhcId) {
        this.vhcId = vhcId;
    }
    public String getDrvYmd() {
        return drvYmd;
    }
    public void setDrvYmd(String drvYmd) {
        this.drvYmd = drvYmd;
    }
    public long getBgnKm() {
        return bgnKm;
    }
    public void setBgnKm(long bgnKm) {
        this.bgnKm = bgnKm;
    }
    public long getEndKm() {
        return endKm;
    }
    public void setEndKm(long endKm) {
        this.endKm = endKm;
    }
    public long getFuelAmt() {
        return fuelAmt;
    }
    public void setFuelAmt(long fuelAmt) {
        this.fuelAmt = fuelAmt;
    }
    public String getRmrk() {
        return rmrk;
    }
    public void setRmrk(String rmrk) {
        this.rmrk = rmrk;
    }
    public String getVhcNo() {
        return vhcNo;
    }
    public void setVhcNo(String vhcNo) {
        this.vhcNo = vhcNo;
    }
    public int getDstnc() {
        return dstnc;
    }
    public void setDstnc(int dstnc) {
        this.dstnc = dstnc;
    }
}
