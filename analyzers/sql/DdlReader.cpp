#include "analyzers/sql/DdlReader.h"

#include "analyzers/sql/DdlColumns.h"
#include "analyzers/sql/KnownSql.h"
#include "analyzers/sql/ScriptSplitter.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"
#include "core/base/ByteScan.h"
#include "core/base/Fingerprint.h"

#include <memory>
#include <unordered_map>

namespace naru::analyzers::sql {

namespace {

class DdlParser : private DdlColumns {
public:
    DdlParser(std::string_view text, KnownSql* known) : m_text(text), m_known(known)
    {
        const auto holds = [&](std::string_view wanted) { return core::findText(text, wanted) != std::string_view::npos; };
        m_options.backslashEscapes = text.find('\\') != std::string_view::npos && (holds("`") || holds("ENGINE="));
    }

    std::vector<DdlTable> run()
    {
        ScriptSplitter splitter(m_text, m_options.backslashEscapes);
        std::size_t counted = 0;
        std::uint32_t line = 1;
        for (std::string_view statement = splitter.next(); statement.data() != nullptr; statement = splitter.next()) {
            if (!isDdl(statement)) {
                continue;
            }
            m_statement = statement.substr(firstToken(statement, m_options));
            const auto offset = static_cast<std::size_t>(m_statement.data() - m_text.data());
            line += lineOf(m_text.substr(counted, offset - counted), offset - counted);
            counted = offset;
            m_line = line;
            if (isKnown()) {
                continue;
            }
            m_tokens = tokenize(m_statement, m_options);
            m_at = 0;
            parse();
        }
        m_tables.shrink_to_fit();
        return std::move(m_tables);
    }

private:
    /// True when a statement of the same words was read before and what it says is in place.
    bool isKnown()
    {
        m_key = {};
        const std::string_view first = m_statement.substr(0, 6);
        if (m_known == nullptr || !isAnyCase(first, "CREATE")) {
            return false;
        }
        m_key = core::Fingerprint::of(m_statement);
        m_key.high ^= m_options.backslashEscapes ? 1 : 0;
        const auto known = m_known->find(m_key);
        if (known == nullptr || known->name.empty()) {
            return known != nullptr;
        }
        const auto [found, added] = m_index.try_emplace(known->name, m_tables.size());
        if (added) {
            moveLines(m_tables.emplace_back(*known), m_line);
            return true;
        }
        DdlTable& before = m_tables[found->second];
        before.dropped = before.dropped && !before.created; // a second copy in one script adds nothing
        return before.created;
    }

    /// For the next script with the same statement.
    void remember(const DdlTable& made)
    {
        if (m_known != nullptr && !m_key.empty()) {
            auto table = std::make_shared<DdlTable>(made);
            moveLines(*table, 0 - m_line);
            m_known->keep(m_key, std::move(table));
        }
    }

    /// Modulo 2^32: a line less what it begins with, and back.
    static void moveLines(DdlTable& table, std::uint32_t by)
    {
        table.line += by;
        for (DdlForeignKey& key : table.foreignKeys) {
            key.line += by;
        }
    }

    void parse()
    {
        while (is(Word::Go) || is('/')) {
            ++m_at;
        }
        if (is(Word::Create)) {
            create();
        } else if (is(Word::Alter) && (is(Word::Table, 1) || isText("CLASS", 1))) {
            alter();
        } else if (is(Word::Comment)) {
            comment();
        } else if (is(Word::Exec)) {
            extendedProperty();
        } else if (is(Word::Drop) && (is(Word::Table, 1) || isText("CLASS", 1))) {
            drop();
        } else if (isText("RENAME")) {
            rename();
        }
    }

    /// DROP TABLE [IF EXISTS] a, b
    void drop()
    {
        m_at += 2;
        while (isText("IF") || is(Word::Exists)) {
            ++m_at;
        }
        while (token() && isName(*token())) {
            table(qualifiedName()).dropped = true;
            if (!is(',')) {
                break;
            }
            ++m_at;
        }
    }

    /// RENAME TABLE a TO b (MySQL), RENAME a TO b (Oracle)
    void rename()
    {
        m_at += is(Word::Table, 1) ? 2 : 1;
        const std::string name = qualifiedName();
        if (isText("TO") && !name.empty()) {
            ++m_at;
            table(name).renamedTo = qualifiedName();
        }
    }

    DdlTable& table(const std::string& name)
    {
        const auto [found, added] = m_index.try_emplace(name, m_tables.size());
        if (added) {
            m_tables.emplace_back().name = name;
        }
        return m_tables[found->second];
    }

    enum class Created { Table /* or view */, Class /* of CUBRID */, Synonym, Other };

    /// Up to TABLE, VIEW or CLASS: only words that belong before them.
    Created whatIsCreated()
    {
        for (++m_at; token() && !is(Word::Table) && !is(Word::View) && !is('(') && !is(Word::As); ++m_at) {
            if (isText("CLASS") && token(1) && isName(*token(1))) {
                return Created::Class;
            }
            if (isText("SYNONYM")) {
                return Created::Synonym;
            }
            if (isText("INDEX") || isText("SEQUENCE") || isText("TRIGGER") || isText("PROCEDURE") || isText("FUNCTION") ||
                isText("PACKAGE") || isText("USER") || isText("DATABASE")) {
                return Created::Other;
            }
        }
        return is(Word::Table) || is(Word::View) ? Created::Table : Created::Other;
    }

    void create()
    {
        const Created created = whatIsCreated();
        const bool ofClass = created == Created::Class;
        if (created == Created::Synonym) {
            synonym();
            return;
        }
        if (created == Created::Other) {
            remember({});
            return;
        }
        const bool view = is(Word::View);
        ++m_at;
        while (isText("IF") || is(Word::Not) || is(Word::Exists)) {
            ++m_at;
        }
        if (!token()) {
            return;
        }
        const std::uint32_t at = line(*token());
        const std::string name = qualifiedName();
        const bool whole = view || is('(') || is(Word::As) || is(Word::Like);
        if (name.empty() || (!whole && !(ofClass && (!token() || isText("REUSE_OID") || isText("DONT_REUSE_OID") || isText("COLLATE"))))) {
            return;
        }
        const bool before = m_index.contains(name);
        DdlTable& made = table(name);
        made.dropped = false;
        if (made.created) {
            return; // a second copy in one script adds nothing
        }
        made.created = true;
        made.view = view;
        made.line = at;
        if (view) {
            viewBody(made);
        } else {
            tableBody(made);
        }
        if (!before) {
            made.columns.edit().shrink_to_fit();
            remember(made);
        }
    }

    /// CREATE [PUBLIC] SYNONYM a FOR s.b
    void synonym()
    {
        ++m_at;
        const std::string name = qualifiedName();
        if (!name.empty() && is(Word::For)) {
            ++m_at;
            const std::string target = qualifiedName();
            if (!target.empty() && target != name && !is('@')) {
                table(name).synonymOf = target;
            }
        }
    }

    void viewBody(DdlTable& made)
    {
        if (is('(')) {
            for (++m_at; token() && !is(')'); ++m_at) {
                if (isName(*token())) {
                    made.columns.edit().push_back({upper(spelling(m_statement, *token())), {}, {}, true, false});
                }
            }
        }
        while (token() && !is(Word::As)) {
            ++m_at;
        }
        if (!token(1)) {
            return;
        }
        const SqlFacts facts = readSql(m_statement.substr(token(1)->offset));
        for (const TableUse& use : facts.tables) {
            made.uses.push_back(upper(use.name));
        }
        if (made.columns.empty()) {
            for (const std::string& column : facts.columns) {
                made.columns.edit().push_back({column, {}, {}, true, false});
            }
        }
    }

    void alter()
    {
        m_at += 2;
        while (isText("IF") || is(Word::Exists) || is(Word::Only)) {
            ++m_at;
        }
        if (!token()) {
            return;
        }
        const std::uint32_t at = line(*token());
        const std::string name = qualifiedName();
        if (name.empty()) {
            return;
        }
        while (token()) {
            if (is(Word::Primary)) {
                markPrimary(table(name), columnList());
            } else if (is(Word::Foreign)) {
                DdlTable& made = table(name);
                made.line = made.line == 0 ? at : made.line;
                foreignKey(made, {});
            } else if (is(Word::Comment) && token(1) && (token(1)->kind == TokenKind::String || is('=', 1))) {
                const Token* value = is('=', 1) ? token(2) : token(1);
                if (value && value->kind == TokenKind::String) {
                    table(name).comment = unescaped(spelling(m_statement, *value));
                }
                ++m_at;
            } else if (isText("RENAME") && isText("TO", 1)) {
                m_at += 2;
                table(name).renamedTo = qualifiedName();
            } else if (is(Word::Add) && isText("ATTRIBUTE", 1)) { // CUBRID: several, separated by commas
                ++m_at;
                do {
                    ++m_at;
                    if (!token() || !isName(*token()) || isText("CONSTRAINT") || is(Word::Primary) || is(Word::Foreign) || isText("UNIQUE")) {
                        break;
                    }
                    column(table(name));
                    skipTo(',');
                } while (is(','));
            } else if (is(Word::Add) && addsColumn()) {
                addedColumn(table(name));
            } else {
                ++m_at;
            }
        }
    }

    bool addsColumn() const
    {
        std::size_t i = is(Word::Column, 1) ? 2 : 1;
        i += is('(', i) ? 1 : 0;
        const Token* name = token(i);
        return name && isName(*name) && name->word == Word::None && token(i + 1) && isName(*token(i + 1));
    }

    void addedColumn(DdlTable& made)
    {
        ++m_at;
        while (is(Word::Column) || is('(')) {
            ++m_at;
        }
        column(made);
    }

    /// COMMENT ON TABLE t IS '...', COMMENT ON COLUMN t.c IS '...'
    void comment()
    {
        if (!is(Word::On, 1)) {
            return;
        }
        const bool onColumn = is(Word::Column, 2);
        if (!onColumn && !is(Word::Table, 2) && !is(Word::View, 2)) {
            return;
        }
        m_at += 3;
        std::vector<std::string> path;
        while (token() && isName(*token())) {
            path.push_back(upper(spelling(m_statement, *token())));
            ++m_at;
            if (!is('.')) {
                break;
            }
            ++m_at;
        }
        if (!is(Word::Is) || !token(1) || token(1)->kind != TokenKind::String || path.size() < (onColumn ? 2U : 1U)) {
            return;
        }
        const std::string text = unescaped(spelling(m_statement, *token(1)));
        if (!onColumn) {
            table(path.back()).comment = text;
            return;
        }
        DdlTable& made = table(path[path.size() - 2]);
        for (DdlColumn& column : made.columns.edit()) {
            if (column.name == path.back()) {
                column.comment = text;
                return;
            }
        }
        made.columns.edit().push_back({path.back(), {}, text, true, false});
    }

    /// EXEC sp_addextendedproperty N'MS_Description', N'text', N'schema', N'dbo', N'table', N't' [, N'column', N'c']
    void extendedProperty()
    {
        std::vector<std::string> values;
        for (const Token& t : m_tokens) {
            if (t.kind == TokenKind::String) {
                values.push_back(unescaped(spelling(m_statement, t)));
            }
        }
        if (values.size() < 6 || upper(values[0]) != "MS_DESCRIPTION" || upper(values[4]) != "TABLE") {
            return;
        }
        DdlTable& made = table(upper(values[5]));
        if (values.size() < 8) {
            made.comment = values[1];
            return;
        }
        const std::string name = upper(values[7]);
        for (DdlColumn& column : made.columns.edit()) {
            if (column.name == name) {
                column.comment = values[1];
            }
        }
    }

    std::string_view m_text;
    TokenOptions m_options;
    std::vector<DdlTable> m_tables;
    std::unordered_map<std::string, std::size_t> m_index;
    KnownSql* m_known;
    core::Fingerprint m_key; ///< of a CREATE statement that is not known yet
};

} // namespace

std::vector<DdlTable> readDdl(std::string_view text, KnownSql* known)
{
    return DdlParser(text, known).run();
}

} // namespace naru::analyzers::sql
