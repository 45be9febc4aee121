// The whole way on the sample system: same bytes on one and two threads, documents that are there and whole,
// JSON that keeps the contract, figures that agree with each other.

#include "tests/support/CommandLine.h"

#include "core/base/Files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

using namespace naru;
using tests::runNaru;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string kSample = NARU_RESOURCES "/sample/gams";

std::map<std::string, std::string> filesOf(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] = core::readFile(entry.path()).value();
    return files;
}

class WholeWay : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_out = std::make_unique<TemporaryFolder>("whole-way");
        s_ran = runNaru({"run", kSample, "--out", s_out->path() / "one", "--jobs", "1", "--no-cache", "--no-history", "--lang", "ko"});
    }
    static void TearDownTestSuite() { s_out.reset(); }

    static nlohmann::json result(const std::string& verb)
    {
        return nlohmann::json::parse(core::readFile(s_out->path() / "one" / "results" / (verb + ".json")).value());
    }

    inline static std::unique_ptr<TemporaryFolder> s_out;
    inline static tests::Ran s_ran;
};

} // namespace

TEST_F(WholeWay, Finishes)
{
    ASSERT_EQ(s_ran.code, 0) << s_ran.err;
    const auto files = filesOf(s_out->path() / "one");
    for (const char* name : {"gams.naru", "documents/full-ko.html", "documents/full-en.html", "documents/full-ko.pdf", "documents/full-en.pdf",
                             "results/analyze.json", "results/split.json", "results/estimate.json", "results/plan.json"})
        EXPECT_TRUE(files.contains(name)) << name;
    EXPECT_TRUE(files.at("documents/full-ko.pdf").starts_with("%PDF-"));
}

TEST_F(WholeWay, SameBytesOnTwoThreads)
{
    ASSERT_EQ(s_ran.code, 0) << s_ran.err;
    const auto again = runNaru({"run", kSample, "--out", s_out->path() / "two", "--jobs", "2", "--no-cache", "--no-history", "--lang", "ko"});
    ASSERT_EQ(again.code, 0) << again.err;
    auto one = filesOf(s_out->path() / "one");
    auto two = filesOf(s_out->path() / "two");
    one.erase("gams.naru"); // holds the day on which it was made
    two.erase("gams.naru");
    ASSERT_EQ(one.size(), two.size());
    for (const auto& [name, bytes] : one)
        EXPECT_TRUE(two.contains(name) && two.at(name) == bytes) << name << " differs";
}

TEST_F(WholeWay, ResultsKeepTheirSchemas)
{
    ASSERT_EQ(s_ran.code, 0) << s_ran.err;
    std::string command = "/usr/bin/python3 " NARU_SOURCE_DIR "/tests/support/validate_schemas.py " NARU_RESOURCES "/schemas";
    for (const auto& entry : fs::directory_iterator(s_out->path() / "one" / "results"))
        if (entry.path().extension() == ".json")
            command += " '" + entry.path().string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(WholeWay, FiguresAgree)
{
    ASSERT_EQ(s_ran.code, 0) << s_ran.err;
    const auto count = result("count");
    const auto estimate = result("estimate");
    EXPECT_EQ(count["total"], estimate["fp"]);
    double sum = 0;
    for (const auto& function : count["functions"])
        sum += function["state"] == "rejected" ? 0 : function["fp"].get<double>();
    EXPECT_NEAR(sum, count["total"].get<double>(), 1e-6);
    EXPECT_EQ(estimate["developmentCost"].get<long long>(),
              estimate["after"].get<long long>() + estimate["profit"].get<long long>() + estimate["directExpenses"].get<long long>());
    EXPECT_EQ(estimate["total"].get<long long>(), estimate["developmentCost"].get<long long>() + estimate["vat"].get<long long>());

    // Every table, class and view of the first alternative stands in exactly one place.
    const auto split = result("split");
    std::map<std::string, int> places;
    const auto& first = split["alternatives"][0];
    for (const auto& context : first["contexts"])
        for (const auto& member : context["members"])
            ++places[member["id"].get<std::string>()];
    for (const char* apart : {"shared", "unused"})
        for (const auto& member : first[apart])
            ++places[member["id"].get<std::string>()];
    for (const auto& [id, times] : places)
        EXPECT_EQ(times, 1) << id;
    EXPECT_GE(first["contexts"].size(), 4U);
}
