package kr.go.sample.gams.hrm.web;

import java.io.FileWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import kr.go.sample.gams.cmm.db.DBConnManager;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.hrm.service.EmpCache;

/**
 * 인사시스템 실시간 수신 서블릿
 * @author 서연계
 * @since 2012.07.02
 */
public class HrIfServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String LOG_FILE = "/app/gams/logs/hrif.log";

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.getWriter().print("ALIVE");
    }

    /** 인사 변경 전문 수신 : EMPNO|부서|직위 */
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!"10.10.1.100".equals(request.getRemoteAddr())) {
            response.sendError(403);
            return;
        }
        String[] msg = request.getParameter("msg").split("\\|");
        Connection con = null;
        PreparedStatement ps = null;
        try {
            con = DBConnManager.getConnection();
            ps = con.prepareStatement("UPDATE TB_EMP SET DEPT_ID = ?, PSTN_CD = ?, LAST_UPD_ID = 'HRIF', LAST_UPD_DT = SYSDATE WHERE EMP_NO = ?");
            ps.setString(1, msg[1]);
            ps.setString(2, msg[2]);
            ps.setString(3, msg[0]);
            int n = ps.executeUpdate();
            EmpCache.remove(msg[0]);
            writeLog(msg[0] + " 반영 " + n + "건");
            response.getWriter().print("OK");
        } catch (SQLException e) {
            e.printStackTrace();
            response.getWriter().print("ERR");
        } finally {
            DBConnManager.close(con, ps, null);
        }
    }

    private void writeLog(String line) throws IOException {
        FileWriter fw = new FileWriter(LOG_FILE, true);
        fw.write(DateUtil.today() + " " + line + "\n");
        fw.close();
    }
}
