#include "app/service/Services.h"
#include "core/model/CodeModelJson.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

namespace naru::tests {
namespace {

namespace fs = std::filesystem;

class Reuse : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_root = fs::temp_directory_path() / ("naru-reuse-" + std::to_string(std::random_device{}()));
        fs::create_directories(m_root / "src");
        write("A.java", "class A { void f() { new B().g(); } }");
        write("B.java", "class B { void g() {} }");
    }
    void TearDown() override { fs::remove_all(m_root); }

    void write(const std::string& path, std::string_view text) { std::ofstream(m_root / "src" / path) << text; }

    service::Analysis analyse(bool cache = true)
    {
        auto opened = service::openOrCreateProject(m_root / "p.naru", "p", m_root / "src");
        EXPECT_TRUE(opened.has_value());
        core::Job job(1);
        service::ProjectService service(*opened->session, NARU_RESOURCES);
        auto analysis = service.analyze(opened->system, {.history = false, .cache = cache}, job);
        EXPECT_TRUE(analysis.has_value());
        EXPECT_TRUE(opened->session->save().has_value());
        return std::move(*analysis);
    }
    static std::string text(const service::Analysis& analysis) { return core::codeModelJson(*analysis.code); }

    fs::path m_root;
};

TEST_F(Reuse, UnchangedSourceGivesTheSameBytesWithoutReadingItAnew)
{
    const service::Analysis first = analyse();
    EXPECT_FALSE(first.reused);
    const service::Analysis second = analyse();
    EXPECT_TRUE(second.reused);
    EXPECT_EQ(text(first), text(second));
    const service::Analysis forced = analyse(false);
    EXPECT_FALSE(forced.reused);
    EXPECT_EQ(text(first), text(forced));
}

TEST_F(Reuse, VersionControlThatComesLaterIsSeen)
{
    const auto missing = [](const service::Analysis& analysis) {
        return std::ranges::any_of(analysis.audit.findings, [](const core::Finding& one) { return one.rule == "tree.no-version-control"; });
    };
    EXPECT_TRUE(missing(analyse()));
    EXPECT_TRUE(analyse().reused);
    fs::create_directory(m_root / "src/.git");
    EXPECT_FALSE(missing(analyse()));
}

TEST_F(Reuse, AnyChangeIsSeen)
{
    const std::string first = text(analyse());
    write("B.java", "class B { void h() {} }"); // as long as before
    const service::Analysis changed = analyse();
    EXPECT_FALSE(changed.reused);
    EXPECT_NE(first, text(changed));
    write("C.java", "class C {}");
    EXPECT_FALSE(analyse().reused);
    fs::remove(m_root / "src/C.java");
    EXPECT_FALSE(analyse().reused);
    fs::rename(m_root / "src/A.java", m_root / "src/D.java");
    EXPECT_FALSE(analyse().reused);
    EXPECT_TRUE(analyse().reused);
}

} // namespace
} // namespace naru::tests
