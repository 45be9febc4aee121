#include "core/base/TextRoom.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

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
    std::size_t bytes = 0;
    for (const auto& [view, text] : kept) {
        ASSERT_EQ(view, text);
        bytes += text.size();
    }
    EXPECT_EQ(room.bytes(), bytes);
}

} // namespace
