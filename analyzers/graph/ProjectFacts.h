#pragma once

#include "analyzers/config/DataDescriptors.h"
#include "analyzers/config/MapperXml.h"
#include "analyzers/config/SpringXml.h"
#include "analyzers/config/WebDescriptors.h"
#include "analyzers/graph/Liquibase.h"
#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/SourceTexts.h"
#include "analyzers/sql/DdlReader.h"
#include "analyzers/sql/RoutineReader.h"
#include "analyzers/web/ScriptFile.h"
#include "analyzers/web/ViewReader.h"
#include "core/base/Job.h"

#include <functional>
#include <vector>

namespace naru::analyzers::graph {

/// What was read from one file.
template <typename T> struct FromFile {
    core::FileId file;
    T facts;
};

/// What the files beside the code say: each list in the order of the files.
struct ProjectFacts {
    std::vector<FromFile<config::MapperFile>> mappers;
    std::vector<FromFile<config::SpringFile>> springs;
    std::vector<FromFile<config::WebXml>> webXmls;
    std::vector<FromFile<config::StrutsFile>> struts;
    std::vector<FromFile<config::FacesConfig>> faces;
    std::vector<FromFile<std::vector<config::TilesDefinition>>> tiles;
    std::vector<FromFile<config::MappingFile>> mappings;
    std::vector<FromFile<config::EjbJar>> ejbs;
    std::vector<FromFile<std::vector<config::Setting>>> settings;
    std::vector<FromFile<std::vector<config::Setting>>> keyedTexts; ///< of any kind of property file: values that may be SQL
    std::vector<FromFile<std::vector<sql::DdlTable>>> scripts;
    std::vector<FromFile<Changelog>> changelogs; ///< of Liquibase
    std::vector<FromFile<std::vector<sql::Routine>>> routines; ///< of scripts that have any
    std::vector<FromFile<web::ViewFacts>> views;
    std::vector<FromFile<web::ScriptFile>> pageScripts; ///< JavaScript that names URLs

    /// Value of a setting of an application (not of its tests), the first by path; empty when there is none.
    [[nodiscard]] std::string_view setting(std::string_view key) const;
};

/// The same file by file, not yet put together.
struct ProjectParts {
    std::vector<core::FileId> files;
    std::vector<ProjectFacts> parts; ///< of the same place in `files`
};

/// Takes the facts of a file that are known from an earlier run; null when it must be read.
using KnownFacts = std::function<ProjectFacts*(core::FileId)>;

/// Reads every file that is not code, in parallel; test files (resources of tests) are left out. Errors: Cancelled.
core::Result<ProjectParts> readProjectParts(const CodeIndex& index, const SourceTexts& texts, const KnownFacts& known, core::Job& job);

/// Puts the parts together; their diagnostics go to the model, in the order of the files.
ProjectFacts joinProjectParts(ProjectParts parts, core::CodeModel& model);

} // namespace naru::analyzers::graph
