package kr.go.sample.gams.meet.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 회의실 장비 VO 클래스
 * @author 최예약
 * @since 2014.03.11
 */
public class RoomEquipVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 회의실ID */
    private String roomId;
    /** 장비순번 */
    private int equipSn;
    /** 장비명 */
    private String equipNm;
    /** 수량 */
    private int qty;

    public String getRoomId() {
        return roomId;
    }
    public void setRoomId(String roomId) {
        this.roomId = roomId;
    }
    public int getEquipSn() {
        return equipSn;
    }
    public void setEquipSn(int equipSn) {
        this.equipSn = equipSn;
    }
    public String getEquipNm() {
        return equipNm;
    }
    public void setEquipNm(String equipNm) {
        this.equipNm = equipNm;
    }
    public int getQty() {
        return qty;
    }
    public void setQty(int qty) {
        this.qty = qty;
    }
}
