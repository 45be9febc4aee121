package kr.go.sample.gams.vhc.service.impl;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.annotation.Resource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.vhc.vo.MntVO;

/**
 * 차량 정비이력 DAO (JdbcTemplate, SQL 문자열 조립)
 * @author 정차량
 * @since 2012.06.25
 */
@Repository("mntDAO")
public class MntDAO {

    @Resource(name = "jdbcTemplate")
    private JdbcTemplate jdbcTemplate;

    /** 정비이력 목록 */
    public List<MntVO> selectMntList(String vhcId, String year) {
        String sql = "SELECT M.MNT_ID, M.VHC_ID, V.VHC_NO, M.MNT_YMD, M.MNT_KND_CD, M.MNT_AMT, M.SHOP_NM, M.CN";
        sql += "  FROM TB_VHC_MNT M, TB_VHC V";
        sql += " WHERE V.VHC_ID = M.VHC_ID";
        if (!GamsUtil.isEmpty(vhcId)) {
            sql += " AND M.VHC_ID = '" + vhcId + "'";
        }
        if (!GamsUtil.isEmpty(year)) {
            sql += " AND M.MNT_YMD LIKE '" + year + "%'";
        }
        sql += " ORDER BY M.MNT_YMD DESC";
        return jdbcTemplate.query(sql, new RowMapper<MntVO>() {
            public MntVO mapRow(ResultSet rs, int i) throws SQLException {
                MntVO vo = new MntVO();
                vo.setMntId(rs.getString("MNT_ID"));
                vo.setVhcId(rs.getString("VHC_ID"));
                vo.setVhcNo(rs.getString("VHC_NO"));
                vo.setMntYmd(rs.getString("MNT_YMD"));
                vo.setMntKndCd(rs.getString("MNT_KND_CD"));
                vo.setMntAmt(rs.getLong("MNT_AMT"));
                vo.setShopNm(rs.getString("SHOP_NM"));
                vo.setCn(rs.getString("CN"));
                return vo;
            }
        });
    }

    public void insertMnt(MntVO vo) {
        StringBuffer sb = new StringBuffer();
        sb.append("INSERT INTO TB_VHC_MNT ");
        sb.append("(MNT_ID, VHC_ID, MNT_YMD, MNT_KND_CD, MNT_AMT, SHOP_NM, CN) ");
        sb.append("VALUES (?, ?, ?, ?, ?, ?, ?)");
        jdbcTemplate.update(sb.toString(), vo.getMntId(), vo.getVhcId(), vo.getMntYmd(), vo.getMntKndCd(), vo.getMntAmt(), vo.getShopNm(), vo.getCn());
    }

    public int deleteMnt(String mntId) {
        return jdbcTemplate.update("DELETE FROM TB_VHC_MNT WHERE MNT_ID = ?", mntId);
    }

    /** 연간 정비비 합계 */
    public long sumAmt(String year) {
        Long sum = jdbcTemplate.queryForObject("SELECT NVL(SUM(MNT_AMT), 0) FROM TB_VHC_MNT WHERE MNT_YMD LIKE ?", Long.class, year + "%");
        return sum == null ? 0 : sum;
    }
}
