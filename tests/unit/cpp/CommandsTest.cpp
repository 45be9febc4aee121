#include "CppFixture.h"

#include "analyzers/cpp/BuildLog.h"
#include "analyzers/cpp/CommandFilter.h"
#include "analyzers/cpp/CompileCommands.h"

#include <gmock/gmock.h>

namespace naru::tests {
namespace {

using analyzers::cpp::filterArguments;
using analyzers::cpp::splitCommand;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

class Commands : public CppFixture {};

TEST(CommandFilter, SplitsAsAShellDoes)
{
    EXPECT_THAT(splitCommand("cc -DA=\"x y\" '-DB=1 2' -DC=\\\"q\\\" a.c"), ElementsAre("cc", "-DA=x y", "-DB=1 2", "-DC=\"q\"", "a.c"));
}

TEST(CommandFilter, KeepsWhatClangNeeds)
{
    const std::vector<std::string> given = {"-c",      "-q64",     "-I/usr/vacpp", "-I",           "inc",   "-DORACLE", "-xarch=v9",
                                            "+DA2.0W", "-mt",      "-std=gnu99",   "-o",           "-DNOT", "-Wall",    "-O2",
                                            "-KPIC",   "-include", "a.h",          "-std=vendor1", "x.c"};
    EXPECT_THAT(filterArguments(given), ElementsAre("-I", "/usr/vacpp", "-I", "inc", "-D", "ORACLE", "-std=gnu99", "-include", "a.h"));
    EXPECT_THAT(filterArguments({"/Iinc", "/DWIN32", "/EHsc", "/c"}, true), ElementsAre("-I", "inc", "-D", "WIN32"));
}

TEST_F(Commands, MacrosAndPathsOfTheCommandCount)
{
    write("lib/inc/api.h", "void api(void);\n");
    write("src/a.c", "#include \"api.h\"\n#ifdef WITH\nvoid f(void) { api(); }\n#endif\n");
    write("lib/api.c", "void api(void) {}\n");
    write("build/compile_commands.json", "[{\"directory\":\"" + m_root.string() +
                                             "/build\",\"command\":\"cc -I../lib/inc -DWITH -c ../src/a.c\",\"file\":\"../src/a.c\"}]");
    analyse();
    EXPECT_THAT(calls(), Contains("src.a#f() -> lib.api#api()"));
}

TEST_F(Commands, CommandsOfAnotherMachineAreMapped)
{
    write("inc/api.h", "void api(void);\n");
    write("src/a.c", "#include \"api.h\"\n#ifdef WITH\nvoid f(void) { api(); }\n#endif\n");
    write("src/api.c", "void api(void) {}\n");
    write("compile_commands.json",
          "[{\"directory\":\"/home/kim/proj\",\"command\":\"cc -I/home/kim/proj/inc -DWITH -c src/a.c\",\"file\":\"src/a.c\"},"
          "{\"directory\":\"/home/kim/proj\",\"command\":\"cc -c gone.c\",\"file\":\"gone.c\"}]");
    analyse();
    EXPECT_THAT(calls(), Contains("src.a#f() -> src.api#api()"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.stale-commands"));
}

TEST_F(Commands, WithoutCommandsPathsAreGuessedAndThatIsSaid)
{
    write("common/inc/fee/api.h", "void api(void);\n");
    write("src/deep/a.c", "#include <fee/api.h>\nvoid f(void) { api(); }\n");
    write("src/api.c", "#include \"fee/api.h\"\nvoid api(void) {}\n");
    analyse();
    EXPECT_THAT(calls(), Contains("src.deep.a#f() -> src.api#api()"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.no-commands"));
    EXPECT_THAT(diagnosticCodes(), Not(Contains("analysis.cpp.missing-header")));
}

TEST_F(Commands, MakefilesGiveMacros)
{
    write("Makefile", "TOP = .\nINC = -I$(TOP)/inc \\\n\t-I$(TUXDIR)/include\nCFLAGS = -g $(INC) -DUSE_B\nall:\n\t$(CC) $(CFLAGS) -c "
                      "a.c\n\ttouch $(TOP)/ran\n");
    write("inc/b.h", "#define GO b\nvoid b(void);\n");
    write("a.c", "#include \"b.h\"\n#ifdef USE_B\nvoid f(void) { GO(); }\n#endif\nvoid b(void) {}\n");
    analyse();
    EXPECT_THAT(calls(), Contains("a#f() -> a#b()"));
    EXPECT_FALSE(std::filesystem::exists(m_root / "ran"));
}

TEST_F(Commands, SeveralConfigurationsAndUnityFiles)
{
    write("a.c", "void x(void) {}\n#ifdef ONE\nvoid f(void) { x(); }\n#else\nvoid g(void) { x(); }\n#endif\n");
    write("u/one.cpp", "int one() { return 1; }\n");
    write("u/all.cpp", "#include \"one.cpp\"\nint two() { return one(); }\n");
    const std::string at = "{\"directory\":\"" + m_root.string() + "\",";
    write("compile_commands.json", "[" + at + "\"command\":\"cc -DONE -c a.c\",\"file\":\"a.c\"}," + at +
                                       "\"command\":\"cc -c a.c\",\"file\":\"a.c\"}," + at +
                                       "\"command\":\"c++ -c u/all.cpp\",\"file\":\"u/all.cpp\"}]");
    analyse();
    EXPECT_THAT(calls(), ::testing::UnorderedElementsAre("a#f() -> a#x()", "a#g() -> a#x()", "u.all#two() -> u.one#one()"));
}

TEST(CommandFilter, PrecompiledHeadersGiveWayToTheirSource)
{
    EXPECT_THAT(filterArguments({"-Xclang", "-include-pch", "-Xclang", "b/cmake_pch.hxx.pch", "-Xclang", "-include", "-Xclang", "b/cmake_pch.hxx"}),
                ElementsAre("-include", "b/cmake_pch.hxx"));
    EXPECT_THAT(filterArguments({"-include-pch", "all.h.pch", "-DA"}), ElementsAre("-include", "all.h", "-D", "A"));
}

TEST(CommandFilter, CrossCompilersAndVendors)
{
    EXPECT_THAT(filterArguments({"-mcpu=cortex-m4", "-mthumb", "--specs=nano.specs", "-Iinc", "--target=arm-none-eabi", "-mfloat-abi=hard"}),
                ElementsAre("-I", "inc"));
    EXPECT_THAT(filterArguments({"-qlanglvl=extended", "-q64", "-qmaxmem=-1", "-DAIX", "+Z", "-Ae", "-xO3", "-KPIC"}), ElementsAre("-D", "AIX"));
}

TEST(BuildLog, CommandsOfADryRun)
{
    const auto commands = analyzers::cpp::readBuildLog("make[1]: Entering directory '/p/src'\n"
                                                       "echo building\n"
                                                       "ccache arm-none-linux-gnueabi-gcc -DA -I../inc -c -o a.o a.c\n"
                                                       "/bin/sh ../libtool --tag=CC --mode=compile gcc -DB -c -o b.lo `test -f 'b.c' || echo './'`b.c\n"
                                                       "cd sub && g++-12 -std=c++17 \\\n  -DC=\\\"x\\\" -c c.cpp; true\n"
                                                       "gcc -MM d.c > d.d\n"
                                                       "make[1]: Leaving directory '/p/src'\n"
                                                       "gcc -o prog e.c f.c -lpq\n",
                                                       "/p");
    std::vector<std::string> files;
    for (const auto& command : commands)
        files.push_back(command.file);
    EXPECT_THAT(files, ElementsAre("/p/src/a.c", "/p/src/b.c", "/p/src/sub/c.cpp", "/p/e.c", "/p/f.c"));
    EXPECT_THAT(commands[0].arguments, ElementsAre("-D", "A", "-I", "../inc"));
    EXPECT_EQ(commands[0].directory, "/p/src");
    EXPECT_THAT(commands[2].arguments, ElementsAre("-std=c++17", "-D", "C=\"x\""));
    EXPECT_TRUE(analyzers::cpp::readBuildLog("nothing here\n", "/p").empty());
}

TEST_F(Commands, PathsOfAFileThatIsNamedFromHereAreWhole)
{
    write("mk.log", "cc -c -o a.o a.c\n");
    write("cc.json", "[{\"directory\":\"sub\",\"command\":\"cc -c b.c\",\"file\":\"b.c\"}]");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(m_root);
    const auto log = analyzers::cpp::readCompileCommands("mk.log");
    const auto json = analyzers::cpp::readCompileCommands("cc.json");
    std::filesystem::current_path(before);
    ASSERT_TRUE(log && json);
    EXPECT_EQ(log->at(0).file, (m_root / "a.c").string());
    EXPECT_EQ(log->at(0).directory, m_root.string());
    EXPECT_EQ(json->at(0).file, (m_root / "sub" / "b.c").string());
}

TEST_F(Commands, WhatABuildPrintedIsRead)
{
    write("inc/api.h", "void api(void);\n");
    write("src/a.c", "#include \"api.h\"\n#ifdef WITH\nvoid f(void) { api(); }\n#endif\n");
    write("src/api.c", "void api(void) {}\n");
    write("build.log", "make: Entering directory '" + m_root.string() + "/src'\ngcc -I../inc -DWITH -c a.c\nmake: Leaving directory '" +
                           m_root.string() + "/src'\n");
    m_options.native.compileCommands = m_root / "build.log";
    analyse();
    EXPECT_THAT(calls(), Contains("src.a#f() -> src.api#api()"));
    write("build.log", "nothing was to do\n");
    analyse();
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.no-commands-in-log"));
}

TEST_F(Commands, ListsOfBearAndResponseFiles)
{
    write("inc/api.h", "void api(void);\n");
    write("src/a.c", "#include \"api.h\"\n#ifdef WITH\nvoid f(void) { api(); }\n#endif\n");
    write("src/api.c", "void api(void) {}\n");
    write("flags.rsp", "-Iinc \"-DWITH\"\n");
    write("compile_commands.json", "[{\"directory\":\"" + m_root.string() +
                                       "\",\"arguments\":[\"/usr/bin/gcc\",\"-c\",\"@flags.rsp\",\"-o\",\"a.o\",\"src/a.c\"],\"file\":\"src/a.c\",\"output\":\"a.o\"}]");
    analyse();
    EXPECT_THAT(calls(), Contains("src.a#f() -> src.api#api()"));
}

TEST_F(Commands, CMakeFilesGiveFoldersAndMacros)
{
    write("CMakeLists.txt", "project(x)\ninclude_directories(${CMAKE_SOURCE_DIR}/common/api) # all\nadd_definitions(-DWITH)\n");
    write("src/CMakeLists.txt", "add_library(x a.c)\ntarget_compile_definitions(x PRIVATE MORE=1)\ntarget_include_directories(x PUBLIC ${UNKNOWN}/y inner)\n");
    write("common/api/api.h", "void api(void);\n");
    write("other/api.h", "#error wrong\n");
    write("src/inner/deep.h", "\n");
    write("src/a.c", "#include \"api.h\"\n#include \"deep.h\"\n#if defined(WITH) && MORE == 1\nvoid f(void) { api(); }\n#endif\n");
    write("common/api.c", "void api(void) {}\n");
    analyse();
    EXPECT_THAT(calls(), Contains("src.a#f() -> common.api#api()"));
}

TEST_F(Commands, HeadersThatTheBuildMakesAreLeftOut)
{
    write("src/a.cpp", "void g() {}\nvoid f() { g(); }\n");
    write("compile_commands.json", "[{\"directory\":\"" + m_root.string() +
                                       "\",\"command\":\"c++ -include build/cmake_pch.hxx -c src/a.cpp\",\"file\":\"src/a.cpp\"}]");
    analyse();
    EXPECT_THAT(calls(), Contains("src.a#f() -> src.a#g()"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.lost-include"));
}

TEST_F(Commands, WhatAPrecompilerMadeIsNotReadBesideItsOriginal)
{
    write("fee.pc", "EXEC SQL INCLUDE SQLCA;\nvoid pay(void) { EXEC SQL UPDATE FEE SET PAID = 1; }\n");
    write("fee.c", "/* Result Sets Interface */\n#ifndef SQL_CRSR\n#define SQL_CRSR\n#endif\nvoid pay(void) { int sqlstm; (void)sqlstm; }\n");
    analyse();
    EXPECT_THAT(memberIds(), ElementsAre("fee#pay()"));
    EXPECT_THAT(tables("fee#pay()"), ElementsAre("FEE w"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.precompiled"));
    for (const core::SourceFile& file : model().files)
        EXPECT_EQ(file.state == core::ParseState::Skipped, text(file.path) == "fee.c") << text(file.path);
}

TEST_F(Commands, TestsStandBesideWhatTheyTestOrInAFolderOfTheirOwn)
{
    for (const char* path : {"money.cpp", "moneytest.cpp", "contest.cpp", "split.cpp", "splitTests.cpp", "pay/test/npc.c", "pay/npc.c"})
        write(path, "void f() {}\n");
    analyse();
    std::vector<std::string> tests;
    for (const core::SourceFile& file : model().files)
        if (file.test)
            tests.emplace_back(text(file.path));
    EXPECT_THAT(tests, ElementsAre("moneytest.cpp", "pay/test/npc.c", "splitTests.cpp"));
}

TEST_F(Commands, HeadersOfInstalledPathsAreReadWhereTheyAre)
{
    write("lib/a/acc.h", "#include <fee/export.h>\nclass FEE_EXPORT Acc { public: void post(); };\n");
    write("lib/export.h", "#define FEE_EXPORT KDE_EXPORT\n");
    write("lib/a/acc.cpp", "#include \"acc.h\"\nvoid Acc::post() {}\n");
    write("app/main.cpp", "#include <fee/acc.h>\n#include <other/acc.h>\n#include <other/gone.h>\n#include <other/lost.h>\nint main() { Acc a; a.post(); }\n");
    analyse();
    EXPECT_THAT(typeNames(), Contains("Acc"));
    EXPECT_THAT(calls(), Contains("app.main#main() -> Acc#post()"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.forwards"));
    const auto missing = std::ranges::count_if(model().diagnostics, [](const auto& d) { return d.code == "analysis.cpp.missing-header"; });
    EXPECT_EQ(missing, 3); // those of the other library stay missing
}

} // namespace
} // namespace naru::tests
