#include "analyzers/decompose/Layers.h"
#include "analyzers/decompose/Words.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberRole;
using core::StringId;

namespace {

constexpr std::size_t kTablesOfMember = 3;

/// What the methods whose names have a word do with the data, compared with what all methods do.
class WordsOfData {
public:
    WordsOfData(const CodeModel& code, const MemberSet& set, const std::vector<Reach>& reach) : m_all(set.size(), 0)
    {
        std::unordered_map<StringId, std::vector<std::string>> split;
        for (std::uint32_t m = 0; m < code.members.size(); ++m) {
            const core::Member& member = code.members[m];
            if (reach[m].empty() || member.kind != core::MemberKind::Method || set.of(member.owner) == kNoMember)
                continue;
            double sum = 0;
            for (const auto& [table, strength] : reach[m])
                sum += static_cast<double>(strength);
            for (const auto& [table, strength] : reach[m])
                m_all[table] += static_cast<double>(strength) / sum;
            m_total += 1;
            const auto [it, fresh] = split.try_emplace(member.name);
            if (fresh)
                it->second = distinctWords(code.text(member.name));
            for (const std::string& word : it->second) {
                Tables& tables = m_words[word];
                tables.methods += 1;
                for (const auto& [table, strength] : reach[m])
                    tables.shares.emplace_back(table, strength / static_cast<float>(sum));
            }
        }
        for (auto& [word, tables] : m_words)
            normalise(tables.shares);
    }

    static std::vector<std::string> distinctWords(std::string_view text)
    {
        std::vector<std::string> out;
        for (std::string& word : identifierWords(text))
            if (std::string stem = stemmed(std::move(word)); std::ranges::find(out, stem) == out.end())
                out.push_back(std::move(stem));
        return out;
    }

    /// Adds p ln(p/q) for every table that methods with this word use more than others do.
    void add(const std::string& word, double factor, SparseVector& to) const
    {
        const auto it = m_words.find(word);
        if (it == m_words.end() || it->second.methods < 2)
            return;
        for (const auto& [table, sum] : it->second.shares) {
            const double p = static_cast<double>(sum) / it->second.methods;
            const double q = m_all[table] / m_total;
            if (p > q)
                to.emplace_back(table, static_cast<float>(factor * p * std::log(p / q)));
        }
    }

private:
    struct Tables {
        double methods = 0;
        SparseVector shares;
    };
    std::unordered_map<std::string, Tables> m_words;
    std::vector<double> m_all;
    double m_total = 0;
};

} // namespace

Layer useCaseLayer(const CodeModel& code, const MemberSet& set, const NameVectors& names, const std::vector<Reach>& reach,
                   const SplitData& data)
{
    const WordsOfData words(code, set, reach);
    LinkCounter counter;
    for (std::uint32_t m = 0; m < set.size(); ++m) {
        if (set.role(m) == MemberRole::Table)
            continue;
        SparseVector tables;
        double factor = 1;
        for (const std::string& word : names.ordered[m]) {
            words.add(word, factor, tables);
            factor *= data.thresholds.positionDiscount;
        }
        core::Location at;
        if (set.role(m) == MemberRole::Class)
            at = code[set.type[m]].at;
        normalise(tables);
        std::ranges::sort(tables,
                          [](const auto& x, const auto& y) { return x.second != y.second ? x.second > y.second : x.first < y.first; });
        if (tables.size() > kTablesOfMember)
            tables.resize(kTablesOfMember);
        for (const auto& [table, score] : tables)
            counter.add(m, table, static_cast<double>(score), at);
    }
    return counter.summed(LayerId::UseCase);
}

} // namespace naru::analyzers::decompose
