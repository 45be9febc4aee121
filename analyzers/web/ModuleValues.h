#pragma once

#include "analyzers/web/ModuleRegions.h"
#include "analyzers/web/ScriptModule.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

/// What the expressions of a module give as texts, by the variables assigned before.
class ModuleValues {
public:
    ModuleValues(const ScannedScript& script, const std::vector<RegionSpan>& regions);

    void enter(std::uint32_t region);
    void leave();
    [[nodiscard]] std::uint32_t region() const { return m_inside.back().region; }

    /// The text of an expression; names that nothing here tells stand between marks, `{}` for the rest.
    ScriptTemplate valueAt(std::uint32_t at);
    /// A variable of the innermost function gets what an expression gives.
    void assign(std::string_view name, std::uint32_t at, bool added);
    void assignField(std::string_view name, std::uint32_t at);

    /// Variables outside of functions, and fields as "this.name".
    [[nodiscard]] std::vector<ScriptConstant> constants() const;

private:
    struct Inside {
        std::uint32_t region = 0;
        std::map<std::string_view, std::string> variables;
    };

    ScriptTemplate expression(std::uint32_t& at, int depth);
    ScriptTemplate term(std::uint32_t& at, int depth);
    ScriptTemplate pieces(std::uint32_t& at, int depth);
    ScriptTemplate chain(std::uint32_t& at, int depth);
    ScriptTemplate called(const std::vector<std::string_view>& parts, const ScriptTemplate& before, std::uint32_t open, int depth);
    [[nodiscard]] ScriptTemplate named(const std::vector<std::string_view>& parts) const;

    const ScannedScript& m_script;
    const std::vector<RegionSpan>& m_regions;
    std::vector<Inside> m_inside;
    std::map<std::string_view, std::string> m_fields;
};

/// A text that may be an address or the end of one: with a slash, or a name or parameter at its beginning.
bool mayBeAddress(std::string_view text);

} // namespace naru::analyzers::web
