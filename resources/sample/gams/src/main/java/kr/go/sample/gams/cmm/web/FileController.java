package kr.go.sample.gams.cmm.web;

import java.io.File;
import java.io.FileInputStream;
import java.net.URLEncoder;

import javax.annotation.Resource;
import javax.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.FileService;
import kr.go.sample.gams.cmm.service.impl.FileServiceImpl;
import kr.go.sample.gams.cmm.vo.FileVO;

/**
 * 첨부파일 다운로드
 * @author 김총무
 * @since 2012.05.07
 */
@Controller
public class FileController extends BaseController {

    @Resource(name = "fileService")
    private FileService fileService;

    @RequestMapping("/cmm/fileDown.do")
    public void fileDown(FileVO vo, HttpServletResponse response) throws Exception {
        FileVO file = fileService.selectFile(vo);
        if (file == null) {
            throw new GamsException("E0404", "파일이 없습니다.");
        }
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + URLEncoder.encode(file.getOrgnlNm(), "UTF-8") + "\"");
        FileServiceImpl.copy(new FileInputStream(new File(file.getStrePath(), file.getStreNm())), response.getOutputStream());
    }

    @RequestMapping("/cmm/fileList.do")
    public String fileList(@RequestParam("atchFileId") String atchFileId, ModelMap model) throws Exception {
        model.addAttribute("fileList", fileService.selectFileList(atchFileId));
        return "gams/cmm/fileList";
    }

    @RequestMapping(value = "/cmm/fileDelete.do", method = RequestMethod.POST)
    @ResponseBody
    public String fileDelete(FileVO vo) throws Exception {
        fileService.deleteFile(vo);
        return GamsConst.RESULT_OK;
    }
}
