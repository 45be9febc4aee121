#pragma once

#include "analyzers/decompose/SplitData.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::decompose {

/// Words of an identifier or path, lower case: splits at case changes, digits, signs
/// ("OrderItemVO2" -> order, item, vo). Korean runs stay whole. One-letter pieces and numbers are dropped.
std::vector<std::string> identifierWords(std::string_view text);

/// Korean words of a comment or title, without particles and generic words; words of two letters or more.
std::vector<std::string> koreanWords(std::string_view text, const WordLists& lists);

/// Light stemming of an English word: plural endings only.
std::string stemmed(std::string word);

bool isKorean(std::string_view word);

/// Splits words that were written without a mark (accountprofileejb) by the vocabulary
/// of the system itself: the words that mixed-case or underscored names are made of.
class Segmenter {
public:
    /// Counts the words of a name.
    void learn(std::string_view identifier);
    /// Words of a single-case piece; {word} when it is a known word or cannot be covered whole.
    [[nodiscard]] std::vector<std::string> split(const std::string& word) const;
    [[nodiscard]] bool knows(const std::string& word) const { return m_counts.contains(stemmed(word)); }

private:
    std::unordered_map<std::string, int> m_counts;
};

} // namespace naru::analyzers::decompose
