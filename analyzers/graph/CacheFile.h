#pragma once

#include "core/base/BinaryCodec.h"
#include "core/base/ByteSink.h"
#include "core/base/OpenFile.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// Where some bytes of a cache file lie, with their hash.
struct CachePart {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
};

/// The end of a cache file: it is valid when the file ends with the trailer and the parts have their hashes.
struct CacheTrailer {
    std::uint64_t reader = 0; ///< hash of the program and the edition of the format
    CachePart directory;
    CachePart pool;
    std::uint64_t live = 0; ///< bytes that the directory refers to
    std::uint64_t hash = 0; ///< of the fields above
};

/// A cache file that is open for reading. Parts may be read from several threads.
class CacheFile {
public:
    /// Empty when there is no file, or it does not end with a trailer of this reader.
    static std::optional<CacheFile> open(const std::filesystem::path& path, std::uint64_t reader);

    /// Empty when the part is damaged.
    [[nodiscard]] std::optional<std::string> read(const CachePart& part) const;
    /// Bytes of the file that were read at once.
    struct Window {
        std::string bytes;
        std::uint64_t begin = 0;
    };
    /// The same for small parts that lie one behind the other, each thread with a window of its own: few calls for many. Until the next
    /// call with this window.
    [[nodiscard]] std::optional<std::string_view> read(const CachePart& part, Window& window) const;
    /// Reads a large value without its bytes as a whole. False when the part is damaged or holds something else; then the value may be anything.
    template <typename T> bool readValue(const CachePart& part, T& value) const
    {
        PartBytes bytes(*this, part);
        core::BinaryReader reader(bytes, bytes.size());
        reader.get(value);
        return reader.complete() && bytes.undamaged();
    }
    [[nodiscard]] const CacheTrailer& trailer() const { return m_trailer; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    /// The bytes of a part, one after the other.
    class PartBytes : public core::ByteSource {
    public:
        PartBytes(const CacheFile& file, const CachePart& part);
        PartBytes(const PartBytes&) = delete;
        PartBytes& operator=(const PartBytes&) = delete;
        ~PartBytes() override;
        bool read(char* to, std::size_t size) override;
        [[nodiscard]] std::uint64_t size() const { return m_part.size; }
        /// After all were read: they have the hash of the part.
        [[nodiscard]] bool undamaged() const;

    private:
        const CacheFile& m_file;
        CachePart m_part; ///< empty when it cannot be one of the file
        std::uint64_t m_at = 0;
        void* m_hash; ///< state of the hash so far
    };

    explicit CacheFile(std::unique_ptr<core::OpenFile> file) : m_file(std::move(file)) {}
    [[nodiscard]] bool holds(const CachePart& part) const { return part.size <= m_size && part.offset <= m_size - part.size; }

    /// False when the file ends before.
    bool readAt(std::uint64_t offset, void* to, std::size_t size) const;

    std::unique_ptr<core::OpenFile> m_file;
    std::uint64_t m_size = 0;
    CacheTrailer m_trailer;
};

/// Writes a cache file, or appends to one; what fails is noticed at the end. A new file takes its name only when it is complete.
class CacheFileWriter {
public:
    /// `append`: the size of the file to which is added; none: a new one.
    CacheFileWriter(std::filesystem::path path, std::optional<std::uint64_t> append, std::uintmax_t mostBytes);
    CacheFileWriter(const CacheFileWriter&) = delete;
    CacheFileWriter& operator=(const CacheFileWriter&) = delete;
    ~CacheFileWriter();

    CachePart add(std::string_view bytes);
    /// Adds a large value without its bytes as a whole.
    template <typename T> CachePart addValue(const T& value)
    {
        return addWritten([&](core::ByteSink& to) {
            core::BinaryWriter bytes(to);
            bytes.put(value);
            bytes.finish();
        });
    }
    /// Adds what `write` gives to the sink that it gets.
    template <typename F> CachePart addWritten(F&& write)
    {
        PartSink part(*this);
        write(part);
        return part.part();
    }
    /// Closes the file with the trailer. False when it could not be written; then no new file stands there.
    bool finish(CacheTrailer trailer);

private:
    /// A part of the file that is written piece by piece.
    class PartSink : public core::ByteSink {
    public:
        explicit PartSink(CacheFileWriter& file);
        PartSink(const PartSink&) = delete;
        PartSink& operator=(const PartSink&) = delete;
        ~PartSink() override;
        void write(std::string_view bytes) override;
        [[nodiscard]] CachePart part() const;

    private:
        CacheFileWriter& m_file;
        std::uint64_t m_begin;
        void* m_hash; ///< state of the hash so far
    };

    void write(std::string_view bytes);

    std::filesystem::path m_path;
    std::filesystem::path m_written;
    bool m_new;
    std::uint64_t m_at = 0;
    std::uintmax_t m_most;
    bool m_failed = false;
    std::FILE* m_file = nullptr;
};

/// What files of the cache of analyses name as their reader, which is the program that `reader` names.
std::uint64_t readerOf(std::string_view reader);

/// All files that are kept for one root have this name, with another ending each. `reader` names the program.
std::filesystem::path cacheStem(const std::filesystem::path& folder, const std::filesystem::path& root, std::string_view reader);

/// Removes the oldest files of a cache folder until the rest has at most `mostBytes`; `spared` stays.
void pruneCache(const std::filesystem::path& folder, std::uintmax_t mostBytes, const std::filesystem::path& spared);

} // namespace naru::analyzers::graph
