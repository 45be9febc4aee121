#include "analyzers/decompose/Describe.h"
#include "analyzers/decompose/Words.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::decompose {

namespace {

constexpr std::size_t kWordsKept = 8;
constexpr double kSecondWord = 0.75; ///< a second word as strong as this belongs to the name
constexpr double kKorean = 0.05;     ///< of the strength of the English word: a comment says it more than in passing

struct ScoredWord {
    double score;
    std::uint32_t word;
};

/// Domain words of a context: much used in it and little elsewhere, strongest first.
std::vector<ScoredWord> domainWords(const EvidenceBase& base, const SparseVector& inside, const std::vector<double>& everywhere)
{
    std::vector<ScoredWord> out;
    for (const auto& [word, mass] : inside)
        if (base.names.generic[word] == 0 && everywhere[word] > 0) {
            const double own = static_cast<double>(mass);
            out.push_back({own * own / everywhere[word], word});
        }
    std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.score > b.score; });
    return out;
}

constexpr std::size_t kSyllable = 3; ///< bytes of a syllable of Korean in UTF-8
constexpr std::size_t kShortestPart = 2 * kSyllable;

/// By word: the Korean words that it begins with ("설문" of "설문항목"), what it has in common with other compounds. What a compound ends
/// with says what kind of thing it is ("코드", "신청"), and less what it is about.
std::vector<std::vector<std::uint32_t>> partsOfCompounds(const std::vector<std::string>& words)
{
    std::vector<std::vector<std::uint32_t>> out(words.size());
    for (std::size_t w = 0; w < words.size(); ++w) {
        const std::string_view word = words[w];
        if (!isKorean(word))
            continue;
        for (std::size_t length = kShortestPart; length + kShortestPart <= word.size(); length += kSyllable) {
            const auto known = std::ranges::lower_bound(words, word.substr(0, length));
            if (known != words.end() && *known == word.substr(0, length))
                out[w].push_back(static_cast<std::uint32_t>(known - words.begin()));
        }
    }
    return out;
}

/// The Korean words, with what compounds say of their parts.
SparseVector withParts(const SparseVector& inside, const std::vector<std::string>& words,
                       const std::vector<std::vector<std::uint32_t>>& parts)
{
    SparseVector out;
    for (const auto& [word, mass] : inside) {
        if (!isKorean(words[word]))
            continue;
        out.emplace_back(word, mass);
        for (const std::uint32_t part : parts[word])
            out.emplace_back(part, mass);
    }
    normalise(out);
    return out;
}

std::vector<double> sumOf(const std::vector<SparseVector>& vectors, std::size_t words)
{
    std::vector<double> out(words, 0);
    for (const SparseVector& vector : vectors)
        for (const auto& [word, mass] : vector)
            out[word] += static_cast<double>(mass);
    return out;
}

std::string capitalised(std::string word)
{
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

using ShownWords = std::vector<std::pair<double, std::string>>;

/// Words for the name: Korean when tables or comments have it. Both strongest first.
const ShownWords& wordsForName(const ShownWords& korean, const ShownWords& english)
{
    const bool said = !korean.empty() && (english.empty() || korean.front().first >= kKorean * english.front().first);
    return said ? korean : english;
}

/// One word within the other: both say the same ("bpa" of "egbpa"). Of English words two letters are found in many.
bool overlap(const std::string& a, const std::string& b)
{
    constexpr std::size_t kShortest = 3;
    return (isKorean(a) || std::min(a.size(), b.size()) >= kShortest) && (a.contains(b) || b.contains(a));
}

/// The proposed name: two words when both are strong.
std::string proposedName(const ShownWords& words, std::size_t count)
{
    std::string out;
    double top = 0;
    std::vector<std::string> taken;
    for (const auto& [score, word] : words) {
        if (taken.size() == count || (!taken.empty() && score < kSecondWord * top && count <= 2))
            break;
        if (std::ranges::any_of(taken, [&](const std::string& other) { return overlap(other, word); }))
            continue;
        out += (taken.empty() ? "" : isKorean(word) ? "·" : " ") + (taken.empty() ? capitalised(word) : word);
        top = std::max(top, score);
        taken.push_back(word);
    }
    return out;
}

} // namespace

void nameContexts(const EvidenceBase& base, const core::CodeModel&, const Placement& placement, core::Alternative& out)
{
    const auto clusters = clustersOf(placement.division);
    std::vector<SparseVector> centroids(out.contexts.size());
    const auto parts = partsOfCompounds(base.names.words);
    std::vector<SparseVector> koreanCentroids(out.contexts.size());
    for (std::size_t c = 0; c < std::min(out.contexts.size(), clusters.size()); ++c) {
        centroids[c] = nameCentroid(base, clusters[c]);
        koreanCentroids[c] = withParts(centroids[c], base.names.words, parts);
    }
    const std::vector<double> everywhere = sumOf(centroids, base.names.words.size());
    const std::vector<double> koreanEverywhere = sumOf(koreanCentroids, base.names.words.size());
    std::set<std::string> names;
    std::set<std::string> ids;
    for (const ContextSeed& seed : placement.seeds) {
        names.insert(seed.name.empty() ? seed.proposedName : seed.name);
        ids.insert(seed.id);
    }
    for (std::size_t c = 0; c < out.contexts.size(); ++c) {
        core::Context& context = out.contexts[c];
        const ContextSeed seed = c < placement.seeds.size() ? placement.seeds[c] : ContextSeed();
        ShownWords korean;
        ShownWords english;
        for (const ScoredWord& scored : domainWords(base, centroids[c], everywhere)) {
            const std::string& word = base.names.shown[scored.word];
            if (!isKorean(word))
                english.emplace_back(scored.score, word);
            if (context.words.size() < kWordsKept)
                context.words.push_back(word);
        }
        for (const ScoredWord& scored : domainWords(base, koreanCentroids[c], koreanEverywhere))
            korean.emplace_back(scored.score, base.names.shown[scored.word]);
        const ShownWords& words = wordsForName(korean, english);
        context.named = !seed.name.empty();
        context.name = context.named ? seed.name : seed.proposedName;
        const bool kept = !context.name.empty();
        for (std::size_t count = 2; context.name.empty() && count <= std::min<std::size_t>(words.size() + 1, 5); ++count)
            if (std::string name = proposedName(words, count); !name.empty() && !names.contains(name))
                context.name = std::move(name);
        const std::string stem = english.empty() ? "context" : english.front().second;
        if (context.name.empty())
            context.name = capitalised(stem);
        for (int i = 2; !kept && names.contains(context.name); ++i)
            context.name = capitalised(stem) + " " + std::to_string(i);
        names.insert(context.name);
        context.id = seed.id.empty() ? stem : seed.id;
        for (int i = 2; seed.id.empty() && ids.contains(context.id); ++i)
            context.id = stem + "-" + std::to_string(i);
        ids.insert(context.id);
        context.review = seed.review;
        context.reviewer = seed.reviewer;
        context.note = seed.note;
    }
}

} // namespace naru::analyzers::decompose
