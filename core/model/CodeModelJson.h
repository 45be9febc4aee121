#pragma once

// The JSON of `naru analyze` (schema naru.analyze/1): the keys are a contract of the command line.

#include "core/base/Texts.h"
#include "core/model/CodeModel.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace naru::core {

/// Words for the enumerations, as they stand in JSON and in tables of the command line.
std::string_view nameOf(Language language);
std::string_view nameOf(TypeKind kind);
std::string_view nameOf(StatementKind kind);
std::string_view nameOf(StatementOrigin origin);
std::string_view nameOf(ViewKind kind);
std::string_view nameOf(EntryPointKind kind);
std::string_view nameOf(Rule rule);
std::string_view nameOf(UseKind kind);
std::string_view nameOf(UnresolvedReason reason);
std::string_view nameOf(RemoteKind kind);
std::string_view nameOf(TableOrigin origin);
std::string_view nameOf(AssociationKind kind);
std::string_view nameOf(Severity severity);

struct CodeModelJsonOptions {
    const Texts* texts = nullptr; ///< for the messages of diagnostics; null: the text key stands for the message
    std::string_view extra;       ///< further members as JSON text without braces, e.g. `"timings":{...}`
};

/// The whole object as one line of text. Written piece by piece, as the model of a large
/// system gives hundreds of megabytes.
std::string codeModelJson(const CodeModel& model, const CodeModelJsonOptions& options = {});

/// Files, lines and numbers of everything found: what pages and reports show first. Has the
/// keys files, loc, languages, languageTotals and counts{types, members, tables, ...}. The code of pages is no type: the views stand for it.
nlohmann::json codeSummary(const CodeModel& model);

} // namespace naru::core
