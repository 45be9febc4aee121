package kr.go.sample.gams.cmm.service.impl;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import org.apache.log4j.Logger;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.cmm.db.DBConnManager;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 시스템 로그 DAO
 * @author 김총무
 * @since 2012.05.07
 */
@Repository("sysLogDAO")
public class SysLogDAO {

    private static final Logger log = Logger.getLogger(SysLogDAO.class);

    public void insertLog(String userId, String url, long ms, String err) {
        Connection con = null;
        PreparedStatement ps = null;
        try {
            con = DBConnManager.getConnection();
            ps = con.prepareStatement("INSERT INTO TB_SYS_LOG (LOG_NO, USER_ID, URL, PRCS_MS, LOG_DT, ERR_MSG) "
                    + "VALUES (SEQ_SYS_LOG.NEXTVAL, ?, ?, ?, SYSDATE, ?)");
            ps.setString(1, userId);
            ps.setString(2, url);
            ps.setLong(3, ms);
            ps.setString(4, GamsUtil.cutStr(err, 1000));
            // System.out.println(url + " " + ms);
            ps.executeUpdate();
        } catch (SQLException e) {
            log.error("시스템 로그 저장 실패", e);
        } finally {
            DBConnManager.close(con, ps, null);
        }
    }

    /** 보관기간이 지난 로그 삭제 */
    public int deleteOld(int days) throws SQLException {
        Connection con = DBConnManager.getConnection();
        Statement st = con.createStatement();
        try {
            String sql = "DELETE FROM TB_SYS_LOG";
            sql += " WHERE LOG_DT < SYSDATE - " + days;
            return st.executeUpdate(sql);
        } finally {
            DBConnManager.close(con, st, null);
        }
    }
}
