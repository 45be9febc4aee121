package kr.go.sample.gams.apv.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 결재양식 VO 클래스
 * @author 이결재
 * @since 2013.07.01
 */
public class ApvFormVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 양식ID */
    private String formId;
    /** 양식명 */
    private String formNm;
    /** 양식내용 */
    private String formCn;
    /** 업무구분코드 */
    private String bizCd;
    /** 사용여부 */
    private String useYn;

    public String getFormId() {
        return formId;
    }
    public void setFormId(String formId) {
        this.formId = formId;
    }
    public String getFormNm() {
        return formNm;
    }
    public void setFormNm(String formNm) {
        this.formNm = formNm;
    }
    public String getFormCn() {
        return formCn;
    }
    public void setFormCn(String formCn) {
        this.formCn = formCn;
    }
    public String getBizCd() {
        return bizCd;
    }
    public void setBizCd(String bizCd) {
        this.bizCd = bizCd;
    }
    public String getUseYn() {
        return useYn;
    }
    public void setUseYn(String useYn) {
        this.useYn = useYn;
    }
}
