#include "core/base/Fingerprint.h"

#include <gtest/gtest.h>

using namespace naru::core;

TEST(Fingerprint, HexRoundTrip)
{
    const Fingerprint print = Fingerprint::of("나루");
    EXPECT_EQ(print.hex().size(), 32U);
    EXPECT_EQ(Fingerprint::fromHex(print.hex()), print);
    EXPECT_TRUE(Fingerprint::fromHex("no hex").empty());
    EXPECT_TRUE(Fingerprint::fromHex("zz345678901234567890123456789012").empty());
}

TEST(Fingerprint, PartsDoNotRunTogether)
{
    EXPECT_NE(FingerprintBuilder().add("ab").add("c").finish(), FingerprintBuilder().add("a").add("bc").finish());
    EXPECT_EQ(FingerprintBuilder().add("ab").finish(), FingerprintBuilder().add("ab").finish());
}
