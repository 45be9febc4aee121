#pragma once

#include "core/base/ContentMap.h"

#include <any>
#include <optional>
#include <string_view>
#include <typeinfo>

namespace naru::core {

/// Shared values by the bytes they were read from, so that equal ones are made once and share their room. For several threads at once.
class SharedIndex {
public:
    /// The value of these bytes: what was kept for them, else what make() gives; nothing when that gives nothing.
    template <typename T, typename Make> std::optional<T> get(std::string_view bytes, const Make& make)
    {
        Fingerprint key = Fingerprint::of(bytes);
        key.high ^= typeid(T).hash_code(); // other types may have the same bytes
        if (const std::optional<std::any> known = m_values.find(key))
            if (const T* value = std::any_cast<T>(&*known))
                return *value;
        std::optional<T> made = make();
        if (made)
            m_values.keep(key, *made);
        return made;
    }

private:
    ContentMap<std::any> m_values;
};

} // namespace naru::core
