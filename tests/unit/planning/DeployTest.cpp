#include "planning/deploy/DeployedService.h"
#include "planning/deploy/Manifests.h"
#include "planning/deploy/SourceFacts.h"
#include "planning/deploy/YamlText.h"

#include "core/base/Files.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace naru;
using namespace naru::planning;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

struct Tree {
    fs::path root = fs::temp_directory_path() / ("naru-deploy-" + std::to_string(::getpid()));
    core::CodeModel code;

    Tree() { fs::create_directories(root); }
    ~Tree()
    {
        std::error_code error;
        fs::remove_all(root, error);
    }
    void put(const std::string& path, const std::string& text)
    {
        fs::create_directories((root / path).parent_path());
        EXPECT_TRUE(core::writeFile(root / path, text));
        code.files.push_back({.path = code.intern(path)});
    }
    SourceFacts facts()
    {
        core::Job job;
        return readSourceFacts(root, code, job).value_or(SourceFacts());
    }
};

} // namespace

TEST(YamlText, MarksKnowTheirLine)
{
    std::vector<FillMark> marks;
    const Yaml value = {{"name", "a"},
                        {"on", "yes"},
                        {"port", 80},
                        {"list", Yaml::array({{{"x", fillIn("1", "first")}, {"y", 2}}})},
                        {"empty", Yaml::object()},
                        {"cmd", fillIn(Yaml::array({"a", "b c"}), "second")}};
    EXPECT_EQ(yamlText(value, marks), "name: a\n\"on\": \"yes\"\nport: 80\nlist:\n- x: \"1\" # FILL-IN: first\n  \"y\": 2\nempty: {}\n"
                                      "cmd: # FILL-IN: second\n  - a\n  - \"b c\"\n");
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].line, 5);
    EXPECT_EQ(marks[1].line, 8);
}

TEST(SourceFacts, CronOfFiveFields)
{
    EXPECT_EQ(cronOfFive("0 0 3 * * ?"), "0 3 * * *");
    EXPECT_EQ(cronOfFive("0 15 10 ? * 2"), "15 10 * * 1"); // Quartz: Monday is 2
    EXPECT_EQ(cronOfFive("0 15 10 ? * MON-FRI 2026"), "15 10 * * MON-FRI");
    EXPECT_EQ(cronOfFive("0 15 10 * * 2"), "15 10 * * 2"); // Spring: Tuesday is 2
    EXPECT_EQ(cronOfFive("*/5 * * * *"), "*/5 * * * *");
    EXPECT_EQ(cronOfFive("every day"), "");
    EXPECT_EQ(cronOfFive("0 3 * *"), "");
}

TEST(SourceFacts, MavenModulesPropertiesAndPackages)
{
    Tree tree;
    tree.put("pom.xml", "<project><packaging>pom</packaging><properties><v>1.8</v></properties><modules><module>web</module>"
                        "<module>ear</module><module>../outside</module></modules></project>");
    tree.put("web/pom.xml", "<project><packaging>war</packaging><properties><maven.compiler.target>${v}</maven.compiler.target>"
                            "</properties></project>");
    tree.put("ear/pom.xml", "<project>\n<packaging>ear</packaging></project>");
    tree.put("Dockerfile", "FROM maven:3 AS build\nRUN x\nFROM open-liberty:full\n");
    const BuildFacts build = tree.facts().build;
    EXPECT_EQ(build.tool, BuildTool::Maven);
    EXPECT_EQ(build.packaging, "ear");
    EXPECT_EQ(build.module, "ear");
    EXPECT_EQ(build.javaVersion, "8");
    EXPECT_EQ(build.baseImage, "open-liberty:full");
    const auto packaging = std::ranges::find(build.evidence, "packaging ear", &core::Evidence::text);
    ASSERT_NE(packaging, build.evidence.end());
    EXPECT_EQ(packaging->line, 2);
}

TEST(SourceFacts, BrokenBuildFilesAreAsGoodAsNone)
{
    Tree tree;
    tree.put("pom.xml", "<project><pack");
    EXPECT_EQ(tree.facts().build.tool, BuildTool::None);
    tree.put("build.xml", "<project><javac source=\"1.6\"/><war/></project>");
    const BuildFacts build = tree.facts().build;
    EXPECT_EQ(build.tool, BuildTool::Ant);
    EXPECT_EQ(build.javaVersion, "6");
    EXPECT_EQ(build.packaging, "war");
}

TEST(SourceFacts, TheBuildFileMayLieBelowTheRoot)
{
    Tree tree;
    tree.put("README.md", "x");
    tree.put("app/pom.xml", "<project>\n<packaging>pom</packaging><modules><module>web</module></modules></project>");
    tree.put("app/web/pom.xml", "<project>\n<packaging>war</packaging></project>");
    tree.put("app/web/src/A.java", "class A {}");
    tree.put("app/Dockerfile", "FROM tomcat:9-jdk11\n");
    tree.put("tools/build.xml", "<project><jar/></project>"); // fewer files: not what the system is built by
    const BuildFacts build = tree.facts().build;
    EXPECT_EQ(build.tool, BuildTool::Maven);
    EXPECT_EQ(build.folder, "app");
    EXPECT_EQ(build.file, "app/pom.xml");
    EXPECT_EQ(build.module, "web") << "below the folder that is built";
    EXPECT_EQ(build.baseImage, "tomcat:9-jdk11");
    ASSERT_EQ(build.evidence.size(), 2U);
    EXPECT_EQ(build.evidence[0].file, "app/web/pom.xml");
    EXPECT_EQ(build.evidence[1].file, "app/Dockerfile");
}

TEST(SourceFacts, KeysWithoutValuesAndWithoutMessages)
{
    Tree tree;
    tree.put("conf/app.properties", "db.url=jdbc:x\n# no=1\ndb.password = p\nmail.url=smtp://a:b@host\n");
    tree.put("src/messages_ko.properties", "hello=x\n");
    tree.put("src/test/resources/app.properties", "only.test=1\n");
    tree.put("src/application.yml", "spring:\n  datasource:\n    url: jdbc:h2:file:x\n    password: y\n");
    const SourceFacts facts = tree.facts();
    std::vector<std::string> names;
    std::vector<std::string> secrets;
    for (const ConfigKey& key : facts.keys)
        (key.secret ? secrets : names).push_back(key.name);
    EXPECT_THAT(names, ElementsAre("db.url", "spring.datasource.url"));
    EXPECT_THAT(secrets, ElementsAre("db.password", "mail.url", "spring.datasource.password"));
}

TEST(SourceFacts, OnlyWhatDiffersBetweenEnvironmentsIsToBeSet)
{
    Tree tree;
    tree.put("src/main/resources/application.properties",
             "server.port=80\nmybatis.mapperLocations=classpath*:m/*.xml\nspring.datasource.url=jdbc:mysql://db:3306/a\n"
             "spring.datasource.username=app\nserver.tomcat.threads.max=800\nshiro.user.loginUrl=/login\n"
             "upload.dir=/home/app/upload\nmail.relay=10.1.2.3\n");
    const SourceFacts facts = tree.facts();
    std::vector<std::string> set;
    for (const ConfigKey& key : facts.keys)
        if (key.environment)
            set.push_back(key.name);
    EXPECT_THAT(set, ElementsAre("mail.relay", "spring.datasource.url", "spring.datasource.username", "upload.dir"));
}

TEST(SourceFacts, ThePackageIsTheModuleThatIsStarted)
{
    Tree tree;
    tree.put("pom.xml", "<project>\n<packaging>pom</packaging><modules><module>model</module><module>core</module><module>shop</module></modules>"
                        "</project>");
    tree.put("model/pom.xml", "<project><artifactId>model</artifactId></project>");
    tree.put("core/pom.xml", "<project><artifactId>core</artifactId><dependencies><dependency><artifactId>model</artifactId></dependency>"
                             "</dependencies></project>");
    tree.put("shop/pom.xml", "<project><artifactId>shop</artifactId><dependencies><dependency><artifactId>model</artifactId></dependency>"
                             "<dependency><artifactId>core</artifactId></dependency></dependencies></project>");
    tree.put("shop/Dockerfile", "FROM adoptopenjdk/openjdk11-openj9:alpine\n");
    EXPECT_EQ(tree.facts().build.module, "shop") << "takes the others along";
    EXPECT_EQ(tree.facts().build.baseImage, "adoptopenjdk/openjdk11-openj9:alpine");
    EXPECT_EQ(tree.facts().build.javaVersion, "11") << "the build file says nothing, the image does";
    tree.put("core/pom.xml", "<project><build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>"
                             "</project>");
    EXPECT_EQ(tree.facts().build.module, "core") << "is made to be started";
}

TEST(SourceFacts, TextsInSeveralLanguagesAreNoConfiguration)
{
    Tree tree;
    tree.put("bundles/shop.properties", "button.password=Password\n");
    tree.put("bundles/shop_fr.properties", "button.password=Mot de passe\n");
    tree.put("conf/shop.properties", "db.password=x\n");
    const auto keys = tree.facts().keys;
    ASSERT_EQ(keys.size(), 1U);
    EXPECT_EQ(keys[0].name, "db.password");
}

TEST(DeployedService, NamesAreLabelsAndUnique)
{
    core::Alternative split;
    split.contexts = {{.id = "a", .name = "회의실", .words = {"회의", "room"}},
                      {.id = "b", .name = "Room"},
                      {.id = "c7", .name = "게시판"},
                      {.id = "d", .name = "3D Print & More"}};
    const auto names = serviceNames(split);
    EXPECT_EQ(names.at("a"), "room");
    EXPECT_EQ(names.at("b"), "room-2");
    EXPECT_EQ(names.at("c7"), "c7");
    EXPECT_EQ(names.at("d"), "s-3d-print-more");
    EXPECT_EQ(environmentName("db.url-1"), "DB_URL_1");
}

TEST(Deployment, NoSplitIsRefused)
{
    core::Job job;
    EXPECT_EQ(generateDeployment({}, {}, job).error().key, "planning.no-split");
}

TEST(Deployment, EmbeddedDatabaseKeepsOneInstance)
{
    const auto defaults = DeployDefaults::load(NARU_RESOURCES);
    ASSERT_TRUE(defaults) << defaults.error().key;
    core::Alternative split;
    split.contexts = {{.id = "shop", .name = "shop", .owns = {"T"}}};
    core::CodeModel code;
    code.tables.push_back({.name = code.intern("T")});
    SourceFacts facts;
    facts.embeddedDatabases.push_back({.kind = "config", .file = "db.properties", .line = 3});
    core::Job job;
    const auto set = generateDeployment({.split = &split, .code = &code, .facts = &facts, .system = "총무"}, *defaults, job);
    ASSERT_TRUE(set);
    std::vector<std::string> kinds;
    for (const auto& file : set->files)
        kinds.push_back(file.kind);
    EXPECT_THAT(kinds, ::testing::Contains("StatefulSet"));
    EXPECT_THAT(kinds, ::testing::Not(::testing::Contains("HorizontalPodAutoscaler")));
    const auto fill = std::ranges::find(set->fills, "embedded-database", &core::FillItem::id);
    ASSERT_NE(fill, set->fills.end());
    EXPECT_EQ(fill->evidence.front().file, "db.properties");
}

TEST(DeployedService, AJobBearsTheNameOfTheClassThatRuns)
{
    core::Alternative split;
    split.contexts = {{.id = "batch", .name = "batch", .entryPoints = {"scheduled a.Nightly.execute", "scheduled a.Weekly.execute"}}};
    core::CodeModel code;
    for (const char* id : {"scheduled a.Nightly.execute", "scheduled a.Weekly.execute"})
        code.entryPoints.push_back({.id = code.intern(id),
                                    .kind = core::EntryPointKind::Scheduled,
                                    .handlerName = code.intern("a.AbstractJob.execute")}); // one class above both declares it
    const auto services = deployedServices(split, code, nullptr, {});
    ASSERT_EQ(services.size(), 1U);
    std::vector<std::string> names;
    for (const ServiceJob& job : services[0].jobs)
        names.push_back(job.name);
    EXPECT_THAT(names, ElementsAre("nightly", "weekly"));
}
