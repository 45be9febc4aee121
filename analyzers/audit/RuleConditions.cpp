#include "analyzers/audit/RuleConditions.h"

#include <algorithm>
#include <functional>
#include <map>

namespace naru::analyzers::audit {

using core::JsonCursor;

namespace {

Pattern pattern(const JsonCursor& at)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(16 << 20);
    auto compiled = std::make_shared<const RE2>(at.string(), options);
    if (!compiled->ok())
        at.fail(core::ErrorCode::Malformed, "audit.rule.bad-pattern", {{"key", at.pointer()}, {"reason", compiled->error()}});
    return compiled;
}

Pattern patternOr(const JsonCursor& at, std::string_view key)
{
    return at.has(key) ? pattern(at.at(key)) : nullptr;
}

NameSet names(const JsonCursor& at)
{
    NameSet out;
    for (const std::string& written : at.strings())
        for (const std::string& name : expandBraces(written)) {
            if (name.ends_with(".*"))
                out.prefixes.push_back(name.substr(0, name.size() - 1));
            else
                out.exact.push_back(name);
        }
    std::ranges::sort(out.exact);
    return out;
}

NameSet namesOr(const JsonCursor& at, std::string_view key)
{
    return at.has(key) ? names(at.at(key)) : NameSet();
}

/// "@name" stands for the globs of a file set; "!@name" leaves out the files that they name.
void addGlobs(const JsonCursor& at, const std::string& written, const RuleSet& rules, std::vector<std::string>& out)
{
    const bool excludes = written.starts_with('!');
    const std::string_view name = std::string_view(written).substr(excludes ? 1 : 0);
    if (!name.starts_with('@')) {
        for (std::string& glob : expandBraces(written))
            out.push_back(std::move(glob));
        return;
    }
    const auto found = rules.fileSets.find(name.substr(1));
    if (found == rules.fileSets.end())
        at.expected("the name of a file set");
    for (const std::string& glob : found->second)
        for (std::string& one : expandBraces(excludes ? "!" + glob : glob))
            out.push_back(std::move(one));
}

std::size_t globs(const JsonCursor& at, RuleSet& rules)
{
    Globs out;
    for (const std::string& written : at.strings())
        addGlobs(at, written, rules, out.patterns);
    for (std::size_t i = 0; i < rules.globs.size(); ++i)
        if (rules.globs[i].patterns == out.patterns)
            return i;
    rules.globs.push_back(std::move(out));
    return rules.globs.size() - 1;
}

Test call(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"receiver", "name", "argument", "matches", "notMatches", "lineMatches", "lineUnless", "unresolvedLine", "notInMain", "fileUnless",
                 "assignedMatches"});
    CallCondition out;
    out.receivers = names(at.at("receiver"));
    out.names = at.stringsOr("name");
    out.argument = at.has("argument") ? at.at("argument").integer() : -1;
    out.matches = patternOr(at, "matches");
    out.notMatches = patternOr(at, "notMatches");
    out.lineMatches = patternOr(at, "lineMatches");
    out.lineUnless = patternOr(at, "lineUnless");
    out.unresolvedLine = patternOr(at, "unresolvedLine");
    out.notInMain = at.booleanOr("notInMain", false);
    out.fileUnless = patternOr(at, "fileUnless");
    out.assignedMatches = at.stringOr("assignedMatches", "");
    if ((out.matches || out.notMatches) && out.argument < 0)
        at.expected("'argument' beside 'matches'");
    return out;
}

Test annotation(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"name", "key", "matches", "member", "typeUnless", "atMember", "startMatches"});
    return AnnotationCondition{names(at.at("name")),      at.stringOr("key", ""),          patternOr(at, "matches"),
                               patternOr(at, "member"),   namesOr(at, "typeUnless"),       at.booleanOr("atMember", false),
                               patternOr(at, "startMatches")};
}

Test supertype(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"name"});
    return SupertypeCondition{names(at.at("name"))};
}

Test import(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"name", "except"});
    return ImportCondition{names(at.at("name")), namesOr(at, "except")};
}

Test string(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"matches", "unless", "nameUnless", "nameMatches", "statementUnless", "notCallees", "annotations", "evidence"});
    StringCondition out;
    out.matches = pattern(at.at("matches"));
    out.unless = patternOr(at, "unless");
    out.nameUnless = patternOr(at, "nameUnless");
    out.nameMatches = patternOr(at, "nameMatches");
    out.statementUnless = patternOr(at, "statementUnless");
    out.notCallees = at.stringsOr("notCallees");
    out.annotations = at.booleanOr("annotations", false);
    if (at.has("evidence")) {
        at.at("evidence").onlyKeys({"names", "calls"});
        out.evidenceNames = patternOr(at.at("evidence"), "names");
        out.evidenceCalls = patternOr(at.at("evidence"), "calls");
    }
    return out;
}

Test field(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"static", "reassigned", "collection", "type", "name"});
    FieldCondition out;
    out.isStatic = at.booleanOr("static", true);
    out.reassigned = at.booleanOr("reassigned", false);
    out.collection = at.booleanOr("collection", false);
    out.type = patternOr(at, "type");
    out.name = patternOr(at, "name");
    return out;
}

Test method(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"static", "synchronized", "singleton", "name"});
    return MethodCondition{at.booleanOr("static", false), at.booleanOr("synchronized", false), at.booleanOr("singleton", false),
                           patternOr(at, "name")};
}

Test lock(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"static"});
    return LockCondition{at.booleanOr("static", true)};
}

Test textCondition(const JsonCursor& at, RuleSet& rules)
{
    at.onlyKeys({"files", "matches", "unless", "fileMatches", "strings", "notInTool"});
    return TextCondition{globs(at.at("files"), rules),  pattern(at.at("matches")),     patternOr(at, "unless"),
                         patternOr(at, "fileMatches"), at.booleanOr("strings", true), at.booleanOr("notInTool", false)};
}

Test setting(const JsonCursor& at, RuleSet& rules)
{
    at.onlyKeys({"files", "key", "value", "valueUnless", "keyUnless", "siblingUnless", "program", "listOver"});
    const int listOver = at.has("listOver") ? at.at("listOver").integer() : 0;
    if (listOver < 0)
        at.at("listOver").expected("0 or more");
    return SettingCondition{globs(at.at("files"), rules), patternOr(at, "key"),       patternOr(at, "value"),
                            patternOr(at, "valueUnless"), patternOr(at, "keyUnless"), patternOr(at, "siblingUnless"), at.booleanOr("program", false), listOver};
}

Test xml(const JsonCursor& at, RuleSet& rules)
{
    at.onlyKeys({"files", "xpath", "value", "valueUnless"});
    return XmlCondition{globs(at.at("files"), rules), at.at("xpath").string(), patternOr(at, "value"), patternOr(at, "valueUnless")};
}

Test file(const JsonCursor& at, RuleSet& rules)
{
    at.onlyKeys({"files", "tests", "first", "headUnless", "notNamed"});
    return FileCondition{globs(at.at("files"), rules), at.booleanOr("tests", false), at.booleanOr("first", false), patternOr(at, "headUnless"),
                         at.booleanOr("notNamed", false)};
}

Test dependency(const JsonCursor& at, RuleSet&)
{
    at.onlyKeys({"name", "scope", "version", "unless", "jarFiles"});
    return DependencyCondition{patternOr(at, "name"), patternOr(at, "scope"), patternOr(at, "version"), patternOr(at, "unless"),
                               at.booleanOr("jarFiles", false)};
}

Test versionControl(const JsonCursor& at, RuleSet&)
{
    return VersionControlCondition{at.boolean()};
}

Test absent(const JsonCursor& at, RuleSet& rules)
{
    at.onlyKeys({"of", "requires", "each", "deployed"});
    AbsenceCondition out;
    out.of = readConditions(at.at("of"), rules);
    if (at.has("requires"))
        out.requires_ = readConditions(at.at("requires"), rules);
    out.each = at.booleanOr("each", false);
    out.deployed = at.booleanOr("deployed", false);
    return out;
}

} // namespace

bool NameSet::contains(std::string_view name) const
{
    return std::ranges::binary_search(exact, name) ||
           std::ranges::any_of(prefixes, [name](const std::string& prefix) { return name.starts_with(prefix); });
}

std::vector<std::string> expandBraces(const std::string& text)
{
    const auto open = text.find('{');
    const auto close = text.find('}', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
        return {text};
    std::vector<std::string> out;
    std::size_t begin = open + 1;
    while (begin <= close) {
        const auto end = std::min(text.find(',', begin), close);
        for (std::string& rest : expandBraces(text.substr(0, open) + text.substr(begin, end - begin) + text.substr(close + 1)))
            out.push_back(std::move(rest));
        begin = end + 1;
    }
    return out;
}

std::size_t readCondition(const JsonCursor& at, RuleSet& rules)
{
    static const std::map<std::string, Test (*)(const JsonCursor&, RuleSet&), std::less<>> kReaders{{"call", call},
                                                                                                    {"annotation", annotation},
                                                                                                    {"supertype", supertype},
                                                                                                    {"import", import},
                                                                                                    {"string", string},
                                                                                                    {"field", field},
                                                                                                    {"method", method},
                                                                                                    {"lock", lock},
                                                                                                    {"text", textCondition},
                                                                                                    {"setting", setting},
                                                                                                    {"xml", xml},
                                                                                                    {"file", file},
                                                                                                    {"dependency", dependency},
                                                                                                    {"absent", absent},
                                                                                                    {"versionControl", versionControl}};
    const auto members = at.members();
    if (members.size() != 1 || !kReaders.contains(members.front().first)) {
        std::string known;
        for (const auto& [name, reader] : kReaders)
            known += (known.empty() ? "" : " | ") + name;
        at.expected("an object with exactly one of " + known);
    }
    Test test = kReaders.find(members.front().first)->second(members.front().second, rules);
    rules.conditions.push_back({std::move(test)});
    return rules.conditions.size() - 1;
}

std::vector<std::size_t> readConditions(const JsonCursor& at, RuleSet& rules)
{
    std::vector<std::size_t> out;
    for (const auto& one : at.items())
        out.push_back(readCondition(one, rules));
    if (out.empty())
        at.expected("at least one condition");
    return out;
}

} // namespace naru::analyzers::audit
