#pragma once

#include "analyzers/spi/SourceTree.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

/// Extensions (small letters, without the dot) that a web.xml has read as JSP: mapped to the JSP servlet, or in a jsp-property-group.
std::vector<std::string> pageExtensions(std::string_view webXml);

/// Makes JSPs of the files that web applications read as such although their names tell nothing (*.page, *.gas): those below the folder
/// that holds WEB-INF.
void tellMappedPages(SourceTree& tree, const ReadLimits& limits);

} // namespace naru::analyzers
