package kr.go.sample.gams.bbs.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 공지사항 VO 클래스
 * @author 오게시
 * @since 2012.08.03
 */
public class NtcVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 공지ID */
    private String ntcId;
    /** 제목 */
    private String title;
    /** 내용 */
    private String cn;
    /** 팝업여부 */
    private String popYn;
    /** 게시시작일자 */
    private String bgnYmd;
    /** 게시종료일자 */
    private String endYmd;
    /** 게시부서ID */
    private String deptId;
    /** 조회수 */
    private int viewCnt;
    /** 첨부파일ID */
    private String atchFileId;
    /** 게시부서명 */
    private String deptNm;

    public String getNtcId() {
        return ntcId;
    }
    public void setNtcId(String ntcId) {
        this.ntcId = ntcId;
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
    public String getPopYn() {
        return popYn;
    }
    public void setPopYn(String popYn) {
        this.popYn = popYn;
    }
    public String getBgnYmd() {
        return bgnYmd;
    }
    public void setBgnYmd(String bgnYmd) {
        this.bgnYmd = bgnYmd;
    }
    public String getEndYmd() {
        return endYmd;
    }
    public void setEndYmd(String endYmd) {
        this.endYmd = endYmd;
    }
    public String getDeptId() {
        return deptId;
    }
    public void setDeptId(String deptId) {
        this.deptId = deptId;
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
    public String getDeptNm() {
        return deptNm;
    }
    public void setDeptNm(String deptNm) {
        this.deptNm = deptNm;
    }
}
