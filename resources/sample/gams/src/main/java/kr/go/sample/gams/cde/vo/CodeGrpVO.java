package kr.go.sample.gams.cde.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 공통코드그룹 VO 클래스
 * @author 김총무
 * @since 2012.05.02
 */
public class CodeGrpVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 그룹코드 */
    private String grpCd;
    /** 그룹명 */
    private String grpNm;
    /** 그룹설명 */
    private String grpDc;
    /** 사용여부 */
    private String useYn;

    public String getGrpCd() {
        return grpCd;
    }
    public void setGrpCd(String grpCd) {
        this.grpCd = grpCd;
    }
    public String getGrpNm() {
        return grpNm;
    }
    public void setGrpNm(String grpNm) {
        this.grpNm = grpNm;
    }
    public String getGrpDc() {
        return grpDc;
    }
    public void setGrpDc(String grpDc) {
        this.grpDc = grpDc;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
}
