package kr.go.sample.gams.bbs.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 댓글 VO 클래스
 * @author 오게시
 * @since 2012.08.01
 */
public class CmtVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 댓글번호 */
    private long cmtNo;
    /** 게시글ID */
    private String atclId;
    /** 내용 */
    private String cn;
    /** 작성자ID */
    private String wrtrId;
    /** 삭제여부 */
    private String delYn;
    /** 등록일시 */
    private String regDt;

    public long getCmtNo() {
        return cmtNo;
    }
    public void setCmtNo(long cmtNo) {
        this.cmtNo = cmtNo;
    }
    public String getAtclId() {
        return atclId;
    }
    public void setAtclId(String atclId) {
        this.atclId = atclId;
    }
    public String getCn() {
        return cn;
    }
    public void setCn(String cn) {
        this.cn = cn;
    }
    public String getWrtrId() {
        return wrtrId;
    }
    public void setWrtrId(String wrtrId) {
        this.wrtrId = wrtrId;
    }
    public String getDelYn() {
        return delYn;
    }
    public void setDelYn(String delYn) {
        this.delYn = delYn;
    }
    public String getRegDt() {
        return regDt;
    }
    public void setRegDt(String regDt) {
        this.regDt = regDt;
    }
}
