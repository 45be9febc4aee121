#include "core/base/Texts.h"

#include <gtest/gtest.h>

#include <set>

using namespace naru::core;

namespace {

std::multiset<std::string> placeholders(const std::string& text)
{
    std::multiset<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
        names.insert(text.substr(open, text.find('}', open) - open + 1));
    return names;
}

} // namespace

TEST(Texts, FillsPlaceholders)
{
    EXPECT_EQ(fillPlaceholders("{a} of {b}, {c}", {{"a", "1"}, {"b", "2"}}), "1 of 2, {c}");
    EXPECT_EQ(fillPlaceholders("open {", {}), "open {");
}

TEST(Texts, BothLanguagesAreComplete)
{
    const auto ko = Texts::load(NARU_RESOURCES, "ko");
    const auto en = Texts::load(NARU_RESOURCES, "en");
    ASSERT_TRUE(ko) << ko.error().key;
    ASSERT_TRUE(en) << en.error().key;
    for (const auto& [key, text] : ko->all()) {
        ASSERT_TRUE(en->has(key)) << key << " is missing in English";
        const auto unique = [](const std::multiset<std::string>& names) { return std::set<std::string>(names.begin(), names.end()); };
        EXPECT_EQ(unique(placeholders(text)), unique(placeholders(en->all().at(key)))) << key;
    }
    for (const auto& [key, text] : en->all())
        EXPECT_TRUE(ko->has(key)) << key << " is missing in Korean";
}
