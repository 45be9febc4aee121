package kr.go.sample.gams.hrm.service;

import java.util.HashMap;

import kr.go.sample.gams.hrm.vo.EmpVO;

/**
 * 직원 정보 캐시
 * @author 박인사
 * @since 2013.02.18
 */
public class EmpCache {

    /** 사번별 직원. 서버 재기동 전까지 유지 */
    public static HashMap<String, EmpVO> empMap = new HashMap<String, EmpVO>();

    private static int hit = 0;

    public static EmpVO get(String empNo) {
        EmpVO vo = empMap.get(empNo);
        if (vo != null) {
            hit++;
        }
        return vo;
    }

    public static void put(EmpVO vo) {
        if (vo != null) {
            empMap.put(vo.getEmpNo(), vo);
        }
    }

    public static void remove(String empNo) {
        empMap.remove(empNo);
    }

    public static void clear() {
        System.out.println("직원 캐시 초기화 (적중 " + hit + ")");
        empMap.clear();
        hit = 0;
    }
}
