#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace naru::analyzers::web {

/// A URL in JavaScript: where it stands, what it is used for (`action`, `url`, `open`, `get`, `post` ... the name before
/// it; empty when unknown), and its parts: literals as written, other parts as `{x}`.
struct ScriptUrl {
    std::string_view use;
    std::string url;
    std::size_t offset = 0;
    std::string_view before = {}; ///< the name of the call or variable before it, whether it takes a URL or not
};

/// What a URL is "used for" that is none, but a statement of a mapper which a text names.
inline constexpr std::string_view kStatementUse = "=";

/// Finds string literals that are URLs of the system: they are assigned or handed to something that takes a URL, or look
/// like a path of the application, or name a transaction or statements. Comments are passed over; linear in time.
/// `services`: also what names a service of a Nexacro application ("svcPosting::addSlip").
void findScriptUrls(std::string_view code, const std::function<void(const ScriptUrl&)>& found, bool services = false);

/// The prefix of a Nexacro service address ("svcPosting" of "svcPosting::slip/add.do"); empty for anything else.
std::string_view servicePrefix(std::string_view address);

} // namespace naru::analyzers::web
