#pragma once

#include <string>
#include <vector>

namespace naru::cli {

/// Rows of text aligned for a terminal. Hangul and other wide letters take two columns.
class TextTable {
public:
    /// A '>' at the start of a header aligns its column to the right.
    explicit TextTable(std::vector<std::string> headers);

    void row(std::vector<std::string> cells);
    [[nodiscard]] std::string text() const;

    /// Columns that `text` takes in a terminal; East Asian wide letters count two.
    static std::size_t width(const std::string& text);

private:
    std::vector<bool> m_right;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace naru::cli
