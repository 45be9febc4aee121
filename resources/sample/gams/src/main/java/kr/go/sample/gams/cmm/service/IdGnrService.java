package kr.go.sample.gams.cmm.service;

/**
 * 채번 서비스
 * @author 김총무
 * @since 2012.05.07
 */
public interface IdGnrService {

    /** 접두어 + 일련번호 형식의 ID */
    String nextId(String seqNm) throws Exception;
}
