#include "core/base/StringPool.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

using namespace naru::core;

TEST(StringPool, InternsOnce)
{
    StringPool pool;
    const StringId first = pool.intern("회의실");
    EXPECT_EQ(pool.intern("회의실"), first);
    EXPECT_EQ(pool.view(first), "회의실");
    EXPECT_EQ(pool.find("회의실"), first);
    EXPECT_FALSE(pool.find("차량").valid());
    EXPECT_EQ(pool.intern(""), StringId(0U));
    EXPECT_EQ(pool.view(StringId()), "");
}

TEST(StringPool, ThreadsAgree)
{
    StringPool pool;
    constexpr int kTexts = 5000;
    const auto fill = [&] {
        for (int i = 0; i < kTexts; ++i)
            pool.intern("text" + std::to_string(i));
    };
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back(fill);
    threads.clear();
    for (int i = 0; i < kTexts; ++i) {
        const std::string text = "text" + std::to_string(i);
        ASSERT_EQ(pool.view(pool.find(text)), text);
    }
}
