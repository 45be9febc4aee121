#pragma once

#include "analyzers/graph/ScriptModules.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// An address that a screen asks for through its modules.
struct AskedAddress {
    std::string url;    ///< parts that nothing tells are `{}`
    std::string method; ///< empty when nothing tells it
    core::FileId file;
    std::uint32_t line = 0;
    bool link = false; ///< opened, not asked for data
};

/// The addresses of the requests that screens reach: constants of other modules put in, with what functions of the application and the
/// bases of their clients put before them.
class ScriptAddresses {
public:
    ScriptAddresses(const core::CodeModel& model, const ProjectFacts& facts);

    [[nodiscard]] bool empty() const { return m_modules.empty(); }
    /// Of a file that is a module or the page of one; each address once.
    [[nodiscard]] std::vector<AskedAddress> of(core::FileId file) const;
    /// Whether a screen of the front end asks for anything.
    [[nodiscard]] bool asks(core::FileId file) const { return !of(file).empty(); }

private:
    using Place = ScriptModules::Place;
    using Texts = std::vector<std::string>;
    struct Found {
        Texts urls;
        std::string method;
    };

    void expand(Place from, const web::ScriptRequest& request, std::vector<AskedAddress>& out) const;
    void throughFunctions(Place from, const web::ScriptRequest& request, const std::vector<std::string>& args, int depth, std::vector<Found>& out) const;
    void ofFunction(Place from, Place callee, const std::string& method, const std::vector<std::string>& given, int depth, std::vector<Found>& out) const;
    [[nodiscard]] Texts filled(std::uint32_t module, const std::string& text, int depth) const;
    [[nodiscard]] Texts valuesOf(std::uint32_t module, std::string_view name, int depth) const;
    [[nodiscard]] Texts exportedValues(std::uint32_t module, std::string_view name, int depth) const;
    [[nodiscard]] std::string baseOf(Place from, std::string_view callee) const;
    [[nodiscard]] std::string ownPath(std::string base) const;

    ScriptModules m_modules;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_pages;           ///< by file: components whose page it is
    std::vector<std::vector<std::vector<std::uint32_t>>> m_requests;       ///< by module and region
    std::vector<std::pair<std::uint32_t, const web::ScriptBase*>> m_bases; ///< of axios.defaults and its like
    std::vector<std::string> m_contexts;                                   ///< paths of the applications, as their settings state them
};

} // namespace naru::analyzers::graph
