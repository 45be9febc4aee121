#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string>

// The fee-collection system of resources/sample-c against its answer sheet, which was written with it.

namespace naru {
namespace {

using namespace core;
using Names = std::set<std::string>;

class SampleC : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const std::filesystem::path folder = std::filesystem::path(NARU_RESOURCES) / "sample-c";
        Job job(2);
        analyzers::graph::AnalysisOptions options;
        options.native.headers = std::filesystem::path(NARU_RESOURCES) / "cpp" / "headers";
        auto analysis = analyzers::graph::analyzeTree(folder / "fees", options, job);
        ASSERT_TRUE(analysis.has_value());
        s_model = new CodeModel(std::move(analysis->index.model));
        s_boundaries = new std::vector<MemberId>(std::move(analysis->index.boundaries));
        auto sheet = readJson(folder / "answers.json");
        ASSERT_TRUE(sheet.has_value());
        s_sheet = new nlohmann::json(std::move(*sheet));
    }
    static void TearDownTestSuite()
    {
        delete s_model;
        delete s_boundaries;
        delete s_sheet;
    }
    static std::string text(StringId id) { return std::string(s_model->text(id)); }
    static const EntryPoint* entry(const std::string& id)
    {
        for (const EntryPoint& each : s_model->entryPoints)
            if (text(each.id) == id)
                return &each;
        return nullptr;
    }
    static Names tables(MemberId member, AccessMode mode)
    {
        Names found;
        for (const ExecuteEdge& edge : s_model->executes)
            if (edge.from == member)
                for (const TableAccess& access : (*s_model)[edge.to].accesses)
                    if (access.mode == mode)
                        found.insert(text((*s_model)[access.table].name));
        return found;
    }
    static Names callees(MemberId member)
    {
        Names found;
        for (const CallEdge& edge : s_model->calls)
            if (edge.from == member)
                found.insert(text((*s_model)[edge.to].name));
        return found;
    }
    static Names names(const nlohmann::json& list) { return list.get<Names>(); }

    static CodeModel* s_model;
    static std::vector<MemberId>* s_boundaries;
    static nlohmann::json* s_sheet;
};

CodeModel* SampleC::s_model = nullptr;
std::vector<MemberId>* SampleC::s_boundaries = nullptr;
nlohmann::json* SampleC::s_sheet = nullptr;

TEST_F(SampleC, EveryServiceIsAnEntryPointWithItsTablesAndCalls)
{
    const auto& services = (*s_sheet)["services"];
    ASSERT_GE(services.size(), 60U);
    for (const auto& service : services) {
        const std::string name = service["name"];
        const EntryPoint* found = entry("service " + name);
        ASSERT_NE(found, nullptr) << name;
        EXPECT_EQ(text(found->handlerName), service["module"].get<std::string>() + "." + name);
        EXPECT_EQ(text(found->title), service["title"].get<std::string>());
        EXPECT_EQ(tables(found->handler, AccessMode::Read), names(service["reads"])) << name;
        EXPECT_EQ(tables(found->handler, AccessMode::Write), names(service["writes"])) << name;
        Names calls = names(service["calls"]);
        calls.merge(names(service["services"]));
        EXPECT_EQ(callees(found->handler), calls) << name;
        const bool boundary = std::ranges::find(*s_boundaries, found->handler) != s_boundaries->end();
        EXPECT_EQ(boundary, service["transaction"].get<bool>()) << name;
    }
    std::size_t services60 = 0;
    for (const EntryPoint& each : s_model->entryPoints)
        services60 += each.kind == EntryPointKind::Service && text(each.handlerName).starts_with("svc.") ? 1U : 0U;
    EXPECT_EQ(services60, services.size());
}

TEST_F(SampleC, TablesHaveTheirColumnsAndKoreanNames)
{
    Names known;
    for (const Table& table : s_model->tables)
        known.insert(text(table.name));
    Names wanted;
    for (const auto& table : (*s_sheet)["tables"]) {
        wanted.insert(table["name"].get<std::string>());
        for (const Table& each : s_model->tables)
            if (text(each.name) == table["name"].get<std::string>()) {
                EXPECT_EQ(text(each.comment), table["comment"].get<std::string>());
                std::vector<std::string> columns;
                for (const Column& column : each.columns)
                    columns.push_back(text(column.name));
                EXPECT_EQ(columns, table["columns"].get<std::vector<std::string>>());
            }
    }
    EXPECT_EQ(known, wanted);
}

TEST_F(SampleC, ProgramsReachTheirTables)
{
    for (const auto& program : (*s_sheet)["programs"]) {
        const EntryPoint* found = entry("main " + program["module"].get<std::string>());
        ASSERT_NE(found, nullptr) << program["name"];
        Names reads;
        Names writes;
        for (const Transaction& transaction : s_model->transactions)
            if (&(*s_model)[transaction.entry] == found)
                for (const TableAccess& access : transaction.accesses)
                    (access.mode == AccessMode::Read ? reads : writes).insert(text((*s_model)[access.table].name));
        Names wantedReads = names(program["reads"]);
        Names wantedWrites = names(program["writes"]);
        EXPECT_EQ(reads, wantedReads) << program["name"];
        EXPECT_EQ(writes, wantedWrites) << program["name"];
        if (program["scheduled"].get<bool>()) {
            EXPECT_NE(entry("cron " + program["name"].get<std::string>()), nullptr) << program["name"];
        }
    }
    EXPECT_NE(entry("* /cgi-bin/fee_cgi"), nullptr);
    EXPECT_NE(entry("service socket serve"), nullptr);
}

TEST_F(SampleC, DispatchTablesAreFollowed)
{
    for (const auto& table : (*s_sheet)["dispatch"]) {
        Names found;
        for (const CallEdge& edge : s_model->calls)
            if (text((*s_model)[edge.from].id).starts_with(table["from"].get<std::string>()) && edge.rule == Rule::Dispatch)
                found.insert(text((*s_model)[edge.to].name));
        EXPECT_EQ(found, names(table["to"]));
        for (const auto& name : table["names"]) {
            EXPECT_NE(entry("service " + name.get<std::string>()), nullptr) << name;
        }
    }
}

TEST_F(SampleC, EveryFileIsRead)
{
    for (const SourceFile& file : s_model->files)
        if (file.language == Language::C || file.language == Language::ProC) {
            EXPECT_NE(file.state, ParseState::Failed) << text(file.path);
        }
}

} // namespace
} // namespace naru
