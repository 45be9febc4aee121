#pragma once

#include "core/base/Error.h"
#include "core/model/Assessment.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::checklist {

/// A kind of evidence that counts for an item; `kind` is the name under which
/// proposals look it up (records.cost, history.releases, code.complexity ...).
struct EvidenceKind {
    std::string kind;
    core::LocalText text;
};

/// The condition attached to an item (item 1: 10,000 users a day on average).
struct Rider {
    core::LocalText text;
    std::string source;
};

/// One of several readings of an item whose sources contradict each other.
struct Reading {
    std::string id;
    core::Answer favours = core::Answer::Yes;
    std::string source;
    core::LocalText text;
};

struct Item {
    std::string id;
    std::string group;
    core::LocalText question; ///< ko is the official wording where `wordingSource` is filled
    std::string wordingSource;
    core::LocalText explanation;
    core::LocalText example;
    core::LocalText whoAnswers;
    std::vector<core::LocalText> indicators; ///< operating indicators of the guide
    std::vector<EvidenceKind> evidence;
    std::optional<Rider> rider;
    core::Answer favours = core::Answer::Yes; ///< the answer that speaks for adoption
    core::LocalText riskYes;                  ///< what a YES or a NO means, where the catalog says it
    core::LocalText riskNo;
    std::vector<Reading> readings; ///< first: in force unless another is chosen
};

struct Group {
    std::string id;
    core::LocalText title;
};

/// How a given rider acts on its item.
enum class RiderMode {
    Ignore,    ///< noted, without effect
    WhenGiven, ///< a rider answered with no takes the YES of its item away; an open one changes nothing
    Required,  ///< a YES counts only with the rider answered with yes; an open one leaves the item open
};

/// Thresholds on the number of answers that speak for adoption.
struct Scoring {
    int adoptAt = 0; ///< this many or more: adopt
    int keepAt = 0;  ///< this many or fewer: keep
    RiderMode rider = RiderMode::WhenGiven;
    std::string source;
    core::LocalText note;
    std::map<core::Verdict, core::LocalText> outcomes; ///< how each verdict reads for this catalog
    std::vector<core::Verdict> ownReading;             ///< verdicts that the sources do not define
};

struct Catalog {
    std::string id;
    std::string edition;
    std::string source;
    core::LocalText title;
    core::LocalText description;
    std::vector<Group> groups;
    std::vector<Item> items;
    Scoring scoring;

    [[nodiscard]] const Item* find(std::string_view item) const;
};

/// Reads one questionnaire. Errors: as JsonDocument::read, Malformed naming file, line and key.
core::Result<Catalog> loadCatalog(const std::filesystem::path& file);

/// Reads all questionnaires of a folder (resources/questionnaires and an agency's own), by id.
/// Errors: as loadCatalog; Conflict when two files have the same id.
core::Result<std::vector<Catalog>> loadCatalogs(const std::filesystem::path& folder);

/// The same from a text; `origin` is named in errors.
core::Result<Catalog> parseCatalog(std::string_view text, const std::string& origin);

/// A questionnaire as the text of its data file: parseCatalog() of it gives the same catalog.
std::string catalogText(const Catalog& catalog);

/// Loads the catalog with this id. Errors: NotFound, which names the ids there are.
core::Result<Catalog> findCatalog(const std::filesystem::path& folder, const std::string& id);

/// yes, no, unknown or empty for an unanswered item.
std::string_view answerName(core::Answer answer);
std::optional<core::Answer> answerFromName(std::string_view name);

} // namespace naru::checklist
