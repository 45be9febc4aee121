#include "checklist/CodeShape.h"
#include "checklist/Proposals.h"
#include "checklist/UseCycles.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using namespace naru::checklist;
using core::Answer;

const std::filesystem::path kResources(NARU_RESOURCES);

Proposals proposed(const ProposalInput& input)
{
    const auto catalog = findCatalog(kResources / "questionnaires", "self-diagnosis");
    EXPECT_TRUE(catalog);
    const auto thresholds = loadThresholds(kResources / "thresholds" / "diagnosis.json");
    EXPECT_TRUE(thresholds);
    return propose(*catalog, input, *thresholds);
}

/// A code model of one file with `types` types of `lines` lines.
core::CodeModel codeWith(std::size_t types, std::uint32_t lines, std::uint16_t cyclomatic)
{
    core::CodeModel code;
    core::SourceFile file;
    file.path = code.intern("src/main/java/A.java");
    file.language = core::Language::Java;
    code.files.push_back(file);
    for (std::uint32_t i = 0; i < types; ++i) {
        core::Type type;
        type.name = code.intern("a.T" + std::to_string(i));
        type.at = {core::FileId(std::uint32_t{0}), i + 1};
        type.endLine = i + lines;
        code.types.push_back(type);
        core::Member member;
        member.id = code.intern("a.T" + std::to_string(i) + "#m()");
        member.owner = core::TypeId(i);
        member.at = type.at;
        member.cyclomatic = cyclomatic;
        code.members.push_back(member);
    }
    return code;
}

TEST(Proposals, withoutAnythingLookedAtEveryItemIsUnknown)
{
    const auto all = proposed({});
    EXPECT_EQ(all.size(), 10U);
    for (const auto& [id, proposal] : all) {
        EXPECT_EQ(proposal.value, Answer::Unknown) << id;
        EXPECT_DOUBLE_EQ(proposal.confidence, 0) << id;
        EXPECT_TRUE(proposal.reasonKey.starts_with("checklist.reason.")) << id;
    }
}

TEST(Proposals, costAgainstFifteenPercent)
{
    Records records;
    records.costs = {{2015, CostKind::Initial, 2e9, {}},
                     {2022, CostKind::Maintenance, 9e8, {}},
                     {2023, CostKind::Additional, 1e8, {}},
                     {2023, CostKind::Maintenance, 2e8, {}}};
    ProposalInput input;
    input.records = &records;
    EXPECT_EQ(proposed(input).at("1").value, Answer::Yes) << "exactly 15 %";
    EXPECT_DOUBLE_EQ(proposed(input).at("1").confidence, 0.5) << "records, but no statement";
    records.costs[3].amount = 1.9e8;
    EXPECT_EQ(proposed(input).at("1").value, Answer::No);
    records.costs.erase(records.costs.begin());
    EXPECT_EQ(proposed(input).at("1").value, Answer::Unknown);
}

TEST(Proposals, incidentsAndPeaks)
{
    Records records;
    records.incidents = {{19000, false, 0, false, {"record", "i.csv", 2, "", ""}}};
    ProposalInput input;
    input.records = &records;
    EXPECT_EQ(proposed(input).at("2").value, Answer::No);
    records.incidents.push_back({19001, true, 30, false, {"record", "i.csv", 3, "", ""}});
    EXPECT_EQ(proposed(input).at("2").value, Answer::Yes);
    EXPECT_EQ(proposed(input).at("2").evidence[0].line, 3);

    EXPECT_EQ(proposed(input).at("3").value, Answer::Unknown) << "no load records";
    for (int hour = 0; hour < 10; ++hour)
        records.loads.push_back({19000, hour, 100, 200, {"record", "l.csv", hour + 2, "", ""}});
    EXPECT_EQ(proposed(input).at("3").value, Answer::No);
    records.loads.push_back({19000, 11, 900, 5000, {"record", "l.csv", 20, "", ""}});
    EXPECT_EQ(proposed(input).at("3").value, Answer::Yes);
    EXPECT_EQ(proposed(input).at("3").evidence[0].line, 20);
}

TEST(Proposals, releasesFromHistory)
{
    core::SourceHistory history;
    history.found = true;
    history.activeMonths = 10;
    history.authors = {{"kim", 60, 0, 0}, {"lee", 20, 0, 0}};
    history.tags = {{"v1", 1'600'000'000}, {"v2", 1'610'000'000}};
    history.medianTagDays = 115;
    ProposalInput input;
    input.history = &history;
    EXPECT_EQ(proposed(input).at("10").value, Answer::Yes);
    EXPECT_EQ(proposed(input).at("4").value, Answer::Unknown) << "rare releases do not say that nothing is asked for";
    EXPECT_EQ(proposed(input).at("7").value, Answer::Unknown) << "an organisation is not in its code";
    EXPECT_FALSE(proposed(input).at("7").evidence.empty());
    history.medianTagDays = 7;
    EXPECT_EQ(proposed(input).at("10").value, Answer::No);
    EXPECT_EQ(proposed(input).at("4").value, Answer::Yes);
}

TEST(Proposals, separabilityFromTheSplit)
{
    core::Partition partition;
    core::Alternative best;
    for (int i = 0; i < 5; ++i) {
        core::Context context;
        context.id = "c" + std::to_string(i);
        context.owns = {"T" + std::to_string(i), "U" + std::to_string(i)};
        context.commands = {"POST /" + std::to_string(i)};
        best.contexts.push_back(context);
    }
    partition.alternatives.push_back(best);
    ProposalInput input;
    input.partition = &partition;
    EXPECT_EQ(proposed(input).at("6").value, Answer::Yes);
    EXPECT_DOUBLE_EQ(proposed(input).at("6").confidence, 0.75);
    for (int i = 0; i < 4; ++i)
        partition.alternatives[0].sharedTables.push_back({"T" + std::to_string(i), "c0", {}, {}, ""});
    EXPECT_EQ(proposed(input).at("6").value, Answer::Unknown);
    for (int i = 0; i < 4; ++i)
        partition.alternatives[0].sharedTables.push_back({"U" + std::to_string(i), "c0", {}, {}, ""});
    EXPECT_EQ(proposed(input).at("6").value, Answer::No);
}

TEST(Proposals, complexityByItsDistribution)
{
    const core::CodeModel plain = codeWith(50, 80, 4);
    ProposalInput input;
    input.code = &plain;
    EXPECT_EQ(proposed(input).at("8").value, Answer::No);
    EXPECT_DOUBLE_EQ(proposed(input).at("8").confidence, 0.6) << "without duplication and statement";
    const core::CodeModel tangled = codeWith(50, 2000, 30);
    input.code = &tangled;
    const auto proposal = proposed(input).at("8");
    EXPECT_EQ(proposal.value, Answer::Unknown) << "two signs of five do not decide";
    EXPECT_EQ(proposal.evidence[0].file, "src/main/java/A.java");
    EXPECT_GT(proposal.evidence[0].line, 0);
    core::AuditReport audit;
    audit.duplication = {100, 1000, 250, 1, {{"A.java", 10, 40, "B.java", 20, 50, 120}}};
    input.audit = &audit;
    const auto copied = proposed(input).at("8");
    EXPECT_EQ(copied.value, Answer::Yes);
    EXPECT_DOUBLE_EQ(copied.confidence, 0.8);
    EXPECT_EQ(copied.evidence[0].kind, "duplicate");
    EXPECT_EQ(copied.evidence[0].file, "A.java");
    EXPECT_EQ(copied.evidence[0].text, "10-40 = B.java:20-50");
    const core::CodeModel big = codeWith(50, 2000, 4);
    audit.duplication.duplicated = 99;
    input.code = &big;
    EXPECT_EQ(proposed(input).at("8").value, Answer::No) << "one sign of five is no pattern";
}

TEST(CodeShape, aGodClassIsComplexReachesOutAndHoldsTogetherBadly)
{
    core::CodeModel code = codeWith(10, 10, 5);
    const core::TypeId god(std::uint32_t{0});
    const auto member = [&code](core::TypeId owner, core::MemberKind kind, const std::string& name, std::uint16_t cyclomatic) {
        core::Member one;
        one.id = code.intern("a.T" + std::to_string(owner.value) + "#" + name);
        one.name = code.intern(name);
        one.owner = owner;
        one.kind = kind;
        one.at = code[owner].at;
        one.cyclomatic = cyclomatic;
        code.members.push_back(one);
        return core::MemberId(static_cast<std::uint32_t>(code.members.size() - 1));
    };
    std::vector<core::MemberId> methods;
    for (int i = 0; i < 6; ++i)
        methods.push_back(member(god, core::MemberKind::Method, "m" + std::to_string(i), 9));
    const auto thresholds = loadThresholds(kResources / "thresholds" / "diagnosis.json");
    ASSERT_TRUE(thresholds);
    for (std::uint32_t i = 1; i <= 6; ++i) { // five accessors and one field of other types
        const core::TypeId other(i);
        if (i < 6) {
            core::CallEdge call;
            call.from = methods[0];
            call.to = member(other, core::MemberKind::Method, "getName", 1);
            code.calls.push_back(call);
        } else {
            EXPECT_TRUE(shapeOf(code, *thresholds).gods.empty()) << "five foreign fields are not more than five";
            core::FieldAccessEdge access;
            access.from = methods[1];
            access.to = member(other, core::MemberKind::Field, "f", 0);
            code.fieldAccesses.push_back(access);
        }
    }
    const CodeShape shape = shapeOf(code, *thresholds);
    ASSERT_EQ(shape.gods.size(), 1U);
    EXPECT_EQ(shape.gods[0].type, god);
    EXPECT_EQ(shape.gods[0].complexity, 59);
    EXPECT_EQ(shape.gods[0].foreignData, 6);
    EXPECT_DOUBLE_EQ(shape.gods[0].cohesion, 0);
    const core::MemberId field = member(god, core::MemberKind::Field, "state", 0);
    for (const core::MemberId method : methods) {
        core::FieldAccessEdge access;
        access.from = method;
        access.to = field;
        code.fieldAccesses.push_back(access);
    }
    EXPECT_TRUE(shapeOf(code, *thresholds).gods.empty()) << "15 of 21 pairs share a field";
}

TEST(CodeShape, couplingCountsTypesAndNotUses)
{
    core::CodeModel code = codeWith(30, 10, 1);
    for (std::uint32_t i = 1; i <= 21; ++i)
        for (int again = 0; again < 2; ++again) {
            core::TypeUseEdge use;
            use.from = core::TypeId(std::uint32_t{0});
            use.to = core::TypeId(i);
            use.kind = again == 0 ? core::UseKind::Field : core::UseKind::New;
            code.typeUses.push_back(use);
        }
    const auto thresholds = loadThresholds(kResources / "thresholds" / "diagnosis.json");
    ASSERT_TRUE(thresholds);
    const CodeShape shape = shapeOf(code, *thresholds);
    ASSERT_EQ(shape.coupled.size(), 1U);
    EXPECT_EQ(shape.coupled[0].fanOut, 21);
    code.typeUses.erase(code.typeUses.end() - 2, code.typeUses.end());
    EXPECT_TRUE(shapeOf(code, *thresholds).coupled.empty()) << "twenty are not more than twenty";
}

TEST(Proposals, automationFoundInTheTree)
{
    core::CodeModel code = codeWith(1, 10, 1);
    const auto add = [&code](const char* path, bool test) {
        core::SourceFile file;
        file.path = code.intern(path);
        file.test = test;
        file.language = test ? core::Language::Java : core::Language::Other;
        code.files.push_back(file);
    };
    ProposalInput input;
    input.code = &code;
    add("pom.xml", false);
    EXPECT_EQ(proposed(input).at("9").value, Answer::Yes);
    EXPECT_EQ(proposed(input).at("9").reasonArgs[0].second, "test, deploy");
    add("src/test/java/ATest.java", true);
    add(".github/workflows/ci.yml", false);
    EXPECT_EQ(proposed(input).at("9").value, Answer::No);
}

TEST(Proposals, technologyFoundAndWanted)
{
    core::AuditReport audit;
    audit.platforms = {{"platform", "java", "1.8", "platform", "pom.xml", 4}};
    audit.components = {{"log4j", "log4j", "1.2.17", "compile", "pom.xml", 9},
                        {"org.springframework", "spring-core", "3.2.4.RELEASE", "compile", "pom.xml", 12},
                        {"org.x", "new", "1", "compile", "pom.xml", 14}};
    ProposalInput input;
    input.audit = &audit;
    audit.components.push_back({"axis", "axis", "1.4", "compile", "pom.xml", 20});
    const auto unpublished = proposed(input).at("5");
    EXPECT_EQ(unpublished.evidence[0].text, "Apache Axis 1 1.4: ≈2006-04-22 → Apache CXF 4") << "nobody published a day";
    audit.components.pop_back();
    const auto old = proposed(input).at("5");
    EXPECT_EQ(old.value, Answer::Yes);
    ASSERT_EQ(old.evidence.size(), 3U);
    EXPECT_EQ(old.evidence[0].kind, "unsupported");
    EXPECT_EQ(old.evidence[0].text, "Apache Log4j 1 1.2.17: ~2015-10-15 → Log4j 2.25");
    EXPECT_EQ(old.evidence[0].line, 9);
    EXPECT_EQ(old.evidence[2].text, "Java 8");
    EXPECT_NEAR(old.confidence, 1.0 / 3, 1e-9);
    audit.components[0].version = "2.20.0";
    audit.components[1].version = "7.0.1";
    EXPECT_EQ(proposed(input).at("5").value, Answer::Unknown) << "what is wanted is not in the source";
    Records records;
    records.wants = {{"OpenTelemetry", "observability", {"record", "wants.csv", 2, "", ""}}};
    input.records = &records;
    const auto wanted = proposed(input).at("5");
    EXPECT_EQ(wanted.value, Answer::Yes);
    EXPECT_EQ(wanted.reasonKey, "checklist.reason.technology-wanted");
    EXPECT_EQ(wanted.evidence.back().file, "wants.csv");
    audit.components.push_back({"io.opentelemetry", "opentelemetry-api", "1.40", "compile", "pom.xml", 20});
    EXPECT_EQ(proposed(input).at("5").value, Answer::No) << "what is wanted is there";
}

TEST(Technology, versionsAreComparedByTheirNumbers)
{
    EXPECT_TRUE(versionBelow("3.2.4.RELEASE", "5"));
    EXPECT_TRUE(versionBelow("5.2.9", "5.3"));
    EXPECT_FALSE(versionBelow("5.10", "5.3"));
    EXPECT_FALSE(versionBelow("5.3", "5.3"));
    EXPECT_FALSE(versionBelow("${spring}", "5.3")) << "an unknown version is not old";
}

TEST(Technology, aVersionThatIsSaidCountsAndNothingIsGuessed)
{
    const auto thresholds = loadThresholds(kResources / "thresholds" / "diagnosis.json");
    ASSERT_TRUE(thresholds);
    core::AuditReport audit;
    audit.components = {{"org.springframework", "spring-web", "", "compile", "a/pom.xml", 1},
                        {"", "ibatis-sqlmap-2.3.4.726", "", "jar", "lib/ibatis-sqlmap-2.3.4.726.jar", 0}};
    auto found = findTechnologies(thresholds->technologies, audit);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].product->name, "iBATIS") << "retired as a whole, so any version is past its support";
    EXPECT_TRUE(found[1].ended.empty());
    audit.platforms = {{"org.springframework.boot", "spring-boot-starter-parent", "2.7.18", "platform", "pom.xml", 5}};
    audit.components.push_back({"org.springframework", "spring-core", "5.3.31", "compile", "pom.xml", 9});
    found = findTechnologies(thresholds->technologies, audit);
    ASSERT_EQ(found.size(), 3U) << "the declaration without a version says nothing more";
    EXPECT_EQ(found[1].ended, "2023-06-30");
    EXPECT_EQ(found[2].ended, "2024-08-31");
}

TEST(UseCycles, theLargestOneWithoutItsSurroundings)
{
    core::CodeModel code = codeWith(6, 10, 1);
    const auto use = [&code](std::uint32_t from, std::uint32_t to) {
        core::TypeUseEdge edge;
        edge.from = core::TypeId(from);
        edge.to = core::TypeId(to);
        code.typeUses.push_back(edge);
    };
    use(0, 1);
    use(1, 2);
    EXPECT_TRUE(largestUseCycle(code).empty());
    use(2, 0);
    use(3, 0);
    use(4, 5);
    use(5, 4);
    EXPECT_EQ(largestUseCycle(code),
              (std::vector<core::TypeId>{core::TypeId(std::uint32_t{0}), core::TypeId(std::uint32_t{1}), core::TypeId(std::uint32_t{2})}));
}

} // namespace
