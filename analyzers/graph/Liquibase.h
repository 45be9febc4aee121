#pragma once

#include "analyzers/sql/DdlReader.h"
#include "core/base/Diagnostic.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// What a Liquibase changelog does to tables, in the order of the file: created, changed, renamed, dropped, with columns, keys and remarks.
/// SQL inside of changes is read like a script. Broken files give a diagnostic and what could be saved.
struct Changelog {
    std::vector<sql::DdlTable> tables;
    std::vector<core::Diagnostic> diagnostics;
};

Changelog readXmlChangelog(std::string_view text, std::string_view path);
/// YAML or JSON.
Changelog readYamlChangelog(std::string_view text, std::string_view path);

/// A cheap look: is this YAML or JSON a changelog?
bool mentionsChangelog(std::string_view text);

} // namespace naru::analyzers::graph
