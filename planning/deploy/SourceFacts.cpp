#include "planning/deploy/SourceFacts.h"

#include "core/base/Ascii.h"
#include "core/base/Files.h"
#include "core/base/PathNames.h"
#include "planning/deploy/BuildFiles.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

namespace naru::planning {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargestSource = std::uintmax_t{1} << 20;

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        out.push_back(std::move(line));
    return out;
}

/// Message bundles and test resources hold no configuration of the running system.
bool configurationFile(const std::string& path)
{
    const std::string name = core::smallLetters(core::fileName(path));
    const std::string whole = core::smallLetters("/" + path);
    if (!name.ends_with(".properties") && !(name.starts_with("application") && (name.ends_with(".yml") || name.ends_with(".yaml"))))
        return false;
    static const RE2 bundle(
        R"((message|validation|label|lang|i18n|_(ko|en|ja|zh)(_[a-z]{2})?\.properties$|wrapper\.properties$|log4j|logging\.properties))");
    return !RE2::PartialMatch(whole, bundle) && whole.find("/test/") == std::string::npos && whole.find("/target/") == std::string::npos &&
           whole.find("/build/") == std::string::npos;
}

bool secretName(const std::string& name)
{
    static const RE2 secret(R"((?i)(pass(word|wd|phrase)?|pwd|secret|token|credential|private|apikey|api[._-]key|access[._-]?key|salt)\b)");
    return RE2::PartialMatch(name, secret);
}

/// Whether a key must be set anew in each environment. Everything else keeps the value that the image brings along: a placeholder there
/// would keep the service from starting.
bool environmentKey(const std::string& name, const std::string& value)
{
    static const RE2 place(
        R"(://|^["']?jdbc:|\b\d{1,3}(\.\d{1,3}){3}\b|\blocalhost\b|^["']?[A-Za-z]:[\\/]|^["']?/(home|var|data|opt|usr|mnt|app|tmp|nas|srv|logs?)\b)");
    static const RE2 named(
        R"((?i)(url|uri|hosts?|host[._-]?name|addr|address|addresses|ip|ports?|endpoints?|servers?|user|user[._-]?name|user[._-]?id|account)$)");
    return RE2::PartialMatch(value, place) || (RE2::PartialMatch(name, named) && !value.starts_with("/"));
}

/// Whether the same file is there in another language: then it holds texts, not configuration.
bool translated(const std::vector<std::string>& paths, const std::string& path)
{
    constexpr std::string_view kEnd = ".properties";
    if (!path.ends_with(kEnd))
        return false;
    static const RE2 language(R"([a-z]{2}(_[A-Z]{2})?\.properties)");
    static const RE2 own(R"((.+)_[a-z]{2}(_[A-Z]{2})?\.properties)");
    std::string first;
    if (RE2::FullMatch(path, own, &first) && std::ranges::binary_search(paths, first + std::string(kEnd)))
        return true;
    const std::string stem = path.substr(0, path.size() - kEnd.size()) + "_";
    for (auto other = std::ranges::lower_bound(paths, stem); other != paths.end() && other->starts_with(stem); ++other)
        if (RE2::FullMatch(re2::StringPiece(other->data() + stem.size(), other->size() - stem.size()), language))
            return true;
    return false;
}

void addKey(std::vector<ConfigKey>& keys, std::string name, const std::string& value, const std::string& file, int line)
{
    static const RE2 credentials(R"(://[^/\s:@]+:[^/\s@]+@)");
    if (name.empty())
        return;
    const bool secret = secretName(name) || RE2::PartialMatch(value, credentials);
    const bool environment = name != "server.port" && environmentKey(name, value); // every service is given its own port
    keys.push_back({std::move(name), file, line, secret, environment});
}

void readProperties(const std::string& text, const std::string& file, std::vector<ConfigKey>& keys)
{
    static const RE2 pair(R"(^\s*([A-Za-z][A-Za-z0-9_.\-]{1,80})\s*[=:]\s*(.*)$)");
    const auto lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string name;
        std::string value;
        if (RE2::PartialMatch(lines[i], pair, &name, &value))
            addKey(keys, name, value, file, static_cast<int>(i) + 1);
    }
}

/// Leaves of block style YAML as dotted names. Lists and what is no plain mapping are passed over.
void readYaml(const std::string& text, const std::string& file, std::vector<ConfigKey>& keys)
{
    static const RE2 pair(R"(^( *)([A-Za-z][A-Za-z0-9_.\-]*)\s*:(?:\s+(.*))?$)");
    std::vector<std::pair<std::size_t, std::string>> path;
    const auto lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string indent;
        std::string name;
        std::string value;
        if (!RE2::FullMatch(lines[i], pair, &indent, &name, &value))
            continue;
        while (!path.empty() && path.back().first >= indent.size())
            path.pop_back();
        path.emplace_back(indent.size(), name);
        if (value.empty() || value.starts_with("#"))
            continue;
        std::string whole;
        for (const auto& [depth, part] : path)
            whole += (whole.empty() ? "" : ".") + part;
        addKey(keys, whole, value, file, static_cast<int>(i) + 1);
    }
}

/// The first cron expression at or shortly below the place where a scheduled job is declared.
std::string scheduleAt(const std::vector<std::string>& lines, std::uint32_t line)
{
    constexpr std::size_t kLook = 14;
    static const RE2 quoted(R"re([">]\s*([0-9*?/,\-LW#A-Z]+(?:\s+[0-9*?/,\-LW#A-Z]+){4,6})\s*["<])re");
    const std::size_t from = line > 3 ? line - 3 : 0;
    for (std::size_t i = from; i < std::min(lines.size(), static_cast<std::size_t>(line) + kLook); ++i) {
        std::string found;
        if (RE2::PartialMatch(lines[i], quoted, &found))
            if (std::string cron = cronOfFive(found); !cron.empty())
                return cron;
    }
    return {};
}

void readSchedules(const fs::path& root, const core::CodeModel& code, SourceFacts& facts)
{
    std::map<std::string, std::vector<std::string>> files;
    for (const core::EntryPoint& entry : code.entryPoints) {
        if (entry.kind != core::EntryPointKind::Scheduled && entry.kind != core::EntryPointKind::Batch)
            continue;
        const std::string path(code.path(entry.at));
        auto known = files.find(path);
        if (known == files.end()) {
            const auto text = core::readFile(root / path, kLargestSource);
            known = files.emplace(path, text ? linesOf(*text) : std::vector<std::string>()).first;
        }
        if (std::string cron = scheduleAt(known->second, entry.at.line); !cron.empty())
            facts.schedules.emplace(code.text(entry.id), std::move(cron));
    }
}

void readKeys(const fs::path& root, const std::vector<std::string>& paths, SourceFacts& facts)
{
    for (const std::string& path : paths) {
        if (!configurationFile(path) || translated(paths, path))
            continue;
        const auto text = core::readFile(root / path, kLargestSource);
        if (!text)
            continue;
        (path.ends_with(".properties") ? readProperties : readYaml)(*text, path, facts.keys);
    }
    std::ranges::sort(facts.keys);
    const auto twice = std::ranges::unique(facts.keys, {}, &ConfigKey::name);
    facts.keys.erase(twice.begin(), twice.end());
    if (facts.keys.size() > SourceFacts::kMostKeys) {
        facts.keysLeftOff = static_cast<int>(facts.keys.size() - SourceFacts::kMostKeys);
        // Secrets first: a key that is left off must not be one of them.
        std::ranges::stable_sort(facts.keys, std::ranges::greater(), &ConfigKey::secret);
        facts.keys.resize(SourceFacts::kMostKeys);
        std::ranges::sort(facts.keys);
    }
}

} // namespace

std::string cronOfFive(const std::string& expression)
{
    std::istringstream in(expression);
    std::vector<std::string> fields;
    for (std::string field; in >> field;)
        fields.push_back(std::move(field));
    static const RE2 valid(R"([0-9A-Z*?/,\-]+)");
    if (fields.size() < 5 || fields.size() > 7 ||
        !std::ranges::all_of(fields, [](const std::string& f) { return RE2::FullMatch(f, valid); }))
        return {};
    const bool seconds = fields.size() >= 6;
    // Quartz counts the days of the week from 1, cron and Spring from 0; only Quartz must leave one of the days open.
    const bool quartz = seconds && (fields[3] == "?" || fields[5] == "?");
    if (fields.size() == 7)
        fields.pop_back(); // the year
    if (seconds)
        fields.erase(fields.begin());
    for (std::string& field : fields)
        if (field == "?")
            field = "*";
    if (quartz && fields[4].size() == 1 && fields[4][0] >= '1' && fields[4][0] <= '7')
        fields[4][0] = static_cast<char>(fields[4][0] - 1);
    std::string out;
    for (const std::string& field : fields)
        out += (out.empty() ? "" : " ") + field;
    return out;
}

core::Result<SourceFacts> readSourceFacts(const fs::path& root, const core::CodeModel& code, core::Job& job)
{
    std::vector<std::string> paths;
    for (const core::SourceFile& file : code.files)
        paths.emplace_back(code.text(file.path));
    std::ranges::sort(paths);
    SourceFacts facts;
    facts.build = readBuildFacts(root, paths);
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "planning.cancelled");
    readKeys(root, paths, facts);
    readSchedules(root, code, facts);
    static const RE2 embedded(R"(jdbc:(derby|h2|hsqldb|sqlite):)");
    for (const std::string& path : paths) {
        if (!path.ends_with(".xml") && !path.ends_with(".properties"))
            continue;
        if (("/" + path).find("/test/") != std::string::npos)
            continue;
        const auto text = core::readFile(root / path, kLargestSource);
        std::string kind;
        if (!text || !RE2::PartialMatch(*text, embedded, &kind))
            continue;
        const auto lines = linesOf(*text);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (RE2::PartialMatch(lines[i], embedded, &kind)) {
                facts.embeddedDatabases.push_back(
                    {.kind = "config", .file = path, .line = static_cast<int>(i) + 1, .text = "jdbc:" + kind});
                break;
            }
        if (job.cancelled())
            return core::failure(core::ErrorCode::Cancelled, "planning.cancelled");
    }
    return facts;
}

} // namespace naru::planning
