#include "analyzers/spi/SourceTexts.h"

namespace naru::analyzers {

std::vector<SourceText> SourceTexts::of(const core::CodeModel& model, core::Language language) const
{
    std::vector<SourceText> found;
    for (std::size_t i = 0; i < m_texts.size() && i < model.files.size(); ++i)
        if (model.files[i].language == language && !m_texts[i].empty())
            found.push_back({core::FileId(i), m_texts[i]});
    return found;
}

} // namespace naru::analyzers
