#pragma once

#include "core/model/CodeModel.h"

#include <string>
#include <string_view>

namespace naru::analyzers::audit {

/// How comments and strings are written in a file. CFamily is C and C++ with their preprocessor: raw strings, comments that go on
/// behind a backslash, and what stands below `#if 0`.
enum class Syntax { CLike, CFamily, Jsp, Xml, Sql, Hash, Plain };

Syntax syntaxOf(std::string_view path, core::Language language);

/// The text with every comment blanked by spaces; line ends stay, so that offsets and
/// lines are those of the original. With `strings` false the contents of string literals are blanked too.
std::string maskComments(std::string_view text, Syntax syntax, bool strings = true);

} // namespace naru::analyzers::audit
