#include "analyzers/audit/FruitlessSearches.h"

#include "analyzers/audit/Audit.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"
#include "core/model/AuditReportJson.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace {

using namespace naru;
using namespace naru::analyzers::audit;
namespace fs = std::filesystem;

core::CodeModel model(std::initializer_list<std::pair<const char*, const char*>> files)
{
    core::CodeModel out;
    for (const auto& [path, text] : files) {
        core::SourceFile file;
        file.path = out.intern(path);
        file.language = core::Language::Java;
        file.content = *text == '\0' ? core::Fingerprint() : core::Fingerprint::of(text);
        out.files.push_back(file);
    }
    return out;
}

TEST(FruitlessSearches, HoldForTheSameTextUnderTheSameKindOfName)
{
    const core::CodeModel code = model({{"a/A.java", "x"}, {"b/B.java", "x"}, {"b/B.txt", "x"}, {"c/C.java", "y"}, {"d/D.java", ""}});
    FruitlessSearches searches(code, nullptr);
    const auto one = searches.search(core::Fingerprint::of("one"));
    const auto two = searches.search(core::Fingerprint::of("two"));
    searches.note(core::FileId(0U), one);
    searches.note(core::FileId(4U), one); // what was not read is not known
    EXPECT_TRUE(searches.known(core::FileId(0U), one));
    EXPECT_TRUE(searches.known(core::FileId(1U), one));
    EXPECT_FALSE(searches.known(core::FileId(0U), two));
    EXPECT_FALSE(searches.known(core::FileId(2U), one));
    EXPECT_FALSE(searches.known(core::FileId(3U), one));
    EXPECT_FALSE(searches.known(core::FileId(4U), one));
}

TEST(FruitlessSearches, KeepWhatTheLastRunAsked)
{
    const core::CodeModel code = model({{"A.java", "x"}, {"B.java", "y"}});
    FruitlessSearches first(code, nullptr);
    const auto old = first.search(core::Fingerprint::of("old"));
    const auto lasting = first.search(core::Fingerprint::of("lasting"));
    first.note(core::FileId(0U), old);
    first.note(core::FileId(1U), lasting);
    const KeptSearches kept = first.kept();

    FruitlessSearches second(code, &kept);
    const auto again = second.search(core::Fingerprint::of("lasting"));
    EXPECT_TRUE(second.known(core::FileId(1U), again));
    EXPECT_FALSE(second.known(core::FileId(0U), again));
    const KeptSearches later = second.kept();
    ASSERT_EQ(later.searches.size(), 1U); // nobody asked for the other one
    EXPECT_EQ(later.searches.front(), core::Fingerprint::of("lasting"));
    ASSERT_EQ(later.files.size(), 1U);
    EXPECT_EQ(later.files.front().fruitless, std::vector<std::uint16_t>{0});
}

/// A folder of files that are read anew for each audit.
class SearchedTree : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string name = (fs::temp_directory_path() / "naru-searches-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_root = name;
    }
    void TearDown() override { fs::remove_all(m_root); }

    void write(const std::string& path, const std::string& text)
    {
        fs::create_directories((m_root / path).parent_path());
        ASSERT_TRUE(core::writeFile(m_root / path, text));
    }
    core::AuditReport report(KeptSearches* searches, bool withTexts = true)
    {
        core::Job job;
        const auto source = analyzers::graph::analyzeTree(m_root, {}, job);
        static const RuleSet kRules = loadRules(fs::path(NARU_RESOURCES) / "rules").value();
        const analyzers::SourceTexts none(source->index.model.files.size());
        return *analyzers::audit::audit(
            {.code = &source->index, .texts = withTexts ? &source->texts : &none, .versionControl = true, .searches = searches}, kRules, {},
            job);
    }
    std::string audited(KeptSearches* searches) { return core::toJson(report(searches)).dump(); }

    fs::path m_root;
};

const char* const kPlain = "package a;\nimport java.util.List;\npublic class Plain {\n    int twice(int x) { return 2 * x; }\n}\n";
const char* const kFile = "package a;\nimport java.io.FileWriter;\npublic class Log {\n    void log(String s) throws Exception {\n"
                          "        new FileWriter(\"/var/log/app.log\").write(s);\n        System.out.println(s);\n    }\n}\n";

TEST_F(SearchedTree, NeedNoTextInWhichNothingWasFound)
{
    write("src/main/java/a/Plain.java", kPlain);
    write("src/main/resources/app.properties", "title = Orders\n");
    KeptSearches searches;
    const auto places = [](const core::AuditReport& report) {
        std::vector<std::string> out;
        for (const core::Finding& one : report.findings) // what is missing in the tree as a whole
            out.push_back(one.rule + " " + one.file + ":" + std::to_string(one.line));
        return out;
    };
    const core::AuditReport before = report(&searches);
    EXPECT_FALSE(searches.files.empty());
    const core::AuditReport after = report(&searches, false);
    EXPECT_EQ(places(after), places(before));
    EXPECT_EQ(after.filesScanned, before.filesScanned);
    EXPECT_EQ(searches.files.size(), 2U); // none was forgotten for want of a text
}

TEST_F(SearchedTree, GiveTheReportOfANewAuditWhenFilesChanged)
{
    write("src/main/java/a/Plain.java", kPlain);
    write("src/main/java/a/Log.java", kFile);
    write("src/main/resources/app.properties", "title = Orders\n");
    write("src/main/webapp/WEB-INF/web.xml", "<web-app><display-name>x</display-name></web-app>\n");
    KeptSearches searches;
    const std::string first = audited(&searches);
    EXPECT_EQ(first, audited(nullptr));
    EXPECT_EQ(first, audited(&searches));

    write("src/main/java/a/Plain.java", kFile);
    write("src/main/java/a/Log.java", kPlain);
    write("src/main/resources/app.properties", "db.password = secret1\ndb.url = jdbc:oracle:thin:@10.0.0.1:1521:orcl\n");
    const std::string changed = audited(&searches);
    EXPECT_NE(changed, first);
    EXPECT_EQ(changed, audited(nullptr));
    EXPECT_EQ(changed, audited(&searches));
}

} // namespace
