// The parser with LexerSteps.h against the grammar as it comes from npm: the same trees, whatever the text and however it is read.

#include "core/base/Files.h"

#include <gtest/gtest.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
const TSLanguage* tree_sitter_java(void);
const TSLanguage* tree_sitter_java_plain(void);
}

namespace {

using namespace naru;

struct Node {
    TSSymbol symbol = 0;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    TSPoint from{};
    TSPoint to{};
    bool missing = false;
    std::uint32_t depth = 0;
};

bool same(const Node& a, const Node& b)
{
    return a.symbol == b.symbol && a.start == b.start && a.end == b.end && a.from.row == b.from.row && a.from.column == b.from.column &&
           a.to.row == b.to.row && a.to.column == b.to.column && a.missing == b.missing && a.depth == b.depth;
}

std::vector<Node> nodesOf(const TSTree* tree)
{
    std::vector<Node> nodes;
    TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
    std::uint32_t depth = 0;
    for (bool more = true; more;) {
        const TSNode node = ts_tree_cursor_current_node(&cursor);
        nodes.push_back({ts_node_symbol(node), ts_node_start_byte(node), ts_node_end_byte(node), ts_node_start_point(node),
                         ts_node_end_point(node), ts_node_is_missing(node), depth});
        if (ts_tree_cursor_goto_first_child(&cursor)) {
            ++depth;
            continue;
        }
        while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
            more = ts_tree_cursor_goto_parent(&cursor);
            if (!more)
                break;
            --depth;
        }
    }
    ts_tree_cursor_delete(&cursor);
    return nodes;
}

struct Pieces {
    std::string_view text;
    std::uint32_t size;
};

const char* piece(void* payload, std::uint32_t at, TSPoint, std::uint32_t* read)
{
    const auto& pieces = *static_cast<const Pieces*>(payload);
    const std::string_view part = at < pieces.text.size() ? pieces.text.substr(at, pieces.size) : std::string_view();
    *read = static_cast<std::uint32_t>(part.size());
    return part.data();
}

/// The nodes of a text; size: bytes given at a time, 0: all at once.
std::vector<Node> parsed(const TSLanguage* language, std::string_view text, std::uint32_t size, const std::vector<TSRange>& ranges)
{
    const std::unique_ptr<TSParser, decltype(&ts_parser_delete)> parser(ts_parser_new(), ts_parser_delete);
    EXPECT_TRUE(ts_parser_set_language(parser.get(), language));
    if (!ranges.empty()) {
        EXPECT_TRUE(ts_parser_set_included_ranges(parser.get(), ranges.data(), static_cast<std::uint32_t>(ranges.size())));
    }
    Pieces pieces{text, size};
    const std::unique_ptr<TSTree, decltype(&ts_tree_delete)> tree(
        size == 0 ? ts_parser_parse_string(parser.get(), nullptr, text.data(), static_cast<std::uint32_t>(text.size()))
                  : ts_parser_parse(parser.get(), nullptr, {&pieces, piece, TSInputEncodingUTF8, nullptr}),
        ts_tree_delete);
    return nodesOf(tree.get());
}

void expectSameTrees(std::string_view text, const std::string& what, std::uint32_t size = 0, const std::vector<TSRange>& ranges = {})
{
    const std::vector<Node> ours = parsed(tree_sitter_java(), text, size, ranges);
    const std::vector<Node> plain = parsed(tree_sitter_java_plain(), text, size, ranges);
    const auto [at, other] = std::ranges::mismatch(ours, plain, same);
    EXPECT_TRUE(at == ours.end() && other == plain.end()) << what << ": node " << at - ours.begin() << " of " << plain.size();
}

std::vector<std::string> sampleSources()
{
    std::vector<std::string> sources;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(NARU_RESOURCES) / "sample"))
        if (entry.path().extension() == ".java")
            if (auto text = core::readFile(entry.path()); text)
                sources.push_back(*text);
    std::ranges::sort(sources);
    return sources;
}

/// A text with up to eight places changed: taken out, doubled, cut, or bytes of all kinds put in.
std::string damaged(std::string text, std::mt19937& random)
{
    static constexpr std::array<std::string_view, 18> kBits = {"가", "\xF0\x9F\x98\x80", "é", "\xFF", "\xC3", "\r\n", "\n", "\"", "'", "/*", "*/",
                                                               "//", "\\u0041", "\"\"\"", "{", "0x", "\xEF\xBB\xBF", "$_1"};
    for (unsigned left = random() % 8 + 1; left > 0 && !text.empty(); --left) {
        const std::size_t at = random() % text.size();
        switch (random() % 5) {
        case 0: text.erase(at, random() % 20); break;
        case 1: text.insert(at, text.substr(at, random() % 200)); break;
        case 2: text.insert(at, 1, static_cast<char>(random() % 256)); break;
        case 3: text.resize(at + (text.size() - at) / 2); break;
        default: text.insert(at, kBits.at(random() % kBits.size())); break;
        }
    }
    return text;
}

TEST(LexerSteps, SampleSourcesHaveTheSameTrees)
{
    const std::vector<std::string> sources = sampleSources();
    ASSERT_GT(sources.size(), 100U);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        expectSameTrees(sources[i], "source " + std::to_string(i));
        expectSameTrees("\xEF\xBB\xBF" + sources[i], "with a mark of byte order, source " + std::to_string(i));
    }
}

TEST(LexerSteps, DamagedSourcesHaveTheSameTrees)
{
    const std::vector<std::string> sources = sampleSources();
    std::mt19937 random(20260101);
    for (int round = 0; round < 1500; ++round)
        expectSameTrees(damaged(sources[random() % sources.size()], random), "round " + std::to_string(round));
}

TEST(LexerSteps, TextGivenInPiecesAndInRangesHasTheSameTrees)
{
    const std::vector<std::string> sources = sampleSources();
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const std::string text = damaged(sources[random() % sources.size()], random);
        expectSameTrees(text, "pieces, round " + std::to_string(round), random() % 50 + 1);
        if (text.size() < 100)
            continue;
        const auto at = [&](std::size_t offset) {
            const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
            const std::size_t line = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
            return TSPoint{lines, static_cast<std::uint32_t>(offset - (line == std::string::npos ? 0 : line + 1))};
        };
        const std::size_t a = random() % (text.size() / 3);
        const std::size_t b = a + text.size() / 4;
        const std::size_t c = b + random() % 20 + 1;
        const auto range = [&](std::size_t from, std::size_t to) {
            return TSRange{at(from), at(to), static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
        };
        expectSameTrees(text, "ranges, round " + std::to_string(round), round % 2 == 0 ? 0 : 13, {range(a, b), range(c, text.size())});
    }
}

} // namespace
