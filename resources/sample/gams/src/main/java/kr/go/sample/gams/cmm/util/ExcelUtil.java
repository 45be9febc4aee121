package kr.go.sample.gams.cmm.util;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.util.List;

import javax.servlet.http.HttpServletResponse;

import egovframework.rte.psl.dataaccess.util.EgovMap;

import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.service.impl.FileServiceImpl;

/**
 * 엑셀(CSV) 다운로드
 * @author 한비품
 * @since 2014.01.20
 */
public class ExcelUtil {

    /** 임시 폴더에 CSV 파일을 만들고 응답으로 내려보낸다 */
    public static void download(HttpServletResponse response, String name, String[] heads, List<EgovMap> rows, String[] keys) throws IOException {
        File f = new File(GamsConst.EXCEL_TEMP_DIR + name + "_" + System.currentTimeMillis() + ".csv");
        FileWriter fw = new FileWriter(f);
        for (int i = 0; i < heads.length; i++) {
            fw.write((i > 0 ? "," : "") + heads[i]);
        }
        fw.write("\r\n");
        for (EgovMap row : rows) {
            StringBuffer sb = new StringBuffer();
            for (int i = 0; i < keys.length; i++) {
                sb.append(i > 0 ? "," : "").append(GamsUtil.nvl(String.valueOf(row.get(keys[i])), ""));
            }
            fw.write(sb.append("\r\n").toString());
        }
        fw.close();
        response.setHeader("Content-Disposition", "attachment; filename=" + name + ".csv");
        FileServiceImpl.copy(new FileInputStream(f), response.getOutputStream());
        f.delete();
    }
}
