#pragma once

#include "core/model/CodeModel.h"

#include <vector>

namespace naru::analyzers::audit {

class AuditContext;

/// By file: whether it is no part of the program that is deployed. That are, besides tests: the files of the set "not-deployed" of the
/// rules; modules of samples (the set "samples") beside a larger program; code that imports a library for tests, and the modules that
/// mostly consist of such code; products of others that were unpacked into a folder named for them and their version; and what is read but
/// sets nothing: texts of the screen in several languages, and descriptions of an interface (OpenAPI, Swagger).
std::vector<bool> filesAside(AuditContext& context);

} // namespace naru::analyzers::audit
