#include "analyzers/history/ChangeCollector.h"

#include <algorithm>
#include <chrono>

namespace naru::analyzers::history {

namespace {

constexpr unsigned kHalf = 32;

std::int64_t monthOf(std::int64_t time)
{
    const std::chrono::sys_seconds seconds{std::chrono::seconds(time)};
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(seconds));
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month()));
}

/// Widens [first, last] so that it holds `time`.
void widen(std::int64_t& first, std::int64_t& last, std::int64_t time, bool started)
{
    first = started ? std::min(first, time) : time;
    last = started ? std::max(last, time) : time;
}

double medianTagDays(const std::vector<core::ReleaseTag>& tags)
{
    std::vector<double> days;
    constexpr double kDay = 86'400;
    for (std::size_t i = 1; i < tags.size(); ++i)
        if (tags[i].time > tags[i - 1].time) // several tags on one commit are one release
            days.push_back(static_cast<double>(tags[i].time - tags[i - 1].time) / kDay);
    if (days.empty())
        return 0;
    std::ranges::sort(days);
    const std::size_t middle = days.size() / 2;
    return days.size() % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2;
}

} // namespace

ChangeCollector::ChangeCollector(const std::vector<std::string>& present, const HistoryOptions& options)
    : m_options(options),
      m_present(present)
{
    std::ranges::sort(m_present);
    m_files.resize(m_present.size());
    for (std::uint32_t i = 0; i < m_present.size(); ++i)
        m_index.emplace(m_present[i], i);
}

std::int64_t ChangeCollector::indexOf(const std::string& path) const
{
    const auto found = m_index.find(path);
    return found == m_index.end() ? -1 : std::int64_t{found->second};
}

void ChangeCollector::add(std::string_view author, std::int64_t time, const std::vector<ChangedFile>& files)
{
    std::vector<std::uint32_t> indices;
    for (const ChangedFile& file : files) {
        const std::int64_t index = indexOf(file.path);
        if (index < 0)
            continue;
        indices.push_back(static_cast<std::uint32_t>(index));
        if (!file.oldPath.empty())
            m_index.try_emplace(file.oldPath, static_cast<std::uint32_t>(index));
    }
    if (indices.empty())
        return;
    std::ranges::sort(indices);
    indices.erase(std::ranges::unique(indices).begin(), indices.end());

    auto known = m_authorIndex.find(author);
    if (known == m_authorIndex.end()) {
        known = m_authorIndex.emplace(std::string(author), static_cast<std::uint32_t>(m_authors.size())).first;
        m_authors.push_back({std::string(author), 0, 0, 0});
    }
    core::AuthorHistory& person = m_authors[known->second];
    widen(person.first, person.last, time, person.commits++ > 0);
    widen(m_history.first, m_history.last, time, m_history.changes.commits++ > 0);
    m_months.insert(monthOf(time));
    for (const std::uint32_t index : indices) {
        File& file = m_files[index];
        widen(file.first, file.last, time, file.commits++ > 0);
        file.authors[known->second] += files.size() <= m_options.filesPerCommit ? 1 : 0;
    }
    if (files.size() <= m_options.filesPerCommit)
        addPairs(indices);
}

void ChangeCollector::addPairs(const std::vector<std::uint32_t>& indices)
{
    if (indices.size() < 2)
        return;
    // A commit says the less of each pair, the more files it has.
    const double weight = 1.0 / static_cast<double>(indices.size() - 1);
    for (std::size_t i = 0; i < indices.size(); ++i)
        for (std::size_t j = i + 1; j < indices.size(); ++j) {
            Pair& pair = m_pairs[(std::uint64_t{indices[i]} << kHalf) | indices[j]];
            ++pair.commits;
            pair.weight += weight;
        }
}

void ChangeCollector::addTag(std::string name, std::int64_t time)
{
    m_history.tags.push_back({std::move(name), time});
}

core::SourceHistory ChangeCollector::finish()
{
    std::vector<std::pair<std::uint64_t, Pair>> pairs;
    for (const auto& [key, pair] : m_pairs)
        if (pair.commits >= m_options.pairCommits)
            pairs.emplace_back(key, pair);
    std::ranges::sort(pairs, {}, &std::pair<std::uint64_t, Pair>::first); // indices are in the order of the names
    for (const auto& [key, pair] : pairs)
        m_history.changes.pairs.push_back({m_present[key >> kHalf], m_present[static_cast<std::uint32_t>(key)], pair.commits, pair.weight});
    for (std::size_t i = 0; i < m_files.size(); ++i)
        if (const File& file = m_files[i]; file.commits > 0)
            m_history.files.push_back({m_present[i], file.commits, static_cast<std::uint32_t>(file.authors.size()), file.first, file.last});
    for (std::size_t i = 0; i < m_files.size(); ++i)
        for (const auto& [author, commits] : m_files[i].authors)
            if (commits > 0)
                m_history.changes.authors.push_back({m_present[i], author, commits});
    m_history.authors = std::move(m_authors);
    std::ranges::sort(m_history.authors, [](const core::AuthorHistory& a, const core::AuthorHistory& b) {
        return a.commits != b.commits ? a.commits > b.commits : a.name < b.name;
    });
    std::ranges::sort(m_history.tags, [](const core::ReleaseTag& a, const core::ReleaseTag& b) {
        return std::tie(a.time, a.name) < std::tie(b.time, b.name);
    });
    m_history.medianTagDays = medianTagDays(m_history.tags);
    m_history.activeMonths = static_cast<std::uint32_t>(m_months.size());
    m_history.found = true;
    return std::move(m_history);
}

} // namespace naru::analyzers::history
