package kr.go.sample.gams.meet.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 회의 참석자 VO 클래스
 * @author 최예약
 * @since 2014.03.12
 */
public class RsvAtndVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 예약ID */
    private String rsvId;
    /** 참석자사번 */
    private String empNo;
    /** 통보여부 */
    private String notiYn;
    /** 참석자명 */
    private String empNm;
    /** 전화번호 */
    private String tel;

    public String getRsvId() {
        return rsvId;
    }
    public void setRsvId(String rsvId) {
        this.rsvId = rsvId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getNotiYn() {
        return notiYn;
    }
    public void setNotiYn(String notiYn) {
        this.notiYn = notiYn;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
    public String getTel() {
        return tel;
    }
    public void setTel(String tel) {
        this.tel = tel;
    }
}
