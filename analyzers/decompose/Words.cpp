#include "analyzers/decompose/Words.h"

#include "core/base/Ascii.h"

#include <algorithm>
#include <cstdint>

namespace naru::analyzers::decompose {

namespace {

enum class Letter { Upper, Lower, Digit, Korean, Other };

struct Glyph {
    Letter kind;
    std::size_t bytes;
};

/// Hangul syllables are U+AC00..U+D7A3: three bytes from EA B0 80 to ED 9E A3.
Glyph glyphAt(std::string_view text, std::size_t at)
{
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 'A' && c <= 'Z')
        return {Letter::Upper, 1};
    if (c >= 'a' && c <= 'z')
        return {Letter::Lower, 1};
    if (c >= '0' && c <= '9')
        return {Letter::Digit, 1};
    if (c >= 0xEA && c <= 0xED && at + 2 < text.size())
        return {Letter::Korean, 3};
    if (c >= 0xF0)
        return {Letter::Other, 4};
    if (c >= 0xE0)
        return {Letter::Other, 3};
    if (c >= 0xC0)
        return {Letter::Other, 2};
    return {Letter::Other, 1};
}

struct Piece {
    std::string text;
    bool mixed = false; ///< one part of a name that has marks: not to be segmented
};

/// Splits at case changes and marks. An upper-case run followed by lower case gives
/// its last letter to the next word (XMLReader -> xml, reader).
std::vector<Piece> pieces(std::string_view text)
{
    std::vector<Piece> out;
    std::string word;
    Letter last = Letter::Other;
    bool camel = false;
    const auto flush = [&] {
        if (!word.empty())
            out.push_back({std::move(word), camel});
        word.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto [kind, bytes] = glyphAt(text, i);
        if (i + bytes > text.size())
            break;
        if (kind == Letter::Other || kind == Letter::Digit) {
            flush();
        } else {
            const bool nextLower = i + 1 < text.size() && glyphAt(text, i + 1).kind == Letter::Lower;
            const bool boundary =
                !word.empty() && ((kind == Letter::Upper && (last == Letter::Lower || (last == Letter::Upper && nextLower))) ||
                                  ((kind == Letter::Korean) != (last == Letter::Korean)));
            if (boundary) {
                camel = true;
                flush();
            }
            if (kind == Letter::Korean)
                word.append(text.substr(i, bytes));
            else
                word.push_back(core::smallLetter(text[i]));
        }
        last = kind;
        i += bytes;
    }
    flush();
    if (camel)
        for (Piece& piece : out)
            piece.mixed = true;
    return out;
}

std::size_t letters(std::string_view word)
{
    std::size_t count = 0;
    for (const char c : word)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

bool ends(std::string_view word, std::string_view tail)
{
    return word.size() > tail.size() && word.ends_with(tail);
}

} // namespace

bool isKorean(std::string_view word)
{
    return !word.empty() && glyphAt(word, 0).kind == Letter::Korean;
}

std::vector<std::string> identifierWords(std::string_view text)
{
    std::vector<std::string> out;
    for (Piece& piece : pieces(text))
        if (letters(piece.text) > 1)
            out.push_back(std::move(piece.text));
    return out;
}

std::vector<std::string> koreanWords(std::string_view text, const WordLists& lists)
{
    std::vector<std::string> out;
    for (std::string& word : identifierWords(text)) {
        if (!isKorean(word))
            continue;
        if (!lists.koreanGeneric.contains(word))
            for (const std::string& particle : lists.koreanParticles)
                if (ends(word, particle) && letters(word) >= letters(particle) + 2) {
                    word.resize(word.size() - particle.size());
                    break;
                }
        // "회의실관리", "예약정보": the generic tail says nothing
        for (const std::string& tail : lists.koreanGeneric)
            if (letters(tail) >= 2 && ends(word, tail) && letters(word) >= letters(tail) + 2) {
                word.resize(word.size() - tail.size());
                break;
            }
        if (letters(word) >= 2 && !lists.koreanGeneric.contains(word))
            out.push_back(std::move(word));
    }
    return out;
}

std::string stemmed(std::string word)
{
    const std::size_t n = word.size();
    if (n > 4 && ends(word, "ies"))
        return word.substr(0, n - 3) + "y";
    if (n > 4 && (ends(word, "sses") || ends(word, "xes") || ends(word, "ches") || ends(word, "shes")))
        return word.substr(0, n - 2);
    if (n > 3 && ends(word, "s") && !ends(word, "ss") && !ends(word, "us") && !ends(word, "is"))
        return word.substr(0, n - 1);
    return word;
}

void Segmenter::learn(std::string_view identifier)
{
    for (const Piece& piece : pieces(identifier))
        if (piece.mixed && piece.text.size() >= 3)
            ++m_counts[stemmed(piece.text)];
}

std::vector<std::string> Segmenter::split(const std::string& word) const
{
    constexpr std::size_t kShortest = 3;
    const std::size_t n = word.size();
    if (n < 2 * kShortest || n > 60 || isKorean(word) || m_counts.contains(stemmed(word)))
        return {word};
    // fewest words first, then the most frequent ones
    struct Best {
        int words = 1 << 20;
        int count = 0;
        std::size_t from = 0;
    };
    std::vector<Best> best(n + 1);
    best[0].words = 0;
    for (std::size_t end = kShortest; end <= n; ++end)
        for (std::size_t from = 0; from + kShortest <= end; ++from) {
            if (best[from].words >= 1 << 20)
                continue;
            const auto it = m_counts.find(stemmed(word.substr(from, end - from)));
            if (it == m_counts.end())
                continue;
            const int words = best[from].words + 1;
            const int count = best[from].count + it->second;
            if (words < best[end].words || (words == best[end].words && count > best[end].count))
                best[end] = {words, count, from};
        }
    if (best[n].words >= 1 << 20)
        return {word};
    std::vector<std::string> out;
    for (std::size_t end = n; end > 0; end = best[end].from)
        out.push_back(word.substr(best[end].from, end - best[end].from));
    std::ranges::reverse(out);
    return out;
}

} // namespace naru::analyzers::decompose
