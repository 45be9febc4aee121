#pragma once

#include "core/base/Fingerprint.h"

#include <any>
#include <mutex>
#include <string_view>
#include <typeindex>
#include <typeinfo>
#include <unordered_map>

namespace naru::core {

/// Shared values by the bytes they were read from, so that equal ones are made once and share their room. For several threads at once.
class SharedIndex {
public:
    /// False when no value of this type was kept for these bytes.
    template <typename T> bool find(std::string_view bytes, T& value) const
    {
        const Key key = keyOf<T>(bytes);
        const std::scoped_lock lock(m_mutex);
        const auto found = m_values.find(key);
        if (found == m_values.end())
            return false;
        value = *std::any_cast<T>(&found->second);
        return true;
    }
    template <typename T> void keep(std::string_view bytes, const T& value)
    {
        const Key key = keyOf<T>(bytes);
        const std::scoped_lock lock(m_mutex);
        m_values.try_emplace(key, value);
    }

private:
    struct Key {
        Fingerprint bytes;
        std::type_index type;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return static_cast<std::size_t>(key.bytes.low); }
    };
    template <typename T> static Key keyOf(std::string_view bytes) { return {Fingerprint::of(bytes), typeid(T)}; }

    mutable std::mutex m_mutex;
    std::unordered_map<Key, std::any, Hash> m_values;
};

} // namespace naru::core
