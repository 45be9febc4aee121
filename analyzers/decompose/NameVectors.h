#pragma once

#include "analyzers/decompose/MemberSet.h"
#include "analyzers/decompose/SparseVectors.h"
#include "analyzers/decompose/SplitData.h"
#include "core/model/CodeModel.h"

#include <string>
#include <vector>

namespace naru::analyzers::decompose {

/// The domain words of every member as weighted vectors: the strongest evidence there is.
struct NameVectors {
    std::vector<std::string> words;                ///< dimension -> word, sorted
    std::vector<SparseVector> vectors;             ///< by member
    std::vector<std::vector<std::string>> ordered; ///< by member: stemmed words of the name in their order
    std::vector<char> generic;                     ///< by word: says what a thing is, not what it is about
};

/// Words of names split and stemmed, weight ln(1 + n/df) x discount^position, generic, platform and
/// role words weakened; plus the leaf folder and the Korean words of comments and titles.
NameVectors buildNameVectors(const core::CodeModel& code, const MemberSet& set, const SplitData& data, bool maskPackages);

} // namespace naru::analyzers::decompose
