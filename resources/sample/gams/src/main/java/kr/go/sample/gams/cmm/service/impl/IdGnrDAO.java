package kr.go.sample.gams.cmm.service.impl;

import javax.annotation.Resource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * 채번 DAO (JdbcTemplate)
 * @author 김총무
 * @since 2012.05.07
 */
@Repository("idGnrDAO")
public class IdGnrDAO {

    @Resource(name = "jdbcTemplate")
    private JdbcTemplate jdbcTemplate;

    public long selectNext(String seqNm) {
        return jdbcTemplate.queryForObject("SELECT NEXT_ID FROM TB_SEQ WHERE SEQ_NM = ? FOR UPDATE", Long.class, seqNm);
    }

    public void updateNext(String seqNm, long next) {
        jdbcTemplate.update("UPDATE TB_SEQ SET NEXT_ID = ? WHERE SEQ_NM = ?", next, seqNm);
    }
}
