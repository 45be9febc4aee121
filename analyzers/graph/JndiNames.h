#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <map>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// Names of the naming service: what the descriptors of the system and of its server bind them to.
class JndiNames {
public:
    JndiNames(const CodeLookup& lookup, const ProjectFacts& facts);

    /// What a name of the code (also with java:comp/env/ before it) is bound to in the end; the name itself when nothing is said.
    [[nodiscard]] std::string bound(std::string_view name) const;
    /// The class of the enterprise bean that is found under a name; invalid for every other name.
    [[nodiscard]] core::TypeId beanAt(std::string_view name) const;
    /// The class of an enterprise bean by its ejb-name.
    [[nodiscard]] core::TypeId classOf(std::string_view ejb) const;

private:
    const CodeLookup& m_lookup;
    std::map<std::string, std::string, std::less<>> m_aliases;
    std::map<std::string, std::string, std::less<>> m_ejbAt; ///< name in the naming service -> ejb-name
    std::map<std::string, std::string, std::less<>> m_classes; ///< ejb-name -> class
};

} // namespace naru::analyzers::graph
