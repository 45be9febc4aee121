#pragma once

#include "analyzers/config/WebDescriptors.h"
#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CodeLookup.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::graph {

/// What answers an action of a Struts file.
struct StrutsHandler {
    core::MemberId method;
    std::string path;                    ///< of the action; with the texts of its stars where class or method tell them, other stars stay
    std::vector<std::string> stars = {}; ///< by number less one; empty where unknown
};

/// True for an action with stars in its name that name its class or method: `*_*` with `{1}Action` and `{2}`; or, handed to Spring, its bean.
[[nodiscard]] bool isWildcard(const config::StrutsAction& action);

/// The handlers of a wildcard action: methods that a request may name (public, without parameters, of type String, no getters) of the
/// classes that fit. Source: Struts 2 documentation, Wildcard Mappings.
[[nodiscard]] std::vector<StrutsHandler> wildcardHandlers(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action);

/// Struts 1: the actions that an action with stars stands for, one for each class of the system that its type names, with their texts
/// put in, or for each bean that is called like a path it fits. Source: Struts 1.2 and later, Building Controller Components, Action Mapping Wildcards.
[[nodiscard]] std::vector<config::StrutsAction> wildcardActions(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action);

/// The class of an action; invalid when the system has none. With Spring a name stands for a bean: in Struts 2 as its class, in Struts 1
/// the path of an action that is handed on (DelegatingActionProxy, DelegatingRequestProcessor).
[[nodiscard]] core::TypeId actionType(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action, bool two);

/// The methods of a DispatchAction of Struts 1, whose request parameter names one of them: public, with the four parameters of execute(),
/// also inherited ones; of a MappingDispatchAction the one that the action names. A class of the system that overrides
/// execute() around the dispatch is still such an action, also where its base class is one of a library whose kind is not known. Empty for
/// any other class with an execute() of its own.
[[nodiscard]] std::vector<core::MemberId> dispatchMethods(const CodeLookup& lookup, core::TypeId type, const config::StrutsAction& action);

/// The handlers of any action; of a DispatchAction the methods of its class that are known to handle requests, by number.
[[nodiscard]] std::vector<StrutsHandler> strutsHandlers(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action, bool two,
                                                        const std::unordered_set<std::uint32_t>& known);

/// A text with {1} .. {9} of a handler put in; those that are not known stay.
[[nodiscard]] std::string withStars(std::string_view text, const StrutsHandler& handler);

} // namespace naru::analyzers::graph
