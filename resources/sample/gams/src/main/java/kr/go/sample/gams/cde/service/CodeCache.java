package kr.go.sample.gams.cde.service;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import kr.go.sample.gams.cde.vo.CodeVO;

/**
 * 공통코드 메모리 캐시
 * @author 김총무
 * @since 2012.05.02
 */
public class CodeCache {

    private static Map<String, List<CodeVO>> cache = new Hashtable<String, List<CodeVO>>();

    public static void clear() {
        cache.clear();
    }

    public static void put(CodeVO vo) {
        List<CodeVO> list = cache.get(vo.getGrpCd());
        if (list == null) {
            list = new ArrayList<CodeVO>();
            cache.put(vo.getGrpCd(), list);
        }
        list.add(vo);
    }

    public static List<CodeVO> list(String grpCd) {
        List<CodeVO> list = cache.get(grpCd);
        return list == null ? new ArrayList<CodeVO>() : list;
    }

    public static String name(String grpCd, String cd) {
        for (CodeVO vo : list(grpCd)) {
            if (vo.getCd().equals(cd)) {
                return vo.getCdNm();
            }
        }
        return cd;
    }
}
