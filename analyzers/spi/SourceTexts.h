#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "core/base/TextRoom.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

/// The decoded texts (UTF-8, line ends as in the file) of the files that were read, by file.
/// Files that were not read (other formats, too large, binary) have an empty text. The text of a file that is known from an earlier run is
/// read when somebody asks for it.
class SourceTexts {
public:
    /// `names` holds the paths that are given later.
    explicit SourceTexts(std::size_t files = 0, std::shared_ptr<const core::TextRoom> names = nullptr);

    void keep(core::FileId file, std::string text) { m_texts[file.value] = std::move(text); }
    /// The text is read from there on demand. `path` tells how it is decoded; files of more than `limit` bytes have no text.
    void keepLater(core::FileId file, std::string_view absolute, std::string_view path, std::uintmax_t limit);
    /// The text is at hand until forget(), and read from there on demand after it.
    void keepForNow(core::FileId file, std::string text, std::string_view absolute, std::string_view path, std::uintmax_t limit);
    /// Gives back the room of texts that can be read again. Nobody may use the texts of before any more.
    void forget();
    /// May be called from several threads.
    [[nodiscard]] std::string_view text(core::FileId file) const
    {
        if (file.value >= m_texts.size())
            return {};
        if (m_late[file.value].load(std::memory_order_acquire))
            load(file.value);
        return m_texts[file.value];
    }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

    /// The files of one language that have a text, in the order of their paths.
    [[nodiscard]] std::vector<SourceText> of(const core::CodeModel& model, core::Language language) const;

private:
    struct Source {
        std::string_view absolute;
        std::string_view path;
        std::uintmax_t limit = 0;
    };

    void load(std::size_t file) const;

    mutable std::vector<std::string> m_texts;
    std::shared_ptr<const core::TextRoom> m_names;
    std::vector<Source> m_sources; ///< one for each file; without a path where there is none
    std::unique_ptr<std::atomic<bool>[]> m_late;
    std::unique_ptr<std::mutex> m_mutex = std::make_unique<std::mutex>();
};

} // namespace naru::analyzers
