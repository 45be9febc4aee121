#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::audit {

/// Findings of these weaknesses (CWE 256, 259, 321, 798: passwords and keys in code) quote secrets.
bool quotesSecrets(const std::vector<int>& cwe);

/// A line of source with whatever could be a secret replaced by "***": the content of string literals and attributes, the
/// text of XML elements, and the value behind the first '=' or ':' of a line without literals. Reports travel; secrets must not.
std::string withoutSecrets(std::string_view line);

} // namespace naru::analyzers::audit
