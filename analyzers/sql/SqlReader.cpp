#include "analyzers/sql/SqlReader.h"

#include "analyzers/sql/RoutineBody.h"
#include "analyzers/sql/SqlTokens.h"
#include "analyzers/sql/StatementReader.h"
#include "analyzers/sql/TemplateWords.h"
#include "core/base/ByteScan.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::sql {

namespace {

using core::StatementKind;

/// A batch of T-SQL, or statements behind settings and variables of MySQL and PostgreSQL: SET NOCOUNT ON, SET SESSION x = 1, SET @x, DECLARE @x,
/// IF EXISTS (...), IF @x.
bool startsBatch(std::string_view text, std::span<const Token> tokens)
{
    if (tokens.size() < 3)
        return false;
    const auto variable = [&](std::size_t at) { return tokens[at].kind == TokenKind::Placeholder && spelling(text, tokens[at]).starts_with('@'); };
    const std::string first = upper(spelling(text, tokens[0]));
    if (first == "DECLARE")
        return variable(1);
    const std::string second = upper(spelling(text, tokens[1]));
    if (first == "SET")
        return variable(1) || core::isOneOf(second, {"ANSI_NULLS", "ANSI_PADDING", "ANSI_WARNINGS", "ARITHABORT", "CONCAT_NULL_YIELDS_NULL", "DATEFIRST",
                                                     "DATEFORMAT", "DEADLOCK_PRIORITY", "FOREIGN_KEY_CHECKS", "GLOBAL", "IDENTITY_INSERT", "LANGUAGE",
                                                     "LOCAL", "LOCK_TIMEOUT", "NAMES", "NOCOUNT", "QUOTED_IDENTIFIER", "ROWCOUNT", "SEARCH_PATH",
                                                     "SESSION", "SQL_MODE", "SQL_SAFE_UPDATES", "TRANSACTION", "XACT_ABORT"});
    return first == "IF" && (variable(1) || (tokens[1].word == Word::Exists && tokens[2].symbol == '(') || (second == "NOT" && tokens[2].word == Word::Exists));
}

/// The kind of the first statement that writes; else a query, or a call.
StatementKind kindOf(std::span<const Token> tokens)
{
    StatementKind kind = StatementKind::Other;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Word word = tokens[i].kind == TokenKind::Name ? tokens[i].word : Word::None;
        const bool follows = i + 1 < tokens.size() && tokens[i + 1].symbol != '(';
        if (word == Word::Insert && follows)
            return StatementKind::Insert;
        if (word == Word::Update && follows)
            return StatementKind::Update;
        if (word == Word::Delete && follows)
            return StatementKind::Delete;
        if (word == Word::Merge && follows)
            return StatementKind::Merge;
        if (word == Word::Select && kind != StatementKind::Call)
            kind = StatementKind::Select;
        else if (word == Word::Exec && kind == StatementKind::Other)
            kind = StatementKind::Call;
    }
    return kind;
}

SqlFacts readBatch(std::string_view text, std::span<const Token> tokens)
{
    while (tokens.size() > 3 && tokens[2].word == Word::On && upper(spelling(text, tokens[0])) == "SET") // SET NOCOUNT ON SELECT ...
        tokens = tokens.subspan(tokens[3].symbol == ';' ? 4 : 3);
    Routine body;
    readRoutineBody(text, tokens, {}, body);
    SqlFacts facts;
    facts.kind = kindOf(tokens);
    for (RoutineTable& table : body.tables)
        facts.tables.push_back({std::move(table.name), table.mode, false, table.line});
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].word != Word::Exec || tokens[i + 1].kind != TokenKind::Name)
            continue;
        std::string name(spelling(text, tokens[i + 1]));
        for (i += 2; i + 1 < tokens.size() && tokens[i].symbol == '.' && tokens[i + 1].kind == TokenKind::Name; i += 2)
            name.append(".").append(spelling(text, tokens[i + 1]));
        facts.procedures.push_back(std::move(name));
    }
    facts.plausible = !facts.tables.empty() || !facts.procedures.empty();
    return facts;
}

/// The first character that is neither blank nor a comment, nor one of those that stand before a statement.
std::size_t codeStart(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        const char c = text[at];
        const bool comment = c == '/' && at + 1 < text.size() && text[at + 1] == '*';
        if (comment) {
            const auto end = text.find("*/", at + 2);
            at = end == std::string_view::npos ? text.size() : end + 2;
        } else if (c == '-' && at + 1 < text.size() && text[at + 1] == '-') {
            const auto end = text.find('\n', at);
            at = end == std::string_view::npos ? text.size() : end;
        } else if (c == ' ' || (c >= '\t' && c <= '\r') || c == '(' || c == '{' || c == '?' || c == '=' || c == ';' ||
                   (c >= kAlternativesBegin && c <= kAlternativesEnd)) {
            ++at;
        } else if (c == '#' && directiveEnd(text, at) != at) { // a template whose branches are statements
            at = directiveEnd(text, at);
        } else {
            break;
        }
    }
    return at;
}

/// USE database; before the statement itself (SQL Server, MySQL): where it ends, `at` when there is none.
std::size_t behindUse(std::string_view text, std::size_t at)
{
    const auto blank = [&](std::size_t i) { return i < text.size() && (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')); };
    if (!isAnyCase(text.substr(at, 3), "USE") || !blank(at + 3)) {
        return at;
    }
    std::size_t end = at + 3;
    while (blank(end)) {
        ++end;
    }
    const std::size_t name = end;
    while (end < text.size() && !blank(end) && text[end] != ';') {
        ++end;
    }
    return end == name ? at : end + (end < text.size() && text[end] == ';' ? 1 : 0);
}

/// CREATE TABLE copy [AS] SELECT ...: the new table, and where the query starts.
struct CopiedTable {
    TableUse table; ///< without a name where only run time knows it
    std::size_t query = std::string_view::npos;
};

CopiedTable copiedTable(std::string_view text)
{
    CopiedTable found;
    const std::size_t start = codeStart(text, 0);
    if (!isAnyCase(text.substr(start, 6), "CREATE")) {
        return found;
    }
    const std::vector<Token> tokens = tokenize(text);
    constexpr std::ptrdiff_t kFarthest = 4; // CREATE GLOBAL TEMPORARY TABLE
    auto at = std::find_if(tokens.begin(), tokens.begin() + std::min<std::ptrdiff_t>(kFarthest, std::ssize(tokens)),
                           [](const Token& token) { return token.word == Word::Table; });
    if (tokens.empty() || tokens.front().word != Word::Create || at == tokens.end() || at->word != Word::Table) {
        return found;
    }
    for (++at; at != tokens.end() && (upper(spelling(text, *at)) == "IF" || at->word == Word::Not || at->word == Word::Exists);) {
        ++at; // IF NOT EXISTS
    }
    for (; at != tokens.end() && isName(*at); ++at) {
        found.table = {std::string(spelling(text, *at)), core::AccessMode::Write, false, static_cast<std::uint32_t>(at->offset)};
        if (at + 1 == tokens.end() || (++at)->symbol != '.') {
            break;
        }
    }
    if (at != tokens.end() && at->kind == TokenKind::Placeholder) {
        found.table.name.clear();
    }
    for (std::size_t depth = 0; at != tokens.end() && at->symbol != ';'; ++at) {
        const bool inner = depth == 1 && (at - 2)->word == Word::As; // AS (SELECT
        if (at->word == Word::Select && (depth == 0 || inner)) {
            found.query = at->offset;
            break;
        }
        depth += at->symbol == '(' ? 1 : 0;
        depth -= at->symbol == ')' && depth > 0 ? 1 : 0;
    }
    return found;
}

} // namespace

SqlFacts readSql(std::string_view text, const SqlOptions& options)
{
    if (!startsLikeSql(text)) {
        return {};
    }
    if (const CopiedTable copied = copiedTable(text); copied.query != std::string_view::npos) {
        SqlFacts facts = readSql(text.substr(copied.query), options);
        for (TableUse& use : facts.tables) {
            use.offset += static_cast<std::uint32_t>(copied.query);
        }
        facts.kind = StatementKind::Insert;
        if (!copied.table.name.empty()) {
            facts.tables.insert(facts.tables.begin(), copied.table);
        }
        return facts;
    }
    std::string plain;
    if (mayHoldDirectives(text)) {
        plain = withoutDirectives(text);
        text = plain;
    }
    if (const std::size_t use = codeStart(text, 0), behind = behindUse(text, use); behind != use) {
        plain.assign(text).replace(use, behind - use, behind - use, ' ');
        text = plain;
    }
    const std::vector<Token> tokens = tokenize(text);
    if (!options.jpql && startsBatch(text, tokens)) {
        return readBatch(text, tokens);
    }
    return StatementReader(text, tokens, options).run();
}

bool startsLikeSql(std::string_view text)
{
    std::size_t at = codeStart(text, 0);
    if (const std::size_t behind = behindUse(text, at); behind != at) {
        at = codeStart(text, behind);
    }
    std::size_t end = at;
    while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= 'a' && text[end] <= 'z') || text[end] == '_')) {
        ++end;
    }
    static constexpr WordSet kStarts{Word::Select, Word::Insert, Word::Update, Word::Delete,  Word::Merge,    Word::Replace, Word::With,
                                     Word::Call,   Word::Exec,   Word::Begin,  Word::Declare, Word::Truncate, Word::From};
    const std::string_view first = text.substr(at, end - at);
    if (first.size() <= 3 && (isAnyCase(first, "SET") || isAnyCase(first, "IF"))) {
        constexpr std::size_t kEnough = 60; // for the words that tell
        const std::string_view beginning = text.substr(at, kEnough);
        return startsBatch(beginning, tokenize(beginning));
    }
    return kStarts.contains(wordOf(first)) || (isAnyCase(first, "CREATE") && copiedTable(text).query != std::string_view::npos);
}

std::uint32_t lineOf(std::string_view text, std::size_t offset)
{
    return static_cast<std::uint32_t>(core::countByte(text.substr(0, offset), '\n'));
}

} // namespace naru::analyzers::sql
