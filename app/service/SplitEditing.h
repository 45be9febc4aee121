#pragma once

#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/Parts.h"
#include "analyzers/history/GitHistory.h"
#include "app/service/Services.h"
#include "core/model/Partition.h"
#include "core/model/Project.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace naru::service {

/// Area of the decisions about where contexts stand on the map: context id -> [x, y]. They change no result.
inline constexpr const char* kPlaceArea = "place";

/// Places of contexts on the map, by id.
using MapPlaces = std::map<std::string, std::pair<double, double>>;
/// Where a person put contexts, and the layout that is stored with the split.
MapPlaces placesOfPerson(const core::ProjectSession& session, core::SystemId system);
MapPlaces storedLayout(const core::ProjectSession& session, core::SystemId system);

/// What version control says of the files of a code model; not found: it says nothing. Errors: Cancelled.
core::Result<core::SourceHistory> historyOf(const core::CodeModel& code, const std::filesystem::path& root, core::Job& job);

/// What decompose() wants, from the options of a split: data files, constraints, history.
core::Result<analyzers::decompose::DecomposeOptions> decomposeOptions(const core::CodeModel& code, const std::filesystem::path& root,
                                                                      const std::filesystem::path& resources, const SplitOptions& given,
                                                                      core::Job& job);

/// Everything a split is made from, as plain values: for callers that compute it outside of the thread that owns the session.
struct SplitInput {
    std::shared_ptr<const core::CodeModel> code;
    std::filesystem::path root;
    std::vector<core::Decision> decisions;           ///< of a person
    std::shared_ptr<const core::Partition> proposed; ///< the stored proposal, without the decisions; null: none
};

/// Reads the newest input from a session; `known` is the stored proposal where the caller has it at hand.
SplitInput splitInput(const core::ProjectSession& session, core::SystemId system, std::shared_ptr<const core::Partition> known = {});

/// Area of the decision that says which alternative a person took (key "chosen").
inline constexpr const char* kAlternativeArea = "alternative";
/// The alternative that a person took stands first, where everything that follows looks for it.
void putChosenFirst(core::Partition& partition, const std::vector<core::Decision>& decisions);

/// A proposal without the person's decisions; ids of contexts are kept where the members stayed.
core::Result<core::Partition> proposeSplit(const SplitInput& input, const std::filesystem::path& resources, const SplitOptions& options,
                                           core::Job& job);
/// The proposal of `input` with the decisions on it. Since it always starts from the proposal, taking a decision back undoes it.
/// Gathers the evidence each time: whoever edits more than once keeps a SplitWorkshop. Errors: NotFound when there is no proposal.
core::Result<core::Partition> applySplitDecisions(const SplitInput& input, const std::filesystem::path& resources, core::Job& job);

/// Parts that a context of an alternative could be divided into. Errors: as decompose::proposeParts.
core::Result<std::vector<analyzers::decompose::ContextPart>> proposeParts(const SplitInput& input, const core::Alternative& alternative,
                                                                          const std::string& context,
                                                                          const std::filesystem::path& resources, core::Job& job);

/// Stores the edited partition as the result "split", beside it the proposal it came from and a layout of its map, in which contexts
/// that were there before keep their places.
core::Result<void> storeSplit(core::ProjectSession& session, core::SystemId system, const core::Partition& proposed,
                              const core::Partition& edited);
/// The proposal beside the stored split; the split itself where a project has none of it.
std::optional<core::Partition> proposedSplit(const core::ProjectSession& session, core::SystemId system);

} // namespace naru::service
