#pragma once

#include "core/model/Evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace naru::core {

enum class Answer { Unanswered, Yes, No, Unknown };

/// An answer as a person gave it. Kept as a decision; history is kept apart.
struct GivenAnswer {
    Answer value = Answer::Unanswered;
    std::string note;
    std::string who;
    std::string when; ///< ISO 8601 date and time
    std::vector<Evidence> attached;
    std::string edition; ///< of the questionnaire when it was answered; empty when not noted
    friend bool operator==(const GivenAnswer&, const GivenAnswer&) = default;
};

/// What the evidence says of an item. `confidence` is the share, 0 to 1, of the
/// kinds of evidence listed for the item that could be looked at.
struct Proposal {
    Answer value = Answer::Unknown;
    double confidence = 0;
    std::vector<Evidence> evidence;
    std::string reasonKey; ///< text key of the reasoning
    std::vector<std::pair<std::string, std::string>> reasonArgs;
};

struct AssessedItem {
    std::string id;
    std::string group;
    LocalText question;
    GivenAnswer answer;
    std::optional<bool> rider;           ///< item 1: average of 10,000 users a day or more
    Answer counted = Answer::Unanswered; ///< what the answer counts as after its rider
    bool favourable = false;             ///< the counted answer speaks for adoption
    bool review = false;                 ///< answered under another edition: a person must look at it again
    std::optional<Proposal> proposal;
};

enum class Verdict { Adopt, Review, Keep, Incomplete };

/// Result of a questionnaire. A verdict is given only when every item is answered and no 'unknown' could change
/// it; otherwise it is Incomplete, `missing` says which items are open and `possible` what it can still become.
struct Assessment {
    std::string catalog;
    std::string edition;
    std::vector<AssessedItem> items;
    int yes = 0;
    int no = 0;
    int unknown = 0;
    int favourable = 0; ///< items that speak for adoption; the same as `yes` in the self-diagnosis
    Verdict verdict = Verdict::Incomplete;
    std::vector<std::string> missing;   ///< item ids
    std::vector<Verdict> possible;      ///< verdicts that open items still allow, fewest YES first
    std::vector<std::string> strangers; ///< answered items that this edition does not have; their answers are kept
    bool ownReading = false;            ///< the verdict is Naru's reading, not defined in the source
    LocalText outcome;                  ///< how the verdict reads for this catalog
};

} // namespace naru::core
