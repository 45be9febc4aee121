#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace naru::analyzers::graph {

/// The homes and component interfaces of enterprise beans that a build makes, so that the sources lack them, by their simple names: in which
/// package they lie is a matter of the build.
class AbsentInterfaces {
public:
    struct Behind {
        core::TypeId bean; ///< invalid where several beans have such an interface
        bool home = false;
    };

    AbsentInterfaces(const CodeLookup& lookup, const ProjectFacts& facts);

    [[nodiscard]] bool empty() const { return m_behind.empty(); }
    /// What answers for a type that is called; null for types of the system and for all others.
    [[nodiscard]] const Behind* of(std::string_view type) const;

private:
    const CodeLookup& m_lookup;
    std::unordered_map<std::string_view, Behind> m_behind; ///< names are those of the facts
};

/// Calls on such interfaces lead to the methods of their beans: create() to ejbCreate() and ejbPostCreate(), others to the same name.
void linkAbsentInterfaces(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
