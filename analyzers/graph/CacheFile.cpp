#include "analyzers/graph/CacheFile.h"

#include "core/base/Fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

namespace fs = std::filesystem;

namespace {

/// Raise when the files of the cache are laid out in another way.
constexpr std::string_view kFormat = "naru-analysis-cache-7";

std::uint64_t hashOf(std::string_view bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hashOf(const CacheTrailer& trailer)
{
    return XXH3_64bits(&trailer, offsetof(CacheTrailer, hash));
}

} // namespace

std::optional<CacheFile> CacheFile::open(const fs::path& path, std::uint64_t reader)
{
    CacheFile file(std::make_unique<core::OpenFile>(AT_FDCWD, path.c_str()));
    file.m_size = file.m_file->size().value_or(0);
    if (file.m_size < sizeof(CacheTrailer) || !file.readAt(file.m_size - sizeof(CacheTrailer), &file.m_trailer, sizeof(CacheTrailer)) ||
        file.m_trailer.hash != hashOf(file.m_trailer) || file.m_trailer.reader != reader)
        return std::nullopt;
    return file;
}

bool CacheFile::readAt(std::uint64_t offset, void* to, std::size_t size) const
{
    return m_file->readAt(offset, static_cast<char*>(to), size) == size;
}

std::optional<std::string> CacheFile::read(const CachePart& part) const
{
    if (!holds(part))
        return std::nullopt;
    constexpr std::size_t atOnce = std::size_t{256} << 10U; // so that the hash finds them in the cache of the processor
    PartBytes source(*this, part);
    bool whole = true;
    std::string bytes;
    bytes.resize_and_overwrite(part.size, [&](char* to, std::size_t size) {
        for (std::size_t at = 0; at < size && whole; at += atOnce)
            whole = source.read(to + at, std::min(atOnce, size - at));
        return size;
    });
    if (!whole || !source.undamaged())
        return std::nullopt;
    return bytes;
}

std::optional<std::string_view> CacheFile::read(const CachePart& part, Window& window) const
{
    if (!holds(part))
        return std::nullopt;
    const auto inside = [&] {
        return part.offset >= window.begin && part.offset - window.begin <= window.bytes.size() &&
               part.size <= window.bytes.size() - (part.offset - window.begin);
    };
    if (!inside()) {
        constexpr std::uint64_t atOnce = std::uint64_t{256} << 10U;
        window.begin = part.offset;
        window.bytes.resize(std::min(m_size - part.offset, std::max(part.size, atOnce)));
        if (!readAt(part.offset, window.bytes.data(), window.bytes.size()))
            window.bytes.clear();
    }
    if (!inside())
        return std::nullopt;
    const std::string_view bytes = std::string_view(window.bytes).substr(part.offset - window.begin, part.size);
    return hashOf(bytes) == part.hash ? std::optional(bytes) : std::nullopt;
}

CacheFile::PartBytes::PartBytes(const CacheFile& file, const CachePart& part)
    : m_file(file),
      m_part(file.holds(part) ? part : CachePart()),
      m_hash(XXH3_createState())
{
    XXH3_64bits_reset(static_cast<XXH3_state_t*>(m_hash));
}

CacheFile::PartBytes::~PartBytes()
{
    XXH3_freeState(static_cast<XXH3_state_t*>(m_hash));
}

bool CacheFile::PartBytes::read(char* to, std::size_t size)
{
    if (size > m_part.size - m_at || !m_file.readAt(m_part.offset + m_at, to, size))
        return false;
    m_at += size;
    XXH3_64bits_update(static_cast<XXH3_state_t*>(m_hash), to, size); // while they are near
    return true;
}

bool CacheFile::PartBytes::undamaged() const
{
    return m_at == m_part.size && XXH3_64bits_digest(static_cast<const XXH3_state_t*>(m_hash)) == m_part.hash;
}

CacheFileWriter::CacheFileWriter(fs::path path, std::optional<std::uint64_t> append, std::uintmax_t mostBytes)
    : m_path(std::move(path)),
      m_written(m_path),
      m_new(!append),
      m_at(append.value_or(0)),
      m_most(mostBytes)
{
    if (m_new)
        m_written += "." + std::to_string(::getpid()) + ".new";
    m_file = std::fopen(m_written.c_str(), m_new ? "wbe" : "abe");
    m_failed = m_file == nullptr;
}

CacheFileWriter::~CacheFileWriter()
{
    if (m_file != nullptr) { // finish() was not reached
        std::fclose(m_file);
        std::error_code ignored;
        fs::remove(m_written, ignored);
    }
}

void CacheFileWriter::write(std::string_view bytes)
{
    m_failed = m_failed || m_at + bytes.size() > m_most || std::fwrite(bytes.data(), 1, bytes.size(), m_file) != bytes.size();
    m_at += bytes.size();
}

CachePart CacheFileWriter::add(std::string_view bytes)
{
    const CachePart part{m_at, bytes.size(), hashOf(bytes)};
    write(bytes);
    return part;
}

CacheFileWriter::PartSink::PartSink(CacheFileWriter& file) : m_file(file), m_begin(file.m_at), m_hash(XXH3_createState())
{
    XXH3_64bits_reset(static_cast<XXH3_state_t*>(m_hash));
}

CacheFileWriter::PartSink::~PartSink()
{
    XXH3_freeState(static_cast<XXH3_state_t*>(m_hash));
}

void CacheFileWriter::PartSink::write(std::string_view bytes)
{
    XXH3_64bits_update(static_cast<XXH3_state_t*>(m_hash), bytes.data(), bytes.size());
    m_file.write(bytes);
}

CachePart CacheFileWriter::PartSink::part() const
{
    return {m_begin, m_file.m_at - m_begin, XXH3_64bits_digest(static_cast<const XXH3_state_t*>(m_hash))};
}

bool CacheFileWriter::finish(CacheTrailer trailer)
{
    trailer.hash = hashOf(trailer);
    write({reinterpret_cast<const char*>(&trailer), sizeof trailer});
    if (m_file != nullptr)
        m_failed = (std::fclose(std::exchange(m_file, nullptr)) != 0) || m_failed;
    std::error_code error;
    if (!m_failed && m_new)
        fs::rename(m_written, m_path, error);
    if (m_failed || error)
        fs::remove(m_written, error); // also a file with half an addition: the next run makes it anew
    return !m_failed && !error;
}

std::uint64_t readerOf(std::string_view reader)
{
    return core::Fingerprint::of(std::string(kFormat) + std::string(reader)).low;
}

fs::path cacheStem(const fs::path& folder, const fs::path& root, std::string_view reader)
{
    std::error_code error;
    return folder / core::Fingerprint::of(fs::absolute(root, error).native() + "\n" + std::string(reader)).hex();
}

void pruneCache(const fs::path& folder, std::uintmax_t mostBytes, const fs::path& spared)
{
    struct Kept {
        fs::file_time_type date;
        std::uintmax_t bytes;
        fs::path path;
    };
    std::vector<Kept> files;
    std::uintmax_t sum = 0;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        std::error_code broken;
        const Kept kept{entry.last_write_time(broken), entry.file_size(broken), entry.path()};
        if (broken || !entry.is_regular_file(broken))
            continue;
        sum += kept.bytes;
        if (kept.path.stem() != spared.stem())
            files.push_back(kept);
    }
    std::ranges::sort(files, {}, &Kept::date);
    for (const Kept& kept : files) {
        if (sum <= mostBytes)
            return;
        std::error_code ignored;
        fs::remove(kept.path, ignored);
        sum -= kept.bytes;
    }
}

} // namespace naru::analyzers::graph
