package kr.go.sample.gams.auth.vo;

import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 메뉴 VO 클래스
 * @author 김총무
 * @since 2012.05.03
 */
public class MenuVO extends SearchVO {

    private static final long serialVersionUID = 1L;

    /** 메뉴ID */
    private String menuId;
    /** 메뉴명 */
    private String menuNm;
    /** 상위메뉴ID */
    private String upMenuId;
    /** URL */
    private String url;
    /** 정렬순서 */
    private int sortOrd;
    /** 사용여부 */
    private String useYn;
    /** 상위메뉴명 */
    private String upMenuNm;
    /** 선택여부 */
    private String checked;

    public String getMenuId() {
        return menuId;
    }
    public void setMenuId(String menuId) {
        this.menuId = menuId;
    }
    public String getMenuNm() {
        return menuNm;
    }
    public void setMenuNm(String menuNm) {
        this.menuNm = menuNm;
    }
    public String getUpMenuId() {
        return upMenuId;
    }
    public void setUpMenuId(String upMenuId) {
        this.upMenuId = upMenuId;
    }
    public String getUrl() {
        return url;
    }
    public void setUrl(String url) {
        this.url = url;
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
    public String getUpMenuNm() {
        return upMenuNm;
    }
    public void setUpMenuNm(String upMenuNm) {
        this.upMenuNm = upMenuNm;
    }
    public String getChecked() {
        return checked;
    }
    public void setChecked(String checked) {
        this.checked = checked;
    }
}
