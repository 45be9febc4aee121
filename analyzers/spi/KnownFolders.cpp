#include "analyzers/spi/KnownFolders.h"

#include "core/base/BinaryCodec.h"
#include "core/base/UnixTime.h"

#include <algorithm>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unordered_map>

namespace naru::analyzers {

namespace {

/// Dates of folders grow by ticks of the clock of the system, the slowest of 10 ms.
constexpr std::chrono::milliseconds kTicks{100};

/// Kinds of file systems that are known to date their folders.
bool datesFolders(int folder)
{
    constexpr std::int64_t kXfs = 0x58465342;
    constexpr std::int64_t kF2fs = 0xF2F52010;
    constexpr std::int64_t kZfs = 0x2FC12FC1;
    struct statfs info = {};
    if (::fstatfs(folder, &info) != 0)
        return false;
    constexpr std::int64_t kKinds[] = {EXT4_SUPER_MAGIC, BTRFS_SUPER_MAGIC, TMPFS_MAGIC, OVERLAYFS_SUPER_MAGIC, kXfs, kF2fs, kZfs};
    return std::ranges::find(kKinds, static_cast<std::int64_t>(info.f_type) & 0xFFFFFFFF) != std::end(kKinds);
}

} // namespace

KnownFolders::KnownFolders(std::chrono::nanoseconds young) : m_young(std::max<std::chrono::nanoseconds>(young, kTicks))
{
    clear();
}

void KnownFolders::clear()
{
    m_folders.assign(1, {});
    m_entries.clear();
    m_names.clear();
}

bool KnownFolders::restore(std::string_view bytes)
{
    core::BinaryReader reader(bytes);
    reader.get(m_folders);
    reader.get(m_entries);
    reader.get(m_names);
    if (reader.complete() && consistent())
        return true;
    clear();
    return false;
}

std::string KnownFolders::bytes() const
{
    core::BinaryWriter writer;
    writer.put(m_folders);
    writer.put(m_entries);
    writer.put(m_names);
    return writer.bytes();
}

/// Nothing leads outside.
bool KnownFolders::consistent() const
{
    const auto inside = [](std::uint64_t first, std::uint64_t count, std::size_t size) { return first <= size && count <= size - first; };
    return !m_folders.empty() && (m_names.empty() || m_names.back() == '\0') &&
           std::ranges::all_of(m_folders, [&](const Folder& f) { return inside(f.first, f.count, m_entries.size()); }) &&
           std::ranges::all_of(m_entries, [&](const FolderEntry& e) {
               return inside(e.name, std::uint64_t{e.size} + 1, m_names.size()) && m_names[e.name + e.size] == '\0' && e.kind <= EntryKind::Link &&
                      (e.folder == FolderEntry::kNowhere || e.folder < m_folders.size());
           });
}

void KnownFolders::begin(int root)
{
    struct stat info = {};
    m_started = core::nanosecondsNow();
    m_trusted = ::fstat(root, &info) == 0 && datesFolders(root);
    m_device = info.st_dev;
    if (!m_trusted || m_entries.size() > 2 * reachable() + 1000)
        clear(); // most of it is of earlier editions
}

/// How many entries the tree has.
std::size_t KnownFolders::reachable() const
{
    std::size_t sum = 0;
    std::vector<bool> seen(m_folders.size());
    std::vector<std::size_t> open{kRoot};
    while (!open.empty()) {
        const std::size_t folder = open.back();
        open.pop_back();
        if (seen[folder])
            continue;
        seen[folder] = true;
        sum += m_folders[folder].count;
        for (std::size_t i = first(folder); i < end(folder); ++i)
            if (m_entries[i].folder != FolderEntry::kNowhere)
                open.push_back(m_entries[i].folder);
    }
    return sum;
}

FolderEdition KnownFolders::editionOf(int folder) const
{
    struct stat info = {};
    return m_trusted && ::fstat(folder, &info) == 0 ? editionOf(info) : FolderEdition();
}

FolderEdition KnownFolders::editionOf(int folder, const char* way) const
{
    struct stat info = {};
    const bool there = m_trusted && ::fstatat(folder, way, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode);
    return there ? editionOf(info) : FolderEdition();
}

FolderEdition KnownFolders::editionOf(const struct stat& info) const
{
    const std::int64_t changed = core::nanosecondsOf(info.st_ctim);
    if (info.st_dev != m_device || changed >= m_started - m_young.count()) // what is mounted there may be of another kind
        return {};
    return {info.st_dev, info.st_ino, changed, core::nanosecondsOf(info.st_mtim)};
}

bool KnownFolders::holds(const Folder& folder, const std::vector<Found>& found) const
{
    if (folder.count != found.size())
        return false;
    for (std::size_t i = 0; i < folder.count; ++i) {
        const FolderEntry& entry = m_entries[folder.first + i];
        if (entry.kind != found[i].kind || std::string_view(name(entry), entry.size) != found[i].name)
            return false;
    }
    return true;
}

void KnownFolders::replace(std::size_t folder, const FolderEdition& edition, std::vector<Found> found)
{
    std::ranges::sort(found, {}, &Found::key);
    const bool same = holds(m_folders[folder], found);
    m_changed = m_changed || (edition.changed != 0 && m_folders[folder].edition != edition) || !same;
    m_folders[folder].edition = edition;
    if (same)
        return;
    std::unordered_map<std::string, std::uint64_t> inner; // what is known of these stays
    for (std::size_t i = first(folder); i < end(folder); ++i)
        if (const FolderEntry& entry = m_entries[i]; entry.folder != FolderEntry::kNowhere)
            inner.emplace(name(entry), entry.folder);
    m_folders[folder].first = m_entries.size();
    m_folders[folder].count = found.size();
    m_folders[folder].files = static_cast<std::uint64_t>(std::ranges::count(found, EntryKind::File, &Found::kind));
    for (const Found& one : found) {
        const auto known = one.kind == EntryKind::Folder ? inner.find(one.name) : inner.end();
        m_entries.push_back({m_names.size(), static_cast<std::uint32_t>(one.name.size()), one.kind,
                             known != inner.end() ? known->second : FolderEntry::kNowhere});
        m_names.append(one.name.c_str(), one.name.size() + 1);
    }
}

std::size_t KnownFolders::inner(std::size_t entry)
{
    if (m_entries[entry].folder == FolderEntry::kNowhere) {
        m_entries[entry].folder = m_folders.size();
        m_folders.emplace_back();
    }
    return m_entries[entry].folder;
}

} // namespace naru::analyzers
