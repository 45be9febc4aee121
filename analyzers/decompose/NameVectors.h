#pragma once

#include "analyzers/decompose/MemberSet.h"
#include "analyzers/decompose/SparseVectors.h"
#include "analyzers/decompose/SplitData.h"
#include "core/model/CodeModel.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::decompose {

/// The domain words of every member as weighted vectors: the strongest evidence there is.
struct NameVectors {
    std::vector<std::string> words;                ///< dimension -> stem of a word, sorted
    std::vector<std::string> shown;                ///< by word: as names have it, for reading (a stem that no name has is none)
    std::vector<SparseVector> vectors;             ///< by member
    std::vector<std::vector<std::string>> ordered; ///< by member: stemmed words of the name in their order
    std::vector<char> generic;                     ///< by word: says what a thing is, not what it is about
    std::vector<float> rarity;                     ///< by word: ln(1 + n/df)

    /// The words of another identifier as a vector among those of the members; words that no member has are left out.
    [[nodiscard]] SparseVector vectorOf(std::string_view identifier, const Thresholds& thresholds) const;
};

/// Words of names split and stemmed, weight ln(1 + n/df) x discount^position, generic, platform and
/// role words weakened; plus the leaf folder and the Korean words of comments and titles.
/// `prefixes`: words that head names all over the system (a company's, a project's), weakened too.
NameVectors buildNameVectors(const core::CodeModel& code, const MemberSet& set, const SplitData& data, bool maskPackages,
                             const std::vector<std::string>& prefixes = {});

/// Words that head names in most of the clusters: they name the house, not a part of it.
std::vector<std::string> companyPrefixes(const NameVectors& names, const std::vector<std::vector<std::uint32_t>>& clusters,
                                         const SplitData& data);

} // namespace naru::analyzers::decompose
