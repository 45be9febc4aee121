#pragma once

#include "core/base/Error.h"
#include "core/base/Texts.h"
#include "core/model/CodeModel.h"
#include "core/model/Partition.h"
#include "core/model/Project.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace naru::service {

/// Area of the decisions that hold a partition made elsewhere: key is its name, value {"file", "members": {"member id": "context"}}.
/// Kept as a decision it is undone like any edit, and stands beside the proposals after every new clustering.
inline constexpr const char* kImportedArea = "imported";

/// A partition file, checked against the members of a system.
struct ImportedSplit {
    std::string name;                   ///< of the file
    nlohmann::json value;               ///< of the decision
    std::size_t placed = 0;             ///< members that found a context
    std::size_t members = 0;            ///< members there are
    std::vector<std::string> unknown;   ///< names that are no members
    std::vector<std::string> ambiguous; ///< simple names that several members have
    std::vector<std::string> doubled;   ///< members named twice with different contexts; the first holds
    [[nodiscard]] bool clean() const { return unknown.empty() && ambiguous.empty() && doubled.empty(); }
};

/// Reads {"member":"context"} or the object of `naru split` as JSON, or CSV: the first two columns, or the columns `member` and
/// `context` (and `contextName`) of a heading. Errors: as readFile; Malformed (with line where there is one); InvalidArgument
/// when no member of the system is in it.
core::Result<ImportedSplit> readSplitFile(const std::filesystem::path& file, const core::CodeModel& code);

/// The sentence that says what of an imported file was not taken; empty when all was.
std::string importRemarks(const ImportedSplit& imported, const core::Texts& texts);

/// The alternative that a decision of the area stands for, not yet described. What the file does not name is in no context;
/// a kind of member (class, table, view) that it never names is left out, so that it is placed by its ties.
core::Alternative importedAlternative(const core::Decision& decision, const core::CodeModel& code);

/// An alternative in the format of a file ending: those of decompose::exportFormat, and svg. Errors: InvalidArgument.
core::Result<std::string> exportedSplit(const core::Alternative& alternative, std::string_view ending, const std::string& system,
                                        const core::Texts& texts);

} // namespace naru::service
