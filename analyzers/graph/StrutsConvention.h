#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// An action of Struts 2 that no XML describes: by annotations (@Action, @Namespace, @Result), or by the names of package and class as
/// the convention plugin has it (a.actions.shop.ShowCartAction is /shop/show-cart).
struct ConventionAction {
    core::MemberId handler;
    std::string path;                            ///< namespace and name, with a leading '/', without extension
    std::vector<config::StrutsForward> forwards; ///< results written as annotations; of the action, then of its class
    std::string viewFolder;                      ///< where views are by convention: /WEB-INF/content, or @ResultPath, and the namespace
    std::string viewName;                        ///< last part of the path
    core::Location at;
};

/// All of them, by type and member; nothing when the system does not use the plugin. Names count where an annotation of the plugin stands
/// anywhere, or where classes of Struts 2 lie in such packages and no XML describes any action.
[[nodiscard]] std::vector<ConventionAction> conventionActions(const CodeLookup& lookup, const ProjectFacts& facts);

/// The URL of an action of Struts 2: with the first extension that the settings of the system name, "action" without any.
[[nodiscard]] std::string strutsTwoUrl(const std::string& path, const std::string& extension);

} // namespace naru::analyzers::graph
