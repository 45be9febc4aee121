#pragma once

#include "analyzers/web/ViewReader.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace naru::analyzers::web {

/// Finds the addresses in markup and script that Java code writes out as text: out.println("<a href='list.jsp?no=" + no + "'>"),
/// out.print("<script>location.href='list.jsp'</script>"). Parts that are put in between are `{x}`; the offset is that of the first text of
/// the statement. Linear in time; code without such texts is not looked at twice.
void findMarkupUrls(std::string_view code, const std::function<void(LinkKind kind, std::string_view url, std::size_t offset)>& found);

} // namespace naru::analyzers::web
