#pragma once

#include "core/base/ByteSink.h"
#include "core/base/Id.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace naru::core {

/// Interned strings: each text is kept once and named by a small id.
/// intern() and view() may be called from several threads; view() takes no lock. Ids depend on the
/// order of arrival, so they are for equality only: sort by text, never by id.
/// The id 0 is the empty string.
class StringPool {
public:
    StringPool();
    StringPool(const StringPool&) = delete;
    StringPool& operator=(const StringPool&) = delete;
    ~StringPool();

    StringId intern(std::string_view text);
    /// The id of a text that is already there, or an invalid id.
    [[nodiscard]] StringId find(std::string_view text) const;
    /// The text of an id; empty for an invalid id. Stays valid as long as the pool.
    [[nodiscard]] std::string_view view(StringId id) const;
    [[nodiscard]] std::size_t bytes() const;

    /// Writes everything in the pool as bytes for the same program on the same machine. Nobody may intern meanwhile.
    void save(ByteSink& to) const;
    /// Fills a new pool with what save() wrote, under the same ids; the texts stay in these bytes. False, with nothing taken, when the
    /// bytes cannot be an image.
    bool restore(std::string image);

private:
    static constexpr std::size_t kShardBits = 4;
    static constexpr std::size_t kShards = std::size_t{1} << kShardBits;

    class Shard;
    void clear();

    std::array<std::unique_ptr<Shard>, kShards> m_shards;
    std::unique_ptr<std::string> m_image; ///< holds restored texts
};

} // namespace naru::core
