#pragma once

#include "checklist/Proposals.h"

#include <set>

namespace naru::checklist {

/// Places that are shown for one item.
inline constexpr std::size_t kMostEvidence = 12;

/// What was found for one item: an answer, its evidence, and the kinds of evidence that could be looked at.
struct ItemFinding {
    core::Answer value = core::Answer::Unknown;
    std::vector<core::Evidence> evidence;
    std::string reasonKey = "checklist.reason.nothing";
    std::vector<std::pair<std::string, std::string>> reasonArgs;
    std::set<std::string> looked;
};

ItemFinding costEvidence(const ProposalInput& input, const Thresholds& thresholds);       // 1
ItemFinding incidentEvidence(const ProposalInput& input, const Thresholds& thresholds);   // 2
ItemFinding loadEvidence(const ProposalInput& input, const Thresholds& thresholds);       // 3
ItemFinding changeEvidence(const ProposalInput& input, const Thresholds& thresholds);     // 4
ItemFinding technologyEvidence(const ProposalInput& input, const Thresholds& thresholds); // 5
ItemFinding splitEvidence(const ProposalInput& input, const Thresholds& thresholds);      // 6
ItemFinding authorEvidence(const ProposalInput& input, const Thresholds& thresholds);     // 7
ItemFinding complexityEvidence(const ProposalInput& input, const Thresholds& thresholds); // 8
ItemFinding automationEvidence(const ProposalInput& input, const Thresholds& thresholds); // 9
ItemFinding releaseEvidence(const ProposalInput& input, const Thresholds& thresholds);    // 10

/// The part of a whole; 0 of nothing.
double shareOf(std::size_t part, std::size_t whole);

/// A share as "12.3 %", a figure with one digit behind the point where it has one.
std::string percent(double share);
std::string figure(double value);

/// Evidence that stands at a place of the code.
core::Evidence codeEvidence(const core::CodeModel& code, const core::Location& at, std::string text);

} // namespace naru::checklist
