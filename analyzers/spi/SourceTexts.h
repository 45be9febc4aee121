#pragma once

#include "analyzers/spi/CodeIndex.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

/// The decoded texts (UTF-8, line ends as in the file) of the files that were read, by file.
/// Files that were not read (other formats, too large, binary) have an empty text.
class SourceTexts {
public:
    explicit SourceTexts(std::size_t files = 0) : m_texts(files) {}

    void keep(core::FileId file, std::string text) { m_texts[file.value] = std::move(text); }
    [[nodiscard]] std::string_view text(core::FileId file) const
    {
        return file.value < m_texts.size() ? std::string_view(m_texts[file.value]) : std::string_view();
    }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

    /// The files of one language that have a text, in the order of their paths.
    [[nodiscard]] std::vector<SourceText> of(const core::CodeModel& model, core::Language language) const;

private:
    std::vector<std::string> m_texts;
};

} // namespace naru::analyzers
