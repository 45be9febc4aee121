#include "core/base/StringPool.h"

#include "core/base/TextRoom.h"

#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace naru::core {

namespace {

std::uint64_t hashOf(std::string_view text)
{
    return XXH3_64bits(text.data(), text.size());
}

/// A list that only grows and whose elements never move: readers need no lock. Parts double in size.
class TextStore {
public:
    ~TextStore()
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
    void clear() { m_size.store(0, std::memory_order_release); }

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

/// A part of the pool with its own lock. The index is an open table of the upper half of the hashes and positions. Of a restored part the
/// texts stay where they are, and the index is made when somebody asks for a text: many only ask for ids.
class StringPool::Shard {
public:
    std::uint32_t intern(std::string_view text, std::uint64_t hash)
    {
        const std::scoped_lock lock(m_mutex);
        makeIndex();
        const std::size_t slot = slotOf(text, hash);
        if (m_slots[slot].position != kFree)
            return m_slots[slot].position;
        const std::uint32_t position = m_restored.texts + m_texts.add(m_room.keep({text}));
        m_slots[slot] = {upper(hash), position};
        ++m_used;
        if (m_used + m_used / 2 > m_slots.size())
            grow(m_slots.size() * 2);
        return position;
    }
    [[nodiscard]] std::uint32_t find(std::string_view text, std::uint64_t hash)
    {
        const std::scoped_lock lock(m_mutex);
        makeIndex();
        return m_slots[slotOf(text, hash)].position;
    }
    [[nodiscard]] std::string_view view(std::uint32_t position) const
    {
        return position < m_restored.texts ? m_restored.view(position) : m_texts[position - m_restored.texts];
    }
    void addEmpty() { m_texts.add({}); }

    /// The place of a shard in an image: numbers of texts first, then for each shard hashes and ends, then all texts.
    struct ImageHead {
        std::uint64_t texts = 0;
        std::uint64_t bytes = 0; ///< of them
    };
    [[nodiscard]] ImageHead head() const
    {
        ImageHead head{size(), m_restored.size()};
        for (std::uint32_t i = 0; i < m_texts.size(); ++i)
            head.bytes += m_texts[i].size();
        return head;
    }
    void saveNumbers(ByteSink& to) const
    {
        std::vector<std::uint32_t> numbers(m_texts.size()); // of the texts that came after those of the image
        for (const Slot& slot : m_slots)
            if (slot.position != kFree && slot.position >= m_restored.texts)
                numbers[slot.position - m_restored.texts] = slot.hash;
        to.write(bytesOf({m_restored.hashes, m_restored.texts}));
        to.write(bytesOf(numbers));
        auto end = static_cast<std::uint32_t>(m_restored.size());
        for (std::uint32_t i = 0; i < numbers.size(); ++i) {
            end += static_cast<std::uint32_t>(m_texts[i].size());
            numbers[i] = end;
        }
        to.write(bytesOf({m_restored.ends, m_restored.texts}));
        to.write(bytesOf(numbers));
    }
    void saveTexts(ByteSink& to) const
    {
        constexpr std::size_t some = std::size_t{64} << 10U;
        to.write({m_restored.bytes, m_restored.size()});
        std::string bytes;
        for (std::uint32_t i = 0; i < m_texts.size(); ++i) {
            bytes += m_texts[i];
            if (bytes.size() < some)
                continue;
            to.write(bytes);
            bytes.clear();
        }
        to.write(bytes);
    }
    /// Takes what these wrote; the bytes stay where they are. False when it cannot be that.
    bool restore(const ImageHead& head, std::string_view& numbers, std::string_view& texts, bool first)
    {
        const std::uint64_t column = head.texts * sizeof(std::uint32_t);
        if (head.texts >= kFree || numbers.size() < 2 * column || texts.size() < head.bytes || head.bytes > kFree || (first && head.texts == 0))
            return false;
        Restored restored{.hashes = reinterpret_cast<const std::uint32_t*>(numbers.data()),
                          .ends = reinterpret_cast<const std::uint32_t*>(numbers.data() + column),
                          .bytes = texts.data(),
                          .texts = static_cast<std::uint32_t>(head.texts)};
        const std::span ends(restored.ends, restored.texts);
        if (!std::ranges::is_sorted(ends) || (restored.texts > 0 && ends.back() != head.bytes) || (first && ends.front() != 0))
            return false; // the first text of all is the empty one
        numbers.remove_prefix(2 * column);
        texts.remove_prefix(head.bytes);
        m_restored = restored;
        m_first = first;
        m_texts.clear();
        m_indexed = restored.texts == 0;
        return true;
    }
    [[nodiscard]] std::size_t bytes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_room.bytes() + m_slots.size() * sizeof(Slot) + m_texts.size() * sizeof(std::string_view);
    }

    static constexpr std::uint32_t kFree = ~std::uint32_t{0};

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t position = kFree;
    };
    /// TextStore of an image, by position.
    struct Restored {
        const std::uint32_t* hashes = nullptr;
        const std::uint32_t* ends = nullptr; ///< where each text ends
        const char* bytes = nullptr;
        std::uint32_t texts = 0;
        [[nodiscard]] std::string_view view(std::uint32_t position) const
        {
            const std::uint32_t begin = position == 0 ? 0 : ends[position - 1];
            return {bytes + begin, ends[position] - begin};
        }
        /// Bytes of all of them.
        [[nodiscard]] std::size_t size() const { return texts == 0 ? 0 : ends[texts - 1]; }
    };

    static std::string_view bytesOf(std::span<const std::uint32_t> numbers)
    {
        return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
    }
    static std::uint32_t upper(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }
    [[nodiscard]] std::uint32_t size() const { return m_restored.texts + static_cast<std::uint32_t>(m_texts.size()); }

    /// The slot that holds the text, or the free one where it belongs.
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint64_t hash) const
    {
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t at = upper(hash) & mask;; at = (at + 1) & mask) {
            const Slot& slot = m_slots[at];
            if (slot.position == kFree || (slot.hash == upper(hash) && view(slot.position) == text))
                return at;
        }
    }

    void makeIndex()
    {
        if (m_indexed)
            return;
        m_used = m_restored.texts;
        m_slots.assign(std::bit_ceil(std::max<std::size_t>(m_slots.size(), m_used + m_used / 2 + 1)), {});
        for (std::uint32_t i = m_first ? 1 : 0; i < m_restored.texts; ++i) // the empty text is never asked for
            put({m_restored.hashes[i], i});
        m_indexed = true;
    }
    void grow(std::size_t size)
    {
        std::vector<Slot> old(size);
        old.swap(m_slots);
        for (const Slot& slot : old)
            if (slot.position != kFree)
                put(slot);
    }
    /// Of a text that is not there.
    void put(const Slot& slot)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].position != kFree)
            at = (at + 1) & mask;
        m_slots[at] = slot;
    }

    mutable std::mutex m_mutex;
    std::vector<Slot> m_slots = std::vector<Slot>(256);
    std::size_t m_used = 0;
    bool m_indexed = true;
    bool m_first = false; ///< holds the empty text
    Restored m_restored;
    TextStore m_texts; ///< those that came later
    TextRoom m_room;
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

void StringPool::save(ByteSink& to) const
{
    std::array<Shard::ImageHead, kShards> heads;
    std::ranges::transform(m_shards, heads.begin(), [](const auto& shard) { return shard->head(); });
    if (std::ranges::any_of(heads, [](const Shard::ImageHead& head) { return head.bytes > Shard::kFree; }))
        return; // nobody takes nothing for an image
    to.write({reinterpret_cast<const char*>(heads.data()), sizeof heads});
    for (const auto& shard : m_shards)
        shard->saveNumbers(to);
    for (const auto& shard : m_shards)
        shard->saveTexts(to);
}

bool StringPool::restore(std::string image)
{
    auto kept = std::make_unique<std::string>(std::move(image));
    std::array<Shard::ImageHead, kShards> heads;
    if (kept->size() < sizeof heads)
        return false;
    std::memcpy(heads.data(), kept->data(), sizeof heads);
    std::string_view numbers = std::string_view(*kept).substr(sizeof heads);
    std::uint64_t columns = 0;
    for (const Shard::ImageHead& head : heads)
        columns += head.texts < Shard::kFree ? 2 * sizeof(std::uint32_t) * head.texts : numbers.size() + 1;
    if (columns > numbers.size())
        return false;
    std::string_view texts = numbers.substr(columns);
    bool whole = true;
    for (std::size_t i = 0; i < kShards && whole; ++i)
        whole = m_shards[i]->restore(heads[i], numbers, texts, i == 0);
    if (whole && texts.empty()) {
        m_image = std::move(kept);
        return true;
    }
    clear();
    return false;
}

std::size_t StringPool::bytes() const
{
    std::size_t sum = m_image != nullptr ? m_image->size() : 0;
    for (const auto& shard : m_shards)
        sum += shard->bytes();
    return sum;
}

} // namespace naru::core
