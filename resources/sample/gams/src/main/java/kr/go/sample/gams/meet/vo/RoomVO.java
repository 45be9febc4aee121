package kr.go.sample.gams.meet.vo;

import java.util.List;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 회의실 VO 클래스
 * @author 최예약
 * @since 2014.03.11
 */
public class RoomVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 회의실ID */
    private String roomId;
    /** 회의실명 */
    private String roomNm;
    /** 위치코드 */
    private String locCd;
    /** 수용인원 */
    private int cpctyCnt;
    /** 관리부서ID */
    private String mngDeptId;
    /** 개방시각 */
    private String openTm;
    /** 마감시각 */
    private String closeTm;
    /** 사용여부 */
    private String useYn;
    /** 비고 */
    private String rmrk;
    /** 위치명 */
    private String locNm;
    /** 장비목록 */
    private List<RoomEquipVO> equipList;

    public String getRoomId() {
        return roomId;
    }
    public void setRoomId(String roomId) {
        this.roomId = roomId;
    }
    public String getRoomNm() {
        return roomNm;
    }
    public void setRoomNm(String roomNm) {
        this.roomNm = roomNm;
    }
    public String getLocCd() {
        return locCd;
    }
    public void setLocCd(String locCd) {
        this.locCd = locCd;
    }
    public int getCpctyCnt() {
        return cpctyCnt;
    }
    public void setCpctyCnt(int cpctyCnt) {
        this.cpctyCnt = cpctyCnt;
    }
    public String getMngDeptId() {
        return mngDeptId;
    }
    public void setMngDeptId(String mngDeptId) {
        this.mngDeptId = mngDeptId;
    }
    public String getOpenTm() {
        return openTm;
    }
    public void setOpenTm(String openTm) {
        this.openTm = openTm;
    }
    public String getCloseTm() {
        return closeTm;
    }
    public void setCloseTm(String closeTm) {
        this.closeTm = closeTm;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
    public String getRmrk() {
        return rmrk;
    }
    public void setRmrk(String rmrk) {
        this.rmrk = rmrk;
    }
    public String getLocNm() {
        return locNm;
    }
    public void setLocNm(String locNm) {
        this.locNm = locNm;
    }
    public List<RoomEquipVO> getEquipList() {
        return equipList;
    }
    public void setEquipList(List<RoomEquipVO> equipList) {
        this.equipList = equipList;
    }
}
