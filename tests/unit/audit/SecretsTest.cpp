#include "analyzers/audit/Secrets.h"

#include <gtest/gtest.h>

using naru::analyzers::audit::withoutSecrets;

TEST(Secrets, AreTakenOutOfQuotations)
{
    EXPECT_EQ(withoutSecrets(R"(String PASSWD = "gams#1234";)"), R"(String PASSWD = "***";)");
    EXPECT_EQ(withoutSecrets(R"(connect("scott", "ti\"ger");)"), R"(connect("***", "***");)");
    EXPECT_EQ(withoutSecrets("db.password=gams#1234"), "db.password=***");
    EXPECT_EQ(withoutSecrets("password: tiger"), "password:***");
    EXPECT_EQ(withoutSecrets("<password>tiger</password>"), "<password>***</password>");
    EXPECT_EQ(withoutSecrets(R"(<entry key="pw" value="tiger"/>)"), R"(<entry key="***" value="***"/>)");
    EXPECT_EQ(withoutSecrets(R"(open = "half)"), R"(open = "***)");
}

TEST(Secrets, LeavesTheRest)
{
    EXPECT_EQ(withoutSecrets("return getConnection(URL, USER);"), "return getConnection(URL, USER);");
    EXPECT_EQ(withoutSecrets("db.password="), "db.password=");
    EXPECT_EQ(withoutSecrets(""), "");
    EXPECT_EQ(withoutSecrets("getConnection"), "getConnection");
}
