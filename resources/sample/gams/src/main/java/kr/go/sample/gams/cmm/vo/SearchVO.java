package kr.go.sample.gams.cmm.vo;

/**
 * 목록 검색조건 및 페이징
 * @author 김총무
 * @since 2012.05.02
 */
public class SearchVO extends BaseVO {

    private static final long serialVersionUID = 1L;

    private String searchCondition = "";
    private String searchKeyword = "";
    private String searchBgnDe;
    private String searchEndDe;
    private int pageIndex = 1;
    private int pageUnit = 10;
    private int firstIndex = 0;
    private int lastIndex = 10;

    public String getSearchCondition() { return searchCondition; }
    public void setSearchCondition(String searchCondition) { this.searchCondition = searchCondition; }
    public String getSearchKeyword() { return searchKeyword; }
    public void setSearchKeyword(String searchKeyword) { this.searchKeyword = searchKeyword; }
    public String getSearchBgnDe() { return searchBgnDe; }
    public void setSearchBgnDe(String searchBgnDe) { this.searchBgnDe = searchBgnDe; }
    public String getSearchEndDe() { return searchEndDe; }
    public void setSearchEndDe(String searchEndDe) { this.searchEndDe = searchEndDe; }
    public int getPageIndex() { return pageIndex; }
    public void setPageIndex(int pageIndex) { this.pageIndex = pageIndex; }
    public int getPageUnit() { return pageUnit; }
    public void setPageUnit(int pageUnit) { this.pageUnit = pageUnit; }
    public int getFirstIndex() { return firstIndex; }
    public void setFirstIndex(int firstIndex) { this.firstIndex = firstIndex; }
    public int getLastIndex() { return lastIndex; }
    public void setLastIndex(int lastIndex) { this.lastIndex = lastIndex; }
}
