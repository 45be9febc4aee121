#include "analyzers/java/FlatTree.h"
#include "analyzers/java/TreeMemory.h"

#include <gtest/gtest.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

extern "C" const TSLanguage* tree_sitter_java(void);

namespace {

using namespace naru::analyzers::java;

TEST(TreeMemory, BlocksKeepWhatWasWrittenWhileOthersComeAndGo)
{
    TreeMemory memory;
    std::mt19937 random(11);
    for (int file = 0; file < 3; ++file) {
        const TreeMemory::Scope scope(memory);
        std::map<void*, std::vector<unsigned char>> live;
        for (int step = 0; step < 20000; ++step) {
            const std::size_t size = random() % 10 == 0 ? random() % 5000 : random() % 200;
            auto at = live.empty() ? live.end() : std::next(live.begin(), static_cast<std::ptrdiff_t>(random() % std::min<std::size_t>(live.size(), 50)));
            if (at == live.end() || random() % 3 == 0) {
                void* block = memory.allocate(size);
                ASSERT_EQ(reinterpret_cast<std::uintptr_t>(block) % alignof(void*), 0U);
                std::vector<unsigned char> bytes(size, static_cast<unsigned char>(step));
                std::memcpy(block, bytes.data(), size);
                ASSERT_TRUE(live.emplace(block, std::move(bytes)).second) << "a block was given twice";
                continue;
            }
            void* block = at->first;
            std::vector<unsigned char> bytes = at->second;
            ASSERT_EQ(std::memcmp(block, bytes.data(), bytes.size()), 0);
            live.erase(at);
            if (random() % 2 == 0) {
                memory.release(block);
                continue;
            }
            block = memory.grow(block, bytes.size() + size);
            ASSERT_EQ(std::memcmp(block, bytes.data(), bytes.size()), 0);
            bytes.resize(bytes.size() + size, static_cast<unsigned char>(step));
            std::memcpy(block, bytes.data(), bytes.size());
            ASSERT_TRUE(live.emplace(block, std::move(bytes)).second);
        }
    }
}

TEST(TreeMemory, OneLargeFileIsNotPaidForByAllThatFollow)
{
    TreeMemory memory;
    {
        const TreeMemory::Scope scope(memory);
        for (int i = 0; i < 1000; ++i)
            memory.allocate(100'000);
    }
    EXPECT_GT(memory.held(), 90'000'000U);
    const TreeMemory::Scope scope(memory);
    EXPECT_LE(memory.held(), 8U << 20U);
    memory.allocate(10);
    EXPECT_LE(memory.held(), 9U << 20U);
}

TEST(TreeMemory, ParsersOutsideOfItAndOnOtherThreadsAreNotTouched)
{
    JavaParser reader;
    const std::string text = "class A { int f(int x) { return x + 1; } }";
    const auto nodes = reader.parse(text)->nodes.size();
    TSParser* plain = ts_parser_new();
    ts_parser_set_language(plain, tree_sitter_java());
    TSTree* tree = ts_parser_parse_string(plain, nullptr, text.data(), static_cast<std::uint32_t>(text.size()));
    std::vector<std::size_t> counts(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t& count : counts)
            threads.emplace_back([&] {
                JavaParser own;
                for (int i = 0; i < 50; ++i)
                    count = own.parse(text)->nodes.size();
            });
    }
    EXPECT_EQ(counts, std::vector<std::size_t>(4, nodes));
    EXPECT_EQ(ts_node_end_byte(ts_tree_root_node(tree)), text.size());
    ts_tree_delete(tree);
    ts_parser_delete(plain);
    EXPECT_EQ(reader.parse(text)->nodes.size(), nodes);
}

} // namespace
