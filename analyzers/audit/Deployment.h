#pragma once

#include "core/model/CodeModel.h"

#include <string_view>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::audit {

class AuditContext;

/// By file: whether it is no part of the program that is deployed. That are, besides tests: the files of the set "not-deployed" of the
/// rules; modules of samples (the set "samples") beside a larger program; code that imports a library for tests, and the modules that
/// mostly consist of such code; products of others that were unpacked into a folder named for them and their version; and what is read but
/// sets nothing: texts of the screen in several languages, descriptions of an interface (OpenAPI, Swagger)
/// and of a partner of a sign-on (SAML).
std::vector<bool> filesAside(AuditContext& context);

/// Where the Java sources of a tree lie, and what follows from it for files of settings beside them.
class SourceFolders {
public:
    explicit SourceFolders(const core::CodeModel& model);
    /// The program itself reads the settings in this file: it lies among its main sources or resources or in a folder of settings, is a
    /// descriptor or a file of properties, or lies at the root of a module or in one with sources that has no such order. What remains belongs to other products
    /// around it (gateways, monitoring, identity servers, tools) or is data.
    [[nodiscard]] bool readsSettings(std::string_view path) const;

private:
    std::unordered_set<std::string_view> m_withJava; ///< folders with Java sources below them; the names lie in the model
    std::unordered_set<std::string_view> m_ordered;  ///< of these, with src/main below them
};

} // namespace naru::analyzers::audit
