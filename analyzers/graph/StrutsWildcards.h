#pragma once

#include "analyzers/config/WebDescriptors.h"
#include "analyzers/graph/CodeLookup.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// One action that a wildcard action of Struts 2 stands for.
struct WildcardMatch {
    core::MemberId handler;
    std::string path;                    ///< with the texts of its stars where class or method tell them; other stars stay
    std::vector<std::string> stars = {}; ///< by number less one; empty where unknown
};

/// True for an action with stars in its name that name its class or method: `*_*` with `{1}Action` and `{2}`.
[[nodiscard]] bool isWildcard(const config::StrutsAction& action);

/// The handlers of a wildcard action: methods that a request may name (public, without parameters, of type String, no getters) of the
/// classes that fit. Source: Struts 2 documentation, Wildcard Mappings.
[[nodiscard]] std::vector<WildcardMatch> wildcardMatches(const CodeLookup& lookup, const config::StrutsAction& action);

/// A text with {1} .. {9} of a match put in; those that are not known stay.
[[nodiscard]] std::string withStars(std::string_view text, const WildcardMatch& match);

} // namespace naru::analyzers::graph
