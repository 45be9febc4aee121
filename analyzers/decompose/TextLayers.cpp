#include "analyzers/decompose/Layers.h"

#include "analyzers/decompose/Words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberRole;
using core::StringId;

namespace {

/// Bags of texts by member, turned into TF-IDF vectors; rare and too common texts are dropped.
class Bags {
public:
    explicit Bags(std::uint32_t members) : m_bags(members) {}

    void add(std::uint32_t member, std::string_view text)
    {
        if (member == kNoMember || text.empty())
            return;
        const auto it = m_ids.try_emplace(std::string(text), static_cast<std::uint32_t>(m_ids.size())).first;
        m_bags[member].emplace_back(it->second, 1.0F);
    }

    Layer nearest(LayerId id, double maxShare, const Thresholds& t, core::Job& job)
    {
        std::vector<double> df(m_ids.size(), 0);
        for (SparseVector& bag : m_bags) {
            normalise(bag);
            for (const auto& [word, count] : bag)
                df[word] += 1;
        }
        // dimensions by text, so that ids do not depend on the order of arrival
        std::vector<std::pair<std::string_view, std::uint32_t>> texts;
        for (const auto& [text, word] : m_ids)
            texts.emplace_back(text, word);
        std::ranges::sort(texts);
        std::vector<std::uint32_t> dimension(m_ids.size());
        for (std::uint32_t d = 0; d < texts.size(); ++d)
            dimension[texts[d].second] = d;
        const double n = static_cast<double>(m_bags.size());
        const double most = std::max(2.0, maxShare * n);
        for (SparseVector& bag : m_bags) {
            SparseVector kept;
            for (const auto& [word, count] : bag)
                if (df[word] >= 2 && df[word] <= most)
                    kept.emplace_back(dimension[word],
                                      static_cast<float>((1 + std::log(static_cast<double>(count))) * std::log(1 + n / df[word])));
            std::ranges::sort(kept);
            bag = std::move(kept);
        }
        LinkCounter counter;
        for (const Neighbour& pair :
             nearestNeighbours(m_bags, static_cast<std::uint32_t>(m_ids.size()), t.neighbours, job.threads(), t.neighbourBackground))
            counter.add(pair.a, pair.b, pair.similarity);
        return counter.summed(id);
    }

private:
    std::vector<SparseVector> m_bags;
    std::unordered_map<std::string, std::uint32_t> m_ids;
};

/// Stemmed words of interned names, split once each.
class WordCache {
public:
    explicit WordCache(const CodeModel& code) : m_code(code) {}
    const std::vector<std::string>& of(StringId id)
    {
        const auto [it, fresh] = m_words.try_emplace(id);
        if (fresh)
            for (std::string& word : identifierWords(m_code.text(id)))
                it->second.push_back(stemmed(std::move(word)));
        return it->second;
    }

private:
    const CodeModel& m_code;
    std::unordered_map<StringId, std::vector<std::string>> m_words;
};

} // namespace

Layer nameLayer(const NameVectors& names, const SplitData& data, core::Job& job)
{
    LinkCounter counter;
    const auto dimensions = static_cast<std::uint32_t>(names.words.size());
    for (const Neighbour& pair : nearestNeighbours(names.vectors, dimensions, data.thresholds.neighbours, job.threads()))
        counter.add(pair.a, pair.b, pair.similarity);
    return counter.summed(LayerId::Name);
}

Layer vocabularyLayer(const CodeModel& code, const MemberSet& set, const SplitData& data, core::Job& job)
{
    Bags bags(set.size());
    WordCache cache(code);
    const auto add = [&](std::uint32_t member, StringId text) {
        if (member != kNoMember)
            for (const std::string& word : cache.of(text))
                bags.add(member, word);
    };
    for (const core::Member& member : code.members)
        if (member.kind != core::MemberKind::Constructor)
            add(set.of(member.owner), member.name);
    for (const core::CallEdge& edge : code.calls)
        if (const std::uint32_t from = set.owner(code, edge.from); from != set.owner(code, edge.to))
            add(from, code[edge.to].name);
    for (std::uint32_t i = 0; i < code.types.size(); ++i)
        for (const StringId word : code.types[i].words)
            add(set.ofType[i], word);
    for (std::uint32_t i = 0; i < code.views.size(); ++i)
        for (const StringId word : code.views[i].words)
            add(set.ofView[i], word);
    for (const core::ViewLinkEdge& edge : code.viewLinks)
        add(set.of(edge.from), edge.url);
    for (std::size_t i = 0; i < code.entryPoints.size(); ++i)
        add(set.ofEntry[i], code.entryPoints[i].path);
    return bags.nearest(LayerId::Vocab, data.thresholds.maxDocumentShare, data.thresholds, job);
}

Layer stringsLayer(const CodeModel& code, const MemberSet& set, const SplitData& data, core::Job& job)
{
    Bags bags(set.size());
    for (std::uint32_t i = 0; i < code.types.size(); ++i)
        for (const StringId text : code.types[i].literals)
            bags.add(set.ofType[i], code.text(text));
    for (std::uint32_t i = 0; i < code.views.size(); ++i)
        for (const StringId text : code.views[i].literals)
            bags.add(set.ofView[i], code.text(text));
    return bags.nearest(LayerId::Strings, data.thresholds.maxLiteralShare, data.thresholds, job);
}

} // namespace naru::analyzers::decompose
