#pragma once

#include "core/base/Fingerprint.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace naru::core {

/// What is known of contents, by their hash. For several threads at once; the first value that is kept stays.
template <typename Value> class ContentMap {
public:
    [[nodiscard]] std::optional<Value> find(const Fingerprint& content) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_values.find(content);
        return found == m_values.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const Fingerprint& content, Value value)
    {
        const std::scoped_lock lock(m_mutex);
        m_values.try_emplace(content, std::move(value));
    }

private:
    struct Hash {
        std::size_t operator()(const Fingerprint& content) const { return static_cast<std::size_t>(content.low); }
    };

    mutable std::mutex m_mutex;
    std::unordered_map<Fingerprint, Value, Hash> m_values;
};

} // namespace naru::core
