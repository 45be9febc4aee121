#include "core/base/StringPool.h"

#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <numeric>
#include <vector>

namespace naru::core {

namespace {

std::uint64_t hashOf(std::string_view text)
{
    return XXH3_64bits(text.data(), text.size());
}

/// A list that only grows and whose elements never move: readers need no lock. Parts double in size.
class Texts {
public:
    ~Texts()
    {
        for (auto& part : m_parts)
            delete[] part.load(std::memory_order_relaxed);
    }

    /// Called under the lock of the shard.
    std::uint32_t add(std::string_view text)
    {
        const std::uint32_t position = m_size.load(std::memory_order_relaxed);
        const auto [part, offset] = place(position);
        std::string_view* elements = m_parts[part].load(std::memory_order_relaxed);
        if (elements == nullptr) {
            elements = new std::string_view[std::size_t{1} << (part + kFirstBits)];
            m_parts[part].store(elements, std::memory_order_release);
        }
        elements[offset] = text;
        m_size.store(position + 1, std::memory_order_release);
        return position;
    }
    [[nodiscard]] std::string_view operator[](std::uint32_t position) const
    {
        if (position >= m_size.load(std::memory_order_acquire))
            return {};
        const auto [part, offset] = place(position);
        return m_parts[part].load(std::memory_order_acquire)[offset];
    }
    [[nodiscard]] std::size_t size() const { return m_size.load(std::memory_order_acquire); }

private:
    static constexpr unsigned kFirstBits = 8;

    struct Place {
        unsigned part;
        std::uint32_t offset;
    };
    static Place place(std::uint32_t position)
    {
        const std::uint32_t shifted = position + (1U << kFirstBits);
        const auto part = static_cast<unsigned>(std::bit_width(shifted)) - 1;
        return {part - kFirstBits, shifted - (1U << part)};
    }

    std::array<std::atomic<std::string_view*>, 32 - kFirstBits> m_parts{};
    std::atomic<std::uint32_t> m_size = 0;
};

} // namespace

/// A part of the pool with its own lock. The index is an open table of the upper half of the hashes and positions.
class StringPool::Shard {
public:
    std::uint32_t intern(std::string_view text, std::uint64_t hash)
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t slot = slotOf(text, hash);
        if (m_slots[slot].position != kFree)
            return m_slots[slot].position;
        const std::uint32_t position = m_texts.add(keep(text));
        m_slots[slot] = {upper(hash), position};
        ++m_used;
        if (m_used + m_used / 2 > m_slots.size())
            grow();
        return position;
    }
    [[nodiscard]] std::uint32_t find(std::string_view text, std::uint64_t hash) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_slots[slotOf(text, hash)].position;
    }
    [[nodiscard]] std::string_view view(std::uint32_t position) const { return m_texts[position]; }
    void addEmpty() { m_texts.add({}); }
    void save(std::string& bytes) const
    {
        const ImageHead head{static_cast<std::uint32_t>(m_texts.size()), static_cast<std::uint32_t>(m_slots.size())};
        append(bytes, &head, sizeof head);
        append(bytes, m_slots.data(), m_slots.size() * sizeof(Slot));
        for (std::uint32_t i = 0; i < head.texts; ++i) {
            const auto size = static_cast<std::uint32_t>(m_texts[i].size());
            append(bytes, &size, sizeof size);
        }
        for (std::uint32_t i = 0; i < head.texts; ++i)
            bytes += m_texts[i];
    }
    /// Takes what save() wrote from the front of `bytes`, whose texts stay where they are.
    bool restore(std::string_view& bytes)
    {
        ImageHead head;
        if (!take(bytes, &head, sizeof head) || head.slots < m_slots.size() || !std::has_single_bit(head.slots) ||
            bytes.size() / sizeof(Slot) < head.slots)
            return false;
        std::vector<Slot> slots(head.slots);
        std::vector<std::uint32_t> sizes;
        take(bytes, slots.data(), slots.size() * sizeof(Slot));
        if (bytes.size() / sizeof(std::uint32_t) < head.texts || head.texts < m_texts.size())
            return false;
        sizes.resize(head.texts);
        take(bytes, sizes.data(), sizes.size() * sizeof(std::uint32_t));
        std::size_t used = 0;
        for (const Slot& slot : slots) {
            if (slot.position != kFree && slot.position >= head.texts)
                return false;
            used += slot.position != kFree ? 1 : 0;
        }
        const std::uint64_t length = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
        if (used + used / 2 > slots.size() || length > bytes.size())
            return false;
        for (auto i = static_cast<std::uint32_t>(m_texts.size()); i < head.texts; ++i) { // the empty text is there from the beginning
            m_texts.add(bytes.substr(0, sizes[i]));
            bytes.remove_prefix(sizes[i]);
        }
        m_slots = std::move(slots);
        m_used = used;
        m_bytes += length;
        return true;
    }
    [[nodiscard]] std::size_t bytes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_bytes + m_slots.size() * sizeof(Slot) + m_texts.size() * sizeof(std::string_view);
    }

    static constexpr std::uint32_t kFree = ~std::uint32_t{0};

private:
    static constexpr std::size_t kBlock = std::size_t{64} * 1024;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t position = kFree;
    };

    struct ImageHead {
        std::uint32_t texts = 0;
        std::uint32_t slots = 0;
    };
    static void append(std::string& bytes, const void* from, std::size_t size) { bytes.append(static_cast<const char*>(from), size); }
    static bool take(std::string_view& bytes, void* to, std::size_t size)
    {
        if (size > bytes.size())
            return false;
        std::memcpy(to, bytes.data(), size);
        bytes.remove_prefix(size);
        return true;
    }

    static std::uint32_t upper(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

    /// The slot that holds the text, or the free one where it belongs.
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint64_t hash) const
    {
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t at = upper(hash) & mask;; at = (at + 1) & mask) {
            const Slot& slot = m_slots[at];
            if (slot.position == kFree || (slot.hash == upper(hash) && m_texts[slot.position] == text))
                return at;
        }
    }

    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        const std::size_t mask = m_slots.size() - 1;
        for (const Slot& slot : old) {
            if (slot.position == kFree)
                continue;
            std::size_t at = slot.hash & mask;
            while (m_slots[at].position != kFree)
                at = (at + 1) & mask;
            m_slots[at] = slot;
        }
    }

    std::string_view keep(std::string_view text)
    {
        if (text.size() > m_room) {
            const std::size_t size = std::max(kBlock, text.size());
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
            m_next = m_blocks.back().get();
            m_room = size;
            m_bytes += size;
        }
        std::memcpy(m_next, text.data(), text.size());
        const std::string_view kept(m_next, text.size());
        m_next += text.size();
        m_room -= text.size();
        return kept;
    }

    mutable std::mutex m_mutex;
    std::vector<Slot> m_slots = std::vector<Slot>(256);
    std::size_t m_used = 0;
    Texts m_texts;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_room = 0;
    char* m_next = nullptr;
    std::size_t m_bytes = 0;
};

StringPool::StringPool()
{
    clear();
}

void StringPool::clear()
{
    for (auto& shard : m_shards)
        shard = std::make_unique<Shard>();
    m_shards[0]->addEmpty(); // id 0 is the empty string
}

StringPool::~StringPool() = default;

StringId StringPool::intern(std::string_view text)
{
    if (text.empty())
        return StringId(0U);
    const std::uint64_t hash = hashOf(text);
    const auto number = static_cast<std::uint32_t>(hash & (kShards - 1));
    return StringId((m_shards[number]->intern(text, hash) << kShardBits) | number);
}

StringId StringPool::find(std::string_view text) const
{
    if (text.empty())
        return StringId(0U);
    const std::uint64_t hash = hashOf(text);
    const auto number = static_cast<std::uint32_t>(hash & (kShards - 1));
    const std::uint32_t position = m_shards[number]->find(text, hash);
    return position == Shard::kFree ? StringId() : StringId((position << kShardBits) | number);
}

std::string_view StringPool::view(StringId id) const
{
    return id.valid() ? m_shards[id.value & (kShards - 1)]->view(id.value >> kShardBits) : std::string_view();
}

std::string StringPool::image() const
{
    std::string bytes;
    bytes.reserve(this->bytes());
    for (const auto& shard : m_shards)
        shard->save(bytes);
    return bytes;
}

bool StringPool::restore(std::string image)
{
    auto kept = std::make_unique<std::string>(std::move(image));
    std::string_view left(*kept);
    const auto taken = [&](const std::unique_ptr<Shard>& shard) { return shard->restore(left); };
    if (std::ranges::all_of(m_shards, taken) && left.empty()) {
        m_image = std::move(kept);
        return true;
    }
    clear();
    return false;
}

std::size_t StringPool::bytes() const
{
    std::size_t sum = 0;
    for (const auto& shard : m_shards)
        sum += shard->bytes();
    return sum;
}

} // namespace naru::core
