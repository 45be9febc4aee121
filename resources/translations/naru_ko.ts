<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>naru::gui::ActionTable</name>
    <message>
        <source>Add a s&amp;ystem...</source>
        <translation>시스템 추가(&amp;Y)...</translation>
    </message>
    <message>
        <source>Add another system to the project from its source folder</source>
        <translation>소스 폴더를 골라 프로젝트에 시스템을 추가합니다</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>새 프로젝트(&amp;N)...</translation>
    </message>
    <message>
        <source>Make a project from a source folder</source>
        <translation>소스 폴더로 프로젝트를 만듭니다</translation>
    </message>
    <message>
        <source>&amp;Open project...</source>
        <translation>프로젝트 열기(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>프로젝트 파일을 엽니다</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>예제 열기(&amp;E)</translation>
    </message>
    <message>
        <source>Try Naru on the sample system</source>
        <translation>예제 시스템으로 나루를 사용해 봅니다</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Write the project file</source>
        <translation>프로젝트 파일을 저장합니다</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>다른 이름으로 저장(&amp;A)...</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>프로젝트를 다른 파일로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>프로젝트 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Leave the project</source>
        <translation>프로젝트를 닫습니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Naru</source>
        <translation>나루를 끝냅니다</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>마지막 편집을 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>되돌린 편집을 다시 합니다</translation>
    </message>
    <message>
        <source>Search &amp;everything</source>
        <translation>전체 검색(&amp;F)</translation>
    </message>
    <message>
        <source>Find a type, table, entry point, view, context or page</source>
        <translation>타입, 테이블, 진입점, 화면, 컨텍스트, 메뉴를 찾습니다</translation>
    </message>
    <message>
        <source>&amp;Analyse the source</source>
        <translation>소스 분석(&amp;A)</translation>
    </message>
    <message>
        <source>Read the source and everything that follows from it</source>
        <translation>소스를 읽고 이어지는 결과를 만듭니다</translation>
    </message>
    <message>
        <source>Propose a &amp;split</source>
        <translation>분할안 제안(&amp;S)</translation>
    </message>
    <message>
        <source>Propose which services the system could become</source>
        <translation>시스템을 어떤 서비스로 나눌지 제안합니다</translation>
    </message>
    <message>
        <source>&amp;Count function points</source>
        <translation>기능점수 산정(&amp;C)</translation>
    </message>
    <message>
        <source>Count the functions of the system</source>
        <translation>시스템의 기능점수를 산정합니다</translation>
    </message>
    <message>
        <source>Make the &amp;plan</source>
        <translation>전환 계획 작성(&amp;P)</translation>
    </message>
    <message>
        <source>Order the contexts into waves</source>
        <translation>컨텍스트의 전환 순서를 정합니다</translation>
    </message>
    <message>
        <source>&amp;Cancel the running step</source>
        <translation>진행 중인 작업 취소(&amp;X)</translation>
    </message>
    <message>
        <source>Stop; what was there before stays</source>
        <translation>작업을 중지합니다. 기존 결과는 그대로입니다</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>자가진단</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>준비도</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>전환 계획</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Evidence panel</source>
        <translation>근거 창</translation>
    </message>
    <message>
        <source>Show or hide where things come from</source>
        <translation>근거 창을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어(Korean)</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어(English)</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>시스템 설정 색상</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>밝은 색상</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>어두운 색상</translation>
    </message>
    <message>
        <source>Your &amp;name...</source>
        <translation>성명(&amp;N)...</translation>
    </message>
    <message>
        <source>The name kept with your answers and edits</source>
        <translation>답변과 편집 이력에 기록되는 성명입니다</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>All shortcuts in one list</source>
        <translation>모든 단축키를 표시합니다</translation>
    </message>
    <message>
        <source>&amp;About Naru</source>
        <translation>나루 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>프로젝트(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>단계(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>naru::gui::ClauseEditor</name>
    <message>
        <source>All clauses</source>
        <translation>모든 문구</translation>
    </message>
    <message>
        <source>Facts that are missing</source>
        <translation>기재가 필요한 사항</translation>
    </message>
    <message>
        <source>Edited clauses</source>
        <translation>수정한 문구</translation>
    </message>
    <message>
        <source>Which clauses are listed</source>
        <translation>목록에 표시할 문구</translation>
    </message>
    <message>
        <source>Clauses of the document</source>
        <translation>문서의 문구</translation>
    </message>
    <message>
        <source>Text of the clause</source>
        <translation>문구의 내용</translation>
    </message>
    <message>
        <source>Text made from the results</source>
        <translation>결과에서 작성된 내용</translation>
    </message>
    <message>
        <source>Made from the results</source>
        <translation>결과에서 작성된 내용</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Apply the text of the clause</source>
        <translation>문구의 내용 적용</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Takes back your words; the text made from the results stands again.</source>
        <translation>수정한 내용을 취소하고 결과에서 작성된 내용으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Restore the text made from the results</source>
        <translation>결과에서 작성된 내용으로 되돌리기</translation>
    </message>
    <message>
        <source>[edited, results changed since] </source>
        <translation>[수정함, 이후 결과가 변경됨] </translation>
    </message>
    <message>
        <source>[edited] </source>
        <translation>[수정함] </translation>
    </message>
    <message>
        <source>[missing] </source>
        <translation>[기재 필요] </translation>
    </message>
    <message>
        <source>Front page</source>
        <translation>표지</translation>
    </message>
    <message>
        <source>The document has no clause of this kind.</source>
        <translation>해당하는 문구가 없습니다.</translation>
    </message>
    <message>
        <source>You edited this clause, and the results have changed since. Please compare it with the text below.</source>
        <translation>수정한 문구이며, 수정한 뒤 결과가 변경되었습니다. 아래의 내용과 비교하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>You edited this clause. It stays as it is when the document is made anew.</source>
        <translation>수정한 문구입니다. 문서를 다시 작성하여도 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>A fact is missing here that only the agency knows.</source>
        <translation>기관에서 기재하여야 하는 사항입니다.</translation>
    </message>
    <message>
        <source>Made from the results. Change the words here; the change can be undone.</source>
        <translation>결과에서 작성된 문구입니다. 이곳에서 수정할 수 있으며, 수정은 실행 취소할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::CodePage</name>
    <message>
        <source>No class or other type was found.</source>
        <translation>클래스 등의 타입을 찾지 못하였습니다.</translation>
    </message>
    <message>
        <source>No table was found in scripts, mappers, entities or SQL.</source>
        <translation>스크립트, 매퍼, 엔티티, SQL에서 테이블을 찾지 못하였습니다.</translation>
    </message>
    <message>
        <source>No entry point was found.</source>
        <translation>진입점을 찾지 못하였습니다.</translation>
    </message>
    <message>
        <source>No view was found. The screens may belong to another system.</source>
        <translation>화면(뷰)을 찾지 못하였습니다. 화면이 다른 시스템에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>No entry point was found that reaches a table.</source>
        <translation>테이블에 접근하는 진입점을 찾지 못하였습니다.</translation>
    </message>
    <message>
        <source>All that the code names was followed.</source>
        <translation>코드에서 가리키는 대상을 모두 추적하였습니다.</translation>
    </message>
    <message>
        <source>Nothing was noticed while the files were read.</source>
        <translation>파일을 읽는 동안 알릴 사항이 발견되지 않았습니다.</translation>
    </message>
    <message>
        <source>Not followed: %1</source>
        <translation>추적하지 못한 항목: %1</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>What is in there, and what could not be read? Enter or a double click opens the source.</source>
        <translation>시스템의 구성과 읽지 못한 부분을 확인합니다. Enter 키를 누르거나 두 번 누르면 소스가 열립니다.</translation>
    </message>
    <message>
        <source>The source has not been analysed yet.</source>
        <translation>아직 소스를 분석하지 않았습니다.</translation>
    </message>
    <message>
        <source>Analyse the source</source>
        <translation>소스 분석</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Entry points</source>
        <translation>진입점</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>화면(뷰)</translation>
    </message>
    <message>
        <source>Who touches this table</source>
        <translation>테이블 사용 현황(CRUD)</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>미해결</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Tables of the code</source>
        <translation>코드 표</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 %2 files</source>
        <translation>%1 %2개</translation>
    </message>
    <message>
        <source>%1 files, %2 lines; %3 of the files could not be read.</source>
        <translation>파일 %1개(%2행) 중 %3개를 읽지 못하였습니다.</translation>
    </message>
    <message>
        <source>All %1 files with %2 lines were read.</source>
        <translation>파일 %1개(%2행)를 모두 읽었습니다.</translation>
    </message>
    <message>
        <source>In part only: %1 (see Messages).</source>
        <translation>그중 %1개는 일부만 읽었습니다(알림 참조).</translation>
    </message>
</context>
<context>
    <name>naru::gui::CodeTables</name>
    <message>
        <source>Transactions</source>
        <translation>트랜잭션</translation>
    </message>
    <message>
        <source>outside of a transaction</source>
        <translation>트랜잭션 밖</translation>
    </message>
    <message>
        <source>%1 (writes %2)</source>
        <translation>%1(기록 %2)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2건</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>화면을 표시하는 메서드</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>호출하는 진입점</translation>
    </message>
    <message>
        <source>Includes or leads to</source>
        <translation>포함하거나 이동하는 화면</translation>
    </message>
    <message>
        <source>Addresses that lead to nothing known</source>
        <translation>대상을 찾지 못한 주소</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>표시하는 화면</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>호출하는 화면</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Extends</source>
        <translation>상위 타입</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>애너테이션</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>처리 메서드</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>행 수</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험 코드</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>칼럼 수</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>외래 키 수</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>진입점</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>View</source>
        <translation>화면(뷰)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>What could not be followed</source>
        <translation>추적하지 못한 내용</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>naru::gui::MapContext</name>
    <message>
        <source>%1 · %2 classes · %3 tables · %4 views</source>
        <translation>%1 · 클래스 %2 · 테이블 %3 · 화면 %4</translation>
    </message>
    <message>
        <source>and %1 more tables</source>
        <translation>외 테이블 %1개</translation>
    </message>
</context>
<context>
    <name>naru::gui::CostPage</name>
    <message>
        <source>%1 function points with the factors above</source>
        <translation>위의 보정계수를 적용하면 %1 기능점수입니다</translation>
    </message>
    <message>
        <source>Type a whole amount of 0 won or more.</source>
        <translation>0원 이상의 정수 금액을 입력하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>What a budget buys (won)</source>
        <translation>예산으로 개발 가능한 규모(원)</translation>
    </message>
    <message>
        <source>What moves the cost</source>
        <translation>비용을 움직이는 요인</translation>
    </message>
    <message>
        <source>Total in million won: from the cheaper to the dearer end of each, around %1</source>
        <translation>총액(백만 원): 기준 %1에서 각 요인의 최저와 최고</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>What does it cost, and who says so? Keys in the inventory: C confirm, R reject, Space back to proposed.</source>
        <translation>비용과 그 근거를 확인합니다. 기능 목록에서 C 확정, R 제외, Space 제안 상태로 되돌리기를 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The functions have not been counted yet.</source>
        <translation>아직 기능점수를 산정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Functions are counted in the analysed source.</source>
        <translation>기능점수는 분석된 소스에서 산정합니다.</translation>
    </message>
    <message>
        <source>Count function points</source>
        <translation>기능점수 산정</translation>
    </message>
    <message>
        <source>Analyse the source</source>
        <translation>소스 분석</translation>
    </message>
    <message>
        <source>Inventory of functions</source>
        <translation>기능 목록</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>산정 제외</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>상태로 거르기</translation>
    </message>
    <message>
        <source>Confirm (C)</source>
        <translation>확정 (C)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>제외 (R)</translation>
    </message>
    <message>
        <source>Function points by type</source>
        <translation>유형별 기능점수</translation>
    </message>
    <message>
        <source>Cost by step</source>
        <translation>단계별 비용</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>도표의 내용</translation>
    </message>
    <message>
        <source>Chart of the cost</source>
        <translation>비용 도표</translation>
    </message>
    <message>
        <source>Counting method</source>
        <translation>산정 방법</translation>
    </message>
    <message>
        <source>Simplified (average weights)</source>
        <translation>간이법(평균 복잡도 가중치)</translation>
    </message>
    <message>
        <source>Standard (by complexity)</source>
        <translation>정통법(복잡도별 가중치)</translation>
    </message>
    <message>
        <source>Edition of the tariff</source>
        <translation>대가 산정 기준(판)</translation>
    </message>
    <message>
        <source>Profit (at most 25 %)</source>
        <translation>이윤(25% 이내)</translation>
    </message>
    <message>
        <source>Direct expenses (won)</source>
        <translation>직접경비(원)</translation>
    </message>
    <message>
        <source>Add value added tax</source>
        <translation>부가가치세 포함</translation>
    </message>
    <message>
        <source>Choose an edition of the tariff; the cost is computed at once.</source>
        <translation>대가 산정 기준(판)을 선택하면 비용이 바로 계산됩니다.</translation>
    </message>
    <message>
        <source>No function was counted, so there is no cost. The tab Not counted gives the reason for each table and entry point.</source>
        <translation>산정된 기능이 없어 사업비가 없습니다. 테이블과 진입점별 사유는 산정 제외 탭에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 function points; %2 functions confirmed, %3 proposed, %4 rejected</source>
        <translation>기능점수 %1점, 확정 %2건, 제안 %3건, 제외 %4건</translation>
    </message>
    <message>
        <source>Not chosen (counts as %1)</source>
        <translation>선택하지 않음(%1 적용)</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>선택하지 않음</translation>
    </message>
    <message>
        <source>function points</source>
        <translation>기능점수</translation>
    </message>
    <message>
        <source>Before adjustment</source>
        <translation>보정 전 개발원가</translation>
    </message>
    <message>
        <source>After adjustment</source>
        <translation>보정 후 개발원가</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>이윤</translation>
    </message>
    <message>
        <source>Direct expenses</source>
        <translation>직접경비</translation>
    </message>
    <message>
        <source>Value added tax</source>
        <translation>부가가치세</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>million won</source>
        <translation>백만 원</translation>
    </message>
</context>
<context>
    <name>naru::gui::CostSheet</name>
    <message>
        <source>Operation</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Steps of the estimate</source>
        <translation>산정 단계</translation>
    </message>
</context>
<context>
    <name>naru::gui::CrudMatrix</name>
    <message>
        <source>Entry point</source>
        <translation>진입점</translation>
    </message>
</context>
<context>
    <name>naru::gui::DiagnosisItem</name>
    <message>
        <source>Question %1: %2</source>
        <translation>문항 %1: %2</translation>
    </message>
    <message>
        <source>Proposal: %1. %2 (%3 % of the evidence could be looked at)</source>
        <translation>제안: %1. %2 (근거 확인 범위 %3%)</translation>
    </message>
    <message>
        <source>No evidence in the source yet; please answer from your records.</source>
        <translation>소스에서 확인된 근거가 없습니다. 보유하신 기록에 따라 답변하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>제안 수용 (A)</translation>
    </message>
    <message>
        <source>Question %1: accept the proposal</source>
        <translation>문항 %1: 제안 수용</translation>
    </message>
    <message>
        <source>Note: why this answer? (for the audit)</source>
        <translation>비고: 이렇게 답변한 사유(감사 대비)</translation>
    </message>
    <message>
        <source>Question %1: note</source>
        <translation>문항 %1: 비고</translation>
    </message>
</context>
<context>
    <name>naru::gui::DiagnosisPage</name>
    <message>
        <source>Until the end of (YYYY-MM-DD)</source>
        <translation>비교 종료일(YYYY-MM-DD)</translation>
    </message>
    <message>
        <source>Changed from %1 to %2</source>
        <translation>%1부터 %2까지의 변경</translation>
    </message>
    <message>
        <source>Verdict on %1: %2 (YES %3). On %4: %5 (YES %6).</source>
        <translation>%1 판정: %2(YES %3). %4 판정: %5(YES %6).</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>자가진단</translation>
    </message>
    <message>
        <source>Is cloud native right for this system? Keys: Y yes, N no, U don't know, A accept the proposal.</source>
        <translation>이 시스템에 클라우드 네이티브가 적합한지 진단합니다. Y 예, N 아니요, U 모름, A 제안 수용 키를 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>The questionnaire could not be read.</source>
        <translation>진단 문항을 읽지 못하였습니다.</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>개요로 이동</translation>
    </message>
    <message>
        <source>Only unanswered</source>
        <translation>미답변 문항만 보기</translation>
    </message>
    <message>
        <source>%1 of %2 answered: YES %3, NO %4, don't know %5</source>
        <translation>%2문항 중 %1문항 답변: 예 %3, 아니요 %4, 모름 %5</translation>
    </message>
    <message>
        <source>Open items: %1. There is no verdict before they are answered.</source>
        <translation>남은 문항: %1. 모두 답변하여야 판정할 수 있습니다.</translation>
    </message>
    <message>
        <source>Open items: %1. Still possible: %2.</source>
        <translation>남은 문항: %1. 가능한 판정: %2.</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>문항 %1</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Who can answer</source>
        <translation>답변 가능자</translation>
    </message>
    <message>
        <source>Operating indicators</source>
        <translation>운영성과 지표</translation>
    </message>
    <message>
        <source>Evidence that counts</source>
        <translation>인정되는 근거</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>문구 출처</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>설문</translation>
    </message>
    <message>
        <source>Take over a file...</source>
        <translation>파일 가져오기...</translation>
    </message>
    <message>
        <source>Records of cost, incidents, load or changes (CSV), answers (JSON), a questionnaire of your own (JSON, or YAML of Konveyor)</source>
        <translation>비용·장애·접속량·변경 요청 기록(CSV), 답변(JSON), 기관 설문(JSON 또는 Konveyor YAML)을 가져옵니다.</translation>
    </message>
    <message>
        <source>Attach evidence...</source>
        <translation>증빙 첨부...</translation>
    </message>
    <message>
        <source>Attaches a file to the answer you looked at last</source>
        <translation>마지막으로 본 문항의 답변에 파일을 첨부합니다.</translation>
    </message>
    <message>
        <source>Compare with a day...</source>
        <translation>날짜와 비교...</translation>
    </message>
    <message>
        <source>Take over a file</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>Records, answers, questionnaires (*.csv *.tsv *.txt *.json *.yaml *.yml)</source>
        <translation>기록, 답변, 설문 (*.csv *.tsv *.txt *.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Attach evidence to question %1</source>
        <translation>%1번 문항에 증빙 첨부</translation>
    </message>
    <message>
        <source>Compare with a day</source>
        <translation>날짜와 비교</translation>
    </message>
    <message>
        <source>Day (YYYY-MM-DD)</source>
        <translation>날짜(YYYY-MM-DD)</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>%1 이후 바뀐 답변</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>No answer changed.</source>
        <translation>바뀐 답변이 없습니다.</translation>
    </message>
    <message>
        <source>Kept answers to items that this edition does not have: %1.</source>
        <translation>이 판에 없는 문항에 대한 답변(보관 중): %1.</translation>
    </message>
    <message>
        <source>To be looked at again, because the edition changed: %1.</source>
        <translation>설문의 판이 바뀌어 다시 보아야 할 문항: %1.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>변경 내력</translation>
    </message>
</context>
<context>
    <name>naru::gui::Document</name>
    <message>
        <source>Opening the system</source>
        <translation>시스템을 여는 중</translation>
    </message>
    <message>
        <source>Cutting at another granularity</source>
        <translation>다른 세분화 정도로 나누는 중</translation>
    </message>
    <message>
        <source>The step was cancelled. What was there before is unchanged.</source>
        <translation>작업을 취소하였습니다. 기존 결과는 그대로입니다.</translation>
    </message>
    <message>
        <source>Analysing the source</source>
        <translation>소스를 분석하는 중</translation>
    </message>
    <message>
        <source>Keeping the results</source>
        <translation>결과를 저장하는 중</translation>
    </message>
    <message>
        <source>Proposing a split</source>
        <translation>분할안을 만드는 중</translation>
    </message>
    <message>
        <source>Counting the functions</source>
        <translation>기능점수를 산정하는 중</translation>
    </message>
    <message>
        <source>Ordering the migration</source>
        <translation>전환 순서를 정하는 중</translation>
    </message>
    <message>
        <source>Writing the documents</source>
        <translation>문서를 작성하는 중</translation>
    </message>
    <message>
        <source>Preparing the preview</source>
        <translation>미리보기를 준비하는 중</translation>
    </message>
    <message>
        <source>Applying the edit</source>
        <translation>편집 내용을 반영하는 중</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>프로젝트를 여는 중</translation>
    </message>
    <message>
        <source>Looking for parts of the context</source>
        <translation>컨텍스트를 나눌 부분을 찾는 중</translation>
    </message>
    <message>
        <source>Preparing the live figures</source>
        <translation>실시간 지표를 준비하는 중</translation>
    </message>
    <message>
        <source>%1: %2 rows taken over.</source>
        <translation>%1: %2행을 반영하였습니다.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>그 밖에 %1건이 더 있습니다.</translation>
    </message>
    <message>
        <source>Making the files for the platform</source>
        <translation>플랫폼용 파일을 만드는 중</translation>
    </message>
    <message>
        <source>Writing the files for the platform</source>
        <translation>플랫폼용 파일을 저장하는 중</translation>
    </message>
    <message>
        <source>%1 files were written to %2.</source>
        <translation>파일 %1개를 %2에 저장하였습니다.</translation>
    </message>
    <message>
        <source>Ranking the systems</source>
        <translation>시스템의 순위를 정하는 중</translation>
    </message>
    <message>
        <source>Reading the list of systems</source>
        <translation>시스템 목록을 읽는 중</translation>
    </message>
</context>
<context>
    <name>naru::gui::FindingsTree</name>
    <message>
        <source>Accepted because</source>
        <translation>수용 사유</translation>
    </message>
    <message>
        <source>Outside the twelve factors</source>
        <translation>12요소 외</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Effort (person days)</source>
        <translation>소요 공수(인일)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>요소</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Weakness</source>
        <translation>보안 약점</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>점검 결과 %1건</translation>
    </message>
</context>
<context>
    <name>naru::gui::FunctionTable</name>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Entry points in one function</source>
        <translation>하나의 기능으로 합친 진입점</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1건</translation>
    </message>
    <message>
        <source>Proposed type</source>
        <translation>제안 유형</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>복잡도</translation>
    </message>
    <message>
        <source>DET</source>
        <translation>DET</translation>
    </message>
    <message>
        <source>RET/FTR</source>
        <translation>RET/FTR</translation>
    </message>
    <message>
        <source>FP</source>
        <translation>FP</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>산정 제외</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>%1, %2, %3 function points</source>
        <translation>%1, 복잡도 %2, 기능점수 %3점</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>typed in by a person</source>
        <translation>담당자가 직접 입력</translation>
    </message>
</context>
<context>
    <name>naru::gui::Inspector</name>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Evidence of what is selected</source>
        <translation>선택한 항목의 근거</translation>
    </message>
    <message>
        <source>Go to source</source>
        <translation>소스 보기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the evidence</source>
        <translation>근거 복사</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>선택한 항목이 없습니다</translation>
    </message>
    <message>
        <source>Select an answer, a context, a function or a figure to see what it rests on.</source>
        <translation>답변, 컨텍스트, 기능, 수치를 선택하면 그 근거가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Evidence (%1)</source>
        <translation>근거 (%1)</translation>
    </message>
</context>
<context>
    <name>naru::gui::JobIndicator</name>
    <message>
        <source>Stopping</source>
        <translation>중지하는 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the running step</source>
        <translation>진행 중인 작업 취소</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2%)</translation>
    </message>
</context>
<context>
    <name>naru::gui::Language</name>
    <message>
        <source>KRW %1</source>
        <translation>%1원</translation>
    </message>
</context>
<context>
    <name>naru::gui::MainWindow</name>
    <message>
        <source>Source folder of the system</source>
        <translation>시스템의 소스 폴더</translation>
    </message>
    <message>
        <source>Add a system</source>
        <translation>시스템 추가</translation>
    </message>
    <message>
        <source>Name of the system</source>
        <translation>시스템 이름</translation>
    </message>
    <message>
        <source>System of the project that is shown</source>
        <translation>화면에 표시할 시스템</translation>
    </message>
    <message>
        <source>%1: %2[*] - Naru</source>
        <translation>%1: %2[*] - 나루</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>page</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>context of the split</source>
        <translation>분할 컨텍스트</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>저장하였습니다.</translation>
    </message>
    <message>
        <source>Save and keep both</source>
        <translation>둘 다 남기고 저장</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>프로젝트를 다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Save the edits in "%1"?</source>
        <translation>'%1'의 변경 내용을 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>%1[*] - Naru</source>
        <translation>%1[*] - 나루</translation>
    </message>
    <message>
        <source>Naru</source>
        <translation>나루</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>From the source of a legacy system to a defensible procurement package. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>기존 시스템의 소스에서 근거를 갖춘 조달 문서까지 이어 주는 도구입니다. GNU 일반 공중 사용 허가서(GPL) 제3판 이상에 따르는 자유 소프트웨어입니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>Kept with your answers and edits:</source>
        <translation>답변과 편집 이력에 함께 기록됩니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>naru::gui::MetricsBar</name>
    <message>
        <source>Contexts</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Number of proposed services.</source>
        <translation>제안된 서비스의 수입니다.</translation>
    </message>
    <message>
        <source>Remote calls</source>
        <translation>원격 호출</translation>
    </message>
    <message>
        <source>Call sites in the code that would go over the network.</source>
        <translation>코드에서 네트워크 호출로 바뀌는 호출 지점의 수입니다.</translation>
    </message>
    <message>
        <source>Shared tables</source>
        <translation>공유 테이블</translation>
    </message>
    <message>
        <source>Tables that more than one context touches.</source>
        <translation>둘 이상의 컨텍스트가 사용하는 테이블의 수입니다.</translation>
    </message>
    <message>
        <source>Distributed transactions</source>
        <translation>분산 트랜잭션</translation>
    </message>
    <message>
        <source>Entry points that write in more than one context.</source>
        <translation>둘 이상의 컨텍스트에 기록하는 진입점의 수입니다.</translation>
    </message>
    <message>
        <source>Modularity (SM)</source>
        <translation>구조 모듈성(SM)</translation>
    </message>
    <message>
        <source>Calls inside the contexts against calls between them; more is better.</source>
        <translation>컨텍스트 안의 호출과 컨텍스트 사이의 호출을 비교한 값으로, 클수록 좋습니다.</translation>
    </message>
    <message>
        <source>Calls across (ICP)</source>
        <translation>컨텍스트 간 호출(ICP)</translation>
    </message>
    <message>
        <source>Share of the calls that cross contexts; less is better.</source>
        <translation>컨텍스트를 넘는 호출의 비율로, 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Interfaces (IFN)</source>
        <translation>인터페이스 수(IFN)</translation>
    </message>
    <message>
        <source>Class pairs that call each other across contexts, per context; less is better.</source>
        <translation>컨텍스트당 컨텍스트를 넘어 호출하는 클래스 쌍의 수로, 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Data purity (DTP)</source>
        <translation>데이터 귀속도(DTP)</translation>
    </message>
    <message>
        <source>How far each table belongs to one context; more is better.</source>
        <translation>각 테이블이 하나의 컨텍스트에 속하는 정도로, 클수록 좋습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::Names</name>
    <message>
        <source>YES</source>
        <translation>예</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Don't know</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>미답변</translation>
    </message>
    <message>
        <source>Adopt cloud native</source>
        <translation>클라우드 네이티브 도입</translation>
    </message>
    <message>
        <source>Further review</source>
        <translation>추가 검토</translation>
    </message>
    <message>
        <source>Keep the present architecture</source>
        <translation>기존 아키텍처 유지</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>진단 미완료</translation>
    </message>
    <message>
        <source>information</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>매우 높음</translation>
    </message>
    <message>
        <source>met</source>
        <translation>충족</translation>
    </message>
    <message>
        <source>violated</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>partly met</source>
        <translation>일부 충족</translation>
    </message>
    <message>
        <source>not detectable in code</source>
        <translation>코드로 확인 불가</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>미충족</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>interface</source>
        <translation>인터페이스</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>열거형</translation>
    </message>
    <message>
        <source>record</source>
        <translation>레코드</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>애너테이션</translation>
    </message>
    <message>
        <source>struct</source>
        <translation>구조체</translation>
    </message>
    <message>
        <source>union</source>
        <translation>공용체</translation>
    </message>
    <message>
        <source>module</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>엔터티</translation>
    </message>
    <message>
        <source>SQL only</source>
        <translation>SQL에만 있음</translation>
    </message>
    <message>
        <source>document store</source>
        <translation>문서 저장소</translation>
    </message>
    <message>
        <source>screen or HTTP</source>
        <translation>화면/HTTP</translation>
    </message>
    <message>
        <source>servlet</source>
        <translation>서블릿</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>SOAP</source>
        <translation>SOAP</translation>
    </message>
    <message>
        <source>action</source>
        <translation>액션</translation>
    </message>
    <message>
        <source>message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>예약 실행</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>web socket</source>
        <translation>웹 소켓</translation>
    </message>
    <message>
        <source>remote call</source>
        <translation>원격 호출</translation>
    </message>
    <message>
        <source>program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>unknown type</source>
        <translation>알 수 없는 타입</translation>
    </message>
    <message>
        <source>unknown member</source>
        <translation>알 수 없는 멤버</translation>
    </message>
    <message>
        <source>text made while running</source>
        <translation>실행 중 만들어지는 문자열</translation>
    </message>
    <message>
        <source>missing SQL statement</source>
        <translation>SQL 문 없음</translation>
    </message>
    <message>
        <source>missing view</source>
        <translation>화면 없음</translation>
    </message>
    <message>
        <source>missing handler</source>
        <translation>처리 메서드 없음</translation>
    </message>
    <message>
        <source>reflection</source>
        <translation>리플렉션</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>core</source>
        <translation>핵심</translation>
    </message>
    <message>
        <source>supporting</source>
        <translation>지원</translation>
    </message>
    <message>
        <source>generic</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>view</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>average</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>shared table</source>
        <translation>공유 테이블</translation>
    </message>
    <message>
        <source>distributed transaction</source>
        <translation>분산 트랜잭션</translation>
    </message>
    <message>
        <source>names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>구조</translation>
    </message>
    <message>
        <source>data access</source>
        <translation>데이터 접근</translation>
    </message>
    <message>
        <source>table relations</source>
        <translation>테이블 관계</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>구성</translation>
    </message>
    <message>
        <source>data reached</source>
        <translation>도달 데이터</translation>
    </message>
    <message>
        <source>views</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>links between views</source>
        <translation>화면 간 연결</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>어휘</translation>
    </message>
    <message>
        <source>string keys</source>
        <translation>문자열 키</translation>
    </message>
    <message>
        <source>packages and folders</source>
        <translation>패키지·폴더</translation>
    </message>
    <message>
        <source>changed together</source>
        <translation>함께 변경</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>변경한 사람</translation>
    </message>
    <message>
        <source>use cases</source>
        <translation>업무 행위</translation>
    </message>
</context>
<context>
    <name>naru::gui::NewProjectPage</name>
    <message>
        <source>Source folder of the system</source>
        <translation>시스템 소스 폴더</translation>
    </message>
    <message>
        <source>Where to save the project</source>
        <translation>프로젝트를 저장할 위치</translation>
    </message>
    <message>
        <source>Naru projects (*.naru)</source>
        <translation>나루 프로젝트 (*.naru)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>The source is only read, never changed and never run. The analysis starts at once; the questions can be answered meanwhile.</source>
        <translation>소스는 읽기만 하며 변경하거나 실행하지 않습니다. 분석은 바로 시작되며, 분석 중에도 진단 문항에 답변할 수 있습니다.</translation>
    </message>
    <message>
        <source>Name of the system</source>
        <translation>시스템 이름</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Create and analyse</source>
        <translation>만들고 분석 시작</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Choose the source folder</source>
        <translation>소스 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the project file</source>
        <translation>프로젝트 파일 선택</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>폴더가 없습니다.</translation>
    </message>
    <message>
        <source>This is a file; please choose the folder that holds the source.</source>
        <translation>파일입니다. 소스가 들어 있는 폴더를 선택하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>This folder cannot be read; please check its permissions.</source>
        <translation>폴더를 읽을 수 없습니다. 권한을 확인하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>A file of this name is there already; it will not be overwritten.</source>
        <translation>같은 이름의 파일이 이미 있습니다. 기존 파일은 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The folder for the project file does not exist.</source>
        <translation>프로젝트 파일을 저장할 폴더가 없습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::OverviewPage</name>
    <message>
        <source>Systems of the project</source>
        <translation>프로젝트의 시스템</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>YES of the ten (%)</source>
        <translation>10개 항목 중 YES(%)</translation>
    </message>
    <message>
        <source>Maturity (%)</source>
        <translation>성숙도(%)</translation>
    </message>
    <message>
        <source>Readiness (0 to 100)</source>
        <translation>준비도(0~100)</translation>
    </message>
    <message>
        <source>Function points</source>
        <translation>기능점수</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Double-click shows the system</source>
        <translation>두 번 누르면 해당 시스템을 표시합니다</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Where does this system stand, and what next?</source>
        <translation>시스템의 현재 수준과 다음 할 일을 확인합니다.</translation>
    </message>
    <message>
        <source>Verdict of the self-diagnosis</source>
        <translation>자가진단 판정</translation>
    </message>
    <message>
        <source>Cloud maturity</source>
        <translation>클라우드 성숙도</translation>
    </message>
    <message>
        <source>Cost of development</source>
        <translation>개발비</translation>
    </message>
    <message>
        <source>Biggest risks</source>
        <translation>주요 위험</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>규모</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>The ten questions have not been answered yet.</source>
        <translation>아직 10개 문항에 답변하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1: %2 items are still open.</source>
        <translation>%1: %2개 문항이 남아 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 answers are YES.</source>
        <translation>%1: %3문항 중 %2문항이 '예'입니다.</translation>
    </message>
    <message>
        <source>YES %1, NO %2, don't know %3</source>
        <translation>예 %1, 아니요 %2, 모름 %3</translation>
    </message>
    <message>
        <source>Known after the source has been analysed.</source>
        <translation>소스를 분석하면 표시됩니다.</translation>
    </message>
    <message>
        <source>below the lowest level</source>
        <translation>최저 수준 미달</translation>
    </message>
    <message>
        <source>level %1, %2</source>
        <translation>%1수준, %2</translation>
    </message>
    <message>
        <source>Share of criteria met per level, in percent</source>
        <translation>수준별 충족 기준 비율(%)</translation>
    </message>
    <message>
        <source>Drawn: share of the criteria met per level, in %; unknown is not met.</source>
        <translation>도표: 수준별 충족 기준의 비율(%). 확인되지 않은 기준은 충족으로 보지 않습니다.</translation>
    </message>
    <message>
        <source>No function was counted. Cost, Not counted, gives the reason for each table and entry point.</source>
        <translation>산정된 기능이 없습니다. 테이블과 진입점별 사유는 비용의 산정 제외에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 function points counted; the adjustment factors are still to be chosen.</source>
        <translation>기능점수 %1점이 산정되었습니다. 대가 산정 기준과 보정계수를 선택하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Known after the functions have been counted.</source>
        <translation>기능점수를 산정하면 표시됩니다.</translation>
    </message>
    <message>
        <source>%1 function points at %2; edition %3.</source>
        <translation>기능점수 %1점, 단가 %2, 적용 기준 %3.</translation>
    </message>
    <message>
        <source>No risk was found in the source.</source>
        <translation>소스에서 확인된 위험이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2 places: %3</source>
        <translation>%1, %2곳: %3</translation>
    </message>
    <message>
        <source>%1 lines in %2 files</source>
        <translation>파일 %2개, %1행</translation>
    </message>
    <message>
        <source>%1 types, %2 tables, %3 entry points, %4 views</source>
        <translation>타입 %1개, 테이블 %2개, 진입점 %3개, 화면 %4개</translation>
    </message>
    <message>
        <source>Proposed split: %1 contexts</source>
        <translation>제안된 분할: 컨텍스트 %1개</translation>
    </message>
    <message>
        <source>Read the source: types, tables, entry points and readiness are found in it.</source>
        <translation>소스를 분석하여 타입, 테이블, 진입점과 전환 준비도를 확인합니다.</translation>
    </message>
    <message>
        <source>Analyse the source</source>
        <translation>소스 분석</translation>
    </message>
    <message>
        <source>Answer the open questions of the self-diagnosis; where the source has evidence, an answer is proposed.</source>
        <translation>자가진단의 남은 문항에 답변하여 주시기 바랍니다. 소스에 근거가 있는 문항은 답변을 제안합니다.</translation>
    </message>
    <message>
        <source>Go to the diagnosis</source>
        <translation>자가진단으로 이동</translation>
    </message>
    <message>
        <source>Let Naru propose which services the system could become.</source>
        <translation>시스템을 어떤 서비스로 나눌 수 있는지 제안을 받습니다.</translation>
    </message>
    <message>
        <source>Propose a split</source>
        <translation>분할안 제안</translation>
    </message>
    <message>
        <source>Count the functions of the system.</source>
        <translation>시스템의 기능점수를 산정합니다.</translation>
    </message>
    <message>
        <source>Count function points</source>
        <translation>기능점수 산정</translation>
    </message>
    <message>
        <source>Choose the adjustment factors, so that the cost can be computed.</source>
        <translation>대가 산정 기준과 보정계수를 선택하면 비용이 계산됩니다.</translation>
    </message>
    <message>
        <source>Go to the cost</source>
        <translation>비용으로 이동</translation>
    </message>
    <message>
        <source>Everything is there. Look at the documents and export them.</source>
        <translation>모든 결과가 준비되었습니다. 문서를 확인하고 내보내기 바랍니다.</translation>
    </message>
    <message>
        <source>Go to the report</source>
        <translation>보고서로 이동</translation>
    </message>
    <message>
        <source>Order the contexts of the split into waves.</source>
        <translation>분할된 컨텍스트의 전환 순서를 정합니다.</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>전환 계획 작성</translation>
    </message>
    <message>
        <source>There is no project yet.</source>
        <translation>아직 프로젝트가 없습니다.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
</context>
<context>
    <name>naru::gui::Page</name>
    <message>
        <source>The inputs of this result have changed since it was made. What you see is the older result.</source>
        <translation>결과를 만든 뒤 입력이 변경되었습니다. 지금 보이는 것은 변경 전의 결과입니다.</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>다시 만들기</translation>
    </message>
</context>
<context>
    <name>naru::gui::Rail</name>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>자가진단</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>준비도</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>전환 계획</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>needs review</source>
        <translation>검토 필요</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>갱신 필요</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>naru::gui::ReadinessPage</name>
    <message>
        <source>Open</source>
        <translation>미해결</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>수용</translation>
    </message>
    <message>
        <source>Open or accepted findings</source>
        <translation>미해결 또는 수용한 점검 결과</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준선</translation>
    </message>
    <message>
        <source>A file of accepted findings, which the command line reads as well</source>
        <translation>수용한 점검 결과를 담은 파일이며, 명령줄에서도 사용합니다</translation>
    </message>
    <message>
        <source>Take over a baseline...</source>
        <translation>기준선 가져오기...</translation>
    </message>
    <message>
        <source>Accept all open findings and write a baseline...</source>
        <translation>미해결 사항을 모두 수용하고 기준선 저장...</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Accept...</source>
        <translation>수용...</translation>
    </message>
    <message>
        <source>Takes the acceptance of the selected findings back</source>
        <translation>선택한 점검 결과의 수용을 취소합니다</translation>
    </message>
    <message>
        <source>Accepts the selected finding or group for a reason, until a day</source>
        <translation>선택한 점검 결과 또는 묶음을 사유와 기한을 적어 수용합니다</translation>
    </message>
    <message>
        <source>Accept findings (%1)</source>
        <translation>점검 결과 수용(%1건)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Until (YYYY-MM-DD, empty: for good)</source>
        <translation>기한(YYYY-MM-DD, 비우면 기한 없음)</translation>
    </message>
    <message>
        <source>Accepted findings: %1. %2</source>
        <translation>점검 결과 %1건을 수용하였습니다. %2</translation>
    </message>
    <message>
        <source>Findings that are open again: %1</source>
        <translation>점검 결과 %1건을 다시 열었습니다</translation>
    </message>
    <message>
        <source>Take over a baseline</source>
        <translation>기준선 가져오기</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>가져왔습니다: %1</translation>
    </message>
    <message>
        <source>Write a baseline</source>
        <translation>기준선 저장</translation>
    </message>
    <message>
        <source>; %1 accepted</source>
        <translation>, 수용 %1건</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>준비도</translation>
    </message>
    <message>
        <source>What keeps it from running well in a cloud?</source>
        <translation>클라우드에서 원활하게 운영하는 데 장애가 되는 요인을 확인합니다.</translation>
    </message>
    <message>
        <source>Readiness is found in the source, which has not been analysed yet.</source>
        <translation>준비도는 소스에서 확인합니다. 아직 소스를 분석하지 않았습니다.</translation>
    </message>
    <message>
        <source>Analyse the source</source>
        <translation>소스 분석</translation>
    </message>
    <message>
        <source>Twelve factors</source>
        <translation>12요소</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation>성숙도</translation>
    </message>
    <message>
        <source>By root cause</source>
        <translation>근본 원인별</translation>
    </message>
    <message>
        <source>By factor</source>
        <translation>요소별</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>파일별</translation>
    </message>
    <message>
        <source>By risk</source>
        <translation>위험별</translation>
    </message>
    <message>
        <source>Group the findings</source>
        <translation>점검 결과 묶기</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Filter the findings</source>
        <translation>점검 결과 거르기</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Maturity ladders</source>
        <translation>성숙도 단계</translation>
    </message>
    <message>
        <source>%1, findings: %2</source>
        <translation>%1, %2건</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>현황(AS-IS)</translation>
    </message>
    <message>
        <source>To be</source>
        <translation>목표(TO-BE)</translation>
    </message>
    <message>
        <source>To be answered by a person</source>
        <translation>담당자 확인 사항</translation>
    </message>
    <message>
        <source>Missing for the next level</source>
        <translation>다음 수준에 필요한 기준</translation>
    </message>
    <message>
        <source>Findings: %1, root causes: %2</source>
        <translation>점검 결과 %1건, 근본 원인 %2건</translation>
    </message>
    <message>
        <source>; %1 to %2 person days</source>
        <translation>, %1~%2인일</translation>
    </message>
    <message>
        <source>below the lowest level</source>
        <translation>최저 수준 미달</translation>
    </message>
    <message>
        <source>level %1: %2</source>
        <translation>%1수준: %2</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>%1수준</translation>
    </message>
    <message>
        <source>SARIF...</source>
        <translation>SARIF...</translation>
    </message>
    <message>
        <source>Writes the findings as SARIF 2.1.0, which development tools read</source>
        <translation>점검 결과를 개발 도구가 읽는 SARIF 2.1.0으로 저장합니다.</translation>
    </message>
    <message>
        <source>Components...</source>
        <translation>구성요소...</translation>
    </message>
    <message>
        <source>Writes the list of components found as CycloneDX 1.6</source>
        <translation>찾은 구성요소 목록을 CycloneDX 1.6으로 저장합니다.</translation>
    </message>
    <message>
        <source>Write the list of components</source>
        <translation>구성요소 목록 저장</translation>
    </message>
    <message>
        <source>Write the findings</source>
        <translation>점검 결과 저장</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장하였습니다: %1</translation>
    </message>
</context>
<context>
    <name>naru::gui::ReportPage</name>
    <message>
        <source>Sent to the printer: %1 pages.</source>
        <translation>인쇄를 요청하였습니다. 모두 %1쪽입니다.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Print the document</source>
        <translation>문서 인쇄</translation>
    </message>
    <message>
        <source>Cancelled. Documents that were finished are kept; no half document was left.</source>
        <translation>취소하였습니다. 완성된 문서는 보관되며, 작성하다 만 문서는 남지 않습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>내보내기 취소</translation>
    </message>
    <message>
        <source>Files are there already</source>
        <translation>같은 이름의 파일이 있음</translation>
    </message>
    <message>
        <source>%1: keep these files and write the new ones beside them, or replace them?</source>
        <translation>%1: 기존 파일을 두고 새 파일을 함께 저장하거나, 기존 파일을 바꿀 수 있습니다. 어떻게 하시겠습니까?</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>What goes out? Choose a document, look at its pages, export it.</source>
        <translation>제출할 문서를 선택하여 내용을 확인하고 내보냅니다.</translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation>아직 보고할 내용이 없습니다.</translation>
    </message>
    <message>
        <source>Analyse the source</source>
        <translation>소스 분석</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장 완료: %1</translation>
    </message>
    <message>
        <source>Kinds of document</source>
        <translation>문서 종류</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>문서 미리보기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>너비 맞춤</translation>
    </message>
    <message>
        <source>Folder for the documents</source>
        <translation>문서를 저장할 폴더</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>폴더 선택</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>형식을 하나 이상 선택하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>폴더를 선택하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>작성하는 중</translation>
    </message>
</context>
<context>
    <name>naru::gui::SearchBox</name>
    <message>
        <source>Search everything (Ctrl+K)</source>
        <translation>전체 검색 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>전체 검색</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>검색 결과</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>검색 결과가 없습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::SourceView</name>
    <message>
        <source>Close source</source>
        <translation>소스 닫기</translation>
    </message>
    <message>
        <source>Close the source view</source>
        <translation>소스 보기 닫기</translation>
    </message>
    <message>
        <source>Source text, read-only</source>
        <translation>소스(읽기 전용)</translation>
    </message>
</context>
<context>
    <name>naru::gui::SplitMap</name>
    <message>
        <source>Map of the contexts</source>
        <translation>컨텍스트 지도</translation>
    </message>
    <message>
        <source>The tables beside the map hold the same and can be edited with the keyboard.</source>
        <translation>지도와 같은 내용을 옆의 표에서 키보드로 편집할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::SplitPage</name>
    <message>
        <source>Event storming</source>
        <translation>이벤트 스토밍</translation>
    </message>
    <message>
        <source>%1 contexts, granularity %2</source>
        <translation>컨텍스트 %1개, 세분화 정도 %2</translation>
    </message>
    <message>
        <source>distributed transactions</source>
        <translation>분산 트랜잭션</translation>
    </message>
    <message>
        <source>%1 transactions would span %2 services</source>
        <translation>트랜잭션 %1건이 서비스 %2개에 걸치게 됨</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Which services, and why? Drag a member to another context, or a context onto another to merge them.</source>
        <translation>어떤 서비스로 나누며 그 근거는 무엇인지 확인합니다. 구성원을 다른 컨텍스트로 끌어 옮기거나, 컨텍스트를 다른 컨텍스트 위에 놓아 합칠 수 있습니다.</translation>
    </message>
    <message>
        <source>No split has been proposed yet.</source>
        <translation>아직 분할안이 없습니다.</translation>
    </message>
    <message>
        <source>A split needs the analysed source.</source>
        <translation>분할안을 만들려면 먼저 소스를 분석하여야 합니다.</translation>
    </message>
    <message>
        <source>Propose a split</source>
        <translation>분할안 제안</translation>
    </message>
    <message>
        <source>Analyse the source</source>
        <translation>소스 분석</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Context to merge into</source>
        <translation>합칠 대상 컨텍스트</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>대안</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>이름 변경 (F2)</translation>
    </message>
    <message>
        <source>Open / close</source>
        <translation>펼치기/접기</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>이견</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>여기로 합치기</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>On the fence</source>
        <translation>경계 구성원</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>인터페이스</translation>
    </message>
    <message>
        <source>Distributed transactions</source>
        <translation>분산 트랜잭션</translation>
    </message>
    <message>
        <source>Shared tables</source>
        <translation>공유 테이블</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Views of the split</source>
        <translation>분할 보기</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>다시 배치</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Context to move to</source>
        <translation>옮길 컨텍스트</translation>
    </message>
    <message>
        <source>Move (M)</source>
        <translation>이동 (M)</translation>
    </message>
    <message>
        <source>Pin (P)</source>
        <translation>고정 (P)</translation>
    </message>
    <message>
        <source>Shared (S)</source>
        <translation>공통 (S)</translation>
    </message>
    <message>
        <source>%1 contexts, %2</source>
        <translation>컨텍스트 %1개, %2</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>세분</translation>
    </message>
    <message>
        <source>coarse</source>
        <translation>대분류</translation>
    </message>
    <message>
        <source>%1 (recommended)</source>
        <translation>%1 (권장)</translation>
    </message>
    <message>
        <source>Rename the context</source>
        <translation>컨텍스트 이름 변경</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Into "%1": ties gained %2 %, ties cut %3 %</source>
        <translation>'%1'(으)로 옮기면: 새로 묶이는 연결 %2%, 끊어지는 연결 %3%</translation>
    </message>
    <message>
        <source>%1 (imported, %2 contexts)</source>
        <translation>%1(가져옴, 컨텍스트 %2개)</translation>
    </message>
    <message>
        <source>Divide...</source>
        <translation>나누기...</translation>
    </message>
    <message>
        <source>Clusters the members of this context by themselves and shows the parts</source>
        <translation>이 컨텍스트의 구성원만 다시 묶어 나눌 부분을 제안합니다</translation>
    </message>
    <message>
        <source>Kind of sub-domain</source>
        <translation>하위 도메인 종류</translation>
    </message>
    <message>
        <source>Note, or the reason of a dispute</source>
        <translation>메모 또는 이견 사유</translation>
    </message>
    <message>
        <source>Note on the context</source>
        <translation>컨텍스트 메모</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Find on the map (Enter: next)</source>
        <translation>맵에서 찾기(Enter: 다음)</translation>
    </message>
    <message>
        <source>Find a context or member on the map</source>
        <translation>맵에서 컨텍스트 또는 구성원 찾기</translation>
    </message>
    <message>
        <source>Decisions about the split, the newest first</source>
        <translation>분리안에 대한 결정 이력(최근 순)</translation>
    </message>
    <message>
        <source>Decisions that could not be kept</source>
        <translation>반영하지 못한 결정</translation>
    </message>
    <message>
        <source>Unused (U)</source>
        <translation>미사용(U)</translation>
    </message>
    <message>
        <source>New context (N)</source>
        <translation>새 컨텍스트(N)</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>합의함</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>이견 있음</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>미검토</translation>
    </message>
    <message>
        <source>Choose a context to review it.</source>
        <translation>검토할 컨텍스트를 선택하십시오.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>Make a context of the chosen members</source>
        <translation>선택한 구성원으로 컨텍스트 만들기</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>remote calls</source>
        <translation>원격 호출</translation>
    </message>
    <message>
        <source>shared tables</source>
        <translation>공유 테이블</translation>
    </message>
    <message>
        <source>new interface %1</source>
        <translation>새 인터페이스 %1</translation>
    </message>
    <message>
        <source>no longer %1</source>
        <translation>없어지는 인터페이스 %1</translation>
    </message>
    <message>
        <source>no interface, table or transaction changes</source>
        <translation>인터페이스, 테이블, 트랜잭션의 변화 없음</translation>
    </message>
    <message>
        <source>Into &quot;%1&quot;: %2</source>
        <translation>&quot;%1&quot;(으)로 이동: %2</translation>
    </message>
    <message>
        <source>Export the split</source>
        <translation>분리안 내보내기</translation>
    </message>
    <message>
        <source>Import a split</source>
        <translation>분리안 가져오기</translation>
    </message>
    <message>
        <source>Partitions (*.json *.csv)</source>
        <translation>분리안 파일 (*.json *.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Import a split made elsewhere</source>
        <translation>외부에서 작성한 분리안 가져오기</translation>
    </message>
    <message>
        <source>A partition as JSON or CSV becomes one more alternative, to be compared and edited</source>
        <translation>JSON 또는 CSV 분리안을 대안으로 추가하여 비교하고 편집합니다</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>%1 of %2 members were taken over.</source>
        <translation>구성원 %2개 중 %1개를 반영하였습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not on the map. Shared and unused members stand in the table.</source>
        <translation>&quot;%1&quot;은(는) 맵에 없습니다. 공통·미사용 구성원은 구성원 표에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Map as a picture (PNG)</source>
        <translation>맵 그림(PNG)</translation>
    </message>
    <message>
        <source>Map as a drawing (SVG)</source>
        <translation>맵 도면(SVG)</translation>
    </message>
    <message>
        <source>Context Mapper (CML)</source>
        <translation>Context Mapper(CML)</translation>
    </message>
    <message>
        <source>C4 diagram (PlantUML)</source>
        <translation>C4 다이어그램(PlantUML)</translation>
    </message>
    <message>
        <source>Structurizr workspace (DSL)</source>
        <translation>Structurizr 작업공간(DSL)</translation>
    </message>
    <message>
        <source>Graph (GraphML)</source>
        <translation>그래프(GraphML)</translation>
    </message>
    <message>
        <source>Members as a table (CSV)</source>
        <translation>구성원 표(CSV)</translation>
    </message>
    <message>
        <source>All of the split (JSON)</source>
        <translation>분리안 전체(JSON)</translation>
    </message>
</context>
<context>
    <name>naru::gui::SplitTables</name>
    <message>
        <source>Transaction of</source>
        <translation>트랜잭션 시작</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>이견</translation>
    </message>
    <message>
        <source>open</source>
        <translation>검토 전</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>확신도</translation>
    </message>
    <message>
        <source>Next best</source>
        <translation>차순위</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>고정됨</translation>
    </message>
    <message>
        <source>From</source>
        <translation>호출 컨텍스트</translation>
    </message>
    <message>
        <source>To</source>
        <translation>대상 컨텍스트</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>기능 수</translation>
    </message>
    <message>
        <source>Calls in the code</source>
        <translation>코드의 호출 수</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>진입점</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>In order of writing</source>
        <translation>기록 순서</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>After the split this transaction spans %1 services.</source>
        <translation>분할 후 이 트랜잭션은 %1개 서비스에 걸칩니다.</translation>
    </message>
    <message>
        <source>Compensations of a saga</source>
        <translation>사가(Saga) 보상 처리</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Proposed owner</source>
        <translation>제안된 소유 컨텍스트</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Writers</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용 컨텍스트</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>현재 대안</translation>
    </message>
    <message>
        <source>There</source>
        <translation>비교 대안</translation>
    </message>
    <message>
        <source>(shared)</source>
        <translation>(공통)</translation>
    </message>
    <message>
        <source>(unused)</source>
        <translation>(미사용)</translation>
    </message>
    <message>
        <source>(not assigned)</source>
        <translation>(미배정)</translation>
    </message>
    <message>
        <source>(in no context)</source>
        <translation>(소속 없음)</translation>
    </message>
    <message>
        <source>%1 sub-domain, %2 members</source>
        <translation>%1 하위 도메인, 구성원 %2개</translation>
    </message>
    <message>
        <source>Why this kind</source>
        <translation>종류 판단 사유</translation>
    </message>
    <message>
        <source>Domain words</source>
        <translation>도메인 용어</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>소유 테이블</translation>
    </message>
    <message>
        <source>Reads of others</source>
        <translation>다른 컨텍스트에서 조회</translation>
    </message>
    <message>
        <source>Aggregates</source>
        <translation>애그리거트</translation>
    </message>
    <message>
        <source>Entry points</source>
        <translation>진입점</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Why in "%1"</source>
        <translation>'%1'에 속한 이유</translation>
    </message>
</context>
<context>
    <name>naru::gui::TablePanel</name>
    <message>
        <source>No row fits the filter.</source>
        <translation>거르기 조건에 맞는 행이 없습니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>표 거르기</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2행 중 %1행</translation>
    </message>
</context>
<context>
    <name>naru::gui::PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>전환 계획</translation>
    </message>
    <message>
        <source>In what order, with which way back?</source>
        <translation>전환 순서와 되돌리는 방법을 확인합니다.</translation>
    </message>
    <message>
        <source>No migration plan has been made yet.</source>
        <translation>아직 전환 계획을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>A plan orders the contexts of a split.</source>
        <translation>전환 계획은 분할된 컨텍스트의 순서를 정합니다.</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>전환 계획 작성</translation>
    </message>
    <message>
        <source>Go to the split</source>
        <translation>분할로 이동</translation>
    </message>
</context>
<context>
    <name>naru::gui::WaveTimeline</name>
    <message>
        <source>%1 m</source>
        <translation>%1개월</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1단계. %2</translation>
    </message>
    <message>
        <source>  (%1 person months)</source>
        <translation>  (%1인월)</translation>
    </message>
    <message>
        <source>%1, wave %2</source>
        <translation>%1, %2단계</translation>
    </message>
    <message>
        <source>New last wave</source>
        <translation>마지막에 새 단계 추가</translation>
    </message>
    <message>
        <source>[moved]</source>
        <translation>[이동함]</translation>
    </message>
</context>
<context>
    <name>naru::gui::StepsTree</name>
    <message>
        <source>Step</source>
        <translation>절차</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>되돌리는 방법</translation>
    </message>
    <message>
        <source>Steps of the migration</source>
        <translation>전환 절차</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1단계. %2</translation>
    </message>
    <message>
        <source>%1 months, %2 person months</source>
        <translation>%1개월, %2인월</translation>
    </message>
    <message>
        <source>What breaks (%1)</source>
        <translation>깨지는 항목(%1건)</translation>
    </message>
    <message>
        <source>Tests to write first (%1)</source>
        <translation>먼저 작성할 시험(%1건)</translation>
    </message>
    <message>
        <source>What stays compatible (%1)</source>
        <translation>호환을 유지할 대상(%1건)</translation>
    </message>
</context>
<context>
    <name>naru::gui::PlanTables</name>
    <message>
        <source>Wave</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>%1 (pilot)</source>
        <translation>%1(시범)</translation>
    </message>
    <message>
        <source>%1 (moved by a person)</source>
        <translation>%1(담당자 이동)</translation>
    </message>
    <message>
        <source>Function points</source>
        <translation>기능점수</translation>
    </message>
    <message>
        <source>Person months</source>
        <translation>공수(인월)</translation>
    </message>
    <message>
        <source>Cost (won)</source>
        <translation>비용(원)</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>촉진</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>제약</translation>
    </message>
    <message>
        <source>Calls in</source>
        <translation>들어오는 호출</translation>
    </message>
    <message>
        <source>Calls out</source>
        <translation>나가는 호출</translation>
    </message>
    <message>
        <source>Shared tables</source>
        <translation>공유 테이블</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>분산 트랜잭션</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>깨지는 항목</translation>
    </message>
    <message>
        <source>Tests needed before it moves</source>
        <translation>전환 전에 필요한 시험</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경 횟수</translation>
    </message>
    <message>
        <source>Changes of its files in version control</source>
        <translation>형상관리 이력의 변경 횟수</translation>
    </message>
</context>
<context>
    <name>naru::gui::WeightsPanel</name>
    <message>
        <source>Weights of the order</source>
        <translation>순서의 가중치</translation>
    </message>
    <message>
        <source>Back to the proposal</source>
        <translation>제안값으로 되돌리기</translation>
    </message>
    <message>
        <source>Pulls to the front</source>
        <translation>촉진 요인</translation>
    </message>
    <message>
        <source>Holds back</source>
        <translation>제약 요인</translation>
    </message>
    <message>
        <source>How waves are cut</source>
        <translation>단계 구분 기준</translation>
    </message>
    <message>
        <source>Hold, for the pilot</source>
        <translation>시범 선정 시 제약 배수</translation>
    </message>
    <message>
        <source>How much more a hold counts when the pilot is chosen</source>
        <translation>시범 대상을 정할 때 제약 요인에 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>Owner of a table first</source>
        <translation>테이블 소유자 우선</translation>
    </message>
    <message>
        <source>Counts against moving before the owner of a table that it uses, for each table</source>
        <translation>사용하는 테이블의 소유 컨텍스트보다 먼저 전환할 때 테이블마다 빼는 값입니다.</translation>
    </message>
    <message>
        <source>People per wave</source>
        <translation>단계별 투입 인원(명)</translation>
    </message>
    <message>
        <source>Duration is person months by people</source>
        <translation>기간은 공수를 인원으로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Longest wave (months)</source>
        <translation>단계의 최장 기간(개월)</translation>
    </message>
    <message>
        <source>A wave is closed when it would last longer</source>
        <translation>이 기간을 넘으면 다음 단계로 나눕니다.</translation>
    </message>
    <message>
        <source>Preparation (%)</source>
        <translation>준비 단계 비율(%)</translation>
    </message>
    <message>
        <source>Effort of the refactoring architecture, of that of all contexts</source>
        <translation>전체 컨텍스트 공수 대비 리팩터링 아키텍처 구성의 공수 비율입니다.</translation>
    </message>
    <message>
        <source>Function points a person month</source>
        <translation>인월당 기능점수</translation>
    </message>
    <message>
        <source>Used as long as there is no estimate with its own productivity</source>
        <translation>생산성이 있는 비용 산정 결과가 없을 때 사용합니다.</translation>
    </message>
    <message>
        <source>Pilot without tables</source>
        <translation>테이블이 없는 시범 대상</translation>
    </message>
    <message>
        <source>Pilot without functions</source>
        <translation>기능점수가 없는 시범 대상</translation>
    </message>
    <message>
        <source>Counts against a pilot without counted functions, as it moves nothing that users value</source>
        <translation>산정된 기능점수가 없는 시범 대상은 사용자에게 돌아가는 가치를 확인하지 못하므로 이 값을 뺍니다.</translation>
    </message>
    <message>
        <source>Counts against a pilot that owns no tables, as its way leaves out the data</source>
        <translation>소유한 테이블이 없는 시범 대상은 데이터 분리를 확인하지 못하므로 이 값을 뺍니다.</translation>
    </message>
    <message>
        <source>Contexts in a wave, at most</source>
        <translation>단계당 최대 컨텍스트 수</translation>
    </message>
    <message>
        <source>A wave is closed when it would have more</source>
        <translation>이 수를 넘으면 다음 단계로 나눕니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::WavesRoom</name>
    <message>
        <source>Waves and steps</source>
        <translation>단계와 절차</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>앞 단계로</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>뒤 단계로</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>제안대로</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>시범 대상</translation>
    </message>
    <message>
        <source>Move the chosen context a wave earlier (Ctrl+Up on the time line, [ in the table)</source>
        <translation>선택한 컨텍스트를 한 단계 앞으로 옮깁니다(일정에서 Ctrl+위쪽, 표에서 [ 키).</translation>
    </message>
    <message>
        <source>Move the chosen context a wave later (Ctrl+Down on the time line, ] in the table)</source>
        <translation>선택한 컨텍스트를 한 단계 뒤로 옮깁니다(일정에서 Ctrl+아래쪽, 표에서 ] 키).</translation>
    </message>
    <message>
        <source>Take back the wave that a person chose for the context</source>
        <translation>담당자가 정한 단계를 취소하고 제안된 단계로 되돌립니다.</translation>
    </message>
    <message>
        <source>Change rate (0 to 1)</source>
        <translation>변경 빈도(0~1)</translation>
    </message>
    <message>
        <source>Load (0 to 1)</source>
        <translation>부하(0~1)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>절차</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>To be added</source>
        <translation>보완 사항</translation>
    </message>
    <message>
        <source>Contexts by wave</source>
        <translation>단계별 컨텍스트</translation>
    </message>
    <message>
        <source>What must be added, and notes</source>
        <translation>보완할 사항과 참고 사항</translation>
    </message>
    <message>
        <source>Waves on a time line. Arrow keys choose a context, Ctrl and an arrow key moves it.</source>
        <translation>단계별 일정입니다. 화살표 키로 컨텍스트를 선택하고 Ctrl과 화살표 키로 옮깁니다.</translation>
    </message>
    <message>
        <source>%1 waves after the preparation, %2 months, %3 person months, %4 breaks.</source>
        <translation>준비 이후 %1단계, %2개월, %3인월, 깨지는 항목 %4건입니다.</translation>
    </message>
    <message>
        <source>%1 waves after the preparation, %2 breaks. How long they take follows from function points; there are none.</source>
        <translation>준비 이후 %1단계, 깨지는 항목 %2건입니다. 산정된 기능점수가 없어 기간은 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Cost of all contexts: %1.</source>
        <translation>전체 컨텍스트의 비용은 %1입니다.</translation>
    </message>
    <message>
        <source>What you know of &apos;%1&apos;:</source>
        <translation>‘%1’에 대하여 알고 있는 값:</translation>
    </message>
    <message>
        <source>Choose a context.</source>
        <translation>컨텍스트를 선택하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>To be added: %1</source>
        <translation>보완 필요: %1</translation>
    </message>
    <message>
        <source>A decision is about &apos;%1&apos;, which is no longer there.</source>
        <translation>더 이상 없는 ‘%1’에 대한 결정이 남아 있습니다.</translation>
    </message>
    <message>
        <source>With it moved: %1.</source>
        <translation>함께 이동한 컨텍스트: %1.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; in wave %2: %3 months (%4), breaks %5 (%6).</source>
        <translation>‘%1’을(를) %2단계로 옮기면 %3개월(%4), 깨지는 항목 %5건(%6)이 됩니다.</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>새로 발생: %1</translation>
    </message>
</context>
<context>
    <name>naru::gui::ArchitectureRoom</name>
    <message>
        <source>Target architecture</source>
        <translation>목표 아키텍처</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>구성도</translation>
    </message>
    <message>
        <source>Elements and products</source>
        <translation>구성 요소와 제품</translation>
    </message>
    <message>
        <source>Drawing of the target architecture</source>
        <translation>목표 아키텍처 구성도</translation>
    </message>
    <message>
        <source>Elements of the target architecture</source>
        <translation>목표 아키텍처 구성 요소</translation>
    </message>
    <message>
        <source>Save the drawing (SVG)</source>
        <translation>구성도 저장(SVG)</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>제품</translation>
    </message>
    <message>
        <source>Inner or outer</source>
        <translation>내부·외부</translation>
    </message>
    <message>
        <source>inner</source>
        <translation>내부(서비스)</translation>
    </message>
    <message>
        <source>outer</source>
        <translation>외부(공통)</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>쿠버네티스</translation>
    </message>
    <message>
        <source>Cloud Foundry</source>
        <translation>클라우드 파운드리</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Other products</source>
        <translation>다른 제품</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>구성도 저장</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>그림(*.svg)</translation>
    </message>
    <message>
        <source>The drawing was written to %1.</source>
        <translation>구성도를 %1에 저장하였습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::ResponsibilityPanel</name>
    <message>
        <source>Who manages what</source>
        <translation>관리 주체</translation>
    </message>
    <message>
        <source>Layers by service model, with who manages each</source>
        <translation>서비스 모델별 계층과 관리 주체</translation>
    </message>
    <message>
        <source>Cloud Foundry beside Kubernetes</source>
        <translation>클라우드 파운드리와 쿠버네티스 비교</translation>
    </message>
    <message>
        <source>Service model</source>
        <translation>서비스 모델</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>클라우드 유형</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>아직 정하지 않음</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Cloud Foundry</source>
        <translation>클라우드 파운드리</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>쿠버네티스</translation>
    </message>
</context>
<context>
    <name>naru::gui::ManifestsRoom</name>
    <message>
        <source>Manifests</source>
        <translation>배포 파일</translation>
    </message>
    <message>
        <source>Make the files</source>
        <translation>파일 생성</translation>
    </message>
    <message>
        <source>Write to a folder...</source>
        <translation>폴더에 저장...</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>채울 곳</translation>
    </message>
    <message>
        <source>Generated files</source>
        <translation>생성된 파일</translation>
    </message>
    <message>
        <source>The chosen file</source>
        <translation>선택한 파일</translation>
    </message>
    <message>
        <source>What must be filled in</source>
        <translation>채워야 할 항목</translation>
    </message>
    <message>
        <source>not in a file</source>
        <translation>파일 밖</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>행</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>찾은 위치</translation>
    </message>
    <message>
        <source>Manifests, container files, pipelines and API descriptions of every context, from the split and the source.</source>
        <translation>분리 결과와 소스를 바탕으로 컨텍스트별 매니페스트, 컨테이너 파일, 파이프라인, API 명세를 생성합니다.</translation>
    </message>
    <message>
        <source>%1 files for %2 services, %3 places to fill in.</source>
        <translation>서비스 %2개의 파일 %1개를 생성하였으며 채워야 할 곳은 %3곳입니다.</translation>
    </message>
    <message>
        <source>Write the files to a folder</source>
        <translation>파일을 폴더에 저장</translation>
    </message>
</context>
<context>
    <name>naru::gui::CapacityRoom</name>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Import a load...</source>
        <translation>부하 자료 가져오기...</translation>
    </message>
    <message>
        <source>Take the example</source>
        <translation>예시 사용</translation>
    </message>
    <message>
        <source>Remove the load</source>
        <translation>부하 자료 제거</translation>
    </message>
    <message>
        <source>Instances in the busiest week</source>
        <translation>가장 바쁜 주의 인스턴스 수</translation>
    </message>
    <message>
        <source>Requests in the busiest week</source>
        <translation>가장 바쁜 주의 요청 수</translation>
    </message>
    <message>
        <source>Response time by service</source>
        <translation>서비스별 응답시간</translation>
    </message>
    <message>
        <source>Refused requests by service</source>
        <translation>서비스별 거절된 요청</translation>
    </message>
    <message>
        <source>Published tests T-01 to T-03</source>
        <translation>공개된 시험(T-01~T-03)</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>도표에 표시할 내용</translation>
    </message>
    <message>
        <source>Chart of the capacity</source>
        <translation>용량 도표</translation>
    </message>
    <message>
        <source>Services with fixed and with scaled instances</source>
        <translation>서비스별 고정 인스턴스와 자동 확장 비교</translation>
    </message>
    <message>
        <source>Published tests, assumptions and warnings</source>
        <translation>공개된 시험, 가정, 주의 사항</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Busiest hour</source>
        <translation>최대 시간당 요청</translation>
    </message>
    <message>
        <source>Fixed instances</source>
        <translation>고정 인스턴스</translation>
    </message>
    <message>
        <source>Response, fixed (ms)</source>
        <translation>고정 응답(ms)</translation>
    </message>
    <message>
        <source>Wait, fixed (ms)</source>
        <translation>고정 대기(ms)</translation>
    </message>
    <message>
        <source>Refused, fixed</source>
        <translation>고정 거절</translation>
    </message>
    <message>
        <source>Scaled instances</source>
        <translation>확장 인스턴스</translation>
    </message>
    <message>
        <source>Response, scaled (ms)</source>
        <translation>확장 응답(ms)</translation>
    </message>
    <message>
        <source>Wait, scaled (ms)</source>
        <translation>확장 대기(ms)</translation>
    </message>
    <message>
        <source>Refused, scaled</source>
        <translation>확장 거절</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1ms</translation>
    </message>
    <message>
        <source>no limit: more comes than can be served</source>
        <translation>한계 없음: 처리할 수 있는 양보다 많이 들어옴</translation>
    </message>
    <message>
        <source>Service time</source>
        <translation>처리시간</translation>
    </message>
    <message>
        <source>Hours with a figure</source>
        <translation>기록이 있는 시간</translation>
    </message>
    <message>
        <source>Hours without</source>
        <translation>기록이 없는 시간</translation>
    </message>
    <message>
        <source>Requests in all</source>
        <translation>전체 요청</translation>
    </message>
    <message>
        <source>Busiest hour, fixed: simulated</source>
        <translation>최대 시간, 고정: 시뮬레이션</translation>
    </message>
    <message>
        <source>Busiest hour, fixed: M/M/c formula</source>
        <translation>최대 시간, 고정: M/M/c 공식</translation>
    </message>
    <message>
        <source>Busiest hour, scaled: simulated</source>
        <translation>최대 시간, 확장: 시뮬레이션</translation>
    </message>
    <message>
        <source>Busiest hour, scaled: M/M/c formula</source>
        <translation>최대 시간, 확장: M/M/c 공식</translation>
    </message>
    <message>
        <source>Use of the fixed instances</source>
        <translation>고정 인스턴스 사용률</translation>
    </message>
    <message>
        <source>Use of the scaled instances</source>
        <translation>확장 인스턴스 사용률</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>No load is known. Import the requests of every hour (CSV: hour, then a column for each service, with a row serviceMs) or take the example after the published tests.</source>
        <translation>부하 자료가 없습니다. 시간별 요청 수(CSV: hour 열과 서비스별 열, serviceMs 행 포함)를 가져오거나 공개된 시험을 본뜬 예시를 사용하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Fixed %1 instance hours against %2 scaled ones; %3 fixed instances against at most %4 at one time.</source>
        <translation>고정 방식은 %1인스턴스시간, 자동 확장은 %2인스턴스시간이며, 고정 인스턴스 %3개에 비하여 자동 확장은 동시에 최대 %4개입니다.</translation>
    </message>
    <message>
        <source>Published: %1 times the throughput, %2 times faster. The model: %3 and %4.</source>
        <translation>공개된 시험: 처리량 %1배, 응답 %2배 향상. 모형: %3배, %4배.</translation>
    </message>
    <message>
        <source>hours of the week</source>
        <translation>주의 시간</translation>
    </message>
    <message>
        <source>instances</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>requests an hour</source>
        <translation>시간당 요청</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>자동 확장</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>response time (ms)</source>
        <translation>응답시간(ms)</translation>
    </message>
    <message>
        <source>refused requests</source>
        <translation>거절된 요청</translation>
    </message>
    <message>
        <source>Import a load</source>
        <translation>부하 자료 가져오기</translation>
    </message>
    <message>
        <source>Load files (*.csv *.json)</source>
        <translation>부하 자료(*.csv *.json)</translation>
    </message>
    <message>
        <source>Type a load</source>
        <translation>부하 직접 입력</translation>
    </message>
</context>
<context>
    <name>naru::gui::RunningCostRoom</name>
    <message>
        <source>Running cost</source>
        <translation>운영비</translation>
    </message>
    <message>
        <source>Import prices...</source>
        <translation>단가 가져오기...</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>비교 기간(년)</translation>
    </message>
    <message>
        <source>Growth of quantities a year (%)</source>
        <translation>수량의 연간 증가율(%)</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>지급 주기</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Hours each</source>
        <translation>대당 시간</translation>
    </message>
    <message>
        <source>Price (won)</source>
        <translation>단가(원)</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>산식</translation>
    </message>
    <message>
        <source>First year (won)</source>
        <translation>1차 연도(원)</translation>
    </message>
    <message>
        <source>All years (won)</source>
        <translation>전체(원)</translation>
    </message>
    <message>
        <source>Quantities and prices; type into the cells</source>
        <translation>수량과 단가(칸에 직접 입력)</translation>
    </message>
    <message>
        <source>Cost in all, by year</source>
        <translation>연도별 누적 비용</translation>
    </message>
    <message>
        <source>%1 of %2 items lack a quantity or a price. Enter the quantity 0 for what does not apply.</source>
        <translation>항목 %2개 중 %1개에 수량 또는 단가가 없습니다. 해당하지 않는 항목은 수량에 0을 입력하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>In %1 years: virtual machines %2, containers %3. %4</source>
        <translation>%1년간 가상머신 %2, 컨테이너 %3입니다. %4</translation>
    </message>
    <message>
        <source>Containers have cost less in all from month %1 on.</source>
        <translation>%1개월째부터 컨테이너의 누적 비용이 더 적습니다.</translation>
    </message>
    <message>
        <source>Containers do not become cheaper within these years.</source>
        <translation>비교 기간 안에는 컨테이너의 누적 비용이 더 적어지지 않습니다.</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>연</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1회</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>가상머신</translation>
    </message>
    <message>
        <source>virtual machines</source>
        <translation>가상머신</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>years</source>
        <translation>년</translation>
    </message>
    <message>
        <source>million won in all</source>
        <translation>누적(백만 원)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number of 0 or more. The former value stays.</source>
        <translation>‘%1’은(는) 0 이상의 수가 아닙니다. 이전 값을 유지합니다.</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>단가 가져오기</translation>
    </message>
    <message>
        <source>Prices (*.json)</source>
        <translation>단가(*.json)</translation>
    </message>
</context>
<context>
    <name>naru::gui::PortfolioRoom</name>
    <message>
        <source>Portfolio</source>
        <translation>시스템 로드맵</translation>
    </message>
    <message>
        <source>Import systems...</source>
        <translation>시스템 목록 가져오기...</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Roadmap</source>
        <translation>로드맵</translation>
    </message>
    <message>
        <source>Effects and contract</source>
        <translation>기대 효과와 계약</translation>
    </message>
    <message>
        <source>Systems by rank</source>
        <translation>순위별 시스템</translation>
    </message>
    <message>
        <source>Roadmap by year</source>
        <translation>연도별 로드맵</translation>
    </message>
    <message>
        <source>Chart of the roadmap</source>
        <translation>로드맵 도표</translation>
    </message>
    <message>
        <source>Expected effects, stage checklist and contract texts</source>
        <translation>기대 효과, 단계별 점검 사항, 계약 문안</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>준비도</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>업무 가치</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>전환 유형</translation>
    </message>
    <message>
        <source>%1 (chosen)</source>
        <translation>%1(선택)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>Function points</source>
        <translation>기능점수</translation>
    </message>
    <message>
        <source>Cost (won)</source>
        <translation>비용(원)</translation>
    </message>
    <message>
        <source>Proposed segment</source>
        <translation>제안된 전환 유형</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>부족한 자료</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>제안대로</translation>
    </message>
    <message>
        <source>Segment of the chosen system</source>
        <translation>선택한 시스템의 전환 유형</translation>
    </message>
    <message>
        <source>Why (a note)</source>
        <translation>사유(메모)</translation>
    </message>
    <message>
        <source>Why this segment was chosen</source>
        <translation>전환 유형을 선택한 사유</translation>
    </message>
    <message>
        <source>Year as proposed</source>
        <translation>제안된 연도</translation>
    </message>
    <message>
        <source>Year of the chosen system</source>
        <translation>선택한 시스템의 연도</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>달성</translation>
    </message>
    <message>
        <source>Budget (won)</source>
        <translation>예산(원)</translation>
    </message>
    <message>
        <source>Without a cost</source>
        <translation>비용 미산정</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 알 수 없음</translation>
    </message>
    <message>
        <source>Choose a system to change its segment or year.</source>
        <translation>전환 유형이나 연도를 바꿀 시스템을 선택하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>target (%)</source>
        <translation>목표(%)</translation>
    </message>
    <message>
        <source>reached (%)</source>
        <translation>달성(%)</translation>
    </message>
    <message>
        <source>% of all systems</source>
        <translation>전체 시스템 대비 %</translation>
    </message>
    <message>
        <source>The systems are being ranked.</source>
        <translation>시스템의 순위를 정하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 systems.</source>
        <translation>시스템 %1개입니다.</translation>
    </message>
    <message>
        <source>Expected effects</source>
        <translation>기대 효과</translation>
    </message>
    <message>
        <source>Findings whose removal brings it: %1</source>
        <translation>해소하면 효과가 나타나는 점검 결과: %1건</translation>
    </message>
    <message>
        <source>Stage checklist</source>
        <translation>단계별 점검 사항</translation>
    </message>
    <message>
        <source>Hybrid contract (agile and waterfall)</source>
        <translation>혼합 계약(애자일·폭포수)</translation>
    </message>
    <message>
        <source>Targets: %1</source>
        <translation>목표 출처: %1</translation>
    </message>
    <message>
        <source>Import systems</source>
        <translation>시스템 목록 가져오기</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>목록(*.csv)</translation>
    </message>
</context>
<context>
    <name>naru::gui::WelcomePage</name>
    <message>
        <source>Naru</source>
        <translation>나루</translation>
    </message>
    <message>
        <source>From the source of a legacy system to a defensible procurement package: diagnosis, analysis, readiness, split, cost, plan, documents.</source>
        <translation>기존 시스템의 소스에서 근거를 갖춘 조달 문서까지 이어 줍니다. 자가진단, 소스 분석, 준비도, 분할, 비용, 전환 계획, 문서를 차례로 다룹니다.</translation>
    </message>
    <message>
        <source>New project from a source folder</source>
        <translation>소스 폴더로 새 프로젝트 만들기</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Try the sample system</source>
        <translation>예제 시스템으로 시작하기</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Projects you have worked on appear here.</source>
        <translation>작업한 프로젝트가 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::ComparePanel</name>
    <message>
        <source>Alternative to compare with</source>
        <translation>비교할 대안</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>이 대안 선택</translation>
    </message>
    <message>
        <source>Contexts of both alternatives</source>
        <translation>두 대안의 컨텍스트</translation>
    </message>
    <message>
        <source>Figures of both alternatives</source>
        <translation>두 대안의 지표</translation>
    </message>
    <message>
        <source>Members that would move</source>
        <translation>이동하게 되는 구성원</translation>
    </message>
    <message>
        <source>There is no second alternative.</source>
        <translation>비교할 다른 대안이 없습니다.</translation>
    </message>
    <message>
        <source>%1 members would move. %2</source>
        <translation>구성원 %1개가 이동합니다. %2</translation>
    </message>
</context>
<context>
    <name>naru::gui::PartsPanel</name>
    <message>
        <source>Part (name can be edited)</source>
        <translation>부분(이름 수정 가능)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Proposed parts of the context</source>
        <translation>컨텍스트를 나눈 부분 제안</translation>
    </message>
    <message>
        <source>Divide like this</source>
        <translation>이대로 나누기</translation>
    </message>
    <message>
        <source>Leave it whole</source>
        <translation>나누지 않기</translation>
    </message>
    <message>
        <source>&quot;%1&quot; falls into %2 parts. The first part stays, the others become contexts of their own.</source>
        <translation>&quot;%1&quot; 컨텍스트는 %2개 부분으로 나뉩니다. 첫째 부분은 그대로 남고 나머지는 새 컨텍스트가 됩니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::SplitReview</name>
    <message>
        <source>(taken back)</source>
        <translation>(취소함)</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>구성원 %1개</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>결정자</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>About</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Context here</source>
        <translation>현재 컨텍스트</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Context there</source>
        <translation>비교 컨텍스트</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>공통</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>There</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>나은 쪽</translation>
    </message>
    <message>
        <source>there</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>here</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Why it could not be kept</source>
        <translation>반영하지 못한 이유</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Keep both</source>
        <translation>함께 보관</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
</context>
<context>
    <name>naru::gui::FunctionDesk</name>
    <message>
        <source>Show what changed since a count or an estimate that was kept as JSON, and why the cost moved</source>
        <translation>JSON으로 저장한 이전 계수 또는 산정 결과와 비교하여 달라진 점과 비용이 변동한 사유를 표시합니다</translation>
    </message>
    <message>
        <source>The total moves from %1 to %2 won: %3.</source>
        <translation>합계 %1원 → %2원(%3원).</translation>
    </message>
    <message>
        <source>From %1 to %2 function points: %3.</source>
        <translation>기능점수 %1 → %2(%3).</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>%1원</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Counts and estimates (*.json)</source>
        <translation>계수·산정 결과(*.json)</translation>
    </message>
    <message>
        <source>Take functions over from XLSX, CSV or a requirements text; what changes is shown first</source>
        <translation>XLSX, CSV 또는 요구사항 문서에서 기능을 가져옵니다. 변경 내용을 먼저 보여 드립니다</translation>
    </message>
    <message>
        <source>Inventories and requirements (*.xlsx *.csv *.json *.txt *.md)</source>
        <translation>기능 목록과 요구사항(*.xlsx *.csv *.json *.txt *.md)</translation>
    </message>
    <message>
        <source>Import an inventory</source>
        <translation>기능 목록 가져오기</translation>
    </message>
    <message>
        <source>Inventories (*.xlsx *.csv *.json)</source>
        <translation>기능 목록 (*.xlsx *.csv *.json)</translation>
    </message>
    <message>
        <source>Compare with an earlier count</source>
        <translation>이전 산정 결과와 비교</translation>
    </message>
    <message>
        <source>Counts (*.json)</source>
        <translation>산정 결과 (*.json)</translation>
    </message>
    <message>
        <source>Add function</source>
        <translation>기능 추가</translation>
    </message>
    <message>
        <source>Type in a function that the source does not show</source>
        <translation>소스에 나타나지 않는 기능을 직접 입력합니다</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Change the selected function that was typed in or imported</source>
        <translation>직접 입력하거나 가져온 기능을 수정합니다</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Remove the selected functions that were typed in or imported; counted ones are rejected instead</source>
        <translation>직접 입력하거나 가져온 기능을 삭제합니다. 소스에서 계수한 기능은 제외로 처리합니다</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Take functions over from XLSX or CSV; what changes is shown first</source>
        <translation>XLSX 또는 CSV의 기능을 가져옵니다. 바뀌는 내용을 먼저 보여 드립니다</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Show what changed since a count that was kept as JSON</source>
        <translation>JSON으로 보관한 이전 산정 결과와 달라진 내용을 보여 드립니다</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>반영</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Name of the function</source>
        <translation>기능 이름</translation>
    </message>
    <message>
        <source>Type of the function</source>
        <translation>기능 유형</translation>
    </message>
    <message>
        <source>Complexity of the function</source>
        <translation>기능 복잡도</translation>
    </message>
    <message>
        <source>Changes of the inventory</source>
        <translation>기능 목록의 변경 내용</translation>
    </message>
    <message>
        <source>A function needs a name.</source>
        <translation>기능 이름을 입력하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>There is a function of this type and name already; select it to edit it.</source>
        <translation>유형과 이름이 같은 기능이 이미 있습니다. 해당 기능을 선택하여 수정하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>added, also counted from the source</source>
        <translation>추가(소스에서도 계수됨)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>The file changes nothing.</source>
        <translation>이 파일로 바뀌는 내용이 없습니다.</translation>
    </message>
    <message>
        <source>%1 functions are added and %2 changed.</source>
        <translation>기능 %1개가 추가되고 %2개가 변경됩니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>From %1 to %2 function points: %3</source>
        <translation>기능점수 %1에서 %2로 변경되었습니다(차이 %3).</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
</context>
<context>
    <name>naru::gui::GranularityBar</name>
    <message>
        <source>coarse</source>
        <translation>굵게</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>잘게</translation>
    </message>
    <message>
        <source>Granularity of the split</source>
        <translation>분할 세분화 정도</translation>
    </message>
    <message>
        <source>Fewer and larger contexts at the left, more and smaller ones at the right. Nothing changes until a cut is taken.</source>
        <translation>왼쪽으로 갈수록 컨텍스트가 크고 적어지며, 오른쪽으로 갈수록 작고 많아집니다. 적용하기 전에는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Take this cut</source>
        <translation>이 분할 적용</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>되돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Back to the split as it was</source>
        <translation>원래 분할안으로 되돌아가기</translation>
    </message>
    <message>
        <source>Cutting the system at this granularity...</source>
        <translation>이 세분화 정도로 나누고 있습니다...</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>partly stable</source>
        <translation>부분 안정</translation>
    </message>
    <message>
        <source>unstable</source>
        <translation>불안정</translation>
    </message>
    <message>
        <source>%1 contexts, %2 (agreement %3 with the next steps); %4 members stand elsewhere than now. Your edits are on it.</source>
        <translation>컨텍스트 %1개, %2 (이웃 단계와의 일치도 %3). 지금과 소속이 다른 구성원은 %4개이며, 지금까지의 편집이 반영되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::StormingPanel</name>
    <message>
        <source>customer and supplier</source>
        <translation>고객-공급자</translation>
    </message>
    <message>
        <source>partnership</source>
        <translation>동반 관계</translation>
    </message>
    <message>
        <source>shared kernel</source>
        <translation>공유 커널</translation>
    </message>
    <message>
        <source>anti-corruption layer</source>
        <translation>부패 방지 계층</translation>
    </message>
    <message>
        <source>changes state</source>
        <translation>상태 변경</translation>
    </message>
    <message>
        <source>only reads</source>
        <translation>조회만 함</translation>
    </message>
    <message>
        <source>%1 calls, %2 tables</source>
        <translation>호출 %1건, 테이블 %2개</translation>
    </message>
    <message>
        <source>1. Events</source>
        <translation>1. 이벤트</translation>
    </message>
    <message>
        <source>2. Commands</source>
        <translation>2. 커맨드</translation>
    </message>
    <message>
        <source>3. Triggers</source>
        <translation>3. 호출 주체</translation>
    </message>
    <message>
        <source>4. Aggregates</source>
        <translation>4. 애그리거트</translation>
    </message>
    <message>
        <source>5. Bounded contexts</source>
        <translation>5. 바운디드 컨텍스트</translation>
    </message>
    <message>
        <source>6. Context map</source>
        <translation>6. 컨텍스트 맵</translation>
    </message>
    <message>
        <source>Step of event storming</source>
        <translation>이벤트 스토밍 단계</translation>
    </message>
    <message>
        <source>What the step found</source>
        <translation>이 단계의 결과</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>커맨드</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>처리하는 곳</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>호출 주체</translation>
    </message>
    <message>
        <source>Screen or title</source>
        <translation>화면 또는 제목</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>루트</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Bounded context</source>
        <translation>바운디드 컨텍스트</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>소유 테이블</translation>
    </message>
    <message>
        <source>Reads of others</source>
        <translation>다른 컨텍스트에서 조회</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>상류</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>하류</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>규모</translation>
    </message>
    <message>
        <source>What happens in the business: every change of state that an entry point causes.</source>
        <translation>업무에서 일어나는 일, 곧 진입점이 일으키는 모든 상태 변경입니다.</translation>
    </message>
    <message>
        <source>What is asked of the system so that it happens.</source>
        <translation>그 일이 일어나도록 시스템에 요청하는 것입니다.</translation>
    </message>
    <message>
        <source>Who or what asks: screens, calls from outside, timers and messages.</source>
        <translation>요청하는 주체, 곧 화면, 외부 호출, 예약 작업과 메시지입니다.</translation>
    </message>
    <message>
        <source>What is changed as one: tables with their root.</source>
        <translation>한 단위로 변경되는 것, 곧 루트와 그에 딸린 테이블입니다.</translation>
    </message>
    <message>
        <source>Where the same words mean the same thing, with the data that is owned there.</source>
        <translation>같은 용어가 같은 뜻으로 쓰이는 범위와 그곳이 소유하는 데이터입니다.</translation>
    </message>
    <message>
        <source>How the contexts stand to each other.</source>
        <translation>컨텍스트 사이의 관계입니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::RecordsChart</name>
    <message>
        <source>Busiest hour of each day, %1 to %2. Peaks (%3 requests or more): %4</source>
        <translation>일별 최대 시간당 요청(%1~%2). 급증(요청 %3건 이상): %4회</translation>
    </message>
    <message>
        <source>%1 outages, %2 complaints</source>
        <translation>중단 %1회, 민원 %2건</translation>
    </message>
    <message>
        <source>%1:00</source>
        <translation>%1시</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>outage</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>민원</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1분</translation>
    </message>
</context>
<context>
    <name>naru::gui::IspRoom</name>
    <message>
        <source>%1: &apos;%2&apos; is not a whole amount of 0 won or more. The former amount stays.</source>
        <translation>%1: &apos;%2&apos;은(는) 0원 이상의 정수 금액이 아닙니다. 이전 금액을 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>Running cost in %1 years: virtual machines %2, containers %3.</source>
        <translation>%1년간 운영비: 가상 서버 %2, 컨테이너 %3.</translation>
    </message>
    <message>
        <source>Running cost of virtual machines against containers: not all prices have been typed in yet.</source>
        <translation>가상 서버와 컨테이너의 운영비: 아직 입력되지 않은 단가가 있습니다.</translation>
    </message>
    <message>
        <source>Running cost: make a plan first; the prices are typed in there.</source>
        <translation>운영비: 계획을 먼저 수립하여 주시기 바랍니다. 단가는 계획 화면에서 입력합니다.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>%1 so far; %2 rows are still without an amount. Type 0 for what does not apply.</source>
        <translation>현재 합계는 %1이며, %2개 행에 아직 금액이 없습니다. 해당하지 않는 항목에는 0을 입력하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>In all %1.</source>
        <translation>합계는 %1입니다.</translation>
    </message>
    <message>
        <source>Choose an edition of the tariff first; the development cost then stands in its row.</source>
        <translation>대가 기준의 판을 먼저 선택하여 주시기 바랍니다. 선택하시면 SW 개발비가 해당 행에 표시됩니다.</translation>
    </message>
    <message>
        <source>Source of the table: %1</source>
        <translation>표의 출처: %1</translation>
    </message>
    <message>
        <source>Virtual machines against containers, from prices that you type in</source>
        <translation>입력하신 단가로 가상 서버와 컨테이너의 운영비를 비교합니다</translation>
    </message>
    <message>
        <source>Cost table of the information strategy plan; type amounts into the cells</source>
        <translation>정보화전략계획(ISP) 비용표. 칸에 금액을 입력할 수 있습니다</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Basis of the amount</source>
        <translation>관련 기준</translation>
    </message>
    <message>
        <source>Amount (won)</source>
        <translation>금액(원)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>소분류</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>중분류</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>대분류</translation>
    </message>
    <message>
        <source>Running cost...</source>
        <translation>운영비 비교...</translation>
    </message>
    <message>
        <source>ISP cost table</source>
        <translation>ISP 비용표</translation>
    </message>
</context>
<context>
    <name>naru::gui::SplitCostRoom</name>
    <message>
        <source>Wave %1</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>in no wave</source>
        <translation>전환 단계 없음</translation>
    </message>
    <message>
        <source>in no context</source>
        <translation>컨텍스트 없음</translation>
    </message>
    <message>
        <source>Total with tax (won)</source>
        <translation>합계(원, 선택 시 부가가치세 포함)</translation>
    </message>
    <message>
        <source>By IFPUG and KOSA a split changes no function. The guide for services counts each interface between contexts as a function more; both views stand side by side, and only the chosen one is in the estimate.</source>
        <translation>IFPUG 및 KOSA 기준으로는 시스템을 분할하여도 기능이 달라지지 않습니다. 안내서는 컨텍스트 사이의 연계마다 기능을 추가로 산정합니다. 두 결과를 나란히 표시하며, 선택하신 방식만 산정 금액에 반영됩니다.</translation>
    </message>
    <message>
        <source>Choose an edition of the tariff first to see costs; sizes are known.</source>
        <translation>비용을 확인하시려면 대가 기준의 판을 먼저 선택하여 주시기 바랍니다. 규모는 산정되어 있습니다.</translation>
    </message>
    <message>
        <source>The functions were counted without a split. Propose a split and count again to see what it changes.</source>
        <translation>분할안 없이 기능점수를 산정하였습니다. 분할안을 만든 후 다시 산정하시면 달라지는 점을 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>Parts of the system</source>
        <translation>시스템의 구분</translation>
    </message>
    <message>
        <source>Functions before and after</source>
        <translation>분할 전후 기능 목록</translation>
    </message>
    <message>
        <source>By migration wave</source>
        <translation>전환 단계별</translation>
    </message>
    <message>
        <source>By context</source>
        <translation>컨텍스트별</translation>
    </message>
    <message>
        <source>The system as one against its split</source>
        <translation>단일 시스템과 분할 후 비교</translation>
    </message>
    <message>
        <source>What API links add</source>
        <translation>API 연계로 추가</translation>
    </message>
    <message>
        <source>After the split with API links
(departs from IFPUG)</source>
        <translation>API 연계를 포함한 분할 후
(IFPUG와 다름)</translation>
    </message>
    <message>
        <source>Before the split,
and after it by IFPUG</source>
        <translation>분할 전 및
IFPUG 기준 분할 후</translation>
    </message>
    <message>
        <source>Departs from IFPUG and from the KOSA method; the estimate and the documents say so</source>
        <translation>IFPUG 및 한국소프트웨어산업협회(KOSA) 방식과 다르며, 이 사실이 산정 결과와 문서에 표시됩니다</translation>
    </message>
    <message>
        <source>Count API links as functions, as the guide for services has it</source>
        <translation>안내서에 따라 API 연계를 기능으로 산정</translation>
    </message>
    <message>
        <source>Migration wave</source>
        <translation>전환 단계</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>변동 없음</translation>
    </message>
    <message>
        <source>added: API link of the guide, departs from IFPUG</source>
        <translation>추가: 안내서의 API 연계 기능(IFPUG와 다름)</translation>
    </message>
    <message>
        <source>What the split does</source>
        <translation>분할의 영향</translation>
    </message>
    <message>
        <source>FP after</source>
        <translation>분할 후 FP</translation>
    </message>
    <message>
        <source>FP before</source>
        <translation>분할 전 FP</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>%1원</translation>
    </message>
    <message>
        <source>Development cost (won)</source>
        <translation>개발비(원)</translation>
    </message>
    <message>
        <source>API links (FP)</source>
        <translation>API 연계(FP)</translation>
    </message>
    <message>
        <source>Function points</source>
        <translation>기능점수</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>기능 수</translation>
    </message>
    <message>
        <source>Before and after the split</source>
        <translation>분할 전후 비교</translation>
    </message>
    <message>
        <source>Total: %1 functions, %2 function points, beside them %3 of API links</source>
        <translation>합계: 기능 %1개, 기능점수 %2점, 별도 API 연계 %3점</translation>
    </message>
    <message>
        <source>; development cost %1 won</source>
        <translation>, 개발비 %1원</translation>
    </message>
</context>
<context>
    <name>naru::gui::FactorHints</name>
    <message>
        <source>Found</source>
        <translation>발견 항목</translation>
    </message>
    <message>
        <source>Show what the proposal rests on</source>
        <translation>제안의 근거 보기</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Take the proposed level: %1</source>
        <translation>제안된 단계 적용: %1</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 적용</translation>
    </message>
    <message>
        <source>Proposed from the source: %1</source>
        <translation>소스 코드 근거 제안: %1</translation>
    </message>
    <message>
        <source>Proposed from the source: nothing was found</source>
        <translation>소스 코드 근거 제안: 발견된 항목 없음</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 외 %1건</translation>
    </message>
    <message>
        <source>The source does not speak for a level.</source>
        <translation>소스 코드에서 판단 근거를 찾지 못하였습니다.</translation>
    </message>
</context>
<context>
    <name>naru::gui::OrderPanel</name>
    <message>
        <source>Order wishes</source>
        <translation>전환 순서 지정</translation>
    </message>
    <message>
        <source>not later than</source>
        <translation>은(는) 다음보다 늦지 않게:</translation>
    </message>
    <message>
        <source>Context that must not move later</source>
        <translation>먼저 또는 함께 전환할 컨텍스트</translation>
    </message>
    <message>
        <source>Context that must not move before it</source>
        <translation>그보다 먼저 전환하지 않을 컨텍스트</translation>
    </message>
    <message>
        <source>Wishes about the order</source>
        <translation>지정한 전환 순서</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Not later than</source>
        <translation>늦지 않게 할 기준</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>%1 not later than %2</source>
        <translation>%1: %2보다 늦지 않게 전환</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>반영됨</translation>
    </message>
    <message>
        <source>The context is no longer there.</source>
        <translation>해당 컨텍스트가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>%1 (wave %2)</source>
        <translation>%1(%2단계)</translation>
    </message>
</context>
<context>
    <name>naru::gui::LoadForm</name>
    <message>
        <source>Type a load</source>
        <translation>부하 직접 입력</translation>
    </message>
    <message>
        <source>Use this load</source>
        <translation>이 부하 적용</translation>
    </message>
    <message>
        <source>Remove this service</source>
        <translation>이 서비스 제외</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>A context, or a name of your own such as that of the whole system</source>
        <translation>컨텍스트를 고르거나 시스템 전체 등의 이름을 직접 입력합니다.</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>시간당 요청 수</translation>
    </message>
    <message>
        <source>In an ordinary hour of a working day</source>
        <translation>평일 보통 시간대의 요청 수</translation>
    </message>
    <message>
        <source>Peak hours</source>
        <translation>집중 시간대</translation>
    </message>
    <message>
        <source>Hours of the day from 0 to 23, e.g. 9-11, 14</source>
        <translation>하루 중의 시각(0~23), 예: 9-11, 14</translation>
    </message>
    <message>
        <source>Times in peak hours</source>
        <translation>집중 시간대 배수</translation>
    </message>
    <message>
        <source>How many times the ordinary hour</source>
        <translation>보통 시간대에 대한 배수</translation>
    </message>
    <message>
        <source>Times at night</source>
        <translation>야간 배수</translation>
    </message>
    <message>
        <source>From 22 to 7 o&apos;clock</source>
        <translation>22시부터 7시까지</translation>
    </message>
    <message>
        <source>Times at weekends</source>
        <translation>주말 배수</translation>
    </message>
    <message>
        <source>On the sixth and seventh day of each week</source>
        <translation>매주 여섯째·일곱째 날</translation>
    </message>
    <message>
        <source>Days of a surge</source>
        <translation>폭주일</translation>
    </message>
    <message>
        <source>Days of the year from 1 on, e.g. 121-151 for May</source>
        <translation>연중 일수(1부터), 예: 5월은 121-151</translation>
    </message>
    <message>
        <source>Times on those days</source>
        <translation>폭주일 배수</translation>
    </message>
    <message>
        <source>How many times the ordinary day</source>
        <translation>보통 날에 대한 배수</translation>
    </message>
    <message>
        <source>Service time (ms)</source>
        <translation>처리시간(ms)</translation>
    </message>
    <message>
        <source>Mean time that one request takes an instance</source>
        <translation>요청 한 건이 인스턴스를 차지하는 평균 시간</translation>
    </message>
    <message>
        <source>Instances today</source>
        <translation>현재 인스턴스 수</translation>
    </message>
    <message>
        <source>0: enough for the busiest hour</source>
        <translation>0: 가장 바쁜 시간에 맞춤</translation>
    </message>
    <message>
        <source>Instances, at least</source>
        <translation>최소 인스턴스 수</translation>
    </message>
    <message>
        <source>Instances, at most</source>
        <translation>최대 인스턴스 수</translation>
    </message>
    <message>
        <source>0: as proposed</source>
        <translation>0: 제안값</translation>
    </message>
    <message>
        <source>The requests of this service were imported by the hour and stay. Remove the service to type them.</source>
        <translation>시간별 요청 수를 가져온 서비스이므로 그 값을 유지합니다. 직접 입력하려면 이 서비스를 제외하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Typed: change a value and use it again.</source>
        <translation>직접 입력한 부하입니다. 값을 고친 뒤 다시 적용하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Not entered yet: give at least the requests an hour and the service time.</source>
        <translation>아직 입력하지 않았습니다. 시간당 요청 수와 처리시간을 입력하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Name the service first.</source>
        <translation>먼저 서비스 이름을 입력하여 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Peak hours are hours from 0 to 23, e.g. 9-11, 14. Nothing was changed.</source>
        <translation>집중 시간대는 0~23의 시각으로 입력하여 주시기 바랍니다(예: 9-11, 14). 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Days of a surge are days of the year from 1 on, e.g. 121-151. Nothing was changed.</source>
        <translation>폭주일은 1부터 세는 연중 일수로 입력하여 주시기 바랍니다(예: 121-151). 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Without a service time nothing can be computed. Nothing was changed.</source>
        <translation>처리시간이 없으면 계산할 수 없습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>At least is more than at most. Nothing was changed.</source>
        <translation>최소 인스턴스 수가 최대 인스턴스 수보다 많습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Without requests an hour nothing can be computed. Nothing was changed.</source>
        <translation>시간당 요청 수가 없으면 계산할 수 없습니다. 변경된 내용은 없습니다.</translation>
    </message>
</context>
</TS>
