// The count of the sample system against the answer sheet that was made by hand. With two arguments (a source tree and a
// sheet) the program compares these instead: the sheets of tests/data/counts belong to systems that are not part of Naru.

#include "analyzers/graph/AnalysisPipeline.h"
#include "tests/support/CountSheet.h"

#include <gtest/gtest.h>
#include <iostream>

using namespace naru;

namespace {

core::FunctionPointCount countOf(const std::filesystem::path& root)
{
    core::Job job(2);
    auto source = analyzers::graph::analyzeTree(root, {}, job);
    const auto conventions = costing::Conventions::load(NARU_RESOURCES);
    const auto tariffs = costing::TariffCatalog::load(NARU_RESOURCES);
    if (!source || !conventions || !tariffs) {
        ADD_FAILURE() << "the source, the conventions or the tariffs cannot be read";
        return {};
    }
    return costing::count(source->index.model, {}, *conventions, tariffs->newest(), job).value_or(core::FunctionPointCount());
}

} // namespace

TEST(SampleCount, AgreesWithTheAnswerSheet)
{
    const auto sheet = test::readSheet(std::filesystem::path(NARU_RESOURCES) / "sample/answers/functions.csv");
    ASSERT_GT(sheet.size(), 100U);
    const auto count = countOf(std::filesystem::path(NARU_RESOURCES) / "sample/gams");
    const auto agreement = test::compareWithSheet(count, sheet, std::cout);
    EXPECT_GE(agreement.recall, 0.95);
    EXPECT_GE(agreement.precision, 0.95);
    EXPECT_NEAR(std::stod(count.total), agreement.sheetTotal, 0.02 * agreement.sheetTotal);
}

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (argc == 3) {
        const auto agreement = test::compareWithSheet(countOf(argv[1]), test::readSheet(argv[2]), std::cout);
        return agreement.matched > 0 ? 0 : 1;
    }
    return RUN_ALL_TESTS();
}
