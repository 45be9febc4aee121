#include "analyzers/audit/FruitlessSearches.h"

#include "analyzers/audit/CodeMask.h"

#include <algorithm>
#include <limits>
#include <string>

namespace naru::analyzers::audit {

using core::FileId;
using core::Fingerprint;

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kMostSearches = std::numeric_limits<std::uint16_t>::max(); ///< more are made each time

/// All that a search may depend on.
Fingerprint keyOf(const core::SourceFile& file, std::string_view path)
{
    const auto dot = path.rfind('.');
    std::string bytes(reinterpret_cast<const char*>(&file.content), sizeof file.content);
    bytes += static_cast<char>(file.language);
    bytes += static_cast<char>(syntaxOf(path, file.language));
    bytes += path.substr(std::min(dot, path.size()));
    return Fingerprint::of(bytes);
}

} // namespace

FruitlessSearches::FruitlessSearches(const core::CodeModel& model, const KeptSearches* before)
{
    if (before != nullptr)
        for (const Fingerprint& name : before->searches)
            number(name);
    std::unordered_map<std::uint64_t, const KeptSearches::File*> kept;
    if (before != nullptr)
        for (const KeptSearches::File& file : before->files)
            kept.emplace(file.text.low, &file);
    std::unordered_map<std::uint64_t, std::uint32_t> places;
    for (const core::SourceFile& file : model.files) {
        if (file.content.empty()) {
            m_texts.push_back(kNone);
            continue;
        }
        const Fingerprint key = keyOf(file, model.text(file.path));
        const auto [place, fresh] = places.try_emplace(key.low, static_cast<std::uint32_t>(m_known.size()));
        if (fresh) {
            m_known.push_back({key, {}});
            if (const auto at = kept.find(key.low); at != kept.end() && at->second->text == key)
                m_known.back().fruitless = at->second->fruitless;
        }
        m_texts.push_back(m_known[place->second].key == key ? place->second : kNone);
    }
}

std::uint32_t FruitlessSearches::number(const Fingerprint& name)
{
    const auto [at, fresh] = m_searches.try_emplace(name.low, static_cast<std::uint32_t>(m_names.size()));
    if (fresh && m_names.size() < kMostSearches) {
        m_names.push_back(name);
        m_asked.push_back(false);
    }
    return at->second < m_names.size() && m_names[at->second] == name ? at->second : kNone;
}

FruitlessSearches::Search FruitlessSearches::search(const Fingerprint& name)
{
    const std::uint32_t found = number(name);
    if (found != kNone)
        m_asked[found] = true;
    return static_cast<Search>(found);
}

bool FruitlessSearches::known(FileId file, Search search) const
{
    const std::uint32_t text = m_texts[file.value];
    return text != kNone && static_cast<std::uint32_t>(search) != kNone &&
           std::ranges::binary_search(m_known[text].fruitless, static_cast<std::uint16_t>(search));
}

void FruitlessSearches::note(FileId file, Search search)
{
    const std::uint32_t text = m_texts[file.value];
    if (text == kNone || static_cast<std::uint32_t>(search) == kNone)
        return;
    auto& all = m_known[text].fruitless;
    const auto number = static_cast<std::uint16_t>(search);
    if (const auto at = std::ranges::lower_bound(all, number); at == all.end() || *at != number)
        all.insert(at, number);
}

std::optional<std::uint32_t> FruitlessSearches::text(FileId file) const
{
    const std::uint32_t text = m_texts[file.value];
    return text == kNone ? std::nullopt : std::optional(text);
}

KeptSearches FruitlessSearches::kept() const
{
    KeptSearches out;
    std::vector<std::uint16_t> places(m_names.size());
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (m_asked[i]) {
            places[i] = static_cast<std::uint16_t>(out.searches.size());
            out.searches.push_back(m_names[i]);
        }
    for (const Text& text : m_known) {
        KeptSearches::File file{text.key, {}};
        for (const std::uint16_t search : text.fruitless)
            if (search < m_asked.size() && m_asked[search])
                file.fruitless.push_back(places[search]);
        if (!file.fruitless.empty())
            out.files.push_back(std::move(file));
    }
    return out;
}

} // namespace naru::analyzers::audit
