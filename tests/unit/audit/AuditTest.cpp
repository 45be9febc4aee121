#include "analyzers/audit/Audit.h"

#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"
#include "core/model/AuditReportJson.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace naru;
using namespace naru::analyzers;
using namespace naru::analyzers::audit;
namespace fs = std::filesystem;

/// A hand-built index over files that are given as texts.
class Tree {
public:
    void add(const std::string& path, const std::string& text, core::Language language, bool test = false)
    {
        core::SourceFile file;
        file.path = m_index.model.intern(path);
        file.language = language;
        file.test = test;
        file.content = core::Fingerprint::of(text);
        file.lines = static_cast<std::uint32_t>(std::ranges::count(text, '\n') + (text.empty() || text.ends_with('\n') ? 0 : 1));
        m_index.model.files.push_back(file);
        m_kept.push_back(text);
    }
    core::Result<core::AuditReport> audit(const RuleSet& rules, AuditOptions options = {}, bool versionControl = true)
    {
        SourceTexts texts(m_kept.size());
        for (std::uint32_t i = 0; i < m_kept.size(); ++i)
            texts.keep(core::FileId(i), m_kept[i]);
        core::Job job;
        return audit::audit({&m_index, &texts, versionControl}, rules, options, job);
    }
    CodeIndex& index() { return m_index; }

private:
    CodeIndex m_index;
    std::vector<std::string> m_kept;
};

const RuleSet& rules()
{
    static const RuleSet kRules = loadRules(fs::path(NARU_RESOURCES) / "rules").value();
    return kRules;
}

std::vector<std::string> found(const core::AuditReport& report, const std::string& rule)
{
    std::vector<std::string> out;
    for (const core::Finding& finding : report.findings)
        if (finding.rule == rule)
            out.push_back(finding.file + ":" + std::to_string(finding.line));
    return out;
}

const core::FactorResult& factor(const core::AuditReport& report, int id)
{
    return *std::ranges::find(report.factors, id, &core::FactorResult::id);
}

TEST(Audit, callsAreMatchedByTheTypeOfTheirReceiver)
{
    Tree tree;
    tree.add("src/A.java", "package t;\nimport java.io.*;\nclass A {\n  void m() {\n    new FileWriter(p);\n    new kr.Other(p);\n  }\n}\n",
             core::Language::Java);
    auto& index = tree.index();
    const auto call = [&](const char* receiver, std::uint32_t line) {
        ExternalCall one;
        one.receiverType = index.model.intern(receiver);
        one.name = index.model.intern("<init>");
        one.at = {core::FileId(std::uint32_t{0}), line};
        index.externalCalls.push_back(one);
    };
    call("FileWriter", 5);       // through the wildcard import
    call("kr.go.FileWriter", 6); // another type of the same simple name
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    EXPECT_EQ(found(*report, "state.local-file-write"), (std::vector<std::string>{"src/A.java:5"}));
}

TEST(Audit, testFilesGiveNoFinding)
{
    Tree tree;
    tree.add("src/test/java/ATest.java", "class ATest { void m() { System.out.println(1); } }\n", core::Language::Java, true);
    tree.add("src/test/resources/a.properties", "db.password=secret1\nh=10.1.1.1\n", core::Language::Properties, true);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    for (const core::Finding& finding : report->findings)
        EXPECT_TRUE(finding.file.empty()) << finding.rule << " " << finding.file;
}

TEST(Audit, codeThatAPrecompilerMadeIsLeftToItsOriginal)
{
    Tree tree;
    tree.add("fee.pc", "static int gCount = 0;\nvoid f(void) { ++gCount; }\n", core::Language::ProC);
    tree.add("fee.c", "static unsigned int sqlctx = 1;\nvoid f(void) { ++sqlctx; }\n", core::Language::C);
    tree.index().model.files.back().state = core::ParseState::Skipped;
    tree.add("deploy.sh", "#!/bin/sh\nln -s /home/app/current /opt/app\n", core::Language::Other);
    tree.index().model.files.back().state = core::ParseState::Skipped;
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    EXPECT_EQ(found(*report, "c.global-state"), std::vector<std::string>{"fee.pc:1"});
    EXPECT_EQ(report->filesScanned, 2);
}

TEST(Audit, aFactorSaysHowManyFindingsCountAgainstIt)
{
    Tree tree;
    std::string text;
    for (int i = 1; i <= 70; ++i)
        text += "x" + std::to_string(i) + ".host=10.1.1." + std::to_string(i) + "\n";
    tree.add("a.properties", text, core::Language::Properties);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    const auto config = std::ranges::find(report->factors, 3, &core::FactorResult::id);
    ASSERT_NE(config, report->factors.end());
    EXPECT_EQ(config->violations, 70);
    EXPECT_LT(config->evidence.size(), 70U) << "of which only the first are named";
}

TEST(Audit, effortIsCountedOnceForEachRootCause)
{
    Tree tree;
    tree.add("a.properties", "x.host=10.1.1.1\ny.host=10.1.1.1\nz.host=10.1.1.2\n", core::Language::Properties);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    EXPECT_EQ(found(*report, "config.hardcoded-ip").size(), 3U);
    const auto causes =
        std::ranges::count_if(report->rootCauses, [](const core::RootCause& one) { return one.rule == "config.hardcoded-ip"; });
    EXPECT_EQ(causes, 2);
    double low = 0;
    for (const core::RootCause& cause : report->rootCauses)
        low += cause.effort.low;
    EXPECT_NEAR(report->effort.low, low, 0.05);
}

TEST(Audit, fingerprintsSurviveShiftedLines)
{
    const auto fingerprints = [](const std::string& text) {
        Tree tree;
        tree.add("a.properties", text, core::Language::Properties);
        std::vector<std::string> out;
        const auto report = tree.audit(rules());
        for (const core::Finding& finding : report->findings)
            if (!finding.file.empty())
                out.push_back(finding.fingerprint);
        std::ranges::sort(out);
        return out;
    };
    const auto before = fingerprints("x=10.1.1.1\nx=10.1.1.1\n");
    EXPECT_EQ(before.size(), 2U);
    EXPECT_NE(before[0], before[1]);
    EXPECT_EQ(before, fingerprints("# new\n\n x = 10.1.1.1\nx=10.1.1.1\n"));
}

TEST(Audit, theMoreTellingFindingOfALineStands)
{
    Tree tree;
    tree.add("a.properties", "db.url=jdbc:oracle:thin:@10.1.1.1:1521:X\n", core::Language::Properties);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    EXPECT_EQ(found(*report, "config.hardcoded-jdbc-url").size(), 1U);
    EXPECT_TRUE(found(*report, "config.hardcoded-ip").empty());
}

TEST(Audit, factorStates)
{
    Tree bare;
    bare.add("README", "x", core::Language::Other);
    const auto nothing = bare.audit(rules());
    ASSERT_TRUE(nothing);
    EXPECT_EQ(factor(*nothing, 6).state, core::FactorState::NotDetectable) << "nothing looked at is not met";
    EXPECT_FALSE(factor(*nothing, 6).manualQuestion.ko.empty());

    Tree tree;
    tree.add("pom.xml", "<project><packaging>jar</packaging></project>", core::Language::Xml);
    tree.add("src/main/resources/a.properties", "h=10.1.1.1\n", core::Language::Properties);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    EXPECT_EQ(factor(*report, 2).state, core::FactorState::Met);
    EXPECT_EQ(factor(*report, 3).state, core::FactorState::Violated);
    EXPECT_EQ(factor(*report, 3).evidence[0].file, "src/main/resources/a.properties");
    EXPECT_EQ(factor(*report, 3).evidence[0].line, 1);

    tree.add("src/main/resources/b.properties", "h=${API_HOST}\n", core::Language::Properties);
    EXPECT_EQ(factor(*tree.audit(rules()), 3).state, core::FactorState::Partly);
}

TEST(Audit, acceptedFindingsCountForNothing)
{
    Tree tree;
    tree.add("a.properties", "h=10.1.1.1\n", core::Language::Properties);
    const auto before = tree.audit(rules());
    AuditOptions options;
    for (const core::Finding& finding : before->findings)
        if (finding.rule == "config.hardcoded-ip")
            options.suppressions.push_back({finding.fingerprint, "agreed", "", ""});
    const auto after = tree.audit(rules(), options);
    ASSERT_TRUE(after);
    EXPECT_EQ(factor(*before, 3).state, core::FactorState::Violated);
    EXPECT_EQ(factor(*after, 3).state, core::FactorState::NotDetectable);
    EXPECT_LT(after->effort.low, before->effort.low);
}

TEST(Audit, brokenXmlIsADiagnosticAndTheWorkGoesOn)
{
    Tree tree;
    tree.add("a.xml", "<a>\n<b></a>", core::Language::Xml);
    tree.add("b.properties", "h=10.1.1.1\n", core::Language::Properties);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    ASSERT_FALSE(report->diagnostics.empty());
    EXPECT_EQ(report->diagnostics[0].code, "audit.xml.malformed");
    EXPECT_EQ(report->diagnostics[0].file, "a.xml");
    EXPECT_EQ(found(*report, "config.hardcoded-ip").size(), 1U);
}

TEST(Audit, copiesOfAFileAreFoundLikeItself)
{
    Tree tree;
    const std::string script = "CREATE USER x IDENTIFIED BY pw1234;\n";
    tree.add("db/a.sql", script, core::Language::Sql);
    tree.add("db/copy/b.sql", script, core::Language::Sql);
    tree.add("db/none.sql", "SELECT 1 FROM DUAL;\n", core::Language::Sql);
    tree.add("db/none2.sql", "SELECT 1 FROM DUAL;\n", core::Language::Sql);
    tree.add("notes/a.txt", script, core::Language::Other);
    const auto report = tree.audit(rules());
    ASSERT_TRUE(report);
    EXPECT_EQ(found(*report, "sql.credential-in-script"), (std::vector<std::string>{"db/a.sql:1", "db/copy/b.sql:1"}));
    for (const core::Finding& finding : report->findings)
        EXPECT_EQ(finding.quote.empty(), finding.line == 0) << finding.file;
}

TEST(Audit, canBeCancelled)
{
    Tree tree;
    tree.add("a.properties", "h=1\n", core::Language::Properties);
    std::stop_source stop;
    stop.request_stop();
    core::Job job(1, stop.get_token());
    SourceTexts texts(1);
    const auto report = audit::audit({&tree.index(), &texts, true}, rules(), {}, job);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, core::ErrorCode::Cancelled);
}

TEST(AuditReportJson, keysOfTheContractAndBack)
{
    Tree tree;
    tree.add("a.properties", "db.password=abc123\n", core::Language::Properties);
    const auto report = tree.audit(rules(), {}, false);
    ASSERT_TRUE(report);
    const auto json = core::toJson(*report);
    EXPECT_EQ(json.at("schema"), "naru.audit/1");
    bool seen = false;
    for (const auto& finding : json.at("findings")) {
        for (const char* key : {"rule", "factor", "risk", "file", "line", "message", "cwe", "rootCause", "effort"})
            EXPECT_TRUE(finding.contains(key)) << key;
        seen = seen ||
               (finding.at("rule") == "config.hardcoded-credential" && finding.at("risk") == "critical" && finding.at("cwe")[0] == 798);
    }
    EXPECT_TRUE(seen);
    EXPECT_EQ(json.at("factors").size(), 12U);
    EXPECT_EQ(json.at("files").at("scanned"), 1);
    const auto back = core::auditReportFromJson(json);
    ASSERT_TRUE(back);
    EXPECT_EQ(core::toJson(*back), json);
}

} // namespace
