#pragma once

#include "analyzers/web/PageWriter.h"

namespace naru::analyzers::web {

/// JSP directives: includes and imports.
void readDirective(const Piece& directive, PageWriter& page);

/// Java between <% and %>: types, calls, redirects.
void readScriptlet(const Piece& scriptlet, PageWriter& page);

/// Scriptlets inside the value of an attribute: types and calls.
void readScriptletsIn(std::string_view value, PageWriter& page);

/// Whether a method of Java only looks for its argument in another text: the address that it is given leads nowhere.
bool comparesText(std::string_view method);

} // namespace naru::analyzers::web
