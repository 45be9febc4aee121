#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

// What can be read of a body without types: the second reading of units that clang understood in part. Whatever depends on a type
// that is missing clang leaves out of its tree, and with it calls whose names stand in the text.

/// What stands before the name of a call.
enum class LooseRoot : std::uint32_t {
    None,    ///< f()
    This,    ///< this->f()
    Name,    ///< a.f(): a variable that the body does not declare
    Type,    ///< T::f(), or a variable of a type that is written in the body
    Call,    ///< g().f()
    Unknown, ///< an expression that is not followed
};

struct LooseCall {
    std::string name;
    LooseRoot root = LooseRoot::None;
    std::string rootText;           ///< of Name and Type
    std::size_t rootCall = 0;       ///< of Call: index into LooseBody::calls
    bool element = false;           ///< what a container or iterator of that type holds is meant: (*it).f(), it->f(), list[i].f()
    std::vector<std::string> fields; ///< a.b.c.f(): b, c
    std::vector<std::string> literals; ///< by argument: its text when it is a lone string, or "1slot" and "2signal" of Qt
    std::vector<std::string> names;    ///< by argument: f of f and &f, A::f of &A::f; empty for other expressions
    std::uint32_t line = 0;
};

struct LooseBody {
    std::string scope; ///< A::B of what is defined as A::B::f, or in the braces of A::B
    std::string name;
    std::string parameters; ///< types, as in a signature: "QString,int"
    std::uint32_t headLine = 0; ///< of the first word of the definition
    std::uint32_t line = 0;     ///< of the name
    std::uint32_t endLine = 0;
    std::vector<LooseCall> calls;
    std::vector<std::pair<std::string, std::uint32_t>> strings; ///< texts that are no argument alone, with their lines
    std::map<std::string, std::string> variables;               ///< parameters and locals with their types as written
};

std::vector<LooseBody> readLoose(std::string_view text);

} // namespace naru::analyzers::cpp
