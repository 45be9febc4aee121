#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace naru::analyzers::web {

/// The Java of a JSP: a class Page whose method service() runs the scriptlets and expressions, each at its line. Declarations
/// (<%! %>) are members of the class; they follow `lines` lines after their place in the page.
struct PageCode {
    std::string java;        ///< empty when the page has no code
    std::uint32_t lines = 0; ///< of the page
};

/// Gives the text of a page that another one includes (<%@ include file %>), or nothing.
using IncludedPage = std::function<std::string_view(std::string_view file)>;

/// Writes the code of a page as the container would, as far as calls go: jsp:useBean is a local, setProperty and getProperty call the
/// accessors, included code stands in the line of the include. Tolerant; linear in time.
PageCode pageCode(std::string_view text, const IncludedPage& included);

} // namespace naru::analyzers::web
