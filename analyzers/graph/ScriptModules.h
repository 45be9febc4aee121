#pragma once

#include "analyzers/graph/ProjectFacts.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// Modules of JavaScript and TypeScript: which one an import means, and which functions a name of one leads to.
class ScriptModules {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    /// A function, class or constant of a module.
    struct Place {
        std::uint32_t module = 0;
        std::uint32_t region = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    using PlaceVisitor = std::function<void(Place)>;

    ScriptModules(const core::CodeModel& model, const ProjectFacts& facts);

    [[nodiscard]] bool empty() const { return m_modules.empty(); }
    /// The module of a file; kNone when it is none.
    [[nodiscard]] std::uint32_t of(core::FileId file) const;
    [[nodiscard]] const web::ScriptModule& at(std::uint32_t module) const { return *m_modules[module].facts; }
    [[nodiscard]] core::FileId file(std::uint32_t module) const { return m_modules[module].file; }
    [[nodiscard]] std::string_view path(std::uint32_t module) const { return m_modules[module].path; }
    /// Of an import, by its place in the module; kNone for packages.
    [[nodiscard]] std::uint32_t imported(std::uint32_t module, std::size_t import) const { return m_modules[module].imports[import]; }
    /// The import under a name that a module uses; nothing when there is none.
    [[nodiscard]] std::size_t importOf(std::uint32_t module, std::string_view local) const;

    /// What a name used in a region means ("load", "orderApi.list", "this.orders.load").
    void meant(Place from, std::string_view chain, const PlaceVisitor& f) const;
    /// All that a module runs when it is drawn, with what that calls in other modules; functions of other screens left out.
    [[nodiscard]] std::set<Place> reached(std::uint32_t module) const;
    /// True when a region is another one, or stands in it.
    [[nodiscard]] bool within(std::uint32_t module, std::uint32_t region, std::uint32_t outer) const;

    static constexpr std::size_t kNoImport = static_cast<std::size_t>(-1);

private:
    struct Module {
        core::FileId file;
        std::string_view path;
        const web::ScriptModule* facts = nullptr;
        std::vector<std::uint32_t> imports; ///< module of each
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> regions; ///< by name, but the whole module
    };
    using Parts = std::vector<std::string_view>;

    /// Regions of that name, in their order.
    template <typename F> void eachNamed(std::uint32_t module, std::string_view name, F&& f) const
    {
        const auto found = m_modules[module].regions.find(name);
        if (found != m_modules[module].regions.end())
            for (const std::uint32_t region : found->second)
                f(region);
    }
    void add(core::FileId file, std::string_view path, const web::ScriptModule& facts);
    [[nodiscard]] std::uint32_t find(std::string_view from, std::string_view name) const;
    void resolve(Place from, const Parts& parts, int depth, const PlaceVisitor& f) const;
    void ofImport(std::uint32_t module, std::size_t import, const Parts& rest, int depth, const PlaceVisitor& f) const;
    bool exported(std::uint32_t module, std::string_view name, const Parts& rest, int depth, const PlaceVisitor& f) const;
    bool inside(Place outer, const Parts& rest, int depth, const PlaceVisitor& f) const;

    std::vector<Module> m_modules;
    std::unordered_map<std::uint32_t, std::uint32_t> m_byFile;
    std::unordered_map<std::string, std::uint32_t> m_byPath;              ///< with and without its ending, folder of an index
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_byName; ///< by the last name of these paths
};

} // namespace naru::analyzers::graph
