#pragma once

#include "core/base/Fields.h"
#include "core/base/Id.h"
#include "core/base/StringPool.h"

#include <boost/container/small_vector.hpp>

#include <concepts>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace naru::core {

/// All values of a struct in a row, without the room that the compiler leaves between them: to compare structs or to hash them. With a
/// pool, texts stand for their ids, which depend on the order in which they came; without one, ids stand for themselves.
class ValueBytes {
public:
    explicit ValueBytes(const StringPool* texts = nullptr) : m_texts(texts) {}

    template <typename T> void put(const T& value)
    {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
            raw(value);
        else if constexpr (requires { value.valid(); })
            putId(value);
        else
            eachField(value, [this](const auto& field) { put(field); });
    }
    void put(const std::string& text) { put(std::string_view(text)); }
    void put(std::string_view text)
    {
        raw(text.size());
        m_bytes += text;
    }
    template <typename T> void put(const std::vector<T>& list) { putAll(list); }
    template <typename T, std::size_t N> void put(const boost::container::small_vector<T, N>& list) { putAll(list); }
    template <typename T> void put(const std::set<T>& list) { putAll(list); }
    template <typename A, typename B> void put(const std::pair<A, B>& pair)
    {
        put(pair.first);
        put(pair.second);
    }
    /// What is shared is not part of the value.
    template <typename T> void put(const std::shared_ptr<T>&) {}

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    template <typename Tag> void putId(Id<Tag> id)
    {
        if constexpr (std::same_as<Id<Tag>, StringId>) {
            if (m_texts != nullptr)
                return put(m_texts->view(id));
        }
        raw(id.value);
    }
    template <typename T> void raw(const T& value) { m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
    template <typename T> void putAll(const T& list)
    {
        raw(list.size());
        for (const auto& item : list)
            put(item);
    }

    const StringPool* m_texts;
    std::string m_bytes;
};

} // namespace naru::core
