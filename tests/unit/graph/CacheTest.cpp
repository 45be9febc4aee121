#include "SourceFixture.h"

#include "analyzers/graph/AnalysisCache.h"
#include "analyzers/graph/FileReading.h"
#include "core/base/Files.h"
#include "core/model/CodeModelJson.h"

#include <algorithm>

namespace naru::tests {
namespace {

namespace fs = std::filesystem;

/// What a cache gives must be what a run without one gives.
class Cache : public SourceFixture {
protected:
    void SetUp() override
    {
        SourceFixture::SetUp();
        m_folder = m_root;
        m_folder += "-cache";
        write("a/Dao.java", R"x(package a; import java.util.List; class Dao<T extends Number> { static final String T1 = "emp";
  List<Emp> all() { return run("select e.id, d.name from " + T1 + " e join dept d on d.id = e.dept"); } List<Emp> run(String sql) { return null; }
  @Deprecated void drop(int id) { Runnable r = () -> run("delete from emp"); new Object() { void x() { all(); } }; } })x");
        write("a/Emp.java", "package a; /** An employee. */ @lombok.Data class Emp { private String name; }");
        write("a/Broken.java", "package a; class Broken { void m( { } ");
        write("web/list.jsp", "<%@ page import=\"a.Emp\" %><title>List</title><a href=\"/emp/list.do\">x</a> ${emp.name}");
        write("sql/emp.sql", "create table emp (id int primary key, dept int references dept (id)); comment on table emp is '직원';");
        write("m/Emp.xml", "<mapper namespace=\"Emp\"><select id=\"one\">select * from emp where id = #{id}</select></mapper>");
        write("conf/beans.xml", "<beans><bean id=\"dao\" class=\"a.Dao\"><property name=\"x\" value=\"1\"/></bean></beans>");
        write("app.properties", "a.b=c\n");
    }
    void TearDown() override
    {
        fs::remove_all(m_folder);
        SourceFixture::TearDown();
    }

    [[nodiscard]] std::string result(bool cached, int threads = 1)
    {
        core::Job job(threads);
        analyzers::graph::AnalysisOptions options;
        if (cached)
            options.cache = {.folder = m_folder, .reader = m_reader, .young = m_young};
        auto analysis = analyzers::graph::analyzeTree(m_root, options, job);
        if (!analysis)
            return analysis.error().key;
        m_built = analysis->seconds.build > 0;
        std::string texts;
        for (std::size_t i = 0; i < analysis->texts.size(); ++i)
            texts += analysis->texts.text(core::FileId(i));
        for (const auto& use : analysis->index.annotations)
            texts += analysis->index.model.text(use.name);
        for (const auto& use : analysis->index.strings)
            texts += analysis->index.model.text(use.text);
        return core::codeModelJson(analysis->index.model, {}) + texts;
    }
    void expectSame()
    {
        const std::string plain = result(false);
        EXPECT_EQ(result(true), plain);
        EXPECT_EQ(result(true, 2), plain);
        EXPECT_EQ(result(true), plain);
    }
    [[nodiscard]] std::vector<fs::path> kept() const
    {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(m_folder))
            files.push_back(entry.path());
        return files;
    }

    fs::path m_folder;
    std::string m_reader = "test";
    std::ptrdiff_t m_known = 0; ///< files whose content dates and sizes told
    std::chrono::nanoseconds m_young{0}; // dates are believed at once
    bool m_built = false;                ///< the last run put its facts together, instead of giving a known result
};

TEST_F(Cache, GivesTheSameWhateverChanges)
{
    expectSame();
    EXPECT_EQ(kept().size(), 3U);
    write("a/Emp.java", "package a; @lombok.Data class Emp { private String name; private int age; int twice() { return getAge() * 2; } }");
    expectSame();
    write("0/First.java", "package first; class First { a.Emp e; void f() { e.getAge(); } }"); // all ids behind it move
    write("sql/dept.sql", "create table dept (id int primary key, name varchar(10));");
    expectSame();
    fs::remove(m_root / "a/Broken.java");
    fs::remove(m_root / "m/Emp.xml");
    expectSame();
    write("m/Emp.xml", "<mapper namespace=\"Emp\"><select id=\"one\">select * from dept</select><oops></mapper>");
    expectSame();
}

TEST_F(Cache, MovesThePlacesOfFilesWhoseLayoutChanged)
{
    const auto given = [&](const char* head, const char* inner, const char* tail) {
        write("a/Dao.java", std::string(head) + R"x(package a; import java.util.List; class Dao<T extends Number> { static final String T1 = "emp";
  List<Emp> all() { return run("select e.id, d.name from " +)x" + inner + R"x( T1 + " e join dept d on d.id = e.dept"); } List<Emp> run(String sql) { return null; }
  void drop(int id) { switch (id) { case 1: run("delete from emp"); } run("""
      select *
        from dept where id = 1"""); } })x" + tail);
        const std::string found = result(true);
        const bool built = m_built;
        EXPECT_EQ(found, result(false)) << head << inner << tail;
        return built;
    };
    EXPECT_TRUE(given("", "", ""));
    EXPECT_FALSE(given("/* A licence\n * of two lines. */\n", "", ""));
    EXPECT_FALSE(given("", "", "\n// the end\n\n"));
    EXPECT_FALSE(given("\n\n", " /* all of them */", ""));
    EXPECT_TRUE(given("", "\n", "")) << "what stood on one line stands on two";
    EXPECT_FALSE(given("// again\n", "\n", ""));
    EXPECT_TRUE(given("import java.util.Map; ", "\n", ""));
    EXPECT_TRUE(given("/** Reads employees. */ ", "\n", "")) << "a comment that the model keeps";
    write("m/Emp.xml", "<mapper namespace=\"Emp\"><select id=\"one\">select * from dept</select></mapper>");
    EXPECT_TRUE(given("/** Reads employees. */\n", "\n", "")) << "another file has changed, too";
    expectSame();
}

TEST_F(Cache, AsksTheContentWhereADateIsYoung)
{
    m_young = std::chrono::hours(1);
    expectSame();
    write("m/Emp.xml",
          "<mapper namespace=\"Emp\"><select id=\"one\">select * from xyz where id = #{id}</select></mapper>"); // as long as before
    const std::string changed = result(true);
    EXPECT_EQ(changed, result(false));
    EXPECT_NE(changed.find("XYZ"), std::string::npos);
}

TEST_F(Cache, GrowsByWhatChangedAndIsWrittenAnewBeforeHalfIsWaste)
{
    std::string big = "package b; class Big { void m(int i) {";
    for (int i = 0; i < 20'000; ++i)
        big += " m(i + " + std::to_string(i) + ");\n";
    std::uintmax_t largest = 0;
    std::uintmax_t first = 0;
    for (int round = 0; round < 8; ++round) {
        write("b/Big.java", big + " m(" + std::to_string(round) + "); } }");
        EXPECT_EQ(result(true), result(false));
        for (const fs::path& file : kept())
            if (file.extension() == ".facts")
                largest = std::max(largest, fs::file_size(file));
        first = round == 0 ? largest : first;
    }
    EXPECT_LT(largest, 4 * first + (1U << 20U));
}

TEST_F(Cache, SurvivesDamageOfAnyByte)
{
    const std::string plain = result(false);
    static_cast<void>(result(true));
    for (const fs::path& file : kept()) {
        const std::string whole = core::readFile(file).value();
        const std::size_t step = whole.size() / 60 + 1;
        for (std::size_t at = 0; at < whole.size(); at += step) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5a);
            std::ofstream(file, std::ios::binary) << damaged;
            ASSERT_EQ(result(true), plain) << file << " byte " << at;
            std::ofstream(file, std::ios::binary) << whole.substr(0, at);
            ASSERT_EQ(result(true), plain) << file << " cut at " << at;
        }
    }
}

TEST_F(Cache, TakesNothingOfAnotherProgramAndStaysInItsBounds)
{
    static_cast<void>(result(true));
    m_reader = "another";
    expectSame();
    EXPECT_EQ(kept().size(), 6U);

    core::Job job(1);
    analyzers::graph::AnalysisOptions options;
    options.cache = {.folder = m_folder, .reader = "third", .folderBytes = 1};
    ASSERT_TRUE(analyzers::graph::analyzeTree(m_root, options, job));
    for (const fs::path& file : kept()) // the older ones gave way
        EXPECT_EQ(file.stem(), kept().front().stem());
    fs::remove_all(m_folder);
    options.cache.fileBytes = 100;
    ASSERT_TRUE(analyzers::graph::analyzeTree(m_root, options, job));
    EXPECT_TRUE(kept().empty());
}

TEST_F(Cache, ReadsPagesAnewWhenWhatTheyIncludeChanges)
{
    write("web/a.jsp", "<%@ include file=\"part.jsp\" %><% new a.Dao().drop(1); %>");
    write("web/b.jsp", "<%@ include file=\"missing.jsp\" %><% new a.Dao().all(); %>");
    write("web/part.jsp", "<% String sql = \"delete from emp where id = 1\"; new a.Dao().run(sql); %>");
    expectSame();
    write("web/part.jsp", "<% String sql = \"insert into absence values (1)\"; new a.Dao().run(sql); %>");
    const std::string changed = result(true);
    EXPECT_EQ(changed, result(false));
    EXPECT_NE(changed.find("ABSENCE"), std::string::npos);
    write("web/missing.jsp", "<% new a.Dao().run(\"delete from found where id = 1\"); %>");
    EXPECT_NE(result(true).find("FOUND"), std::string::npos);
    expectSame();
    fs::remove(m_root / "web/part.jsp");
    expectSame();
}

TEST_F(Cache, TellsContentsWithoutReadingThem)
{
    const auto fingerprint = [&](bool cached) {
        core::Job job(1);
        const analyzers::ReadLimits limits;
        const auto tree = analyzers::listTree(m_root, limits, job);
        EXPECT_TRUE(tree);
        const analyzers::graph::AnalysisCache cache({.folder = cached ? m_folder : fs::path(), .reader = m_reader, .young = m_young}, *tree, limits);
        const std::vector<core::Fingerprint> known = cache.knownContents();
        m_known = std::ranges::count_if(known, [](const core::Fingerprint& content) { return !content.empty(); });
        return *analyzers::graph::fingerprintOf(*tree, known, limits, job);
    };
    static_cast<void>(result(true));
    EXPECT_EQ(fingerprint(true), fingerprint(false));
    static_cast<void>(fingerprint(true));
    EXPECT_EQ(m_known, 8);
    const core::Fingerprint before = fingerprint(true);
    write("app.properties", "a.b=d\n");
    EXPECT_EQ(fingerprint(true), fingerprint(false));
    EXPECT_NE(fingerprint(true), before);
    EXPECT_EQ(m_known, 7);
}

TEST_F(Cache, BelievesDatesThatHaveGrownOld)
{
    m_young = std::chrono::hours(1);
    const std::string plain = result(true);
    m_young = std::chrono::nanoseconds(0);
    EXPECT_EQ(result(true), plain); // by the contents; from now on by the dates
    const fs::path program = m_root / "a/Emp.java";
    fs::permissions(program, fs::perms::none);
    if (::geteuid() != 0) {
        EXPECT_EQ(result(true).empty(), false);
    }
    fs::permissions(program, fs::perms::owner_all);
    EXPECT_EQ(result(true), plain);
    EXPECT_EQ(result(true, 2), plain);
}

TEST_F(Cache, NeedsNoFolder)
{
    std::ofstream(m_folder) << "a file stands in the way";
    expectSame();
}

} // namespace
} // namespace naru::tests
