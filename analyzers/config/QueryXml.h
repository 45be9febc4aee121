#pragma once

#include "analyzers/config/DataDescriptors.h"

namespace naru::analyzers::config {

/// SQL that an XML file of a framework's or a system's own kind keeps under names: <statement name="find">, <query id="find"><statement>,
/// <sql key="..">, <query><name>find</name><sql>. The name is an attribute (id, name, key, queryId, sqlId) of the element or of the one
/// around it, or an element beside it; the text is all that stands in the element, with what conditions put in. Nothing for files without
/// any SQL word.
std::vector<Setting> readQueryXml(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
