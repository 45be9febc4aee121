// The sample system against its answer sheet, which was written by hand from the sources.

#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

namespace {

using namespace naru;
using ::testing::IsEmpty;

class SampleCode : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const std::filesystem::path sample = std::filesystem::path(NARU_RESOURCES) / "sample";
        core::Job job(2);
        auto analysis = analyzers::graph::analyzeTree(sample / "gams", {}, job);
        ASSERT_TRUE(analysis.has_value()) << analysis.error().key;
        s_analysis = new analyzers::graph::SourceAnalysis(std::move(*analysis));
        auto answers = core::readJson(sample / "answers" / "code.json");
        ASSERT_TRUE(answers.has_value());
        s_answers = new nlohmann::json(std::move(*answers));
    }
    static void TearDownTestSuite()
    {
        delete s_analysis;
        delete s_answers;
        s_analysis = nullptr;
        s_answers = nullptr;
    }

    using Texts = std::set<std::string>;
    static const core::CodeModel& model() { return s_analysis->index.model; }
    static std::string text(core::StringId id) { return std::string(model().text(id)); }
    static std::string id(core::MemberId member) { return text(model()[member].id); }

    static Texts missing(const Texts& expected, const Texts& found)
    {
        Texts out;
        std::ranges::set_difference(expected, found, std::inserter(out, out.end()));
        return out;
    }

    static analyzers::graph::SourceAnalysis* s_analysis;
    static nlohmann::json* s_answers;
};

analyzers::graph::SourceAnalysis* SampleCode::s_analysis = nullptr;
nlohmann::json* SampleCode::s_answers = nullptr;

TEST_F(SampleCode, Types)
{
    Texts main;
    Texts tests;
    for (const core::Type& type : model().types)
        if (!has(type.flags, core::TypeFlag::Page))
            (has(type.flags, core::TypeFlag::Test) ? tests : main).insert(text(type.name));
    EXPECT_EQ(main, s_answers->at("types").get<Texts>());
    EXPECT_EQ(tests, s_answers->at("testTypes").get<Texts>());
}

TEST_F(SampleCode, CallsAreFoundAndNoOthersAreMade)
{
    Texts expected;
    Texts dispatch;
    for (const auto& call : s_answers->at("calls")) {
        expected.insert(call.at("from").get<std::string>() + " -> " + call.at("to").get<std::string>());
        if (call.contains("dispatch"))
            for (const auto& target : call.at("dispatch"))
                dispatch.insert(call.at("from").get<std::string>() + " -> " + target.get<std::string>());
    }
    Texts found;
    Texts foundDispatch;
    for (const core::CallEdge& call : model().calls) {
        const core::Type& owner = model()[model()[call.to].owner];
        if (has(model()[model()[call.from].owner].flags, core::TypeFlag::Page))
            continue; // see PagesCallWhatTheyShow
        // The sheet leaves out value objects, constructors, values() and tests.
        const bool leftOut = text(owner.package).ends_with(".vo") || model()[call.to].kind == core::MemberKind::Constructor ||
                             has(model()[call.to].flags, core::MemberFlag::Synthetic) ||
                             has(model()[model()[call.from].owner].flags, core::TypeFlag::Test);
        const std::string edge = id(call.from) + " -> " + id(call.to);
        if (call.rule == core::Rule::Dispatch)
            foundDispatch.insert(edge);
        else if (!leftOut || expected.contains(edge))
            found.insert(edge);
    }
    EXPECT_THAT(missing(expected, found), IsEmpty());
    EXPECT_THAT(missing(found, expected), IsEmpty());
    EXPECT_EQ(foundDispatch, dispatch);
}

/// empCard.jsp, read by hand: the only page of the sample with code of its own.
TEST_F(SampleCode, PagesCallWhatTheyShow)
{
    Texts found;
    for (const core::CallEdge& call : model().calls)
        if (has(model()[model()[call.from].owner].flags, core::TypeFlag::Page) && call.rule != core::Rule::Dispatch)
            found.insert(id(call.from) + " -> " + id(call.to));
    const std::string page = "src/main/webapp/jsp/empCard.jsp#service() -> kr.go.sample.gams.";
    EXPECT_TRUE(found.contains(page + "hrm.service.EmpService#selectEmp(String)"));
    EXPECT_TRUE(found.contains(page + "cmm.util.DateUtil#dash(String)"));
    for (const std::string& call : found)
        EXPECT_TRUE(call.starts_with("src/main/webapp/jsp/empCard.jsp#service()")) << call;
}

TEST_F(SampleCode, EntryPoints)
{
    Texts expected;
    for (const auto& entry : s_answers->at("entryPoints"))
        expected.insert(entry.at("method").get<std::string>() + " " + entry.at("path").get<std::string>() + " = " +
                        entry.at("handler").get<std::string>());
    Texts found;
    Texts jobs;
    for (const core::EntryPoint& entry : model().entryPoints) {
        const std::string handler = text(entry.handlerName);
        if (entry.kind == core::EntryPointKind::Scheduled)
            jobs.insert(handler);
        else if (entry.handler.valid() && entry.kind != core::EntryPointKind::Main)
            found.insert(text(entry.id) + " = " + handler);
    }
    EXPECT_EQ(found, expected);
    Texts expectedJobs;
    for (const auto& job : s_answers->at("jobs"))
        expectedJobs.insert(job.at("handler").get<std::string>());
    EXPECT_EQ(jobs, expectedJobs);
}

TEST_F(SampleCode, NothingIsLeftOpenOrBroken)
{
    EXPECT_THAT(model().unresolved, IsEmpty());
    const auto broken = std::ranges::count_if(model().files, [](const core::SourceFile& file) {
        return file.language == core::Language::Java && file.state != core::ParseState::Parsed;
    });
    EXPECT_EQ(broken, 0);
}

} // namespace
