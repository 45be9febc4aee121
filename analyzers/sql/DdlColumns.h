#pragma once

#include "analyzers/sql/DdlCursor.h"
#include "analyzers/sql/DdlReader.h"
#include "analyzers/sql/SqlReader.h"

#include <algorithm>

namespace naru::analyzers::sql {

inline std::string unescaped(std::string_view literal)
{
    std::string result;
    for (std::size_t i = 0; i < literal.size(); ++i) {
        result += literal[i];
        if (literal[i] == '\'' && i + 1 < literal.size() && literal[i + 1] == '\'') {
            ++i;
        }
    }
    return result;
}

/// What stands between the parentheses of CREATE TABLE: columns, keys and options.
class DdlColumns : protected DdlCursor {
protected:
    std::uint32_t line(const Token& t) const { return m_line + lineOf(m_statement, t.offset); }

    void tableBody(DdlTable& made)
    {
        if (!is('(')) {
            return;
        }
        ++m_at;
        while (token() && !is(')')) {
            element(made);
            skipTo(',');
            if (is(',')) {
                ++m_at;
            }
        }
        for (; token(); ++m_at) { // table options: COMMENT='...'
            if (is(Word::Comment)) {
                const std::size_t value = is('=', 1) ? 2 : 1;
                if (token(value) && token(value)->kind == TokenKind::String) {
                    made.comment = unescaped(spelling(m_statement, *token(value)));
                }
            }
        }
    }

    static void markPrimary(DdlTable& made, const std::vector<std::string>& names)
    {
        for (DdlColumn& column : made.columns.edit()) {
            if (std::ranges::find(names, column.name) != names.end()) {
                column.primaryKey = true;
                column.nullable = false;
            }
        }
    }

    /// A column or a constraint of the table.
    void element(DdlTable& made)
    {
        if (is(Word::Constraint)) {
            ++m_at;
            if (token() && isName(*token()) && !is(Word::Primary) && !is(Word::Foreign) && !is(Word::Unique) && !is(Word::Check)) {
                ++m_at;
            }
        }
        if (is(Word::Primary)) {
            markPrimary(made, columnList());
        } else if (is(Word::Foreign)) {
            foreignKey(made, {});
        } else if (isConstraintWord()) {
            return;
        } else if (token() && isName(*token())) {
            column(made);
        }
    }

    bool isConstraintWord() const
    {
        const bool key = is(Word::Key) || is(Word::Index) || isText("FULLTEXT") || isText("SPATIAL");
        return is(Word::Unique) || is(Word::Check) || is(Word::Like) || isText("EXCLUDE") || isText("SUPPLEMENTAL") ||
               (key && (is('(', 1) || is('(', 2) || is(Word::Key, 1) || is(Word::Index, 1)));
    }

    void column(DdlTable& made)
    {
        DdlColumn column;
        column.name = upper(spelling(m_statement, *token()));
        ++m_at;
        column.type = type();
        std::string target;
        int depth = 0;
        for (; token(); ++m_at) {
            if (is('(')) {
                ++depth;
            } else if (is(')')) {
                if (depth-- == 0) {
                    break;
                }
            } else if (depth == 0 && is(',')) {
                break;
            } else if (depth == 0 && is(Word::Not) && is(Word::Null, 1)) {
                column.nullable = false;
            } else if (depth == 0 && is(Word::Primary)) {
                column.primaryKey = true;
                column.nullable = false;
            } else if (depth == 0 && is(Word::Comment) && token(1) && token(1)->kind == TokenKind::String) {
                column.comment = unescaped(spelling(m_statement, *token(1)));
            } else if (depth == 0 && is(Word::References)) {
                foreignKey(made, {column.name});
                --m_at;
            }
        }
        made.columns.edit().push_back(std::move(column));
    }

    /// FOREIGN KEY [name] (columns) REFERENCES target (columns) ON DELETE CASCADE; m_at ends behind it.
    void foreignKey(DdlTable& made, std::vector<std::string> columns)
    {
        DdlForeignKey key;
        key.line = line(*token());
        key.columns = columns.empty() ? columnList() : std::move(columns);
        if (!is(Word::References)) {
            return;
        }
        ++m_at;
        key.target = qualifiedName();
        if (is('(')) {
            columnList();
        }
        while (token() && !is(',') && !is(')') && !is(Word::Constraint) && !is(Word::Add)) {
            if (is(Word::On) && is(Word::Delete, 1) && is(Word::Cascade, 2)) {
                key.cascadeDelete = true;
            }
            ++m_at;
        }
        made.foreignKeys.push_back(std::move(key));
    }

    std::uint32_t m_line = 1; ///< of the first character of the statement
};

} // namespace naru::analyzers::sql
