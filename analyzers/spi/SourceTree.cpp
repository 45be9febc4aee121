#include "analyzers/spi/SourceTree.h"

#include "analyzers/spi/Archive.h"
#include "analyzers/spi/ArchiveTree.h"
#include "analyzers/spi/FileKinds.h"

#include "core/base/Files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <unordered_set>

namespace naru::analyzers {

namespace fs = std::filesystem;
using core::Diagnostic;
using core::ErrorCode;
using core::failure;
using core::Severity;

namespace {

bool existsIn(const fs::path& folder, std::initializer_list<const char*> names)
{
    std::error_code error;
    return std::ranges::any_of(names, [&](const char* name) { return fs::exists(folder / name, error); });
}

/// Folders that hold no source of the system. Names of build output may also be packages, so these are left
/// out only beside the file of the build tool that writes there.
bool isLeftOut(const std::string& folder, std::string_view name)
{
    constexpr std::string_view kNever[] = {".git",  ".svn",    ".hg",  ".bzr",      "CVS",       "node_modules", "bower_components",
                                           ".idea", ".gradle", ".mvn", ".settings", ".metadata", ".vscode",      "__MACOSX"};
    if (std::ranges::find(kNever, name) != std::end(kNever))
        return true;
    if (name.starts_with("CompilerId") || name == "CMakeTmp" || name == "CMakeScratch") { // what CMake tries the compiler with
        const fs::path parent(folder);
        return parent.filename() == "CMakeFiles" || parent.parent_path().filename() == "CMakeFiles";
    }
    if (name == "target")
        return existsIn(folder, {"pom.xml", "build.sbt"});
    if (name == "build" || name == "dist")
        return existsIn(folder, {"build.gradle", "build.gradle.kts", "build.xml"});
    if (name == "bin")
        return existsIn(folder, {".classpath", ".project"});
    if (name == "out")
        return existsIn(folder, {".idea"});
    return false;
}

/// An open folder.
class FolderStream {
public:
    /// `name` is a path, or lies in the open folder `parent`; a link is followed in a path only.
    FolderStream(int parent, const char* name)
    {
        const int file = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (parent == AT_FDCWD ? 0 : O_NOFOLLOW));
        m_stream = file < 0 ? nullptr : ::fdopendir(file);
        if (file >= 0 && m_stream == nullptr)
            ::close(file);
    }
    FolderStream(const FolderStream&) = delete;
    FolderStream& operator=(const FolderStream&) = delete;
    ~FolderStream()
    {
        if (m_stream != nullptr)
            ::closedir(m_stream);
    }
    [[nodiscard]] bool isOpen() const { return m_stream != nullptr; }
    [[nodiscard]] int descriptor() const { return ::dirfd(m_stream); }
    /// The next entry; null at the end, and with errno other than 0 when it could not be read.
    const dirent* next()
    {
        errno = 0;
        return ::readdir(m_stream);
    }

private:
    DIR* m_stream = nullptr;
};

/// Works on the names as the system gives them, and asks for each below its open folder: of a large tree without changes the listing is most
/// of what a run costs.
class Lister {
public:
    Lister(const ReadLimits& limits, core::Job& job, SourceTree& tree) : m_limits(limits), m_job(job), m_tree(tree) {}

    core::Result<void> run()
    {
        readFolder({m_tree.root.native(), {}, 0}, AT_FDCWD, m_tree.root.c_str());
        if (m_job.cancelled())
            return failure(ErrorCode::Cancelled, "analysis.cancelled");
        std::ranges::sort(m_tree.files, {}, &TreeFile::path);
        std::ranges::sort(m_tree.diagnostics);
        return {};
    }

private:
    struct Folder {
        std::string absolute;
        std::string path;
        int depth;
    };

    /// As deep as ReadLimits allows, with one open folder for each level.
    void readFolder(const Folder& folder, int parent, const char* name)
    {
        if (m_job.cancelled())
            return;
        FolderStream stream(parent, name);
        if (!stream.isOpen()) {
            note(Severity::Warning, "analysis.tree.folder-not-readable", folder.path, std::generic_category().message(errno));
            return;
        }
        std::vector<Folder> folders;
        while (const dirent* entry = stream.next()) {
            const std::string_view found(entry->d_name);
            if (found != "." && found != "..")
                readEntry(folder, stream.descriptor(), *entry, folders);
        }
        if (errno != 0)
            note(Severity::Warning, "analysis.tree.folder-not-readable", folder.path, std::generic_category().message(errno));
        for (const Folder& inner : folders)
            readFolder(inner, stream.descriptor(), inner.absolute.c_str() + inner.absolute.rfind('/') + 1);
    }

    void readEntry(const Folder& folder, int descriptor, const dirent& entry, std::vector<Folder>& folders)
    {
        const std::string name = escapeInvalidUtf8(entry.d_name);
        const std::string path = folder.path.empty() ? name : folder.path + "/" + name;
        const auto enter = [&] { enterFolder(folder, childOf(folder, entry), name, path, folders); };
        if (entry.d_type == DT_DIR) { // nothing else is to be known of it
            enter();
            return;
        }
        struct stat info = {};
        if (::fstatat(descriptor, entry.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) { // asked once for all that is to be known
            note(Severity::Warning, "analysis.tree.file-not-readable", path, std::generic_category().message(errno));
        } else if (S_ISLNK(info.st_mode)) {
            // What a link points to lies either inside the root, where it is found anyway, or outside, where nothing is read.
            note(Severity::Info, "analysis.tree.link-skipped", path, {});
        } else if (S_ISDIR(info.st_mode)) {
            enter();
        } else if (S_ISREG(info.st_mode)) {
            addFile(childOf(folder, entry), path, info);
        }
    }

    static std::string childOf(const Folder& folder, const dirent& entry)
    {
        std::string path;
        path.reserve(folder.absolute.size() + 1 + std::strlen(entry.d_name));
        path += folder.absolute;
        if (!path.ends_with('/'))
            path += '/';
        path += entry.d_name;
        return path;
    }

    void enterFolder(const Folder& parent, std::string absolute, const std::string& name, const std::string& path,
                     std::vector<Folder>& folders)
    {
        if (isLeftOut(parent.absolute, name))
            return;
        if (parent.depth + 1 >= m_limits.depth)
            note(Severity::Warning, "analysis.tree.too-deep", path, std::to_string(m_limits.depth));
        else
            folders.push_back({std::move(absolute), path, parent.depth + 1});
    }

    void addFile(std::string absolute, const std::string& path, const struct stat& info)
    {
        if (m_tree.files.size() >= m_limits.files) {
            if (!m_full)
                note(Severity::Warning, "analysis.tree.too-many-files", path, std::to_string(m_limits.files));
            m_full = true;
            return;
        }
        const std::int64_t changed = static_cast<std::int64_t>(info.st_ctim.tv_sec) * 1'000'000'000 + info.st_ctim.tv_nsec;
        m_tree.files.push_back(
            {std::move(absolute), path, static_cast<std::uintmax_t>(info.st_size), core::Language::Other, false, changed, {}});
    }

    void note(Severity severity, std::string_view code, const std::string& path, const std::string& detail)
    {
        m_tree.diagnostics.push_back(
            {severity, std::string(code), path, 0, detail.empty() ? core::TextArgs{} : core::TextArgs{{"detail", detail}}});
    }

    const ReadLimits& m_limits;
    core::Job& m_job;
    SourceTree& m_tree;
    bool m_full = false;
};

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

core::Result<SourceTree> listFolder(const fs::path& root, const ReadLimits& limits, core::Job& job)
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
    fs::directory_iterator probe(root, error);
    if (error)
        return failure(ErrorCode::NotReadable, "analysis.tree.not-readable", {{"detail", error.message()}}, core::toUtf8(root));
    SourceTree tree;
    tree.root = root;
    if (auto listed = Lister(limits, job, tree).run(); !listed)
        return std::unexpected(listed.error());
    return tree;
}

void tellKinds(SourceTree& tree, const ReadLimits& limits)
{
    std::string_view folder;
    bool inTestModule = false;
    for (TreeFile& file : tree.files) // those of a folder follow each other
        if (file.content == nullptr) {
            const std::string_view path = file.path;
            if (const std::string_view own = path.substr(0, path.rfind('/') + 1); own != folder) {
                folder = own;
                inTestModule = isInTestModule(folder);
            }
            file.language = languageOf(path);
            file.test = isTestPath(path, inTestModule);
        }
    markTestsBesideCode(tree);
    clearTestsOfPackages(tree, limits);
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
