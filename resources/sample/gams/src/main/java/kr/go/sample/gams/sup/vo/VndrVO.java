package kr.go.sample.gams.sup.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 납품업체 VO 클래스
 * @author 한비품
 * @since 2013.11.06
 */
public class VndrVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 업체ID */
    private String vndrId;
    /** 업체명 */
    private String vndrNm;
    /** 사업자번호 */
    private String bizNo;
    /** 전화번호 */
    private String tel;
    /** 주소 */
    private String addr;
    /** 사용여부 */
    private String useYn;

    public String getVndrId() {
        return vndrId;
    }
    public void setVndrId(String vndrId) {
        this.vndrId = vndrId;
    }
    public String getVndrNm() {
        return vndrNm;
    }
    public void setVndrNm(String vndrNm) {
        this.vndrNm = vndrNm;
    }
    public String getBizNo() {
        return bizNo;
    }
    public void setBizNo(String bizNo) {
        this.bizNo = bizNo;
    }
    public String getTel() {
        return tel;
    }
    public void setTel(String tel) {
        this.tel = tel;
    }
    public String getAddr() {
        return addr;
    }
    public void setAddr(String addr) {
        this.addr = addr;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
}
