#pragma once

#include "analyzers/graph/EntryIndex.h"
#include "analyzers/graph/ViewCatalog.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// A link in a script that a page loads.
struct LoadedLink {
    const web::ViewLink* link = nullptr;
    core::FileId file;
};

/// Which URLs of script files a page can reach: those outside of functions of the scripts that it or a page it includes loads, and
/// those in functions that the page, such code, or a function reached so names. A page that others include (or load by URL) also
/// has their scripts, but only what it names itself.
class PageScripts {
public:
    PageScripts(const core::CodeModel& model, const ProjectFacts& facts, const ViewCatalog& views, const EntryIndex& entries);

    [[nodiscard]] std::vector<LoadedLink> links(core::ViewId view) const;

private:
    struct Place {
        std::uint32_t script = 0;
        std::uint32_t function = 0;
    };

    [[nodiscard]] std::uint32_t scriptAt(const std::string& url, core::ViewId from) const;
    void addScripts(const core::CodeModel& model, const EntryIndex& entries);
    void addPages();
    [[nodiscard]] std::vector<std::uint32_t> scriptsOf(core::ViewId view, const std::vector<std::vector<core::ViewId>>& next) const;

    const core::CodeModel& m_model;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    std::unordered_map<std::string, std::uint32_t> m_byPath;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_byName;
    std::unordered_map<std::uint64_t, std::vector<Place>> m_functions; ///< by the hash of the name
    std::vector<std::vector<std::uint32_t>> m_own;      ///< by view: the scripts that it loads
    std::vector<std::vector<core::ViewId>> m_included;  ///< by view
    std::vector<std::vector<core::ViewId>> m_includers; ///< by view
};

} // namespace naru::analyzers::graph
