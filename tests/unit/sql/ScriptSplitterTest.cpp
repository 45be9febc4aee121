#include "analyzers/sql/ScriptSplitter.h"

#include "analyzers/sql/RoutineText.h"
#include "analyzers/sql/SqlTokens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace naru::analyzers::sql {
namespace {

/// The rules of the splitter one character at a time: what its look at 64 bytes is compared with.
class PlainSplitter {
public:
    PlainSplitter(std::string_view text, bool backslash) : m_text(text), m_backslash(backslash) {}

    std::vector<std::string_view> all() const
    {
        std::vector<std::string_view> found;
        for (std::size_t start = 0; start < m_text.size();) {
            const std::size_t end = endOf(start);
            const std::string_view statement = m_text.substr(start, end - start);
            if (statement.find_first_not_of(" \t\r\n;/") != std::string_view::npos) {
                found.push_back(statement);
            }
            start = end + 1;
        }
        return found;
    }

private:
    char at(std::size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }

    std::size_t endOf(std::size_t i) const
    {
        for (; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == ';' || (c == '\n' && parts(i + 1))) {
                return i;
            }
            if (c == '\'' || c == '"' || c == '`') {
                for (++i; i < m_text.size() && m_text[i] != c; ++i) {
                    i += m_text[i] == '\\' && m_backslash && c == '\'' ? 1 : 0;
                }
            } else if (c == '-' && at(i + 1) == '-') {
                while (i + 1 < m_text.size() && m_text[i + 1] != '\n') {
                    ++i;
                }
            } else if (c == '/' && at(i + 1) == '*') {
                for (i += 2; i < m_text.size() && !(m_text[i] == '*' && at(i + 1) == '/');) {
                    ++i;
                }
                ++i;
            }
        }
        return m_text.size();
    }

    bool parts(std::size_t i) const
    {
        std::string line = upper(m_text.substr(std::min(i, m_text.size()), m_text.find('\n', i) - i));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
            line.pop_back();
        }
        return line == "/" || line == "GO" || line.starts_with("CREATE TABLE ");
    }

    std::string_view m_text;
    bool m_backslash;
};

std::vector<std::string_view> split(std::string_view text, bool backslash)
{
    std::vector<std::string_view> found;
    ScriptSplitter splitter(text, backslash);
    for (std::string_view statement = splitter.next(); statement.data() != nullptr; statement = splitter.next()) {
        found.push_back(statement);
    }
    return found;
}

std::string randomScript(std::mt19937& random)
{
    static constexpr auto kPieces = std::to_array<std::string_view>(
        {"'", "'", "''", "\"", "`", "\\", "\\'", ";", ";\n", "--", "-- it's\n", "/*", "*/", "/* ; ' */", "\n", "\n/\n", "\nGO\n", "\ngo \r\n",
         "\nCREATE TABLE T (A INT)", "\ncreate table ", "-", "/", "INSERT INTO T VALUES (1, 'a;b', 'c--d')", "가나다", " ", "x", "  VALUES  ",
         "a long run of words without anything that parts statements in it, longer than one look", "\nG", "\nC", "\n/*"});
    std::string text;
    const std::size_t pieces = random() % 60;
    for (std::size_t i = 0; i < pieces; ++i) {
        text += kPieces[random() % kPieces.size()];
        text.append(random() % 4 == 0 ? random() % 80 : 0, 'x');
    }
    text.resize(random() % 5 == 0 && !text.empty() ? random() % text.size() : text.size());
    return text;
}

TEST(ScriptSplitter, IsWhatOneCharacterAtATimeGives)
{
    std::mt19937 random(20261129);
    for (int round = 0; round < 40000; ++round) {
        const std::string text = randomScript(random);
        for (const bool backslash : {false, true}) {
            ASSERT_EQ(split(text, backslash), PlainSplitter(text, backslash).all()) << text;
        }
    }
}

TEST(ScriptSplitter, StringsOverManyLooks)
{
    const std::string text = "INSERT INTO T VALUES ('" + std::string(300, ';') + "');CREATE TABLE A (B INT);" + std::string(70, ' ') + "DROP TABLE C";
    const auto statements = split(text, false);
    ASSERT_EQ(statements.size(), 3U);
    EXPECT_FALSE(isDdl(statements[0]));
    EXPECT_TRUE(isDdl(statements[1]));
    EXPECT_TRUE(isDdl(statements[2]));
}

/// mentionsRoutine as its comment says it: a verb, and a kind of routine within 160 characters.
bool plainMention(std::string_view text)
{
    const std::string all = upper(text);
    for (const std::string_view verb : {"CREATE", "ALTER"}) {
        for (std::size_t at = all.find(verb); at != std::string::npos; at = all.find(verb, at + verb.size())) {
            const std::string near = all.substr(at, 160);
            for (const std::string_view word : {"FUNCTION", "PACKAGE", "PROC", "TRIGGER"}) {
                if (near.contains(word)) {
                    return true;
                }
            }
        }
    }
    return false;
}

TEST(RoutineText, MentionsAreFoundWhereverTheyStand)
{
    std::mt19937 random(7);
    int mentions = 0;
    for (int round = 0; round < 20000; ++round) {
        static constexpr auto kPieces = std::to_array<std::string_view>(
            {"create ", "CREATE", "alter", "Alter ", "or replace ", "function", "PROCEDURE", "pRoC", "package", "trigger", "creat", "alte", "TABLE "});
        std::string text;
        for (std::size_t i = random() % 6; i > 0; --i) {
            text.append(random() % 200, 'c');
            text += kPieces[random() % kPieces.size()];
        }
        ASSERT_EQ(mentionsRoutine(text), plainMention(text)) << text;
        mentions += plainMention(text) ? 1 : 0;
    }
    EXPECT_GT(mentions, 1000);
    EXPECT_LT(mentions, 19000);
}

TEST(SqlTokens, WordsOfTheLanguageInAnyCase)
{
    EXPECT_EQ(wordOf("execute"), Word::Exec);
    EXPECT_EQ(wordOf("Straight_Join"), Word::StraightJoin);
    EXPECT_EQ(wordOf("LOW_PRIORITY"), Word::LowPriority);
    EXPECT_EQ(wordOf("add"), Word::Add);
    EXPECT_EQ(wordOf("with"), Word::With);
    for (const std::string_view other : {"", "A", "ADDED", "XYZ", "_ADD", "ZZ", "SELEKT", "MATERIALIZED_", "가", "1A"}) {
        EXPECT_EQ(wordOf(other), Word::None) << other;
    }
}

} // namespace
} // namespace naru::analyzers::sql
