package kr.go.sample.gams.bbs.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 게시글 VO 클래스
 * @author 오게시
 * @since 2012.08.01
 */
public class AtclVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 게시글ID */
    private String atclId;
    /** 게시판ID */
    private String brdId;
    /** 제목 */
    private String title;
    /** 내용 */
    private String cn;
    /** 작성자ID */
    private String wrtrId;
    /** 조회수 */
    private int viewCnt;
    /** 첨부파일ID */
    private String atchFileId;
    /** 삭제여부 */
    private String delYn;
    /** 게시판명 */
    private String brdNm;
    /** 댓글수 */
    private int cmtCnt;

    public String getAtclId() {
        return atclId;
    }
    public void setAtclId(String atclId) {
        this.atclId = atclId;
    }
    public String getBrdId() {
        return brdId;
    }
    public void setBrdId(String brdId) {
        this.brdId = brdId;
    }
    public String getTitle() {
        return title;
    }
    public void setTitle(String title) {
        this.title = title;
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
    public int getViewCnt() {
        return viewCnt;
    }
    public void setViewCnt(int viewCnt) {
        this.viewCnt = viewCnt;
    }
    public String getAtchFileId() {
        return atchFileId;
    }
    public void setAtchFileId(String atchFileId) {
        this.atchFileId = atchFileId;
    }
    public String getDelYn() {
        return delYn;
    }
    public void setDelYn(String delYn) {
        this.delYn = delYn;
    }
    public String getBrdNm() {
        return brdNm;
    }
    public void setBrdNm(String brdNm) {
        this.brdNm = brdNm;
    }
    public int getCmtCnt() {
        return cmtCnt;
    }
    public void setCmtCnt(int cmtCnt) {
        this.cmtCnt = cmtCnt;
    }
}
