#pragma once

#include "core/base/StringPool.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace naru::core {

/// `name` is one of a few names.
inline bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

/// `name` is one of many names that stand in their order.
template <std::size_t N> bool isAmong(const std::array<std::string_view, N>& sorted, std::string_view name)
{
    return std::ranges::binary_search(sorted, name);
}

/// Calls f for each word of a list divided by blanks.
template <typename F> void eachWord(std::string_view words, F&& f)
{
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at)
            f(words.substr(at, end - at));
        at = end + 1;
    }
}

/// A few words as ids of a pool, for questions asked of every call of a large system. Words that come into the pool later are not known.
class KnownWords {
public:
    KnownWords(const StringPool& pool, std::initializer_list<std::string_view> words)
    {
        for (const std::string_view word : words)
            if (const StringId id = pool.find(word); id.valid())
                m_ids.push_back(id);
    }

    [[nodiscard]] bool contains(StringId id) const { return std::ranges::find(m_ids, id) != m_ids.end(); }

private:
    std::vector<StringId> m_ids;
};

} // namespace naru::core
