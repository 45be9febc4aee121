#pragma once

#include "analyzers/config/DataDescriptors.h"

#include <string_view>

namespace naru::analyzers::config {

/// A MappedSql without text: changes of a loaded object are not stored by themselves.
inline constexpr std::string_view kDetached = "detached";

/// The classes of an Apache OJB repository (descriptor-repository): tables, columns, references and collections with what is stored and
/// removed along them. A class without a table that has extents (interfaces, abstract classes) has their tables.
MappingFile readOjbRepository(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
