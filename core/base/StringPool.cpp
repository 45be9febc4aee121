#include "core/base/StringPool.h"

#include <xxhash.h>

#include <cstring>

namespace naru::core {

namespace {

struct Hash {
    std::size_t operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }
};

} // namespace

struct StringPool::Shard {
    mutable std::mutex mutex;
    std::unordered_map<std::string_view, std::uint32_t, Hash> index;
    std::deque<std::string_view> texts; // a deque keeps its elements in place while it grows
    std::vector<std::unique_ptr<char[]>> blocks;
    std::size_t room = 0;
    char* next = nullptr;
    std::size_t bytes = 0;

    std::string_view keep(std::string_view text)
    {
        if (text.size() > room) {
            const std::size_t size = std::max(kBlock, text.size());
            blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
            next = blocks.back().get();
            room = size;
            bytes += size;
        }
        std::memcpy(next, text.data(), text.size());
        const std::string_view kept(next, text.size());
        next += text.size();
        room -= text.size();
        return kept;
    }
};

StringPool::StringPool()
{
    for (auto& shard : m_shards)
        shard = std::make_unique<Shard>();
    m_shards[0]->texts.emplace_back(); // id 0 is the empty string
}

StringPool::~StringPool() = default;

StringId StringPool::intern(std::string_view text)
{
    if (text.empty())
        return StringId(0U);
    const auto number = static_cast<std::uint32_t>(Hash{}(text) & (kShards - 1));
    Shard& shard = *m_shards[number];
    const std::scoped_lock lock(shard.mutex);
    const auto found = shard.index.find(text);
    if (found != shard.index.end())
        return StringId(found->second);
    const auto id = static_cast<std::uint32_t>(shard.texts.size() << kShardBits) | number;
    const std::string_view kept = shard.keep(text);
    shard.texts.push_back(kept);
    shard.index.emplace(kept, id);
    return StringId(id);
}

StringId StringPool::find(std::string_view text) const
{
    if (text.empty())
        return StringId(0U);
    const Shard& shard = *m_shards[Hash{}(text) & (kShards - 1)];
    const std::scoped_lock lock(shard.mutex);
    const auto found = shard.index.find(text);
    return found == shard.index.end() ? StringId() : StringId(found->second);
}

std::string_view StringPool::view(StringId id) const
{
    if (!id.valid())
        return {};
    const Shard& shard = *m_shards[id.value & (kShards - 1)];
    const std::scoped_lock lock(shard.mutex);
    const std::size_t position = id.value >> kShardBits;
    return position < shard.texts.size() ? shard.texts[position] : std::string_view();
}

std::size_t StringPool::bytes() const
{
    std::size_t sum = 0;
    for (const auto& shard : m_shards) {
        const std::scoped_lock lock(shard->mutex);
        sum += shard->bytes + shard->texts.size() * 48;
    }
    return sum;
}

} // namespace naru::core
