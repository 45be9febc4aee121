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

namespace {

/// Enough texts for tables of several sizes.
void fill(StringPool& pool, int texts)
{
    for (int i = 0; i < texts; ++i)
        pool.intern("글" + std::to_string(i));
}

std::string imageOf(const StringPool& pool)
{
    struct : ByteSink {
        std::string bytes;
        void write(std::string_view more) override { bytes += more; }
    } sink;
    pool.save(sink);
    return sink.bytes;
}

} // namespace

TEST(StringPool, AnImageGivesTheSameIds)
{
    for (const int texts : {0, 1, 40, 20'000}) {
        StringPool pool;
        fill(pool, texts);
        StringPool other;
        ASSERT_TRUE(other.restore(imageOf(pool))) << texts;
        for (int i = 0; i < texts; ++i) {
            const std::string text = "글" + std::to_string(i);
            ASSERT_EQ(other.find(text), pool.find(text));
            ASSERT_EQ(other.view(other.find(text)), text);
        }
        fill(pool, texts + 500); // both go on alike
        fill(other, texts + 500);
        EXPECT_EQ(other.find("글" + std::to_string(texts + 499)), pool.find("글" + std::to_string(texts + 499)));
        EXPECT_EQ(imageOf(other), imageOf(pool));
    }
}

TEST(StringPool, ADamagedImageLeavesThePoolEmpty)
{
    StringPool full;
    fill(full, 3000);
    const std::string image = imageOf(full);
    for (std::size_t size = 0; size < image.size(); size += 997) {
        StringPool pool;
        EXPECT_FALSE(pool.restore(image.substr(0, size)));
        EXPECT_FALSE(pool.find("글1").valid());
        EXPECT_TRUE(pool.intern("글1").valid());
    }
    StringPool pool;
    EXPECT_FALSE(pool.restore(image + "x"));
    std::string numbers = image; // the heads of 16 parts, then hashes and ends of the first
    for (std::size_t i = 256; i < 256 + 2048; ++i)
        numbers[i] = static_cast<char>(i);
    EXPECT_FALSE(pool.restore(numbers));
    std::string heads = image;
    for (std::size_t i = 0; i < 256; ++i) {
        heads[i] = static_cast<char>(image[i] ^ 0x41);
        EXPECT_FALSE(pool.restore(heads)) << i;
        heads[i] = image[i];
    }
}
