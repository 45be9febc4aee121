#pragma once

#include "analyzers/web/PageWriter.h"

namespace naru::analyzers::web {

/// An attribute of Thymeleaf, its name without `th:`: templates and @{..} URLs.
void readThymeleaf(std::string_view name, std::string_view value, const Piece& tag, PageWriter& page);

/// An action attribute of JSF: #{bean.method} or #{bean.method(..)}.
void readFacesAction(std::string_view value, PageWriter& page);

} // namespace naru::analyzers::web
