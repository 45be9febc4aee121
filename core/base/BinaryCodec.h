#pragma once

#include "core/base/ByteSink.h"
#include "core/base/ByteSource.h"
#include "core/base/Fields.h"
#include "core/base/Id.h"
#include "core/base/Shared.h"
#include "core/base/SharedIndex.h"
#include "core/base/SharedList.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace naru::core {

/// Plain values as bytes, for caches that the same program reads again on the same machine: numbers, enums, ids, texts, lists, sets, maps,
/// pairs and structs of these. There is no format to keep: a cache names the program that wrote it.
class BinaryWriter {
public:
    BinaryWriter() = default;
    /// Gives the bytes to the sink little by little, the last of them in finish(): a large value need not lie in memory twice.
    explicit BinaryWriter(ByteSink& sink) : m_sink(&sink) {}

    template <typename T> void put(const T& value)
    {
        if constexpr (raw<T>()) {
            m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        } else if constexpr (std::same_as<T, std::string>) {
            putSize(value.size());
            m_bytes += value;
        } else { // what lies side by side first, so that a reader asks for its bytes once
            eachField(value, [this]<typename F>(const F& field) {
                if constexpr (raw<F>())
                    put(field);
            });
            eachField(value, [this]<typename F>(const F& field) {
                if constexpr (!raw<F>())
                    put(field);
            });
        }
    }
    template <typename T> void put(const std::vector<T>& list)
    {
        putSize(list.size());
        if constexpr (raw<T>()) {
            putBytes({reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T)});
        } else {
            for (const T& item : list) {
                put(item);
                giveSome();
            }
        }
    }
    template <typename T, std::size_t N> void put(const boost::container::small_vector<T, N>& list)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        putSize(list.size());
        m_bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    }
    template <typename T> void put(const std::set<T>& items)
    {
        putSize(items.size());
        for (const T& item : items)
            put(item);
    }
    template <typename A, typename B> void put(const std::pair<A, B>& pair)
    {
        put(pair.first);
        put(pair.second);
    }
    /// What is shared is not part of the value.
    template <typename T> void put(const std::shared_ptr<T>&) {}
    template <typename T> void put(const Shared<T>& value) { putWhole(*value); }
    template <typename T> void put(const SharedList<T>& list) { putWhole(list.list()); }

    /// Most lists are short: a byte, and eight more from kLong on.
    void putSize(std::size_t size)
    {
        m_bytes += static_cast<char>(std::min<std::size_t>(size, kLong));
        if (size < kLong)
            return;
        const auto number = static_cast<std::uint64_t>(size);
        m_bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    /// What was written; with a sink, what it has not got yet.
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    void clear() { m_bytes.clear(); }
    /// Gives the sink the rest.
    void finish() { give(); }

    static constexpr std::uint8_t kLong = 255;

    /// Copied as it lies in memory.
    template <typename T> static constexpr bool raw() { return std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>; }

private:
    /// With its length, so that a reader that knows the bytes need not look into them.
    template <typename T> void putWhole(const T& value)
    {
        const std::size_t at = m_bytes.size();
        std::uint64_t size = 0;
        m_bytes.append(sizeof size, '\0');
        ++m_open;
        put(value);
        --m_open;
        size = m_bytes.size() - at - sizeof size;
        std::memcpy(m_bytes.data() + at, &size, sizeof size);
    }
    void putBytes(std::string_view bytes)
    {
        if (m_sink == nullptr || m_open > 0 || bytes.size() < kSome) {
            m_bytes += bytes;
            return giveSome();
        }
        give();
        m_sink->write(bytes);
    }
    void giveSome()
    {
        if (m_bytes.size() >= kSome && m_sink != nullptr && m_open == 0)
            give();
    }
    void give()
    {
        m_sink->write(m_bytes);
        m_bytes.clear();
    }

    static constexpr std::size_t kSome = std::size_t{128} << 10U; ///< stays in the cache of the processor

    ByteSink* m_sink = nullptr;
    unsigned m_open = 0; ///< values that begin with their length, which is not yet known
    std::string m_bytes;
};

/// Reads what BinaryWriter wrote. Bytes that end too early or name impossible sizes break the reader; they never lead outside, nor to much
/// more room than the bytes have.
class BinaryReader {
public:
    /// `index` keeps what is shared for all readers that have it.
    explicit BinaryReader(std::string_view bytes, SharedIndex* index = nullptr) : m_bytes(bytes), m_index(index) {}
    /// Takes `size` bytes from the source, little by little: what goes through the cache of the processor need not lie in memory twice.
    BinaryReader(ByteSource& source, std::uint64_t size) : m_source(&source), m_left(size) {}

    template <typename T> void get(T& value)
    {
        if constexpr (BinaryWriter::raw<T>()) {
            copy(&value, sizeof value);
        } else if constexpr (std::same_as<T, std::string>) {
            value.resize(getSize(1));
            copy(value.data(), value.size());
        } else {
            getRaw(value);
            eachField(value, [this]<typename F>(F& field) {
                if constexpr (!BinaryWriter::raw<F>())
                    get(field);
            });
        }
    }
    template <typename T> void get(std::vector<T>& list)
    {
        const std::size_t size = getSize(least<T>());
        list.clear();
        if constexpr (BinaryWriter::raw<T>()) {
            getRawList(list, size);
        } else {
            list.reserve(size);
            for (std::size_t left = size; left > 0 && !m_broken; --left)
                get(list.emplace_back());
        }
    }
    template <typename T, std::size_t N> void get(boost::container::small_vector<T, N>& list)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::size_t size = getSize(sizeof(T));
        list.resize(size, boost::container::default_init);
        if (size <= N && m_bytes.size() >= N * sizeof(T)) { // all that has room in it: of a number that is known here
            std::memcpy(static_cast<void*>(list.data()), m_bytes.data(), N * sizeof(T));
            m_bytes.remove_prefix(size * sizeof(T));
        } else {
            copy(list.data(), size * sizeof(T));
        }
    }
    template <typename T> void get(std::set<T>& items)
    {
        for (std::size_t left = getSize(1); left > 0 && !m_broken; --left) {
            T item{};
            get(item);
            items.insert(items.end(), std::move(item));
        }
    }
    template <typename A, typename B> void get(std::pair<A, B>& pair)
    {
        get(pair.first);
        get(pair.second);
    }
    template <typename T> void get(std::shared_ptr<T>&) {}
    template <typename T> void get(Shared<T>& value)
    {
        getWhole(value, [](BinaryReader& reader, Shared<T>& made) {
            T own;
            reader.get(own);
            made = Shared<T>(std::move(own));
        });
    }
    template <typename T> void get(SharedList<T>& list)
    {
        getWhole(list, [](BinaryReader& reader, SharedList<T>& made) { reader.get(made.edit()); });
    }

    /// A number of elements of at least `each` bytes; 0 when there are not as many.
    std::size_t getSize(std::size_t each)
    {
        if (!m_bytes.empty()) {
            const auto size = static_cast<std::uint8_t>(m_bytes.front());
            if (size != BinaryWriter::kLong && size * each < m_bytes.size()) {
                m_bytes.remove_prefix(1);
                return size;
            }
        }
        return getLongSize(each);
    }
    /// Everything was read, and nothing was missing.
    [[nodiscard]] bool complete() const { return !m_broken && m_bytes.empty() && m_left == 0; }

private:
    std::size_t getLongSize(std::size_t each)
    {
        std::uint8_t first = 0;
        copy(&first, sizeof first);
        std::uint64_t size = first;
        if (first == BinaryWriter::kLong)
            copy(&size, sizeof size);
        if (size > (m_bytes.size() + m_left) / each) {
            broken();
            return 0;
        }
        return static_cast<std::size_t>(size);
    }
    template <typename T, typename Read> void getWhole(T& value, const Read& read)
    {
        std::uint64_t size = 0;
        copy(&size, sizeof size);
        if (size > m_bytes.size() && !fill(size))
            return;
        const std::string_view bytes = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        const auto make = [&] {
            BinaryReader inner(bytes, m_index);
            T made;
            read(inner, made);
            return inner.complete() ? std::optional(std::move(made)) : std::nullopt;
        };
        if (std::optional<T> made = m_index != nullptr ? m_index->get<T>(bytes, make) : make())
            value = std::move(*made);
        else
            broken();
    }
    /// Each element is written once, not filled with nothing before: a long list does not stay in the cache of the processor.
    template <typename T> void getRawList(std::vector<T>& list, std::size_t size)
    {
        constexpr std::size_t some = std::max<std::size_t>(1, 2048 / sizeof(T));
        if (size <= some) {
            list.resize(size);
            return copy(list.data(), size * sizeof(T));
        }
        list.reserve(size);
        alignas(T) std::array<std::byte, some * sizeof(T)> bytes;
        for (std::size_t left = size; left > 0 && !m_broken;) {
            const std::size_t count = std::min(left, some);
            copy(bytes.data(), count * sizeof(T));
            const T* const values = reinterpret_cast<const T*>(bytes.data());
            list.insert(list.end(), values, values + count);
            left -= count;
        }
    }
    /// The fields that lie side by side.
    template <typename T> void getRaw(T& value)
    {
        std::size_t size = 0;
        eachField(value, [&]<typename F>(F&) { size += BinaryWriter::raw<F>() ? sizeof(F) : 0; });
        if (size > m_bytes.size() && !fill(size))
            return;
        const char* at = m_bytes.data();
        eachField(value, [&]<typename F>(F& field) {
            if constexpr (BinaryWriter::raw<F>()) {
                std::memcpy(&field, at, sizeof field);
                at += sizeof field;
            }
        });
        m_bytes.remove_prefix(size);
    }
    void copy(void* to, std::size_t size)
    {
        if (size > m_bytes.size() && !(size > kAtOnce ? copyLong(to, size) : fill(size)))
            return;
        if (size > 0)
            std::memcpy(to, m_bytes.data(), size);
        m_bytes.remove_prefix(size);
    }
    /// Copies all but the last bytes of many, past the buffer. False when they are not there.
    bool copyLong(void*& to, std::size_t& size)
    {
        if (m_source == nullptr || size - m_bytes.size() > m_left) {
            broken();
            return false;
        }
        auto* at = static_cast<char*>(to);
        if (!m_bytes.empty())
            std::memcpy(at, m_bytes.data(), m_bytes.size());
        at += m_bytes.size();
        size -= m_bytes.size();
        m_bytes = {};
        for (; size >= kAtOnce; size -= kAtOnce, at += kAtOnce, m_left -= kAtOnce)
            if (!m_source->read(at, kAtOnce)) {
                broken();
                return false;
            }
        to = at;
        return fill(size);
    }
    /// Sees that this many bytes are at hand. False when they are not there.
    bool fill(std::size_t size)
    {
        if (size <= m_bytes.size())
            return true;
        const std::size_t have = m_bytes.size();
        if (m_source == nullptr || size - have > m_left) {
            broken();
            return false;
        }
        std::vector<char> old;
        if (const std::size_t room = std::max(size, kAtOnce); m_room.size() < room) {
            old.swap(m_room); // m_bytes lie in it
            m_room.resize(room);
        }
        if (have > 0)
            std::memmove(m_room.data(), m_bytes.data(), have);
        const auto more = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, m_room.size() - have));
        if (!m_source->read(m_room.data() + have, more)) {
            broken();
            return false;
        }
        m_left -= more;
        m_bytes = std::string_view(m_room.data(), have + more);
        return true;
    }
    void broken()
    {
        m_broken = true;
        m_bytes = {};
        m_left = 0;
    }

    /// The fewest bytes that a value has.
    template <typename T> static std::size_t least()
    {
        if constexpr (BinaryWriter::raw<T>()) {
            return sizeof(T);
        } else if constexpr (requires(T list) { list.size(); } || requires(T pair) { pair.first; }) {
            return 1;
        } else if constexpr (std::is_aggregate_v<T>) {
            static const std::size_t sum = [] {
                std::size_t bytes = 0;
                T some{};
                eachField(some, [&]<typename F>(F&) { bytes += least<F>(); });
                return std::max<std::size_t>(bytes, 1);
            }();
            return sum;
        } else {
            return 0;
        }
    }

    static constexpr std::size_t kAtOnce = std::size_t{256} << 10U;

    std::string_view m_bytes; ///< at hand
    SharedIndex* m_index = nullptr;
    bool m_broken = false;
    ByteSource* m_source = nullptr;
    std::uint64_t m_left = 0; ///< bytes that the source still has
    std::vector<char> m_room;
};

} // namespace naru::core
