package kr.go.sample.gams.cmm.service;

import java.util.List;

import org.springframework.web.multipart.MultipartFile;

import kr.go.sample.gams.cmm.vo.FileVO;

/**
 * 첨부파일 서비스
 * @author 김총무
 * @since 2012.05.04
 */
public interface FileService {

    /** 첨부파일 저장 후 첨부파일ID 반환 */
    String saveFiles(List<MultipartFile> files, String oldId) throws Exception;

    List<FileVO> selectFileList(String atchFileId) throws Exception;

    FileVO selectFile(FileVO vo) throws Exception;

    void deleteFile(FileVO vo) throws Exception;
}
