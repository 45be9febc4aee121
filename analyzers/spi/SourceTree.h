#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/base/TextRoom.h"
#include "core/model/CodeModel.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

class KnownFolders;

/// Limits under which hostile or accidental input is read.
struct ReadLimits {
    std::uintmax_t fileBytes = std::uintmax_t{32} << 20; ///< larger files are skipped with a diagnostic
    std::size_t files = 2'000'000;
    int depth = 64;
};

/// One file below a root, not yet read. The names of it lie in those of the tree.
struct TreeFile {
    std::string_view absolute; ///< where it lies, as the system names it; not a path object, whose parts cost more than the listing
    std::string_view path;     ///< below the root, '/' as separator, valid UTF-8 (invalid bytes escaped)
    std::uintmax_t bytes = 0;
    core::Language language = core::Language::Other;
    bool test = false;
    std::int64_t changed = 0;                   ///< when its content or name last changed (nanoseconds since 1970); 0 when unknown
    std::shared_ptr<const std::string> content; ///< of a file inside an archive; else the file is read from `absolute`
};

struct SourceTree {
    std::filesystem::path root;
    std::vector<TreeFile> files; ///< by path
    std::vector<core::Diagnostic> diagnostics;
    std::shared_ptr<core::TextRoom> names = std::make_shared<core::TextRoom>();
};

/// Lists the files of a system: follows no link out of the root and no loop,
/// leaves out version control, build output, node_modules. The root may also be an archive (WAR, EAR, JAR, zip), which is unpacked in
/// memory. Archives inside are read when they belong to the system: modules, and libraries whose packages are those of its own code.
/// Errors: NotFound, NotReadable, Malformed (a broken archive), InvalidArgument (neither a folder nor an archive), Cancelled.
core::Result<SourceTree> listTree(const std::filesystem::path& root, const ReadLimits& limits, core::Job& job);

/// The same without what lies in the archives of a folder (addArchives in ArchiveTree.h adds it), and with names, sizes and dates only:
/// whoever finds that nothing has changed need not know more. tellKinds() tells the rest. `known`: what an earlier listing of the root found,
/// and then what this one found.
core::Result<SourceTree> listFolder(const std::filesystem::path& root, const ReadLimits& limits, core::Job& job,
                                    KnownFolders* known = nullptr);

/// Fills in the language of each listed file and whether it is a test.
void tellKinds(SourceTree& tree, const ReadLimits& limits);

/// A folder, or an archive by its name.
[[nodiscard]] bool isSourceRoot(const std::filesystem::path& path);

/// Name of an encoding that could not be told.
inline constexpr std::string_view kUnknownEncoding = "unknown";

/// Bytes as UTF-8: BOM, then valid UTF-8, else the declared encoding (XML, JSP page directive),
/// else CP949 (of which EUC-KR is a part) where it reads as Korean, or a Latin script. In an encoding that is none of these letters
/// beyond ASCII are replaced. `encoding` receives the name that was used, or kUnknownEncoding. Binary content (NUL bytes) is NotReadable.
core::Result<std::string> decodeText(std::string bytes, std::string_view path, std::string* encoding = nullptr);

} // namespace naru::analyzers
