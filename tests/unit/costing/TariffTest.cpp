#include "tests/unit/costing/CostingFixture.h"

#include "core/base/Files.h"

#include <filesystem>

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using core::Complexity;
using core::CountMethod;
using core::FunctionType;

TEST(Tariff, EditionsAreSortedAndNeverSilent)
{
    ASSERT_EQ(catalog().all().size(), 4U);
    EXPECT_EQ(catalog().newest().edition, "2025");
    const auto none = catalog().find("");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().key, "costing.edition.none");
    EXPECT_EQ(none.error().code, core::ErrorCode::InvalidArgument);
    EXPECT_THAT(none.error().args, ::testing::Contains(std::pair<std::string, std::string>("newest", "2025")));
    EXPECT_EQ(catalog().find("2021").error().key, "costing.edition.unknown");
}

TEST(Tariff, PricesOfTheEditions)
{
    EXPECT_EQ(tariff("2014").unitPrice.text(), "519203");
    EXPECT_EQ(tariff("2020").unitPrice.text(), "553114");
    EXPECT_EQ(tariff("2024").unitPrice.text(), "605784");
    EXPECT_EQ(tariff("2025").unitPrice.text(), "605784");
    EXPECT_EQ(tariff("2024").unitPriceSource.place.file, "tariffs/2024.json");
    EXPECT_EQ(tariff("2024").factors.front().source.place.file, "tariffs/2020.json");
    EXPECT_GT(tariff("2024").factors.front().source.place.line, 0);
    EXPECT_TRUE(tariff("2025").devops);
    EXPECT_FALSE(tariff("2024").devops);
    EXPECT_EQ(tariff("2014").caveatKey, "costing.provisional.edition-2014");
}

TEST(Tariff, SizeFactorAtItsCorners)
{
    const Tariff edition = tariff("2020");
    const auto factor = [&](std::string_view fp) { return edition.sizeFactor(number(fp)).text(4); };
    EXPECT_EQ(factor("1"), "1.2800");
    EXPECT_EQ(factor("499.9"), "1.2800");
    EXPECT_EQ(factor("500"), "1.2800");
    EXPECT_EQ(factor("501"), "1.2784");
    EXPECT_EQ(factor("1000"), "0.9219");
    EXPECT_EQ(factor("1336"), "0.8878");
    EXPECT_EQ(factor("3000"), "1.1530");
    EXPECT_EQ(factor("3000.1"), "1.1530");
    EXPECT_EQ(factor("99999999999999999999999"), "1.1530");
}

TEST(Tariff, StandardBandsAtTheirEdges)
{
    const Tariff edition = tariff("2024");
    const auto level = [&](FunctionType type, int files, int fields) { return edition.complexity(type, files, fields); };
    EXPECT_EQ(level(FunctionType::ILF, 1, 50), Complexity::Low);
    EXPECT_EQ(level(FunctionType::ILF, 1, 51), Complexity::Average);
    EXPECT_EQ(level(FunctionType::ILF, 2, 19), Complexity::Low);
    EXPECT_EQ(level(FunctionType::ILF, 2, 20), Complexity::Average);
    EXPECT_EQ(level(FunctionType::ILF, 5, 51), Complexity::High);
    EXPECT_EQ(level(FunctionType::EIF, 6, 19), Complexity::Average);
    EXPECT_EQ(level(FunctionType::EIF, 6, 20), Complexity::High);
    EXPECT_EQ(level(FunctionType::EI, 2, 4), Complexity::Low);
    EXPECT_EQ(level(FunctionType::EI, 2, 5), Complexity::Average);
    EXPECT_EQ(level(FunctionType::EI, 3, 4), Complexity::Average);
    EXPECT_EQ(level(FunctionType::EI, 3, 5), Complexity::High);
    EXPECT_EQ(level(FunctionType::EO, 4, 5), Complexity::Average);
    EXPECT_EQ(level(FunctionType::EO, 3, 20), Complexity::High);
    EXPECT_EQ(level(FunctionType::EQ, 1, 19), Complexity::Low);
    EXPECT_EQ(level(FunctionType::EQ, 1, 20), Complexity::Average);
    EXPECT_EQ(edition.weight(FunctionType::EO, CountMethod::Standard, Complexity::High).text(), "7");
    EXPECT_EQ(edition.weight(FunctionType::EO, CountMethod::Simplified, Complexity::High).text(), "5.2");
}

TEST(Tariff, ProductivityBands)
{
    const Tariff edition = tariff("2024");
    EXPECT_EQ(edition.perManMonth(number("999.9")).text(), "19");
    EXPECT_EQ(edition.perManMonth(1000).text(), "22");
    EXPECT_EQ(edition.perManMonth(2000).text(), "24");
    EXPECT_EQ(edition.perManMonth(3000).text(), "22");
}

TEST(Tariff, BrokenFilesNameFileKeyAndLine)
{
    const auto folder = std::filesystem::temp_directory_path() / ("naru-tariff-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "tariffs");
    EXPECT_EQ(TariffCatalog::load(folder).error().key, "costing.tariff.none");
    const auto file = folder / "tariffs" / "x.json";
    ASSERT_TRUE(core::writeFile(file, "{\n\"schema\": \"naru.tariff/1\",\n\"edition\": \"x\",\n\"extends\": \"y\"\n}"));
    const auto missing = TariffCatalog::load(folder);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().key, "costing.tariff.extends");
    EXPECT_EQ(missing.error().line, 4);
    EXPECT_EQ(missing.error().path, file.string());
    ASSERT_TRUE(core::writeFile(file, "{\n\"schema\": \"naru.tariff/1\",\n\"edition\": \"x\",\n\"extends\": \"x\"\n}"));
    EXPECT_FALSE(TariffCatalog::load(folder)); // a circle ends
    std::filesystem::remove_all(folder);
}
