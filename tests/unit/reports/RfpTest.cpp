#include "reports/builders/ReportInput.h"
#include "reports/builders/RfpTemplate.h"
#include "reports/builders/Sections.h"
#include "reports/writers/HtmlWriter.h"
#include "reports/writers/Numbering.h"
#include "tests/support/SampleEstimate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

using namespace naru;
namespace fs = std::filesystem;

namespace {

const fs::path kTemplates = fs::path(NARU_RESOURCES) / "templates";

reports::ReportInput fullInput()
{
    reports::ReportInput input{.projectName = "사업", .systemName = "총무관리 시스템", .date = "2026-01-02", .templates = kTemplates};
    core::Alternative split{.id = "a"};
    split.contexts.push_back({.id = "c1", .name = "회의실", .owns = {"MEET_RSV"}, .entryPoints = {"GET /meet/list.do"}});
    split.contexts.push_back({.id = "c2", .name = "결재", .owns = {"APV_DOC"}});
    split.interfaces.push_back(
        {.from = "c1", .to = "c2", .kind = core::InterfaceKind::Call, .functions = {{.from = "a", .to = "class:ApvService", .calls = 2}}});
    split.sharedTables.push_back({.table = "CMM_CODE", .proposedOwner = "c2", .readers = {"c1", "c2"}});
    input.partition.emplace();
    input.partition->alternatives.push_back(split);
    input.count = tests::sampleCount();
    input.estimate = tests::sampleEstimate();
    return input;
}

core::ReportModel rfp(const reports::ReportInput& input, const std::string& language = "ko")
{
    const auto texts = core::Texts::load(NARU_RESOURCES, language);
    EXPECT_TRUE(texts);
    const auto model = reports::buildReport("rfp", input, *texts);
    EXPECT_TRUE(model) << model.error().key;
    return *model;
}

const core::ReportTable* rfpTable(const core::ReportModel& model, const std::string& anchor)
{
    for (const core::Block& block : model.blocks)
        if (const auto* table = std::get_if<core::ReportTable>(&block); table != nullptr && table->anchor == anchor)
            return table;
    return nullptr;
}

int gapsOf(const core::ReportModel& model)
{
    int gaps = 0;
    for (const core::Block& block : model.blocks)
        if (const auto* paragraph = std::get_if<core::Paragraph>(&block))
            gaps += paragraph->style == core::ParagraphStyle::Gap ? 1 : 0;
    return gaps;
}

} // namespace

TEST(Rfp, FollowsTheOfficialOutline)
{
    const core::ReportModel model = rfp(fullInput());
    const reports::Numbering numbers(model);
    std::string chapters;
    for (const core::Block& block : model.blocks)
        if (const auto* heading = std::get_if<core::Heading>(&block); heading != nullptr && heading->level == 1)
            chapters += numbers.heading(*heading) + " " + heading->text + "|";
    EXPECT_EQ(chapters, "Ⅰ. 사업 개요|Ⅱ. 현황 및 문제점|Ⅲ. 사업 추진계획|Ⅳ. 제안요청 내용|Ⅴ. 제안 안내|Ⅵ. 제안서 작성요령 및 서식|");
}

TEST(Rfp, SaysWhereATableStandsThatOnlyAnotherServiceUses)
{
    reports::ReportInput input = fullInput();
    input.partition->alternatives[0].sharedTables.push_back({.table = "APV_DOC", .proposedOwner = "c1", .readers = {"c1"}, .writers = {"c1"}});
    const std::string details = rfpTable(rfp(input, "en"), "rfp.req.DAR-002")->rows[4][1].runs.front().text;
    EXPECT_NE(details.find("CMM_CODE: owner 결재; also used by 회의실"), std::string::npos) << details;
    EXPECT_NE(details.find("APV_DOC: stands in 결재 by the split but is used by 회의실"), std::string::npos) << details;
}

TEST(Rfp, CountsTheTypesThatTheAnalysisLists)
{
    reports::ReportInput input = fullInput();
    auto code = std::make_shared<core::CodeModel>();
    code->types.resize(2);
    code->types.push_back({.flags = static_cast<std::uint32_t>(core::TypeFlag::Page)});
    input.code = code;
    const core::ReportModel model = rfp(input, "en");
    const core::ReportTable* table = rfpTable(model, "report.system.table");
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->rows[4][1].runs.front().text, "2") << table->rows[4][0].runs.front().text;
}

TEST(Rfp, NamesEachProblemOnceWithItsCausesAndPlaces)
{
    reports::ReportInput input = fullInput();
    core::AuditReport& audit = input.audit.emplace();
    audit.titles.push_back({.rule = "config.password", .title = {.ko = "고정된 비밀번호", .en = "Hard-coded password"}});
    const auto found = [&](const char* rule, core::Risk risk, const char* file, const char* message, const char* cause) {
        audit.findings.push_back({.rule = rule,
                                  .risk = risk,
                                  .file = file,
                                  .line = 3,
                                  .message = {.ko = message, .en = message},
                                  .rootCause = cause,
                                  .effort = {0.5, 2}});
    };
    found("config.password", core::Risk::Medium, "a.xml", "password: A", "a");
    found("config.password", core::Risk::Critical, "b.xml", "password: B", "b");
    found("config.password", core::Risk::Critical, "c.xml", "password: B", "b");
    found("state.session", core::Risk::High, "d.java", "session", "d");
    const core::ReportModel model = rfp(input, "en");
    const core::ReportTable* table = rfpTable(model, "report.rfp.problems-table");
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->rows.size(), 3U) << "one row a rule, below the header";
    const auto textOf = [&](std::size_t row, std::size_t column) { return table->rows[row][column].runs.front().text; };
    EXPECT_EQ(textOf(1, 1), "Hard-coded password");
    EXPECT_EQ(textOf(1, 2) + " " + textOf(1, 3), "2 3");
    EXPECT_EQ(textOf(1, 4), "b.xml:3") << "the gravest place";
    EXPECT_EQ(textOf(1, 5), "1–4") << "each cause once";
    EXPECT_EQ(textOf(2, 1), "session") << "without a title, as in results of older versions";
}

TEST(Rfp, NamesEntryPointsAndClassesForReaders)
{
    EXPECT_EQ(reports::shortEntry("action com.example.web.OrderBean.buy"), "action OrderBean.buy");
    EXPECT_EQ(reports::shortEntry("main com.example.Start"), "main Start");
    EXPECT_EQ(reports::shortEntry("GET /a.b/list.do"), "GET /a.b/list.do");
    EXPECT_EQ(reports::shortEntry("message orders.in"), "message orders.in");
    EXPECT_EQ(reports::shortEntry("* /order/list.do"), "/order/list.do");
    const auto home = [](core::MemberRole role, const std::vector<std::string>& names) {
        std::vector<core::PartitionMember> members;
        for (const std::string& name : names)
            members.push_back({.role = role, .name = name});
        return reports::byHome(members);
    };
    EXPECT_EQ(home(core::MemberRole::Class, {"a.b.Y", "a.c.Z", "a.b.X", "Plain", "src/x.c"}), "Plain; a.b: Y, X; a.c: Z; src: x.c");
    EXPECT_EQ(home(core::MemberRole::View, {"web/list.jsp", "index.jsp", "web/form.v2.jsp"}), "index.jsp; web: list.jsp, form.v2.jsp");
}

TEST(Rfp, QuotesTheOfficialRequirementsUnderTheirNumbers)
{
    const core::ReportModel model = rfp(fullInput());
    const core::ReportTable* mesh = rfpTable(model, "rfp.req.CSR-003");
    ASSERT_NE(mesh, nullptr);
    EXPECT_EQ(mesh->rows[2][1].runs.front().text, "컨테이너 기반 서비스 메시 및 오케스트레이션 구현");
    EXPECT_NE(mesh->rows.back()[1].runs.front().text.find("그림 5-5"), std::string::npos) << "official wording names its source";
    const core::ReportTable* gateway = rfpTable(model, "rfp.req.CSR-004");
    ASSERT_NE(gateway, nullptr);
    EXPECT_EQ(gateway->rows[2][1].runs.front().text, "API 게이트웨이 관리 기능");
}

TEST(Rfp, MakesRequirementsFromTheSplit)
{
    const core::ReportModel model = rfp(fullInput());
    const core::ReportTable* first = rfpTable(model, "rfp.req.SFR-001");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->rows[2][1].runs.front().text, "회의실 서비스 구축");
    EXPECT_NE(first->rows[4][1].runs.front().text.find("GET /meet/list.do"), std::string::npos);
    EXPECT_EQ(first->rows[6][1].runs.front().text, "SIR-001") << "related requirement";
    const core::ReportTable* interface = rfpTable(model, "rfp.req.SIR-001");
    ASSERT_NE(interface, nullptr);
    EXPECT_EQ(interface->rows[6][1].runs.front().text, "SFR-002, SFR-001") << "who offers, then who uses";
    EXPECT_EQ(interface->rows[2][1].runs.front().text, "결재 서비스 제공 인터페이스");
    EXPECT_NE(interface->rows[4][1].runs.front().text.find("회의실"), std::string::npos);
    EXPECT_NE(interface->rows[4][1].runs.front().text.find("ApvService"), std::string::npos);
    ASSERT_NE(rfpTable(model, "rfp.req.SFR-002"), nullptr);
    EXPECT_EQ(rfpTable(model, "rfp.req.SFR-003"), nullptr);

    // The summary counts what is listed.
    const core::ReportTable* list = rfpTable(model, "report.rfp.list");
    const core::ReportTable* summary = rfpTable(model, "report.rfp.summary");
    ASSERT_TRUE(list != nullptr && summary != nullptr);
    EXPECT_EQ(summary->rows.back().back().runs.front().text, std::to_string(list->rows.size() - 1));
}

TEST(SplitDocument, TheListOfContextsHasFirstTablesAndTheSectionOfAContextAll)
{
    reports::ReportInput input = fullInput();
    std::vector<std::string>& owned = input.partition->alternatives.front().contexts[0].owns;
    owned = {"T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"};
    const auto texts = core::Texts::load(NARU_RESOURCES, "en");
    ASSERT_TRUE(texts);
    const auto model = reports::buildReport("split", input, *texts);
    ASSERT_TRUE(model) << model.error().key;
    const core::ReportTable* list = rfpTable(*model, "report.split.table");
    const core::ReportTable* context = rfpTable(*model, "report.split.context-table.c1");
    ASSERT_TRUE(list != nullptr && context != nullptr);
    EXPECT_EQ(list->rows[1].back().runs.front().text, "T1, T2, T3, T4, T5, T6, T7, T8 and 2 more");
    EXPECT_TRUE(std::ranges::any_of(context->rows, [](const auto& row) { return row.back().runs.front().text.ends_with("T9, T10"); }));
}

TEST(SplitDocument, HasEachDistributedTransactionOnceWithThoseThatRunIt)
{
    reports::ReportInput input = fullInput();
    core::DistributedTransaction draft{.entryPoint = "* /draft.do",
                                       .contexts = {"c1", "c2"},
                                       .writes = {"MEET_RSV", "APV_DOC"},
                                       .steps = {{.table = "MEET_RSV", .role = "compensable", .compensation = "DELETE MEET_RSV"}},
                                       .opener = "com.sample.apv.ApvService#draft(ApvVO)"};
    for (int i = 0; i < 9; ++i)
        draft.steps.push_back({.table = "APV_DOC" + std::to_string(i), .role = i == 0 ? "pivot" : "retriable"});
    std::vector<core::DistributedTransaction>& all = input.partition->alternatives.front().distributedTransactions;
    all.push_back(draft);
    all.push_back({.entryPoint = "* /batch.do", .contexts = {"c2", "c1"}, .writes = {"APV_DOC", "MEET_RSV"}});
    for (const char* entry : {"* /a.do", "* /b.do", "* /c.do", "* /d.do"})
        all.emplace_back(draft).entryPoint = entry;
    const auto texts = core::Texts::load(NARU_RESOURCES, "en");
    ASSERT_TRUE(texts);
    const auto model = reports::buildReport("split", input, *texts);
    ASSERT_TRUE(model) << model.error().key;
    const core::ReportTable* table = rfpTable(*model, "report.split.distributed-table");
    ASSERT_NE(table, nullptr);
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table->rows)
        for (rows.emplace_back(); const auto& cell : row)
            rows.back().push_back(cell.runs.front().text);
    ASSERT_EQ(rows.size(), 3U) << "with its head";
    EXPECT_EQ(
        rows[1],
        (std::vector<std::string>{
            "ApvService.draft", "/draft.do, /a.do, /b.do, /c.do and 1 more", "회의실 → 결재",
            "MEET_RSV: DELETE MEET_RSV → APV_DOC0: decides → APV_DOC1: repeat until it succeeds → APV_DOC2: repeat until it succeeds → "
            "APV_DOC3: repeat until it succeeds → APV_DOC4: repeat until it succeeds → APV_DOC5: repeat until it succeeds → "
            "APV_DOC6: repeat until it succeeds and 2 more"}));
    EXPECT_EQ(rows[2],
              (std::vector<std::string>{"/batch.do", "no boundary of a transaction known", "결재 → 회의실", "APV_DOC → MEET_RSV"}));
}

TEST(SplitDocument, NamesEachEntryPointAndFunctionOnceWithItsNumber)
{
    reports::ReportInput input = fullInput();
    core::Alternative& split = input.partition->alternatives.front();
    split.contexts[0].entryPoints = {"service socket accept", "main src.driver", "service socket accept"};
    split.interfaces[0].functions = {{.from = "a", .to = "com.sample.apv.ApvVO#setTitle(String)", .calls = 1, .style = "data"},
                                     {.from = "a", .to = "com.sample.apv.ApvService#find(long)", .calls = 2},
                                     {.from = "b", .to = "com.sample.apv.ApvService#find(String)", .calls = 1},
                                     {.from = "b", .to = "com.sample.apv.ApvService#draft(ApvVO)", .calls = 1}};
    const auto texts = core::Texts::load(NARU_RESOURCES, "en");
    ASSERT_TRUE(texts);
    const auto model = reports::buildReport("split", input, *texts);
    ASSERT_TRUE(model) << model.error().key;
    const core::ReportTable* context = rfpTable(*model, "report.split.context-table.c1");
    const core::ReportTable* faces = rfpTable(*model, "report.split.interfaces-table");
    ASSERT_TRUE(context != nullptr && faces != nullptr);
    EXPECT_TRUE(std::ranges::any_of(
        context->rows, [](const auto& row) { return row.back().runs.front().text == "service socket accept ×2, main src.driver"; }));
    EXPECT_EQ(faces->rows.back()[3].runs.front().text, "ApvService.find ×3; ApvService.draft; ApvVO.setTitle"); // data comes last
    const core::ReportModel required = rfp(input);
    const core::ReportTable* service = rfpTable(required, "rfp.req.SFR-001");
    ASSERT_NE(service, nullptr);
    EXPECT_NE(service->rows[4][1].runs.front().text.find("service socket accept ×2, main src.driver"), std::string::npos);
}

TEST(Rfp, StatesTheCostOfTheEstimate)
{
    const std::string html = reports::writeHtml(rfp(fullInput()));
    EXPECT_NE(html.find("75,314,237원"), std::string::npos);
}

TEST(Rfp, StatesTheHybridContractAndTiesEffectsToFindings)
{
    reports::ReportInput input = fullInput();
    const auto said = [](const core::ReportModel& model, const std::string& words) {
        return reports::writeHtml(model).find(words) != std::string::npos;
    };
    const core::ReportModel before = rfp(input);
    EXPECT_TRUE(said(before, "고정가 계약"));
    EXPECT_TRUE(said(before, "이전 상태로 되돌리는 시험의 통과"));
    EXPECT_EQ(rfpTable(before, "report.effects.table"), nullptr) << "without findings there is nothing that an effect rests on";
    input.audit = core::AuditReport{.factors = {{.id = 11, .name = {"로그", "Logs"}, .state = core::FactorState::Violated, .violations = 1}}};
    input.audit->findings = {{.rule = "log.file", .factor = 11}};
    input.portfolio.emplace();
    input.portfolio->effects = {{.id = "cooperation", .name = {"협력성", "Cooperation"}, .findings = 1, .factors = {11}}};
    input.portfolio->checklist = {{{"기획", "Planning"}, {"대상을 정한다", "Choose"}}};
    const core::ReportModel after = rfp(input);
    const core::ReportTable* effects = rfpTable(after, "report.effects.table");
    ASSERT_NE(effects, nullptr);
    EXPECT_EQ(effects->rows[1][2].runs.front().text, "로그 1");
    input.audit->factors.front().violations = 179;
    const core::ReportModel many = rfp(input);
    EXPECT_EQ(rfpTable(many, "report.effects.table")->rows[1][2].runs.front().text, "로그 179");
    EXPECT_TRUE(said(many, "미준수 위치 179곳 개선")) << "the same number as that of the effects";
    EXPECT_NE(rfpTable(after, "report.effects.stages"), nullptr);
    EXPECT_TRUE(said(rfp(input, "en"), "fixed price"));
}

TEST(Readiness, AFindingWithoutAFileIsSeenInTheTreeAsAWhole)
{
    reports::ReportInput input = fullInput();
    input.audit = core::AuditReport{.factors = {{.id = 5, .name = {"빌드", "Build"}}}};
    input.audit->findings = {{.rule = "build.no-pipeline", .factor = 5, .rootCause = "a"},
                             {.rule = "config.url", .factor = 5, .file = "a.xml", .line = 3, .rootCause = "b"},
                             {.rule = "build.jar", .factor = 5, .file = "lib/a.jar", .rootCause = "c"}};
    const auto texts = core::Texts::load(NARU_RESOURCES, "ko");
    ASSERT_TRUE(texts);
    const auto model = reports::buildReport("readiness", input, *texts);
    ASSERT_TRUE(model);
    const core::ReportTable* found = rfpTable(*model, "report.readiness.findings-table");
    ASSERT_NE(found, nullptr);
    std::set<std::string> places;
    for (std::size_t i = 1; i < found->rows.size(); ++i)
        places.insert(found->rows[i][3].runs.front().text);
    EXPECT_EQ(places, (std::set<std::string>{"소스 트리 전체에서 확인", "a.xml:3", "lib/a.jar"}));
}

TEST(Rfp, MarksWhatIsMissing)
{
    reports::ReportInput empty{.projectName = "p", .systemName = "s", .templates = kTemplates};
    const core::ReportModel bare = rfp(empty);
    EXPECT_EQ(rfpTable(bare, "rfp.req.SFR-001"), nullptr) << "no function is invented";
    EXPECT_GT(gapsOf(bare), gapsOf(rfp(fullInput())));
    for (const std::string language : {"ko", "en"}) {
        const std::string html = reports::writeHtml(rfp(empty, language));
        EXPECT_EQ(html.find("{total}"), std::string::npos);
        EXPECT_EQ(html.find("[["), std::string::npos);
    }
}

TEST(Rfp, KeepsWhatAPersonWrote)
{
    reports::ReportInput input = fullInput();
    input.clauses = {{"rfp.name.text", "우리 사업 <2027>"},
                     {"rfp.budget.contract", "제한경쟁입찰로 합니다."},
                     {"rfp.code.CSR", "CLR"},
                     {"rfp.req.architecture.name", "바꾼 이름"},
                     {"rfp.req.service.c1.details", "첫째\n둘째"},
                     {"rfp.effects.list", "하나\n- 그 아래"},
                     {"rfp.evaluation.strategy", "12"}};
    input.clauseBases = {{"rfp.budget.contract", "예전에 만든 문장"}};
    const core::ReportModel model = rfp(input);
    const core::ReportTable* changed = rfpTable(model, "rfp.req.CLR-001");
    ASSERT_NE(changed, nullptr);
    EXPECT_EQ(changed->rows[2][1].runs.front().text, "바꾼 이름");
    const core::ReportTable* meeting = rfpTable(model, "rfp.req.SFR-001");
    ASSERT_NE(meeting, nullptr);
    EXPECT_EQ(meeting->rows[4][1].runs.front().text, "○ 첫째\n○ 둘째");
    const core::ReportTable* points = rfpTable(model, "report.rfp.evaluation");
    ASSERT_NE(points, nullptr);
    EXPECT_EQ(points->rows[1][3].runs.front().text, "12");
    EXPECT_EQ(points->rows.back().back().runs.front().text, "102") << "the sum shows what the person chose";
    const std::string html = reports::writeHtml(model);
    EXPECT_NE(html.find("<li>하나<ul class=\"ko\"><li>그 아래</li></ul></li>"), std::string::npos);
    const auto clause = std::ranges::find(model.clauses, "rfp.budget.contract", &core::Clause::id);
    ASSERT_NE(clause, model.clauses.end());
    EXPECT_TRUE(clause->edited && clause->changedSince && !clause->gap) << "what is made is not what the person saw";
    EXPECT_EQ(clause->text, "제한경쟁입찰로 합니다.");
    EXPECT_FALSE(clause->generated.empty());
    EXPECT_NE(html.find("우리 사업 &lt;2027&gt;"), std::string::npos);
    EXPECT_NE(html.find("<p id=\"rfp.budget.contract\">제한경쟁입찰로 합니다.</p>"), std::string::npos) << "no gap any more";
}

TEST(RfpTemplate, NamesTheLineOfAFault)
{
    const fs::path file = fs::temp_directory_path() / ("naru-rfp-" + std::to_string(::getpid()) + ".json");
    std::ofstream(file) << "{\n\"schema\": \"naru.template/1\",\n\"edition\": 7\n}\n";
    const auto loaded = reports::loadRfpTemplate(file);
    fs::remove(file);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, core::ErrorCode::Malformed);
    EXPECT_EQ(loaded.error().line, 3);
    EXPECT_EQ(reports::loadRfpTemplate(kTemplates / "none.json").error().code, core::ErrorCode::NotFound);
}

TEST(RfpTemplate, PointsAddUpAndKeysAreUnique)
{
    const auto rfp = reports::loadRfpTemplate(kTemplates / "rfp.json");
    ASSERT_TRUE(rfp) << rfp.error().key;
    int points = 0;
    for (const auto& item : rfp->evaluation)
        points += item.points;
    EXPECT_EQ(points, 70) << "the qualitative points of the public examples";
    for (const auto& item : rfp->evaluationRest)
        points += item.points;
    EXPECT_EQ(points, 100);
    std::set<std::string> requirements;
    for (const auto& requirement : rfp->requirements)
        EXPECT_TRUE(requirements.insert(requirement.id).second) << requirement.id;
    std::set<std::string> ids;
    for (const auto& block : rfp->blocks) {
        EXPECT_TRUE(block.id.empty() || ids.insert(block.id).second) << block.id;
        EXPECT_EQ(block.text.ko.empty(), block.text.en.empty());
    }
}
