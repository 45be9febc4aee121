#include "SourceFixture.h"

#include "analyzers/spi/KnownArchives.h"
#include "analyzers/spi/KnownFolders.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <random>
#include <thread>
#include <unistd.h>

namespace naru::tests {
namespace {

namespace fs = std::filesystem;
using analyzers::KnownFolders;

/// A listing that knows an earlier one finds what one without does.
class Listing : public SourceFixture {
protected:
    [[nodiscard]] std::string listed(KnownFolders* known) const
    {
        core::Job job(1);
        const auto tree = analyzers::listFolder(m_root, m_limits, job, known);
        if (!tree)
            return tree.error().key;
        std::string all;
        for (const auto& file : tree->files) {
            EXPECT_EQ(file.absolute, (m_root / file.path).native());
            all += std::string(file.path) + ' ' + std::to_string(file.bytes) + ' ' + std::to_string(file.changed) + '\n';
        }
        EXPECT_TRUE(std::ranges::is_sorted(tree->files, {}, &analyzers::TreeFile::path));
        for (const auto& said : tree->diagnostics)
            all += said.code + ' ' + said.file + '\n';
        return all;
    }
    /// With what the last listing found, as it lies in a cache.
    void expectSame(const std::string& what)
    {
        KnownFolders known(std::chrono::nanoseconds(0));
        ASSERT_TRUE(m_kept.empty() || known.restore(m_kept));
        EXPECT_EQ(listed(&known), listed(nullptr)) << what;
        m_kept = known.bytes();
    }
    /// Until the dates of the folders are believed.
    static void wait() { std::this_thread::sleep_for(std::chrono::milliseconds(130)); }
    /// The listing reads no folder.
    [[nodiscard]] bool knowsAll()
    {
        KnownFolders known(std::chrono::nanoseconds(0));
        if (!known.restore(m_kept))
            return false;
        static_cast<void>(listed(&known));
        const int root = ::open(m_root.c_str(), O_RDONLY | O_DIRECTORY);
        const bool rootKnown = known.knows(KnownFolders::kRoot, known.editionOf(root));
        ::close(root);
        return rootKnown && !known.worthKeeping();
    }

    analyzers::ReadLimits m_limits;
    std::string m_kept;
};

TEST_F(Listing, FindsWhatChangedInFoldersItKnows)
{
    for (const char* path : {"pom.xml", "a/A.java", "a/b/B.java", "a/b/c/d/e/One.java", "a/b/c/d/e/Two.java", "a-b/x.sql", "a/.git/config",
                             "web/1.jsp", "web/2.jsp", "web/3.jsp", "web/4.jsp", "web/5.jsp", "web/target/T.java", "target/classes/T.class"})
        write(path, "x");
    fs::create_directory_symlink(m_root / "a", m_root / "link");
    wait();
    expectSame("at first");
    expectSame("again");
    if (!knowsAll())
        GTEST_SKIP() << "the file system of the temporary folder is none whose folders are believed";
    const auto step = [&](const std::string& what) {
        expectSame(what);
        wait();
        expectSame(what + ", later");
        EXPECT_TRUE(knowsAll()) << what;
    };
    write("a/b/c/d/e/Three.java", "new");
    step("a file more");
    write("a/b/B.java", "longer than before");
    step("a file changed");
    fs::remove(m_root / "web/3.jsp");
    step("a file less");
    fs::rename(m_root / "a/b/c", m_root / "web/c");
    step("a folder moved");
    fs::rename(m_root / "web/c/d/e", m_root / "e");
    fs::create_directories(m_root / "web/c/d/e/f");
    write("web/c/d/e/f/New.java", "n");
    step("another folder of the same name");
    fs::rename(m_root / "web", m_root / "other");
    fs::rename(m_root / "a-b", m_root / "web");
    fs::rename(m_root / "other", m_root / "a-b");
    step("two folders have changed places");
    fs::remove(m_root / "a/A.java");
    fs::create_directory(m_root / "a/A.java");
    write("a/A.java/inside.xml", "<x/>");
    step("a folder where a file was");
    fs::remove(m_root / "link");
    fs::create_symlink(m_root / "pom.xml", m_root / "a-b/link.xml");
    step("another link");
    write("a-b/pom.xml", "<project/>");
    step("what was a package is build output");
    fs::remove(m_root / "pom.xml");
    step("and the other way round");
    write("a/\xEC\xA7\x81\xEC\x9B\x90/\xFF.java", "bytes that are no text");
    core::Job job(1);
    const auto tree = analyzers::listFolder(m_root, m_limits, job);
    EXPECT_TRUE(std::ranges::any_of(tree->files, [](const auto& file) { return file.path == "a/\xEC\xA7\x81\xEC\x9B\x90/\\xFF.java"; }));
    fs::remove(m_root / "a/\xEC\xA7\x81\xEC\x9B\x90/\xFF.java");
    m_limits.depth = 3;
    step("as deep as allowed");
}

TEST_F(Listing, FindsWhateverChangesAtRandom)
{
    std::mt19937 random(11);
    const auto folder = [&] {
        std::string path;
        for (std::uint32_t left = random() % 4; left > 0; --left)
            path += std::string(1, static_cast<char>('a' + random() % 3)) + "/";
        return path;
    };
    for (int round = 0; round < 25; ++round) {
        for (int change = 0; change < 12; ++change) {
            const std::string at = folder() + "f" + std::to_string(random() % 6) + ".sql";
            std::error_code ignored;
            switch (random() % 4) {
            case 0: fs::remove(m_root / at, ignored); break;
            case 1: fs::remove_all(m_root / folder() / std::string(1, static_cast<char>('a' + random() % 3)), ignored); break;
            case 2: fs::rename(m_root / folder() / "a", m_root / folder() / "b", ignored); break;
            default: write(at, std::string(random() % 50, 'x'));
            }
        }
        if (round % 5 == 0)
            wait();
        expectSame("round " + std::to_string(round));
    }
}

TEST_F(Listing, BelievesNoFolderThatChangedJustBefore)
{
    write("a/A.java", "a");
    KnownFolders known;
    static_cast<void>(listed(&known));
    const int root = ::open(m_root.c_str(), O_RDONLY | O_DIRECTORY);
    EXPECT_EQ(known.editionOf(root).changed, 0);
    EXPECT_FALSE(known.knows(KnownFolders::kRoot, known.editionOf(root)));
    ::close(root);
}

TEST_F(Listing, TakesNoDamagedKnowledge)
{
    for (int i = 0; i < 40; ++i)
        write("a/b" + std::to_string(i % 7) + "/F" + std::to_string(i) + ".java", "x");
    wait();
    expectSame("at first");
    for (std::size_t at = 0; at < m_kept.size(); at += 3) {
        KnownFolders known(std::chrono::nanoseconds(0));
        std::string damaged = m_kept;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5a);
        if (known.restore(damaged)) // nothing is read outside; that the bytes are right, the file of the cache tells
            static_cast<void>(listed(&known));
        EXPECT_FALSE(KnownFolders().restore(std::string_view(m_kept).substr(0, at)));
    }
}

TEST(KnownArchives, AreThoseOfTheSameSizeAndAnOldDate)
{
    using analyzers::KnownArchives;
    const std::int64_t old = 1'600'000'000'000'000'000;
    KnownArchives first;
    EXPECT_EQ(first.find("lib/a.jar", 10, old), nullptr);
    first.keep("lib/a.jar", 10, old, {{"kr/go/tax", "org/other"}, true});
    first.keep("lib/b.jar", 10, old, {});
    first.keep("lib/young.jar", 10, std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count(), {});
    EXPECT_TRUE(first.worthKeeping());
    KnownArchives next;
    ASSERT_TRUE(next.restore(first.bytes()));
    EXPECT_EQ(next.bytes(), first.bytes()); // nobody asked: all stays
    EXPECT_EQ(next.find("lib/a.jar", 11, old), nullptr);
    EXPECT_EQ(next.find("lib/a.jar", 10, old + 1), nullptr);
    EXPECT_EQ(next.find("lib/young.jar", 10, old), nullptr);
    EXPECT_EQ(next.find("lib/b.jar", 10, 0), nullptr);
    const auto* known = next.find("lib/a.jar", 10, old);
    ASSERT_NE(known, nullptr);
    EXPECT_EQ(known->owners, (std::vector<std::string>{"kr/go/tax", "org/other"}));
    EXPECT_TRUE(known->unknownPackage);
    EXPECT_FALSE(next.worthKeeping());
    KnownArchives last;
    ASSERT_TRUE(last.restore(next.bytes())); // of b nobody asked any more
    EXPECT_EQ(last.find("lib/b.jar", 10, old), nullptr);
    EXPECT_FALSE(last.restore("no bytes of this kind"));
}

} // namespace
} // namespace naru::tests
