#pragma once

#include "analyzers/web/ViewReader.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace naru::analyzers::web {

/// Receives a link that JavaScript code names, and its offset in the code. The line of the link is not set.
using ScriptLinkVisitor = std::function<void(ViewLink link, std::size_t offset)>;

/// Finds the URLs in JavaScript and what they are for: an ajax call, a form that is sent, a page that is opened. The method is that of
/// the call (`post`), or what stands beside the URL (`type: 'POST'`); empty when nothing says it.
/// `services`: as in findScriptUrls(); such links keep their prefix ("svcPosting::addSlip").
void findScriptLinks(std::string_view code, const ScriptLinkVisitor& found, bool services = false);

/// True for what is no page and no entry point: pictures, styles, scripts.
bool isStaticFile(std::string_view url);

/// Calls f(name, value) for each constant that a script gives a form field: form.cmd.value = 'save', $('#cmd').val('save').
void eachAssignedValue(std::string_view code, const std::function<void(std::string_view, std::string_view)>& f);

/// Hash by which names in pages and scripts are compared; the same on every machine.
std::uint64_t wordHash(std::string_view word);

/// Calls f(name, offset) for each name in JavaScript; strings and comments are passed over.
void eachScriptWord(std::string_view code, const std::function<void(std::string_view, std::size_t)>& f);

/// Calls f(object, method, offset) for each call of a method of a named object in a script, or in a page with scripts: Orders.save(no).
void eachObjectCall(std::string_view text, const std::function<void(std::string_view, std::string_view, std::size_t)>& f);

} // namespace naru::analyzers::web
