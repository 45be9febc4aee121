#include "analyzers/spi/FileKinds.h"

#include "analyzers/spi/Archive.h"
#include "core/base/Ascii.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace naru::analyzers {

using core::Language;

namespace {

std::string_view fileName(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string extensionOf(std::string_view path)
{
    const std::string_view name = fileName(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : core::smallLetters(name.substr(dot + 1));
}

constexpr std::pair<std::string_view, Language> kLanguages[] = {
    {"java", Language::Java},
    {"class", Language::Java},
    {"jsp", Language::Jsp},
    {"jspf", Language::Jsp},
    {"jspx", Language::Jsp},
    {"tag", Language::Jsp},
    {"tagx", Language::Jsp},
    {"html", Language::Html},
    {"htm", Language::Html},
    {"vue", Language::Html},
    {"xhtml", Language::Html},
    {"js", Language::JavaScript},
    {"xjs", Language::JavaScript},
    {"jsx", Language::JavaScript},
    {"mjs", Language::JavaScript},
    {"ts", Language::JavaScript},
    {"tsx", Language::JavaScript},
    {"xmi", Language::Xml},
    {"xml", Language::Xml},
    {"wsdd", Language::Xml},
    {"xfdl", Language::Xml},
    {"xsql", Language::Xml},
    {"tld", Language::Xml},
    {"wsdl", Language::Xml},
    {"xsd", Language::Xml},
    {"sql", Language::Sql},
    {"ddl", Language::Sql},
    {"pks", Language::Sql}, // specification of a package in a file of its own, as Oracle's and Tibero's tools write it; its body
    {"pkb", Language::Sql},
    {"pck", Language::Sql}, // both in one
    {"pkh", Language::Sql},
    {"spc", Language::Sql},
    {"bdy", Language::Sql},
    {"pls", Language::Sql},
    {"plsql", Language::Sql},
    {"prc", Language::Sql}, // a procedure, a function, a trigger, a view
    {"fnc", Language::Sql},
    {"trg", Language::Sql},
    {"vw", Language::Sql},
    {"tps", Language::Sql}, // types of objects and their bodies
    {"tpb", Language::Sql},
    {"properties", Language::Properties},
    {"yml", Language::Yaml},
    {"yaml", Language::Yaml},
    {"c", Language::C},
    {"h", Language::C},
    {"cpp", Language::Cpp},
    {"cc", Language::Cpp},
    {"cxx", Language::Cpp},
    {"hpp", Language::Cpp},
    {"hh", Language::Cpp},
    {"pc", Language::ProC},
    {"hxx", Language::Cpp},
    {"c++", Language::Cpp},
    {"inl", Language::Cpp},
    {"pgc", Language::ProC},
    {"ec", Language::ProC},
    {"sqc", Language::ProC},
    {"sqx", Language::ProC},
    {"pcc", Language::ProC},
};

constexpr std::string_view kConfigurationExtensions[] = {"sh",   "bash",   "bat", "cmd",    "conf", "cfg", "ini",
                                                         "json", "toml",   "env", "gradle", "kts",  "ftl", "vm",
                                                         "mf",   "policy", "mk",  "mak",    "cron", "ubb", "cmake"};

bool hasSegments(std::string_view path, std::string_view segments)
{
    for (std::size_t at = path.find(segments); at != std::string_view::npos; at = path.find(segments, at + 1)) {
        const bool starts = at == 0 || path[at - 1] == '/';
        const std::size_t end = at + segments.size();
        if (starts && end < path.size() && path[end] == '/')
            return true;
    }
    return false;
}

} // namespace

namespace {

/// Files *.ts that hold no code: declarations of types (order.d.ts), translations of Qt (shop_ko.ts, shop_zh_CN.ts).
bool isNoScript(std::string_view stem)
{
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string_view end = stem.substr(std::min(stem.find_last_of("._"), stem.size()));
    if (end == ".d")
        return true;
    const std::size_t country = stem.size() >= 6 && stem[stem.size() - 3] == '_' && !small(stem.back()) ? 3 : 0;
    const std::string_view language = stem.substr(0, stem.size() - country);
    return language.size() > 3 && language[language.size() - 3] == '_' && small(language[language.size() - 2]) && small(language.back());
}

} // namespace

Language languageOf(std::string_view path)
{
    constexpr std::size_t longest = 10; // asked for each file several times: without an allocation
    const std::string_view name = fileName(path);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || name.size() - dot - 1 > longest)
        return Language::Other;
    const std::string_view written = name.substr(dot + 1);
    std::array<char, longest> lower{};
    std::ranges::transform(written, lower.begin(), core::smallLetter);
    const std::string_view extension(lower.data(), written.size());
    if ((extension == "js" && path.ends_with(".min.js")) || (extension == "mjs" && path.ends_with(".min.mjs")))
        return Language::Other; // a vendored library, not code of the system
    if (extension == "ts" && isNoScript(name.substr(0, dot)))
        return Language::Other;
    for (const auto& [known, language] : kLanguages)
        if (known == extension)
            return language;
    return Language::Other;
}

bool isClassFile(std::string_view path)
{
    return path.ends_with(".class");
}

bool isConfigurationText(std::string_view path)
{
    const std::string name = core::smallLetters(fileName(path));
    if (name == "compile_commands.json")
        return false; // made by the build on one machine, whose paths it names
    if (name == "dockerfile" || name == "jenkinsfile" || name == "makefile" || name == "procfile" || name == "gnumakefile" ||
        name == "lombok.config" || name == "makefile.am" || name == "crontab" || name == "ubbconfig" || name == "cmakelists.txt")
        return true;
    return std::ranges::find(kConfigurationExtensions, extensionOf(path)) != std::end(kConfigurationExtensions);
}

namespace {

/// A folder beside src/main that build tools give to further kinds of test: src/contractTest, src/functionalTests, src/test-projects.
bool isTestSourceSet(std::string_view folder)
{
    return folder == "aat" || folder == "acceptance" || folder.starts_with("test-") || folder.ends_with("Test") ||
           folder.ends_with("Tests") || folder.ends_with("-test");
}

/// `folder` is `use`, or ends in it after a sign: e2e, portal-e2e, portal_e2e.
bool named(std::string_view folder, std::string_view use)
{
    return folder.ends_with(use) &&
           (folder.size() == use.size() || folder[folder.size() - use.size() - 1] == '-' || folder[folder.size() - use.size() - 1] == '_');
}

} // namespace

bool isInTestModule(std::string_view path)
{
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const std::string_view folder = fileName(path.substr(0, slash));
        for (const std::string_view end : {"-tests", "-itest", "-itests"})
            if (folder.ends_with(end))
                return true;
        for (const std::string_view kind :
             {"e2e", "integration-test", "acceptance-test", "functional-test", "performance-test", "load-test", "smoke-test", "system-test",
              "test-fixtures", "test_fixtures", "testdata", "test-data", "__tests__", "__mocks__"})
            if (named(folder, kind))
                return true;
        const std::string_view below = path.substr(slash + 1);
        for (const std::string_view module :
             {"it",         "aat",         "acceptance", "fit",       "fitnesse", "selenium",  "webtest",   "webtests",
              "uitest",     "uitests",     "apitest",    "apitests",  "inttest",  "inttests",  "functest",  "functests",
              "systemtest", "systemtests", "loadtest",   "loadtests", "perftest", "perftests", "stresstest"})
            if (folder == module && below.starts_with("src/"))
                return true;
        if (slash > folder.size() && isTestSourceSet(folder) && fileName(path.substr(0, slash - folder.size() - 1)) == "src")
            return true;
        for (const std::string_view use : {"test-utils", "test-util", "test-support", "testutils", "testsupport"})
            if (named(folder, use))
                return true;
    }
    return false;
}

bool isNative(Language language)
{
    return language == Language::C || language == Language::Cpp || language == Language::ProC;
}

std::string_view testedStem(std::string_view path)
{
    const std::string_view stem = path.substr(0, path.rfind('.'));
    for (const std::string_view end : {"tests", "Tests", "test", "Test"})
        if (stem.ends_with(end) && isNative(languageOf(path)))
            return stem.substr(0, stem.size() - end.size());
    return {};
}

bool isInTestFolder(std::string_view path)
{
    for (const std::string_view folder : {"src/test", "src/it", "src/integrationTest", "src/testFixtures", "src/androidTest"})
        if (hasSegments(path, folder))
            return true;
    return isInTestModule(path);
}

bool isTestPath(std::string_view path)
{
    return isTestPath(path, isInTestFolder(path));
}

bool isTestPath(std::string_view path, bool inTestFolder)
{
    if (inTestFolder)
        return true;
    for (const std::string_view folder : {"doc/", "docs/", "documentation/"}) // examples in the documentation run nowhere
        if (path.starts_with(folder) && languageOf(path) == Language::Java)
            return true;
    const std::string_view name = fileName(path);
    const std::string_view stem = name.substr(0, name.rfind('.'));
    const Language language = languageOf(path);
    if (isNative(language) &&
        (stem.ends_with("_test") || stem.ends_with("_tests") || stem.ends_with("_unittest") || stem.starts_with("test_") ||
         hasSegments(path, "test") || hasSegments(path, "tests") || hasSegments(path, "unittest") || hasSegments(path, "unittests")))
        return true; // C and C++ keep their tests beside the code, or in a folder of their own
    if (language == Language::JavaScript &&
        std::ranges::any_of(std::to_array<std::string_view>({".test", ".spec", "_test", "-test"}),
                            [stem](auto end) { return stem.ends_with(end); }))
        return true;
    const bool calledTest = stem.ends_with("Test") || stem.ends_with("Tests") || stem.ends_with("TestCase") || stem.ends_with("IT") ||
                            stem.starts_with("Test");
    return calledTest && (hasSegments(path, "test") || hasSegments(path, "tests"));
}

bool isInTestPackage(std::string_view path)
{
    if (isNative(languageOf(path)) || isInTestFolder(path))
        return false;
    bool inPackage = false;
    std::size_t below = 0; // folders since the one where packages begin; 0 before it
    for (std::size_t begin = 0, slash = path.find('/'); slash != std::string_view::npos; begin = slash + 1, slash = path.find('/', begin)) {
        const std::string_view folder = path.substr(begin, slash - begin);
        const bool root = folder == "src" || folder == "java" || folder == "source" || folder == "classes" || isArchiveName(folder);
        if (folder == "test" || folder == "tests") {
            inPackage = below > 1;
            if (!inPackage)
                return false;
        }
        below = root ? 1 : below + (below > 0 ? 1 : 0);
    }
    return inPackage;
}

bool usesTestFramework(std::string_view bytes)
{
    for (const std::string_view word : {"junit", "testng", "mockito", "spock.lang", "assertj", "cucumber", "springframework.test"})
        if (bytes.find(word) != std::string_view::npos)
            return true;
    constexpr std::string_view kExtends = "extends ";
    for (std::size_t at = bytes.find(kExtends); at != std::string_view::npos; at = bytes.find(kExtends, at + 1)) {
        const std::string_view rest = bytes.substr(at + kExtends.size());
        const std::string_view name = rest.substr(0, rest.find_first_of(" <{\r\n"));
        for (const std::string_view end : {"Test", "Tests", "TestCase", "TestBase"})
            if (name.ends_with(end) && (name.starts_with("Abstract") || name.starts_with("Base") || end == "TestCase" || end == "TestBase"))
                return true;
    }
    return false;
}

std::string escapeInvalidUtf8(std::string_view bytes)
{
    if (std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return std::string(bytes);
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string text;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 character = 0;
        U8_NEXT(data, at, size, character);
        if (character >= 0) {
            text.append(bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
            continue;
        }
        for (std::int32_t i = start; i < at; ++i) {
            text += "\\x";
            text += kHex[data[i] >> 4U];
            text += kHex[data[i] & 15U];
        }
    }
    return text;
}

} // namespace naru::analyzers
