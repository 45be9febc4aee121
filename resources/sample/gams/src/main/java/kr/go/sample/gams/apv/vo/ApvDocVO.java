package kr.go.sample.gams.apv.vo;

import java.util.List;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 결재문서 VO 클래스
 * @author 이결재
 * @since 2013.07.01
 */
public class ApvDocVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 결재문서ID */
    private String apvDocId;
    /** 양식ID */
    private String formId;
    /** 제목 */
    private String title;
    /** 내용 */
    private String cn;
    /** 기안자사번 */
    private String drftEmpNo;
    /** 기안일시 */
    private String drftDt;
    /** 결재상태코드 */
    private String sttusCd;
    /** 업무구분코드 */
    private String bizCd;
    /** 업무키 */
    private String bizKey;
    /** 첨부파일ID */
    private String atchFileId;
    /** 기안자명 */
    private String drftEmpNm;
    /** 상태명 */
    private String sttusNm;
    /** 문서함구분 */
    private String box;
    /** 결재선 */
    private List<ApvLineVO> lineList;

    public String getApvDocId() {
        return apvDocId;
    }
    public void setApvDocId(String apvDocId) {
        this.apvDocId = apvDocId;
    }
    public String getFormId() {
        return formId;
    }
    public void setFormId(String formId) {
        this.formId = formId;
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
    public String getDrftEmpNo() {
        return drftEmpNo;
    }
    public void setDrftEmpNo(String drftEmpNo) {
        this.drftEmpNo = drftEmpNo;
    }
    public String getDrftDt() {
        return drftDt;
    }
    public void setDrftDt(String drftDt) {
        this.drftDt = drftDt;
    }
    public String getSttusCd() {
        return sttusCd;
    }
    public void setSttusCd(String sttusCd) {
        this.sttusCd = sttusCd;
    }
    public String getBizCd() {
        return bizCd;
    }
    public void setBizCd(String bizCd) {
        this.bizCd = bizCd;
    }
    public String getBizKey() {
        return bizKey;
    }
    public void setBizKey(String bizKey) {
        this.bizKey = bizKey;
    }
    public String getAtchFileId() {
        return atchFileId;
    }
    public void setAtchFileId(String atchFileId) {
        this.atchFileId = atchFileId;
    }
    public String getDrftEmpNm() {
        return drftEmpNm;
    }
    public void setDrftEmpNm(String drftEmpNm) {
        this.drftEmpNm = drftEmpNm;
    }
    public String getSttusNm() {
        return sttusNm;
    }
    public void setSttusNm(String sttusNm) {
        this.sttusNm = sttusNm;
    }
    public String getBox() {
        return box;
    }
    public void setBox(String box) {
        this.box = box;
    }
    public List<ApvLineVO> getLineList() {
        return lineList;
    }
    public void setLineList(List<ApvLineVO> lineList) {
        this.lineList = lineList;
    }
}
