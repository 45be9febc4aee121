#include "analyzers/cpp/FunctionGroups.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace naru::analyzers::cpp {

namespace {

constexpr std::size_t kSmallFile = 24;     ///< functions below which a file is one member
constexpr std::size_t kSmallGroup = 6;     ///< functions below which a group stays with the rest
constexpr std::size_t kLargestFile = 4000; ///< beyond that nothing is divided
constexpr double kClear = 0.35;            ///< modularity from which the groups are more than chance

/// Communities of a weighted graph, joined pair by pair as long as that raises the modularity.
class Merger {
public:
    Merger(std::size_t count, const std::vector<FunctionTie>& ties) : m_of(count), m_degree(count, 0), m_near(count)
    {
        for (std::size_t i = 0; i < count; ++i)
            m_of[i] = i;
        for (const FunctionTie& tie : ties) {
            if (tie.a == tie.b)
                continue;
            m_near[tie.a][tie.b] += tie.weight;
            m_near[tie.b][tie.a] += tie.weight;
            m_degree[tie.a] += tie.weight;
            m_degree[tie.b] += tie.weight;
            m_total += 2 * tie.weight;
        }
    }

    double run()
    {
        if (m_total <= 0)
            return 0;
        double quality = 0;
        for (const double degree : m_degree)
            quality -= degree / m_total * degree / m_total;
        while (true) {
            double best = 1e-9;
            std::size_t into = 0;
            std::size_t from = 0;
            for (std::size_t a = 0; a < m_near.size(); ++a)
                for (const auto& [b, weight] : m_near[a]) {
                    if (b <= a)
                        continue;
                    const double gain = 2 * (weight / m_total - m_degree[a] / m_total * m_degree[b] / m_total);
                    if (gain > best) {
                        best = gain;
                        into = a;
                        from = b;
                    }
                }
            if (from == 0)
                return quality;
            quality += best;
            join(into, from);
        }
    }

    [[nodiscard]] std::size_t of(std::size_t function) const { return m_of[function]; }

private:
    void join(std::size_t into, std::size_t from)
    {
        for (const auto& [other, weight] : m_near[from]) {
            m_near[other].erase(from);
            if (other == into)
                continue;
            m_near[into][other] += weight;
            m_near[other][into] += weight;
        }
        m_near[from].clear();
        m_degree[into] += m_degree[from];
        m_degree[from] = 0;
        for (std::size_t& community : m_of)
            community = community == from ? into : community;
    }

    std::vector<std::size_t> m_of;
    std::vector<double> m_degree;
    std::vector<std::map<std::size_t, double>> m_near;
    double m_total = 0;
};

/// "openMeter_list2" as open, meter, list.
std::set<std::string> wordsOf(std::string_view name)
{
    std::set<std::string> out;
    std::string word;
    const auto finish = [&] {
        if (word.size() > 2)
            out.insert(word);
        word.clear();
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        const bool begins = std::isupper(c) != 0 && i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
        if (std::isalpha(c) == 0 || begins)
            finish();
        if (std::isalpha(c) != 0)
            word += static_cast<char>(std::tolower(c));
    }
    finish();
    return out;
}

} // namespace

std::vector<std::size_t> functionGroups(std::size_t functions, const std::vector<FunctionTie>& ties)
{
    std::vector<std::size_t> groups(functions, 0);
    if (functions < kSmallFile || functions > kLargestFile)
        return groups;
    Merger merger(functions, ties);
    if (merger.run() < kClear)
        return groups;
    std::map<std::size_t, std::size_t> sizes;
    for (std::size_t i = 0; i < functions; ++i)
        ++sizes[merger.of(i)];
    std::vector<std::pair<std::size_t, std::size_t>> large; // size, first function
    for (const auto& [community, size] : sizes)
        if (size >= kSmallGroup)
            large.emplace_back(size, community);
    if (large.size() < 2)
        return groups;
    std::ranges::sort(large, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    for (std::size_t i = 0; i < functions; ++i)
        for (std::size_t k = 1; k < large.size(); ++k)
            groups[i] = merger.of(i) == large[k].second ? k : groups[i];
    return groups;
}

std::vector<std::string> groupNames(const std::vector<std::string_view>& functions, const std::vector<std::size_t>& groups)
{
    const std::size_t count = groups.empty() ? 1 : *std::ranges::max_element(groups) + 1;
    std::vector<std::map<std::string, std::size_t>> inGroup(count);
    std::map<std::string, std::size_t> inFile;
    std::vector<std::size_t> sizes(count, 0);
    for (std::size_t i = 0; i < functions.size(); ++i) {
        ++sizes[groups[i]];
        for (const std::string& word : wordsOf(functions[i])) {
            ++inGroup[groups[i]][word];
            ++inFile[word];
        }
    }
    std::vector<std::string> names(count);
    std::set<std::string> taken;
    for (std::size_t group = 1; group < count; ++group) {
        double best = 0;
        for (const auto& [word, uses] : inGroup[group]) {
            const auto here = static_cast<double>(uses);
            const double score = here / static_cast<double>(sizes[group]) * here / static_cast<double>(inFile[word]);
            if (score > best && !taken.contains(word)) {
                best = score;
                names[group] = word;
            }
        }
        if (names[group].empty())
            names[group] = "part" + std::to_string(group);
        taken.insert(names[group]);
    }
    return names;
}

} // namespace naru::analyzers::cpp
