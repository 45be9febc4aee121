#include "analyzers/spi/SourceTree.h"

#include "analyzers/spi/Archive.h"
#include "analyzers/spi/ArchiveTree.h"
#include "analyzers/spi/FileKinds.h"
#include "analyzers/spi/FolderListing.h"
#include "analyzers/spi/MappedPages.h"

#include "core/base/Files.h"

#include <algorithm>
#include <system_error>
#include <unordered_set>

namespace naru::analyzers {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::failure;

namespace {

/// Tests of C and C++ that stand beside what they test, and have no other mark.
void markTestsBesideCode(SourceTree& tree)
{
    std::unordered_set<std::string_view> stems;
    for (const TreeFile& file : tree.files)
        if (isNative(file.language))
            stems.insert(std::string_view(file.path).substr(0, file.path.rfind('.')));
    for (TreeFile& file : tree.files)
        if (const std::string_view tested = testedStem(file.path); !tested.empty())
            file.test = file.test || stems.contains(tested);
}

/// A package of the system may be called `test`: what lies in it is a test only if its text says so.
void clearTestsOfPackages(SourceTree& tree, const ReadLimits& limits)
{
    for (TreeFile& file : tree.files) {
        if (!file.test || file.content != nullptr || file.bytes > limits.fileBytes || !isInTestPackage(file.path))
            continue;
        if (const auto bytes = core::readFile(file.absolute, limits.fileBytes))
            file.test = usesTestFramework(*bytes);
    }
}

} // namespace

bool isSourceRoot(const fs::path& path)
{
    std::error_code error;
    return fs::is_directory(path, error) || (fs::is_regular_file(path, error) && isArchiveName(core::toUtf8(path.filename())));
}

core::Result<SourceTree> listFolder(const fs::path& root, const ReadLimits& limits, core::Job& job, KnownFolders* known)
{
    std::error_code error;
    const fs::file_status status = fs::status(root, error);
    if (status.type() == fs::file_type::not_found)
        return failure(ErrorCode::NotFound, "analysis.tree.not-found", {}, core::toUtf8(root));
    if (error)
        return failure(ErrorCode::NotReadable, "analysis.tree.not-readable", {{"detail", error.message()}}, core::toUtf8(root));
    if (fs::is_regular_file(status) && isArchiveName(core::toUtf8(root.filename())))
        return listArchive(root, limits, job);
    if (!fs::is_directory(status))
        return failure(ErrorCode::InvalidArgument, "analysis.tree.not-a-folder", {}, core::toUtf8(root));
    SourceTree tree;
    tree.root = root;
    KnownFolders none;
    if (auto listed = listFiles(tree, limits, known != nullptr ? *known : none, job); !listed)
        return std::unexpected(listed.error());
    return tree;
}

void tellKinds(SourceTree& tree, const ReadLimits& limits)
{
    std::string_view folder;
    bool inTestFolder = false;
    for (TreeFile& file : tree.files) // those of a folder follow each other
        if (file.content == nullptr) {
            const std::string_view path = file.path;
            if (const std::string_view own = path.substr(0, path.rfind('/') + 1); own != folder) {
                folder = own;
                inTestFolder = isInTestFolder(folder);
            }
            file.language = languageOf(path);
            file.test = isTestPath(path, inTestFolder);
        }
    markTestsBesideCode(tree);
    clearTestsOfPackages(tree, limits);
    tellMappedPages(tree, limits);
}

core::Result<SourceTree> listTree(const fs::path& root, const ReadLimits& limits, core::Job& job)
{
    auto tree = listFolder(root, limits, job);
    if (tree) {
        tellKinds(*tree, limits);
        addArchives(*tree, limits, job);
    }
    return tree;
}

} // namespace naru::analyzers
