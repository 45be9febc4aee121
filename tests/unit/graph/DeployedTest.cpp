#include "SourceFixture.h"

#include "analyzers/spi/Archive.h"
#include "analyzers/spi/ArchiveTree.h"
#include "analyzers/spi/KnownArchives.h"
#include "analyzers/spi/TreeFile.h"
#include "analyzers/spi/ZipNames.h"

#include <archive.h>
#include <archive_entry.h>

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace naru::tests {
namespace {

namespace fs = std::filesystem;

const fs::path kDeployed = fs::path(NARU_SOURCE_DIR) / "tests/data/deployed";

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

using Entries = std::vector<std::pair<std::string, std::string>>;

/// A zip archive with these entries; names are written as they are.
std::string zip(const Entries& entries)
{
    std::string bytes(std::size_t{1} << 22U, '\0');
    std::size_t used = 0;
    archive* out = archive_write_new();
    archive_write_set_format_zip(out);
    archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
    for (const auto& [name, content] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(out, entry);
        archive_write_data(out, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    bytes.resize(used);
    return bytes;
}

/// The class files of a folder as entries below `prefix`.
Entries classesOf(const std::string& folder, const std::string& prefix)
{
    Entries entries;
    for (const auto& file : fs::recursive_directory_iterator(kDeployed / folder))
        if (file.is_regular_file())
            entries.emplace_back(prefix + fs::relative(file.path(), kDeployed / folder).generic_string(), bytesOf(file.path()));
    std::ranges::sort(entries);
    return entries;
}

class Deployed : public SourceFixture {
protected:
    void analyseRoot(const fs::path& root)
    {
        core::Job job(1);
        auto result = analyzers::graph::analyzeTree(root, {}, job);
        ASSERT_TRUE(result.has_value()) << result.error().key;
        m_analysis = std::move(*result);
    }
    struct Facts {
        std::set<std::string> calls, types, entries, members, accesses;
        bool operator==(const Facts&) const = default;
    };
    [[nodiscard]] Facts facts() const
    {
        Facts found{calls(true), typeNames(), entryIds(), {}, {}};
        for (const auto& member : model().members)
            if (text(member.name) != "<clinit>")
                found.members.insert(text(member.id));
        for (const auto& statement : model().statements)
            for (const auto& access : statement.accesses)
                found.accesses.insert(text(statement.id) + (access.mode == core::AccessMode::Write ? " writes " : " reads ") +
                                      text(model()[access.table].name));
        return found;
    }
    [[nodiscard]] std::multiset<std::string> diagnostics() const
    {
        std::multiset<std::string> codes;
        for (const auto& diagnostic : model().diagnostics)
            codes.insert(diagnostic.code);
        return codes;
    }
};

TEST_F(Deployed, ClassFilesGiveWhatTheirSourceGives)
{
    analyseRoot(kDeployed / "source");
    const Facts source = facts();
    ASSERT_GT(source.calls.size(), 35U);
    ASSERT_EQ(source.entries.size(), 2U);
    ASSERT_EQ(source.accesses.size(), 3U);
    analyseRoot(kDeployed / "classes8"); // accessors, StringBuilder chains; with names of locals
    EXPECT_EQ(facts().calls, source.calls);
    EXPECT_EQ(facts().types, source.types);
    EXPECT_EQ(facts().entries, source.entries);
    EXPECT_EQ(facts().members, source.members);
    EXPECT_EQ(facts().accesses, source.accesses);
}

TEST_F(Deployed, ModernClassFilesWithoutDebugInformation)
{
    analyseRoot(kDeployed / "classes17"); // nest mates, string concatenation by invokedynamic, records, no names of locals
    const Facts compiled = facts();
    write("source/a", "");
    fs::copy(kDeployed / "source", m_root / "source", fs::copy_options::recursive);
    fs::copy(kDeployed / "modern", m_root / "modern", fs::copy_options::recursive);
    analyse();
    EXPECT_EQ(compiled.calls, facts().calls);
    EXPECT_EQ(compiled.types, facts().types);
    EXPECT_EQ(compiled.entries, facts().entries);
    EXPECT_EQ(compiled.accesses, facts().accesses);
    EXPECT_TRUE(compiled.calls.contains("shop.Modern#run(Repo,List,String) -> shop.Modern.Price#twice()"));
    EXPECT_TRUE(compiled.accesses.contains("shop.Modern#run(Repo,List,String) reads PRICES"));
}

/// Version 69: sealed interfaces, nested records and their patterns (typeSwitch), values of switches, initializers of anonymous classes,
/// lambdas in lambdas, concatenation by invokedynamic; no names of locals.
TEST_F(Deployed, ClassFilesOfJava25)
{
    analyseRoot(kDeployed / "classes25");
    const Facts compiled = facts();
    EXPECT_TRUE(diagnostics().empty());
    analyseRoot(kDeployed / "latest");
    EXPECT_EQ(compiled.calls, facts().calls);
    EXPECT_EQ(compiled.types, facts().types);
    EXPECT_EQ(compiled.accesses, facts().accesses);
    for (const char* edge : {"kind(Object) -> tax.Latest.Water#due()", "kind(Object) -> tax.Latest.House#rate()", "kind(Object) -> tax.Latest.Bill.None#reason()",
                             "kind(Object) -> tax.Latest.Rules#of(Month)", "kind(Object) -> tax.Latest.House#owner()", "rates(House) -> tax.Latest.House#rate()",
                             "rates(House) -> tax.Latest.Base#kept()", "nested() -> tax.Latest.Owner#label()"})
        EXPECT_TRUE(compiled.calls.contains("tax.Latest#" + std::string(edge))) << edge;
    EXPECT_EQ(compiled.accesses.size(), 2U);
}

TEST_F(Deployed, SourceWinsOverItsClassFiles)
{
    fs::copy(kDeployed / "source/shop/Repo.java", m_root / "Repo.java");
    fs::create_directories(m_root / "WEB-INF");
    fs::copy(kDeployed / "classes8", m_root / "WEB-INF/classes", fs::copy_options::recursive);
    analyse();
    for (const auto& type : model().types)
        EXPECT_EQ(std::string(model().path(type.at)).ends_with(".java"),
                  text(type.name) == "shop.Repo" || text(type.name) == "shop.Repo.Row" || text(type.name) == "shop.Helper" ||
                      text(type.name) == "shop.Base" || text(type.name) == "shop.Api")
            << text(type.name);
    EXPECT_TRUE(calls().contains("shop.OrderController#audit(String) -> shop.Repo#shared()"));
    EXPECT_TRUE(diagnostics().empty());
}

TEST_F(Deployed, WebArchiveWithDescriptorsPagesAndOwnLibraries)
{
    Entries entries = classesOf("classes8", "WEB-INF/classes/");
    std::erase_if(entries, [](const auto& entry) { return entry.first.contains("/Repo"); });
    Entries own = classesOf("classes8", "");
    std::erase_if(own, [](const auto& entry) { return !entry.first.contains("/Repo"); });
    own.emplace_back("org/dom4j/Node.class", bytesOf(kDeployed / "classes8/shop/Repo.class")); // a library packed together with the own code
    entries.emplace_back("WEB-INF/lib/shop-data.jar", zip(own));
    entries.emplace_back("WEB-INF/lib/foreign.jar", zip({{"org/other/Thing.class", bytesOf(kDeployed / "classes8/shop/Repo.class")}}));
    entries.emplace_back("WEB-INF/web.xml",
                         "<web-app><servlet><servlet-name>s</servlet-name><servlet-class>shop.OrderService</servlet-class>"
                         "</servlet></web-app>");
    entries.emplace_back("WEB-INF/jsp/order/list.jsp", "<a href=\"/orders/all.do\">all</a>");
    entries.emplace_back("WEB-INF/classes/map/Order.xml",
                         "<mapper namespace=\"order\"><select id=\"all\">SELECT 1 FROM ORDER_ITEM</select></mapper>");
    std::ofstream(m_root / "app.war", std::ios::binary) << zip(entries);
    analyseRoot(m_root / "app.war");
    EXPECT_TRUE(typeNames().contains("shop.Repo"));
    EXPECT_FALSE(typeNames().contains("org.other.Thing"));
    EXPECT_TRUE(std::ranges::none_of(model().files, [&](const core::SourceFile& file) { return model().text(file.path).contains("dom4j"); }));
    EXPECT_EQ(model().views.size(), 1U);
    EXPECT_TRUE(facts().accesses.contains("order.all reads ORDER_ITEM"));
    EXPECT_TRUE(calls().contains("shop.OrderController#audit(String) -> shop.Repo#run(String)"));
    EXPECT_TRUE(diagnostics().empty());
    // the same inside an enterprise archive
    std::ofstream(m_root / "all.ear", std::ios::binary) << zip({{"app.war", zip(entries)}, {"META-INF/application.xml", "<application/>"}});
    const Facts war = facts();
    analyseRoot(m_root / "all.ear");
    EXPECT_EQ(facts(), war);
}

TEST_F(Deployed, FilesInsideArchivesCanBeShown)
{
    const std::string jar = zip({{"META-INF/orm.xml", "<a>가</a>"}, {"tax/Bill.class", "x"}});
    write("src/a.txt", "plain");
    write("lib/tax.jar", jar);
    write("app.ear", zip({{"web.war", zip({{"WEB-INF/web.xml", "<web-app/>"}, {"WEB-INF/lib/tax.jar", jar}})}}));
    const auto text = [&](const fs::path& root, std::string_view path) {
        const auto read = analyzers::readTreeFile(root, path, 1000);
        return read ? *read : read.error().key;
    };
    EXPECT_EQ(text(m_root, "src/a.txt"), "plain");
    EXPECT_EQ(text(m_root, "lib/tax.jar/META-INF/orm.xml"), "<a>가</a>");
    EXPECT_EQ(text(m_root, "app.ear/web.war/WEB-INF/web.xml"), "<web-app/>");
    EXPECT_EQ(text(m_root / "app.ear", "web.war/WEB-INF/lib/tax.jar/META-INF/orm.xml"), "<a>가</a>");
    EXPECT_EQ(text(m_root, "lib/tax.jar/META-INF/gone.xml"), "analysis.source.not-in-archive");
    EXPECT_EQ(text(m_root, "lib/tax.jar/tax/Bill.class"), "analysis.source.compiled");
    EXPECT_EQ(text(m_root, "src/gone.txt"), "core.file.not-found");
}

/// What earlier runs know of the archives of a tree: only those that changed are opened, and the files are the same.
TEST_F(Deployed, ALibraryIsOpenedAgainOnlyWhenItChanged)
{
    const std::string bytes = bytesOf(kDeployed / "classes8/shop/Repo.class");
    write("src/kr/go/tax/Bill.java", "package kr.go.tax; class Bill { }");
    write("lib/a.jar", zip({{"kr/go/tax/Own.class", bytes}}));
    write("lib/b.jar", zip({{"org/other/Own.class", bytes}}));
    std::string kept;
    const auto paths = [&](bool& opened) {
        core::Job job(1);
        analyzers::KnownArchives known{std::chrono::nanoseconds(0)};
        EXPECT_TRUE(kept.empty() || known.restore(kept));
        auto tree = analyzers::listFolder(m_root, {}, job);
        analyzers::tellKinds(*tree, {});
        analyzers::addArchives(*tree, {}, job, &known);
        opened = known.worthKeeping();
        kept = known.bytes();
        std::vector<std::string> all;
        for (const auto& file : tree->files)
            all.emplace_back(file.path);
        auto fresh = analyzers::listTree(m_root, {}, job);
        EXPECT_TRUE(std::ranges::equal(all, fresh->files, {}, {}, &analyzers::TreeFile::path));
        return all;
    };
    bool opened = false;
    const std::vector<std::string> first = paths(opened);
    EXPECT_EQ(first, (std::vector<std::string>{"lib/a.jar", "lib/a.jar/kr/go/tax/Own.class", "lib/b.jar", "src/kr/go/tax/Bill.java"}));
    EXPECT_TRUE(opened);
    EXPECT_EQ(paths(opened), first);
    EXPECT_FALSE(opened);
    write("lib/b.jar", zip({{"kr/go/tax/New.class", bytes}})); // of the same size
    EXPECT_EQ(std::ranges::count(paths(opened), "lib/b.jar/kr/go/tax/New.class"), 1);
    EXPECT_TRUE(opened);
    write("src/org/other/Bill.java", "package org.other; class Bill { }"); // another package is one of the system now
    write("lib/c.jar", zip({{"org/other/Third.class", bytes}}));
    EXPECT_EQ(std::ranges::count(paths(opened), "lib/c.jar/org/other/Third.class"), 1);
    write("src/org/other/Bill.java", "package org.other; class Bill { int a; }");
    static_cast<void>(paths(opened));
    EXPECT_FALSE(opened);
}

/// A class without a package, or a package that is called like the end of one of the system's, makes no library the system's own.
TEST_F(Deployed, OnlyTheOwnPackagesOfALibraryAreOfTheSystem)
{
    const std::string bytes = bytesOf(kDeployed / "classes8/shop/Repo.class");
    write("src/main/java/kr/go/tax/common/log/Log.java", "package kr.go.tax.common.log; class Log { }");
    write("src/main/java/Start.java", "class Start { }");
    write("lib/foreign.jar", zip({{"xl/read/Cell.class", bytes}, {"common/log/Logger.class", bytes}, {"About.class", bytes}}));
    write("lib/packed.jar", zip({{"kr/go/tax/Own.class", bytes}, {"de/one/two/A.class", bytes}, {"fr/one/B.class", bytes}}));
    write("lib/partner.jar", zip({{"kr/go/tax/net/Own.class", bytes}, {"de/one/two/A.class", bytes}}));
    const auto tree = [&] {
        core::Job job(1);
        return *analyzers::listTree(m_root, {}, job);
    }();
    std::vector<std::string> classes;
    for (const auto& file : tree.files)
        if (std::string_view(file.path).ends_with(".class"))
            classes.emplace_back(file.path);
    EXPECT_THAT(classes, testing::ElementsAre("lib/packed.jar/kr/go/tax/Own.class", "lib/partner.jar/de/one/two/A.class",
                                              "lib/partner.jar/kr/go/tax/net/Own.class"));
}

TEST_F(Deployed, PathsThatLeaveTheArchiveAreLeftOut)
{
    const std::string type = bytesOf(kDeployed / "classes8/shop/Helper.class");
    std::ofstream(m_root / "bad.jar", std::ios::binary) << zip(
        {{"../../evil.java", "class Evil {}"}, {"/abs.java", "class Abs {}"}, {"C:/x.java", "class X {}"}, {"shop/Helper.class", type}});
    analyseRoot(m_root / "bad.jar");
    EXPECT_EQ(typeNames(), (std::set<std::string>{"shop.Helper"}));
    EXPECT_EQ(diagnostics().count("analysis.archive.unsafe-path"), 3U);
}

/// What is told from the directory of an archive is what reading all of it tells, or nothing.
TEST_F(Deployed, NamesOfTheDirectoryAreThoseOfTheEntries)
{
    Entries entries = classesOf("classes8", "WEB-INF/classes/");
    entries.emplace_back("../out.txt", "x");
    entries.emplace_back("empty.txt", "");
    const auto read = [](const std::string& bytes) {
        std::vector<std::string> names;
        std::vector<core::Diagnostic> ignored;
        const auto collect = [&](std::string_view path) {
            names.emplace_back(path);
            return false;
        };
        static_cast<void>(analyzers::readArchive({}, &bytes, "x.jar", {}, collect, ignored));
        return names;
    };
    const auto told = [](const fs::path& file, const std::string* bytes) {
        auto names = analyzers::zipNames(file, bytes, 100);
        if (names)
            for (std::string& name : *names)
                name = analyzers::safeEntryPath(name);
        if (names)
            std::erase(*names, "");
        return names;
    };
    const std::string whole = zip(entries);
    const auto expected = read(whole);
    ASSERT_EQ(expected.size(), entries.size() - 1);
    write("x.jar", whole);
    EXPECT_EQ(told(m_root / "x.jar", nullptr), expected);
    EXPECT_EQ(told({}, &whole), expected);
    const std::string commented = whole.substr(0, whole.size() - 2) + std::string("\x05\0hello", 7);
    EXPECT_EQ(told({}, &commented), expected);
    EXPECT_EQ(told({}, &commented), read(commented));

    const auto nothing = [&](const std::string& bytes) { return !told({}, &bytes).has_value(); };
    EXPECT_FALSE(analyzers::zipNames({}, &whole, expected.size() - 1).has_value());
    EXPECT_FALSE(told(m_root / "gone.jar", nullptr).has_value());
    EXPECT_FALSE(told(m_root, nullptr).has_value());
    EXPECT_TRUE(nothing("before " + whole));
    EXPECT_TRUE(nothing(whole + " behind"));
    EXPECT_TRUE(nothing(zip({{"\xEA\xB0\x80.class", "x"}})));
    for (std::size_t length = 0; length < whole.size(); length += 1 + length / 50)
        EXPECT_TRUE(nothing(whole.substr(0, length))) << length;
    std::mt19937 random(11);
    for (int i = 0; i < 2000; ++i) { // a damaged directory: nothing worse than names that are wrong
        std::string damaged = whole;
        for (int j = 0; j < 3; ++j)
            damaged[damaged.size() - 1 - random() % 1000] = static_cast<char>(random());
        const auto names = told({}, &damaged);
        EXPECT_LE(names ? names->size() : 0, entries.size());
    }
}

TEST_F(Deployed, BombsAndNestingCostOnlyThemselves)
{
    const std::string type = bytesOf(kDeployed / "classes8/shop/Helper.class");
    std::string nested = zip({{"deep/Deep.java", "package deep; class Deep {}"}});
    for (int i = 0; i < 8; ++i)
        nested = zip({{"inner.jar", nested}});
    std::ofstream(m_root / "bomb.jar", std::ios::binary)
        << zip({{"big.sql", std::string(std::size_t{40} << 20U, ' ')}, {"nest.jar", nested}, {"shop/Helper.class", type}});
    ASSERT_LT(fs::file_size(m_root / "bomb.jar"), std::size_t{1} << 20U);
    analyseRoot(m_root / "bomb.jar");
    EXPECT_EQ(typeNames(), (std::set<std::string>{"shop.Helper"}));
    EXPECT_EQ(diagnostics().count("analysis.archive.entry-too-large"), 1U);
    EXPECT_EQ(diagnostics().count("analysis.archive.too-deep"), 1U);
}

TEST_F(Deployed, BrokenArchivesAndClassFilesAreSaid)
{
    std::ofstream(m_root / "no.war", std::ios::binary) << "this is no archive";
    core::Job job(1);
    const auto result = analyzers::graph::analyzeTree(m_root / "no.war", {}, job);
    ASSERT_FALSE(result.has_value());
    EXPECT_TRUE(result.error().key == "analysis.archive.malformed" || result.error().key == "analysis.archive.not-readable");

    const std::string whole = bytesOf(kDeployed / "classes8/shop/OrderService.class");
    write("a/Half.class", std::string_view(whole).substr(0, whole.size() / 2));
    write("a/Text.class", "class Text {}");
    fs::copy(kDeployed / "classes8/shop/Helper.class", m_root / "a/Helper.class");
    fs::remove(m_root / "no.war");
    analyse();
    EXPECT_EQ(typeNames(), (std::set<std::string>{"shop.Helper"}));
    EXPECT_EQ(diagnostics().count("analysis.class.failed"), 2U);
}

/// Any byte of a class file may be wrong: nothing but the facts of that class may suffer.
TEST_F(Deployed, DamagedClassFilesNeverCostOthers)
{
    const std::string whole = bytesOf(kDeployed / "classes17/shop/OrderService.class");
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        std::string damaged = whole;
        for (int j = 0; j < 4; ++j)
            damaged[10 + random() % (damaged.size() - 10)] = static_cast<char>(random());
        write("c" + std::to_string(i) + "/OrderService.class", damaged);
    }
    fs::copy(kDeployed / "classes17/shop/Helper.class", m_root / "Helper.class");
    analyse();
    EXPECT_TRUE(typeNames().contains("shop.Helper"));
    EXPECT_EQ(model().files.size(), 301U);
}

} // namespace
} // namespace naru::tests
