#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Addresses that screens of X-internet clients (Nexacro, XPlatform, MiPlatform) ask for through functions of the application, which put
/// them together of what they are given: this.gfn_call("BOARD", "save") for /erp/BOARD/save.do. A function is one of the screen, one of a
/// library that it includes, or else the one of that name that lies nearest.
class ScriptWrappers {
public:
    ScriptWrappers(const core::CodeModel& model, const ProjectFacts& facts, const ViewCatalog& views);

    /// Calls f(address, line of the call); parts that nothing tells are `{}`.
    void eachAddress(core::ViewId view, const std::function<void(const std::string&, std::uint32_t)>& f) const;

private:
    struct Known {
        const web::ScriptWrapper* wrapper = nullptr;
        std::string_view path; ///< of the file
    };
    [[nodiscard]] const web::ScriptWrapper* named(const std::string& name, core::ViewId view) const;
    void expand(const web::ScriptCall& call, core::ViewId view, int depth, const std::function<void(const std::string&)>& f) const;

    const core::CodeModel& m_model;
    const ViewCatalog& m_views;
    std::unordered_map<std::string_view, std::vector<Known>> m_wrappers; ///< of libraries, by name
};

} // namespace naru::analyzers::graph
