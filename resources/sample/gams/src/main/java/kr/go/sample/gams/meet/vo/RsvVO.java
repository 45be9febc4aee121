package kr.go.sample.gams.meet.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 회의실 예약 VO 클래스
 * @author 최예약
 * @since 2014.03.12
 */
public class RsvVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 예약ID */
    private String rsvId;
    /** 회의실ID */
    private String roomId;
    /** 예약자사번 */
    private String empNo;
    /** 예약일자 */
    private String rsvYmd;
    /** 시작시각 */
    private String bgnTm;
    /** 종료시각 */
    private String endTm;
    /** 회의제목 */
    private String title;
    /** 참석인원 */
    private int atndCnt;
    /** 예약상태코드 */
    private String sttusCd;
    /** 취소사유 */
    private String cnclRsn;
    /** 회의실명 */
    private String roomNm;
    /** 예약자명 */
    private String empNm;
    /** 참석자사번 */
    private String[] atndEmpNos;

    public String getRsvId() {
        return rsvId;
    }
    public void setRsvId(String rsvId) {
        this.rsvId = rsvId;
    }
    public String getRoomId() {
        return roomId;
    }
    public void setRoomId(String roomId) {
        this.roomId = roomId;
    }
    public String getEmpNo() {
        return empNo;
    }
    public void setEmpNo(String empNo) {
        this.empNo = empNo;
    }
    public String getRsvYmd() {
        return rsvYmd;
    }
    public void setRsvYmd(String rsvYmd) {
        this.rsvYmd = rsvYmd;
    }
    public String getBgnTm() {
        return bgnTm;
    }
    public void setBgnTm(String bgnTm) {
        this.bgnTm = bgnTm;
    }
    public String getEndTm() {
        return endTm;
    }
    public void setEndTm(String endTm) {
        this.endTm = endTm;
    }
    public String getTitle() {
        return title;
    }
    public void setTitle(String title) {
        this.title = title;
    }
    public int getAtndCnt() {
        return atndCnt;
    }
    public void setAtndCnt(int atndCnt) {
        this.atndCnt = atndCnt;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getCnclRsn() {
        return cnclRsn;
    }
    public void setCnclRsn(String cnclRsn) {
        this.cnclRsn = cnclRsn;
    }
    public String getRoomNm() {
        return roomNm;
    }
    public void setRoomNm(String roomNm) {
        this.roomNm = roomNm;
    }
    public String getEmpNm() {
        return empNm;
    }
    public void setEmpNm(String empNm) {
        this.empNm = empNm;
    }
    public String[] getAtndEmpNos() {
        return atndEmpNos;
    }
    public void setAtndEmpNos(String[] atndEmpNos) {
        this.atndEmpNos = atndEmpNos;
    }
}
