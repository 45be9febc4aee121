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

/// Reads every file that is not code, in parallel. Diagnostics go to the model, in the order of the files; test files
/// (resources of tests) are left out. Errors: Cancelled.
core::Result<ProjectFacts> readProjectFacts(CodeIndex& index, const SourceTexts& texts, core::Job& job);

} // namespace naru::analyzers::graph
