package kr.go.sample.gams.cde.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 공통코드 VO 클래스
 * @author 김총무
 * @since 2012.05.02
 */
public class CodeVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 그룹코드 */
    private String grpCd;
    /** 코드 */
    private String cd;
    /** 코드명 */
    private String cdNm;
    /** 코드설명 */
    private String cdDc;
    /** 정렬순서 */
    private int sortOrd;
    /** 사용여부 */
    private String useYn;
    /** 그룹명 */
    private String grpNm;

    public String getGrpCd() {
        return grpCd;
    }
    public void setGrpCd(String grpCd) {
        this.grpCd = grpCd;
    }
    public String getCd() {
        return cd;
    }
    public void setCd(String cd) {
        this.cd = cd;
    }
    public String getCdNm() {
        return cdNm;
    }
    public void setCdNm(String cdNm) {
        this.cdNm = cdNm;
    }
    public String getCdDc() {
        return cdDc;
    }
    public void setCdDc(String cdDc) {
        this.cdDc = cdDc;
    }
    public int getSortOrd() {
        return sortOrd;
    }
    public void setSortOrd(int sortOrd) {
        this.sortOrd = sortOrd;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
    public String getGrpNm() {
        return grpNm;
    }
    public void setGrpNm(String grpNm) {
        this.grpNm = grpNm;
    }
}
