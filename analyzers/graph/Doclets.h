#pragma once

#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// Methods of a bean that the remote interface offers which a build makes of it.
struct OfferedMethods {
    core::TypeId bean;
    std::vector<std::string> methods;
    core::Location at;
};

/// Takes the tags of XDoclet out of the annotations, and adds what a build writes into descriptors from them: beans of EJB with their
/// tables and transactions, mappings of Hibernate, actions of Struts, servlets, beans of Spring. A descriptor of the tree comes before the
/// tags of a class that it describes, and so do annotations that have taken their place.
std::vector<OfferedMethods> addDoclets(CodeIndex& index, ProjectFacts& facts);

} // namespace naru::analyzers::graph
