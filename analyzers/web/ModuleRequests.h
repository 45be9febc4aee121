#pragma once

#include "analyzers/web/ModuleValues.h"
#include "analyzers/web/ScriptModule.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

/// Finds the calls of a module that ask a server, and those that hand an address on.
class ModuleRequests {
public:
    ModuleRequests(const ScannedScript& script, ModuleValues& values) : m_script(script), m_values(values) {}

    /// A name of the script, in the order of the text. `member`: behind a dot; `key`: of an object.
    void name(std::uint32_t at, bool member, bool key, std::uint32_t region);

    std::vector<ScriptRequest> take() { return std::move(m_out); }

    /// method: 'POST' among the entries of an object that opens at a token.
    [[nodiscard]] std::string methodBeside(std::uint32_t key) const;

private:
    void call(std::uint32_t named, std::uint32_t open, std::uint32_t region);
    void options(std::uint32_t at, std::uint32_t region);
    void opened(std::uint32_t at, std::uint32_t region);
    void add(ScriptRequest made, std::uint32_t at);
    [[nodiscard]] std::uint32_t calledBefore(std::uint32_t open) const;
    [[nodiscard]] std::string calleeOf(std::uint32_t named) const;
    [[nodiscard]] std::string statedMethod(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] std::string methodValue(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t objectAround(std::uint32_t at) const;

    const ScannedScript& m_script;
    ModuleValues& m_values;
    std::vector<ScriptRequest> m_out;
    std::map<std::string_view, std::string> m_methods; ///< of objects in variables: options = { method: 'POST' }
    std::size_t m_counted = 0;                         ///< offset up to which lines were counted
    std::uint32_t m_line = 1;
};

} // namespace naru::analyzers::web
