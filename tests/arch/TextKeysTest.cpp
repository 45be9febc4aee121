#include "core/base/Texts.h"
#include "tests/arch/SourceFiles.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

namespace naru::tests {

namespace {

struct Use {
    std::string key;
    std::string where;
};

void collect(const ProjectFile& file, const RE2& pattern, std::vector<Use>& uses)
{
    re2::StringPiece rest(file.text);
    re2::StringPiece key;
    while (RE2::FindAndConsume(&rest, pattern, &key))
        uses.push_back({std::string(key),
                        file.path + ":" + std::to_string(lineAt(file.text, static_cast<std::size_t>(key.data() - file.text.data())))});
}

/// Keys of failures and diagnostics that stand in the code as literals.
std::vector<Use> errorKeys()
{
    static const RE2 failure(R"re(ErrorCode::\w+\s*,\s*"([^"\n]+)")re");
    static const RE2 diagnostic(R"re(Severity::\w+\s*,\s*"([^"\n]+)")re");
    std::vector<Use> uses;
    for (const ProjectFile& file : projectFiles(productFolders())) {
        collect(file, failure, uses);
        collect(file, diagnostic, uses);
    }
    return uses;
}

std::string stem(const std::string& key) // module.topic. of module.topic.key
{
    const std::size_t first = key.find('.');
    const std::size_t second = first == std::string::npos ? first : key.find('.', first + 1);
    return second == std::string::npos ? "" : key.substr(0, second + 1);
}

core::Texts texts(const char* language)
{
    auto loaded = core::Texts::load(NARU_RESOURCES, language);
    EXPECT_TRUE(loaded) << loaded.error().key;
    return loaded ? *loaded : core::Texts();
}

TEST(TextKeys, EveryErrorAndDiagnosticHasASentence)
{
    const core::Texts english = texts("en");
    const std::vector<Use> uses = errorKeys();
    ASSERT_GT(uses.size(), 50U) << "the patterns of this test no longer fit the code";
    for (const Use& use : uses)
        EXPECT_TRUE(english.has(use.key)) << use.where << ": no sentence for " << use.key;
}

TEST(TextKeys, LiteralsThatLookLikeKeysAreKeys)
{
    const core::Texts english = texts("en");
    std::set<std::string> stems;
    for (const auto& [key, text] : english.all())
        if (const std::string start = stem(key); !start.empty())
            stems.insert(start);
    static const RE2 literal(R"re("([a-z][a-z0-9]*(?:\.[a-z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?){2,})")re");
    std::vector<Use> uses;
    for (const ProjectFile& file : projectFiles(productFolders()))
        collect(file, literal, uses);
    for (const Use& use : uses)
        if (stems.contains(stem(use.key))) {
            EXPECT_TRUE(english.has(use.key)) << use.where << ": no sentence for " << use.key;
        }
}

std::set<std::string> placeholders(const std::string& text)
{
    static const RE2 pattern(R"re(\{(\w+)\})re");
    std::set<std::string> names;
    re2::StringPiece rest(text);
    std::string name;
    while (RE2::FindAndConsume(&rest, pattern, &name))
        names.insert(name);
    return names;
}

TEST(TextKeys, BothLanguagesSayTheSame)
{
    const core::Texts english = texts("en");
    const core::Texts korean = texts("ko");
    for (const auto& [key, text] : english.all()) {
        ASSERT_TRUE(korean.has(key)) << key << " has no Korean sentence";
        EXPECT_EQ(placeholders(text), placeholders(korean.all().at(key))) << key;
    }
    for (const auto& [key, text] : korean.all())
        EXPECT_TRUE(english.has(key)) << key << " has no English sentence";
}

TEST(TextKeys, KoreanSentencesAreKorean)
{
    const core::Texts korean = texts("ko");
    for (const auto& [key, text] : korean.all()) {
        const bool hangul = std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xEA; });
        const bool words = std::ranges::count(text, ' ') > 2; // names and units may be the same in both
        EXPECT_TRUE(hangul || !words) << key << ": " << text;
    }
}

} // namespace

} // namespace naru::tests
