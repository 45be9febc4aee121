#pragma once

#include "analyzers/sql/SqlTokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::sql {

/// A place in the tokens of one DDL statement, and the small things that are read from there.
class DdlCursor {
protected:
    const Token* token(std::size_t ahead = 0) const { return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr; }

    bool is(Word word, std::size_t ahead = 0) const
    {
        const Token* t = token(ahead);
        return t && t->kind == TokenKind::Name && t->word == word;
    }

    bool is(char symbol, std::size_t ahead = 0) const
    {
        const Token* t = token(ahead);
        return t && t->kind == TokenKind::Symbol && t->symbol == symbol;
    }

    bool isText(std::string_view text, std::size_t ahead = 0) const
    {
        const Token* t = token(ahead);
        return t && t->kind == TokenKind::Name && isAnyCase(spelling(m_statement, *t), text);
    }

    /// schema.name, upper case and without the schema; m_at ends behind it.
    std::string qualifiedName()
    {
        std::string name;
        while (token() && isName(*token())) {
            name = upper(spelling(m_statement, *token()));
            ++m_at;
            if (!is('.')) {
                break;
            }
            ++m_at;
        }
        return name;
    }

    /// To the given symbol or the closing parenthesis of this level.
    void skipTo(char symbol)
    {
        for (int depth = 0; token(); ++m_at) {
            if (is('(')) {
                ++depth;
            } else if (is(')') && depth-- == 0) {
                return;
            } else if (depth == 0 && is(symbol)) {
                return;
            }
        }
    }

    std::vector<std::string> columnList()
    {
        std::vector<std::string> names;
        while (token() && !is('(')) {
            ++m_at;
        }
        int depth = 0;
        for (; token(); ++m_at) {
            if (is('(')) {
                ++depth;
            } else if (is(')') && --depth == 0) {
                ++m_at;
                break;
            } else if (depth == 1 && isName(*token()) && !is(Word::Asc) && !is(Word::Desc)) {
                names.push_back(upper(spelling(m_statement, *token())));
            }
        }
        return names;
    }

    /// NUMBER(10, 2), VARCHAR2(20 BYTE), TIMESTAMP WITH TIME ZONE, [nvarchar](50)
    std::string type()
    {
        std::string result;
        while (token() && isName(*token())) {
            const Token& t = *token();
            if (t.word != Word::None && t.word != Word::With && !result.empty()) {
                break;
            }
            if (t.word == Word::Not || t.word == Word::Null || t.word == Word::Default || isText("AUTO_INCREMENT") || isText("IDENTITY") ||
                isText("COLLATE") || isText("CHARACTER") || isText("GENERATED") || isText("ENABLE") || isText("UNSIGNED")) {
                if (!(isText("CHARACTER") && result.empty())) {
                    break;
                }
            }
            result += result.empty() ? "" : " ";
            result += spelling(m_statement, t);
            ++m_at;
            if (is('(')) {
                for (; token(); ++m_at) {
                    const bool blank = !result.empty() && result.back() != '(' && result.back() != ',' && isName(*token());
                    result += blank ? " " : "";
                    result += m_statement.substr(token()->offset, token()->length);
                    if (is(')')) {
                        ++m_at;
                        break;
                    }
                }
            }
        }
        return result;
    }

    std::string_view m_statement;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

} // namespace naru::analyzers::sql
