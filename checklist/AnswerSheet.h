#pragma once

#include "checklist/Catalog.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace naru::checklist {

/// The answers of one person or file to one questionnaire.
struct AnswerSheet {
    std::string catalog;
    std::string edition; ///< of the catalog when it was answered; empty when not noted
    std::map<std::string, core::GivenAnswer> answers;
    std::map<std::string, bool> riders;
    std::map<std::string, std::string> readings; ///< item -> id of the chosen reading
};

/// Catalog named in an answers file, before the catalog itself is loaded.
/// Errors: as JsonDocument::read, and Malformed.
core::Result<std::string> catalogOfAnswers(const std::filesystem::path& file);

/// Reads an answers file of the command line. An answer is "yes", "no" or "unknown", or an object
/// {"value", "note", "who", "when", "attached": [{"file", "line", "text", "source"}]}. Errors, each with file and line: Malformed (another
/// shape, a value that is none of the three), InvalidArgument (an item the catalog does not have, a rider of an item without one), Conflict
/// (answers to another catalog).
core::Result<AnswerSheet> loadAnswers(const std::filesystem::path& file, const Catalog& catalog);
core::Result<AnswerSheet> parseAnswers(std::string_view text, const std::string& origin, const Catalog& catalog);

} // namespace naru::checklist
