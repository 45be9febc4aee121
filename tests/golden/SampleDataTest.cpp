// The sample system against its answer sheet: tables, statements, views and what the entry points do with the data.

#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace naru::tests {
namespace {

using core::AccessMode;
using Names = std::set<std::string>;

class SampleData : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const std::string sample = std::string(NARU_RESOURCES) + "/sample";
        core::Job job(2);
        auto analysis = analyzers::graph::analyzeTree(sample + "/gams", {}, job);
        ASSERT_TRUE(analysis.has_value());
        s_analysis = new analyzers::graph::SourceAnalysis(std::move(*analysis));
        auto answers = core::readJson(sample + "/answers/code.json");
        ASSERT_TRUE(answers.has_value());
        s_answers = new nlohmann::json(std::move(*answers));
    }
    static void TearDownTestSuite()
    {
        delete s_analysis;
        delete s_answers;
    }

    static const core::CodeModel& model() { return s_analysis->index.model; }
    static const nlohmann::json& answers() { return *s_answers; }
    static std::string text(core::StringId id) { return std::string(model().text(id)); }
    /// a.b.C#m(T) as the sheet writes it: a.b.C.m
    static std::string plain(core::MemberId id)
    {
        std::string name = text(model()[id].id);
        name = name.substr(0, name.find('('));
        if (const auto hash = name.find('#'); hash != std::string::npos)
            name[hash] = '.';
        return name;
    }

    /// Of the statements in mappers and code, or of the bodies of procedures.
    static Names accesses(AccessMode mode, bool routines = false)
    {
        Names found;
        for (const auto& statement : model().statements)
            for (const auto& access : statement.accesses)
                if (access.mode == mode && (statement.origin == core::StatementOrigin::Routine) == routines)
                    found.insert(text(statement.id) + " " + text(model()[access.table].name));
        return found;
    }
    static Names answered(const char* key)
    {
        Names found;
        for (const auto& statement : answers()["statements"])
            for (const auto& table : statement[key])
                found.insert(statement["id"].get<std::string>() + " " + table.get<std::string>());
        for (const auto& held : answers()["sqlInCode"])
            for (const auto& table : held[key])
                found.insert(held["member"].get<std::string>() + " " + table.get<std::string>());
        return found;
    }

    static analyzers::graph::SourceAnalysis* s_analysis;
    static nlohmann::json* s_answers;
};

analyzers::graph::SourceAnalysis* SampleData::s_analysis = nullptr;
nlohmann::json* SampleData::s_answers = nullptr;

TEST_F(SampleData, Tables)
{
    Names found;
    Names remote;
    for (const auto& table : model().tables)
        (table.remote ? remote : found).insert(text(table.name) + " " + std::to_string(table.columns.size()) + " " + text(table.comment));
    Names expected;
    for (const auto& table : answers()["tables"])
        expected.insert(table["name"].get<std::string>() + " " + std::to_string(table["columns"].get<int>()) + " " +
                        table["comment"].get<std::string>());
    EXPECT_EQ(found, expected);
    EXPECT_EQ(remote.size(), answers()["externalTables"].size());
}

TEST_F(SampleData, ReadsAndWrites)
{
    EXPECT_EQ(accesses(AccessMode::Read), answered("reads"));
    EXPECT_EQ(accesses(AccessMode::Write), answered("writes"));
}

/// db/02_procedure.sql, read by hand: it is called by LvDAO.callCloseYear.
TEST_F(SampleData, ProcedureBodies)
{
    EXPECT_EQ(accesses(AccessMode::Read, true), (Names{"SP_LV_BAL_CLOSE TB_EMP", "SP_LV_BAL_CLOSE TB_LV_BAL"}));
    EXPECT_EQ(accesses(AccessMode::Write, true), (Names{"SP_LV_BAL_CLOSE TB_LV_BAL"}));
    Names callers;
    for (const auto& edge : model().executes)
        if (model()[edge.to].origin == core::StatementOrigin::Routine)
            callers.insert(plain(edge.from));
    EXPECT_EQ(callers, (Names{"kr.go.sample.gams.hrm.service.impl.LvDAO.callCloseYear"}));
}

TEST_F(SampleData, StatementsAreExecutedByTheirMembers)
{
    Names found;
    for (const auto& edge : model().executes)
        if (model()[edge.to].origin == core::StatementOrigin::Mapper)
            found.insert(text(model()[edge.to].id) + " " + plain(edge.from));
    Names expected;
    for (const auto& use : answers()["statementUse"])
        expected.insert(use["statement"].get<std::string>() + " " + use["member"].get<std::string>());
    for (const std::string& use : expected)
        EXPECT_TRUE(found.contains(use)) << use;
    EXPECT_EQ(found.size(), expected.size());
}

TEST_F(SampleData, Renders)
{
    Names found;
    for (const auto& edge : model().renders)
        found.insert(plain(edge.from) + " " + text(model()[edge.to].path));
    Names expected;
    for (const auto& edge : answers()["renders"])
        expected.insert(edge["from"].get<std::string>() + " " + edge["to"].get<std::string>());
    EXPECT_EQ(found, expected);
}

TEST_F(SampleData, LinksOfViews)
{
    Names found;
    for (const auto& edge : model().viewLinks)
        if (edge.toEntry.valid())
            found.insert(text(model()[edge.from].path) + " " + text(model()[edge.toEntry].path));
    int missing = 0;
    for (const auto& edge : answers()["viewLinks"]) {
        const std::string to = edge["to"];
        if (to.ends_with(".jsp"))
            continue; // a page that is called directly is a link from view to view
        missing += found.contains(edge["from"].get<std::string>() + " " + to) ? 0 : 1;
    }
    EXPECT_EQ(missing, 0);
}

TEST_F(SampleData, DistributedTransactionsReachTheirTables)
{
    for (const auto& expected : answers()["distributedTransactions"]) {
        const std::string id = expected["method"].get<std::string>() + " " + expected["entry"].get<std::string>();
        Names writes;
        for (const auto& transaction : model().transactions)
            if (text(model()[transaction.entry].id) == id)
                for (const auto& access : transaction.accesses)
                    if (access.mode == AccessMode::Write)
                        writes.insert(text(model()[access.table].name));
        EXPECT_EQ(writes, expected["writes"].get<Names>()) << id;
    }
}

} // namespace
} // namespace naru::tests
