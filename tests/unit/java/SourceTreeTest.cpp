#include "analyzers/spi/SourceTree.h"
#include "analyzers/spi/FileKinds.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using analyzers::decodeText;

std::string decoded(std::string bytes, std::string_view path, std::string& encoding)
{
    auto text = decodeText(std::move(bytes), path, &encoding);
    return text ? *text : "error " + text.error().key;
}

TEST(TextDecoding, ByMarkContentAndDeclaration)
{
    std::string encoding;
    EXPECT_EQ(decoded("\xEF\xBB\xBFx", "a.java", encoding), "x");
    EXPECT_EQ(decoded("한글", "a.java", encoding), "한글");
    EXPECT_EQ(encoding, "UTF-8");
    EXPECT_EQ(decoded("\xC7\xD1\xB1\xDB", "a.java", encoding), "한글");
    EXPECT_EQ(encoding, "CP949");
    EXPECT_EQ(decoded("<?xml version=\"1.0\" encoding=\"EUC-KR\"?><a>\xC7\xD1</a>", "a.xml", encoding),
              "<?xml version=\"1.0\" encoding=\"EUC-KR\"?><a>한</a>");
    EXPECT_EQ(decoded("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9</a>", "a.xml", encoding),
              "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>");
    EXPECT_EQ(decoded(std::string("\xFF\xFE\x5C\xD5", 4), "a.java", encoding), "한");
    EXPECT_EQ(decoded(std::string("a\0b", 3), "a.java", encoding), "error analysis.file.binary");
    EXPECT_EQ(decoded("// \xBC\xEC\xB2\xE9\xCA\xFD\xBE\xDD\xBF\xE2\xC1\xAC\xBD\xD3\nint a;", "a.c", encoding),
              "// \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\nint a;");
    EXPECT_EQ(encoding, analyzers::kUnknownEncoding);
    EXPECT_EQ(decoded("caf\xE9 cr\xE8me", "a.java", encoding), "café crème");
}

TEST(FileKinds, APackageCalledTestHoldsTestsOnlyIfTheTextSaysSo)
{
    EXPECT_TRUE(analyzers::isTestPath("app/src/kr/go/lab/test/TestDAO.java"));
    EXPECT_TRUE(analyzers::isInTestPackage("app/src/kr/go/lab/test/TestDAO.java"));
    EXPECT_TRUE(analyzers::isInTestPackage("lib/lab.jar/kr/go/lab/test/dao/TestDAO.class"));
    EXPECT_TRUE(analyzers::isInTestPackage("src/main/java/kr/go/lab/tests/TestPlan.java"));
    EXPECT_TRUE(analyzers::isInTestPackage("app/src/kr/go/lab/test/Test.hbm.xml"));
    EXPECT_FALSE(analyzers::isInTestPackage("app/test/kr/go/lab/test/TestDAO.java")); // below a folder of tests
    EXPECT_FALSE(analyzers::isInTestPackage("src/test/java/a/test/TestHelper.java"));
    EXPECT_FALSE(analyzers::isInTestPackage("src/test/BTest.java"));
    EXPECT_FALSE(analyzers::isInTestPackage("mod/tests/src/a/BTest.java"));
    EXPECT_TRUE(analyzers::usesTestFramework("package a.test; import org.junit.Test;"));
    EXPECT_TRUE(analyzers::usesTestFramework("class OrderTest extends AbstractDatabaseTest {"));
    EXPECT_FALSE(analyzers::usesTestFramework("package a.test; public class TestDAO extends BaseDAO { }"));
}

TEST(FileKinds, LanguagesAndTests)
{
    using core::Language;
    EXPECT_EQ(analyzers::languageOf("a/B.JAVA"), Language::Java);
    EXPECT_EQ(analyzers::languageOf("a/b.jspf"), Language::Jsp);
    EXPECT_EQ(analyzers::languageOf("a/jquery.min.js"), Language::Other);
    EXPECT_EQ(analyzers::languageOf("a/java"), Language::Other);
    EXPECT_EQ(analyzers::languageOf("db/PKG_ORDER.PKB"), Language::Sql); // a file for each object, as tools of Oracle and Tibero name them
    EXPECT_EQ(analyzers::languageOf("db/close_month.prc"), Language::Sql);
    EXPECT_EQ(analyzers::languageOf("db/order.trg"), Language::Sql);
    EXPECT_EQ(analyzers::languageOf("front/src/order.service.ts"), Language::JavaScript);
    EXPECT_EQ(analyzers::languageOf("front/src/Order.tsx"), Language::JavaScript);
    EXPECT_EQ(analyzers::languageOf("front/src/Order.jsx"), Language::JavaScript);
    EXPECT_EQ(analyzers::languageOf("front/src/order.mjs"), Language::JavaScript);
    EXPECT_EQ(analyzers::languageOf("front/src/order.d.ts"), Language::Other);
    EXPECT_EQ(analyzers::languageOf("lang/shop_ko.ts"), Language::Other); // translations of Qt
    EXPECT_EQ(analyzers::languageOf("lang/shop_zh_CN.ts"), Language::Other);
    EXPECT_TRUE(analyzers::isTestPath("front/src/Order.test.tsx"));
    EXPECT_TRUE(analyzers::isTestPath("front/src/order.service.spec.ts"));
    EXPECT_TRUE(analyzers::isTestPath("front/src/__tests__/order.ts"));
    EXPECT_TRUE(analyzers::isConfigurationText("x/Dockerfile"));
    EXPECT_FALSE(analyzers::isConfigurationText("x/a.png"));
    EXPECT_FALSE(analyzers::isConfigurationText("build/compile_commands.json"));
    EXPECT_TRUE(analyzers::isTestPath("src/test/java/a/Helper.java"));
    EXPECT_TRUE(analyzers::isTestPath("mod/test/a/BTest.java"));
    EXPECT_TRUE(analyzers::isTestPath("shop-test-utils/src/main/java/a/Server.java"));
    EXPECT_TRUE(analyzers::isTestPath("test-utils/src/main/java/a/Server.java"));
    EXPECT_TRUE(analyzers::isTestPath("core/src/contractTest/resources/application.properties"));
    EXPECT_TRUE(analyzers::isTestPath("src/test-projects/a/src/main/java/App.java"));
    EXPECT_TRUE(analyzers::isTestPath("aat/src/aat/resources/user.json"));
    EXPECT_TRUE(analyzers::isTestPath("webtest/src/main/java/a/Browser.java"));
    EXPECT_FALSE(analyzers::isTestPath("fit/core/src/main/java/a/Server.java")); // a short name above a module may mean anything
    EXPECT_FALSE(analyzers::isTestPath("contest/src/main/java/a/Entry.java"));
    EXPECT_TRUE(analyzers::isTestPath("app/src/acceptance/java/a/Steps.java"));
    EXPECT_TRUE(analyzers::isTestPath("it/src/main/java/a/Server.java"));
    EXPECT_TRUE(analyzers::isTestPath("e2e/portal-e2e/helpers/portal.js"));
    EXPECT_TRUE(analyzers::isTestPath("shop-performance-test/load.js"));
    EXPECT_TRUE(analyzers::isTestPath("k8s/test_fixtures/keys.yml"));
    EXPECT_TRUE(analyzers::isTestPath("docs/examples/Sample.java"));
    EXPECT_TRUE(analyzers::isTestPath("front/src/__tests__/board.js"));
    EXPECT_TRUE(analyzers::isTestPath("front/src/board.spec.js"));
    EXPECT_FALSE(analyzers::isTestPath("front/src/latest.js"));
    EXPECT_FALSE(analyzers::isTestPath("docs/ddl/tables.sql"));
    EXPECT_FALSE(analyzers::isTestPath("src/main/resources/it/messages.json"));
    EXPECT_FALSE(analyzers::isTestPath("src/main/java/it/agency/Order.java"));
    EXPECT_FALSE(analyzers::isTestPath("web/acceptance/page.jsp"));
    EXPECT_FALSE(analyzers::isTestPath("src/Contest.java"));
    EXPECT_FALSE(analyzers::isTestPath("core/FinalTest/src/main/java/App.java"));
    EXPECT_FALSE(analyzers::isTestPath("latest-utils/src/main/java/a/Server.java"));
    EXPECT_FALSE(analyzers::isTestPath("src/main/java/com/test/Order.java"));
    EXPECT_FALSE(analyzers::isTestPath("src/main/java/a/LatestTest.java"));
    EXPECT_EQ(analyzers::escapeInvalidUtf8("a\xFF"
                                           "b"),
              "a\\xFFb");
}

} // namespace
