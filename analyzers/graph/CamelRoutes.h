#pragma once

#include "analyzers/spi/CodeIndex.h"

#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// A route of Camel that Java builds: from(...) to the next one, or one operation of rest(...).
struct CamelRoute {
    core::MemberId member;   ///< does what the route does: of its own where a method builds several, else that method
    core::MemberId builder;  ///< the method that builds it
    core::StringId uri;      ///< where it begins; invalid when only run time tells, and for rest
    std::string method;      ///< of rest: GET, POST ...
    std::string path;        ///< of rest
    core::Location at;
};

/// Finds the routes of Camel in builders (classes below RouteBuilder, also anonymous ones). A method that builds several gets a member for each
/// of them, to which the calls, texts and accesses between its lines go: what one route does is no part of another. Comes before every linker.
std::vector<CamelRoute> declareCamelRoutes(CodeIndex& index);

} // namespace naru::analyzers::graph
