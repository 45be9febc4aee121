#include "analyzers/spi/ArchiveTree.h"

#include "analyzers/spi/Archive.h"
#include "analyzers/spi/FileKinds.h"
#include "analyzers/spi/KnownArchives.h"
#include "analyzers/spi/PackageOwners.h"
#include "analyzers/spi/ZipNames.h"
#include "core/base/Files.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

namespace naru::analyzers {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::failure;
using core::Language;

namespace {

bool isInLibraryFolder(std::string_view path)
{
    const std::string_view folder = core::folderOf(path);
    return folder == "lib" || folder.ends_with("/lib") || folder.ends_with("/libs") || folder == "libs";
}

bool isOfInterest(std::string_view path)
{
    const bool versioned = path.starts_with("META-INF/versions/") || path.contains("/META-INF/versions/");
    return !versioned && (languageOf(path) != Language::Other || isConfigurationText(path) || isArchiveName(path));
}

class Unpacker {
public:
    Unpacker(SourceTree& tree, const ReadLimits& limits, KnownArchives& known, core::Job& job) : m_tree(tree), m_known(known), m_job(job)
    {
        m_limits.entryBytes = limits.fileBytes;
        m_limits.archiveBytes = limits.fileBytes * 4; // nested archives are larger than other files
        m_fileBytes = limits.fileBytes;
        m_files = limits.files;
    }

    core::Result<void> root(const fs::path& file) { return archive({.file = file, .prefix = {}, .origin = core::toUtf8(file.filename())}); }

    /// An archive of the tree itself.
    void module(const TreeFile& file)
    {
        const Pending pending = ofTree(file);
        const auto read = archive(pending);
        if (!read)
            note(read.error(), pending.origin);
    }
    void library(const TreeFile& file) { m_libraries.push_back(ofTree(file)); }
    void ownedBy(std::string owner) { m_owners.insert(std::move(owner)); }

    /// Libraries are looked at last, when the system's own packages are known.
    void finish(bool archivesOnly)
    {
        unpackLibraries(archivesOnly);
        std::ranges::sort(m_tree.diagnostics);
        if (m_added == 0)
            return;
        std::ranges::sort(m_tree.files, {}, &TreeFile::path);
        const auto same = [](const TreeFile& a, const TreeFile& b) { return a.path == b.path; };
        m_tree.files.erase(std::ranges::unique(m_tree.files, same).begin(), m_tree.files.end());
    }

private:
    void unpackLibraries(bool archivesOnly)
    {
        const bool nothingElse = archivesOnly && m_owners.empty();
        while (!m_libraries.empty() && !m_job.cancelled()) {
            std::vector<Pending> open;
            open.swap(m_libraries);
            for (Pending& pending : open) {
                pending.library = !nothingElse;
                const Whose found = whose(pending);
                pending.mixed = found.mixed;
                if (!found.own)
                    continue;
                if (const auto read = archive(pending); !read)
                    note(read.error(), pending.origin);
            }
        }
    }

    struct Pending {
        fs::path file;
        std::shared_ptr<const std::string> bytes;
        std::string prefix; ///< of the paths in it
        std::string origin;
        int depth = 0;
        bool library = false; ///< read for the system's own packages in it
        bool mixed = false;   ///< most of its packages are of others: only the system's own are read
        std::uintmax_t size = 0;
        std::int64_t changed = 0; ///< as TreeFile::changed; 0 for an archive inside another
    };

    static Pending ofTree(const TreeFile& file)
    {
        const std::string path(file.path);
        return {.file = file.absolute,
                .bytes = file.content,
                .prefix = path + "/",
                .origin = path,
                .depth = 1,
                .size = file.bytes,
                .changed = file.changed};
    }

    /// What owners say of an archive.
    struct Whose {
        bool own = false;   ///< code of the system is in it; without any other code, what belongs to no known library
        bool mixed = false; ///< as Pending::mixed
    };

    [[nodiscard]] Whose whose(const Pending& pending, const ArchiveOwners& found) const
    {
        if (!pending.library)
            return {.own = found.unknownPackage};
        const auto own = std::ranges::count_if(found.owners, [&](const std::string& owner) { return m_owners.contains(owner); });
        const auto others = std::ranges::count_if(found.owners, [&](const std::string& owner) {
            return !owner.empty() && !m_owners.contains(owner) && !isLibraryPackage(owner);
        });
        return {.own = own > 0, .mixed = others > own};
    }

    [[nodiscard]] Whose whose(const Pending& pending)
    {
        if (const ArchiveOwners* known = m_known.find(pending.origin, pending.size, pending.changed))
            return whose(pending, *known);
        auto found = ownersIn(pending);
        if (!found)
            return {};
        const Whose answer = whose(pending, *found);
        m_known.keep(pending.origin, pending.size, pending.changed, std::move(*found));
        return answer;
    }

    /// Nothing when it could not be read.
    [[nodiscard]] std::optional<ArchiveOwners> ownersIn(const Pending& pending) const
    {
        std::set<std::string, std::less<>> folders;
        const auto collect = [&](std::string_view path) {
            if (isClassFile(path) && !folders.contains(packageFolder(path)))
                folders.emplace(packageFolder(path));
            return false;
        };
        std::vector<core::Diagnostic> ignored; // noted when it is read in earnest
        if (const auto names = zipNames(pending.file, pending.bytes.get(), m_limits.entries))
            for (const std::string& name : *names)
                collect(safeEntryPath(name));
        else if (!readArchive(pending.file, pending.bytes.get(), pending.origin, m_limits, collect, ignored))
            return std::nullopt;
        ArchiveOwners found;
        std::set<std::string> owners;
        for (const std::string& folder : folders) {
            owners.insert(ownerOf(folder));
            found.unknownPackage = found.unknownPackage || (!folder.empty() && !isLibraryPackage(folder));
        }
        found.owners.assign(owners.begin(), owners.end());
        return found;
    }

    core::Result<void> archive(const Pending& pending)
    {
        if (m_job.cancelled())
            return failure(ErrorCode::Cancelled, "analysis.cancelled");
        auto entries = readArchive(pending.file, pending.bytes.get(), pending.origin, m_limits, isOfInterest, m_tree.diagnostics);
        if (!entries)
            return std::unexpected(entries.error());
        for (ArchiveEntry& entry : *entries)
            add(pending, std::move(entry));
        return {};
    }

    void add(const Pending& pending, ArchiveEntry entry)
    {
        std::string path = pending.prefix + entry.path;
        if (pending.library && languageOf(entry.path) == Language::Java && isOfOthers(pending, packageFolder(entry.path)))
            return; // packed together with the system's
        auto content = std::make_shared<const std::string>(std::move(entry.bytes));
        if (isArchiveName(entry.path)) {
            Pending nested{.bytes = content,
                           .prefix = path + "/",
                           .origin = path,
                           .depth = pending.depth + 1,
                           .library = pending.library,
                           .mixed = pending.mixed};
            if (nested.depth >= kDeepestNesting)
                m_tree.diagnostics.push_back({core::Severity::Warning, "analysis.archive.too-deep", path, 0, {}});
            else if (isInLibraryFolder(entry.path))
                m_libraries.push_back(std::move(nested));
            else if (const auto read = archive(nested); !read)
                note(read.error(), path);
            return;
        }
        m_total += content->size();
        if (content->size() > m_fileBytes || m_total > m_limits.totalBytes || m_tree.files.size() >= m_files) {
            if (!m_full)
                m_tree.diagnostics.push_back(
                    {core::Severity::Warning, "analysis.archive.entry-too-large", pending.origin, 0, {{"detail", path}}});
            m_full = m_full || content->size() <= m_fileBytes;
            return;
        }
        if (isClassFile(entry.path)) {
            const std::string_view folder = packageFolder(entry.path);
            if (!folder.empty() && !pending.library && !isLibraryPackage(folder))
                m_owners.insert(ownerOf(folder));
        }
        const std::uintmax_t bytes = content->size();
        const bool test = isTestPath(path) && (!isInTestPackage(path) || usesTestFramework(*content));
        m_tree.files.push_back({{}, m_tree.names->keep({path}), bytes, languageOf(path), test, 0, std::move(content)});
        ++m_added;
    }

    [[nodiscard]] bool isOfOthers(const Pending& pending, std::string_view package) const
    {
        return isLibraryPackage(package) || (pending.mixed && !m_owners.contains(ownerOf(package)));
    }

    void note(const core::Error& error, const std::string& path)
    {
        m_tree.diagnostics.push_back({core::Severity::Warning, error.key, path, 0, error.args});
    }

    SourceTree& m_tree;
    KnownArchives& m_known;
    core::Job& m_job;
    ArchiveLimits m_limits;
    std::uintmax_t m_fileBytes = 0;
    std::size_t m_files = 0;
    std::uint64_t m_total = 0;
    bool m_full = false;
    std::size_t m_added = 0; ///< files of archives in the tree
    std::set<std::string> m_owners;
    std::vector<Pending> m_libraries;
};

} // namespace

core::Result<SourceTree> listArchive(const fs::path& file, const ReadLimits& limits, core::Job& job)
{
    SourceTree tree;
    tree.root = file;
    KnownArchives none;
    Unpacker unpacker(tree, limits, none, job);
    if (auto read = unpacker.root(file); !read)
        return std::unexpected(read.error());
    unpacker.finish(true);
    if (job.cancelled())
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    return tree;
}

void addArchives(SourceTree& tree, const ReadLimits& limits, core::Job& job, KnownArchives* known)
{
    std::vector<TreeFile> archives;
    std::set<std::string_view> folders;
    bool anySource = false;
    for (const TreeFile& file : tree.files) {
        if (isArchiveName(file.path))
            archives.push_back(file);
        if (file.language != Language::Java)
            continue;
        anySource = anySource || !isClassFile(file.path);
        folders.insert(core::folderOf(file.path));
    }
    if (archives.empty())
        return;
    KnownArchives none;
    Unpacker unpacker(tree, limits, known != nullptr ? *known : none, job);
    for (const std::string_view folder : folders)
        for (std::string& owner : ownersOfFolder(folder))
            if (!owner.empty() && !isLibraryPackage(owner))
                unpacker.ownedBy(std::move(owner));
    for (const TreeFile& file : archives) {
        const bool jar = file.path.ends_with(".jar");
        const bool zip = file.path.ends_with(".zip");
        if (jar && (anySource || isInLibraryFolder(file.path)))
            unpacker.library(file);
        else if (!anySource && !zip)
            unpacker.module(file);
    }
    unpacker.finish(!anySource);
}

} // namespace naru::analyzers
