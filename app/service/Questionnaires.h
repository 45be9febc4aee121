#pragma once

#include "checklist/AnswerSheet.h"
#include "checklist/Comparison.h"
#include "checklist/records/Records.h"
#include "core/edit/ProjectSession.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::service {

// Questionnaires, answers and records of one system of a project. What is taken over from a file becomes a decision of the
// project: it can be undone, is kept with who and when, and no analysis loses it.

/// A questionnaire from a file of Naru (JSON) or of Konveyor (YAML), told apart by what is in it.
core::Result<checklist::Catalog> readCatalog(const std::filesystem::path& file);

/// Naru's questionnaires and the agency's own that the project carries, by id. Errors: as loadCatalogs.
core::Result<std::vector<checklist::Catalog>> catalogsOf(const core::ProjectSession& session, core::SystemId system,
                                                         const std::filesystem::path& resources);
/// One of them. Errors: NotFound, which names the ids there are.
core::Result<checklist::Catalog> catalogOf(const core::ProjectSession& session, core::SystemId system,
                                           const std::filesystem::path& resources, const std::string& id);
/// The edit that makes a questionnaire part of the project; another edition of the same id takes the place of the earlier one, its
/// answers stay. Errors: Conflict (the id of a questionnaire of Naru).
core::Result<core::Edit> catalogEdit(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& resources,
                                     const checklist::Catalog& catalog);

/// The answers of a questionnaire as they stood at the end of `date` (YYYY-MM-DD), from the history of the project; empty: now.
checklist::AnswerSheet answersOf(const core::ProjectSession& session, core::SystemId system, const std::string& catalog,
                                 const std::string& date = {});
/// The edit that takes over an answers file. Items it does not name keep their answers. Errors: as loadAnswers.
core::Result<core::Edit> answersEdit(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& resources,
                                     const std::filesystem::path& file, const std::string& catalog);
/// The state of two dates; an empty `to` is now. Errors: as catalogOf; InvalidArgument (no date).
core::Result<checklist::AssessmentComparison> compareDates(const core::ProjectSession& session, core::SystemId system,
                                                           const std::filesystem::path& resources, const std::string& catalog,
                                                           const std::string& from, const std::string& to);

/// What a file of records holds and the edit that takes it over.
struct TakenRecords {
    core::Edit edit;
    std::string kind; ///< cost, incident, load or change
    std::size_t rows = 0;
    std::vector<core::Diagnostic> diagnostics; ///< rows left out, contradictions
};
/// Errors: as importRecords; LimitExceeded (over 8 MB); NotReadable when no row could be understood.
core::Result<TakenRecords> recordsEdit(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& resources,
                                       const std::filesystem::path& file, const std::string& kind);
/// All records of a system, but those of the file `without`. Errors: as loadRecordColumns.
core::Result<checklist::Records> recordsOf(const core::ProjectSession& session, core::SystemId system,
                                           const std::filesystem::path& resources, const std::string& without = {});

/// Rows of every kind together.
std::size_t rowsOf(const checklist::Records& records);

} // namespace naru::service
