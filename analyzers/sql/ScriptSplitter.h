#pragma once

#include <cstddef>
#include <string_view>

namespace naru::analyzers::sql {

/// Cuts a script into statements without tokenizing the seeds in it: at `;`, at lines that are only GO or /, and where a
/// table is created after a forgotten `;`.
class ScriptSplitter {
public:
    /// `backslash`: strings hold \' as MySQL writes it.
    ScriptSplitter(std::string_view text, bool backslash) : m_text(text), m_backslash(backslash) {}

    /// The next statement; its data() is null at the end.
    std::string_view next();

private:
    [[nodiscard]] std::size_t statementEnd() const;
    [[nodiscard]] std::size_t behindStop(std::size_t i) const;
    [[nodiscard]] std::size_t quoteEnd(std::size_t i, char quote) const;
    [[nodiscard]] bool separatorLine(std::size_t i) const;

    std::string_view m_text;
    bool m_backslash;
    std::size_t m_at = 0;
};

/// True when a statement of a script creates, alters, renames, drops or comments something, after its first word.
bool isDdl(std::string_view statement);

} // namespace naru::analyzers::sql
