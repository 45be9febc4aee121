#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace naru::analyzers::java {

/// Memory for the syntax tree of one file at a time: the parser takes and returns millions of small blocks, which are cut from large ones here
/// and given back all at once. One per thread; not shared.
class TreeMemory {
public:
    TreeMemory();
    TreeMemory(const TreeMemory&) = delete;
    TreeMemory& operator=(const TreeMemory&) = delete;
    ~TreeMemory();

    /// While it lives, the parser runtime on this thread takes its blocks from the memory. Whatever was created in it (parsers and
    /// trees) is gone with it, deleted or not, and nothing from before may be deleted or grown in it. Does not nest.
    class Scope {
    public:
        explicit Scope(TreeMemory& memory);
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope();
    };

    void* allocate(std::size_t size);
    void* grow(void* block, std::size_t size);
    void release(void* block);

    /// Bytes that are held, in use or not.
    [[nodiscard]] std::size_t held() const;

private:
    struct FreeBlock {
        FreeBlock* next;
    };
    struct Chunk {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0;
    };
    static constexpr std::size_t kUnit = 16;        ///< blocks are multiples of this many bytes
    static constexpr std::size_t kListed = 64;      ///< blocks of up to this many units are used again within a file
    static constexpr std::size_t kChunk = 1U << 18; ///< bytes taken at a time
    static constexpr std::size_t kKept = 1U << 23;  ///< bytes that stay for the next file

    void takeChunk(std::size_t size);
    void reset();

    std::vector<Chunk> m_chunks;
    std::size_t m_next = 0; ///< the chunk to take when the present one is full
    std::byte* m_at = nullptr;
    std::byte* m_end = nullptr;
    std::array<FreeBlock*, kListed + 1> m_free{};
};

} // namespace naru::analyzers::java
