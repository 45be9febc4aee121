#include "analyzers/spi/SourceTexts.h"

#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"

#include <utility>

namespace naru::analyzers {

SourceTexts::SourceTexts(std::size_t files, std::shared_ptr<const core::TextRoom> names)
    : m_texts(files),
      m_names(std::move(names)),
      m_sources(files),
      m_late(std::make_unique<std::atomic<bool>[]>(files))
{
}

void SourceTexts::keepLater(core::FileId file, std::string_view absolute, std::string_view path, std::uintmax_t limit)
{
    m_sources[file.value] = {absolute, path, limit};
    m_late[file.value].store(true, std::memory_order_release);
}

void SourceTexts::keepForNow(core::FileId file, std::string text, std::string_view absolute, std::string_view path, std::uintmax_t limit)
{
    m_sources[file.value] = {absolute, path, limit};
    m_texts[file.value] = std::move(text);
}

void SourceTexts::forget()
{
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        if (!m_sources[i].absolute.empty()) {
            std::string().swap(m_texts[i]); // an assignment would keep the room
            m_late[i].store(true, std::memory_order_release);
        }
}

void SourceTexts::load(std::size_t file) const
{
    const Source& source = m_sources[file];
    std::string text;
    if (auto bytes = core::readFile(source.absolute, source.limit); bytes)
        if (auto decoded = decodeText(std::move(*bytes), source.path); decoded)
            text = std::move(*decoded);
    const std::scoped_lock lock(*m_mutex);
    if (!m_late[file].load(std::memory_order_relaxed))
        return; // another thread was faster
    m_texts[file] = std::move(text);
    m_late[file].store(false, std::memory_order_release);
}

std::vector<SourceText> SourceTexts::of(const core::CodeModel& model, core::Language language) const
{
    std::vector<SourceText> found;
    for (std::size_t i = 0; i < m_texts.size() && i < model.files.size(); ++i)
        if (const core::FileId file(i); model.files[i].language == language && !text(file).empty())
            found.push_back({file, text(file)});
    return found;
}

} // namespace naru::analyzers
