package kr.go.sample.gams.bbs.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 게시판 VO 클래스
 * @author 오게시
 * @since 2012.08.01
 */
public class BrdMstVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 게시판ID */
    private String brdId;
    /** 게시판명 */
    private String brdNm;
    /** 게시판유형코드 */
    private String brdKndCd;
    /** 첨부여부 */
    private String atchYn;
    /** 댓글여부 */
    private String cmtYn;
    /** 사용여부 */
    private String useYn;

    public String getBrdId() {
        return brdId;
    }
    public void setBrdId(String brdId) {
        this.brdId = brdId;
    }
    public String getBrdNm() {
        return brdNm;
    }
    public void setBrdNm(String brdNm) {
        this.brdNm = brdNm;
    }
    public String getBrdKndCd() {
        return brdKndCd;
    }
    public void setBrdKndCd(String brdKndCd) {
        this.brdKndCd = brdKndCd;
    }
    public String getAtchYn() {
        return atchYn;
    }
    public void setAtchYn(String atchYn) {
        this.atchYn = atchYn;
    }
    public String getCmtYn() {
        return cmtYn;
    }
    public void setCmtYn(String cmtYn) {
        this.cmtYn = cmtYn;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
}
