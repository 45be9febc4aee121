#include "analyzers/clones/CloneFinder.h"

#include "analyzers/clones/CodeTokens.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::clones {

using core::FileId;
using core::Language;

namespace {

constexpr int kFewestTokens = 10;
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL; // odd: the rolling hash works modulo 2^64

struct Block {
    std::size_t first = 0;
    std::size_t other = 0;
    std::size_t length = 0;
};

class Finder {
public:
    Finder(const core::CodeModel& model, const CloneOptions& options)
        : m_model(model),
          m_options(options),
          m_window(static_cast<std::size_t>(options.minimumTokens))
    {
    }

    void read(FileId file, std::string_view text)
    {
        m_files.push_back({file, m_tokens.size()});
        readTokens(text, m_model[file].language, m_tokens);
    }

    bool run(core::Job& job)
    {
        m_copied.assign(m_tokens.size(), false);
        for (std::uint64_t i = 1; i < m_window; ++i)
            m_top *= kBase;
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            if (job.cancelled())
                return false;
            scan(m_files[f].begin, endOf(f));
        }
        return true;
    }

    core::Duplication result()
    {
        core::Duplication out;
        out.minimumTokens = m_options.minimumTokens;
        for (std::size_t f = 0; f < m_files.size(); ++f)
            countLines(m_files[f].begin, endOf(f), out);
        std::ranges::sort(m_blocks, [](const Block& a, const Block& b) {
            return a.length != b.length ? a.length > b.length : std::tie(a.first, a.other) < std::tie(b.first, b.other);
        });
        out.blockCount = static_cast<std::int64_t>(m_blocks.size());
        for (std::size_t i = 0; i < std::min(m_blocks.size(), m_options.keptBlocks); ++i)
            out.blocks.push_back(described(m_blocks[i]));
        return out;
    }

private:
    struct File {
        FileId id;
        std::size_t begin;
    };
    [[nodiscard]] std::size_t endOf(std::size_t file) const
    {
        return file + 1 < m_files.size() ? m_files[file + 1].begin : m_tokens.size();
    }
    [[nodiscard]] std::size_t fileOf(std::size_t token) const
    {
        const auto after = std::ranges::upper_bound(m_files, token, {}, &File::begin);
        return static_cast<std::size_t>(after - m_files.begin()) - 1;
    }

    /// Looks every window of a file that begins a statement up among those seen before, and remembers the new ones.
    void scan(std::size_t begin, std::size_t end)
    {
        if (end - begin < m_window)
            return;
        std::uint64_t hash = 0;
        for (std::size_t i = begin; i < begin + m_window; ++i)
            hash = hash * kBase + m_tokens[i].hash + 1;
        std::size_t covered = begin; // windows that begin before it lie in a block that was found already
        for (std::size_t at = begin;; ++at) {
            if (m_tokens[at].begins && at >= covered)
                covered = std::max(covered, look(at, end, hash));
            if (at + m_window >= end)
                return;
            hash = (hash - (m_tokens[at].hash + 1ULL) * m_top) * kBase + m_tokens[at + m_window].hash + 1;
        }
    }
    /// Where the search may go on: behind what a block covers.
    std::size_t look(std::size_t at, std::size_t end, std::uint64_t hash)
    {
        const auto [known, fresh] = m_first.try_emplace(hash, static_cast<std::uint32_t>(at));
        if (fresh)
            return at;
        const std::size_t first = known->second;
        const std::size_t firstEnd = std::min(endOf(fileOf(first)), at); // a run is no duplicate of itself
        std::size_t length = 0;
        while (first + length < firstEnd && at + length < end && m_tokens[first + length].hash == m_tokens[at + length].hash)
            ++length;
        if (length < m_window)
            return at;
        std::fill_n(m_copied.begin() + static_cast<std::ptrdiff_t>(first), length, true);
        std::fill_n(m_copied.begin() + static_cast<std::ptrdiff_t>(at), length, true);
        m_blocks.push_back({first, at, length});
        return at + length - m_window + 1;
    }
    void countLines(std::size_t begin, std::size_t end, core::Duplication& out) const
    {
        std::uint32_t line = 0;
        bool counted = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (m_tokens[i].line != line) {
                line = m_tokens[i].line;
                counted = false;
                ++out.lines;
            }
            if (m_copied[i] && !counted) {
                counted = true;
                ++out.duplicated;
            }
        }
    }
    [[nodiscard]] core::DuplicateBlock described(const Block& block) const
    {
        const auto path = [this](std::size_t token) { return std::string(m_model.text(m_model[m_files[fileOf(token)].id].path)); };
        const auto line = [this](std::size_t token) { return static_cast<int>(m_tokens[token].line); };
        return {path(block.first),  line(block.first), line(block.first + block.length - 1),
                path(block.other),  line(block.other), line(block.other + block.length - 1),
                static_cast<int>(block.length)};
    }

    const core::CodeModel& m_model;
    const CloneOptions& m_options;
    std::size_t m_window;
    std::uint64_t m_top = 1;
    std::vector<Token> m_tokens;
    std::vector<File> m_files;
    std::vector<bool> m_copied;
    std::vector<Block> m_blocks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_first;
};

bool compared(const core::SourceFile& file)
{
    const bool code = file.language == Language::Java || file.language == Language::C || file.language == Language::Cpp ||
                      file.language == Language::ProC;
    return code && !file.test && file.state != core::ParseState::Skipped && file.state != core::ParseState::Failed;
}

} // namespace

core::Result<core::Duplication> findDuplicates(const core::CodeModel& model, const SourceTexts& texts, const CloneOptions& options,
                                               core::Job& job)
{
    if (options.minimumTokens < kFewestTokens)
        return core::failure(core::ErrorCode::InvalidArgument, "audit.clones.too-few-tokens", {{"least", std::to_string(kFewestTokens)}});
    std::unordered_set<std::uint32_t> generated;
    for (const core::Type& type : model.types)
        if (type.at.file.valid() && core::has(type.flags, core::TypeFlag::Generated))
            generated.insert(type.at.file.value);
    Finder finder(model, options);
    for (std::uint32_t f = 0; f < model.files.size(); ++f)
        if (compared(model.files[f]) && !generated.contains(f))
            finder.read(FileId(f), texts.text(FileId(f)));
    if (!finder.run(job))
        return core::failure(core::ErrorCode::Cancelled, "analysis.cancelled");
    return finder.result();
}

} // namespace naru::analyzers::clones
