#include "core/storage/ColumnCodec.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace naru::core {
namespace {

TEST(ColumnCodec, NumbersOfTheWholeRangeComeBack)
{
    std::vector<std::int64_t> values = {0,
                                        1,
                                        -1,
                                        63,
                                        64,
                                        -64,
                                        -65,
                                        1'000'000,
                                        std::numeric_limits<std::int64_t>::min(),
                                        std::numeric_limits<std::int64_t>::max(),
                                        0,
                                        std::numeric_limits<std::int64_t>::min()};
    std::mt19937_64 random(3);
    for (int i = 0; i < 10'000; ++i)
        values.push_back(static_cast<std::int64_t>(random() >> (random() % 64)));
    ColumnEncoder encoder;
    for (const std::int64_t value : values)
        encoder.add(value);
    const std::string block = encoder.finish();
    ColumnDecoder decoder(block);
    for (const std::int64_t value : values)
        ASSERT_EQ(decoder.next(), value);
    EXPECT_TRUE(decoder.sound());
    EXPECT_TRUE(decoder.atEnd());
    decoder.next();
    EXPECT_FALSE(decoder.sound());
}

TEST(ColumnCodec, NeighboursThatAreAlikeTakeOneByteEach)
{
    ColumnEncoder encoder;
    for (std::int64_t i = 0; i < 1'000; ++i)
        encoder.add(1'000'000 + i / 3);
    EXPECT_LT(encoder.finish().size(), 1'020U);
}

TEST(ColumnCodec, TextsComeBackAndShareTheirBeginnings)
{
    const std::vector<std::string> texts = {"",     "a.b.C",  "a.b.C#m", "a.b.C#m(T)", "a",
                                            "총무", "총무과", "",        "zz",         std::string("nul\0x", 5)};
    ColumnEncoder encoder;
    for (const std::string& text : texts)
        encoder.addText(text);
    const std::string block = encoder.finish();
    ColumnDecoder decoder(block);
    for (const std::string& text : texts)
        EXPECT_EQ(decoder.nextText(), text);
    EXPECT_TRUE(decoder.sound() && decoder.atEnd());
    std::size_t all = 0;
    for (const std::string& text : texts)
        all += text.size();
    EXPECT_LT(block.size(), all + texts.size());
}

TEST(ColumnCodec, AnEncoderStartsAnewAfterEachBlock)
{
    ColumnEncoder encoder;
    encoder.add(500);
    encoder.addText("abc");
    const std::string first = encoder.finish();
    encoder.add(500);
    encoder.addText("abc");
    EXPECT_EQ(encoder.finish(), first);
}

TEST(ColumnCodec, AnyBytesAreReadSafely)
{
    std::mt19937 random(11);
    for (int round = 0; round < 2'000; ++round) {
        ColumnEncoder encoder;
        for (unsigned i = random() % 20; i > 0; --i)
            encoder.addText(std::string(random() % 9, static_cast<char>(random())));
        std::string block = encoder.finish();
        if (round % 2 == 0)
            block[random() % block.size()] = static_cast<char>(random());
        else
            block.resize(random() % (block.size() + 1));
        ColumnDecoder decoder(block);
        for (int i = 0; i < 40; ++i)
            (void)(i % 2 == 0 ? decoder.nextText().size() : static_cast<std::size_t>(decoder.next()));
        EXPECT_FALSE(decoder.sound());
    }
}

} // namespace
} // namespace naru::core
