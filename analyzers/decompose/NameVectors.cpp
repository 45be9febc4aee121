#include "analyzers/decompose/NameVectors.h"

#include "analyzers/decompose/Words.h"
#include "core/base/Ascii.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_set>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberRole;

namespace {

/// Last part of a path without its ending.
std::string_view stemOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos)
        path.remove_prefix(slash + 1);
    const auto dot = path.find('.');
    return dot == std::string_view::npos || dot == 0 ? path : path.substr(0, dot);
}

std::string_view lastFolder(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : stemOf(path.substr(0, slash));
}

std::string_view lastSegment(std::string_view package)
{
    const auto dot = package.rfind('.');
    return dot == std::string_view::npos ? package : package.substr(dot + 1);
}

class Builder {
public:
    Builder(const CodeModel& code, const MemberSet& set, const SplitData& data, bool maskPackages, const std::vector<std::string>& prefixes)
        : m_code(code),
          m_set(set),
          m_data(data),
          m_maskPackages(maskPackages),
          m_weak(prefixes.begin(), prefixes.end())
    {
    }

    NameVectors run()
    {
        learn();
        m_out.ordered.resize(m_set.size());
        for (std::uint32_t m = 0; m < m_set.size(); ++m)
            m_out.ordered[m] = wordsOf(nameOf(m));
        countWords();
        findWeakWords();
        buildVectors();
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::string_view nameOf(std::uint32_t m) const
    {
        switch (m_set.role(m)) {
        case MemberRole::Class:
            return m_code.text(m_code[m_set.type[m]].simple);
        case MemberRole::Table:
            return tableName(m_set.members[m].name);
        case MemberRole::View:
            return stemOf(m_set.members[m].name);
        }
        return {};
    }

    void learn()
    {
        for (const core::Type& type : m_code.types)
            m_segmenter.learn(m_code.text(type.simple));
        for (const core::Member& member : m_code.members)
            m_segmenter.learn(m_code.text(member.name));
        for (std::uint32_t m = 0; m < m_set.size(); ++m)
            if (m_set.role(m) != MemberRole::Class)
                m_segmenter.learn(stemOf(m_set.members[m].name));
        learnTablePrefixes();
    }

    /// House prefixes written without a mark (COMTNLOGIN): the same first letters on a fifth of
    /// the tables that are no word of the system.
    void learnTablePrefixes()
    {
        std::map<std::string, int> counts;
        int tables = 0;
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            if (m_set.role(m) != MemberRole::Table)
                continue;
            ++tables;
            const std::string& name = m_set.members[m].name;
            for (std::size_t length = 3; length <= 6 && length + 3 <= name.size(); ++length)
                if (name.find_first_of("_0123456789") >= length + 1)
                    ++counts[name.substr(0, length)];
        }
        for (const auto& [prefix, count] : counts) {
            if (count < 5 || count < m_data.thresholds.prefixShare * tables)
                continue;
            const std::string word = core::smallLetters(prefix);
            if (m_segmenter.split(word).size() == 1 && !m_segmenter.knows(word))
                m_tablePrefixes.push_back(prefix);
        }
        std::ranges::stable_sort(m_tablePrefixes, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }

    [[nodiscard]] std::string_view tableName(std::string_view name) const
    {
        for (const std::string& prefix : m_tablePrefixes)
            if (name.starts_with(prefix) && name.size() >= prefix.size() + 3)
                return name.substr(prefix.size());
        return name;
    }

    [[nodiscard]] std::vector<std::string> wordsOf(std::string_view name)
    {
        std::vector<std::string> out;
        for (const std::string& piece : identifierWords(name))
            for (std::string& word : m_segmenter.split(piece)) {
                if (std::string stem = stemmed(word); std::ranges::find(out, stem) == out.end())
                    out.push_back(std::move(stem));
                m_written.insert(std::move(word));
            }
        return out;
    }

    /// A word as a person reads it: what names say only in what looks like a plural (Postgres, Envers) is called so.
    [[nodiscard]] std::string shownAs(const std::string& stem) const
    {
        if (m_written.contains(stem))
            return stem;
        std::string_view front = stem;
        if (front.ends_with('y'))
            front.remove_suffix(1);
        for (const std::string& form : {stem + "s", stem + "es", std::string(front) + "ies"})
            if (m_written.contains(form) && stemmed(form) == stem)
                return form;
        return stem;
    }

    void countWords()
    {
        for (const auto& words : m_out.ordered)
            for (const std::string& word : words)
                ++m_df[word];
    }

    /// Platform words come from outside names; role suffixes end many names that begin differently.
    void findWeakWords()
    {
        for (const std::string& word : m_data.words.generic)
            m_weak.insert(stemmed(word));
        std::set<std::string_view> own; // an annotation of the system itself is no platform
        for (const core::Type& type : m_code.types)
            own.insert(m_code.text(type.simple));
        const auto platform = [&](core::StringId id) {
            const std::string_view name = lastSegment(m_code.text(id));
            if (!own.contains(name))
                for (std::string& word : identifierWords(name))
                    m_platform.insert(stemmed(std::move(word)));
        };
        for (const core::Type& type : m_code.types) {
            std::ranges::for_each(type.externalSupers, platform);
            std::ranges::for_each(type.annotations, platform);
        }
        findVariants();
        findProduct();
        std::map<std::string, std::set<std::string>> before;
        std::map<std::string, int> last;
        for (const auto& words : m_out.ordered)
            if (words.size() >= 2) {
                ++last[words.back()];
                before[words.back()].insert(words.front());
            }
        for (const auto& [word, count] : last)
            if (count >= 6 && count >= 0.8 * m_df[word] && before[word].size() >= 5)
                m_weak.insert(word);
    }

    /// The name of a product of two words (MyMoney) that heads many names of classes, whatever they are about. A subject before
    /// a word of technique (PingServlet) is none: there the first word is what the classes are about.
    void findProduct()
    {
        constexpr double kHeaded = 0.15;   // of the names
        constexpr std::size_t kNames = 60; // fewer tell nothing
        constexpr std::size_t kThings = 15;
        std::map<std::pair<std::string, std::string>, std::pair<int, std::set<std::string>>> pairs;
        std::size_t counted = 0;
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            const auto& words = m_out.ordered[m];
            if (m_set.role(m) != MemberRole::Class)
                continue;
            ++counted;
            if (words.size() < 3 || weak(words[1]))
                continue;
            auto& [count, things] = pairs[{words[0], words[1]}];
            ++count;
            things.insert(words[2]);
        }
        for (const auto& [pair, seen] : pairs)
            if (counted >= kNames && seen.first >= kHeaded * static_cast<double>(counted) && seen.second.size() >= kThings) {
                m_weak.insert(pair.first);
                m_weak.insert(pair.second);
            }
    }

    /// A word that tells implementations of one and the same thing apart (GenericForumDAO and OracleForumDAO are ForumDAO)
    /// says how it is done, not what it is about: so used before the names of three things, by most names that have it.
    void findVariants()
    {
        std::map<std::string, std::set<std::vector<std::string>>> things;
        std::map<std::string, std::set<std::uint32_t>> names;
        const auto tail = [](const std::vector<std::string>& words) { return std::vector<std::string>(words.begin() + 1, words.end()); };
        const auto note = [&](std::uint32_t m, const std::vector<std::string>& thing) {
            things[m_out.ordered[m].front()].insert(thing);
            names[m_out.ordered[m].front()].insert(m);
        };
        for (const core::InheritEdge& edge : m_code.inherits) {
            const std::uint32_t sub = m_set.of(edge.from);
            const std::uint32_t super = m_set.of(edge.to);
            if (sub == kNoMember || super == kNoMember || sub == super || m_out.ordered[sub].size() < 2)
                continue;
            const auto thing = tail(m_out.ordered[sub]);
            if (thing == m_out.ordered[super]) {
                note(sub, thing);
            } else if (m_out.ordered[super].size() > 2 && thing == tail(m_out.ordered[super])) {
                note(sub, thing);
                note(super, thing);
            }
        }
        for (const auto& [word, kinds] : things)
            if (kinds.size() >= 3 && 2 * names[word].size() >= static_cast<std::size_t>(m_df[word]))
                m_weak.insert(word);
    }

    [[nodiscard]] bool weak(const std::string& word) const { return m_weak.contains(word) || m_platform.contains(word); }

    [[nodiscard]] std::vector<std::string> koreanOf(std::uint32_t m) const
    {
        std::string_view text;
        if (m_set.role(m) == MemberRole::Class)
            text = m_code.text(m_code[m_set.type[m]].comment);
        else if (m_set.role(m) == MemberRole::Table)
            text = m_code.text(m_code[m_set.table[m]].comment);
        else
            text = m_code.text(m_code[m_set.view[m]].title);
        auto words = koreanWords(text, m_data.words);
        if (words.size() > 6)
            words.resize(6);
        return words;
    }

    [[nodiscard]] std::string folderOf(std::uint32_t m) const
    {
        std::string_view folder;
        if (m_set.role(m) == MemberRole::Class && !m_maskPackages)
            folder = lastSegment(m_code.text(m_code[m_set.type[m]].package));
        else if (m_set.role(m) == MemberRole::View)
            folder = lastFolder(m_set.members[m].name);
        const auto words = identifierWords(folder);
        return words.empty() ? std::string() : stemmed(words.back());
    }

    void buildVectors()
    {
        struct Entry {
            std::string word;
            double factor;
        };
        const Thresholds& t = m_data.thresholds;
        std::vector<std::vector<Entry>> entries(m_set.size());
        std::map<std::string, int> df = m_df;
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            double discount = 1;
            for (const std::string& word : m_out.ordered[m]) {
                entries[m].push_back({word, discount * (weak(word) ? t.genericFactor : 1)});
                discount *= t.positionDiscount;
            }
            if (const std::string folder = folderOf(m); !folder.empty() && !weak(folder) && m_df.contains(folder))
                entries[m].push_back({folder, t.folderFactor});
            discount = t.commentFactor;
            for (std::string& word : koreanOf(m)) {
                ++df[word];
                entries[m].push_back({std::move(word), discount});
                discount *= t.positionDiscount;
            }
        }
        std::map<std::string, std::uint32_t> dimension;
        for (const auto& [word, count] : df) {
            dimension.emplace(word, static_cast<std::uint32_t>(m_out.words.size()));
            m_out.words.push_back(word);
            m_out.shown.push_back(shownAs(word));
            m_out.generic.push_back(weak(word) ? 1 : 0);
        }
        m_out.vectors.resize(m_set.size());
        const double n = m_set.size();
        for (const auto& [word, count] : df)
            m_out.rarity.push_back(static_cast<float>(std::log(1 + n / count)));
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            for (const Entry& entry : entries[m])
                m_out.vectors[m].emplace_back(dimension[entry.word], static_cast<float>(entry.factor * std::log(1 + n / df[entry.word])));
            normalise(m_out.vectors[m]);
        }
    }

    const CodeModel& m_code;
    const MemberSet& m_set;
    const SplitData& m_data;
    bool m_maskPackages;
    NameVectors m_out;
    Segmenter m_segmenter;
    std::vector<std::string> m_tablePrefixes;
    std::unordered_set<std::string> m_written; ///< words of names, not stemmed
    std::map<std::string, int> m_df;
    std::set<std::string> m_weak;
    std::set<std::string> m_platform;
};

} // namespace

SparseVector NameVectors::vectorOf(std::string_view identifier, const Thresholds& thresholds) const
{
    SparseVector out;
    double discount = 1;
    for (std::string& piece : identifierWords(identifier)) {
        const std::string word = stemmed(std::move(piece));
        const auto it = std::ranges::lower_bound(words, word);
        if (it == words.end() || *it != word)
            continue;
        const auto w = static_cast<std::size_t>(it - words.begin());
        const double factor = discount * (generic[w] != 0 ? thresholds.genericFactor : 1);
        out.emplace_back(static_cast<std::uint32_t>(w), static_cast<float>(factor) * rarity[w]);
        discount *= thresholds.positionDiscount;
    }
    normalise(out);
    return out;
}

NameVectors buildNameVectors(const CodeModel& code, const MemberSet& set, const SplitData& data, bool maskPackages,
                             const std::vector<std::string>& prefixes)
{
    return Builder(code, set, data, maskPackages, prefixes).run();
}

std::vector<std::string> companyPrefixes(const NameVectors& names, const std::vector<std::vector<std::uint32_t>>& clusters,
                                         const SplitData& data)
{
    constexpr double kHeaded = 0.3;      // of the names in a cluster
    constexpr std::size_t kClusters = 6; // fewer tell nothing
    std::map<std::string, std::size_t> heads;
    std::size_t counted = 0;
    for (const auto& members : clusters) {
        if (members.size() < static_cast<std::size_t>(data.thresholds.minimumMembers))
            continue;
        ++counted;
        std::map<std::string, std::size_t> first;
        for (const std::uint32_t m : members)
            if (names.ordered[m].size() >= 2)
                ++first[names.ordered[m].front()];
        for (const auto& [word, count] : first)
            if (static_cast<double>(count) >= kHeaded * static_cast<double>(members.size()))
                ++heads[word];
    }
    std::vector<std::string> out;
    for (const auto& [word, count] : heads)
        if (counted >= kClusters && 2 * count > counted)
            out.push_back(word);
    return out;
}

} // namespace naru::analyzers::decompose
