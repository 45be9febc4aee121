#include "CppFixture.h"

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

} // namespace
} // namespace naru::tests
