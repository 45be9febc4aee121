#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ScriptAddresses.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Path below the web root, starting with a slash, of a file below the project.
std::string webPathOf(std::string_view path);
/// a/./b/../c -> /a/c
std::string normalizedPath(std::string_view path);

/// The views of the system by their path and by the names that controllers give them.
class ViewCatalog {
public:
    ViewCatalog(CodeIndex& index, const ProjectFacts& facts);

    /// The view at a path as the web container sees it (/WEB-INF/jsp/a.jsp, a.jsp), or relative to `from`.
    [[nodiscard]] core::ViewId at(std::string_view path, core::ViewId from = {}) const;
    /// The views of a logical name (through prefixes and suffixes of the view resolvers, template folders, tiles); empty when
    /// there is none. `guess` also allows a unique view that ends in the name.
    [[nodiscard]] std::vector<core::ViewId> named(std::string_view name, bool guess) const;
    /// The only view whose path ends in a relative one: a page beside the address of a request that nothing tells; invalid when there are several.
    [[nodiscard]] core::ViewId ending(std::string_view relative) const;
    /// The view that the code of a page (TypeFlag::Page) names relative to it; invalid for other types.
    [[nodiscard]] core::ViewId beside(core::TypeId page, std::string_view path) const;
    /// Path below the web root, starting with a slash.
    [[nodiscard]] const std::string& webPath(core::ViewId view) const { return m_webPaths[view.value]; }
    [[nodiscard]] const web::ViewFacts& facts(core::ViewId view) const { return *m_viewFacts[view.value]; }
    [[nodiscard]] std::size_t size() const { return m_viewFacts.size(); }
    /// What the modules of components ask for.
    [[nodiscard]] const ScriptAddresses& addresses() const { return m_addresses; }

private:
    struct Resolver {
        std::string prefix;
        std::string suffix;
        friend auto operator<=>(const Resolver&, const Resolver&) = default;
    };
    void addResolvers(const CodeIndex& index, const ProjectFacts& facts);
    void addResolver(std::string prefix, std::string suffix);
    void addTiles(const ProjectFacts& facts);
    void tilesViews(const config::TilesDefinition& definition, const std::vector<std::string>& wildcards, int depth,
                    std::vector<core::ViewId>& out) const;

    core::CodeModel& m_model;
    ScriptAddresses m_addresses;
    std::vector<const web::ViewFacts*> m_viewFacts;
    std::vector<std::string> m_webPaths;
    std::unordered_map<std::string, core::ViewId> m_byWebPath;
    std::unordered_map<std::string, std::vector<core::ViewId>> m_byFileName;
    std::vector<Resolver> m_resolvers;
    std::vector<const config::TilesDefinition*> m_tiles;
};

} // namespace naru::analyzers::graph
