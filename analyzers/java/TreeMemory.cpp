#include "analyzers/java/TreeMemory.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>

namespace naru::analyzers::java {

namespace {

thread_local TreeMemory* t_memory = nullptr;

/// As the runtime's own allocator does: there is no way to tell it that nothing is left.
void* orEnd(void* block, std::size_t size)
{
    if (block == nullptr && size > 0) {
        std::fprintf(stderr, "naru: no memory for %zu bytes of a syntax tree\n", size);
        std::abort();
    }
    return block;
}

void* allocateBlock(std::size_t size)
{
    return t_memory != nullptr ? t_memory->allocate(size) : orEnd(std::malloc(size), size);
}

void* allocateZeroed(std::size_t count, std::size_t size)
{
    if (t_memory == nullptr)
        return orEnd(std::calloc(count, size), count * size);
    return std::memset(t_memory->allocate(count * size), 0, count * size);
}

void* growBlock(void* block, std::size_t size)
{
    return t_memory != nullptr ? t_memory->grow(block, size) : orEnd(std::realloc(block, size), size);
}

void releaseBlock(void* block)
{
    if (t_memory != nullptr)
        t_memory->release(block);
    else
        std::free(block);
}

/// Each block has its size in units before it.
std::size_t& unitsOf(void* block)
{
    return static_cast<std::size_t*>(block)[-1];
}

} // namespace

TreeMemory::TreeMemory()
{
    static std::once_flag s_once;
    std::call_once(s_once, [] { ts_set_allocator(allocateBlock, allocateZeroed, growBlock, releaseBlock); });
}

TreeMemory::~TreeMemory() = default;

TreeMemory::Scope::Scope(TreeMemory& memory)
{
    memory.reset();
    t_memory = &memory;
}

TreeMemory::Scope::~Scope()
{
    t_memory = nullptr;
}

void TreeMemory::reset()
{
    std::size_t kept = 0;
    std::erase_if(m_chunks, [&](const Chunk& chunk) { return (kept += chunk.size) > kKept; });
    m_free.fill(nullptr);
    m_next = 0;
    m_at = m_end = nullptr;
}

std::size_t TreeMemory::held() const
{
    std::size_t bytes = 0;
    for (const Chunk& chunk : m_chunks)
        bytes += chunk.size;
    return bytes;
}

void TreeMemory::takeChunk(std::size_t size)
{
    while (m_next < m_chunks.size() && m_chunks[m_next].size < size)
        ++m_next;
    if (m_next == m_chunks.size()) {
        const std::size_t bytes = std::max(size, kChunk);
        m_chunks.push_back({std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[bytes]), bytes});
        orEnd(m_chunks.back().bytes.get(), bytes);
    }
    m_at = m_chunks[m_next].bytes.get();
    m_end = m_at + m_chunks[m_next].size;
    ++m_next;
}

void* TreeMemory::allocate(std::size_t size)
{
    const std::size_t units = std::max<std::size_t>((size + kUnit - 1) / kUnit, 1);
    if (units <= kListed && m_free[units] != nullptr) {
        FreeBlock* const block = m_free[units];
        m_free[units] = block->next;
        return block;
    }
    const std::size_t bytes = units * kUnit + sizeof(std::size_t);
    if (static_cast<std::size_t>(m_end - m_at) < bytes)
        takeChunk(bytes);
    void* const block = m_at + sizeof(std::size_t);
    m_at += bytes;
    unitsOf(block) = units;
    return block;
}

void* TreeMemory::grow(void* block, std::size_t size)
{
    if (block == nullptr)
        return allocate(size);
    const std::size_t had = unitsOf(block) * kUnit;
    if (size <= had)
        return block;
    void* const larger = std::memcpy(allocate(size), block, had);
    release(block);
    return larger;
}

void TreeMemory::release(void* block)
{
    if (block == nullptr || unitsOf(block) > kListed)
        return; // large ones are few: arrays that grow by doubling
    FreeBlock*& list = m_free[unitsOf(block)];
    list = new (block) FreeBlock{list};
}

} // namespace naru::analyzers::java
