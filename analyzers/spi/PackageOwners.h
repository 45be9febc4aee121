#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

// Whose code a package is, by the folder in which its files stand: `kr/go/tax/bill`.

/// A package of a library that nobody writes for one system.
[[nodiscard]] bool isLibraryPackage(std::string_view folder);

/// The leading part of a package that tells who wrote it: three names below a general domain (com, org, kr ...), else two.
[[nodiscard]] std::string ownerOf(std::string_view folder);

/// The package folder of a class file inside an archive.
[[nodiscard]] std::string_view packageFolder(std::string_view path);

/// Whose packages a folder of the tree may hold. Below a folder of sources that is known by its name (src/main/java, WEB-INF/classes ...)
/// the package is told; elsewhere it may begin at the root or with any name of a domain.
[[nodiscard]] std::vector<std::string> ownersOfFolder(std::string_view folder);

} // namespace naru::analyzers
