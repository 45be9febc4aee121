#include "analyzers/audit/RuleConditions.h"
#include "core/base/JsonFolder.h"
#include "core/model/AuditReportJson.h"
#include "core/model/LocalTextData.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::audit {

using core::JsonCursor;
using core::localText;
namespace fs = std::filesystem;

namespace {

core::EffortRange effort(const JsonCursor& at)
{
    at.onlyKeys({"low", "high"});
    const core::EffortRange out{at.at("low").number(), at.at("high").number()};
    if (out.low < 0 || out.high < out.low)
        at.expected("0 <= low <= high, in person days");
    return out;
}

RuleTest ruleTest(const JsonCursor& at, bool positive)
{
    at.onlyKeys({"name", "path", "text", "files", "lines", "versionControl"});
    RuleTest out;
    out.positive = positive;
    out.name = at.stringOr("name", "");
    if (at.has("path"))
        out.files.push_back({at.at("path").string(), at.stringOr("text", "")});
    if (at.has("files"))
        for (const auto& file : at.at("files").items())
            out.files.push_back({file.at("path").string(), file.stringOr("text", "")});
    if (at.has("lines"))
        for (const auto& line : at.at("lines").items())
            out.lines.push_back(line.integer());
    out.versionControl = at.booleanOr("versionControl", true);
    return out;
}

std::vector<RuleTest> ruleTests(const JsonCursor& at)
{
    at.onlyKeys({"positive", "negative"});
    std::vector<RuleTest> out;
    for (const auto& test : at.at("positive").items())
        out.push_back(ruleTest(test, true));
    for (const auto& test : at.at("negative").items())
        out.push_back(ruleTest(test, false));
    return out;
}

Rule rule(const JsonCursor& at, const std::string& file, RuleSet& rules)
{
    at.onlyKeys({"id", "factor", "risk", "cwe", "iso5055", "title", "message", "why", "remedy", "effort", "rootCause", "supersedes", "when",
                 "tests", "note", "countsForFactor", "deployed"});
    Rule out;
    out.id = at.at("id").string();
    out.factor = at.at("factor").integer();
    if (out.factor < 0 || out.factor > 15)
        at.at("factor").expected("0 to 15");
    out.risk = static_cast<core::Risk>(at.at("risk").choice({"info", "low", "medium", "high", "critical"}));
    if (at.has("cwe"))
        for (const auto& id : at.at("cwe").items())
            out.cwe.push_back(id.integer());
    out.iso5055 = at.stringOr("iso5055", "");
    out.title = localText(at.at("title"));
    out.message = localText(at.at("message"));
    out.why = localText(at.at("why"));
    out.remedy = localText(at.at("remedy"));
    out.effort = effort(at.at("effort"));
    out.rootCause = at.stringOr("rootCause", "{rule}");
    out.supersedes = at.stringsOr("supersedes");
    out.when = readConditions(at.at("when"), rules);
    out.tests = ruleTests(at.at("tests"));
    out.countsForFactor = at.booleanOr("countsForFactor", true);
    out.deployed = at.booleanOr("deployed", false);
    out.file = file;
    out.line = at.line();
    return out;
}

Factor factor(const JsonCursor& at, RuleSet& rules)
{
    at.onlyKeys({"id", "name", "asIs", "toBe", "manualQuestion", "signs", "staticallyDecidable"});
    Factor out;
    out.id = at.at("id").integer();
    out.name = localText(at.at("name"));
    out.asIs = localText(at.at("asIs"));
    out.toBe = localText(at.at("toBe"));
    out.manualQuestion = localText(at.at("manualQuestion"));
    if (at.has("signs") && !at.at("signs").value().empty())
        out.signs = readConditions(at.at("signs"), rules);
    out.staticallyDecidable = at.booleanOr("staticallyDecidable", false);
    return out;
}

void readFile(const JsonCursor& root, const std::string& file, RuleSet& rules)
{
    if (root.at("schema").choice({"naru.rules/1", "naru.factors/1"}) == 1) {
        root.onlyKeys({"schema", "edition", "source", "factors"});
        for (const auto& one : root.at("factors").items())
            rules.factors.push_back(factor(one, rules));
        return;
    }
    root.onlyKeys({"schema", "edition", "source", "fileSets", "rules"});
    const std::string edition = root.at("edition").string();
    if (rules.edition.find(edition) == std::string::npos)
        rules.edition += (rules.edition.empty() ? "" : "+") + edition;
    rules.source = root.at("source").string();
    for (const auto& one : root.at("rules").items())
        rules.rules.push_back(rule(one, file, rules));
}

/// The file sets of a file; every file of rules may use those of all others.
void readFileSets(const JsonCursor& root, RuleSet& rules)
{
    if (!root.has("fileSets"))
        return;
    for (const auto& [name, globs] : root.at("fileSets").members()) {
        if (!rules.fileSets.emplace(name, globs.strings()).second)
            globs.expected("a name that no other file set has");
        for (const std::string& glob : rules.fileSets[name])
            if (glob.starts_with('@') || glob.starts_with("!@"))
                globs.expected("globs, not another file set");
    }
}

/// The globs of a file set that code asks for by name.
std::optional<std::size_t> namedGlobs(RuleSet& rules, std::string_view name)
{
    const auto found = rules.fileSets.find(name);
    if (found == rules.fileSets.end())
        return std::nullopt;
    Globs out;
    for (const std::string& glob : found->second)
        for (std::string& one : expandBraces(glob))
            out.patterns.push_back(std::move(one));
    rules.globs.push_back(std::move(out));
    return rules.globs.size() - 1;
}

core::Result<void> checkIds(RuleSet& rules)
{
    std::ranges::stable_sort(rules.rules, {}, &Rule::id);
    const auto twice = std::ranges::adjacent_find(rules.rules, {}, &Rule::id);
    if (twice != rules.rules.end())
        return core::failure(core::ErrorCode::Conflict, "audit.rule.twice", {{"id", twice->id}, {"other", std::next(twice)->file}},
                             twice->file, twice->line);
    for (const Rule& one : rules.rules)
        for (const std::string& other : one.supersedes)
            if (rules.find(other) == nullptr)
                return core::failure(core::ErrorCode::Malformed, "audit.rule.supersedes-nothing", {{"id", one.id}, {"other", other}},
                                     one.file, one.line);
    std::ranges::sort(rules.factors, {}, &Factor::id);
    return {};
}

} // namespace

const Rule* RuleSet::find(std::string_view id) const
{
    const auto found = std::ranges::lower_bound(rules, id, {}, &Rule::id);
    return found != rules.end() && found->id == id ? &*found : nullptr;
}

core::Result<RuleSet> loadRules(const std::vector<fs::path>& folders)
{
    RuleSet rules;
    std::vector<core::JsonDocument> documents;
    for (const fs::path& folder : folders) {
        const auto files = core::jsonFiles(folder);
        if (!files)
            return std::unexpected(files.error());
        for (const fs::path& file : *files) {
            auto document = core::JsonDocument::read(file);
            if (!document)
                return std::unexpected(document.error());
            documents.push_back(std::move(*document));
        }
    }
    for (const auto step : {+[](const JsonCursor& root, const std::string&, RuleSet& set) { readFileSets(root, set); }, &readFile})
        for (const core::JsonDocument& document : documents) {
            const auto read = core::readData(document, [&](const JsonCursor& root) {
                step(root, document.origin(), rules);
                return true;
            });
            if (!read)
                return std::unexpected(read.error());
        }
    rules.notDeployed = namedGlobs(rules, "not-deployed");
    rules.samples = namedGlobs(rules, "samples");
    if (const auto checked = checkIds(rules); !checked)
        return std::unexpected(checked.error());
    return rules;
}

core::Result<RuleSet> loadRules(const fs::path& folder)
{
    return loadRules(std::vector{folder});
}

} // namespace naru::analyzers::audit
