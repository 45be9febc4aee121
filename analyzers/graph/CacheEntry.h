#pragma once

#include "analyzers/graph/CacheFile.h"
#include "core/base/BinaryCodec.h"
#include "core/base/Diagnostic.h"
#include "core/base/Fingerprint.h"
#include "core/model/CodeModel.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// What is known of one file.
struct CacheEntry {
    std::string path;
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; ///< 0: too young to be believed
    core::Fingerprint content;
    core::ParseState state = core::ParseState::Parsed;
    std::uint32_t lines = 0;
    std::vector<core::Diagnostic> diagnostics;
    CachePart facts; ///< size 0: none
};

/// The head of a result.
struct ResultKey {
    core::Fingerprint listing; ///< paths, sizes and dates; empty when a date was too young
    core::Fingerprint content; ///< paths and contents
    CachePart index;
    std::vector<CachePart> moves; ///< changes of layout since, in their order
};

/// False when the bytes are missing or hold something else.
template <typename T> bool decode(std::optional<std::string_view> bytes, T& value, core::SharedIndex* index = nullptr)
{
    if (!bytes)
        return false;
    core::BinaryReader reader(*bytes, index);
    reader.get(value);
    return reader.complete();
}

template <typename T> void addRaw(std::string& to, const T& value)
{
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

} // namespace naru::analyzers::graph
