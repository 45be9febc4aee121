#include "core/base/InlineList.h"
#include "core/base/TextRoom.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using naru::core::InlineList;

/// Both do the same: a list of this kind is a vector with another room.
TEST(InlineList, IsAVectorWithAnotherRoom)
{
    std::mt19937 random(7);
    std::vector<InlineList<std::uint32_t, 2>> lists(4);
    std::vector<std::vector<std::uint32_t>> vectors(4);
    for (int step = 0; step < 20'000; ++step) {
        const std::size_t one = random() % 4;
        const std::size_t other = random() % 4;
        const auto number = static_cast<std::uint32_t>(random());
        switch (random() % 8) {
        case 0:
        case 1:
        case 2:
            lists[one].push_back(number);
            vectors[one].push_back(number);
            break;
        case 3:
            lists[one] = lists[other];
            vectors[one] = vectors[other];
            break;
        case 4:
            std::swap(lists[one], lists[other]);
            std::swap(vectors[one], vectors[other]);
            break;
        case 5:
            lists[one].resize(number % 7);
            vectors[one].resize(number % 7);
            break;
        case 6:
            if (number % 3 == 0) {
                lists[one].clear();
                vectors[one].clear();
            } else if (!lists[one].empty()) { // an element of its own, while it grows
                lists[one].push_back(lists[one].front());
                vectors[one].push_back(std::uint32_t(vectors[one].front()));
            }
            break;
        default:
            lists[one] = InlineList<std::uint32_t, 2>(lists[other]);
            vectors[one] = std::vector<std::uint32_t>(vectors[other]);
        }
        if (vectors[one].size() > 50) {
            lists[one] = {1, 2};
            vectors[one] = {1, 2};
        }
        for (std::size_t i = 0; i < lists.size(); ++i) {
            ASSERT_EQ(lists[i].size(), vectors[i].size());
            ASSERT_EQ(lists[i].empty(), vectors[i].empty());
            ASSERT_TRUE(std::ranges::equal(lists[i], vectors[i])) << "step " << step;
            if (!vectors[i].empty()) {
                ASSERT_EQ(lists[i].front(), vectors[i].front());
                ASSERT_EQ(lists[i].back(), vectors[i].back());
                ASSERT_EQ(lists[i][vectors[i].size() / 2], vectors[i][vectors[i].size() / 2]);
            }
        }
        ASSERT_EQ(lists[0] == lists[1], vectors[0] == vectors[1]);
    }
}

TEST(TextRoom, TextsStayWhereTheyAre)
{
    naru::core::TextRoom room;
    std::vector<std::pair<std::string_view, std::string>> kept;
    for (std::size_t i = 0; i < 3000; ++i) {
        const std::string text(i % 7 == 0 ? 0 : i * 13 % 300, static_cast<char>('a' + i % 26));
        kept.emplace_back(room.keep({text, "/", std::to_string(i)}), text + "/" + std::to_string(i));
    }
    const std::string large(200'000, 'x');
    kept.emplace_back(room.keep({large}), large);
    EXPECT_TRUE(room.keep({}).empty());
    for (const auto& [view, text] : kept)
        ASSERT_EQ(view, text);
    EXPECT_GT(room.bytes(), 400'000U);
}

} // namespace
