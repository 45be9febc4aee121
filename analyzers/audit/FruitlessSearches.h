#pragma once

#include "core/base/Fingerprint.h"
#include "core/base/Id.h"
#include "core/model/CodeModel.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace naru::analyzers::audit {

/// What FruitlessSearches knows, as it is kept between runs.
struct KeptSearches {
    struct File {
        core::Fingerprint text;
        std::vector<std::uint16_t> fruitless; ///< indices into searches
    };
    std::vector<core::Fingerprint> searches;
    std::vector<File> files;
};

/// Searches in texts that found nothing, in this run or an earlier one: they need not be made again, nor the text be read.
///
/// A search must depend on nothing but the text, the end of the file's name, its language and how comments are written in it, and what is
/// given as its name must tell it from every other search. An empty text counts as not searched.
class FruitlessSearches {
public:
    FruitlessSearches(const core::CodeModel& model, const KeptSearches* before);

    enum class Search : std::uint32_t {};
    /// `name`: kind and patterns of the search.
    Search search(const core::Fingerprint& name);

    [[nodiscard]] bool known(core::FileId file, Search search) const;
    void note(core::FileId file, Search search);

    /// Files with the same number are the same to every search; empty for one that was not read.
    [[nodiscard]] std::optional<std::uint32_t> text(core::FileId file) const;

    /// Of the searches that this run made or had no need to make.
    [[nodiscard]] KeptSearches kept() const;

private:
    std::uint32_t number(const core::Fingerprint& name);

    struct Text {
        core::Fingerprint key;
        std::vector<std::uint16_t> fruitless; ///< sorted
    };

    std::vector<std::uint32_t> m_texts; ///< by file; files of the same text share one
    std::vector<Text> m_known;
    std::vector<core::Fingerprint> m_names; ///< by search
    std::vector<bool> m_asked;              ///< by search: in this run
    std::unordered_map<std::uint64_t, std::uint32_t> m_searches; ///< by the lower half of the name
};

} // namespace naru::analyzers::audit
