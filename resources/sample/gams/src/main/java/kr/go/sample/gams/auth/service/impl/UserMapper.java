package kr.go.sample.gams.auth.service.impl;

import java.util.List;

import egovframework.rte.psl.dataaccess.mapper.Mapper;

import kr.go.sample.gams.auth.vo.UserVO;

/**
 * 사용자 매퍼
 * @author 김총무
 * @since 2013.03.05
 */
@Mapper("userMapper")
public interface UserMapper {

    List<UserVO> selectUserList(UserVO vo) throws Exception;

    int selectUserListCnt(UserVO vo) throws Exception;

    UserVO selectUser(String userId) throws Exception;

    int insertUser(UserVO vo) throws Exception;

    int updateUser(UserVO vo) throws Exception;
}
