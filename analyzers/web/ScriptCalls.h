#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

/// Texts of scripts that are put together: constants as written, `{}` for what nothing tells, and parameters of the function as marks
/// that filledIn() replaces.
using ScriptTemplate = std::string;

/// A call of a function of the application: this.fnc_TransactionCall(this, this.sPACKAGE, "SAVE00").
struct ScriptCall {
    std::string callee;
    std::vector<ScriptTemplate> args;
    std::uint32_t line = 0;
};

/// A function that makes addresses of what it is given: gfn_transaction = function(id, program, method) { this.transaction(id, "/erp/" + program + ".do") }.
struct ScriptWrapper {
    std::string name;
    std::vector<ScriptTemplate> urls;
    std::vector<ScriptCall> calls; ///< of other functions, with what it is given
};

struct ScriptCalls {
    std::vector<ScriptCall> calls; ///< with at least one constant
    std::vector<ScriptWrapper> wrappers;
};

/// Reads a script of an X-internet client (Nexacro, XPlatform, MiPlatform); tolerant, never fails. Variables and properties hold what was last assigned before,
/// in the order of the text. `lineOf` tells the line of an offset.
ScriptCalls readScriptCalls(std::string_view code, const std::function<std::uint32_t(std::size_t)>& lineOf);

/// A template with the arguments of a call in the place of the parameters; `{}` for those that are not given.
std::string filledIn(const ScriptTemplate& text, const std::vector<ScriptTemplate>& args);

/// True for `include "lib::common.xjs"` and its like: calls f(file).
void eachScriptInclude(std::string_view code, const std::function<void(std::string_view)>& f);

/// Modules of the application that a script imports: calls f("@/api/order"), f("./order.js"). Those of packages are left out.
void eachScriptImport(std::string_view code, const std::function<void(std::string_view)>& f);

} // namespace naru::analyzers::web
