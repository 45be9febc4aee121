#include "analyzers/spi/KnownArchives.h"

#include "core/base/BinaryCodec.h"
#include "core/base/UnixTime.h"

#include <utility>

namespace naru::analyzers {

namespace {

/// An archive as it is kept.
struct Kept {
    std::string path;
    std::uint64_t size = 0;
    std::int64_t changed = 0;
    ArchiveOwners owners;
};

} // namespace

KnownArchives::KnownArchives(std::chrono::nanoseconds young) : m_old(core::nanosecondsNow() - young.count()) {}

bool KnownArchives::restore(std::string_view bytes)
{
    core::BinaryReader reader(bytes);
    std::vector<Kept> kept;
    reader.get(kept);
    if (!reader.complete())
        return false;
    m_archives.clear();
    for (Kept& one : kept)
        m_archives.emplace(std::move(one.path), Archive{one.size, one.changed, std::move(one.owners)});
    return true;
}

std::string KnownArchives::bytes() const
{
    std::vector<Kept> kept;
    for (const auto& [path, archive] : m_archives)
        if (archive.used || !m_asked)
            kept.push_back({path, archive.size, archive.changed, archive.owners});
    core::BinaryWriter writer;
    writer.put(kept);
    return writer.bytes();
}

const ArchiveOwners* KnownArchives::find(std::string_view path, std::uint64_t size, std::int64_t changed)
{
    m_asked = true;
    const auto at = m_archives.find(path);
    if (at == m_archives.end() || changed == 0 || at->second.changed != changed || at->second.size != size)
        return nullptr;
    at->second.used = true;
    return &at->second.owners;
}

void KnownArchives::keep(std::string_view path, std::uint64_t size, std::int64_t changed, ArchiveOwners owners)
{
    if (changed == 0 || changed >= m_old)
        return;
    m_archives.insert_or_assign(std::string(path), Archive{size, changed, std::move(owners), true});
    m_changed = true;
}

} // namespace naru::analyzers
