#include "tests/support/CommandLine.h"

#include "core/base/Files.h"

#include <gtest/gtest.h>

#include <fstream>

using namespace naru;
using tests::runNaru;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void writeInput(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

TEST(BadInput, NoSuchFolder)
{
    for (const char* verb : {"analyze", "audit", "split", "count"}) {
        const auto ran = runNaru({verb, "/no/such/folder", "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << verb;
        EXPECT_NE(ran.err.find("/no/such/folder"), std::string::npos) << ran.err;
        EXPECT_EQ(ran.out, "");
    }
    EXPECT_EQ(runNaru({"run", "/no/such/folder", "--out", "/tmp"}).code, 2);
}

TEST(BadInput, FolderWithoutSource)
{
    const TemporaryFolder folder("empty");
    writeInput(folder / "notes.bin", std::string("\0\1\2", 3));
    const auto ran = runNaru({"analyze", folder.path().string(), "--lang", "ko"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("소스"), std::string::npos) << ran.err;
    const TemporaryFolder out("empty-out");
    EXPECT_EQ(runNaru({"run", folder.path().string(), "--out", out.path().string()}).code, 2);
    EXPECT_TRUE(fs::is_empty(out.path()));
}

TEST(BadInput, OneBadFileCostsNoOther)
{
    const TemporaryFolder folder("한글 폴더 with space");
    writeInput(folder / "a/Good.java", "package a; public class Good { void m() {} }");
    writeInput(folder / "a/Half.java", "package a; public class Half { void m( {{{ ");
    writeInput(folder / "a/Binary.java", std::string("class\0\0\0X", 9));
    writeInput(folder / "a/mapper.xml", "<?xml version=\"1.0\"?><mapper namespace=\"x\"><select id=\"a\">SELECT * FROM T1</select><broken");
    writeInput(folder / "a/bomb.xml",
               "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><mapper "
               "namespace=\"&c;\"/>");
    writeInput(folder / ("a/\xff\xfe.java"), "package a; class Odd {}");
    std::error_code error;
    fs::create_directory_symlink(folder.path(), folder.path() / "loop", error);
    const auto ran = runNaru({"analyze", folder.path().string(), "--json", "--lang", "en"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto json = ran.json();
    ASSERT_TRUE(json.is_object());
    bool good = false;
    for (const auto& type : json["types"])
        good = good || type["name"] == "a.Good";
    EXPECT_TRUE(good);
    EXPECT_GE(json["files"]["failed"].get<int>(), 1);
    bool half = false;
    for (const auto& diagnostic : json["diagnostics"]) {
        half = half || diagnostic["file"] == "a/Half.java";
        EXPECT_FALSE(diagnostic["message"].get<std::string>().empty());
    }
    EXPECT_TRUE(half) << json["diagnostics"].dump();
}

TEST(BadInput, ProjectFiles)
{
    const TemporaryFolder folder("projects");
    writeInput(folder / "text.naru", "this is not a project");
    writeInput(folder / "empty.naru", "");
    for (const char* name : {"text.naru", "empty.naru", "missing.naru"}) {
        const auto ran = runNaru({"estimate", folder / name, "--edition", "2025", "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << name;
        EXPECT_NE(ran.err.find(name), std::string::npos) << ran.err;
    }
    EXPECT_EQ(core::readFile(folder / "text.naru").value(), "this is not a project");
    EXPECT_EQ(runNaru({"maturity", folder.path().string()}).code, 2);
}

TEST(BadInput, Usage)
{
    EXPECT_EQ(runNaru({}).code, 2);
    EXPECT_EQ(runNaru({"fly"}).code, 2);
    EXPECT_EQ(runNaru({"split"}).code, 2);
    EXPECT_EQ(runNaru({"split", "x", "--contexts", "many"}).code, 2);
    EXPECT_EQ(runNaru({"analyze", "x", "--lang", "fr"}).code, 2);
    EXPECT_EQ(runNaru({"analyze", "x", "--worker-memory", "1"}).code, 2);
    EXPECT_EQ(runNaru({"analyze", "x", "--unit-seconds", "soon"}).code, 2);
    EXPECT_EQ(runNaru({"run", "x", "--out", "y", "--compile-commands", "/no/such/list.json"}).code, 2);
    EXPECT_EQ(runNaru({"--help"}).code, 0);
    EXPECT_EQ(runNaru({"analyze", "--help"}).code, 0);
}

TEST(BadInput, LimitsOfNativeUnitsAreTaken)
{
    const TemporaryFolder folder;
    writeInput(folder / "a.c", "int g(void) { return 1; }\nint f(void) { return g(); }\n");
    writeInput(folder / "build.log", "gcc -DX -c a.c\n");
    const auto ran = runNaru({"analyze", folder.path().string(), "--no-history", "--no-cache", "--worker-memory", "900", "--unit-seconds", "60",
                              "--compile-commands", (folder / "build.log"), "--json"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("a#g()"), std::string::npos);
}
