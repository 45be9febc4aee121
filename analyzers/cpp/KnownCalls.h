#pragma once

#include <string_view>

namespace naru::analyzers::cpp {

/// What the name of a called function says, whoever declares it.
enum class KnownCall {
    None,
    ServiceCall,  ///< argument 0 names a service: tpcall, tpacall ...
    Advertise,    ///< argument 0 names a service, argument 1 is its function
    Boundary,     ///< opens or ends a transaction
    BoundaryText, ///< a text argument may be BEGIN or COMMIT
    Listen,       ///< the caller serves a socket
    Thread,       ///< one of the arguments runs in a thread of its own
    Compare,      ///< compares two texts
    RpcRegister,  ///< one of the arguments is a dispatch function
    Route,        ///< argument 0 is a path of HTTP; the name of the function is the method
    RouteHandler, ///< an argument is a path, another the handler
    Connect,      ///< functions among the arguments are a signal and a slot of Qt
    CgiVariable,  ///< argument 0 may be a variable of CGI
    CgiLoop,      ///< FCGI_Accept and the like
    Copy,         ///< writes a text into argument 0: strcpy, sprintf
    Append,       ///< adds a text to argument 0: strcat
};

KnownCall knownCall(std::string_view name);

/// Position of the text, or of the format, of a Copy or Append.
int textArgument(std::string_view name);

/// `text` is a statement that opens or ends a transaction.
bool isBoundaryText(std::string_view text);

/// HTTP method of a Route by the name of the function (Get, PostAsync, del ...); empty when it is none.
std::string_view routeMethod(std::string_view name);

} // namespace naru::analyzers::cpp
