#include "costing/Conventions.h"

#include "core/base/Ascii.h"
#include "costing/Fields.h"

#include <algorithm>
#include <re2/re2.h>

namespace naru::costing {

using core::ErrorCode;
using core::failure;
using core::JsonCursor;
using core::Result;

Result<NamePatterns> NamePatterns::make(const std::vector<std::string>& patterns, bool partial)
{
    NamePatterns out;
    if (patterns.empty())
        return out;
    std::string all;
    for (const std::string& one : patterns)
        all += (all.empty() ? "" : "|") + std::string("(?:") + one + ")";
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    auto expression = std::make_shared<const RE2>(partial ? all : "^(?:" + all + ")$", options);
    if (!expression->ok())
        return failure(ErrorCode::Malformed, "costing.conventions.pattern", {{"detail", expression->error()}});
    out.m_expression = std::move(expression);
    return out;
}

bool NamePatterns::matches(std::string_view name) const
{
    return m_expression && RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), *m_expression);
}

std::string NamePatterns::without(std::string_view name) const
{
    std::string text = core::smallLetters(name);
    for (std::string before; m_expression && before != text;) {
        before = text;
        std::string shorter = text;
        RE2::Replace(&shorter, *m_expression, "");
        if (!shorter.empty())
            text = shorter;
    }
    return text;
}

NamePatterns patternsAt(const JsonCursor& place, bool partial)
{
    auto patterns = NamePatterns::make(place.strings(), partial);
    if (!patterns)
        place.fail(ErrorCode::Malformed, patterns.error().key, patterns.error().args);
    return *patterns;
}

namespace {

Convention settingAt(const JsonCursor& at)
{
    Convention setting{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name")), .defaultValue = nonEmptyAt(at.at("default"))};
    setting.value = setting.defaultValue;
    for (const JsonCursor& choice : at.at("values").items())
        setting.choices.push_back({.id = nonEmptyAt(choice.at("id")), .meaning = localTextAt(choice)});
    if (std::ranges::find(setting.choices, setting.defaultValue, &ConventionChoice::id) == setting.choices.end())
        at.at("default").expected("one of the values");
    return setting;
}

Conventions conventionsAt(const JsonCursor& root)
{
    static const std::vector<std::string_view> kSchema = {"naru.conventions/1"};
    static const std::vector<std::string_view> kRoles = {"business",   "session", "temporary", "technical",
                                                         "attachment", "log",     "code",      "doubtful"};
    static const std::vector<std::string_view> kVerbs = {"query", "change"};
    static const std::vector<std::string_view> kHints = {"any", "none", "social", "EQ", "EO"};
    (void)root.at("schema").choice(kSchema);
    Conventions out{
        .id = nonEmptyAt(root.at("convention")), .edition = nonEmptyAt(root.at("edition")), .name = localTextAt(root.at("name"))};
    for (const JsonCursor& at : root.at("settings").items())
        out.settings.push_back(settingAt(at));
    for (const JsonCursor& at : root.at("tables").items())
        out.tables.push_back({.role = static_cast<TableRole>(at.at("role").choice(kRoles)), .patterns = patternsAt(at.at("patterns"))});
    const JsonCursor lookup = root.at("lookup");
    out.lookupTextColumns = wholeAt(lookup.at("textColumns"), 0, 100);
    out.lookupOrderColumns = wholeAt(lookup.at("orderColumns"), 0, 100);
    out.lookupColumns = patternsAt(lookup.at("columns"));
    out.auditColumns = patternsAt(root.at("auditColumns"));
    out.viewCounter = patternsAt(root.at("viewCounter"));
    out.pagingCount = patternsAt(root.at("pagingCount"));
    out.formDisplay = patternsAt(root.at("formDisplay"));
    out.saveHandler = patternsAt(root.at("saveHandler"));
    out.saveWords = root.at("saveWords").strings();
    out.check = patternsAt(root.at("check"));
    for (const JsonCursor& at : root.at("hints").items())
        out.hints.push_back({.hint = static_cast<Hint>(at.at("type").choice(kHints)), .patterns = patternsAt(at.at("patterns"))});
    for (const JsonCursor& at : root.at("verbs").items())
        out.verbs.push_back(
            {.change = at.at("for").choice(kVerbs) == 1, .patterns = patternsAt(at.at("patterns")), .word = localTextAt(at)});
    out.purposeStrip = patternsAt(root.at("purpose").at("strip"), true);
    out.displayStrip = patternsAt(root.at("purpose").at("display"), true);
    out.derived = patternsAt(root.at("derived"));
    out.children = patternsAt(root.at("children"));
    out.calculation = patternsAt(root.at("calculation"));
    out.technicalPrograms = patternsAt(root.at("technicalPrograms"));
    out.boilerplate = patternsAt(root.at("boilerplate"));
    out.genericKeys = patternsAt(root.at("genericKeys"));
    out.linkColumns = patternsAt(root.at("linkColumns"));
    out.sessionKeys = patternsAt(root.at("sessionKeys"));
    out.choices = patternsAt(root.at("choices"));
    out.several = patternsAt(root.at("several"), true);
    out.choiceQueries = patternsAt(root.at("choiceQueries"));
    out.details = patternsAt(root.at("details"));
    out.logIn = patternsAt(root.at("logIn"));
    out.signIns = patternsAt(root.at("signIns"));
    out.definedPercent = wholeAt(root.at("definedPercent"), 1, 100);
    out.genericNames = patternsAt(root.at("purpose").at("generic"));
    return out;
}

} // namespace

Result<Conventions> Conventions::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "conventions.json", [](const JsonCursor& root) { return conventionsAt(root); });
}

Result<void> Conventions::choose(std::string_view setting, std::string_view value)
{
    const auto found = std::ranges::find(settings, setting, &Convention::id);
    std::string known;
    if (found == settings.end()) {
        for (const Convention& one : settings)
            known += (known.empty() ? "" : ", ") + one.id;
        return failure(ErrorCode::InvalidArgument, "costing.conventions.unknown", {{"setting", std::string(setting)}, {"known", known}});
    }
    if (std::ranges::find(found->choices, value, &ConventionChoice::id) == found->choices.end()) {
        for (const ConventionChoice& one : found->choices)
            known += (known.empty() ? "" : ", ") + one.id;
        return failure(ErrorCode::InvalidArgument, "costing.conventions.value",
                       {{"setting", std::string(setting)}, {"value", std::string(value)}, {"known", known}});
    }
    found->value = value;
    return {};
}

bool Conventions::is(std::string_view setting, std::string_view value) const
{
    const auto found = std::ranges::find(settings, setting, &Convention::id);
    return found != settings.end() && found->value == value;
}

std::vector<core::ConventionSetting> Conventions::shown() const
{
    std::vector<core::ConventionSetting> out;
    for (const Convention& one : settings) {
        const auto choice = std::ranges::find(one.choices, one.value, &ConventionChoice::id);
        out.push_back({.id = one.id,
                       .value = one.value,
                       .isDefault = one.value == one.defaultValue,
                       .name = one.name,
                       .meaning = choice == one.choices.end() ? core::LocalText() : choice->meaning});
    }
    return out;
}

TableRole Conventions::roleOf(std::string_view table) const
{
    const auto found = std::ranges::find_if(tables, [&](const TableRolePatterns& one) { return one.patterns.matches(table); });
    return found == tables.end() ? TableRole::Business : found->role;
}

Hint Conventions::hintOf(std::string_view called) const
{
    const auto found = std::ranges::find_if(hints, [&](const NameHint& one) { return one.patterns.matches(called); });
    return found == hints.end() ? Hint::None : found->hint;
}

} // namespace naru::costing
