// What `naru plan --manifests` writes for the sample and for small systems of other build tools passes the schemas and linters.

#include "tests/support/CommandLine.h"

#include "core/base/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

using namespace naru;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::runNaru;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string textOf(const fs::path& path)
{
    return core::readFile(path).value_or("(cannot be read)");
}

void put(const fs::path& path, const std::string& text)
{
    fs::create_directories(path.parent_path());
    ASSERT_TRUE(core::writeFile(path, text));
}

/// Faults that the validators find in a folder; empty when there are none.
std::string faultsIn(const fs::path& folder, const fs::path& scratch)
{
    const fs::path log = scratch / "validators.log";
    const std::string command = std::string("node '") + NARU_SOURCE_DIR + "/tests/manifests/validate.js' '" + NARU_VALIDATORS + "' '" +
                                folder.string() + "' > '" + log.string() + "' 2>&1";
    const int code = std::system(command.c_str());
    return code == 0 ? std::string() : "exit " + std::to_string(code) + "\n" + textOf(log);
}

/// Analyses, splits and plans a source tree; the manifests lie in `out`/manifests.
tests::Ran planned(const std::string& root, const TemporaryFolder& out)
{
    const std::string project = out / "p.naru";
    EXPECT_EQ(runNaru({"new", project, "--name", "p", "--system", "shop", "--root", root}).code, 0);
    EXPECT_EQ(runNaru({"analyze", project, "--no-history"}).code, 0);
    EXPECT_EQ(runNaru({"split", project, "--no-history"}).code, 0);
    return runNaru({"plan", project, "--manifests", out / "manifests", "--lang", "en", "--json"});
}

/// A little web application with one controller, service and table.
void putShop(const fs::path& root)
{
    put(root / "src/main/java/shop/OrderController.java",
        "package shop;\nimport org.springframework.web.bind.annotation.*;\n@RestController\npublic class OrderController {\n"
        "    private OrderService service;\n    @GetMapping(\"/orders/{id}\")\n    public Order order(long id) { return service.find(id); "
        "}\n}\n");
    put(root / "src/main/java/shop/Order.java", "package shop;\npublic class Order { private long id; private String name; }\n");
    put(root / "src/main/java/shop/OrderService.java",
        "package shop;\npublic class OrderService {\n    public Order find(long id) {\n"
        "        String q = \"SELECT ID, NAME FROM ORDERS WHERE ID = ?\";\n        return null;\n    }\n"
        "    @org.springframework.scheduling.annotation.Scheduled(cron = \"0 30 4 ? * MON\")\n    public void clean() {\n"
        "        String q = \"DELETE FROM ORDERS WHERE ID = 0\";\n    }\n}\n");
    put(root / "src/main/resources/application.properties", "spring.datasource.url=jdbc:oracle:thin:@db:1521:X\nshop.api.token=abc123\n");
}

} // namespace

TEST(Deployment, TheSamplePassesTheSchemas)
{
    const TemporaryFolder out("deployment");
    const auto ran = planned(NARU_RESOURCES "/sample/gams", out);
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(faultsIn(out.path() / "manifests", out.path()), "");
    const auto json = ran.json();
    EXPECT_GT(json["manifests"]["files"].size(), 100U);
    EXPECT_GT(json["manifests"]["fills"].size(), 100U);
    for (const auto& fill : json["manifests"]["fills"])
        EXPECT_THAT(fill["text"].get<std::string>(), Not(HasSubstr("planning.fill"))) << fill;
    // The nightly jobs of the sample keep their schedule, its passwords stay where they are.
    bool scheduled = false;
    for (const auto& entry : fs::recursive_directory_iterator(out.path() / "manifests")) {
        if (!entry.is_regular_file())
            continue;
        const std::string text = textOf(entry.path());
        EXPECT_THAT(text, Not(HasSubstr("gams#1234"))) << entry.path();
        scheduled = scheduled || text.find("kind: CronJob") != std::string::npos;
    }
    EXPECT_TRUE(scheduled);
    // Who runs the container may not write beside the package, so it is unpacked when the image is made.
    EXPECT_THAT(textOf(out.path() / "manifests/services/apv/Dockerfile"),
                HasSubstr("RUN jar -xf /out/app.war\n\nFROM tomcat:9.0-jre8-temurin-jammy\n"));
    EXPECT_THAT(textOf(out.path() / "manifests/services/apv/Dockerfile"),
                HasSubstr("COPY --from=build --chown=10001:0 /out/app/ /usr/local/tomcat/webapps/ROOT/\n"));
    EXPECT_THAT(textOf(out.path() / "manifests/base/common/secret.yaml"), HasSubstr("DB_PASSWORD"));
    EXPECT_THAT(textOf(out.path() / "manifests/FILL-IN.md"), HasSubstr("gams.properties:"));
}

TEST(Deployment, SameBytesTwice)
{
    const TemporaryFolder one("deployment");
    const TemporaryFolder two("deployment");
    const TemporaryFolder source("deployment-source");
    putShop(source.path());
    put(source.path() / "pom.xml", "<project><artifactId>shop</artifactId></project>");
    EXPECT_EQ(planned(source.path().string(), one).out, planned(source.path().string(), two).out);
    for (const auto& entry : fs::recursive_directory_iterator(one.path() / "manifests"))
        if (entry.is_regular_file()) {
            EXPECT_EQ(textOf(entry.path()), textOf(two.path() / "manifests" / fs::relative(entry.path(), one.path() / "manifests")));
        }
}

TEST(Deployment, SpringBootWithGradle)
{
    const TemporaryFolder source("deployment-source");
    const TemporaryFolder out("deployment");
    putShop(source.path());
    put(source.path() / "build.gradle", "plugins {\n    id 'org.springframework.boot' version '3.3.1'\n}\njava { toolchain { "
                                        "languageVersion = JavaLanguageVersion.of(21) } }\n"
                                        "dependencies { implementation 'org.springframework.boot:spring-boot-starter-actuator' }\n");
    const auto ran = planned(source.path().string(), out);
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(faultsIn(out.path() / "manifests", out.path()), "");
    std::string docker;
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(out.path() / "manifests")) {
        if (entry.path().filename() == "Dockerfile")
            docker = textOf(entry.path());
        if (entry.is_regular_file())
            all += textOf(entry.path());
    }
    EXPECT_THAT(docker, HasSubstr("FROM gradle:8.10-jdk21"));
    EXPECT_THAT(docker, HasSubstr("FROM eclipse-temurin:21-jre-jammy"));
    EXPECT_THAT(all, HasSubstr("/actuator/health/readiness"));
    EXPECT_THAT(all, HasSubstr("SHOP_API_TOKEN"));
    EXPECT_THAT(all, Not(HasSubstr("abc123")));
    EXPECT_THAT(all, HasSubstr("\"30 4 * * MON\""));
}

TEST(Deployment, TheImageOfTheContainerFileMustRunThePackage)
{
    const TemporaryFolder source("deployment-source");
    const TemporaryFolder out("deployment");
    putShop(source.path());
    put(source.path() / "pom.xml", "<project><artifactId>shop</artifactId><packaging>war</packaging></project>");
    put(source.path() / "Dockerfile", "FROM openjdk:21\nCMD [\"./mvnw\", \"cargo:run\"]\n"); // starts no war
    put(source.path() / "src/main/java/shop/OldController.java",
        "package shop;\nimport org.springframework.web.bind.annotation.*;\n@RestController\npublic class OldController {\n"
        "    @GetMapping(\"/old.do?cmd=list\")\n    public String list() { return \"SELECT ID FROM ORDERS\"; }\n}\n");
    const auto ran = planned(source.path().string(), out);
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(faultsIn(out.path() / "manifests", out.path()), "");
    std::string docker;
    std::string ingress;
    for (const auto& entry : fs::recursive_directory_iterator(out.path() / "manifests")) {
        if (entry.path().filename() == "Dockerfile")
            docker = textOf(entry.path());
        if (entry.path().filename() == "ingress.yaml")
            ingress += textOf(entry.path());
    }
    EXPECT_THAT(docker, HasSubstr("FROM tomcat:9.0-jre21-temurin-jammy")) << "the release of the image, not the image";
    EXPECT_THAT(docker, HasSubstr("# FILL-IN: base-image-replaced"));
    EXPECT_THAT(textOf(out.path() / "manifests/FILL-IN.md"), HasSubstr("openjdk:21"));
    EXPECT_THAT(ingress, HasSubstr("path: /old.do\n"));
    EXPECT_THAT(ingress, Not(HasSubstr("?")));
}

TEST(Deployment, WithoutABuildFileNothingIsInvented)
{
    const TemporaryFolder source("deployment-source");
    const TemporaryFolder out("deployment");
    putShop(source.path());
    const auto ran = planned(source.path().string(), out);
    ASSERT_EQ(ran.code, 0) << ran.err;
    for (const auto& entry : fs::recursive_directory_iterator(out.path() / "manifests"))
        EXPECT_NE(entry.path().filename(), "Dockerfile");
    EXPECT_THAT(textOf(out.path() / "manifests/FILL-IN.md"), HasSubstr("No build file"));
    EXPECT_EQ(faultsIn(out.path() / "manifests", out.path()), "");
}
