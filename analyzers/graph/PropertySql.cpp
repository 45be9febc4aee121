#include "analyzers/graph/PropertySql.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct KeyedSql {
    FileId file;
    const config::Setting* setting = nullptr;
    sql::SqlFacts facts;
};

/// "Merge operation cancelled" is a text for people.
bool message(const sql::SqlFacts& facts, std::string_view text)
{
    return facts.kind == StatementKind::Merge && sql::upper(text).find("USING") == std::string::npos;
}

/// A bare word may be many things: it names a statement only as an argument.
bool mayName(const StringUse& use, std::string_view key)
{
    return key.find('.') != std::string_view::npos || use.context == StringContext::Argument;
}

} // namespace

void linkPropertySql(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements,
                     std::vector<bool>& usedStrings)
{
    CodeModel& model = index.model;
    std::unordered_map<std::string_view, std::vector<KeyedSql>> keys;
    for (const auto& file : facts.keyedTexts) {
        for (const config::Setting& setting : file.facts) {
            sql::SqlFacts read = sql::readSql(setting.value);
            if (read.plausible && !message(read, setting.value)) {
                keys[setting.key].push_back({file.file, &setting, std::move(read)});
            }
        }
    }
    if (keys.empty()) {
        return;
    }
    std::set<std::pair<MemberId, StatementId>> done;
    std::set<std::string_view> added;
    for (std::size_t i = 0; i < index.strings.size(); ++i) {
        const StringUse& use = index.strings[i];
        const std::string_view text = lookup.text(use.text);
        const auto found = use.in.valid() && !use.dynamic && !lookup.test(use.at) ? keys.find(text) : keys.end();
        if (found == keys.end() || !mayName(use, text)) {
            continue;
        }
        usedStrings[i] = true;
        const StatementId statement = statements.mapperStatement(text, {found->second.front().file, found->second.front().setting->line});
        if (added.insert(found->first).second) {
            for (const KeyedSql& variant : found->second) {
                statements[statement].kind = variant.facts.kind;
                statements.addSql(statement, variant.facts, variant.setting->value, {variant.file, variant.setting->line}, TextLines::OfFile);
            }
        }
        if (model[use.in].kind != MemberKind::Field && done.emplace(use.in, statement).second) {
            statements.execute(use.in, statement, use.at, Rule::PropertyKey);
        }
    }
}

} // namespace naru::analyzers::graph
