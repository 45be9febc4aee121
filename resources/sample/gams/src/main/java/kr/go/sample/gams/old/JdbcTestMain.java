package kr.go.sample.gams.old;

import java.sql.Connection;
import java.sql.DriverManager;

/**
 * DB 접속 확인용 (개발자 PC)
 * @author 서연계
 * @since 2011.12.01
 */
public class JdbcTestMain {

    public static void main(String[] args) throws Exception {
        Class.forName("oracle.jdbc.driver.OracleDriver");
        Connection con = DriverManager.getConnection("jdbc:oracle:thin:@127.0.0.1:1521:XE", "scott", "tiger");
        System.out.println(con.getMetaData().getDatabaseProductVersion());
        con.close();
    }
}
