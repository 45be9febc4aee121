#pragma once

#include "analyzers/config/DataDescriptors.h"
#include "analyzers/config/MapperXml.h"
#include "analyzers/config/ServerDescriptors.h"
#include "analyzers/config/SpringXml.h"
#include "analyzers/config/WebDescriptors.h"
#include "analyzers/graph/Liquibase.h"
#include "analyzers/java/JavaFacts.h"
#include "analyzers/spi/CodeIndex.h"
#include "analyzers/sql/DdlReader.h"
#include "analyzers/sql/RoutineReader.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/web/ScriptFile.h"
#include "analyzers/web/ViewReader.h"
#include "core/base/Shared.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// What was read from one file.
template <typename T> struct FromFile {
    core::FileId file;
    T facts;
};

/// The code of a page, and what else it was made of.
struct PageFacts {
    struct Include {
        std::string asked; ///< path below the web root
        std::string found; ///< path of the file; empty when there was none
    };
    java::FileFacts code;          ///< without types when there is none
    std::vector<Include> includes; ///< looked for in the order of the text
};

/// What the files beside the code say: each list in the order of the files.
struct ProjectFacts {
    std::vector<FromFile<core::Shared<config::MapperFile>>> mappers;
    /// What the SQL of the same place in `mappers` does, statement by statement; nothing for statements that fragments are put into.
    std::vector<FromFile<core::Shared<std::vector<sql::SqlFacts>>>> mapperSql;
    std::vector<FromFile<config::SpringFile>> springs;
    std::vector<FromFile<config::WebXml>> webXmls;
    std::vector<FromFile<config::StrutsFile>> struts;
    std::vector<FromFile<config::FacesConfig>> faces;
    std::vector<FromFile<std::vector<config::TilesDefinition>>> tiles;
    std::vector<FromFile<config::TagLibrary>> tagLibraries;
    std::vector<FromFile<config::MappingFile>> mappings;
    std::vector<FromFile<config::EjbJar>> ejbs;
    std::vector<FromFile<config::ServerNames>> servers; ///< also the references of web.xml and ejb-jar.xml
    std::vector<FromFile<std::vector<config::Setting>>> settings;
    std::vector<FromFile<std::vector<config::Setting>>> keyedTexts; ///< of any kind of property file: values that may be SQL
    std::vector<FromFile<core::Shared<std::vector<sql::DdlTable>>>> scripts;
    std::vector<FromFile<Changelog>> changelogs; ///< of Liquibase
    std::vector<FromFile<core::Shared<std::vector<sql::Routine>>>> routines; ///< of scripts that have any
    std::vector<FromFile<web::ViewFacts>> views;
    std::vector<FromFile<PageFacts>> pages; ///< JSPs that may hold code
    std::vector<FromFile<core::Shared<web::ScriptFile>>> pageScripts; ///< JavaScript that names URLs or makes them of what it is given

    /// Value of a setting of an application (not of its tests), the first by path; empty when there is none.
    [[nodiscard]] std::string_view setting(std::string_view key) const;
    /// The text with the settings that it names, ${key} or ${key:default}; `{}` for what nothing tells.
    [[nodiscard]] std::string settled(std::string_view text) const;
};

/// Facts of one file under the id that it has now.
void setFile(ProjectFacts& facts, core::FileId file);

/// The same file by file, not yet put together.
struct ProjectParts {
    std::vector<core::FileId> files;
    std::vector<ProjectFacts> parts; ///< of the same place in `files`
};

/// Reads one file that is not code into facts of its own. `known` (or nullptr) keeps the tables that scripts create.
void readProjectFile(core::FileId file, core::Language language, std::string_view path, std::string_view text, ProjectFacts& out,
                     sql::KnownSql* known = nullptr);

/// True for files that may hold such facts; test files (resources of tests) are left out.
[[nodiscard]] bool isProjectPart(const core::SourceFile& file);

/// Puts the parts together; their diagnostics go to the model, in the order of the files.
ProjectFacts joinProjectParts(ProjectParts parts, core::CodeModel& model);

} // namespace naru::analyzers::graph
