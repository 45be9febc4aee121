#pragma once

#include <string>
#include <vector>

namespace naru::core {

/// What a figure, answer or proposal rests on. At least one of file, source
/// and text is filled, so that a reader can follow it back.
struct Evidence {
    std::string kind;   ///< code, config, history, record, answer, tariff, clause, split, count ...
    std::string file;   ///< path below the root
    int line = 0;       ///< 1-based, 0 when none
    std::string text;   ///< quotation of the source, at most one line
    std::string source; ///< edition or clause of a document, when it is not code
    friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// A text in both languages of the product, from a data file.
struct LocalText {
    std::string ko;
    std::string en;
    [[nodiscard]] const std::string& in(const std::string& language) const { return language == "ko" ? ko : en; }
};

} // namespace naru::core
