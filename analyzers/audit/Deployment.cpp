#include "analyzers/audit/Deployment.h"

#include "analyzers/audit/AuditContext.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::audit {

using core::FileId;

namespace {

/// Packages that only tests use; a program that is deployed does not carry them.
constexpr std::array<std::string_view, 26> kTestLibraries{
    "org.junit.",          "junit.",           "org.testng.",        "org.mockito.",       "org.assertj.",
    "org.hamcrest.",       "org.easymock.",    "org.jmock.",         "org.dbunit.",        "io.restassured.",
    "org.openqa.selenium.", "com.codeborne.selenide.", "com.thoughtworks.selenium.", "cucumber.", "io.cucumber.",
    "org.jboss.arquillian.", "com.github.tomakehurst.wiremock.", "org.mockserver.", "org.springframework.test.", "org.springframework.mock.",
    "org.springframework.boot.test.", "org.testcontainers.", "net.sourceforge.jwebunit.", "io.gatling.", "org.jbehave.", "org.powermock."};

constexpr std::size_t kDescriptionHead = 1024; ///< bytes

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The first folder of a path that is named for a product and its version, as jquery-ui-1.8.2 or org.shop.report_2.5.0; empty: none.
std::string_view productFolder(std::string_view path)
{
    std::size_t begin = 0;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', begin)) {
        const std::string_view name = path.substr(begin, slash - begin);
        for (std::size_t i = 2; i + 3 < name.size() + 1; ++i) {
            std::size_t at = i;
            if ((name[i - 1] != '-' && name[i - 1] != '_') || !digit(name[at]))
                continue;
            while (at < name.size() && digit(name[at]))
                ++at;
            if (at + 1 < name.size() && name[at] == '.' && digit(name[at + 1]))
                return path.substr(0, slash);
        }
        begin = slash + 1;
    }
    return {};
}

class Aside {
public:
    explicit Aside(AuditContext& context)
        : m_context(context),
          m_testImports(context.fruitless().search(testImports())),
          m_out(context.model().files.size())
    {
    }

    std::vector<bool> run()
    {
        for (std::uint32_t f = 0; f < m_out.size(); ++f)
            m_out[f] = m_context.test(FileId(f));
        if (const auto& set = m_context.rules().notDeployed)
            mark(*set);
        samples();
        products();
        testModules();
        texts();
        return std::move(m_out);
    }

private:
    using Search = FruitlessSearches::Search;

    static core::Fingerprint testImports()
    {
        core::FingerprintBuilder name;
        for (const std::string_view library : kTestLibraries)
            name.add(library);
        return name.finish();
    }
    [[nodiscard]] std::string_view path(std::uint32_t file) const { return m_context.path(FileId(file)); }
    [[nodiscard]] bool java(std::uint32_t file) const { return m_context.model().files[file].language == core::Language::Java; }

    void mark(std::size_t globs)
    {
        for (const FileId file : m_context.files(globs))
            m_out[file.value] = true;
    }
    /// A tree of samples only is what there is to look at.
    void samples()
    {
        const auto& set = m_context.rules().samples;
        if (!set)
            return;
        std::size_t inside = 0;
        std::size_t all = 0;
        for (std::uint32_t f = 0; f < m_out.size(); ++f)
            all += java(f) && !m_out[f] ? 1 : 0;
        for (const FileId file : m_context.files(*set))
            inside += java(file.value) && !m_out[file.value] ? 1 : 0;
        if (all > 2 * inside)
            mark(*set);
    }
    /// Folders named for a version hold a product of others, unless there are sources in them.
    void products()
    {
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> folders;
        std::unordered_set<std::string_view> own;
        for (std::uint32_t f = 0; f < m_out.size(); ++f)
            if (const std::string_view folder = productFolder(path(f)); !folder.empty()) {
                folders[folder].push_back(f);
                if (java(f))
                    own.insert(folder);
            }
        for (const auto& [folder, files] : folders)
            if (!own.contains(folder))
                for (const std::uint32_t file : files)
                    m_out[file] = true;
    }

    /// Properties with a file of the same name for another language beside them are texts; a description of an interface says so at its
    /// beginning.
    void texts()
    {
        static const RE2 kLanguage(
            R"(^(.+?)_(?:(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|id|it|ja|ka|kk|ko|lt|lv|mn|nb|ne|nl|pl|pt|ro|ru|sk|sl|sr|sv|sw|th|tr|uk|ur|uz|vi|zh)(?:_[A-Z]{2})?|[a-z]{2,3}_[A-Z]{2})(?:_[A-Z][a-z]{3})?\.properties$)");
        static const RE2 kDescription(R"re((?m)^\s*[{]?\s*"?(?:openapi|swagger)"?\s*:\s*["']?\d)re");
        // What a partner of a sign-on says of itself, and scripts for tests of pages.
        static const RE2 kPartner(R"(<(?:\w+:)?(?:EntityDescriptor|EntitiesDescriptor|webtest|testSpec)\b)");
        const Search partner = m_context.fruitless().search(core::Fingerprint::of(kPartner.pattern()));
        const Search description = m_context.fruitless().search(core::Fingerprint::of(kDescription.pattern()));
        std::unordered_set<std::string> bundles;
        for (std::uint32_t f = 0; f < m_out.size(); ++f) {
            std::string base;
            if (path(f).ends_with(".properties") && RE2::FullMatch(re2::StringPiece(path(f).data(), path(f).size()), kLanguage, &base)) {
                bundles.insert(base + ".properties");
                m_out[f] = true;
            }
        }
        for (std::uint32_t f = 0; f < m_out.size(); ++f) {
            const std::string_view name = path(f);
            if (name.ends_with(".properties"))
                m_out[f] = m_out[f] || bundles.contains(std::string(name));
            if (name.ends_with(".xml")) {
                m_out[f] = m_out[f] || opensWith(f, 2 * kDescriptionHead, kPartner, partner);
            }
            if (name.ends_with(".yml") || name.ends_with(".yaml") || name.ends_with(".json")) {
                m_out[f] = m_out[f] || opensWith(f, kDescriptionHead, kDescription, description);
            }
        }
    }

    /// The pattern occurs in the first bytes of the text.
    [[nodiscard]] bool opensWith(std::uint32_t file, std::size_t bytes, const RE2& pattern, Search search)
    {
        return m_context.finds(FileId(file), search, [&] {
            const std::string_view text = m_context.text(FileId(file)).substr(0, bytes);
            return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
        });
    }

    [[nodiscard]] bool importsTests(std::uint32_t file)
    {
        return m_context.finds(FileId(file), m_testImports, [&] {
            return std::ranges::any_of(m_context.imports(FileId(file)).all, [](const Imports::One& one) {
                return std::ranges::any_of(kTestLibraries, [&](std::string_view library) { return one.name.starts_with(library); });
            });
        });
    }
    [[nodiscard]] std::string_view module(std::string_view path) const
    {
        for (std::string_view folder = core::folderOf(path); !folder.empty(); folder = core::folderOf(folder))
            if (m_modules.contains(folder))
                return folder;
        return {};
    }
    void testModules()
    {
        for (std::uint32_t f = 0; f < m_out.size(); ++f) {
            const std::string_view name = core::fileName(path(f));
            if (name == "pom.xml" || name == "build.gradle" || name == "build.gradle.kts")
                m_modules.insert(core::folderOf(path(f)));
        }
        struct Count {
            int main = 0;
            int tests = 0;
        };
        std::unordered_map<std::string_view, Count> counts;
        for (std::uint32_t f = 0; f < m_out.size(); ++f) {
            if (!java(f) || m_context.test(FileId(f)))
                continue;
            Count& count = counts[module(path(f))];
            ++count.main;
            if (importsTests(f)) {
                ++count.tests;
                m_out[f] = true;
            }
        }
        for (std::uint32_t f = 0; f < m_out.size(); ++f) {
            const std::string_view folder = module(path(f)); // the tree as a whole is never left out
            const auto count = counts.find(folder);
            if (!folder.empty() && count != counts.end() && 2 * count->second.tests >= count->second.main && count->second.tests > 0)
                m_out[f] = true;
        }
    }

    AuditContext& m_context;
    Search m_testImports;
    std::vector<bool> m_out;
    std::unordered_set<std::string_view> m_modules; ///< folders with a build file
};

} // namespace

SourceFolders::SourceFolders(const core::CodeModel& model)
{
    for (const core::SourceFile& file : model.files) {
        const std::string_view path = model.text(file.path);
        if (file.language != core::Language::Java || file.test)
            continue;
        const auto main = path.find("src/main/");
        for (std::string_view folder = core::folderOf(path);; folder = core::folderOf(folder)) {
            m_withJava.insert(folder);
            if (main != std::string_view::npos && folder.size() <= main)
                m_ordered.insert(folder);
            if (folder.empty())
                break;
        }
    }
}

bool SourceFolders::readsSettings(std::string_view path) const
{
    static const RE2 kPlaces(
        R"((?i)\.properties$|(?:^|/)(?:src/main|WEB-INF|META-INF|conf|config|configs|configuration|etc|settings|properties)/|(?:^|/)[^/]*application[^/]*$|(?:^|[/_-])(?:bootstrap|appsettings|server|context|web|persistence|jboss|weblogic|jeus|ibm-|sun-|glassfish|resin|tomee)[\w.-]*$|-(?:ds|context|servlet|jms)\.xml$|(?:^|/)\.env[^/]*$)");
    if (path.find("src/main/docker/") != std::string_view::npos && !path.ends_with(".properties"))
        return false; // what stands there is around the program
    if (RE2::PartialMatch(re2::StringPiece(path.data(), path.size()), kPlaces))
        return true;
    std::string_view folder = core::folderOf(path);
    if (folder.empty())
        return !m_ordered.contains(folder);
    if (m_withJava.contains(folder)) // at the root of a module, from where it is started
        return true;
    for (; !folder.empty(); folder = core::folderOf(folder))
        if (m_withJava.contains(folder))
            return !m_ordered.contains(folder);
    return m_withJava.empty(); // without sources nothing says whose settings these are
}

std::vector<bool> filesAside(AuditContext& context)
{
    return Aside(context).run();
}

} // namespace naru::analyzers::audit
