#include "CppFixture.h"

#include "analyzers/cpp/FactsCodec.h"
#include "core/model/CodeModelJson.h"

#include <gmock/gmock.h>

namespace naru::tests {
namespace {

using ::testing::Contains;
using ::testing::Not;

class Workers : public CppFixture {
protected:
    void writeSystem()
    {
        write("inc/a.h", "struct A { int v; inline int twice() { return half() * 4; } int half(); };\n");
        for (int i = 0; i < 9; ++i)
            write("src/u" + std::to_string(i) + ".cpp",
                  "#include \"../inc/a.h\"\nint f" + std::to_string(i) + "(A &a) { a.v = 1; return a.twice(); }\n");
        write("src/half.cpp", "#include \"../inc/a.h\"\nint A::half() { return v / 2; }\n");
    }
    [[nodiscard]] std::string json() const { return core::codeModelJson(model(), {}); }
};

TEST_F(Workers, GiveTheSameForAnyNumber)
{
    writeSystem();
    analyse(1);
    const std::string one = json();
    analyse(3);
    EXPECT_EQ(json(), one);
    EXPECT_THAT(calls(), Contains("src.u8#f8(A) -> A#twice()"));
}

TEST_F(Workers, ACrashCostsItsUnitOnly)
{
    writeSystem();
    write("src/u3b.cpp", "int g(int a) { return " + std::string(400'000, '~') + "a; }\n");
    analyse(2);
    EXPECT_EQ(stateOf("src/u3b.cpp"), core::ParseState::Failed);
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.crashed"));
    EXPECT_THAT(calls(), Contains("src.u8#f8(A) -> A#twice()"));
    EXPECT_THAT(calls(), Contains("src.u4#f4(A) -> A#twice()"));
    EXPECT_THAT(calls(), Contains("A#twice() -> A#half()"));
}

TEST_F(Workers, AUnitThatTakesTooLongIsLeftOut)
{
    write("a.cpp", "template <int N> struct F { static constexpr long v = F<N - 1>::v + F<N - 2>::v; };\n"
                   "constexpr long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\n"
                   "int main() { return 0; }\n");
    std::string slow = "int v[] = {\n";
    for (int i = 0; i < 1'500'000; ++i)
        slow += "1,2,3,4,\n";
    write("slow.cpp", slow + "0};\n");
    m_options.native.limits.unitSeconds = 1.5;
    analyse(2);
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.timed-out"));
    EXPECT_THAT(memberIds(), Contains("a#main()"));
}

TEST_F(Workers, MemoryIsBounded)
{
    write("good.cpp", "int main() { return 0; }\n");
    std::string large = "int v[] = {\n";
    for (int i = 0; i < 1'500'000; ++i)
        large += "1,2,3,4,\n";
    write("large.cpp", large + "0};\n");
    m_options.native.limits.megabytes = 500;
    analyse(1);
    EXPECT_EQ(stateOf("large.cpp"), core::ParseState::Failed);
    EXPECT_THAT(memberIds(), Contains("good#main()"));
}

TEST_F(Workers, AProgramThatIsNotThereIsSaidOnce)
{
    write("a.cpp", "int main() { return 0; }\n");
    write("b.cpp", "int other() { return 0; }\n");
    m_options.native.worker = m_root / "none";
    analyse(1);
    EXPECT_EQ(stateOf("a.cpp"), core::ParseState::Failed);
    EXPECT_EQ(stateOf("b.cpp"), core::ParseState::Failed);
    EXPECT_EQ(std::ranges::count(diagnosticCodes(), "analysis.cpp.no-worker"), 1);
    EXPECT_THAT(diagnosticCodes(), Not(Contains("analysis.cpp.crashed")));
}

TEST_F(Workers, UnchangedUnitsComeFromTheCache)
{
    m_options.native.cache = m_root.string() + "-cache";
    writeSystem();
    analyse(2);
    const std::string full = json();
    const auto stamp = [&] {
        std::map<std::string, std::filesystem::file_time_type> found;
        for (const auto& entry : std::filesystem::directory_iterator(m_options.native.cache))
            found[entry.path().string()] = entry.last_write_time();
        return found;
    };
    const auto before = stamp();
    analyse(2);
    EXPECT_EQ(json(), full);
    EXPECT_EQ(stamp(), before); // nothing was read again

    // The unit that told the header goes away: another one tells it.
    std::filesystem::remove(m_root / "src/half.cpp");
    std::filesystem::remove(m_root / "src/u0.cpp");
    analyse(2);
    EXPECT_THAT(calls(), Contains("src.u8#f8(A) -> A#twice()"));
    m_options.native.cache.clear();
    const std::string cached = json();
    analyse(2);
    EXPECT_EQ(json(), cached);

    // A changed header is seen by every unit.
    m_options.native.cache = m_root.string() + "-cache";
    write("inc/a.h", "struct A { int v; inline int twice() { return other(); } int other() { return 2; } };\n");
    analyse(2);
    EXPECT_THAT(calls(), Contains("A#twice() -> A#other()"));
    EXPECT_THAT(calls(), Not(Contains("A#twice() -> A#half()")));
    std::filesystem::remove_all(m_root.string() + "-cache");
}

TEST(FactsCodec, BytesThatWereChangedAreRefused)
{
    analyzers::cpp::UnitFacts facts;
    facts.texts.emplace_back("a");
    facts.files.push_back({1, 1, 1});
    facts.calls.push_back({.from = 1, .to = 1});
    const std::string bytes = analyzers::cpp::encodeFacts(facts);
    const auto same = analyzers::cpp::decodeFacts(bytes);
    ASSERT_TRUE(same.has_value());
    EXPECT_EQ(same->calls.size(), 1U);
    for (std::size_t i = 0; i < bytes.size(); i += 7) {
        std::string broken = bytes;
        broken[i] = static_cast<char>(broken[i] ^ 0x55);
        EXPECT_FALSE(analyzers::cpp::decodeFacts(broken).has_value()) << i;
        EXPECT_FALSE(analyzers::cpp::decodeFacts(bytes.substr(0, i)).has_value()) << i;
    }
}

} // namespace
} // namespace naru::tests
