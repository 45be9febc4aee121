package kr.go.sample.gams.apv.service.impl;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.annotation.Resource;

import egovframework.rte.fdl.cmmn.EgovAbstractServiceImpl;
import egovframework.rte.psl.dataaccess.util.EgovMap;
import org.apache.log4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

import kr.go.sample.gams.apv.service.ApvPostHandler;
import kr.go.sample.gams.apv.service.ApvService;
import kr.go.sample.gams.apv.service.ApvStatus;
import kr.go.sample.gams.apv.service.DlgtService;
import kr.go.sample.gams.apv.vo.ApvDocVO;
import kr.go.sample.gams.apv.vo.ApvFormVO;
import kr.go.sample.gams.apv.vo.ApvLineVO;
import kr.go.sample.gams.apv.vo.ApvOpnVO;
import kr.go.sample.gams.auth.vo.LoginVO;
import kr.go.sample.gams.bbs.service.NtcService;
import kr.go.sample.gams.bbs.vo.NtcVO;
import kr.go.sample.gams.cde.service.CodeService;
import kr.go.sample.gams.cmm.GamsConst;
import kr.go.sample.gams.cmm.exception.GamsException;
import kr.go.sample.gams.cmm.service.IdGnrService;
import kr.go.sample.gams.cmm.service.impl.FileServiceImpl;
import kr.go.sample.gams.cmm.util.GamsUtil;
import kr.go.sample.gams.cmm.util.HttpCallUtil;
import kr.go.sample.gams.hrm.service.DeptService;
import kr.go.sample.gams.hrm.service.EmpService;
import kr.go.sample.gams.hrm.vo.DeptVO;
import kr.go.sample.gams.hrm.vo.EmpVO;
import kr.go.sample.gams.sup.service.StockService;

/**
 * 전자결재 서비스 구현. 기안/결재/반려/회수/양식/출력을 모두 처리
 * @author 이결재
 * @since 2013.07.01
 */
@Service("apvService")
public class ApvServiceImpl extends EgovAbstractServiceImpl implements ApvService {

    private static final Logger log = Logger.getLogger(ApvServiceImpl.class);

    /** 양식 캐시 */
    private static Map<String, ApvFormVO> formCache = new HashMap<String, ApvFormVO>();

    @Resource(name = "apvDocMapper")
    private ApvDocMapper apvDocMapper;

    @Resource(name = "apvLineMapper")
    private ApvLineMapper apvLineMapper;

    @Resource(name = "apvFormDAO")
    private ApvFormDAO apvFormDAO;

    @Resource(name = "dlgtService")
    private DlgtService dlgtService;

    @Autowired
    private List<ApvPostHandler> handlers;

    @Resource(name = "empService")
    private EmpService empService;

    @Resource(name = "deptService")
    private DeptService deptService;

    @Resource(name = "ntcService")
    private NtcService ntcService;

    @Resource(name = "stockService")
    private StockService stockService;

    @Resource(name = "codeService")
    private CodeService codeService;

    @Resource(name = "idGnrService")
    private IdGnrService idGnrService;

    public String draft(ApvDocVO doc, LoginVO user) throws Exception {
        doc.setApvDocId(idGnrService.nextId("APV"));
        doc.setSttusCd(GamsConst.APV_ING);
        doc.stamp(user.getUserId());
        if (GamsUtil.isEmpty(doc.getDrftEmpNo())) {
            doc.setDrftEmpNo(user.getEmpNo());
        }
        apvDocMapper.insertDoc(doc);
        List<ApvLineVO> lines = doc.getLineList();
        if (lines == null || lines.isEmpty()) {
            lines = defaultLine(user);
        }
        int ord = 0;
        for (ApvLineVO line : lines) {
            line.setApvDocId(doc.getApvDocId());
            line.setLineOrd(++ord);
            line.setEmpNo(dlgtService.resolve(line.getEmpNo()));
            line.setSttusCd(ApvStatus.WAIT.code());
            apvLineMapper.insertLine(line);
        }
        notifyNext(doc);
        return doc.getApvDocId();
    }

    /** 부서장, 상위 부서장 순으로 자동 결재선 */
    private List<ApvLineVO> defaultLine(LoginVO user) throws Exception {
        List<ApvLineVO> lines = new ArrayList<ApvLineVO>();
        DeptVO dept = deptService.selectDept(user.getDeptId());
        while (dept != null && lines.size() < 2) {
            if (!GamsUtil.isEmpty(dept.getMngrEmpNo()) && !dept.getMngrEmpNo().equals(user.getEmpNo())) {
                ApvLineVO line = new ApvLineVO();
                line.setEmpNo(dept.getMngrEmpNo());
                line.setApvKndCd("APV");
                lines.add(line);
            }
            dept = GamsUtil.isEmpty(dept.getUpDeptId()) ? null : deptService.selectDept(dept.getUpDeptId());
        }
        if (lines.isEmpty()) {
            throw new GamsException("E7001", "결재선을 지정하십시오.");
        }
        return lines;
    }

    /**
     * 결재 승인.
     * 최종 결재이면 업무 후처리(재고 출고 등), 공지 등록까지 한 트랜잭션으로 처리한다.
     */
    public void approve(String apvDocId, LoginVO user, String opinion) throws Exception {
        ApvDocVO doc = selectDoc(apvDocId);
        ApvLineVO mine = findMine(doc, user);
        mine.setSttusCd(ApvStatus.DONE.code());
        apvLineMapper.updateLine(mine);
        addOpinion(apvDocId, user, opinion);
        if (apvLineMapper.countWait(apvDocId) > 0) {
            notifyNext(doc);
            return;
        }
        doc.setSttusCd(GamsConst.APV_END);
        doc.setLastUpdId(user.getUserId());
        apvDocMapper.updateStatus(doc);
        for (ApvPostHandler handler : handlers) {
            if (handler.bizCd().equals(doc.getBizCd())) {
                handler.onApproved(doc, user);
            }
        }
        // 비품 지급이 끝나면 부족 품목을 확인해서 공지로 알린다
        if ("SUP".equals(doc.getBizCd())) {
            List<EgovMap> shortage = stockService.selectShortage();
            NtcVO ntc = new NtcVO();
            ntc.setTitle("[비품] " + doc.getTitle() + " 지급 완료");
            ntc.setCn(shortage.isEmpty() ? "지급이 완료되었습니다." : "안전재고 미만 품목 " + shortage.size() + "건. 구매 요청 바랍니다.");
            ntc.setDeptId(user.getDeptId());
            ntc.stamp(user.getUserId());
            ntcService.insertNtc(ntc);
        }
        EmpVO drafter = empService.selectEmp(doc.getDrftEmpNo());
        if (drafter != null) {
            HttpCallUtil.sendMessenger(drafter.getEmpNo(), doc.getTitle() + " 결재가 완료되었습니다.");
        }
    }

    public void reject(String apvDocId, LoginVO user, String opinion) throws Exception {
        if (GamsUtil.isEmpty(opinion)) {
            throw new GamsException("E7002", "반려 의견을 입력하십시오.");
        }
        ApvDocVO doc = selectDoc(apvDocId);
        ApvLineVO mine = findMine(doc, user);
        mine.setSttusCd(ApvStatus.REJECT.code());
        apvLineMapper.updateLine(mine);
        addOpinion(apvDocId, user, opinion);
        doc.setSttusCd(GamsConst.APV_RTN);
        doc.setLastUpdId(user.getUserId());
        apvDocMapper.updateStatus(doc);
        for (ApvPostHandler handler : handlers) {
            if (handler.bizCd().equals(doc.getBizCd())) {
                handler.onRejected(doc);
            }
        }
    }

    public void withdraw(String apvDocId, LoginVO user) throws Exception {
        ApvDocVO doc = selectDoc(apvDocId);
        if (!doc.getDrftEmpNo().equals(user.getEmpNo())) {
            throw new GamsException("E7003", "기안자만 회수할 수 있습니다.");
        }
        for (ApvLineVO line : doc.getLineList()) {
            if (!ApvStatus.WAIT.code().equals(line.getSttusCd())) {
                throw new GamsException("E7004", "결재가 진행된 문서는 회수할 수 없습니다.");
            }
        }
        doc.setSttusCd(GamsConst.APV_DRAFT);
        apvDocMapper.updateStatus(doc);
    }

    private ApvLineVO findMine(ApvDocVO doc, LoginVO user) {
        for (ApvLineVO line : doc.getLineList()) {
            if (ApvStatus.WAIT.code().equals(line.getSttusCd())) {
                if (line.getEmpNo().equals(user.getEmpNo())) {
                    return line;
                }
                break;
            }
        }
        throw new GamsException("E7005", "결재 순서가 아닙니다.");
    }

    private void addOpinion(String apvDocId, LoginVO user, String opinion) throws Exception {
        if (GamsUtil.isEmpty(opinion)) {
            return;
        }
        ApvOpnVO vo = new ApvOpnVO();
        vo.setApvDocId(apvDocId);
        vo.setEmpNo(user.getEmpNo());
        vo.setOpnCn(opinion);
        apvDocMapper.insertOpn(vo);
    }

    private void notifyNext(ApvDocVO doc) throws Exception {
        String next = apvLineMapper.selectNextEmpNo(doc.getApvDocId());
        if (next != null) {
            HttpCallUtil.sendMessenger(next, "[결재요청] " + doc.getTitle());
        }
        log.info("결재 진행 " + doc.getApvDocId() + " -> " + next);
    }

    public List<ApvDocVO> selectDocList(ApvDocVO vo) throws Exception {
        List<ApvDocVO> list = apvDocMapper.selectDocList(vo);
        for (ApvDocVO doc : list) {
            doc.setSttusNm(codeService.getCodeNm("APV_STTUS", doc.getSttusCd()));
        }
        return list;
    }

    public int selectDocListCnt(ApvDocVO vo) throws Exception {
        return apvDocMapper.selectDocListCnt(vo);
    }

    public ApvDocVO selectDoc(String apvDocId) throws Exception {
        ApvDocVO doc = apvDocMapper.selectDoc(apvDocId);
        if (doc == null) {
            throw new GamsException("E7000", "문서가 없습니다.");
        }
        doc.setLineList(apvLineMapper.selectLineList(apvDocId));
        return doc;
    }

    public List<ApvOpnVO> selectOpnList(String apvDocId) throws Exception {
        return apvDocMapper.selectOpnList(apvDocId);
    }

    public int countTodo(String empNo) throws Exception {
        return apvLineMapper.countTodo(empNo);
    }

    public List<ApvFormVO> selectFormList(ApvFormVO vo) throws Exception {
        return apvFormDAO.selectFormList(vo);
    }

    public ApvFormVO selectForm(String formId) throws Exception {
        ApvFormVO form = formCache.get(formId);
        if (form == null) {
            form = apvFormDAO.selectForm(formId);
            formCache.put(formId, form);
        }
        return form;
    }

    public void saveForm(ApvFormVO vo) throws Exception {
        if (GamsUtil.isEmpty(vo.getFormId())) {
            vo.setFormId(idGnrService.nextId("FORM"));
        }
        apvFormDAO.mergeForm(vo);
        formCache.remove(vo.getFormId());
    }

    /** 결재문서 PDF 변환 (서버 설치 변환기 실행) */
    public void printDoc(String apvDocId, OutputStream out) throws Exception {
        ApvDocVO doc = selectDoc(apvDocId);
        File html = File.createTempFile("apv", ".html");
        FileOutputStream fos = new FileOutputStream(html);
        fos.write(("<h1>" + GamsUtil.escape(doc.getTitle()) + "</h1><pre>" + GamsUtil.escape(doc.getCn()) + "</pre>").getBytes("UTF-8"));
        fos.close();
        File pdf = new File("/data/pdf/" + apvDocId + ".pdf");
        Process p = new ProcessBuilder("/usr/local/bin/wkhtmltopdf", html.getPath(), pdf.getPath()).start();
        p.waitFor();
        FileServiceImpl.copy(new FileInputStream(pdf), out);
    }
}
