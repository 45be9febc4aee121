// What stands beside an estimate: ISP table, man-months, shares, proposals, imported and derived inventories.

#include "costing/CostJson.h"
#include "costing/EstimateComparison.h"
#include "costing/EstimateInputs.h"
#include "costing/Estimator.h"
#include "costing/FactorTraces.h"
#include "costing/InventoryCsv.h"
#include "costing/InventoryRows.h"
#include "costing/SplitComparison.h"
#include "costing/Tariff.h"
#include "tests/unit/costing/CodeModelBuilder.h"
#include "tests/unit/costing/CostingFixture.h"

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using ::testing::ElementsAre;

namespace {

std::string keyOf(const auto& result)
{
    return result ? std::string() : result.error().key;
}

std::vector<std::string> namesOf(std::string_view text)
{
    std::vector<std::string> out;
    for (const RequirementFunction& function : functionsOfRequirements(text, *RequirementWords::load(NARU_RESOURCES)))
        out.push_back(std::string(nameOf(function.entry.type)) + " " + function.entry.name);
    return out;
}

} // namespace

TEST(IspTable, AddsTheDevelopmentCostToWhatWasTypedIn)
{
    auto table = IspTable::load(NARU_RESOURCES);
    ASSERT_TRUE(table);
    ASSERT_TRUE(table->set("hardware", number("1000000")));
    ASSERT_TRUE(table->set("audit", number("99999999999999999999"))); // beyond 64 bits
    table->complete(number("68467488"));
    EXPECT_EQ(table->total.text(), "100000000000069467487");
    EXPECT_EQ(table->rows.size(), 10U);
    EXPECT_EQ(table->open.size(), 7U);
    EXPECT_EQ(keyOf(table->set("development", number("1"))), "costing.isp.row");
    EXPECT_EQ(keyOf(table->set("nothing", number("1"))), "costing.isp.row");
    EXPECT_EQ(keyOf(table->set("hardware", number("-1"))), "costing.field.won");
    EXPECT_EQ(keyOf(table->set("hardware", number("0.5"))), "costing.field.won");
    EXPECT_EQ(keyOf(parseIspAmounts(R"({"hardware": -3})", "i.json", *table)), "costing.field.too-small");
    EXPECT_EQ(keyOf(parseIspAmounts(R"([1])", "i.json", *table)), "costing.field.object");
}

TEST(ManMonths, LabourOverheadFeeAndExpenses)
{
    const auto rules = ManMonthRules::load(NARU_RESOURCES);
    ASSERT_TRUE(rules);
    const auto input = parseManMonths(R"({"grades": [{"name": "a", "manMonths": 2, "monthlyRate": 8000000}, {"name": "b", "manMonths": 1.5,
        "monthlyRate": 6000001}], "overheadPercent": 110, "technicalFeePercent": 20, "directExpenses": 500000})",
                                      "m.json", *rules);
    ASSERT_TRUE(input) << input.error().key;
    const auto made = estimateManMonths(*input, tariff("2025"));
    EXPECT_EQ(made.steps[0].value.text(), "25000002"); // 25,000,001.5 to the even neighbour
    EXPECT_EQ(made.steps[1].value.text(), "27500002");
    EXPECT_EQ(made.steps[2].value.text(), "10500001");
    EXPECT_EQ(made.cost.text(), "63500005");
    EXPECT_EQ(made.total.text(), "69850005");
    EXPECT_EQ(keyOf(parseManMonths(R"({"grades": [], "overheadPercent": 110, "technicalFeePercent": 20})", "m", *rules)),
              "costing.man-month.no-grades");
    EXPECT_EQ(keyOf(parseManMonths(R"({"grades": [{"name": "a", "manMonths": 2, "monthlyRate": 1}], "overheadPercent": 90,
        "technicalFeePercent": 20})",
                                   "m", *rules)),
              "costing.field.too-small");
}

TEST(Allocation, SharesAddUpToTheWon)
{
    core::FunctionPointCount count;
    for (const auto& [id, fp, context] : {std::tuple{"a", "7.5", "c1"}, {"b", "4", "c1"}, {"c", "3.9", "c2"}, {"d", "4", ""}}) {
        count.functions.push_back({.id = id});
        count.functions.back().fp = fp;
        count.functions.back().context = context;
    }
    core::Alternative split;
    split.contexts.resize(2);
    split.contexts[0].id = "c1";
    split.contexts[1].id = "c2";
    core::Estimate estimate;
    estimate.developmentCost = "1000000";
    const auto shares = costByContext(count, split, &estimate);
    ASSERT_EQ(shares.size(), 3U);
    EXPECT_EQ(shares[0].functionPoints.text(), "11.5");
    EXPECT_EQ((shares[0].cost + shares[1].cost + shares[2].cost).text(), "1000000");
    core::Plan plan;
    plan.waves.resize(2);
    plan.waves[1].number = 1;
    plan.waves[1].contexts.push_back({.context = "c2"});
    const auto waves = costByWave(shares, plan);
    ASSERT_EQ(waves.size(), 3U);
    EXPECT_EQ(waves[1].cost, shares[1].cost);
    EXPECT_EQ(waves[2].functions, 3);
    EXPECT_EQ(sumOf(waves).cost.text(), "1000000");
    EXPECT_EQ(sumOf(waves).functions, 4);
    EXPECT_EQ(sumOf(shares).functionPoints.text(), "19.4");
    // What has API links only is in no wave either, and must not get lost.
    const auto linksOnly = costByWave({{.id = "c9", .apiLinks = core::Decimal(15)}}, plan);
    ASSERT_EQ(linksOnly.size(), 3U);
    EXPECT_EQ(sumOf(linksOnly).apiLinks.text(), "15");
}

TEST(Choices, MaintenanceAndOperationThatAProjectKeepsJoinTheLevels)
{
    const nlohmann::json maintenance = {{"changes", "normal"}, {"users", "normal"},    {"importance", "normal"},
                                        {"linked", "simple"},  {"recovery", "normal"}, {"directExpenses", 1335600}};
    const nlohmann::json operation = {{"manMonths", 12.5}, {"monthlyRate", 8000000}};
    const auto both = choicesWith({.linkage = 2}, maintenance, operation, tariff("2025"));
    EXPECT_EQ(both.factors.linkage, 2);
    ASSERT_TRUE(both.maintenance);
    EXPECT_EQ(both.maintenance->levels.size(), 5U);
    ASSERT_TRUE(both.operation);
    EXPECT_EQ(both.operation->manMonths.text(), "12.5");
    // An older edition does not price operation: a person may have changed the edition since.
    const auto older = choicesWith({.linkage = 2}, maintenance, operation, tariff("2020"));
    EXPECT_TRUE(older.maintenance);
    EXPECT_FALSE(older.operation);
    EXPECT_EQ(older.factors.linkage, 2);
    const auto neither = choicesWith({.security = 3}, {}, nlohmann::json(), tariff("2025"));
    EXPECT_FALSE(neither.maintenance);
    EXPECT_FALSE(neither.operation);
    EXPECT_EQ(neither.factors.security, 3);
}

TEST(SplitComparison, AddsApiLinksOnlyToTheSecondView)
{
    core::FunctionPointCount count;
    count.functions = {{.id = "a", .fp = "4"}, {.id = "b", .fp = "5.2"}, {.id = "c", .fp = "3", .state = core::FunctionState::Rejected}};
    count.total = "9.2";
    count.apiLinks = {{.id = "l", .fp = "3.9"}};
    count.apiLinksTotal = "3.9";
    const auto sizes = compareSplit(count, {}, {});
    ASSERT_EQ(sizes.size(), 2U) << "no costs without estimates";
    EXPECT_EQ(sizes[0].before + " " + sizes[0].after + " " + sizes[0].added, "2 3 1") << "what was rejected is no function";
    EXPECT_EQ(sizes[1].before + " " + sizes[1].after + " " + sizes[1].added, "9.2 13.1 3.9");
    const auto costs = compareSplit(count, core::Estimate{.developmentCost = "1000", .total = "1100"},
                                    core::Estimate{.developmentCost = "1500", .total = "1650"});
    ASSERT_EQ(costs.size(), 4U);
    EXPECT_EQ(costs[2].measure, SplitMeasure::DevelopmentCost);
    EXPECT_EQ(costs[2].added, "500");
    EXPECT_EQ(costs[3].before + " " + costs[3].after + " " + costs[3].added, "1100 1650 550");
}

TEST(EstimateComparison, SaysWhatEachChangeDoesToTheTotal)
{
    const auto tariffs = TariffCatalog::load(NARU_RESOURCES);
    ASSERT_TRUE(tariffs) << tariffs.error().key;
    EstimateInput input;
    input.inventory.totalFp = core::Decimal(85);
    input.choices.factors = {.linkage = 2, .performance = 3, .environment = 1, .security = 2, .directExpenses = "2000000"};
    const auto before = estimate(input, *tariffs->find("2020"));
    const auto same = estimate(input, *tariffs->find("2020"));
    input.inventory.totalFp = core::Decimal(1000);
    input.choices.factors.linkage = 3;
    input.choices.factors.directExpenses = "5000000";
    const auto after = estimate(input, *tariffs->find("2024"));
    ASSERT_TRUE(before && same && after);
    EXPECT_TRUE(compareEstimates(*before, *same).moves.empty());
    const EstimateComparison moved = compareEstimates(*before, *after);
    EXPECT_EQ(moved.before, "75314237"); // example A1
    EXPECT_EQ(moved.after, after->total);
    std::vector<std::string> ids;
    core::Decimal sum;
    for (const CostMove& move : moved.moves) {
        ids.push_back(move.id);
        sum += move.won;
    }
    EXPECT_EQ(sum, moved.difference); // nothing is left unexplained
    const std::vector<std::string> chain = {"size", "price", "sizeFactor", "linkage", "directExpenses"};
    ASSERT_GE(ids.size(), chain.size());
    EXPECT_TRUE(std::equal(chain.begin(), chain.end(), ids.begin()));
    EXPECT_GT(moved.moves[0].won, core::Decimal(0)); // more functions
    EXPECT_LT(moved.moves[2].won, core::Decimal(0)); // a smaller factor of size: 1.28 to 0.9219
    EXPECT_EQ(moved.moves[2].before, "1.2800");
    EXPECT_EQ(moved.moves[2].after, "0.9219");
    EXPECT_EQ(moved.moves[4].won, core::Decimal(3300000)); // three million and their tax
    for (const CostMove& move : moved.moves)
        if (move.id == "rest") {
            EXPECT_LT(move.won, core::Decimal(20)); // rounding only
        }
}

TEST(FactorProposals, AgenciesAndMeasuresFromTheSource)
{
    EXPECT_EQ(agencyOf("apis.data.go.kr"), "data.go.kr");
    EXPECT_EQ(agencyOf("www.example.com"), "example.com");
    EXPECT_EQ(agencyOf("203.0.113.9"), "203.0.113.9");
    naru::test::CodeModelBuilder code;
    (void)code.memberOf("PasswordEncoder.encode");
    (void)code.memberOf("XssFilter.doFilter");
    core::AuditReport audit;
    for (const char* quote : {"String u = \"https://apis.data.go.kr/1\";", "new URL(\"http://other.data.go.kr/2\")",
                              "\"http://www.w3.org/2001\"", "\"http://localhost:8080\"", "\"https://api.juso.go.kr\""}) {
        audit.findings.push_back({.rule = "config.hardcoded-url", .file = "A.java", .line = 3});
        audit.findings.back().quote = quote;
    }
    const auto rules = FactorEvidence::load(NARU_RESOURCES);
    ASSERT_TRUE(rules) << rules.error().key;
    const auto proposals = proposeFactors(code.model, audit, *rules);
    ASSERT_EQ(proposals.size(), 2U);
    EXPECT_EQ(proposals[0].level, 2); // two agencies
    EXPECT_EQ(proposals[0].found.size(), 2U);
    EXPECT_EQ(proposals[1].factor, "security");
    EXPECT_EQ(proposals[1].level, 2);
    core::AuditReport vocabulary;
    vocabulary.findings.push_back({.file = "web.xml", .line = 2, .quote = "<web-app xmlns=\"https://partner.example.kr/xml/ns\">"});
    EXPECT_EQ(proposeFactors(core::CodeModel(), vocabulary, *rules).front().level, 1);
    core::AuditReport own; // where others call this system back
    own.findings.push_back({.file = "application.yml", .line = 3, .quote = "    callback: http://203.0.113.9:8080/upload/done # back"});
    own.findings.push_back({.file = "application.yml", .line = 4, .quote = "oauth.redirect-uri=https://office.sample.kr/back"});
    EXPECT_EQ(proposeFactors(core::CodeModel(), own, *rules).front().level, 1);
    own.findings.push_back({.file = "A.java", .line = 5, .quote = "String u = \"https://auth.partner.kr/token?redirect_uri=x\";"});
    EXPECT_EQ(proposeFactors(core::CodeModel(), own, *rules).front().level, 2);
    EXPECT_EQ(proposeFactors(core::CodeModel(), {}, *rules).front().level, 1);
}

TEST(FactorProposals, NamesThatOnlyLookLikeMeasuresAreNone)
{
    naru::test::CodeModelBuilder code;
    (void)code.memberOf("WXSSessionManager.open");
    (void)code.memberOf("TrustAnyTrustManager.check"); // weakens the transport
    const auto rules = FactorEvidence::load(NARU_RESOURCES);
    ASSERT_TRUE(rules) << rules.error().key;
    EXPECT_EQ(proposeFactors(code.model, {}, *rules).size(), 1U); // linkage only
    (void)code.memberOf("HtmlXssEscaper.clean");
    EXPECT_EQ(proposeFactors(code.model, {}, *rules).size(), 2U);
}

TEST(FactorProposals, CallsThatLeaveTheSystemAreLinks)
{
    naru::test::CodeModelBuilder code;
    const auto call = [&](const char* service, const char* url, core::RemoteKind kind = core::RemoteKind::Http) -> core::RemoteCall& {
        code.model.remoteCalls.push_back({.from = code.memberOf("Client.call"),
                                          .kind = kind,
                                          .service = code.model.intern(service),
                                          .url = code.model.intern(url),
                                          .at = {core::FileId(std::size_t{0}), 7}});
        return code.model.remoteCalls.back();
    };
    call("api.juso.go.kr", "/addrlink");
    call("sub.juso.go.kr", "/coord");                                                 // the same agency
    call("", "https://apis.data.go.kr/B1/list?key={}");                               // only the address says it
    call("sms-gateway", "/send", core::RemoteKind::Feign);                            // a service outside
    call("localhost", "/health");                                                     // this machine
    call("{}", "/any");                                                               // only run time tells
    call("orders", "", core::RemoteKind::Messaging);                                  // a topic
    call("stock", "/items").toEntry = code.entry("GET", "/items", "Stock.items", {}); // answers within the tree
    const auto rules = FactorEvidence::load(NARU_RESOURCES);
    ASSERT_TRUE(rules) << rules.error().key;
    const FactorProposal linkage = proposeFactors(code.model, {}, *rules).front();
    ASSERT_EQ(linkage.factor, "linkage");
    ASSERT_EQ(linkage.found.size(), 3U);
    EXPECT_EQ(linkage.found[0].en, "data.go.kr");
    EXPECT_EQ(linkage.found[1].en, "juso.go.kr");
    EXPECT_EQ(linkage.found[2].en, "sms-gateway");
    EXPECT_EQ(linkage.level, 3); // three to five
    ASSERT_FALSE(linkage.evidence.empty());
    EXPECT_EQ(linkage.evidence.front().file, "src/Web.java");
    EXPECT_EQ(linkage.evidence.front().line, 7);
}

TEST(FactorProposals, LoadTestsAndDatabasesOfSeveralMakersSpeakForLevels)
{
    const auto rules = FactorTraces::load(NARU_RESOURCES);
    ASSERT_TRUE(rules) << rules.error().key;
    const auto levelOf = [&](const std::vector<FactorProposal>& proposals, const char* factor) {
        const auto found = std::ranges::find(proposals, factor, &FactorProposal::factor);
        return found == proposals.end() ? 0 : found->level;
    };
    naru::test::CodeModelBuilder one;
    one.file("src/main/resources/mapper/board_SQL_oracle.xml");
    core::AuditReport driver;
    driver.components.push_back({.name = "ojdbc8", .file = "pom.xml", .line = 9});
    EXPECT_EQ(levelOf(proposeFromTraces(one.model, driver, *rules), "environment"), 0); // one maker only
    EXPECT_EQ(levelOf(proposeFromTraces(one.model, driver, *rules), "performance"), 0);
    one.file("src/main/resources/mapper/board_SQL_cubrid.xml");
    one.file("perf/login.jmx");
    const auto proposals = proposeFromTraces(one.model, driver, *rules);
    EXPECT_EQ(levelOf(proposals, "environment"), 4);
    EXPECT_EQ(levelOf(proposals, "performance"), 5);
    const auto all = allProposals(one.model, driver, NARU_RESOURCES);
    ASSERT_TRUE(all && all->size() == 3U);
    EXPECT_EQ(all->front().factor, "linkage");
    EXPECT_EQ(all->back().factor, "environment");
}

TEST(InventoryRows, FindsTheHeaderBelowTitlesAndNamesTheCell)
{
    InventoryTable table{.origin = "i.xlsx"};
    table.rows = {{.cells = {"기능점수 산정 내역"}, .line = 1},
                  {.cells = {"", "업무", "단위 프로세스", "FP 유형", "복잡도"}, .line = 3},
                  {.cells = {"1", "회의실", "회의실 등록", "ei", "하"}, .line = 4},
                  {.cells = {"", "", "", ""}, .line = 5},
                  {.cells = {"2", "회의실", "회의실", "ILF"}, .line = 6}};
    table.merged = {{.firstLine = 1, .lastLine = 1, .firstColumn = 0, .lastColumn = 4},
                    {.firstLine = 4, .lastLine = 6, .firstColumn = 1, .lastColumn = 1}}; // the business column may be merged
    const auto inventory = inventoryOfRows(table, core::CountMethod::Simplified);
    ASSERT_TRUE(inventory) << inventory.error().key;
    ASSERT_EQ(inventory->functions.size(), 2U);
    EXPECT_EQ(inventory->functions[0].complexity, core::Complexity::Low);

    auto merged = table;
    merged.merged.push_back({.firstLine = 4, .lastLine = 6, .firstColumn = 3, .lastColumn = 3});
    const auto refused = inventoryOfRows(merged, core::CountMethod::Simplified);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "costing.table.merged");
    EXPECT_EQ(refused.error().args.front().second, "D4:D6");
    EXPECT_EQ(refused.error().line, 4);

    table.rows[4].cells[3] = "Screen";
    const auto unknown = inventoryOfRows(table, core::CountMethod::Simplified);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().key, "costing.field.type");
    EXPECT_EQ(unknown.error().args.front().second, "type (D6)");
    EXPECT_EQ(keyOf(inventoryOfRows({.origin = "e"}, core::CountMethod::Simplified)), "costing.functions.empty");
    EXPECT_EQ(keyOf(parseInventoryCsv("a,b\n1,2\n", "x.csv", core::CountMethod::Simplified)), "costing.csv.header");
    EXPECT_EQ(keyOf(parseInventoryCsv("name,type,det\nA,EI,-1\n", "x.csv", core::CountMethod::Simplified)), "costing.field.whole");
    EXPECT_EQ(keyOf(parseInventoryCsv("name,type,det\nA,EI,2.5\n", "x.csv", core::CountMethod::Simplified)), "costing.field.whole");
    EXPECT_EQ(keyOf(parseInventoryCsv("name,type,det\nA,EI,99999999999999999999\n", "x.csv", core::CountMethod::Simplified)),
              "costing.field.whole");
    EXPECT_EQ(keyOf(parseInventoryCsv("name,type\n,EI\n", "x.csv", core::CountMethod::Simplified)), "costing.field.empty");
}

TEST(Requirements, FunctionsOfSentences)
{
    EXPECT_THAT(namesOf("회의실 예약을 등록, 수정, 삭제할 수 있어야 한다.\n회의실 예약 목록을 조회한다."),
                ElementsAre(testing::StartsWith("ILF 회의실"), testing::StartsWith("EI 회의실"), testing::StartsWith("EI 회의실"),
                            testing::StartsWith("EI 회의실"), testing::StartsWith("EQ 회의실")));
    EXPECT_EQ(namesOf("회의실 예약을 등록한다.").back(), "EI 회의실 예약 등록");
    const auto linked = namesOf("외부 인사시스템과 연계하여 직원정보를 조회한다.");
    ASSERT_EQ(linked.size(), 2U);
    EXPECT_THAT(linked[0], testing::StartsWith("EIF "));
    EXPECT_THAT(namesOf("Users can register and cancel vehicles"), testing::SizeIs(3));
    EXPECT_TRUE(namesOf("").empty());
    EXPECT_TRUE(namesOf("본 문서는 제안요청서이다.").empty());
}

TEST(Requirements, SentencesOfOneLineAndManagement)
{
    EXPECT_THAT(namesOf("민원을 접수한다. 사용자 정보를 관리한다."),
                ElementsAre("ILF 민원", "ILF 사용자 정보", "EI 민원 접수", "EI 사용자 정보 등록", "EI 사용자 정보 수정",
                            "EI 사용자 정보 삭제", "EQ 사용자 정보 목록"));
    EXPECT_THAT(namesOf("관리자는 회의실을 등록한다."), ElementsAre("ILF 회의실", "EI 회의실 등록"));
}
