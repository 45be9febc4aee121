#include "core/base/StringPoolImage.h"

#include <cstring>

namespace naru::core {

namespace {

/// Ids have gaps, for the parts of a pool fill unevenly, but no longer ones than there are parts.
constexpr std::uint32_t kLongestGap = 64;

struct Head {
    std::uint32_t id = 0;
    std::uint32_t size = 0;
};

} // namespace

std::string savePool(const StringPool& pool)
{
    std::string bytes;
    bytes.reserve(pool.bytes());
    std::uint32_t gap = 0;
    for (std::uint32_t id = 1; gap < kLongestGap; ++id) {
        const std::string_view text = pool.view(StringId(id));
        gap = text.empty() ? gap + 1 : 0;
        if (text.empty())
            continue;
        const Head head{id, static_cast<std::uint32_t>(text.size())};
        bytes.append(reinterpret_cast<const char*>(&head), sizeof head);
        bytes += text;
    }
    return bytes;
}

bool restorePool(StringPool& pool, std::string_view bytes)
{
    while (!bytes.empty()) {
        Head head;
        if (bytes.size() < sizeof head)
            return false;
        std::memcpy(&head, bytes.data(), sizeof head);
        bytes.remove_prefix(sizeof head);
        if (head.size > bytes.size() || pool.intern(bytes.substr(0, head.size)) != StringId(head.id))
            return false;
        bytes.remove_prefix(head.size);
    }
    return true;
}

} // namespace naru::core
