#pragma once

#include "analyzers/web/ScriptCalls.h"
#include "analyzers/web/ScriptScanner.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

constexpr char kParameterMark = '\x01'; ///< in a ScriptTemplate, before the letter of a parameter
constexpr char kMethodMark = '\x03';    ///< before the method that stands beside an address: { url: '/orders', method: 'POST' }
constexpr std::string_view kGivenBack = "@"; ///< behind the name of a function: the address that it gives back
constexpr char kNameMark = '\x02';      ///< around a name whose value another place tells: "\x02API_URL\x02/orders"

/// A name that a module gets from another one, or gives on under another name.
struct ScriptImport {
    std::string local;  ///< "*" where all is given on; empty for a module that only runs
    std::string name;   ///< "default", "*" for the module as a whole
    std::string module; ///< as written; empty for a name of this module
};

/// A function, class, object or constant with a name. The first of a module stands for the code outside of all of them.
struct ScriptRegion {
    std::string name; ///< "default" for what a module exports without a name
    std::uint32_t parent = 0;
    std::vector<std::string> uses; ///< "load", "orderApi.list", "this.http.get": at most three names, sorted
};

/// A call that asks a server, or hands an address to a function of the application.
struct ScriptRequest {
    std::string callee; ///< as in `uses`; empty when nothing tells
    std::vector<ScriptTemplate> args;
    ScriptTemplate url; ///< empty when only the function called knows
    std::string method; ///< GET, POST ..., or empty
    std::uint32_t region = 0;
    std::uint32_t line = 0;
    bool link = false; ///< opens an address instead of asking for data: <a href>, location.href
};

struct ScriptConstant {
    std::string name; ///< "API_URL", "environment.apiUrl"; of a class "Orders.BASE", of `this` "this.base"
    ScriptTemplate value;
};

/// What a variable is: an object of a class, or what a function gives back: orders -> OrderService, store -> useStore.
struct ScriptAlias {
    std::string name;
    std::string target;
};

/// The address that a client puts before all others: axios.create({ baseURL: '/api' }).
struct ScriptBase {
    std::string callee; ///< "axios" for axios.defaults.baseURL
    ScriptTemplate value;
};

/// What a module of JavaScript or TypeScript says.
struct ScriptModule {
    std::vector<ScriptImport> imports;
    std::vector<ScriptRegion> regions; ///< empty when the script is no module
    std::vector<ScriptRequest> requests;
    std::vector<ScriptConstant> constants;
    std::vector<ScriptAlias> aliases;
    std::vector<ScriptBase> bases;
    std::vector<std::string> templates; ///< pages of components of Angular, relative to the module
    bool screen = false;                ///< it draws something itself: JSX, or a component of Angular with its page in it

    [[nodiscard]] bool empty() const { return regions.empty(); }
};

/// Whether a script imports or exports something; cheap.
bool isScriptModule(std::string_view code);

/// Reads a module; tolerant, linear in time, never fails.
ScriptModule readScriptModule(std::string_view code, ScriptDialect dialect);

/// The scripts of a component of Vue; all other characters are blanks, so that lines stay.
std::string scriptsOfComponent(std::string_view text);

} // namespace naru::analyzers::web
