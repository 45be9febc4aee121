#include "analyzers/audit/RuleTests.h"

#include "analyzers/audit/Audit.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"

#include <stdlib.h> // NOLINT(modernize-deprecated-headers): mkdtemp

#include <algorithm>

namespace naru::analyzers::audit {

namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test is.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (fs::temp_directory_path() / "naru-rule-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr)
            m_path = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code error;
        if (!m_path.empty())
            fs::remove_all(m_path, error);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

core::Result<void> writeFiles(const RuleTest& test, const fs::path& root)
{
    for (const TestFile& file : test.files) {
        const fs::path path = root / file.path;
        if (file.path.empty() || path.lexically_normal().lexically_relative(root).string().starts_with(".."))
            return core::failure(core::ErrorCode::InvalidArgument, "audit.rule.test-path", {{"path", file.path}});
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (auto written = core::writeFile(path, file.text); !written)
            return written;
    }
    return {};
}

bool asExpected(const RuleTest& test, const std::vector<core::Finding>& found)
{
    if (!test.positive)
        return found.empty();
    if (test.lines.empty())
        return !found.empty();
    return std::ranges::all_of(test.lines, [&](int line) {
        return std::ranges::any_of(found,
                                   [&](const core::Finding& one) { return one.file == test.files.front().path && one.line == line; });
    });
}

core::Result<std::vector<core::Finding>> findingsOf(const Rule& rule, const RuleTest& test, const RuleSet& rules, core::Job& job)
{
    const TemporaryFolder folder;
    if (folder.path().empty())
        return core::failure(core::ErrorCode::NotWritable, "audit.rule.test-folder");
    if (auto written = writeFiles(test, folder.path()); !written)
        return std::unexpected(written.error());
    const auto analysis = graph::analyzeTree(folder.path(), {}, job);
    if (!analysis)
        return std::unexpected(analysis.error());
    auto report = audit({&analysis->index, &analysis->texts, test.versionControl}, rules, {}, job);
    if (!report)
        return std::unexpected(report.error());
    std::erase_if(report->findings, [&rule](const core::Finding& finding) { return finding.rule != rule.id; });
    return std::move(report->findings);
}

} // namespace

core::Result<RuleTestReport> runRuleTests(const RuleSet& rules, core::Job& job)
{
    RuleTestReport out;
    for (const Rule& rule : rules.rules) {
        ++out.rules;
        int positive = 0;
        int negative = 0;
        for (const RuleTest& test : rule.tests) {
            const int number = ++(test.positive ? positive : negative);
            ++out.tests;
            const auto found = findingsOf(rule, test, rules, job);
            if (!found)
                return std::unexpected(found.error());
            if (asExpected(test, *found))
                continue;
            const std::string name =
                (test.positive ? "positive " : "negative ") + std::to_string(number) + (test.name.empty() ? "" : ": " + test.name);
            RuleTestFailure failure{rule.id, name, test.positive, {}, rule.file, rule.line};
            for (const core::Finding& finding : *found)
                failure.found.push_back(finding.file + ":" + std::to_string(finding.line));
            out.failures.push_back(std::move(failure));
        }
        if (positive == 0 || negative == 0)
            out.withoutTests.push_back(rule.id);
    }
    return out;
}

} // namespace naru::analyzers::audit
