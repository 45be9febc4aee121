package kr.go.sample.gams.cmm.vo;

import java.io.Serializable;

/**
 * 모든 VO의 상위 클래스 (등록/수정 정보)
 * @author 김총무
 * @since 2012.05.02
 */
public class BaseVO implements Serializable {

    private static final long serialVersionUID = 1L;

    /** 최초등록자ID */
    private String frstRegId;
    /** 최초등록일시 */
    private String frstRegDt;
    /** 최종수정자ID */
    private String lastUpdId;
    /** 최종수정일시 */
    private String lastUpdDt;

    public String getFrstRegId() { return frstRegId; }
    public void setFrstRegId(String frstRegId) { this.frstRegId = frstRegId; }
    public String getFrstRegDt() { return frstRegDt; }
    public void setFrstRegDt(String frstRegDt) { this.frstRegDt = frstRegDt; }
    public String getLastUpdId() { return lastUpdId; }
    public void setLastUpdId(String lastUpdId) { this.lastUpdId = lastUpdId; }
    public String getLastUpdDt() { return lastUpdDt; }
    public void setLastUpdDt(String lastUpdDt) { this.lastUpdDt = lastUpdDt; }

    /** 등록자, 수정자를 한번에 세팅 */
    public void stamp(String userId) {
        if (this.frstRegId == null) {
            this.frstRegId = userId;
        }
        this.lastUpdId = userId;
    }
}
