package kr.go.sample.gams.cmm.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.EgovAbstractMapper;
import org.springframework.stereotype.Repository;

import kr.go.sample.gams.cmm.vo.FileVO;

/**
 * 첨부파일 DAO
 * @author 김총무
 * @since 2012.05.04
 */
@Repository("fileDAO")
public class FileDAO extends EgovAbstractMapper {

    public void insertFile(FileVO vo) throws Exception {
        insert("fileDAO.insertFile", vo);
    }

    public List<FileVO> selectFileList(String atchFileId) throws Exception {
        return selectList("fileDAO.selectFileList", atchFileId);
    }

    public FileVO selectFile(FileVO vo) throws Exception {
        return (FileVO) selectOne("fileDAO.selectFile", vo);
    }

    public int selectMaxSn(String atchFileId) throws Exception {
        return (Integer) selectOne("fileDAO.selectMaxSn", atchFileId);
    }

    public void deleteFile(FileVO vo) throws Exception {
        delete("fileDAO.deleteFile", vo);
    }
}
