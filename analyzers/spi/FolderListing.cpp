#include "analyzers/spi/FolderListing.h"

#include "analyzers/spi/FileKinds.h"
#include "core/base/Files.h"
#include "core/base/UnixTime.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace naru::analyzers {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::failure;
using core::Severity;

namespace {

bool existsIn(int folder, std::initializer_list<const char*> names)
{
    struct stat info = {};
    return std::ranges::any_of(names, [&](const char* name) { return ::fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0; });
}

/// Folders that hold no source of the system. Names of build output may also be packages, so these are left
/// out only beside the file of the build tool that writes there. What this says of an entry of an open folder may depend on its path and on
/// its other entries only, for it is known as long as these are the same.
bool isLeftOut(int folder, const std::string& folderPath, std::string_view name)
{
    constexpr std::string_view kNever[] = {".git",  ".svn",    ".hg",  ".bzr",      "CVS",       "node_modules", "bower_components",
                                           ".idea", ".gradle", ".mvn", ".settings", ".metadata", ".vscode",      "__MACOSX"};
    if (std::ranges::find(kNever, name) != std::end(kNever))
        return true;
    if (name.starts_with("CompilerId") || name == "CMakeTmp" || name == "CMakeScratch") { // what CMake tries the compiler with
        const fs::path parent(folderPath);
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
class OpenFolder {
public:
    /// `name` is a path, or lies in the open folder `parent`; a link is followed in a path only.
    OpenFolder(int parent, const char* name)
        : m_file(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (parent == AT_FDCWD ? 0 : O_NOFOLLOW)))
    {
    }
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;
    ~OpenFolder()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] int descriptor() const { return m_file; }
    /// Calls each(name, d_type) for the entries; returns 0 or the errno. The streams of the library ask the system more often.
    template <typename Each> int entries(std::vector<char>& room, const Each& each) const
    {
        struct Entry { // as the system writes it
            std::uint64_t inode;
            std::int64_t next;
            unsigned short length;
            unsigned char type;
        };
        constexpr std::size_t name = offsetof(Entry, type) + 1;
        for (;;) {
            const long got = ::syscall(SYS_getdents64, m_file, room.data(), room.size());
            if (got <= 0)
                return got < 0 ? errno : 0;
            for (long at = 0; at < got;) {
                Entry entry;
                std::memcpy(&entry, room.data() + at, name);
                each(std::string_view(room.data() + at + name), entry.type);
                at += entry.length;
            }
        }
    }

private:
    int m_file;
};

/// Works on the names as the system gives them, and asks for each below its open folder: of a large tree without changes the listing is most
/// of what a run costs.
class Lister {
public:
    Lister(SourceTree& tree, const ReadLimits& limits, KnownFolders& known, core::Job& job)
        : m_tree(tree),
          m_limits(limits),
          m_known(known),
          m_job(job),
          m_absolute(tree.root.native())
    {
        if (!m_absolute.ends_with('/'))
            m_absolute += '/';
        m_rootSize = m_absolute.size();
    }

    core::Result<void> run()
    {
        const OpenFolder root(AT_FDCWD, m_tree.root.c_str());
        if (!root.isOpen())
            return failure(ErrorCode::NotReadable, "analysis.tree.not-readable", {{"detail", std::generic_category().message(errno)}},
                           core::toUtf8(m_tree.root));
        m_known.begin(root.descriptor());
        listOpen(root, KnownFolders::kRoot, 0);
        if (m_job.cancelled())
            return failure(ErrorCode::Cancelled, "analysis.cancelled");
        std::ranges::sort(m_tree.diagnostics);
        return {};
    }

private:
    static constexpr std::size_t kRoom = std::size_t{64} * 1024;
    static constexpr std::size_t kFewFiles = 4;   ///< to open a folder for fewer costs more than the way to them
    static constexpr std::size_t kShortWay = 300; ///< bytes

    /// An open folder, and the way from there to the one at hand: to go a short way costs less than to open each folder on it.
    struct Base {
        const OpenFolder& folder;
        std::size_t way; ///< where it begins in m_absolute
    };

    [[nodiscard]] const char* wayTo(const Base& base, std::string_view name)
    {
        m_way.assign(m_absolute, base.way);
        m_way += name;
        return m_way.c_str();
    }

    /// As deep as ReadLimits allows. Entries come in the order that their paths have.
    void list(const Base& base, std::size_t number, int depth)
    {
        if (m_job.cancelled())
            return;
        for (std::size_t i = m_known.first(number); i < m_known.end(number); ++i) {
            const FolderEntry entry = m_known.entry(i);
            if (entry.kind == EntryKind::Folder)
                enter(base, i, depth + 1);
            else if (entry.kind == EntryKind::File)
                addFile(base, {m_known.name(entry), entry.size});
            else // what a link points to lies either inside the root, where it is found anyway, or outside, where nothing is read
                note(Severity::Info, "analysis.tree.link-skipped", m_known.name(entry), {});
        }
    }

    void enter(const Base& base, std::size_t entry, int depth)
    {
        const FolderEntry& known = m_known.entry(entry);
        const std::string name(m_known.name(known), known.size); // what is known moves when there is more of it
        if (depth >= m_limits.depth)
            return note(Severity::Warning, "analysis.tree.too-deep", name, std::to_string(m_limits.depth));
        const std::size_t number = m_known.inner(entry);
        const std::size_t outer = m_absolute.size();
        const bool near = m_known.fewFiles(number, kFewFiles) && outer - base.way < kShortWay;
        if (near && m_known.knows(number, m_known.editionOf(base.folder.descriptor(), wayTo(base, name)))) {
            (m_absolute += name) += '/';
            list(base, number, depth);
        } else {
            const OpenFolder folder(base.folder.descriptor(), wayTo(base, name));
            if (!folder.isOpen())
                return note(Severity::Warning, "analysis.tree.folder-not-readable", name, std::generic_category().message(errno));
            (m_absolute += name) += '/';
            listOpen(folder, number, depth);
        }
        m_absolute.resize(outer);
    }

    void listOpen(const OpenFolder& folder, std::size_t number, int depth)
    {
        if (const FolderEdition edition = m_known.editionOf(folder.descriptor()); !m_known.knows(number, edition))
            read(folder, number, edition);
        list({folder, m_absolute.size()}, number, depth);
    }

    void read(const OpenFolder& folder, std::size_t number, FolderEdition edition)
    {
        std::vector<KnownFolders::Found> found;
        const std::string path = m_absolute.substr(0, std::max<std::size_t>(m_absolute.size() - 1, 1));
        int failed = folder.entries(m_room, [&](std::string_view name, unsigned char type) {
            if (name == "." || name == "..")
                return;
            if (type == DT_UNKNOWN) // some file systems do not tell
                type = typeOf(folder, name.data());
            if (type == DT_UNKNOWN)
                edition.changed = 0; // next time it may be known
            else if (const auto kind = kindOf(type); kind && !(kind == EntryKind::Folder && isLeftOut(folder.descriptor(), path, name)))
                found.push_back({escapeInvalidUtf8(name) + (kind == EntryKind::Folder ? "/" : ""), std::string(name), *kind});
        });
        if (failed != 0) {
            edition.changed = 0;
            note(Severity::Warning, "analysis.tree.folder-not-readable", {}, std::generic_category().message(failed));
        }
        m_known.replace(number, edition, std::move(found));
    }

    /// DT_UNKNOWN where even this cannot be told.
    unsigned char typeOf(const OpenFolder& folder, const char* name)
    {
        struct stat info = {};
        if (::fstatat(folder.descriptor(), name, &info, AT_SYMLINK_NOFOLLOW) == 0)
            return IFTODT(info.st_mode);
        note(Severity::Warning, "analysis.tree.file-not-readable", name, std::generic_category().message(errno));
        return DT_UNKNOWN;
    }

    /// Nothing for pipes, devices and the like.
    static std::optional<EntryKind> kindOf(unsigned char type)
    {
        switch (type) {
        case DT_REG: return EntryKind::File;
        case DT_DIR: return EntryKind::Folder;
        case DT_LNK: return EntryKind::Link;
        default: return std::nullopt;
        }
    }

    void addFile(const Base& base, std::string_view name)
    {
        struct stat info = {};
        const char* const way = base.way == m_absolute.size() ? name.data() : wayTo(base, name);
        if (::fstatat(base.folder.descriptor(), way, &info, AT_SYMLINK_NOFOLLOW) != 0)
            return note(Severity::Warning, "analysis.tree.file-not-readable", name, std::generic_category().message(errno));
        if (!S_ISREG(info.st_mode))
            return; // it has become something else this moment
        if (m_tree.files.size() >= m_limits.files) {
            if (!m_full)
                note(Severity::Warning, "analysis.tree.too-many-files", name, std::to_string(m_limits.files));
            m_full = true;
            return;
        }
        const std::string_view absolute = m_tree.names->keep({m_absolute, name});
        std::string_view path = absolute.substr(m_rootSize);
        if (!isAscii(path))
            if (const std::string shown = escapeInvalidUtf8(path); shown.size() != path.size())
                path = m_tree.names->keep({shown});
        m_tree.files.push_back({absolute, path, static_cast<std::uintmax_t>(info.st_size), core::Language::Other, false,
                                core::nanosecondsOf(info.st_ctim), {}});
    }

    static bool isAscii(std::string_view text)
    {
        unsigned char all = 0;
        for (const char c : text) // to the end, so that many are looked at together
            all |= static_cast<unsigned char>(c);
        return all < 0x80;
    }

    /// Said of an entry of the folder at hand; of the folder itself without a name.
    void note(Severity severity, std::string_view code, std::string_view name, const std::string& detail)
    {
        std::string path = m_absolute.substr(m_rootSize) += name;
        if (path.ends_with('/'))
            path.pop_back();
        m_tree.diagnostics.push_back({severity, std::string(code), escapeInvalidUtf8(path), 0,
                                      detail.empty() ? core::TextArgs{} : core::TextArgs{{"detail", detail}}});
    }
    SourceTree& m_tree;
    const ReadLimits& m_limits;
    KnownFolders& m_known;
    core::Job& m_job;
    std::string m_absolute; ///< of the folder at hand, with the last `/`
    std::size_t m_rootSize = 0;
    std::string m_way;
    std::vector<char> m_room = std::vector<char>(kRoom);
    bool m_full = false;
};

} // namespace

core::Result<void> listFiles(SourceTree& tree, const ReadLimits& limits, KnownFolders& known, core::Job& job)
{
    return Lister(tree, limits, known, job).run();
}

} // namespace naru::analyzers
