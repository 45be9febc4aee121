#include "core/edit/ProjectSession.h"
#include "tests/unit/storage/SampleModel.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace naru::tests {

using namespace core;
using nlohmann::json;

namespace {

constexpr ResultKind kAll[] = {ResultKind::Code,     ResultKind::Audit, ResultKind::Split,      ResultKind::Count,
                               ResultKind::Estimate, ResultKind::Plan,  ResultKind::Assessment, ResultKind::Maturity};

class StalenessTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_session = std::move(*ProjectSession::create(m_folder / "p.naru", "p"));
        m_system = *m_session->addSystem("s", {"src"});
        ASSERT_TRUE(m_session->storeCodeModel(m_system, sampleModel()));
        storeAll();
    }
    /// Stores every result anew, in the order in which they rest on each other.
    void storeAll()
    {
        for (const ResultKind kind : kAll)
            store(kind, {{"kind", static_cast<int>(kind)}});
        ASSERT_EQ(outOfDate(), std::set<ResultKind>());
    }
    void store(ResultKind kind, const json& value)
    {
        ASSERT_TRUE(m_session->storeResult(m_system, kind, value, m_session->currentInputs(m_system, kind)));
    }
    [[nodiscard]] std::set<ResultKind> outOfDate() const
    {
        std::set<ResultKind> kinds;
        for (const ResultKind kind : kAll)
            if (m_session->result(m_system, kind)->outOfDate)
                kinds.insert(kind);
        return kinds;
    }
    Edit decide(const char* area, const char* key, const json& value)
    {
        return *m_session->apply(m_session->change(m_system, area, key, value, "l"));
    }

    TempFolder m_folder;
    std::unique_ptr<ProjectSession> m_session;
    SystemId m_system = 0;
};

TEST_F(StalenessTest, EachDecisionMakesExactlyWhatRestsOnItOutOfDate)
{
    using enum ResultKind;
    const std::pair<const char*, std::set<ResultKind>> cases[] = {
        {"member", {Split, Plan}},
        {"merge", {Split, Plan}},
        {"role", {Split, Plan}},
        {"pin", {Split, Plan}},
        {"context", {Split, Count, Estimate, Plan}},
        {"function", {Count, Estimate, Plan}},
        {"function.manual", {Count, Estimate, Plan}},
        {"estimate", {Estimate, Plan}},
        {"plan", {Plan}},
        {"answer", {Assessment}},
        {"rider", {Assessment}},
        {"suppress", {Maturity}},
        {"clause", {}},
    };
    for (const auto& [area, expected] : cases) {
        const Edit back = decide(area, "k", "v");
        EXPECT_EQ(outOfDate(), expected) << area;
        ASSERT_TRUE(m_session->apply(back));
        EXPECT_EQ(outOfDate(), std::set<ResultKind>()) << area << " taken back";
    }
}

TEST_F(StalenessTest, DecisionsOfAnotherSystemDoNotMatter)
{
    const SystemId other = *m_session->addSystem("t", {});
    ASSERT_TRUE(m_session->apply(m_session->change(other, "member", "k", "v", "l")));
    EXPECT_EQ(outOfDate(), std::set<ResultKind>());
    EXPECT_FALSE(m_session->result(other, ResultKind::Split));
}

TEST_F(StalenessTest, NewCodeMakesAllOutOfDate)
{
    CodeModel changed = sampleModel();
    changed.source = {7, 7};
    ASSERT_TRUE(m_session->storeCodeModel(m_system, changed));
    EXPECT_EQ(outOfDate(), std::set<ResultKind>(std::begin(kAll), std::end(kAll)));
    ASSERT_TRUE(m_session->storeCodeModel(m_system, sampleModel())); // the same source again
    EXPECT_EQ(outOfDate(), std::set<ResultKind>());
}

TEST_F(StalenessTest, OtherRootsMakeAllOutOfDateAnotherNameNothing)
{
    System system = m_session->project().systems[0];
    system.name = "renamed";
    ASSERT_TRUE(m_session->updateSystem(system));
    EXPECT_EQ(outOfDate(), std::set<ResultKind>());
    system.roots.emplace_back("more");
    ASSERT_TRUE(m_session->updateSystem(system));
    EXPECT_EQ(outOfDate().size(), std::size(kAll));
}

TEST_F(StalenessTest, ANewResultMakesWhatRestsOnItOutOfDateUnlessItIsTheSame)
{
    store(ResultKind::Count, {{"total", "9"}});
    EXPECT_EQ(outOfDate(), (std::set<ResultKind>{ResultKind::Estimate, ResultKind::Plan}));
    store(ResultKind::Count, {{"kind", static_cast<int>(ResultKind::Count)}});
    EXPECT_EQ(outOfDate(), std::set<ResultKind>());
}

TEST_F(StalenessTest, NamesOfContextsReachTheCount)
{
    const auto split = [](const char* name) { return json{{"alternatives", {{{"contexts", {{{"id", "c1"}, {"name", name}}}}}}}}; };
    store(ResultKind::Split, split("회의실"));
    store(ResultKind::Count, {{"total", "9"}});
    store(ResultKind::Estimate, {{"total", 1}});
    store(ResultKind::Plan, {});
    EXPECT_EQ(outOfDate(), std::set<ResultKind>());
    store(ResultKind::Split, split("차량"));
    EXPECT_EQ(outOfDate(), (std::set<ResultKind>{ResultKind::Count, ResultKind::Estimate, ResultKind::Plan}));
}

TEST_F(StalenessTest, StalenessSurvivesReopening)
{
    decide("function", "k", "v");
    const auto before = outOfDate();
    ASSERT_TRUE(m_session->save());
    m_session.reset();
    m_session = std::move(*ProjectSession::open(m_folder / "p.naru"));
    EXPECT_EQ(outOfDate(), before);
    EXPECT_EQ(m_session->result(m_system, ResultKind::Count)->value, (json{{"kind", static_cast<int>(ResultKind::Count)}}));
}

} // namespace

} // namespace naru::tests
