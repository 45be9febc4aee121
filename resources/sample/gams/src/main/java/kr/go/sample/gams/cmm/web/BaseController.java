package kr.go.sample.gams.cmm.web;

import javax.servlet.http.HttpServletRequest;

import egovframework.rte.ptl.mvc.tags.ui.pagination.PaginationInfo;
import org.apache.log4j.Logger;

import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.vo.SearchVO;

/**
 * 컨트롤러 상위 클래스
 * @author 김총무
 * @since 2012.05.07
 */
public abstract class BaseController {

    protected final Logger log = Logger.getLogger(getClass());

    /** 로그인 사용자 */
    protected LoginVO user(HttpServletRequest request) {
        LoginVO vo = GamsUtil.getUser(request);
        if (vo == null) {
            throw new GamsException("E0401", "로그인이 필요합니다.");
        }
        return vo;
    }

    /** 페이징 정보 세팅 */
    protected PaginationInfo paging(SearchVO vo) {
        PaginationInfo info = new PaginationInfo();
        info.setCurrentPageNo(vo.getPageIndex());
        info.setRecordCountPerPage(vo.getPageUnit());
        info.setPageSize(10);
        vo.setFirstIndex(info.getFirstRecordIndex());
        vo.setLastIndex(info.getLastRecordIndex());
        return info;
    }
}
