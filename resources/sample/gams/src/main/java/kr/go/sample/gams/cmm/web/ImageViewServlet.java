package kr.go.sample.gams.cmm.web;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import kr.go.sample.gams.cmm.service.impl.FileServiceImpl;
import kr.go.sample.gams.cmm.util.GamsUtil;

/**
 * 이미지 표시 서블릿 (직원 사진, 회의실 사진)
 * @author 김총무
 * @since 2012.08.20
 */
public class ImageViewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private String baseDir;

    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        baseDir = config.getInitParameter("baseDir");
    }

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String name = request.getParameter("name");
        if (GamsUtil.isEmpty(name) || name.indexOf("..") >= 0) {
            response.sendError(404);
            return;
        }
        // 개발PC 는 C:\gamsdata\photo 사용
        File f = new File(baseDir, name);
        response.setContentType("image/jpeg");
        FileServiceImpl.copy(new FileInputStream(f), response.getOutputStream());
    }
}
