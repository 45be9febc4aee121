#include "core/base/Files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

using namespace naru::core;
namespace fs = std::filesystem;

class FilesTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::temp_directory_path() / ("naru-files-" + std::to_string(::getpid()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    fs::path m_folder;
};

TEST_F(FilesTest, WritesWholeAndReadsBack)
{
    const fs::path file = m_folder / "한글 이름.txt";
    ASSERT_TRUE(writeFile(file, "하나"));
    ASSERT_TRUE(writeFile(file, "둘"));
    EXPECT_EQ(readFile(file).value(), "둘");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 1);
}

TEST_F(FilesTest, NamesTheTrouble)
{
    EXPECT_EQ(readFile(m_folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(m_folder).error().code, ErrorCode::NotReadable);
    ASSERT_TRUE(writeFile(m_folder / "big", "12345"));
    EXPECT_EQ(readFile(m_folder / "big", 4).error().code, ErrorCode::LimitExceeded);
    EXPECT_EQ(writeFile(m_folder / "no" / "such" / "file", "x").error().code, ErrorCode::NotWritable);
}

TEST_F(FilesTest, JsonErrorsHaveTheirLine)
{
    const auto result = parseJson("{\n \"a\": 1,\n oops\n}", "x.json");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Malformed);
    EXPECT_EQ(result.error().path, "x.json");
    EXPECT_EQ(result.error().line, 3);
}

TEST_F(FilesTest, PathsAreShownAsValidText)
{
    EXPECT_EQ(toUtf8("a/한글.txt"), "a/한글.txt");
    EXPECT_EQ(toUtf8("a/\xFF\xC7\xD1.txt"), "a/\\xFF\\xC7\\xD1.txt");
    EXPECT_EQ(toUtf8(""), "");
}
