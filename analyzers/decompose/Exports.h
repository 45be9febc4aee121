#pragma once

#include "core/base/Error.h"
#include "core/model/Partition.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::decompose {

/// Formats in which a split leaves Naru.
enum class ExportFormat {
    ContextMapper, ///< CML of Context Mapper 6: context map, bounded contexts, aggregates with commands and events
    PlantUml,      ///< C4 container diagram for C4-PlantUML
    Structurizr,   ///< Structurizr DSL workspace
    GraphMl,       ///< members with their context, contexts' ties
    Csv,           ///< member, role, context, confidence
    Json,          ///< the object of `naru split`, this alternative alone
};

/// The format of a file ending (cml, puml, dsl, graphml, csv, json). Errors: InvalidArgument.
core::Result<ExportFormat> exportFormat(std::string_view ending);

/// Text of an alternative in a format. `system` is the name of the whole. Output ends with a line break.
std::string exported(const core::Alternative& alternative, ExportFormat format, const std::string& system);

} // namespace naru::analyzers::decompose
