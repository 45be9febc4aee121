package kr.go.sample.gams.cmm.service.impl;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.service.FileService;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.util.DateUtil;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.vo.FileVO;

/**
 * 첨부파일 서비스 구현
 * @author 김총무
 * @since 2012.05.04
 */
@Service("fileService")
public class FileServiceImpl extends EgovAbstractServiceImpl implements FileService {

    @Resource(name = "fileDAO")
    private FileDAO fileDAO;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public String saveFiles(List<MultipartFile> files, String oldId) throws Exception {
        String id = GamsUtil.isEmpty(oldId) ? null : oldId;
        int sn = id == null ? 0 : fileDAO.selectMaxSn(id);
        for (MultipartFile mf : files) {
            if (mf.isEmpty()) {
                continue;
            }
            if (id == null) {
                id = idGnrService.nextId("FILE");
            }
            FileVO vo = new FileVO();
            vo.setAtchFileId(id);
            vo.setFileSn(++sn);
            vo.setOrgnlNm(mf.getOriginalFilename());
            vo.setStreNm(UUID.randomUUID().toString());
            vo.setStrePath(GamsConst.UPLOAD_DIR + DateUtil.today());
            vo.setFileSize(mf.getSize());
            vo.setExt(vo.getOrgnlNm().substring(vo.getOrgnlNm().lastIndexOf('.') + 1));
            File dir = new File(vo.getStrePath());
            if (!dir.exists()) {
                dir.mkdirs();
            }
            FileOutputStream fos = new FileOutputStream(new File(dir, vo.getStreNm()));
            copy(mf.getInputStream(), fos);
            fos.close();
            fileDAO.insertFile(vo);
        }
        return id;
    }

    public List<FileVO> selectFileList(String atchFileId) throws Exception {
        return fileDAO.selectFileList(atchFileId);
    }

    public FileVO selectFile(FileVO vo) throws Exception {
        return fileDAO.selectFile(vo);
    }

    public void deleteFile(FileVO vo) throws Exception {
        FileVO old = fileDAO.selectFile(vo);
        if (old != null) {
            new File(old.getStrePath(), old.getStreNm()).delete();
            fileDAO.deleteFile(vo);
        }
    }

    public static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buf = new byte[8192];
        int n;
        while ((n = in.read(buf)) > 0) {
            out.write(buf, 0, n);
        }
        in.close();
    }
}
