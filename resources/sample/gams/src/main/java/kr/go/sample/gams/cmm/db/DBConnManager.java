package kr.go.sample.gams.cmm.db;

import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * JDBC 직접 연결 관리 (연계/구 모듈용)
 * @author 서연계
 * @since 2012.07.02
 */
public class DBConnManager {

    private static final String URL = "jdbc:oracle:thin:@192.168.10.21:1521:GAMSDB";
    private static final String USER = "gams";
    private static final String PASSWD = "gams#1234";

    /** WAS 데이터소스 우선, 없으면 직접 연결 */
    public static Connection getConnection() throws SQLException {
        try {
            InitialContext ctx = new InitialContext();
            DataSource ds = (DataSource) ctx.lookup("jdbc/gamsDS");
            return ds.getConnection();
        } catch (NamingException e) {
            return direct();
        }
    }

    private static Connection direct() throws SQLException {
        try {
            Class.forName("oracle.jdbc.driver.OracleDriver");
        } catch (ClassNotFoundException e) {
            throw new SQLException("드라이버 없음");
        }
        return DriverManager.getConnection(URL, USER, PASSWD);
    }

    public static void close(Connection con, Statement st, ResultSet rs) {
        try { if (rs != null) rs.close(); } catch (SQLException ignore) { }
        try { if (st != null) st.close(); } catch (SQLException ignore) { }
        try { if (con != null) con.close(); } catch (SQLException ignore) { }
    }
}
