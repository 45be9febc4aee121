#pragma once

#include <string>
#include <string_view>

namespace naru::analyzers::web {

/// Puts the value of inline URL tags (<c:url value="/a"/>) in their place, padded with blanks so that offsets stay, and constants
/// of scriptlets into names of pages that begin with them ("<%=name%>_q.jsp"), so that lines stay.
std::string inlineUrls(std::string_view text);

} // namespace naru::analyzers::web
