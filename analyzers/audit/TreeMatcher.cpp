#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/Dependencies.h"
#include "analyzers/audit/Matching.h"
#include "analyzers/audit/Platforms.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace naru::analyzers::audit {

using core::FileId;

namespace {

/// Names of scripts ("a.sql") that stand in code and configuration outside comments. Shell scripts do not count: they are started by hand.
std::unordered_set<std::string> namedScripts(AuditContext& context)
{
    constexpr std::array<std::string_view, 8> kNaming{".java", ".xml", ".yml", ".yaml", ".properties", ".gradle", ".kts", ".json"};
    constexpr std::string_view kEnd = ".sql";
    const FruitlessSearches::Search search = context.fruitless().search(core::Fingerprint::of("names of scripts"));
    static const RE2 kName(R"(([\w.-]+\.sql)\b)");
    std::unordered_set<std::string> out;
    for (std::uint32_t f = 0; f < context.model().files.size(); ++f) {
        const FileId file(f);
        const std::string_view path = context.path(file);
        if (context.test(file) || std::ranges::none_of(kNaming, [&](std::string_view end) { return path.ends_with(end); }) ||
            !context.holds(file, kEnd, search))
            continue;
        re2::StringPiece rest(context.masked(file));
        std::string name;
        while (RE2::FindAndConsume(&rest, kName, &name))
            out.insert(name);
    }
    return out;
}

/// A script is named as it is, or by its end where the beginning is put before at run time: `product + "_schema.sql"`.
bool isNamed(const std::unordered_set<std::string>& named, std::string_view script)
{
    if (named.contains(std::string(script)))
        return true;
    for (std::size_t at = script.find_first_of("_-", 1); at != std::string_view::npos; at = script.find_first_of("_-", at + 1))
        if (named.contains(std::string(script.substr(at))))
            return true;
    return false;
}

void matchFiles(AuditContext& context)
{
    constexpr std::size_t kHead = 256;
    std::optional<std::unordered_set<std::string>> named;
    for (const auto& [index, condition] : context.conditions<FileCondition>())
        for (const FileId file : context.files(condition->files, condition->tests)) {
            const std::string_view path = context.path(file);
            if (condition->headUnless && found(condition->headUnless, context.text(file).substr(0, kHead)))
                continue;
            if (condition->notNamed) {
                if (!named)
                    named = namedScripts(context);
                if (isNamed(*named, core::fileName(path)))
                    continue;
            }
            context.add(index, {file, context.hasText(file) ? 1 : 0, std::string(path), std::string(core::fileName(path)), ""});
            if (condition->first)
                break;
        }
}

void matchDependencies(AuditContext& context)
{
    const auto conditions = context.conditions<DependencyCondition>();
    const auto take = [&](FileId file, const Dependency& dependency, bool jar) {
        context.components().push_back(
            {dependency.group, dependency.name, dependency.version, dependency.scope, std::string(context.path(file)), dependency.line});
        for (const auto& [index, condition] : conditions)
            if (condition->jarFiles == jar && allows(condition->name, dependency.id()) && !found(condition->unless, dependency.id()) &&
                allows(condition->scope, dependency.scope) && allows(condition->version, dependency.version))
                context.add(index, {file, dependency.line, dependency.id() + (dependency.version.empty() ? "" : ":" + dependency.version),
                                    dependency.id(), ""});
    };
    for (std::uint32_t f = 0; f < context.model().files.size(); ++f) {
        const FileId file(f);
        if (context.test(file))
            continue;
        const std::string_view path = context.path(file);
        if (path.ends_with(".jar"))
            take(file, dependencyOfJar(path), true);
        else if (declaresDependencies(path))
            for (const Dependency& dependency : readDependencies(path, context.text(file)))
                take(file, dependency, false);
        if (!namesPlatforms(path))
            continue;
        for (const Dependency& one : readPlatforms(path, context.text(file)))
            context.platforms().push_back({one.group, one.name, one.version, one.scope, std::string(path), one.line});
    }
    std::ranges::sort(context.components());
    std::ranges::sort(context.platforms());
}

void matchVersionControl(AuditContext& context)
{
    for (const auto& [index, condition] : context.conditions<VersionControlCondition>())
        if (context.input().versionControl.has_value() && *context.input().versionControl == condition->present)
            context.add(index, {});
}

} // namespace

void matchTree(AuditContext& context)
{
    matchFiles(context);
    matchDependencies(context);
    matchVersionControl(context);
}

void matchAbsence(AuditContext& context)
{
    // Nested conditions stand before the one that holds them, so one pass in order is enough.
    for (const auto& [index, condition] : context.conditions<AbsenceCondition>()) {
        if (std::ranges::any_of(condition->of, [&](std::size_t one) { return !context.matches(one).empty(); }))
            continue;
        if (condition->requires_.empty()) {
            context.add(index, {});
            continue;
        }
        for (const std::size_t one : condition->requires_) {
            std::vector<Match> all = context.matches(one);
            if (condition->deployed)
                std::erase_if(all, [&context](const Match& match) { return !context.deployed(match.file); });
            if (!all.empty()) {
                if (condition->each) {
                    for (const Match& match : all)
                        context.add(index, match);
                    continue;
                }
                const auto first = std::ranges::min_element(all, {}, [&context](const Match& match) {
                    return std::pair(match.file.valid() ? context.path(match.file) : std::string_view(), match.line);
                });
                context.add(index, Match(*first));
                break;
            }
        }
    }
}

} // namespace naru::analyzers::audit
